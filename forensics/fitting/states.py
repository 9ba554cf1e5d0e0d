"""The states in which each face of a fit is scored: as it was found, and after what pictures go through."""

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.corruption.camera import color_cast, contrast, gaussian_blur, gaussian_noise
from forensics.corruption.encoding import downscale, recompress
from forensics.types.analysis import Box

Pixels = NDArray[np.uint8]

AS_FOUND = "as found"


class StateImage(NamedTuple):
    """(H, W, 3) uint8 RGB and where its face is."""

    pixels: Pixels
    box: Box


def _recompressed(picture: StateImage, generator: np.random.Generator) -> StateImage:
    """Through a messenger: JPEG of low quality."""
    return StateImage(_jpeg(picture.pixels, int(generator.integers(35, 70))), picture.box)


def _thumbnail(picture: StateImage, generator: np.random.Generator) -> StateImage:
    """A thumbnail: the face 48 to 96 pixels on its shorter side, where it is larger."""
    wanted = float(generator.uniform(48, 96))
    smaller = _resize(picture, min(1.0, wanted / min(picture.box.width, picture.box.height)))
    return smaller._replace(pixels=_jpeg(smaller.pixels, int(generator.integers(70, 95))))


def _refilmed(picture: StateImage, generator: np.random.Generator) -> StateImage:
    """From a screen: softened, tinted, flattened, noisy, smaller, compressed."""
    pixels = gaussian_blur(picture.pixels, float(generator.uniform(0.8, 1.6)), generator)
    pixels = color_cast(pixels, float(generator.uniform(0.03, 0.15)), generator)
    pixels = contrast(pixels, float(generator.uniform(0.05, 0.25)), generator)
    pixels = gaussian_noise(pixels, float(generator.uniform(2, 6)), generator)
    smaller = _resize(StateImage(pixels, picture.box), float(generator.uniform(0.6, 0.9)))
    return smaller._replace(pixels=_jpeg(smaller.pixels, int(generator.integers(60, 90))))


def _video_frame(picture: StateImage, generator: np.random.Generator) -> StateImage:
    """A frame of a video: H.264 at a constant rate factor of 20 to 36."""
    return picture._replace(pixels=video_frame(picture.pixels, int(generator.integers(20, 37))))


STATES: dict[str, Callable[[StateImage, np.random.Generator], StateImage]] = {
    AS_FOUND: lambda picture, _: picture,
    "recompressed": _recompressed,
    "small": _thumbnail,
    "re-filmed": _refilmed,
    "video frame": _video_frame,
}


def _resize(picture: StateImage, scale: float) -> StateImage:
    if scale >= 1:
        return picture
    left, top, right, bottom = (round(edge * scale) for edge in picture.box)
    return StateImage(downscale(picture.pixels, scale), Box(left, top, max(right, left + 1), max(bottom, top + 1)))


def _jpeg(pixels: Pixels, quality: int) -> Pixels:
    return recompress(pixels, ".jpg", [cv2.IMWRITE_JPEG_QUALITY, quality])


def video_frame(pixels: Pixels, crf: int) -> Pixels:
    """The last of three equal frames through libx264, which codes it from the others as it would in a still scene."""
    height, width = (side // 2 * 2 for side in pixels.shape[:2])
    encoder = av.CodecContext.create("libx264", "w")
    encoder.width, encoder.height, encoder.pix_fmt, encoder.time_base = width, height, "yuv420p", Fraction(1)
    encoder.thread_count, encoder.options = 1, {"crf": str(crf), "preset": "fast", "x264-params": "asm=avx2"}
    decoder = av.CodecContext.create("h264", "r")
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels[:height, :width]), format="rgb24")
    packets = []
    for number in range(3):
        frame.pts = number
        packets += encoder.encode(frame.reformat(format="yuv420p"))
    decoded = [shown for packet in [*packets, *encoder.encode(None)] for shown in decoder.decode(packet)]
    decoded += decoder.decode(None)
    whole = pixels.copy()
    whole[:height, :width] = decoded[-1].to_ndarray(format="rgb24")
    return whole
