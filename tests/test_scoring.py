import numpy as np
from archives import tinted
from small_detector import small_detector
from training_faces import SAMPLES

from forensics.benchmark import scoring
from forensics.benchmark.scoring import Predictions, balanced_subset, concatenate, score_pictures
from forensics.benchmark.statistics import auc
from forensics.measurements.metrics import Metric

SIGNS, NONE, REFUSED = "signs of manipulation", "no signs found", "not evaluated"


def answers():
    """Two untouched faces, one of them a false alarm; three forged ones, one refused, one not found."""
    return Predictions(
        np.array([0.1, 0.95, 0.99, 0.2, np.nan]),
        np.array([NONE, SIGNS, SIGNS, REFUSED, ""]),
        np.array([False, False, True, True, True]),
        np.array([0.2, 30.0, 40.0, np.nan, np.nan]),
    )


def test_shares_of_verdicts_count_evaluated_faces_only():
    assert answers().called(SIGNS, True).tolist() == [True]
    assert answers().called(SIGNS, False).tolist() == [False, True]
    alarms = scoring.false_alarm_rate(answers(), "x", "run")
    assert (alarms.value, alarms.n) == (0.5, 2)
    assert alarms.low < 0.02 and alarms.high > 0.98


def test_areas_under_curves_count_refused_faces_too():
    figure = scoring.bootstrap_metric("AUC", auc, answers(), "x", "run")
    assert figure.n == 4
    assert figure.value == 3 / 4  # of the pairs, only the refused face lies under the false alarm


def test_what_got_no_answer_is_counted():
    not_found, refused = scoring.coverage_metrics(answers(), "x", "run")
    assert (not_found.name, not_found.value, not_found.n) == (Metric.NOT_FOUND, 1 / 5, 5)
    assert (refused.value, refused.n) == (1 / 4, 4)


def test_a_share_of_no_cases_says_that_nothing_is_known():
    figure = scoring.proportion("x", np.zeros(0, bool), "x", "run")
    assert (figure.value, figure.low, figure.high, figure.n) == (0, 0, 1, 0)


def test_sets_of_answers_join():
    joined = concatenate([answers(), answers()])
    assert len(joined.scores) == len(joined.verdicts) == len(joined.manipulated) == 10


def test_a_limit_takes_every_kth_picture_of_each_class():
    pictures = [(f"{kind}/{n}.jpg", b"") for kind in ("real", "fake") for n in range(9)]
    names = [name for name, _ in balanced_subset(pictures, 6)]
    assert names == ["real/0.jpg", "real/4.jpg", "real/8.jpg", "fake/0.jpg", "fake/4.jpg", "fake/8.jpg"]
    assert len(balanced_subset(pictures, None)) == len(balanced_subset(pictures, 99)) == 18
    assert len(balanced_subset(pictures[:9], 6)) == 3


def test_the_face_is_sought_in_the_changed_picture():
    pictures = [("fake/a.png", tinted("collins.jpg", "red"))]
    seen = []

    def to_blue(name, pixels):
        seen.append((name, pixels.shape[2]))
        return np.ascontiguousarray(pixels[..., ::-1])

    red, blue = (score_pictures(small_detector(), pictures, "x", change) for change in (None, to_blue))
    assert seen == [("fake/a.png", 3)]
    assert red.scores[0] > 0.9 and blue.scores[0] < 0.1
    assert red.verdicts[0] == SIGNS and blue.verdicts[0] == NONE


def test_a_picture_without_a_face_has_no_score():
    blank = (SAMPLES / "masks" / "mouth.png").read_bytes()
    one = score_pictures(small_detector(), [("real/e.png", blank)], "x")
    assert np.isnan(one.scores[0]) and one.verdicts[0] == "" and not one.found.any()
