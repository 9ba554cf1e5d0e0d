"""The score again after small changes."""

from dataclasses import replace

import cv2
import numpy as np
import pytest
from small_detector import small_card, small_detector
from specimens import decision_of, finding_of

from forensics.analysis import robustness
from forensics.analysis.robustness import PERTURBATIONS, rescore, score_range, stability_sentence
from forensics.faces.detection import crop_region, whole_frame_region
from forensics.types.analysis import Box, Frame, PerturbedScore


def colored(red_columns, width=400, height=300):
    """Red as far as so many columns, then blue."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[:, :red_columns, 0] = 255
    pixels[:, red_columns:, 2] = 255
    return Frame(0, 0.0, pixels)


def noisy(width=301, height=203):
    generator = np.random.default_rng(7)
    field = generator.integers(0, 256, (height // 6, width // 6, 3)).astype(np.uint8)
    return Frame(0, 0.0, cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC))


def scored(frame, *boxes):
    return small_detector().score([crop_region(frame, i, box, 0.9, None) for i, box in enumerate(boxes, start=1)])


class Recorder:
    """A detector that remembers what it was given; every face scores 0.5."""

    def __init__(self):
        self.card = small_card()
        self.seen = []

    def predict_scores(self, regions, _tick):
        self.seen += regions
        return [0.5] * len(regions)


@pytest.mark.parametrize("box", [Box(101, 61, 141, 121), Box(0, 0, 33, 40), Box(260, 160, 301, 203)])
def test_without_a_change_the_score_is_the_same(monkeypatch, box):
    monkeypatch.setattr(robustness, "PERTURBATIONS", {"nothing": lambda patch: patch})
    frame = noisy()
    (finding,) = scored(frame, box)
    (again,) = rescore(small_detector(), frame, [finding])
    assert again.rescores == (PerturbedScore("nothing", finding.fake_score),)
    assert score_range(again) == 0


def test_the_whole_picture_as_one_face_stays_whole(monkeypatch):
    monkeypatch.setattr(robustness, "PERTURBATIONS", {"nothing": lambda patch: patch})
    frame = noisy()
    (finding,) = small_detector().score([whole_frame_region(frame)])
    (again,) = rescore(small_detector(), frame, [finding])
    assert again.rescores[0].fake_score == finding.fake_score


def test_the_crop_is_cut_after_the_picture_was_compressed():
    frame, box = noisy(), Box(101, 71, 161, 131)
    detector = Recorder()
    rescore(detector, frame, [finding_of(crop_region(frame, 1, box, 0.9, None))])
    quality_75 = [cv2.IMWRITE_JPEG_QUALITY, 75]
    encoded = cv2.imencode(".jpg", cv2.cvtColor(frame.pixels, cv2.COLOR_RGB2BGR), quality_75)[1]
    whole = cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
    cut = crop_region(Frame(0, 0.0, whole), 1, box, 0.9, None)
    np.testing.assert_array_equal(detector.seen[0].crop, cut.crop)


def test_the_changes_are_the_five_and_halves_are_half():
    frame, box = noisy(), Box(101, 71, 161, 131)
    detector = Recorder()
    (finding,) = rescore(detector, frame, [finding_of(crop_region(frame, 1, box, 0.9, None))])
    names = ["jpeg_75", "jpeg_50", "half_size", "slight_blur", "shifted_crop"]
    assert list(PERTURBATIONS) == [rescored.change for rescored in finding.rescores] == names
    sizes = [region.crop.shape[:2] for region in detector.seen]
    assert sizes == [(84, 84), (84, 84), (42, 42), (84, 84), (84, 84)]
    sharp, half, blurred = detector.seen[0].crop, detector.seen[2].crop, detector.seen[3].crop
    small = cv2.resize(frame.pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    assert np.abs(half.astype(int) - small[30:72, 44:86]).mean() < 12  # the grid of halves lies up to a pixel beside
    assert np.diff(blurred.astype(int), axis=1).std() < np.diff(sharp.astype(int), axis=1).std()


def test_a_shifted_crop_moves_by_four_hundredths_of_the_box():
    frame = colored(200)
    (finding,) = scored(frame, Box(150, 100, 250, 200))
    assert finding.fake_score == pytest.approx(0.5, abs=0.01)  # 70 of 140 columns are red
    (again,) = rescore(small_detector(), frame, [finding])
    shifted = dict(again.rescores)["shifted_crop"]
    assert shifted == pytest.approx(0.361, abs=0.01)  # 66 of 140: logit = 10 · (66 − 74) / 140


def test_nothing_but_the_rescores_changes():
    frame = noisy()
    (finding,) = scored(frame, Box(101, 71, 161, 131))
    before = frame.pixels.copy()
    (again,) = rescore(small_detector(), frame, [finding])
    assert (again.fake_score, again.decision) == (finding.fake_score, finding.decision)
    assert again.region is finding.region
    np.testing.assert_array_equal(again.mask, finding.mask)
    np.testing.assert_array_equal(frame.pixels, before)


def test_half_size_is_left_out_where_it_would_make_the_face_too_small():
    frame = noisy()  # the detector's smallest face has 8 pixels
    findings = rescore(small_detector(), frame, scored(frame, Box(40, 40, 55, 60), Box(90, 40, 106, 60)))
    assert [len(finding.rescores) for finding in findings] == [4, 5]
    assert "half_size" not in dict(findings[0].rescores)


def test_a_picture_too_long_for_a_jpeg_is_not_put_into_one(monkeypatch):
    monkeypatch.setattr(robustness, "MAX_JPEG_SIDE", 83)  # the crop has 84
    frame = noisy()
    (finding,) = rescore(small_detector(), frame, scored(frame, Box(101, 71, 161, 131)))
    assert list(dict(finding.rescores)) == ["half_size", "slight_blur", "shifted_crop"]


def test_only_the_highest_scores_among_the_evaluated_are_scored_again(monkeypatch):
    monkeypatch.setattr(robustness, "MAX_FACES_PERTURBED", 2)
    frame = colored(200)
    boxes = [Box(20, 20, 60, 60), Box(320, 20, 360, 60), Box(180, 100, 220, 140), Box(20, 200, 26, 206)]
    findings = rescore(small_detector(), frame, scored(frame, *boxes))
    assert [finding.region.face_id for finding in findings] == [1, 2, 3, 4]
    assert [len(finding.rescores) for finding in findings] == [5, 0, 5, 0]
    assert stability_sentence(findings[1], small_card()) == (
        "Not scored again: that is done for the 2 highest scores of a picture."
    )
    assert findings[3].decision.verdict == "not evaluated"
    assert stability_sentence(findings[3], small_card()) == ""


def rescored(fake_score, *scores):
    """A finding with rescores in the order of PERTURBATIONS; signs from 0.9, no signs to 0.1."""
    region = whole_frame_region(Frame(0, 0.0, np.zeros((20, 20, 3), np.uint8)))
    verdict = (
        "signs of manipulation" if fake_score >= 0.9 else "no signs found" if fake_score <= 0.1 else "inconclusive"
    )
    finding = finding_of(region, fake_score, decision_of(verdict))
    return replace(finding, rescores=tuple(map(PerturbedScore, PERTURBATIONS, scores)))


def test_the_spread_is_the_highest_less_the_lowest_with_the_score_itself():
    assert score_range(rescored(0.9, 0.6, 0.7)) == pytest.approx(0.3)
    assert score_range(rescored(0.5, 0.6, 0.75)) == pytest.approx(0.25)
    assert score_range(rescored(0.5)) == 0


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ((0.95, 0.92, 0.9, 0.99, 1.0, 0.91), "The decision stays the same under all five changes."),
        ((0.95, 0.92, 0.9, 0.99, 1.0), "The decision stays the same under all four changes."),
        ((0.95, 0.92, 0.8, 0.99, 1.0, 0.91), "Under JPEG quality 50 the face would be ‘inconclusive’."),
        (
            (0.95, 0.8, 0.7, 0.05, 0.6, 0.91),
            "Under JPEG quality 75, JPEG quality 50 and slight blur the face would be ‘inconclusive’, under half size "
            "the face would be ‘no signs found’. A call that most changes take away is weak evidence.",
        ),
        ((0.05, 0.5, 0.5, 0.5, 0.5, 0.5), "Under all five changes the face would be ‘inconclusive’."),
    ],
)
def test_in_words_whether_the_decision_would_change(scores, sentence):
    assert stability_sentence(rescored(*scores), small_card()) == sentence
