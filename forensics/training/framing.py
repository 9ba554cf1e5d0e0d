"""Where a training picture ends: off the grid of its first compression, and now and then closely around the face."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.detection import CROP_MARGIN
from forensics.types.analysis import Box

JPEG_GRID = 8
"""Pixels: side of JPEG's blocks. With the picture cut by less, a later compression falls on another grid."""


def random_cut(
    pixels: NDArray[np.uint8],
    mask: NDArray[np.float32],
    box: Box,
    generator: np.random.Generator,
    tight_share: float = 0.0,
) -> tuple[NDArray[np.uint8], NDArray[np.float32], Box]:
    """Picture, mask and face box after a cut of up to seven pixels at the left and the top, forged or not.

    tight_share: chance that each side is cut to somewhere between the box and the margin of a crop. Less of the face
    is never left than the box holds, but for those seven pixels.
    """
    height, width = pixels.shape[:2]
    left, top = (int(cut) for cut in generator.integers(0, JPEG_GRID, 2))
    right, bottom = width, height
    if generator.random() < tight_share:
        reach = (CROP_MARGIN - 1) / 2 * max(box.width, box.height) * generator.random(4)
        left, top = max(left, int(box.left - reach[0])), max(top, int(box.top - reach[1]))
        right, bottom = min(right, int(box.right + reach[2]) + 1), min(bottom, int(box.bottom + reach[3]) + 1)
    inside = np.clip(np.array(box) - (left, top) * 2, 0, (right - left, bottom - top) * 2)
    pixels, mask = pixels[top:bottom, left:right], mask[top:bottom, left:right]
    return np.ascontiguousarray(pixels), np.ascontiguousarray(mask), Box(*inside.tolist())


def shrink(pixels: NDArray[np.uint8], scale: float) -> NDArray[np.uint8]:
    """The picture at a scale below 1; at 1 and above as it is."""
    return cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
