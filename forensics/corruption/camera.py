"""What a lens, a sensor and its electronics do. Each takes and returns pixels (H, W, 3) uint8 RGB."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

GAMMA = 2.2
"""Exponent of the gray levels over the light, as near as a change of exposure needs it."""

Pixels = NDArray[np.uint8]


def to_pixels(values: NDArray[np.floating]) -> Pixels:
    """Values in gray levels, rounded and held in 0 to 255."""
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def to_light(pixels: NDArray[Any]) -> NDArray[np.float32]:
    """Gray levels → light, in [0, 1]."""
    return ((pixels.astype(np.float32) / 255) ** GAMMA).astype(np.float32)


def _apply_tone_curve(pixels: Pixels, curves: NDArray[np.floating]) -> Pixels:
    """curves: (256, 1) or (256, 3), the new gray level of each old one."""
    return cv2.LUT(pixels, to_pixels(np.broadcast_to(curves, (256, 3)))[None])


def exposure(pixels: Pixels, stops: float, generator: np.random.Generator) -> Pixels:
    """Brighter or darker by so many aperture stops."""
    direction = generator.choice((-1, 1))
    return _apply_tone_curve(pixels, np.arange(256)[:, None] * 2 ** (direction * stops / GAMMA))


def contrast(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """More or less contrast about the mean."""
    gain, mean = 1 + generator.choice((-1, 1)) * share, pixels.mean()
    return _apply_tone_curve(pixels, (np.arange(256)[:, None] - mean) * gain + mean)


def color_cast(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """Each channel brighter or darker; at least one of them in full."""
    tint = generator.uniform(-1, 1, 3)
    return _apply_tone_curve(pixels, np.arange(256)[:, None] * (1 + share * tint / np.abs(tint).max()))


def gaussian_blur(pixels: Pixels, sigma: float, generator: np.random.Generator) -> Pixels:
    """Out of focus: σ in pixels."""
    return cv2.GaussianBlur(pixels, (0, 0), sigma)


def motion_kernel(length: int, degrees: float) -> NDArray[np.float32]:
    """A kernel (length, length) that smears along a line; its sum is 1."""
    kernel = np.zeros((length, length), np.float32)
    kernel[length // 2] = 1
    turn = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), degrees, 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return kernel / kernel.sum()


def motion_blur(pixels: Pixels, length: float, generator: np.random.Generator) -> Pixels:
    """Moved while the shutter was open, by so many pixels in any direction."""
    return cv2.filter2D(pixels, -1, motion_kernel(int(length), generator.uniform(0, 180)))


def median_filter(pixels: Pixels, side: float, generator: np.random.Generator) -> Pixels:
    """The median of windows of side × side pixels, as a denoiser smooths."""
    return cv2.medianBlur(pixels, int(side))


def gaussian_noise(pixels: Pixels, sigma: float, generator: np.random.Generator) -> Pixels:
    """The noise of a dark scene: σ in gray levels, each channel its own."""
    return to_pixels(pixels + np.float32(sigma) * generator.standard_normal(pixels.shape, np.float32))


def speckle_noise(pixels: Pixels, sigma: float, generator: np.random.Generator) -> Pixels:
    """Noise in proportion to the brightness, the same in all channels, as film grain is."""
    grain = generator.standard_normal((*pixels.shape[:2], 1), np.float32)
    return to_pixels(pixels * (1 + np.float32(sigma) * grain))


def salt_and_pepper(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """Dead and hot pixels."""
    chance = generator.random((*pixels.shape[:2], 1), np.float32)
    return np.where(chance < share / 2, np.uint8(0), np.where(chance > 1 - share / 2, np.uint8(255), pixels))


def sharpen(pixels: Pixels, amount: float, generator: np.random.Generator) -> Pixels:
    """Unsharp mask: the difference from a blurred copy, added `amount` times."""
    return cv2.addWeighted(pixels, 1 + amount, cv2.GaussianBlur(pixels, (0, 0), 1.2), -amount, 0)


def emboss(pixels: Pixels, opacity: float, generator: np.random.Generator) -> Pixels:
    """Edges lit from one of four sides: an embossed copy laid over the picture."""
    kernel = np.rot90(np.array([[-1, -1, 0], [-1, 1, 1], [0, 1, 1]], np.float32), int(generator.integers(4)))
    return cv2.addWeighted(pixels, 1 - opacity, cv2.filter2D(pixels, -1, np.ascontiguousarray(kernel)), opacity, 0)
