"""Faces, and single methods run on networks whose answer is known."""

from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from small_detector import small_detector
from specimens import finding_of, region_of
from torch import nn

from explain.methods.viewing import viewed_face
from explain.targets import TARGETS, TargetScore
from forensics import windows
from forensics.types import FaceFinding, FaceRegion


def red_and_blue(height: int = 40, width: int = 32) -> FaceFinding:
    """A crop, red above and blue below."""
    crop = np.zeros((height, width, 3), np.uint8)
    crop[: height // 2, :, 0] = 255
    crop[height // 2 :, :, 2] = 255
    return finding_of(region_of(crop))


def painted(shape: tuple[int, int], value: int = 255) -> FaceRegion:
    return region_of(np.full((*shape, 3), value, np.uint8))


def mapped(method: ModuleType, network: nn.Module, region: FaceRegion, side: int) -> NDArray[np.float32]:
    """The map of one method, without what `explain` does around it."""
    face = viewed_face(small_detector(network, side), region)
    return method.heat_map(TargetScore(network, TARGETS["fake_evidence"]), face)


def windows_over(height: int, width: int) -> NDArray[np.float32]:
    """How many windows lie over each pixel of a crop."""
    count = np.zeros((height, width), np.float32)
    for box in windows.window_boxes(height, width):
        count[box.top : box.bottom, box.left : box.right] += 1
    return count
