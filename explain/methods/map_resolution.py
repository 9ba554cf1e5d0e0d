"""The one size and resolution at which maps of different methods are compared, and the order of their pixels."""

import cv2
import numpy as np
from numpy.typing import NDArray

SMOOTHING_SIGMA = 1 / 20
"""Standard deviation over the crop's longer side: that of the coarsest method, Occlusion, whose patches of an eighth of
the side overlap by half."""

MAP_SIDE = 224
"""Maps are ranked at this longer side, whatever the crop's: finer than any smoothed map, and quick to sort."""


def downscaled_size(height: int, width: int, side: int = MAP_SIDE) -> tuple[int, int]:
    scale = min(1.0, side / max(height, width))
    return max(1, round(height * scale)), max(1, round(width * scale))


def downscale_map(map_: NDArray[np.float32], side: int = MAP_SIDE) -> NDArray[np.float32]:
    """(h, w) or (h, w, 3) float32, made smaller where its longer side exceeds `side`; mean values stay."""
    height, width = downscaled_size(map_.shape[0], map_.shape[1], side)
    return cv2.resize(np.ascontiguousarray(map_), (width, height), interpolation=cv2.INTER_AREA)


def smooth_map(heat_map: NDArray[np.float32]) -> NDArray[np.float32]:
    """(h, w) float32 → the same, at the resolution of the coarsest method."""
    sigma = SMOOTHING_SIGMA * max(heat_map.shape)
    return cv2.GaussianBlur(np.ascontiguousarray(heat_map), (0, 0), sigma, borderType=cv2.BORDER_REFLECT)


def rank_pixels(ranked: NDArray[np.float32]) -> NDArray[np.intp]:
    """Numbers of the pixels, highest value first; equal ones in an order drawn at random, the same each time: in rows
    from above they would make an even map an oracle for foreheads. Equal to a millionth of the largest value: resizing
    and smoothing round an even map to a pattern."""
    ties = np.random.default_rng(0).random(ranked.size)
    millionths = np.rint(ranked.ravel() * (1e6 / np.float64(np.abs(ranked).max() or 1)))
    return np.lexsort((ties, -millionths))
