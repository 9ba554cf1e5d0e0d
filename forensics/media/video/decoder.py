"""Frames in the order of presentation as a decoder gives them, numbered and with time stamps that only grow."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import inf
from typing import Any, NamedTuple, cast

from av.codec.codec import UnknownCodecError
from av.codec.context import CodecContext
from av.container import InputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from forensics.media.bounded_worker import renew_time_limit
from forensics.media.video.container import BROKEN
from forensics.types.video import SampledFrame
from forensics.validation import present

SEEKABLE = ("mov", "matroska", "avi", "gif")
"""Demuxers that find a key frame by its time. Any other file is decoded from its beginning: many kinds have no index,
and their time stamps begin anywhere or are missing."""

MAX_CONSECUTIVE_ERRORS = 100
"""Errors of the container one after the other, without a packet between them, after which it is given up."""


class IndexedFrame(NamedTuple):
    """index: in the order of presentation. pts: in the stream's unit; where the file has none, or one that goes back,
    the one that a steady rate gives."""

    index: int  # type: ignore[assignment]  # hides tuple.index(), which nobody asks for
    pts: int
    frame: VideoFrame


ALPHA_DECODERS = {"vp8": "libvpx", "vp9": "libvpx-vp9"}
"""Codec → its decoder that reads transparency as WebM keeps it, beside the picture; libavcodec's own ones do not."""

Frames = Generator[IndexedFrame, None, None]


@dataclass
class FrameDecoder:
    """One pass over one open file. broken: packets and frames that could not be decoded, from the first frame that was
    given. gave_up: the container could not be read further. encrypted: a packet came that only a key could open."""

    container: InputContainer
    stream: VideoStream
    broken: int = 0
    gave_up: bool = False
    encrypted: bool = False

    @cached_property
    def _context(self) -> VideoCodecContext:
        return _alpha_context(self.stream) or self.stream.codec_context

    def from_index(self, index: int) -> Frames:
        """From this frame on; all before it are decoded too."""
        for numbered in self._numbered(self._frames(self._packets()), 0):
            if numbered.index == index > 0:
                self.broken = 0
            if numbered.index >= index:
                yield numbered

    def from_frame(self, start: SampledFrame, after: float = -inf) -> Frames | None:
        """From this frame on, or None where it cannot be reached with the same pixels that a whole pass gives; the file
        must then be opened anew. None, too, where all from time stamp `after` or from before it would be decoded.

        Of what follows the key frame in the file only frames that are shown after it are used: those before it (open
        group of pictures) lean on frames that were not decoded. Where something is broken on the way, what the decoder
        puts in its place depends on what it saw before.
        """
        if not self._has_time_stamps or not any(name in self.container.format.name for name in SEEKABLE):
            return None
        try:
            self.container.seek(start.pts, stream=self.stream)
            packets = self._packets()
            key = next((packet for packet in packets if packet.is_keyframe), None)
        except BROKEN:
            return None
        if key is None or key.pts is None or not after < key.pts <= start.pts:
            return None
        frames = self._frames(chain((key,), packets))
        for frame in frames:
            if frame.pts is None or frame.pts > start.pts:
                return None
            if frame.pts == start.pts and not self.broken:
                return self._numbered(chain((frame,), frames), start.index)
        return None

    def _packets(self) -> Iterator["Packet[Any]"]:
        errors = 0
        while errors < MAX_CONSECUTIVE_ERRORS:
            try:
                for packet in self.container.demux(self.stream):
                    renew_time_limit()
                    errors = 0
                    yield packet
                return
            except BROKEN:
                self.broken += 1
                errors += 1
        self.gave_up = True

    def _frames(self, packets: Iterator["Packet[Any]"]) -> Iterator[VideoFrame]:
        for packet in packets:
            for frame in self._decoded(packet):
                if frame.is_corrupt:
                    self.broken += 1
                else:
                    yield frame

    def _decoded(self, packet: "Packet[Any]") -> list[VideoFrame]:
        self.encrypted = self.encrypted or packet.has_sidedata("encryption_info")
        try:
            return self._context.decode(packet) if not self.encrypted else []
        except BROKEN:
            self.broken += 1
            return []

    @property
    def _has_time_stamps(self) -> bool:
        """Whether a frame's stamp is its own. An AVI has none: frames are counted in the order in which they are
        stored, and where that is not the order of presentation, a count that begins elsewhere is another one."""
        return self.container.format.name != "avi" or not self.stream.codec_context.has_b_frames

    def _numbered(self, frames: Iterator[VideoFrame], index: int) -> Frames:
        last, shift, own_stamps = None, 0, self._has_time_stamps
        for number, frame in enumerate(frames, index):
            pts = frame.pts if own_stamps and frame.pts is not None else frame.dts
            step = max(1, frame.duration or 1)
            if last is None:
                last = pts or 0
            elif pts is None:
                last += step
            else:
                if pts + shift <= last - self.second:
                    shift = last + step - pts
                last = max(last + 1, pts + shift)
            yield IndexedFrame(number, last, frame)

    @property
    def second(self) -> int:
        """In the stream's unit."""
        return max(1, round(1 / present(self.stream.time_base)))


def has_alpha_beside(stream: VideoStream) -> bool:
    """Whether the transparency of a WebM's pictures lies beside them."""
    return stream.metadata.get("alpha_mode") == "1" and stream.codec_context.codec.canonical_name in ALPHA_DECODERS


def _alpha_context(stream: VideoStream) -> VideoCodecContext | None:
    """A decoder for such pictures; None where there are none, or no such decoder."""
    if not has_alpha_beside(stream):
        return None
    try:
        context = CodecContext.create(ALPHA_DECODERS[stream.codec_context.codec.canonical_name], "r")
    except UnknownCodecError:
        return None
    context.options = dict(stream.codec_context.options)
    return cast(VideoCodecContext, context)
