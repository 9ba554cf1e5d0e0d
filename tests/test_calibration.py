import math

import numpy as np
import pytest
from small_detector import small_card

from forensics.calibration import clopper_pearson, decide, fit_calibration, fit_thresholds, likelihood_ratio, logit
from forensics.card import Calibration, Thresholds
from forensics.types import Box

FACE = Box(0, 0, 50, 60)


def test_the_logit_of_a_certain_score_is_finite():
    assert logit(0.5) == 0
    assert logit(1.0) == pytest.approx(math.log(1e7), rel=1e-6)


def test_the_likelihood_ratio_is_a_line_on_the_logit():
    calibration = Calibration(slope=0.5, intercept=0.1, log10_limit=3, n_real=1000, n_fake=1000, data="")
    assert likelihood_ratio(0.5, calibration) == pytest.approx(10**0.1)
    assert likelihood_ratio(0.9, calibration) == pytest.approx(10 ** (0.5 * math.log(9) + 0.1))


def test_the_likelihood_ratio_is_held_within_what_the_sample_supports():
    calibration = Calibration(slope=5, intercept=0, log10_limit=2, n_real=100, n_fake=100, data="")
    assert likelihood_ratio(0.999999, calibration) == 100
    assert likelihood_ratio(0.000001, calibration) == 0.01


@pytest.mark.parametrize(
    ("score", "verdict"),
    [
        (0.9, "signs of manipulation"),
        (0.89, "inconclusive"),
        (0.11, "inconclusive"),
        (0.1, "no signs found"),
    ],
)
def test_the_thresholds_belong_to_the_decision_they_name(score, verdict):
    assert decide(score, FACE, small_card()).verdict == verdict


def test_a_reason_never_contradicts_itself_by_rounding():
    card = small_card(thresholds=Thresholds(signs=0.499, no_signs=0.498, smallest_face=1))
    assert decide(0.4985, FACE, card).reason.endswith("lies between the thresholds 0.498 and 0.499.")
    assert decide(0.9999, FACE, card).reason.startswith("The score > 0.999 reaches 0.499")


def test_a_small_face_is_not_evaluated_and_the_reason_says_so():
    decision = decide(0.99, Box(0, 0, 50, 7), small_card())
    assert decision.verdict == "not evaluated"
    assert decision.likelihood_ratio is None
    assert decision.reason == "The face is 7 pixels on its shorter side; under 8 nothing can be said."


def test_calibration_finds_the_ratio_of_two_normal_distributions():
    # logits N(−1, 1) and N(1, 1): the log likelihood ratio is 2 x, so the slope in log10 is 2 / ln 10 = 0.869
    generator = np.random.default_rng(0)
    x = np.concatenate([generator.normal(-1, 1, 20000), generator.normal(1, 1, 5000)])
    manipulated = np.arange(25000) >= 20000
    calibration = fit_calibration(1 / (1 + np.exp(-x)), manipulated, "made")
    assert calibration.slope == pytest.approx(0.869, abs=0.03)
    assert calibration.intercept == pytest.approx(0, abs=0.03)
    assert calibration.log10_limit == pytest.approx(math.log10(5000))
    assert (calibration.n_real, calibration.n_fake) == (20000, 5000)


def test_thresholds_hold_the_stated_rates_on_the_calibration_set():
    untouched = np.linspace(0, 0.6, 1000)
    forged = np.linspace(0.3, 1, 1000)
    scores = np.concatenate([untouched, forged])
    thresholds = fit_thresholds(scores, np.arange(2000) >= 1000)
    assert np.mean(untouched >= thresholds.signs) == pytest.approx(0.01, abs=0.002)
    assert np.mean(forged <= thresholds.no_signs) == pytest.approx(0.01, abs=0.002)


def test_perfect_separation_still_gives_two_thresholds():
    scores = np.array([0.1] * 50 + [0.9] * 50)
    assert fit_thresholds(scores, np.arange(100) >= 50) == Thresholds(signs=0.9, no_signs=0.1, smallest_face=32)


def test_equal_scores_still_give_two_thresholds():
    thresholds = fit_thresholds(np.full(10, 0.5), np.arange(10) >= 5)
    assert thresholds.no_signs == 0.5 < thresholds.signs


def test_clopper_pearson_gives_the_published_values():
    # 0 of 10: upper bound 1 − 0.025^(1/10) = 0.3085; 5 of 10: 0.1871 to 0.8129
    assert clopper_pearson(0, 10) == (0.0, pytest.approx(0.3085, abs=1e-4))
    assert clopper_pearson(5, 10) == (pytest.approx(0.1871, abs=1e-4), pytest.approx(0.8129, abs=1e-4))
    assert clopper_pearson(10, 10) == (pytest.approx(0.6915, abs=1e-4), 1.0)
