"""Whether the mask fits the verdict: a code, for JSON and for words where the mask is shown.

Score and mask come from two branches of the network. Nothing makes them agree, and where they do not, a reader who sees
only one of them is misled.
"""

from enum import StrEnum

import numpy as np

from forensics.decision.strength_wording import untouched_share_parameters
from forensics.facts import Value
from forensics.messages.catalogue import text
from forensics.types.analysis import Decision, Leaning, Verdict
from forensics.types.model_card import DetectorCard

LARGE_MASK_FRACTION = 0.05
"""Share of the crop from which a mask is one that a reader sees: about an eye with its brow."""

EMPTY_MASK_FRACTION = 0.01
"""Share of the crop under which a mask marks nothing that could be looked at."""


class MaskMatch(StrEnum):
    """What the mask is to the verdict."""

    FITS = "fits"
    MARKS_WITHOUT_SIGNS = "marks_without_signs"
    EMPTY_WITH_SIGNS = "empty_with_signs"


def mask_match(decision: Decision, mask_fraction: float) -> MaskMatch | None:
    """None where the face was not evaluated. mask_fraction: share of the crop that the mask marks, in [0, 1]."""
    if decision.verdict == Verdict.NOT_EVALUATED:
        return None
    if decision.verdict == Verdict.SIGNS:
        return MaskMatch.EMPTY_WITH_SIGNS if mask_fraction < EMPTY_MASK_FRACTION else MaskMatch.FITS
    return MaskMatch.MARKS_WITHOUT_SIGNS if mask_fraction >= LARGE_MASK_FRACTION else MaskMatch.FITS


def mask_note(decision: Decision, mask_fraction: float, card: DetectorCard) -> str:
    """One sentence where the two do not fit; else empty. card: that judged the face."""
    match = mask_match(decision, mask_fraction)
    if match == MaskMatch.EMPTY_WITH_SIGNS:
        return text("mask-empty")
    if match != MaskMatch.MARKS_WITHOUT_SIGNS:
        return ""
    leans = decision.leaning == Leaning.TOWARDS
    return text("mask-marks", percent=100 * mask_fraction, leans=leans, **_large_mask_share(mask_fraction, card))


def _large_mask_share(mask_fraction: float, card: DetectorCard) -> dict[str, Value]:
    """How many of the untouched faces wear so large a mask, for the message."""
    if card.evidence is None or not card.evidence.masks:
        return untouched_share_parameters(None, "face", 0, "wears")
    places, shares = np.array(card.evidence.masks).T
    share = float(np.interp(mask_fraction, places, shares))
    return untouched_share_parameters(share, "face", card.evidence.ratio.n_real, "wears")
