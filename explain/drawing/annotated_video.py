"""A video written anew with what was found drawn into it."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
from av.container import OutputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame as Picture
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from av.video.stream import VideoStream
from numpy.typing import NDArray

from explain.drawing.annotated_frame import FrameAnnotator
from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.formatting import display_name
from forensics.io.atomic_write import atomic_path
from forensics.media.video.container import open_container
from forensics.media.video.decoding_process import open_frames
from forensics.media.video.limits import limits_from_env
from forensics.types.video import VideoResult
from forensics.validation import present

QUALITY = {"crf": "20", "preset": "veryfast"}
"""Settings of x264: hardly to be told from the original, and fast enough to keep up with reading."""

DEFAULT_RATE = Fraction(25)

MIN_TIME_BASE = Fraction(1, 90_000)
"""Seconds of one step of time, that of MPEG's own clock: the distances of frames in a finer one may not fit into the 32
bits that an MP4 has for them."""


def annotate_video(
    result: VideoResult,
    target: Path,
    say: Callable[[float], None] = lambda share: None,
    most_bytes: int | None = None,
) -> None:
    """Write the video as far as it was looked at, with boxes on its faces and a strip that tells when what was found.

    MP4 with H.264 (yuv420p, the index first), which browsers play. Every frame keeps its time to MIN_TIME_BASE; the
    audio is left out, for nothing was said of it. The pixels were compressed once more: it
    shows findings and is no evidence. Frames are read, drawn and written one by one. The file is there whole or not at
    all. say: is told the share that is done, in [0, 1], after each frame; what it raises stops the work. most_bytes:
    that the copy may have, None for any number. Raises MediaError where the video cannot be read any more, where MP4
    cannot hold it (`not_written`) and where it grows too large (`file_too_large`), OSError where the target cannot be
    written.
    """

    def check(share: float) -> None:
        _check_size(unfinished, most_bytes)
        say(share)

    with atomic_path(target) as unfinished:
        unfinished.touch()  # the encoder holds the first frames back, and the file is asked for its size before
        try:
            _write(result, unfinished, check)
        except FFmpegError as error:
            if isinstance(error, OSError):
                raise
            raise MediaError(MediaCode.NOT_WRITTEN, reason=display_name(str(error.strerror))) from error
        _check_size(unfinished, most_bytes)


def _check_size(path: Path, most_bytes: int | None) -> None:
    if most_bytes is not None and path.stat().st_size > most_bytes:
        raise MediaError(MediaCode.COPY_TOO_LARGE, limit=most_bytes)


def _write(result: VideoResult, path: Path, say: Callable[[float], None]) -> None:
    drawing = FrameAnnotator(result)
    last, original = result.seconds, _time_base(result)
    unit = max(original, MIN_TIME_BASE)
    with open_frames(result.video) as frames, av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = _stream(container, drawing.size, unit, result.video.frame_rate or DEFAULT_RATE)
        first = None
        for frame in frames:
            if result.ended and frame.seconds > last:
                break
            first = frame.pts if first is None else first
            time = round((result.video.start + (frame.pts - first) * original) / unit)
            picture = _picture(drawing.draw(frame.to_rgb().pixels, frame.seconds), time, unit)
            container.mux(stream.encode(picture))
            say(min(1.0, frame.seconds / last) if last else 1.0)
        container.mux(stream.encode())


def _time_base(result: VideoResult) -> Fraction:
    """Seconds of one step of the original's time stamps."""
    with open_container(result.video.path, result.video.media_type, limits_from_env()) as (_, stream):
        return present(stream.time_base)


def _stream(container: OutputContainer, size: tuple[int, int], unit: Fraction, rate: Fraction) -> VideoStream:
    stream = container.add_stream("libx264", rate, options=QUALITY)  # the rate tells how long the last frame is shown
    context = stream.codec_context
    stream.width, stream.height = size
    stream.pix_fmt = "yuv420p"
    context.time_base = stream.time_base = unit
    context.color_range, context.colorspace = ColorRange.MPEG, Colorspace.ITU709
    context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
    return stream


def _picture(pixels: NDArray[Any], pts: int, unit: Fraction) -> Picture:
    rgb = Picture.from_ndarray(pixels, "rgb24")
    picture = rgb.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG)
    picture.pts, picture.time_base = pts, unit
    return picture
