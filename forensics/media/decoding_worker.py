"""What runs in a process that decodes pictures: each request, and the content of the file behind it, gets a reply;
pixels go into a file that both processes hold."""

import socket
import sys
from dataclasses import dataclass, replace

import numpy as np

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.io.serialization import decode, encode
from forensics.media.bounded_worker import (
    MAX_MESSAGE,
    limit_memory,
    limit_time,
    receive,
    send,
    write_pixels,
)
from forensics.media.bounded_worker import serve as serve_requests
from forensics.media.image import decode_image, probe_image
from forensics.types.analysis import Frame, ImageFile

NO_PIXELS = np.zeros((1, 1, 3), np.uint8)
"""In the place of those that lie in the file."""


@dataclass(frozen=True)
class Request:
    """media: to be decoded; None: to be looked at, under this name. megabytes, seconds: that it may take."""

    name: str
    media: ImageFile | None
    megabytes: int
    seconds: float


@dataclass(frozen=True)
class Reply:
    """media: what was looked at, without its content. frame: what was decoded, without its pixels, which have this
    shape. error: why there is neither."""

    media: ImageFile | None = None
    frame: Frame | None = None
    shape: tuple[int, ...] = ()
    error: Fact | None = None


def serve(connection: int, pixels: int) -> None:
    """Answer requests until the other end is closed. connection: descriptor of a socket. pixels: of a file."""

    def answer(peer: socket.socket) -> None:
        request = decode(bytes(receive(peer, MAX_MESSAGE)), Request)
        content = bytes(receive(peer))
        limit_time(request.seconds)
        reply = _answer(request, content, pixels)
        limit_time(0)
        send(peer, encode(reply))

    serve_requests(connection, answer)


def _answer(request: Request, content: bytes, pixels: int) -> Reply:
    limit_memory(request.megabytes)
    try:
        if request.media is None:
            return Reply(media=replace(probe_image(content, request.name), content=b""))
        frame = decode_image(replace(request.media, content=content))
        write_pixels(pixels, frame.pixels)
        return Reply(frame=replace(frame, pixels=NO_PIXELS), shape=frame.pixels.shape)
    except MediaError as error:
        return Reply(error=error.fact if error.fact.code != MediaCode.OUT_OF_MEMORY else _too_much(request))
    except MemoryError:
        return Reply(error=_too_much(request))
    finally:
        limit_memory(None)


def _too_much(request: Request) -> Fact:
    return Fact(MediaCode.DECODING_MEMORY, {"megabytes": request.megabytes})


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:]))
