"""The one way from a face crop to the square a network sees, and back. Training and use share it."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray


def letterbox(crop: NDArray[Any], side: int) -> NDArray[Any]:
    """Resize a crop (h, w, …) so that its longer side is `side`, then repeat its border to (side, side, …).

    A crop is not square only where the frame's border cut it. Shrinking averages areas, so that no aliasing looks like
    a trace of manipulation.
    """
    top, left, height, width = _content_box(side, *crop.shape[:2])
    shrinks = max(crop.shape[:2]) > side
    small = cv2.resize(crop, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_CUBIC)
    bottom, right = side - height - top, side - width - left
    return cv2.copyMakeBorder(small, top, bottom, left, right, cv2.BORDER_REPLICATE)


def undo_letterbox(square: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
    """Undo `letterbox` for a map (side, side, …) float32: returns (height, width, …) float32, padding cut off."""
    side = square.shape[0]
    top, left, inner_height, inner_width = _content_box(side, height, width)
    inner = square[top : top + inner_height, left : left + inner_width]
    shrinks = max(height, width) < side
    return cv2.resize(inner, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)


def _content_box(side: int, height: int, width: int) -> tuple[int, int, int, int]:
    """Top, left, height and width, inside the square, of a crop of height × width."""
    longest = max(height, width)
    inner_height, inner_width = max(1, round(side * height / longest)), max(1, round(side * width / longest))
    return (side - inner_height) // 2, (side - inner_width) // 2, inner_height, inner_width
