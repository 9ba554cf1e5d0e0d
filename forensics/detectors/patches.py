"""Windows of a face crop at the picture's own resolution: what resizing to the network's square would wipe out."""

from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.types.analysis import Box

Number = TypeVar("Number", bound=np.generic)

PATCH_SIZE = 96
"""Pixels: about an eye with its brow in a portrait, most of the face in a small crop."""

PATCH_CENTERS = ((0.34, 0.36), (0.66, 0.36), (0.5, 0.52), (0.38, 0.68), (0.62, 0.68))
"""Middle of each window as shares of the crop's width and height: eyes, nose, corners of the mouth."""


def patch_boxes(height: int, width: int) -> list[Box]:
    """Where the windows lie in a crop of height × width pixels: inside it if it is large enough, else all over it."""
    boxes = []
    for across, down in PATCH_CENTERS:
        left = int(np.clip(round(across * width - PATCH_SIZE / 2), 0, max(0, width - PATCH_SIZE)))
        top = int(np.clip(round(down * height - PATCH_SIZE / 2), 0, max(0, height - PATCH_SIZE)))
        boxes.append(Box(left, top, min(width, left + PATCH_SIZE), min(height, top + PATCH_SIZE)))
    return boxes


def extract_patches(crop: NDArray[Number]) -> NDArray[Number]:
    """crop: (h, w, 3). Returns (5, 96, 96, 3) of the same pixels, mirrored at the border where the crop is smaller."""
    windows: list[NDArray[Number]] = []
    for box in patch_boxes(*crop.shape[:2]):
        window = crop[box.top : box.bottom, box.left : box.right]
        bottom, right = PATCH_SIZE - window.shape[0], PATCH_SIZE - window.shape[1]
        if bottom or right:
            window = cv2.copyMakeBorder(window, 0, bottom, 0, right, cv2.BORDER_REFLECT)
        windows.append(window)
    return np.stack(windows)
