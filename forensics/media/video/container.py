"""A video's container opened, and the one stream of pictures in it that is looked at.

The demuxer is named by the file's signature and reads one open file: a playlist under any name stays text, and nothing
in a file can make it open another one or the network.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, NoReturn

import av
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Discard, Disposition
from av.video.stream import VideoStream

from forensics.error_codes import DetailCode, MediaCode, StreamCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.rejections import detail
from forensics.media.video import animated_pictures
from forensics.media.video.limits import VideoLimits
from forensics.validation import present

DEMUXERS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "video/3gpp": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/x-ms-asf": "asf",
    "video/mp2t": "mpegts",
    "video/mpeg": "mpeg",
    "video/mpv": "mpegvideo",
    "video/x-flv": "flv",
    "video/ogg": "ogg",
    "application/mxf": "mxf",
    "video/h264": "h264",
    "video/h265": "hevc",
    "video/x-ivf": "ivf",
    "image/gif": "gif",
    "image/apng": "apng",
    **dict.fromkeys(animated_pictures.READERS, animated_pictures.FORMAT),
}
"""Media type → libavformat's demuxer."""

PROBE_PIXEL_FACTOR = 8
"""How many times more pixels than the limit the first frame may have until its size is known and refused by name."""

DECODER_PIXEL_FACTOR, BLOCKS = 2, 128 * 128
"""Times, and pixels, more than the limit that a decoder may ask for: it rounds up to whole blocks."""

STREAM_CODES = {"audio": StreamCode.SOUND, "video": StreamCode.COVER_PICTURE, "subtitle": StreamCode.SUBTITLES}
"""Type of a stream → what it is called where there is no film."""

BUFFER = 1 << 18
"""Bytes that are read at once: fewer calls out of libavformat than with its usual 32 kB."""

BROKEN = (FFmpegError, OSError, ValueError, OverflowError)
"""What PyAV raises on hostile bytes; OSError and ValueError come of a seek to a place that no file has."""


@contextmanager
def open_container(path: Path, media_type: str, limits: VideoLimits) -> Iterator[tuple[InputContainer, VideoStream]]:
    """Raises MediaError: `damaged`, `no_video`, `unsupported_codec`, `file_missing`."""
    with _open_content(path, media_type, limits) as file:
        try:
            container = av.open(
                file,
                "r",
                format=DEMUXERS[media_type],
                options={"protocol_whitelist": "none", "max_pixels": str(PROBE_PIXEL_FACTOR * limits.pixels)},
                metadata_errors="replace",
                buffer_size=BUFFER,
                io_open=_deny_external_open,
            )
        except BROKEN as error:
            raise corrupt_video_error(error) from error
        with container:
            yield container, _select_video_stream(container, limits)


@contextmanager
def _open_content(path: Path, media_type: str, limits: VideoLimits) -> Iterator[BinaryIO]:
    """What libavformat reads: the file itself, or what was made of it."""
    if media_type not in animated_pictures.READERS:
        with open_file(path) as file:
            yield file
        return
    with ExitStack() as stack:
        try:
            content = stack.enter_context(animated_pictures.rewritten(path, media_type, limits))
        except FileNotFoundError as error:
            raise MediaError(MediaCode.VIDEO_GONE, reason=str(error.strerror)) from error
        except (*BROKEN, SyntaxError, EOFError) as error:
            raise corrupt_video_error(error) from error
        yield content


def open_file(path: Path) -> BinaryIO:
    """Raises MediaError (`file_missing`)."""
    try:
        return path.open("rb")
    except OSError as error:
        raise MediaError(MediaCode.VIDEO_GONE, reason=str(error.strerror)) from error


def _deny_external_open(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    raise PermissionError(f"a video must not open other files, this one asked for {url!r}")


def _select_video_stream(container: InputContainer, limits: VideoLimits) -> VideoStream:
    """The stream that a player would show; all others are not even read."""
    if not len(container.streams):
        raise corrupt_video_error(Fact(DetailCode.NO_STREAM))
    found = video_streams(container)
    if not found:
        raise MediaError(MediaCode.NO_VIDEO, because=_contents(container))
    best = container.streams.best("video")
    chosen = best if best in found else found[0]
    if chosen.codec_context is None:
        raise MediaError(MediaCode.UNSUPPORTED_CODEC)
    for stream in container.streams:
        if stream is not chosen:
            stream.discard = Discard.all
    chosen.codec_context.options = {"max_pixels": str(DECODER_PIXEL_FACTOR * limits.pixels + BLOCKS)}
    chosen.thread_type = "FRAME"  # threads by slice hide from the decoder that a frame is damaged
    return chosen


def video_streams(container: InputContainer) -> list[VideoStream]:
    """The streams of moving pictures: cover art is none."""
    return [stream for stream in container.streams.video if not stream.disposition & Disposition.attached_pic]


def _contents(container: InputContainer) -> Fact:
    """The kinds of streams that there are, each inside the one before."""
    found = {STREAM_CODES.get(stream.type, StreamCode.DATA) for stream in container.streams}
    fact: Fact | None = None
    for code in reversed(StreamCode):
        fact = Fact(code, because=fact) if code in found else fact
    return present(fact)


def corrupt_video_error(why: Exception | Fact) -> MediaError:
    """why: a detail, or what the reader said of the data, quoted in the sentence."""
    return MediaError(MediaCode.VIDEO_DAMAGED, because=detail(why))


def no_frames_error(encrypted: bool, broken: int) -> MediaError:
    """broken: pieces that could not be decoded."""
    if encrypted:
        return MediaError(MediaCode.ENCRYPTED)
    return MediaError(MediaCode.NO_FRAMES, broken=broken)
