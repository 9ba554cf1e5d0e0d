"""Where a map's evidence lies, beside the mask and the reconstruction error. Nothing here asks the network."""

import cv2
import numpy as np
from numpy.typing import NDArray

from explain.faithfulness.trust_verdict import chain_facts
from explain.methods.map_resolution import downscale_map, rank_pixels, smooth_map
from explain.types import Explanation, MaskAgreement
from forensics.facts import Code, Fact
from forensics.types.analysis import FaceFinding

MANIPULATION_TARGETS = ("fake_evidence", "masked_area")
"""Targets whose evidence should lie where pixels were manipulated."""


def sparseness(map_: NDArray[np.float32]) -> float:
    """Gini index of the absolute values, in [0, 1] (Hurley & Rickard, Comparing Measures of Sparsity, 2009): 0 where
    all are equal, near 1 where one pixel holds everything."""
    values = np.sort(np.abs(map_).ravel()).astype(np.float64)
    total = values.sum()
    if total == 0:
        return 0.0
    ranks = np.arange(1, len(values) + 1)
    return float(1 - 2 * (values / total * (len(values) - ranks + 0.5)).sum() / len(values))


def mask_agreement(heat_map: NDArray[np.float32], mask: NDArray[np.bool_]) -> MaskAgreement:
    """Agreement of the evidence for the target, (h, w) float32, with a mask, (h, w) bool, which must hold a pixel."""
    evidence = np.clip(smooth_map(downscale_map(heat_map)), 0, None)
    mask = _of_shape(mask, evidence.shape)
    total = float(evidence.sum(dtype=np.float64))
    highest = rank_pixels(evidence)[: int(mask.sum())]
    inside = int(mask.ravel()[highest].sum())
    return MaskAgreement(
        energy=float(evidence[mask].sum(dtype=np.float64)) / total if total > 0 else 0.0,
        mask_share=float(mask.mean()),
        pointing_hit=total > 0 and bool(mask.ravel()[highest[0]]),
        iou=inside / (2 * int(mask.sum()) - inside) if total > 0 else 0.0,
    )


def _of_shape(mask: NDArray[np.bool_], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """The same at the size at which maps are compared; of a mask smaller than a pixel there, every pixel it touches."""
    share = cv2.resize(mask.astype(np.float32), shape[::-1], interpolation=cv2.INTER_AREA)
    return share >= 0.5 if share.max() >= 0.5 else share > 0


def predicted_mask(finding: FaceFinding, target: str) -> NDArray[np.bool_] | None:
    """The network's mask, (h, w) bool, where a map of this target should agree with it; None where it marks nothing."""
    marked = finding.mask >= 0.5
    return marked if target in MANIPULATION_TARGETS and marked.any() else None


class DisagreementCode(Code):
    """How the places of map, mask and reconstruction error disagree. A disagreement has the next one inside it."""

    PLACES_DISAGREE = "places_disagree"
    EVIDENCE_BESIDE_MASK = "evidence_beside_mask", {"inside": float, "covered": float}
    ERROR_BESIDE_MASK = "error_beside_mask", {"inside": float, "covered": float}
    STRONGEST_APART = "strongest_apart"


def localization_disagreement(finding: FaceFinding, explanation: Explanation) -> Fact | None:
    """Where map, mask and reconstruction error do not point at the same place, that they do not; None where they do, or
    where there is no mask to compare with.

    Two of them disagree where less of the one lies inside the other than of an even map.
    """
    mask = predicted_mask(finding, explanation.target)
    if mask is None:
        return None
    parts: list[tuple[DisagreementCode, dict[str, float]]] = []
    covered = float(mask.mean())
    for code, map_ in (
        (DisagreementCode.EVIDENCE_BESIDE_MASK, explanation.heat_map),
        (DisagreementCode.ERROR_BESIDE_MASK, finding.error_map()),
    ):
        inside = mask_agreement(map_, mask).energy
        if inside < covered:
            parts.append((code, {"inside": inside, "covered": covered}))
    if _overlap(explanation.heat_map, finding.error_map()) < TOP_FRACTION:
        parts.append((DisagreementCode.STRONGEST_APART, {}))
    return Fact(DisagreementCode.PLACES_DISAGREE, {}, chain_facts(parts)) if parts else None


TOP_FRACTION = 0.1
"""Share of the crop that counts as a map's strongest place; two maps drawn at random share as much of it."""


def _overlap(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Share of the strongest tenth of the one that lies in the strongest tenth of the other."""
    strongest = [
        smooth >= np.quantile(smooth, 1 - TOP_FRACTION)
        for smooth in (smooth_map(downscale_map(map_)) for map_ in (first, second))
    ]
    return float((strongest[0] & strongest[1]).sum() / max(1, strongest[0].sum()))
