"""What editors, messengers and file formats do. Each takes and returns pixels (H, W, 3) uint8 RGB of the same size."""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


def desaturate(pixels: Pixels, share: float, generator: np.random.Generator) -> Pixels:
    """Towards gray; 1 leaves no color."""
    return cv2.addWeighted(pixels, 1 - share, _gray(pixels), share, 0)


def saturate(pixels: Pixels, gain: float, generator: np.random.Generator) -> Pixels:
    """More saturation: away from gray."""
    return cv2.addWeighted(pixels, 1 + gain, _gray(pixels), -gain, 0)


def _gray(pixels: Pixels) -> Pixels:
    return cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def resample(pixels: Pixels, scale: float, generator: np.random.Generator) -> Pixels:
    """Made smaller and enlarged again, the enlarging by any of three methods."""
    height, width = pixels.shape[:2]
    back = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4)[generator.integers(3)]
    return cv2.resize(downscale(pixels, scale), (width, height), interpolation=back)


def pixelate(pixels: Pixels, block: float, generator: np.random.Generator) -> Pixels:
    """Blocks of one color, so many pixels wide."""
    height, width = pixels.shape[:2]
    return cv2.resize(downscale(pixels, 1 / block), (width, height), interpolation=cv2.INTER_NEAREST)


def downscale(pixels: Pixels, scale: float) -> Pixels:
    """The picture at a scale below 1, at least one pixel large."""
    height, width = pixels.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)


def posterize(pixels: Pixels, values: float, generator: np.random.Generator) -> Pixels:
    """So many values a channel, evenly spread."""
    steps = values - 1
    curve = np.rint(np.rint(np.arange(256) / 255 * steps) / steps * 255).astype(np.uint8)
    return cv2.LUT(pixels, curve)


def jpeg_compress(pixels: Pixels, quality: float, generator: np.random.Generator) -> Pixels:
    """Through a JPEG of that quality (libjpeg's scale, colors at half resolution)."""
    return recompress(pixels, ".jpg", [cv2.IMWRITE_JPEG_QUALITY, int(quality)])


def webp_compress(pixels: Pixels, quality: float, generator: np.random.Generator) -> Pixels:
    """Through a lossy WebP of that quality."""
    return recompress(pixels, ".webp", [cv2.IMWRITE_WEBP_QUALITY, int(quality)])


def double_jpeg_compress(pixels: Pixels, quality: float, generator: np.random.Generator) -> Pixels:
    """Through two JPEGs, the second a little better and on another grid, as after cropping and saving again."""
    height, width = pixels.shape[:2]
    down, right = generator.integers(1, 8, 2)
    padded = cv2.copyMakeBorder(pixels, int(down), 0, int(right), 0, cv2.BORDER_REPLICATE)
    first = jpeg_compress(padded, quality, generator)[down : down + height, right : right + width]
    return jpeg_compress(np.ascontiguousarray(first), min(quality + 10, 95), generator)


def recompress(pixels: Pixels, kind: str, flags: list[int]) -> Pixels:
    """Through OpenCV's encoder of that file ending."""
    encoded = cv2.imencode(kind, cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), flags)[1]
    return cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)
