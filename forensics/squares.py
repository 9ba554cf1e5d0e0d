"""The one way from a face crop to the square a network sees, and back. Training and use share it."""

import cv2
import numpy as np
from numpy.typing import NDArray


def to_square(crop: NDArray, side: int) -> NDArray:
    """Pad a crop (h, w, …) to a square by repeating its border, then resize it to (side, side, …).

    A crop is not square only where the frame's border cut it. Shrinking averages areas, so that no aliasing looks like
    a trace of manipulation.
    """
    height, width = crop.shape[:2]
    longest = max(height, width)
    top, left = (longest - height) // 2, (longest - width) // 2
    if height != width:
        bottom, right = longest - height - top, longest - width - left
        crop = cv2.copyMakeBorder(crop, top, bottom, left, right, cv2.BORDER_REPLICATE)
    return cv2.resize(crop, (side, side), interpolation=cv2.INTER_AREA if longest > side else cv2.INTER_CUBIC)


def from_square(square: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Undo `to_square` for a map (side, side, …) float32: returns (height, width, …) float32, padding cut off."""
    longest = max(height, width)
    top, left = (longest - height) // 2, (longest - width) // 2
    shrinks = longest < square.shape[0]
    full = cv2.resize(square, (longest, longest), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.ascontiguousarray(full[top : top + height, left : left + width])
