"""In which state the picture of a face is, by its measures and not by the kind of its file."""

from enum import StrEnum

from forensics.decision.quality_gate import FaceQuality
from forensics.faces.detection import CROP_MARGIN
from forensics.types.analysis import FaceRegion

TIGHT_CROP_MARGIN = 0.85
"""Shorter side of the crop over that of a crop with its whole margin, under which the picture ends at the face: no
seam, no hair and no background tell anything."""

SMALL_FACE_SIDE = 64
"""Pixels, of the face box's shorter side."""

COMPRESSED_BLOCKINESS = 1.4
"""Blockiness; the calibration's pictures as they were found lie below it in nine cases of ten."""

SOFT_SHARPNESS = 9.0
"""Sharpness: frames of videos, enlarged and re-filmed pictures lie below it."""


class QualityState(StrEnum):
    """States in which thresholds hold, the first that fits."""

    TIGHT = "tight"
    SMALL = "small"
    COMPRESSED = "compressed"
    SOFT = "soft"
    CLEAN = "clean"


def quality_state(region: FaceRegion, measures: FaceQuality) -> QualityState:
    """The state of a face's picture. measures: of this region."""
    box, cut = region.box, region.crop_box
    if box != cut and min(cut.width, cut.height) < TIGHT_CROP_MARGIN * CROP_MARGIN * max(box.width, box.height):
        return QualityState.TIGHT
    if min(box.width, box.height) < SMALL_FACE_SIDE:
        return QualityState.SMALL
    if measures.blockiness > COMPRESSED_BLOCKINESS:
        return QualityState.COMPRESSED
    return QualityState.SOFT if measures.sharpness < SOFT_SHARPNESS else QualityState.CLEAN
