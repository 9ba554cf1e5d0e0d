"""In which state the picture of a face is, by its measures and not by the kind of its file."""

from enum import StrEnum

from forensics.decision.quality_gate import Measures
from forensics.faces.detection import CROP_MARGIN
from forensics.types.analysis import FaceRegion

TIGHT = 0.85
"""Shorter side of the crop over that of a crop with its whole margin, under which the picture ends at the face: no
seam, no hair and no background tell anything."""

SMALL = 64
"""Pixels, of the face box's shorter side."""

COMPRESSED = 1.4
"""Blockiness; the calibration's pictures as they were found lie below it in nine cases of ten."""

SOFT = 9.0
"""Sharpness: frames of videos, enlarged and re-filmed pictures lie below it."""


class Quality(StrEnum):
    """States in which thresholds hold, the first that fits."""

    TIGHT = "tight"
    SMALL = "small"
    COMPRESSED = "compressed"
    SOFT = "soft"
    CLEAN = "clean"


def quality_of(region: FaceRegion, measures: Measures) -> Quality:
    """The state of a face's picture. measures: of this region."""
    box, cut = region.box, region.crop_box
    if box != cut and min(cut.width, cut.height) < TIGHT * CROP_MARGIN * max(box.width, box.height):
        return Quality.TIGHT
    if min(box.width, box.height) < SMALL:
        return Quality.SMALL
    if measures.blockiness > COMPRESSED:
        return Quality.COMPRESSED
    return Quality.SOFT if measures.sharpness < SOFT else Quality.CLEAN
