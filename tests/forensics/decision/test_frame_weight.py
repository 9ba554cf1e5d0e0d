import numpy as np
import pytest
from reasons import BETWEEN
from small_detector import small_card
from specimens import region_of

from forensics.decision.frame_weight import observation_weight
from forensics.decision.quality_gate import measure_quality
from forensics.facts import Fact
from forensics.messages.catalogue import optional_sentence
from forensics.types.analysis import Decision, FaceRegion
from forensics.types.model_card import Interval, QualityGate
from forensics.types.reasons import ReasonCode

INCONCLUSIVE = Decision("inconclusive", 1.0, BETWEEN)


def face(side: int) -> FaceRegion:
    return region_of(np.random.default_rng(1).integers(0, 256, (side, side, 3), dtype=np.uint8))


def gate_of(**ranges: Interval) -> QualityGate:
    wide = dict.fromkeys(("sharpness", "blockiness", "covered", "brightness", "contrast"), Interval(0.0, 1e6))
    return QualityGate(**wide | ranges, n=10)


def test_what_was_not_evaluated_does_not_count_and_says_why():
    decision = Decision("not evaluated", None, Fact(ReasonCode.TOO_DARK))
    assert observation_weight(face(100), decision, small_card()) == (0.0, decision.reason)


@pytest.mark.parametrize(("side", "weight"), [(8, 0.2), (16, 0.6), (24, 1.0), (200, 1.0)])
def test_a_face_counts_more_the_larger_it_is_up_to_three_times_the_smallest(side, weight):
    found, reason = observation_weight(face(side), INCONCLUSIVE, small_card())
    assert found == pytest.approx(weight)
    assert optional_sentence(reason) == ("" if weight == 1 else f"the face is small, {side} pixels on its shorter side")


@pytest.mark.parametrize(("times_the_least", "weight"), [(1.0, 0.2), (1.5, 0.6), (2.0, 1.0), (3.0, 1.0)])
def test_a_face_near_the_gates_limit_of_blur_counts_less(times_the_least, weight):
    sharpness = measure_quality(face(100)).sharpness
    card = small_card(gate=gate_of(sharpness=Interval(sharpness / times_the_least, 1e6)))
    found, reason = observation_weight(face(100), INCONCLUSIVE, card)
    assert found == pytest.approx(weight)
    assert optional_sentence(reason) == ("" if weight == 1 else "motion or compression blurred it")


@pytest.mark.parametrize(("share", "weight"), [(1.0, 0.2), (0.75, 0.6), (0.5, 1.0), (0.1, 1.0)])
def test_a_face_near_the_gates_limit_of_blocks_counts_less(share, weight):
    blocks = measure_quality(face(100)).blockiness
    card = small_card(gate=gate_of(blockiness=Interval(1.0, 1 + (blocks - 1) / share)))
    found, reason = observation_weight(face(100), INCONCLUSIVE, card)
    assert found == pytest.approx(weight)
    assert optional_sentence(reason) == ("" if weight == 1 else "blocks of compression show")


def test_the_worst_of_several_reasons_says():
    sharpness = measure_quality(face(12)).sharpness
    card = small_card(gate=gate_of(sharpness=Interval(sharpness / 1.9, 1e6)))
    weight, reason = observation_weight(face(12), INCONCLUSIVE, card)
    assert weight == pytest.approx(0.4)
    assert optional_sentence(reason) == "the face is small, 12 pixels on its shorter side"


def test_a_gate_that_asks_for_no_sharpness_refuses_no_weight():
    """Limit and clear value are one then."""
    card = small_card(gate=gate_of(sharpness=Interval(0.0, 1e6)))
    assert observation_weight(face(100), INCONCLUSIVE, card) == (1.0, None)
