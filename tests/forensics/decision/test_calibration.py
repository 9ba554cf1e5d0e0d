import math

import numpy as np
import pytest
from reasons import BETWEEN
from small_detector import small_card, small_card_with_evidence

from forensics.decision.calibration import (
    clopper_pearson,
    decide_by_thresholds,
    decision_ratios,
    likelihood_ratio,
    log10_likelihood_ratio,
    logit,
    person_decision_ratios,
    person_limits,
    size_rejection_reason,
)
from forensics.facts import Fact
from forensics.messages.numbers import percent_text
from forensics.types.analysis import Box, Decision
from forensics.types.model_card import Calibration, ErrorRateBound, Thresholds
from forensics.types.reasons import ReasonCode

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
    np.testing.assert_array_equal(log10_likelihood_ratio(np.array([0.999999, 0.5, 0.000001]), calibration), [2, 0, -1])


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
    assert decide_by_thresholds(score, FACE, small_card()).verdict == verdict


def test_a_reason_has_the_score_and_the_threshold_as_they_are():
    reason = decide_by_thresholds(
        0.4985, FACE, small_card(thresholds=Thresholds(signs=0.499, no_signs=0.498, smallest_face=1))
    ).reason
    assert reason == Fact(ReasonCode.SCORE_BETWEEN, {"score": 0.4985, "no_signs": 0.498, "signs": 0.499})


def test_a_reason_has_what_the_threshold_promises():
    limits = Thresholds(
        0.9, 0.1, 1, false_alarms=ErrorRateBound(0.02, 0.0195, 735), misses=ErrorRateBound(0.05, 0.04, 500)
    )
    card = small_card(thresholds=limits)
    signs = {"score": 0.95, "threshold": 0.9, "stated": 0.02, "bound": 0.0195}
    assert decide_by_thresholds(0.95, FACE, card).reason == Fact(ReasonCode.SCORE_REACHES_SIGNS, signs)
    no_signs = {"score": 0.05, "threshold": 0.1, "stated": 0.05, "bound": 0.04}
    assert decide_by_thresholds(0.05, FACE, card).reason == Fact(ReasonCode.SCORE_WITHIN_NO_SIGNS, no_signs)


def test_where_nothing_is_promised_the_reason_has_no_number_for_it():
    assert math.isnan(decide_by_thresholds(0.95, FACE, small_card()).reason.parameters["stated"])


def test_the_leading_ratio_is_of_kinds_unknown_and_the_known_one_stands_beside_it():
    decision = decide_by_thresholds(0.75, FACE, small_card_with_evidence())  # logit = log 3
    assert decision.likelihood_ratio == pytest.approx(10 ** (0.5 * math.log(3)))
    assert decision.known_ratio == pytest.approx(10 ** math.log(3))
    # of untouched faces 0.5 reach the logit 0 and 0.02 the logit 2
    assert decision.false_alarms == pytest.approx(0.5 - 0.48 * math.log(3) / 2)


def test_the_ratios_end_where_their_own_bounds_are():
    low, high = (decide_by_thresholds(score, FACE, small_card_with_evidence()) for score in (0.001, 0.999))
    assert (low.likelihood_ratio, low.known_ratio) == (pytest.approx(1 / 1.25, rel=0.01), pytest.approx(0.01))
    assert (high.likelihood_ratio, high.known_ratio) == (pytest.approx(10**1.5), pytest.approx(100))
    assert (low.false_alarms, high.false_alarms) == (0.95, 0.02)


def test_without_evidence_there_is_one_ratio_and_no_share():
    decision = decide_by_thresholds(0.75, FACE, small_card())
    assert decision.likelihood_ratio == pytest.approx(10 ** math.log(3))
    assert (decision.known_ratio, decision.false_alarms) == (None, None)


@pytest.mark.parametrize(
    ("verdict", "ratio", "leaning"),
    [
        ("inconclusive", 2.0, "towards manipulation"),
        ("inconclusive", 1.99, None),
        ("inconclusive", 0.51, None),
        ("inconclusive", 0.5, "away from manipulation"),
        ("signs of manipulation", 50.0, None),
        ("no signs found", 0.02, None),
        ("not evaluated", None, None),
    ],
)
def test_an_inconclusive_answer_leans_from_a_ratio_of_two_on(verdict, ratio, leaning):
    assert Decision(verdict, ratio, BETWEEN).leaning == leaning


def test_a_person_is_weighed_by_what_was_fitted_on_clips():
    card, reason = small_card_with_evidence(), BETWEEN
    ratio, said, known, share = person_decision_ratios(0.9, 0.75, card, reason)
    assert ratio == pytest.approx(10 ** (0.25 * math.log(3)))  # of the lower end, 0.75
    assert known == pytest.approx(10 ** (0.5 * math.log(3)))
    assert said is reason
    assert share == pytest.approx(0.4 - 0.4 * math.log(3) / 4)
    assert person_limits(card) == (0.8, 0.2)


def test_a_card_without_clips_weighs_a_person_as_a_face_of_that_score():
    assert person_decision_ratios(0.75, 0.5, small_card(), BETWEEN) == decision_ratios(0.75, small_card(), BETWEEN)
    assert person_limits(small_card()) == (0.9, 0.1)


@pytest.mark.parametrize(("share", "text"), [(0.02, "2 %"), (0.125, "12.5 %"), (0.0005, "0.05 %"), (1.0, "100 %")])
def test_a_rate_keeps_the_digits_it_is_stated_with(share, text):
    assert percent_text(share) == text


def test_a_small_face_is_not_evaluated_and_the_reason_says_so():
    decision = decide_by_thresholds(0.99, Box(0, 0, 50, 7), small_card())
    assert decision.verdict == "not evaluated"
    assert decision.likelihood_ratio is None
    assert decision.reason == Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 7, "least": 8})


def test_clopper_pearson_gives_the_published_values():
    # 0 of 10: upper bound 1 − 0.025^(1/10) = 0.3085; 5 of 10: 0.1871 to 0.8129
    assert clopper_pearson(0, 10) == (0.0, pytest.approx(0.3085, abs=1e-4))
    assert clopper_pearson(5, 10) == (pytest.approx(0.1871, abs=1e-4), pytest.approx(0.8129, abs=1e-4))
    assert clopper_pearson(10, 10) == (pytest.approx(0.6915, abs=1e-4), 1.0)


def test_a_face_of_the_smallest_size_is_evaluated():
    assert size_rejection_reason(Box(0, 0, 8, 50), small_card()) is None
    assert size_rejection_reason(Box(0, 0, 50, 7), small_card()).parameters == {"pixels": 7, "least": 8}
