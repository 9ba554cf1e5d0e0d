"""What happens in front of the lens: weather, and the warp of a bad screen or pane. Pixels are (H, W, 3) uint8 RGB.

All of it scales with the picture: a flake is a share of the shorter side, whatever the resolution.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.corruption.camera import motion_kernel, to_pixels

Pixels = NDArray[np.uint8]

CANVAS = 256
"""Shorter side, in pixels, on which weather is drawn before it is brought to the picture's size."""

FOG_GRAY, RAIN_GRAY, SNOW_GRAY = 205.0, 215.0, 245.0

N_DROPS = 0.004
"""Share of the canvas's pixels where a drop begins."""

FLAKE_SIZE = 14
"""Mean area of a flake on the canvas, in pixels: π times the mean square of its radius."""


def smooth_noise(cells: int, generator: np.random.Generator, size: tuple[int, int]) -> NDArray[np.float32]:
    """A smooth random field (H, W) in [-1, 1] with about cells × cells hills. size: width, height."""
    field = cv2.resize(generator.uniform(-1, 1, (cells, cells)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    return np.clip(field, -1, 1)


def _canvas(pixels: Pixels) -> tuple[int, int]:
    """Height and width of a small canvas of the picture's proportions."""
    height, width = pixels.shape[:2]
    scale = CANVAS / min(height, width)
    return round(height * scale), round(width * scale)


def _blend_veil(pixels: Pixels, opacity: NDArray[np.float32], gray: float) -> Pixels:
    """A gray veil over the picture. opacity: in [0, 1], of any size."""
    height, width = pixels.shape[:2]
    veil = np.clip(cv2.resize(opacity, (width, height), interpolation=cv2.INTER_LINEAR), 0, 1)[..., None]
    return to_pixels(pixels * (1 - veil) + np.float32(gray) * veil)


def fog(pixels: Pixels, opacity: float, generator: np.random.Generator) -> Pixels:
    """A veil of uneven thickness."""
    height, width = _canvas(pixels)
    return _blend_veil(pixels, opacity * (1 + 0.4 * smooth_noise(5, generator, (width, height))), FOG_GRAY)


def rain(pixels: Pixels, opacity: float, generator: np.random.Generator) -> Pixels:
    """Thin bright streaks, all in one direction."""
    drops = (generator.random(_canvas(pixels)) < N_DROPS).astype(np.float32)
    length = int(generator.integers(13, 25)) | 1
    streaks = cv2.filter2D(drops, -1, motion_kernel(length, 90 + generator.uniform(-25, 25))) * length
    return _blend_veil(pixels, opacity * np.minimum(streaks, 1), RAIN_GRAY)


def snow(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """Soft flakes of many sizes over so much of the picture."""
    height, width = _canvas(pixels)
    flakes = np.zeros((height, width), np.float32)
    for radius in generator.uniform(0.8, 3.2, round(height * width * share / FLAKE_SIZE)):
        center = (int(generator.integers(width)), int(generator.integers(height)))
        cv2.circle(flakes, center, round(radius), float(generator.uniform(0.6, 1)), cv2.FILLED)
    return _blend_veil(pixels, cv2.GaussianBlur(flakes, (0, 0), 1.1), SNOW_GRAY)


def elastic(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """Every place moved by up to `share` of the shorter side, neighbors alike (Simard et al., ICDAR 2003)."""
    height, width = pixels.shape[:2]
    reach = share * min(height, width)
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    to_x = x + np.float32(reach) * smooth_noise(10, generator, (width, height))
    to_y = y + np.float32(reach) * smooth_noise(10, generator, (width, height))
    return cv2.remap(pixels, to_x, to_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
