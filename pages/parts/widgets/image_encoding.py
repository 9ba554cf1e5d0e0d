"""Pictures made small enough for a page."""

import base64
import io
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

PANEL_SIDE = 360
"""Longer side of a panel in pixels. The networks see at most 256, so nothing that they answered to gets lost."""


def shrink_to_fit(array: NDArray[Any], side: int = PANEL_SIDE) -> NDArray[Any]:
    """The array, (h, w) or (h, w, 3), made smaller where its longer side exceeds `side`; dtype and range stay."""
    return array if max(array.shape[:2]) <= side else resize_to_side(array, side)


def resize_to_side(array: NDArray[Any], side: int) -> NDArray[Any]:
    """The array, (h, w) or (h, w, 3), with a longer side of `side`; dtype and range stay.

    Small faces are enlarged, so that lines drawn over them are thin.
    """
    height, width = array.shape[:2]
    scale = side / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    interpolation = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return cv2.resize(np.ascontiguousarray(array), size, interpolation=interpolation)


def to_data_uri(pixels: NDArray[np.uint8]) -> str:
    """RGB pixels as the address of a JPEG that carries its own bytes."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=90)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
