"""The picture that stands for "no evidence"."""

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

SIGMA_SHARE = 1 / 16
"""Standard deviation of the blur over the crop's longer side: wide enough that seams, skin texture and resampling
traces are gone, narrow enough that face, light and pose stay. Chosen over black, which no camera delivers: a black
square adds edges that the network answers to, and dark pixels could never get any evidence (x - 0 is small)."""

SIDE = 256
"""A larger crop is blurred at this size, where the blur is still 16 pixels wide and does not take seconds."""


def blurred_baseline(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(h, w, 3) → the same, strongly blurred; the border is mirrored, not darkened. In whole gray values, as every
    picture that a network has seen."""
    height, width = crop.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    small = cv2.resize(np.float32(crop), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else crop
    sigma = SIGMA_SHARE * max(small.shape[:2])
    soft = cv2.GaussianBlur(np.float32(small), (0, 0), sigma, borderType=cv2.BORDER_REFLECT_101)
    whole: NDArray[np.float32] = np.rint(cv2.resize(soft, (width, height), interpolation=cv2.INTER_LINEAR))
    return whole.astype(np.uint8)


def _average(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.full_like(crop, np.rint(crop.mean((0, 1))))


BASELINES: dict[str, Callable[[NDArray[np.uint8]], NDArray[np.uint8]]] = {
    "blurred": blurred_baseline,
    "average colour": _average,
    "black": np.zeros_like,
    "white": lambda crop: np.full_like(crop, 255),
}
"""From the crop, (h, w, 3) uint8 RGB, to the same without evidence. The first is the default and the one by which
faithfulness is measured."""
