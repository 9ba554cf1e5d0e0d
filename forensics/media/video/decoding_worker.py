"""What runs in a process that decodes videos: one at a time is open in it, and its frames are handed out one by one.

A frame stays in memory, in the decoder's own format, until the other end lets go of it; a picture of it is made when it
is asked for, and goes into a file that both processes hold.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Literal

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.io.serialization import decode, encode
from forensics.media.bounded_worker import MAX_MESSAGE, limit_memory, limit_time, receive, send, serve, write_pixels
from forensics.media.video.limits import VideoLimits
from forensics.media.video.reader import DecodedFrames, open_frames, probe, read_frames
from forensics.media.video.stream_frame import StreamFrame
from forensics.types.analysis import Frame
from forensics.types.video import SampledFrame, VideoFile
from forensics.validation import present

Step = Literal["probe", "open", "next", "picture", "thumbnail", "wanted", "next-wanted", "close"]


@dataclass(frozen=True)
class Request:
    """step: what is to be done, by the function of reader.py of this name. megabytes, seconds: that it may take.

    video: whose frames are wanted; for a look at a file what the caller knows of it. limits: None only where the video
    is open. start: the first frame; None: the first of the file. wanted: the frames whose pictures are. index: of the
    frame whose picture is. thumbnails: whether one comes with each frame. released: frames that are not asked for any
    more.
    """

    step: Step
    megabytes: int
    seconds: float
    limits: VideoLimits | None = None
    video: VideoFile | None = None
    start: SampledFrame | None = None
    wanted: tuple[SampledFrame, ...] = ()
    index: int = 0
    thumbnails: bool = False
    released: tuple[int, ...] = ()


@dataclass(frozen=True)
class FramePlace:
    """As StreamFrame, without its pictures."""

    index: int
    pts: int
    seconds: float
    end: float


@dataclass(frozen=True)
class Reply:
    """What was asked for: video, frame (None: there is no further one) or picture, whose pixels lie in the file and
    have this shape, or the bytes of a thumbnail (36, 64, 3) uint8. ended, notes, broken_packets: of the stream so far,
    as in FrameStream. error: why there is nothing."""

    video: VideoFile | None = None
    frame: FramePlace | None = None
    shape: tuple[int, ...] = ()
    thumbnail: bytes = b""
    ended: Fact | None = None
    notes: tuple[Fact, ...] = ()
    broken_packets: int = 0
    error: Fact | None = None


class OpenVideo:
    """The video that is open, if one is. pixels: descriptor of the file for pictures."""

    def __init__(self, pixels: int) -> None:
        self._file = pixels
        self._stack = ExitStack()
        self._stream: DecodedFrames | None = None
        self._frames: Iterator[StreamFrame] = iter(())
        self._with_thumbnails = False
        self._wanted: Iterator[Frame] = iter(())
        self._held: dict[int, StreamFrame] = {}

    def answer(self, request: Request) -> Reply:
        for index in request.released:
            self._held.pop(index, None)
        limit_time(request.seconds)
        try:
            return self._do(request)
        except MediaError as error:
            return Reply(error=error.fact)
        except MemoryError:
            return Reply(error=Fact(MediaCode.DECODING_MEMORY, {"megabytes": request.megabytes}))
        finally:
            limit_time(0)

    def _do(self, request: Request) -> Reply:
        match request.step:
            case "probe":
                asked = present(request.video)
                with _limited_memory(request.megabytes):
                    return Reply(video=probe(asked.path, asked.name, asked.sha256, request.limits))
            case "open":
                self._stack.enter_context(_limited_memory(request.megabytes))
                opened = open_frames(present(request.video), request.start, request.limits)
                self._stream = self._stack.enter_context(opened)
                self._frames, self._with_thumbnails = iter(self._stream), request.thumbnails
            case "next":
                return self._next()
            case "thumbnail":
                return Reply(thumbnail=self._held[request.index].thumbnail().tobytes())
            case "picture":
                return self._picture(self._held[request.index].to_rgb())
            case "wanted":
                self._stack.enter_context(_limited_memory(request.megabytes))
                self._wanted = read_frames(present(request.video), request.wanted, request.limits)
                self._stack.callback(self._wanted.close)  # type: ignore[attr-defined]  # a generator
            case "next-wanted":
                return self._picture(next(self._wanted))
            case "close":
                self._stack.close()
                self._stream, self._frames, self._wanted = None, iter(()), iter(())
                self._held.clear()
        return Reply()

    def _next(self) -> Reply:
        stream, frame = present(self._stream), next(self._frames, None)
        state = Reply(ended=stream.ended, notes=stream.notes, broken_packets=stream.broken_packets)
        if frame is None:
            return state
        self._held[frame.index] = frame
        thumbnail = frame.thumbnail().tobytes() if self._with_thumbnails else b""
        return replace(state, frame=FramePlace(frame.index, frame.pts, frame.seconds, frame.end), thumbnail=thumbnail)

    def _picture(self, frame: Frame) -> Reply:
        write_pixels(self._file, frame.pixels)
        return Reply(frame=FramePlace(frame.index, 0, frame.seconds, 0.0), shape=frame.pixels.shape)


def _limited_memory(megabytes: int) -> ExitStack:
    """Until it is left."""
    limit_memory(megabytes)
    stack = ExitStack()
    stack.callback(limit_memory, None)
    return stack


def serve_videos(connection: int, pixels: int) -> None:
    """Answer requests until the other end is closed. connection: descriptor of a socket. pixels: of a file."""
    video = OpenVideo(pixels)

    def answer(peer: socket.socket) -> None:
        send(peer, encode(video.answer(decode(bytes(receive(peer, MAX_MESSAGE)), Request))))

    serve(connection, answer)


if __name__ == "__main__":
    serve_videos(*map(int, sys.argv[1:]))
