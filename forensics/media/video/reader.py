"""Videos read as a stream: what a file is, its frames with exact times in one pass, single frames again by seeking.

Nothing is held but the frame at hand and what the decoder needs. An object is for one thread at a time; several may
read the same file.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from math import inf
from os import SEEK_END
from pathlib import Path

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import display_name
from forensics.media.file_type import VIDEO_TYPES, HeaderError, header_dimensions, sniff_media_type
from forensics.media.rejections import not_a_video_error
from forensics.media.video.animated_pictures import CODECS
from forensics.media.video.container import (
    corrupt_video_error,
    no_frames_error,
    open_container,
    open_file,
    video_streams,
)
from forensics.media.video.decoder import FrameDecoder, Frames, IndexedFrame
from forensics.media.video.frame_conversion import FrameConverter, orientation_of, shown_size
from forensics.media.video.limits import VideoLimits, check_bytes, check_pixels, limits_from_env
from forensics.media.video.picture_notes import picture_notes
from forensics.media.video.stream_frame import StreamFrame
from forensics.media.video.timeline import clock_zero, declared_end, frame_counts
from forensics.media.video.track_header import Edges, track_header
from forensics.media.video.truncation import (
    DURATION_TOLERANCE,
    duration_limit_reason,
    early_end_reason,
    is_truncated,
    truncation_reason,
)
from forensics.types.analysis import Frame
from forensics.types.video import SampledFrame, VideoFile
from forensics.types.video_codes import NoteCode
from forensics.validation import present

HEADER_BYTES = 4096
"""Bytes by which the type of a file is told."""

SEEK_THRESHOLD_SECONDS = 5.0
"""Seconds up to which the next wanted frame is reached by decoding on rather than by seeking."""

NO_TIME_LIMIT = 2**53
"""Seconds: no limit, for a frame that was already analyzed."""


@dataclass(frozen=True, slots=True)
class _DecodedPictures:
    """Of a frame that is in memory, in the decoder's own format."""

    frame: VideoFrame
    upright: FrameConverter

    def to_rgb(self) -> NDArray[np.uint8]:
        return self.upright.to_rgb(self.frame)

    def thumbnail(self) -> NDArray[np.uint8]:
        return self.upright.thumbnail(self.frame)


class DecodedFrames:
    """Iterates StreamFrame in the order of presentation, once."""

    def __init__(
        self,
        video: VideoFile,
        limits: VideoLimits,
        decoding: FrameDecoder,
        frames: Iterator[IndexedFrame],
        origin: int | None,
    ):
        self._video, self._limits, self._decoding, self._frames = video, limits, decoding, frames
        self._origin = origin
        self.ended: Fact | None = None
        """Why the stream ended before the end of the file; None while it did not."""
        self.notes: tuple[Fact, ...] = ()
        """What the pictures so far showed of the file that its header does not say."""
        self._size: tuple[int, int] | None = None

    @property
    def broken_packets(self) -> int:
        """Pieces that could not be decoded and were passed over, so far, from where this stream began."""
        return self._decoding.broken

    def __iter__(self) -> Iterator[StreamFrame]:
        unit, end, upright = present(self._decoding.stream.time_base), 0.0, None
        most = float(self._video.start) + self._limits.seconds
        for index, pts, frame in self._frames:
            if self._origin is None:
                self._origin = pts - round(self._video.start / unit)
            upright = upright or FrameConverter(
                *(self._video.width, self._video.height, orientation_of(frame)),
                *(Edges(*self._video.crop), self._decoding.stream.sample_aspect_ratio),
            )
            seconds = (pts - self._origin) * unit
            if seconds - self._video.start >= self._limits.seconds:
                self.ended = duration_limit_reason(self._limits.seconds, self._video.seconds)
                return
            end = float(seconds + frame.duration * unit)
            self._note_size(float(seconds), (frame.width, frame.height))
            yield StreamFrame(index, pts, float(seconds), min(end, most), _DecodedPictures(frame, upright))
        self.ended = self._end_reason(end)

    def _note_size(self, seconds: float, size: tuple[int, int]) -> None:
        """Of the first frame whose size is another one than before."""
        if self._size not in (None, size) and not self.notes:
            (from_width, from_height), (width, height) = present(self._size), size
            numbers = {"seconds": seconds, "width": from_width, "height": from_height}
            self.notes = (Fact(NoteCode.SIZE_CHANGES, numbers | {"new_width": width, "new_height": height}),)
        self._size = size

    def _end_reason(self, seconds: float) -> Fact | None:
        """seconds: where the last frame ends. None where this is the end of the file."""
        if is_truncated(self._video.path, self._video.media_type):
            return truncation_reason(seconds, self._video.seconds)
        short = self._video.seconds is not None and seconds + DURATION_TOLERANCE < self._video.seconds
        return early_end_reason(seconds, self._video.seconds) if short or self._decoding.gave_up else None


