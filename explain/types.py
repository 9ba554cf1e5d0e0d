"""What is asked of one face, the answer, and how far the answer can be trusted.

Question → Explanation → Faithfulness
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import final

import numpy as np
from numpy.typing import NDArray

from forensics.facts import Fact
from forensics.types.analysis import Box
from forensics.validation import require, validated_read_only


class Trust(StrEnum):
    """How far a map can be trusted, the most trustworthy first; the values are those of JSON."""

    FAITHFUL = "faithful"
    WEAK = "weak"
    CHANCE = "not better than chance"


@dataclass(frozen=True, slots=True)
class ExplanationRequest:
    """What is asked of a face: equal questions have equal answers, so none is computed twice.

    method, target, baseline: names of the registries in `explain.methods`, `explain.targets` and
    `explain.methods.baseline`. place: in crop pixels, for the target "region" and only for it. seed: of methods that
    draw at random.
    """

    method: str
    target: str = "fake_evidence"
    baseline: str = "blurred"
    place: Box | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        fits = (self.target == "region") == (self.place is not None)
        require(fits, "a place belongs to the target 'region' and to no other")


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Where in one face the network's answer comes from.

    heat_map: (h, w) float32 in crop pixels, signed and unscaled: above zero speaks for the target, below zero against
    it. seconds: that the map took.
    """

    face_id: int
    question: ExplanationRequest
    heat_map: NDArray[np.float32] = field(repr=False)
    seconds: float
    faithfulness: "Faithfulness | None" = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "heat_map", validated_read_only(self.heat_map, (None, None), np.float32, "heat_map"))
        require(bool(np.isfinite(self.heat_map).all()), "heat_map must be finite")

    @property
    def method(self) -> str:
        return self.question.method

    @property
    def target(self) -> str:
        return self.question.target


PIXEL_FRACTIONS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
"""Fractions of the crop's pixels that are replaced (deletion) or given back (insertion): closer where the strongest
are."""


def area_under_curve(curve: tuple[float, ...]) -> float:
    """Mean height of a curve over PIXEL_FRACTIONS, by trapezia, in units of the target."""
    return float(np.trapezoid(curve, PIXEL_FRACTIONS))


@final
@dataclass(frozen=True, slots=True)
class MaskAgreement:
    """How a map's evidence lies to a mask of the manipulated pixels.

    energy: share of the evidence for the target that lies inside the mask, in [0, 1]. mask_share: of the crop's area,
    in [0, 1], which is the energy of an even map. pointing_hit: whether the highest value lies inside (Zhang et al.,
    Top-down Neural Attention by Excitation Backprop, ECCV 2016). iou: of the mask and as many pixels of the map, the
    highest.
    """

    energy: float
    mask_share: float
    pointing_hit: bool
    iou: float


@dataclass(frozen=True, slots=True)
class MapMetrics:
    """How well one map of a face tells where the network's answer comes from, whoever drew the map.

    deletion, insertion: the target at each of PIXEL_FRACTIONS, strongest evidence first (Petsiuk et al., RISE, BMVC
    2018); a low area of the first and a high one of the second are good. road: half of what is lost more with the
    strongest pixels imputed than with the weakest (Rong et al., ROAD, ICML 2022), high is good. infidelity: see
    `captum.metrics`, low is good. sparseness: Gini index of the absolute values, 0 = even, 1 = one pixel. agreement:
    with the network's own mask; None where that has no pixel or the target is no evidence of manipulation."""

    deletion: tuple[float, ...]
    insertion: tuple[float, ...]
    road: float
    infidelity: float
    sparseness: float
    agreement: MaskAgreement | None

    def __post_init__(self) -> None:
        require(
            len(self.deletion) == len(self.insertion) == len(PIXEL_FRACTIONS),
            f"a curve has {len(PIXEL_FRACTIONS)} points",
        )

    @property
    def deletion_area(self) -> float:
        return area_under_curve(self.deletion)

    @property
    def insertion_area(self) -> float:
        return area_under_curve(self.insertion)

    @property
    def gap(self) -> float:
        """Insertion area less deletion area, in units of the target: about 0 for a map drawn at random."""
        return self.insertion_area - self.deletion_area


@dataclass(frozen=True, slots=True)
class Faithfulness:
    """How far one map can be trusted, beside maps that cannot.

    random: of smooth maps drawn at random. randomized: of the map that the same method draws of the same network with
    randomized weights, and rank_correlation, in [-1, 1], of that map with this one (Adebayo et al., Sanity Checks for
    Saliency Maps, NeurIPS 2018); both None where the method has no map for it. max_sensitivity: largest change of the
    map, relative to its norm, under noise too weak to see (Yeh et al., NeurIPS 2019). reason: of the verdict.
    """

    figures: MapMetrics
    random: tuple[MapMetrics, ...]
    randomised: MapMetrics | None
    rank_correlation: float | None
    max_sensitivity: float
    trust: Trust
    reason: Fact
    seconds: float
