"""One common random re-encoding for every training picture, untouched or forged, so that no format tells them apart."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.training.video_compression import CRF_RANGE, video_compress

LIGHT_COMPRESSION_PROBABILITY = 0.5
"""Share of pictures that keep their size and get a light compression only: traces are strongest there."""

VIDEO_PROBABILITY = 0.14
"""Share of the compressions that are a frame of a video; one in four of them is H.265, which takes ten times as
long."""


def augment_compression(
    pixels: NDArray[np.uint8], generator: np.random.Generator, clean_share: float = LIGHT_COMPRESSION_PROBABILITY
) -> tuple[NDArray[np.uint8], float]:
    """The picture as a phone or a social network might hand it on, and its change of scale.

    pixels: (H, W, 3) uint8 RGB; so is what comes back, in another size.
    """
    if generator.random() < clean_share:
        return _random_compression(pixels, int(generator.integers(75, 101)), generator), 1.0
    pixels = _color_jitter(pixels, generator)
    scale = 1.0
    if generator.random() < 0.5:
        scale = float(np.exp(generator.uniform(np.log(0.5), np.log(1.6))))
        kind = (cv2.INTER_AREA, cv2.INTER_LINEAR, cv2.INTER_CUBIC)[generator.integers(3)]
        pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=kind)
    choice = generator.random()
    if choice < 0.2:
        pixels = cv2.GaussianBlur(pixels, (0, 0), generator.uniform(0.3, 1.4))
    elif choice < 0.35:
        soft = cv2.GaussianBlur(pixels, (0, 0), generator.uniform(0.7, 1.5))
        pixels = cv2.addWeighted(pixels, 1.6, soft, -0.6, 0)
    if generator.random() < 0.25:
        noise = generator.normal(0, generator.uniform(1, 8), pixels.shape).astype(np.float32)
        pixels = np.clip(pixels + noise + 0.5, 0, 255).astype(np.uint8)
    for _ in range(generator.choice([1, 1, 1, 2])):
        pixels = _random_compression(pixels, int(generator.integers(40, 100)), generator)
    return pixels, scale


def _color_jitter(pixels: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    if generator.random() < 0.04:
        return cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    gain = generator.uniform(0.75, 1.25) * generator.uniform(0.93, 1.07, 3)  # exposure × white balance
    levels = np.arange(256)[:, None] / 255
    curves = 255 * (levels ** generator.uniform(0.75, 1.3)) * gain
    return cv2.LUT(pixels, np.clip(curves + 0.5, 0, 255).astype(np.uint8)[None])


def _random_compression(pixels: NDArray[np.uint8], quality: int, generator: np.random.Generator) -> NDArray[np.uint8]:
    """Through JPEG, through WebP in one of six cases, or through a video encoder. quality: 40 to 100."""
    choice = generator.random()
    if choice < VIDEO_PROBABILITY:
        worst, best = max(CRF_RANGE), min(CRF_RANGE)
        decoder = "hevc" if choice < VIDEO_PROBABILITY / 4 else "h264"
        return video_compress(pixels, decoder, round(best + (100 - quality) / 60 * (worst - best)))
    webp = choice < VIDEO_PROBABILITY + 1 / 6
    kind, flag = (".webp", cv2.IMWRITE_WEBP_QUALITY) if webp else (".jpg", cv2.IMWRITE_JPEG_QUALITY)
    _, encoded = cv2.imencode(kind, pixels, [flag, quality])  # the order of the colors does not matter on a round trip
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)
