"""Thresholds and likelihood ratios from scores."""

import math
from dataclasses import astuple, replace

import numpy as np
import pytest
from small_detector import small_card

from forensics.decision.calibration import clopper_pearson, likelihood_ratio
from forensics.training.calibration_fit import (
    elub_bounds,
    fit_calibration,
    fit_thresholds,
    threshold_for_rate,
    with_calibration,
)
from forensics.types.model_card import Calibration

NEUTRAL_AT_HALF = Calibration(1.0, 0.0, 2.0, 100, 100, "made")
HALVES = np.arange(2000) >= 1000


def test_calibration_finds_the_ratio_of_two_normal_distributions():
    # logits N(−1, 1) and N(1, 1): the log likelihood ratio is 2 x, so the slope in log10 is 2 / ln 10 = 0.869
    generator = np.random.default_rng(0)
    x = np.concatenate([generator.normal(-1, 1, 20000), generator.normal(1, 1, 5000)])
    manipulated = np.arange(25000) >= 20000
    calibration = fit_calibration(1 / (1 + np.exp(-x)), manipulated, "made")
    assert calibration.slope == pytest.approx(0.869, abs=0.03)
    assert calibration.intercept == pytest.approx(0, abs=0.03)
    assert (calibration.n_real, calibration.n_fake) == (20000, 5000)


def test_scores_that_fall_with_manipulation_are_no_evidence():
    calibration = fit_calibration(np.linspace(0.9, 0.1, 100), np.arange(100) >= 50, "made")
    assert likelihood_ratio(0.9, calibration) == likelihood_ratio(0.1, calibration) == 1


def test_nine_faces_a_class_told_apart_support_a_ratio_of_nine():
    # with one misleading face more a class: 1 / 10 missed + t · 1 / 10 ≤ 1 up to t = 9, whose log10 is 0.954
    apart = np.full(9, 3.0)
    assert elub_bounds(-apart, apart) == (pytest.approx(-0.95), pytest.approx(0.95))


def test_a_misleading_face_halves_what_is_supported_on_its_side_alone():
    # two misleading untouched faces of ten: t ≤ 4.5, log10 0.653; the lower bound: 1 / 10 · t + 2 / 10 ≤ 1, t = 8
    untouched = np.array([3.0] + [-3.0] * 8)
    assert elub_bounds(untouched, np.full(9, 3.0)) == (pytest.approx(-0.90), pytest.approx(0.65))


def test_no_more_is_supported_than_the_largest_ratio_that_came():
    assert elub_bounds(np.full(9, -0.2), np.full(9, 0.3)) == (pytest.approx(-0.2), pytest.approx(0.3))


def test_ratios_that_say_nothing_support_nothing():
    assert elub_bounds(np.zeros(9), np.zeros(9)) == (0, 0)


def test_thresholds_hold_the_stated_rates_with_their_bound():
    untouched, forged = np.linspace(0, 0.6, 1000), np.linspace(0.3, 1, 1000)
    thresholds = fit_thresholds(np.concatenate([untouched, forged]), HALVES, NEUTRAL_AT_HALF)
    # of 1000, 11 errors have an upper bound of 0.0196 and 12 one of 0.0209; 36 one of 0.0495 and 37 one of 0.0507
    assert int((untouched >= thresholds.signs).sum()) == 11
    assert int((forged <= thresholds.no_signs).sum()) == 36
    assert astuple(thresholds.false_alarms) == (0.02, pytest.approx(0.0196, abs=1e-4), 1000, "")
    assert astuple(thresholds.misses) == (0.05, pytest.approx(0.0495, abs=1e-4), 1000, "")


def test_183_faces_are_the_fewest_that_can_promise_two_per_cent():
    assert clopper_pearson(0, 183)[1] <= 0.02 < clopper_pearson(0, 182)[1]


def test_a_small_set_promises_the_smallest_rate_it_supports():
    scores = np.concatenate([np.linspace(0, 0.4, 10), np.linspace(0.3, 1, 10)])
    thresholds = fit_thresholds(scores, np.arange(20) >= 10, NEUTRAL_AT_HALF)
    # none of ten: bound 1 − 0.025^(1/10) = 0.3085, rounded up
    assert astuple(thresholds.false_alarms) == (0.309, pytest.approx(0.3085, abs=1e-4), 10, "")
    assert not (scores[:10] >= thresholds.signs).any()


def test_a_verdict_never_contradicts_its_ratio():
    # 2 % of untouched faces reach 0.3 and more, where the ratio still speaks for untouched: signs begin at a ratio of 1
    scores = np.concatenate([np.linspace(0, 0.3, 1000), np.linspace(0.2, 1, 1000)])
    calibration = Calibration(1.0, -math.log10(3), 2.0, 1000, 1000, "made")  # a ratio of 1 where the logit is log10 3
    thresholds = fit_thresholds(scores, HALVES, calibration)
    assert likelihood_ratio(thresholds.signs, calibration) == pytest.approx(1)
    assert likelihood_ratio(thresholds.no_signs, calibration) < 1


