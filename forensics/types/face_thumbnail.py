"""Whether two crops show the same photograph of a face: saved again, made smaller, brighter, cut a little differently.

By the correlation of small gray pictures of them. It tells pictures apart, not people: nobody is identified.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

THUMBNAIL_SIDE = 16
"""Pixels of the small picture's side."""

MIN_CORRELATION = 0.9
"""Correlation from which two are one picture: chosen so that no two photographs of different people pass for one, at
the price that a copy at half its size, or cut much tighter, may not be told."""


def face_thumbnail(crop: NDArray[np.uint8]) -> bytes:
    """crop: (h, w, 3) uint8 RGB. Returns THUMBNAIL_SIDE × THUMBNAIL_SIDE gray values, a byte each."""
    gray = cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY)
    return cv2.resize(gray, (THUMBNAIL_SIDE, THUMBNAIL_SIDE), interpolation=cv2.INTER_AREA).tobytes()


def same_picture(looks: Sequence[bytes], others: Sequence[bytes]) -> NDArray[np.bool_]:
    """(n, m) bool: which of the first show the same picture as which of the second. An empty look is like none, and so
    is a plain one, in which there is nothing to compare."""
    return _standardized(looks) @ _standardized(others).T >= MIN_CORRELATION


def _standardized(looks: Sequence[bytes]) -> NDArray[np.float64]:
    """Rows of mean 0 and length 1; 0 where there is nothing to compare."""
    rows = np.zeros((len(looks), THUMBNAIL_SIDE * THUMBNAIL_SIDE))
    for row, look in zip(rows, looks, strict=True):
        if look:
            values = np.frombuffer(look, np.uint8).astype(np.float64)
            values -= values.mean()
            length = float(np.linalg.norm(values))
            row[:] = values / length if length > THUMBNAIL_SIDE else 0.0
    return rows
