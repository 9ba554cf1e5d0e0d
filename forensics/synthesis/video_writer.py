"""Writing made videos: H.264 in MP4, one time base, exact frame times."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from numpy.typing import NDArray

from forensics.io.atomic_write import atomic_path

KEYFRAME_SECONDS = 2
"""Between frames that need no other to be decoded: what streaming services ask for."""

STEADY = "asm=avx2"
"""For x264, whose AVX-512 code encodes the same pictures of some widths otherwise in every run."""


def write_clip(path: Path, pictures: Iterable[NDArray[np.uint8]], rate: Fraction, crf: int) -> None:
    """Encode pictures (H, W, 3) uint8 RGB, even sides, `rate` a second, with libx264 at this constant rate factor.

    One thread, so that the same pictures give the same bytes. Colors are BT.709, and the file says so. Where
    `pictures` raises anything and where the disk fails (OSError), `path` is as it was before.
    """
    pictures = iter(pictures)
    first = next(pictures)
    begin = {"movflags": "+faststart"}
    with atomic_path(path) as unfinished, av.open(str(unfinished), "w", format="mp4", options=begin) as container:
        options = {"crf": str(crf), "preset": "medium", "x264-params": STEADY}
        stream = container.add_stream("libx264", rate=rate, options=options)
        stream.height, stream.width = first.shape[:2]
        stream.pix_fmt, stream.time_base = "yuv420p", 1 / rate
        codec = stream.codec_context
        codec.thread_count, codec.gop_size = 1, round(KEYFRAME_SECONDS * rate)
        codec.color_primaries, codec.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        codec.colorspace, codec.color_range = Colorspace.ITU709, ColorRange.MPEG
        for number, pixels in enumerate(_with(first, pictures)):
            frame = _bt709(pixels)
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode())


def _with(first: NDArray[np.uint8], rest: Iterator[NDArray[np.uint8]]) -> Iterator[NDArray[np.uint8]]:
    yield first
    yield from rest


def _bt709(pixels: NDArray[np.uint8]) -> av.VideoFrame:
    """The picture in YUV as BT.709 defines it; FFmpeg would take BT.601."""
    rgb = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
    ranges = {"src_color_range": ColorRange.JPEG, "dst_color_range": ColorRange.MPEG}
    return rgb.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, **ranges)