def probe(path: Path, name: str, sha256: str, limits: VideoLimits | None = None) -> VideoFile:
    """Read the header and the first frame. name: to show. sha256: of the file. limits: None for the environment's.

    Raises MediaError: `empty_file`, `file_too_large`, `too_many_pixels`, `not_a_video`, `no_video`, `no_frames`,
    `unsupported_codec`, `encrypted`, `damaged`, `file_missing`.
    """
    limits = limits or limits_from_env()
    found, size = _check_file(path, limits)
    with open_container(path, found, limits) as (container, stream):
        check_pixels(stream.width, stream.height, limits)
        decoding = FrameDecoder(container, stream)
        first = next(decoding.from_index(0), None)
        if first is None:
            raise no_frames_error(decoding.encrypted, decoding.broken)
        header = track_header(path, found, video_streams(container).index(stream))
        if header.has_no_base_layer:
            raise MediaError(MediaCode.DOLBY_VISION, profile=header.dolby_vision_profile)
        width, height = shown_size(first.frame, header.crop, stream.sample_aspect_ratio)
        width, height = (height, width) if orientation_of(first.frame).transposed else (width, height)
        check_pixels(width, height, limits)
        zero, end = clock_zero(container, stream, first.pts), declared_end(container, stream, first.pts)
        return VideoFile(
            name=display_name(name),
            path=path,
            sha256=sha256,
            media_type=found,
            size=size,
            width=width,
            height=height,
            seconds=None if end is None else end - zero,
            frame_rate=None if found in CODECS else stream.average_rate,
            frame_count=frame_counts(container, stream).shown,
            codec=CODECS.get(found, stream.codec_context.codec.canonical_name),
            notes=tuple(picture_notes(container, stream, first.frame, header.crop)),
            start=first.pts * present(stream.time_base) - zero,
            crop=header.crop,
        )


def _check_file(path: Path, limits: VideoLimits) -> tuple[str, int]:
    """Media type and size in bytes, as far as they can be told without a demuxer. Raises MediaError."""
    with open_file(path) as file:
        head, size = file.read(HEADER_BYTES), file.seek(0, SEEK_END)
    if size == 0:
        raise MediaError(MediaCode.EMPTY_VIDEO)
    check_bytes(size, limits)
    found = sniff_media_type(head)
    if found not in VIDEO_TYPES:
        raise not_a_video_error(found)
    try:
        declared = header_dimensions(head, found)
    except HeaderError as error:
        raise corrupt_video_error(error) from error
    if declared is not None:
        check_pixels(*declared, limits)
    return found, size


@contextmanager
def open_frames(
    video: VideoFile, start: SampledFrame | None = None, limits: VideoLimits | None = None
) -> Iterator[DecodedFrames]:
    """The frames of a video, from `start` on, that one included, or from the first. limits: None for the environment's.

    Where `start` cannot be reached by seeking, all before it is decoded. Raises MediaError.
    """
    limits = limits or limits_from_env()
    with ExitStack() as stack:
        sought = None if start is None else _open_by_seeking(stack, video, start, limits)
        yield sought or _open_from_start(stack, video, start, limits)


def _open_by_seeking(
    stack: ExitStack, video: VideoFile, start: SampledFrame, limits: VideoLimits, after: float = -inf
) -> DecodedFrames | None:
    """From `start` on, by seeking; None where it cannot be reached so from later than time stamp `after`."""
    if start.index == 0:
        return None
    decoding = FrameDecoder(*stack.enter_context(open_container(video.path, video.media_type, limits)))
    frames = decoding.from_frame(start, after)
    return None if frames is None else _stream(stack, video, limits, decoding, frames, start)


def _open_from_start(
    stack: ExitStack, video: VideoFile, start: SampledFrame | None, limits: VideoLimits
) -> DecodedFrames:
    """From `start` on, all before it decoded, or from the first."""
    decoding = FrameDecoder(*stack.enter_context(open_container(video.path, video.media_type, limits)))
    frames = decoding.from_index(0 if start is None else start.index)
    return _stream(stack, video, limits, decoding, frames, start)


def _stream(
    stack: ExitStack,
    video: VideoFile,
    limits: VideoLimits,
    decoding: FrameDecoder,
    frames: Frames,
    start: SampledFrame | None,
) -> DecodedFrames:
    stack.callback(frames.close)  # PyAV would read on from a container that is closed
    origin = None
    if start is not None and start.index > 0:
        origin = start.pts - round((start.seconds - start.held) / present(decoding.stream.time_base))
    return DecodedFrames(video, limits, decoding, frames, origin)


def read_frames(video: VideoFile, wanted: Sequence[SampledFrame], limits: VideoLimits | None = None) -> Iterator[Frame]:
    """The pictures of these frames, in the order in which they are asked for; ascending is fastest: no frame is then
    decoded twice but where seeking fails. limits: None for the environment's. Raises MediaError."""
    limits = (limits or limits_from_env())._replace(seconds=NO_TIME_LIMIT)
    with ExitStack() as stack:
        at: StreamFrame | None = None
        frames: Iterator[StreamFrame] = iter(())
        for frame in wanted:
            ahead = at if at is not None and at.index <= frame.index else None
            if ahead is None or frame.seconds - ahead.seconds > SEEK_THRESHOLD_SECONDS:
                with ExitStack() as fresh:
                    stream = _open_by_seeking(fresh, video, frame, limits, -inf if ahead is None else ahead.pts)
                    if stream is None and ahead is None:
                        stream = _open_from_start(fresh, video, frame, limits)
                    if stream is not None:
                        stack.close()
                        stack.enter_context(fresh.pop_all())
                        frames = iter(stream)
                        at = next(frames, None)
            while at is not None and at.index < frame.index:
                at = next(frames, None)
            if at is None:
                raise MediaError(MediaCode.FRAME_LOST, seconds=frame.seconds)
            yield at.to_rgb()
