"""How much the score of one sighting counts in what is said of a person.

A face far off, or one that lost its fine traces to compression or motion, is not refused as long as the gate lets it
pass, but it shall not outvote clear ones.
"""

from typing import NamedTuple

from forensics.decision.quality_gate import measure_quality
from forensics.facts import Fact
from forensics.types.analysis import Decision, FaceRegion, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.video_codes import WeightCode

MIN_WEIGHT = 0.2
"""Weight of a sighting that the gate just lets pass: five such count as much as a clear one."""

CLEAR_SIZE = 3.0
"""Shorter side, in units of the smallest face that is evaluated, from which a face counts in full."""

CLEAR_SHARPNESS = 2.0
"""Sharpness, in units of the least that is evaluated, from which a face counts in full."""

CLEAR_BLOCKINESS = 0.5
"""Share of the way from no blocks at all to the strongest that are evaluated, up to which a face counts in full."""


class _WeightFactor(NamedTuple):
    weight: float
    reason: Fact


def observation_weight(region: FaceRegion, decision: Decision, card: DetectorCard) -> tuple[float, Fact | None]:
    """How much the face counts, in [0, 1], and why it counts less than 1: None where it counts in full.

    decision: of this face by the card. Where it was not evaluated the weight is 0 and the reason is the decision's.
    Elsewhere the worst of size, sharpness and blocks says: from 1 where it is clear, falling straight to MIN_WEIGHT
    at the limit of what is evaluated. A card without a gate looks at size only.
    """
    if decision.verdict == Verdict.NOT_EVALUATED:
        return 0.0, decision.reason
    worst = min(_factors(region, card), key=lambda factor: factor.weight)
    return worst.weight, worst.reason if worst.weight < 1 else None


def _factors(region: FaceRegion, card: DetectorCard) -> list[_WeightFactor]:
    shorter, smallest = min(region.box.width, region.box.height), card.thresholds.smallest_face
    size = _ramp(shorter, smallest, CLEAR_SIZE * smallest)
    factors = [_WeightFactor(size, Fact(WeightCode.SMALL, {"pixels": shorter}))]
    if card.gate is not None:
        measured, gate = measure_quality(region), card.gate
        sharp = _ramp(measured.sharpness, gate.sharpness.least, CLEAR_SHARPNESS * gate.sharpness.least)
        clear_blocks = 1 + CLEAR_BLOCKINESS * (gate.blockiness.most - 1)
        whole = _ramp(measured.blockiness, gate.blockiness.most, clear_blocks)
        factors += [_WeightFactor(sharp, Fact(WeightCode.BLURRED)), _WeightFactor(whole, Fact(WeightCode.BLOCKS))]
    return factors


def _ramp(value: float, limit: float, clear: float) -> float:
    """MIN_WEIGHT at the limit and beyond, 1 from `clear` on, a straight line between."""
    if limit == clear:
        return 1.0
    share = min(1.0, max(0.0, (value - limit) / (clear - limit)))
    return MIN_WEIGHT + (1 - MIN_WEIGHT) * share
