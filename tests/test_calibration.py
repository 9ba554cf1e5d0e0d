import math

import numpy as np
import pytest
from small_detector import small_card

from forensics.calibration import clopper_pearson, decide, likelihood_ratio, log10_ratio, logit
from forensics.card import Calibration, Promise, Thresholds
from forensics.types import Box
from forensics.wording import percent

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


def test_the_ratio_may_be_held_closer_on_one_side():
    calibration = Calibration(5, 0, log10_limit=2, n_real=100, n_fake=9, data="", log10_floor=-1)
    np.testing.assert_array_equal(log10_ratio(np.array([0.999999, 0.5, 0.000001]), calibration), [2, 0, -1])


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


def test_a_reason_says_what_the_threshold_promises():
    limits = Thresholds(0.9, 0.1, 1, false_alarms=Promise(0.02, 0.0195, 735), misses=Promise(0.05, 0.04, 500))
    card = small_card(thresholds=limits)
    assert decide(0.95, FACE, card).reason == (
        "The score 0.950 reaches 0.900, the threshold for signs of manipulation, which at most 2 % of untouched faces "
        "reach."
    )
    assert decide(0.05, FACE, card).reason == (
        "The score 0.050 is at most 0.100, the threshold for no signs found, which at most 5 % of forged faces stay "
        "under."
    )


@pytest.mark.parametrize(("share", "text"), [(0.02, "2 %"), (0.125, "12.5 %"), (0.0005, "0.05 %"), (1.0, "100 %")])
def test_a_rate_keeps_the_digits_it_is_stated_with(share, text):
    assert percent(share) == text


def test_a_small_face_is_not_evaluated_and_the_reason_says_so():
    decision = decide(0.99, Box(0, 0, 50, 7), small_card())
    assert decision.verdict == "not evaluated"
    assert decision.likelihood_ratio is None
    assert decision.reason == "The face is 7 pixels on its shorter side; under 8 nothing can be said."


def test_clopper_pearson_gives_the_published_values():
    # 0 of 10: upper bound 1 − 0.025^(1/10) = 0.3085; 5 of 10: 0.1871 to 0.8129
    assert clopper_pearson(0, 10) == (0.0, pytest.approx(0.3085, abs=1e-4))
    assert clopper_pearson(5, 10) == (pytest.approx(0.1871, abs=1e-4), pytest.approx(0.8129, abs=1e-4))
    assert clopper_pearson(10, 10) == (pytest.approx(0.6915, abs=1e-4), 1.0)