def test_perfect_separation_still_gives_two_thresholds():
    scores = np.array([0.1] * 50 + [0.9] * 50)
    thresholds = fit_thresholds(scores, np.arange(100) >= 50, NEUTRAL_AT_HALF)
    assert (thresholds.no_signs, thresholds.signs) == (pytest.approx(0.1), pytest.approx(0.9))
    assert thresholds.no_signs > 0.1 and thresholds.signs < 0.9  # what either kind reaches gets its verdict


@pytest.mark.parametrize("score", [0.0, 0.5, 1.0])
def test_equal_scores_still_give_two_thresholds_and_true_promises(score):
    flat = Calibration(0.0, 0.0, 0.0, 5, 5, "made")
    thresholds = fit_thresholds(np.full(10, score), np.arange(10) >= 5, flat)
    assert thresholds.no_signs < thresholds.signs
    if score >= thresholds.signs:
        assert thresholds.false_alarms.stated == 1


def test_worn_faces_make_the_thresholds_stricter_and_leave_the_ratios_alone():
    scores = np.concatenate([np.linspace(0, 0.6, 1000), np.linspace(0.3, 1, 1000)])
    worn = np.concatenate([np.linspace(0.1, 0.7, 1000), np.linspace(0.2, 0.9, 1000)])
    clean, both = (
        with_calibration(small_card(), scores, HALVES, "made"),
        with_calibration(small_card(), scores, HALVES, "made", worn),
    )
    assert both.calibration == clean.calibration
    assert both.thresholds.signs == pytest.approx(clean.thresholds.signs + 0.1)
    assert both.thresholds.no_signs == pytest.approx(clean.thresholds.no_signs - 0.1)
    assert replace(both, thresholds=clean.thresholds) == clean


def shares(untouched, forged, of_untouched=20, of_forged=10):
    """Scores of logit 1 and 0, and labels: so many of each class have logit 1."""
    logits = [*[1.0] * untouched, *[0.0] * (of_untouched - untouched), *[1.0] * forged, *[0.0] * (of_forged - forged)]
    return 1 / (1 + np.exp(-np.array(logits))), np.arange(of_untouched + of_forged) >= of_untouched


def test_two_scores_have_the_ratios_of_their_shares():
    """Logit 1: 60 % of the forged and 20 % of the untouched, three to one. Logit 0: 40 % and 80 %, one to two."""
    calibration = fit_calibration(*shares(4, 6), "made")
    assert calibration.intercept == pytest.approx(-math.log10(2), abs=1e-3)
    assert calibration.slope + calibration.intercept == pytest.approx(math.log10(3), abs=1e-3)
    assert calibration.data == "made"
    # of 20 untouched and 10 forged faces: 5 / 11 + t · 5 / 21 ≤ 1 up to t = 2.29, log10 0.36; and of what speaks
    # against manipulation: 5 / 21 + t · 5 / 11 ≤ 1 up to t = 1.68, log10 0.225
    assert (calibration.log10_limit, calibration.log10_floor) == (0.36, -0.22)


def test_falling_scores_make_a_line_that_says_nothing():
    calibration = fit_calibration(*shares(12, 2), "made")
    assert (calibration.slope, calibration.intercept, calibration.log10_limit, calibration.log10_floor) == (0, 0, 0, 0)


def test_the_card_gets_the_thresholds_and_the_ratio_of_its_faces():
    card = small_card()
    scores, manipulated = shares(4, 6)
    made = with_calibration(card, scores, manipulated, "made here")
    assert made.calibration == fit_calibration(scores, manipulated, "made here")
    assert made.thresholds == fit_thresholds(scores, manipulated, made.calibration) != card.thresholds
    assert made.name == card.name


FLAT = Calibration(0.0, 0.0, 0.0, 5, 5, "made")


def test_thresholds_that_would_be_one_are_told_apart_by_the_least_there_is():
    """Untouched faces at one half and forged ones two steps of a number above it: between them lies one number."""
    between = np.nextafter(0.5, 1)
    scores = np.array([0.5] * 5 + [np.nextafter(between, 1)] * 5)
    thresholds = fit_thresholds(scores, np.arange(10) >= 5, FLAT)
    assert (thresholds.signs, thresholds.no_signs) == (between, 0.5)
    assert thresholds.smallest_face == 32


def test_signs_begin_where_the_ratio_is_one():
    """2 x − 1 = 0 at a logit of one half."""
    scores = np.concatenate([np.linspace(0, 0.3, 1000), np.linspace(0.2, 1, 1000)])
    thresholds = fit_thresholds(scores, HALVES, Calibration(2.0, -1.0, 2.0, 1000, 1000, "made"))
    assert thresholds.signs == pytest.approx(1 / (1 + math.exp(-0.5)))


def test_a_forged_face_at_the_threshold_is_missed():
    """One of 200 lies at one half, where the ratio is one and the threshold therefore ends."""
    scores = np.concatenate([np.linspace(0, 0.95, 200), [0.5], np.full(199, 0.9)])
    thresholds = fit_thresholds(scores, np.arange(400) >= 200, NEUTRAL_AT_HALF)
    assert thresholds.no_signs == 0.5
    assert thresholds.misses.bound == pytest.approx(clopper_pearson(1, 200)[1])


def test_where_nothing_can_be_promised_no_score_reaches_the_threshold():
    assert threshold_for_rate(np.arange(10) / 10, 0.02) == np.nextafter(0.9, 1)
