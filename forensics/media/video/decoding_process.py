"""The functions of forensics/media/video/reader.py for files of others: the same answers, from a bounded process of its
own, a video each. Where the system has no such processes (Windows), the functions are those of reader.py."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import display_name
from forensics.io.serialization import encode
from forensics.media.bounded_process import HAS_PROCESSES, BoundedProcess, BoundedProcesses, decoding_limit, media_error
from forensics.media.video import reader
from forensics.media.video.decoding_worker import Reply, Request, Step
from forensics.media.video.frame_conversion import THUMBNAIL_SHAPE
from forensics.media.video.limits import VideoLimits, limits_from_env
from forensics.media.video.stream_frame import FrameStream, StreamFrame
from forensics.types.analysis import Frame
from forensics.types.video import SampledFrame, VideoFile

PROCESSES = BoundedProcesses(("-m", "forensics.media.video.decoding_worker"))
"""Those of this program."""


@dataclass
class _OpenVideo:
    """A process that is lent for one video. released: frames that it need not hold any more, to be said with what is
    asked next."""

    process: BoundedProcess
    video: VideoFile
    released: list[int] = field(default_factory=list)

    def ask(self, step: Step, **more: Any) -> Reply:
        """Raises MediaError, also where the process ended over it."""
        limit = decoding_limit()
        released, self.released = tuple(self.released), []
        request = encode(Request(step, *limit, released=released, **more))
        reply = self.process.ask(limit, Reply, request, steps=True)
        if reply.error is not None:
            raise media_error(reply.error)
        return reply

    def pixels(self, reply: Reply) -> NDArray[np.uint8]:
        """Of the picture that a reply tells of. Raises MediaError."""
        return self.process.read_pixels(reply.shape, self.video.width, self.video.height)


@contextmanager
def _opened(step: Step, video: VideoFile, **more: Any) -> Iterator[_OpenVideo]:
    with PROCESSES.lent() as process:
        opened = _OpenVideo(process, video)
        absolute = replace(video, path=video.path.absolute())  # the process may run in another folder
        try:
            opened.ask(step, video=absolute, **more)
            yield opened
        finally:
            if process.is_sound:
                opened.ask("close")


@dataclass
class _HeldPictures:
    """Of a frame in the process, which lets go of it when this object goes. sent: the bytes of its thumbnail, where
    they came with it."""

    opened: _OpenVideo
    index: int
    sent: bytes

    def to_rgb(self) -> NDArray[np.uint8]:
        return self.opened.pixels(self.opened.ask("picture", index=self.index))

    def thumbnail(self) -> NDArray[np.uint8]:
        pixels = np.frombuffer(self.sent or self.opened.ask("thumbnail", index=self.index).thumbnail, np.uint8)
        if pixels.size != 3 * THUMBNAIL_SHAPE[0] * THUMBNAIL_SHAPE[1]:
            raise MediaError(MediaCode.DECODER_CRASHED)
        return pixels.reshape(*THUMBNAIL_SHAPE, 3)

    def __del__(self) -> None:
        self.opened.released.append(self.index)


class _ReceivedFrames:
    """As FrameStream, from a process in which the video is open."""

    def __init__(self, opened: _OpenVideo) -> None:
        self._opened = opened
        self.ended: Fact | None = None
        self.notes: tuple[Fact, ...] = ()
        self.broken_packets = 0

    def __iter__(self) -> Iterator[StreamFrame]:
        while True:
            reply = self._opened.ask("next")
            self.ended, self.notes, self.broken_packets = reply.ended, reply.notes, reply.broken_packets
            at = reply.frame
            if at is None:
                return
            pictures = _HeldPictures(self._opened, at.index, reply.thumbnail)
            yield StreamFrame(at.index, at.pts, at.seconds, at.end, pictures)


def probe(path: Path, name: str, sha256: str, limits: VideoLimits | None = None) -> VideoFile:
    """As reader.probe. Raises MediaError, also: `decoding_too_long`, `decoding_memory`, `decoder_crashed`,
    `no_decoder`."""
    if not HAS_PROCESSES:
        return reader.probe(path, name, sha256, limits)
    name = display_name(name)
    asked = VideoFile(name, path.absolute(), sha256, "", 0, 1, 1, None, None, None, "")
    with PROCESSES.lent() as process:
        found = _OpenVideo(process, asked).ask("probe", video=asked, limits=limits or limits_from_env()).video
    if found is None:
        raise MediaError(MediaCode.DECODER_CRASHED)
    return replace(found, name=name, path=path, sha256=sha256)


@contextmanager
def open_frames(
    video: VideoFile, start: SampledFrame | None = None, limits: VideoLimits | None = None, *, thumbnails: bool = False
) -> Iterator[FrameStream]:
    """As reader.open_frames. thumbnails: one of every frame will be asked for, so that they are sent along.

    Raises MediaError, as `probe` here, also while frames are asked for.
    """
    if not HAS_PROCESSES:
        with reader.open_frames(video, start, limits) as frames:
            yield frames
        return
    limits = limits or limits_from_env()
    with _opened("open", video, start=start, limits=limits, thumbnails=thumbnails) as opened:
        yield _ReceivedFrames(opened)


def read_frames(video: VideoFile, wanted: Sequence[SampledFrame]) -> Iterator[Frame]:
    """As reader.read_frames. Raises MediaError, as `probe` here."""
    if not HAS_PROCESSES:
        yield from reader.read_frames(video, wanted)
        return
    with _opened("wanted", video, wanted=tuple(wanted), limits=limits_from_env()) as opened:
        for _ in wanted:
            reply = opened.ask("next-wanted")
            at = reply.frame
            if at is None:
                raise MediaError(MediaCode.DECODER_CRASHED)
            yield Frame(at.index, at.seconds, opened.pixels(reply))
