"""The state of a picture by its measures."""

import numpy as np
import pytest

from forensics.decision.image_quality import QualityState, quality_state
from forensics.decision.quality_gate import FaceQuality
from forensics.faces.detection import crop_region
from forensics.types.analysis import Box, Frame


def face(box, width=400, height=400):
    return crop_region(Frame(0, 0.0, np.zeros((height, width, 3), np.uint8)), 1, box, 1.0, None)


def measures(sharpness=20.0, blockiness=1.1):
    return FaceQuality(sharpness, blockiness, 0.0, 120.0, 40.0)


@pytest.mark.parametrize(
    ("region", "measured", "quality"),
    [
        (face(Box(150, 150, 250, 250)), measures(), QualityState.CLEAN),
        (face(Box(150, 150, 250, 250)), measures(sharpness=8.9), QualityState.SOFT),
        (face(Box(150, 150, 250, 250)), measures(sharpness=8.9, blockiness=1.41), QualityState.COMPRESSED),
        (face(Box(150, 150, 213, 250)), measures(blockiness=1.41), QualityState.SMALL),
        (face(Box(150, 150, 214, 250)), measures(9.0, 1.4), QualityState.CLEAN),  # all three just reached
        (face(Box(5, 5, 175, 195), 180, 200), measures(), QualityState.TIGHT),  # the crop is 180 wide, of 266
        (
            face(Box(0, 0, 400, 400)),
            measures(),
            QualityState.CLEAN,
        ),  # the whole picture as one face has no margin to miss
    ],
)
def test_the_first_state_that_fits_is_the_one(region, measured, quality):
    assert quality_state(region, measured) == quality
