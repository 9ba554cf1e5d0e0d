"""Maps turned into pictures. The only place where numbers become colors, by one scale for all panels."""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from explain.drawing.palette import SIGNED_COLORS, UNSIGNED_COLORS
from explain.methods.map_resolution import smooth_map

HEAT_OPACITY = 0.85
"""Opacity of the strongest evidence; the face stays visible beneath."""

MASK_OPACITY = 0.6
"""Opacity of a pixel surely manipulated; features must stay recognizable for the analyst to check the place."""

LIMIT_PERCENTILE = 98
"""A scale up to the maximum would hang on a single pixel. At 99.5 the few sharp peaks of Integrated Gradients set it,
and the broad maps of the other methods could hardly be seen."""


def normalize_by_mean_abs(heat_map: NDArray[np.float32]) -> NDArray[np.float32]:
    """A map in a unit that all methods share: 1 = as much evidence as the average pixel of this crop, sign kept.

    Methods spread different totals over the crop, so their raw values have no common scale. The map is first smoothed
    to the resolution of the coarsest method, then divided by the mean of its absolute values. A map that is zero stays
    zero. (h, w) float32 → (h, w) float32.
    """
    smooth = smooth_map(heat_map)
    average = np.abs(smooth).mean(dtype=np.float64)
    if average > np.finfo(np.float32).tiny:
        return np.asarray(smooth / average, np.float32)
    return np.zeros_like(smooth)


def shared_color_limit(maps: Sequence[NDArray[np.float32]]) -> float:
    """The value at which all these maps reach full color: the 98th percentile of their absolute values, above 0."""
    values = np.concatenate([np.abs(map_).ravel() for map_ in maps]) if maps else np.zeros(1, np.float32)
    return float(np.percentile(values, LIMIT_PERCENTILE)) or float(values.max()) or 1.0


def heat_overlay(
    crop: NDArray[np.uint8], heat_map: NDArray[np.float32], limit: float, opacity: float = HEAT_OPACITY
) -> NDArray[np.uint8]:
    """Signed evidence over the gray crop: (h, w, 3) uint8 RGB and (h, w) float32 → (h, w, 3) uint8 RGB.

    At ± limit and beyond the color is full and covers the crop with `opacity` in [0, 1]; at zero it is not there.
    """
    value = np.clip(heat_map / limit, -1, 1)
    gray = cv2.cvtColor(cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return _blend(gray, SIGNED_COLORS((value + 1) / 2), opacity * np.abs(value))


def signed_bar(length: int, opacity: float = HEAT_OPACITY) -> NDArray[np.uint8]:
    """The colors of `heat_overlay` from - limit to + limit over middle gray: (1, length, 3) uint8 RGB."""
    ramp = np.linspace(-1, 1, length, dtype=np.float32)[None]
    return heat_overlay(np.full((1, length, 3), 128, np.uint8), ramp, 1.0, opacity)


def mask_overlay(crop: NDArray[np.uint8], mask: NDArray[np.float32]) -> NDArray[np.uint8]:
    """The probability of manipulation over the crop, outlined in white where it passes one half.

    crop: (h, w, 3) uint8 RGB. mask: (h, w) float32 in [0, 1]. Returns (h, w, 3) uint8 RGB.
    """
    picture = _blend(crop, UNSIGNED_COLORS(mask), MASK_OPACITY * mask)
    outlines, _ = cv2.findContours(np.uint8(mask >= 0.5), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    thin = max(1, round(max(mask.shape) / 200))
    for color, thickness in (((0, 0, 0), 3 * thin), ((255, 255, 255), thin)):  # the dark casing shows on light skin
        picture = cv2.drawContours(picture, outlines, -1, color, thickness)
    return picture


def error_picture(error_map: NDArray[np.float32], limit: float) -> NDArray[np.uint8]:
    """(h, w) float32 from 0 up → (h, w, 3) uint8 RGB, full color at `limit` and beyond."""
    return _to_bytes(UNSIGNED_COLORS(np.clip(error_map / limit, 0, 1))[..., :3])


def _blend(crop: NDArray[np.uint8], colors: NDArray[Any], alpha: NDArray[Any]) -> NDArray[np.uint8]:
    """colors: (h, w, 4) in [0, 1]; alpha: (h, w) in [0, 1], 1 = color alone."""
    weight = alpha[..., None]
    return _to_bytes(crop / 255 * (1 - weight) + colors[..., :3] * weight)


def _to_bytes(picture: NDArray[Any]) -> NDArray[np.uint8]:
    return np.rint(picture * 255).astype(np.uint8)
