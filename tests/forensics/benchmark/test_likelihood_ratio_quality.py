"""How truthful likelihood ratios are."""

import math
import threading
from pathlib import Path

import numpy as np
import pytest
from made_answers import made_answers
from small_detector import RedAgainstBlue, small_card_with_evidence, small_detector

from forensics.benchmark import likelihood_ratio_quality, statistics
from forensics.benchmark.likelihood_ratio_quality import calibration_error, cllr, cllr_min, likelihood_ratio_metrics
from forensics.benchmark.scoring import Predictions
from forensics.detectors.crop_detector import CropDetector
from forensics.measurements.metrics import Metric

MANIPULATED = np.array([False, False, True, True])


def test_ratios_of_one_cost_one_bit_and_certain_right_ones_nothing():
    assert cllr(np.zeros(4), MANIPULATED) == pytest.approx(1)
    assert cllr(np.array([-9.0, -9, 9, 9]), MANIPULATED) == pytest.approx(0, abs=1e-8)


def test_a_ratio_of_two_in_the_right_direction_costs_its_bits():
    # log2(1 + 1/2) = 0.585 on either side
    assert cllr(np.log10([0.5, 0.5, 2, 2]), MANIPULATED) == pytest.approx(math.log2(1.5))


def test_each_class_counts_one_half_however_many_it_has():
    ratios, manipulated = np.log10([0.5] * 8 + [1.0]), np.arange(9) == 8
    assert cllr(ratios, manipulated) == pytest.approx((math.log2(1.5) + 1) / 2)


def test_the_order_of_the_scores_alone_decides_what_is_unavoidable():
    assert cllr_min(np.array([0.1, 0.2, 0.3, 0.4]), MANIPULATED) == 0
    # one pair in the wrong order shares a posterior of one half: a bit each for half of either class
    assert cllr_min(np.array([0.1, 0.3, 0.2, 0.4]), MANIPULATED) == pytest.approx(0.5)
    assert cllr_min(np.full(4, 0.5), MANIPULATED) == pytest.approx(1)


def test_the_calibration_error_is_the_distance_of_what_was_said_from_what_was():
    assert calibration_error(np.zeros(4), MANIPULATED) == pytest.approx(0)
    # said 0.8 (a ratio of 4) where half was manipulated, and 0.2 where half was
    assert calibration_error(np.log10([4, 0.25, 4, 0.25]), MANIPULATED) == pytest.approx(0.3)


def test_the_calibration_error_takes_both_classes_for_equally_frequent():
    manipulated = np.arange(12) >= 9
    assert calibration_error(np.zeros(12), manipulated) == pytest.approx(0)


def test_the_figures_say_what_calibration_loses(monkeypatch):
    monkeypatch.setattr(statistics, "N_RESAMPLES", 20)
    scores = np.concatenate([np.linspace(0.05, 0.6, 30), np.linspace(0.4, 0.95, 30)])
    figures = likelihood_ratio_metrics(small_detector(), scores, np.arange(60) >= 30, "made")
    values = {figure.name: figure.value for figure in figures}
    assert values[Metric.CLLR_CAL] == pytest.approx(values[Metric.CLLR] - values[Metric.CLLR_MIN])
    assert 0 < values[Metric.CLLR_MIN] < values[Metric.CLLR] < 1
    assert figures[0].low <= figures[0].value <= figures[0].high
    assert values[Metric.UNTOUCHED_BELOW_A_TENTH] == 12 / 30  # logit −1 and less: scores up to 0.269
    assert {figure.command for figure in figures} == {"python -m forensics benchmark evidence --detector telltale"}


def test_a_measurement_leaves_out_faces_without_a_ratio_and_draws_both_sets(monkeypatch):
    monkeypatch.setattr(statistics, "N_RESAMPLES", 5)
    verdicts = np.array(
        ["no signs found", "inconclusive", "not evaluated", "", "inconclusive", "signs of manipulation"]
    )
    scores = np.array([0.1, 0.5, 0.9, np.nan, 0.4, 0.95])
    answers = Predictions(scores, verdicts, np.array([False, False, False, True, True, True]), np.full(6, np.nan))
    monkeypatch.setattr(likelihood_ratio_quality, "archive_members", lambda archive: [])
    monkeypatch.setattr(likelihood_ratio_quality, "score_pictures", lambda *_: answers)
    rows = [("openforensics", True, "a", 2.0), ("openforensics", True, "b", 1.0), ("lfw", False, "c", -1.0)]
    others = [("diffusion", True, "d", 2.0), ("diffusion", False, "e", 0.0), ("site", False, "f", 0.0)]
    made = made_answers([*rows, *others], known=("openforensics",))
    monkeypatch.setattr(likelihood_ratio_quality, "load_fitting_answers", lambda *_: made)
    monkeypatch.setattr(likelihood_ratio_quality, "load_reporting_answers", lambda *_: made)
    figures, (fitted, seen) = likelihood_ratio_quality.run_evidence(small_detector(), Path("data"), Path("out"))
    assert [figure.n for figure in figures] == [2, 4, 4, 4, 4]
    assert (fitted.data, fitted.n_fake, fitted.n_real) == ("calibration set", 2, 1)
    assert (seen.data, seen.n_fake, seen.n_real) == ("openforensics-val", 2, 2)
    knowing = CropDetector(small_card_with_evidence(), RedAgainstBlue().eval(), threading.Lock())
    _, (*_, kinds) = likelihood_ratio_quality.run_evidence(knowing, Path("data"), Path("out"))
    assert (kinds.data, kinds.n_fake, kinds.n_real) == ("kinds kept back", 1, 1)
