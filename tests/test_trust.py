"""The verdict on hand-made figures: of the target's 4, a map takes `loss` away at once; see specimens.figures_of."""

import re

import pytest
from specimens import figures_of

from explain.faithfulness.trust_verdict import exceeds_random, trust_verdict
from explain.types import MapMetrics, Trust
from forensics.facts import Fact
from forensics.messages.catalogue import sentence

AT_RANDOM = tuple(figures_of(loss) for loss in (1.9, 2.0, 2.1))


def curves(deletion_loss: float, insertion: float) -> MapMetrics:
    return MapMetrics(figures_of(deletion_loss).deletion, figures_of(insertion).insertion, 0.0, 0.5, 0.1, None)


def said(answer: tuple[Trust, Fact]) -> tuple[Trust, str]:
    return answer[0], sentence(answer[1])


def test_beyond_is_by_standard_deviations_of_a_sample() -> None:
    assert exceeds_random(4.01, [1, 2, 3], 2)  # mean 2, deviation 1
    assert not exceeds_random(4.0, [1, 2, 3], 2)
    assert not exceeds_random(2.0, [2, 2, 2], 1)


def test_a_map_that_beats_every_control_is_faithful() -> None:
    verdict, reason = said(trust_verdict(figures_of(3.0), AT_RANDOM, figures_of(2.0), 0.1))
    assert verdict == "faithful"
    # gap = 2 · 0.975 · loss - 4
    assert "(insertion less deletion 1.85, at random -0.1 ± 0.2)" in reason
    assert reason.endswith("or of a network with randomised weights.")


def test_nothing_is_said_of_randomised_weights_that_gave_no_map() -> None:
    verdict, reason = said(trust_verdict(figures_of(3.0), AT_RANDOM, None, None))
    assert verdict == "faithful"
    assert "randomised" not in reason


@pytest.mark.parametrize("loss", [1.0, 2.0, 2.19])
def test_a_map_within_two_deviations_of_random_ones_is_not_better_than_chance(loss: float) -> None:
    verdict, reason = said(trust_verdict(figures_of(loss), AT_RANDOM, figures_of(0.0), 0.0))
    assert verdict == "not better than chance"
    assert "no more than maps drawn at random" in reason


def test_a_map_that_is_like_that_of_randomised_weights_is_weak() -> None:
    verdict, reason = said(trust_verdict(figures_of(3.0), AT_RANDOM, figures_of(2.0), 0.51))
    assert verdict == "weak" and "similar map (rank correlation 0.51)" in reason
    assert trust_verdict(figures_of(3.0), AT_RANDOM, figures_of(2.0), -0.51)[0] == "weak"
    assert trust_verdict(figures_of(3.0), AT_RANDOM, figures_of(2.0), 0.5)[0] == "faithful"


def test_a_map_that_randomised_weights_do_as_well_is_weak() -> None:
    verdict, reason = said(trust_verdict(figures_of(3.0), AT_RANDOM, figures_of(3.0), 0.0))
    assert verdict == "weak"
    assert "the map of a network with randomised weights does no worse" in reason


@pytest.mark.parametrize(
    ("figures", "doubt"),
    [
        (curves(2.0, 3.0), "blurring what it marks first takes away no more"),
        (curves(3.0, 2.0), "giving back what it marks first restores no more"),
    ],
)
def test_one_curve_alone_makes_a_weak_map(figures: MapMetrics, doubt: str) -> None:
    verdict, reason = said(trust_verdict(figures, AT_RANDOM, None, None))
    assert verdict == "weak" and doubt in reason


def test_several_doubts_make_one_sentence() -> None:
    _, reason = said(trust_verdict(curves(2.0, 3.0), AT_RANDOM, figures_of(3.0), 0.9))
    assert len(re.findall(r"\.(?:\s|$)", reason)) == 1 and reason.count(" and ") == 2


def test_where_nothing_moves_the_answer_no_map_is_better_than_chance() -> None:
    still = figures_of(0.0)
    assert trust_verdict(still, (still, still), still, 1.0)[0] == "not better than chance"
