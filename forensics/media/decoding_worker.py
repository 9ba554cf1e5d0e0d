"""What runs in a decoding process: pictures of others are opened here, within bounds on memory and time.

Each request is answered by a reply, both MessagePack behind their length; the content of the file follows the request,
pixels go into a file that both processes hold. Nothing that comes back is code: whoever takes this process over through
a hostile file can give a wrong picture, and no more. It ends when the program that started it does.
"""

import ctypes
import os
import signal
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from select import select
from struct import Struct

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.io.serialization import decode, encode
from forensics.media.image import decode_image, probe_image
from forensics.types.analysis import Frame, ImageFile

LENGTH = Struct(">Q")
"""In front of each message and of each content."""

MAX_MESSAGE = 1 << 24
"""Bytes of a message: far more than is ever said of one picture."""

REAL_TIME = 3
"""As many seconds may pass for one of processor time."""

IDLE_SECONDS = 5.0
"""Until the next picture, from which on memory is not kept for it."""

NO_PIXELS = np.zeros((1, 1, 3), np.uint8)
"""In the place of those that lie in the file."""

READY = Struct(">B").pack(1)
"""What the process says once it can begin."""


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the program, which then closes this one
    for end in (signal.SIGALRM, signal.SIGPROF):  # without a handler it ends the process, whatever that is at
        signal.signal(end, signal.SIG_DFL)
    with suppress(ConnectionError, EOFError), socket.socket(fileno=connection) as peer:
        peer.sendall(READY)
        while True:
            if not select([peer], [], [], IDLE_SECONDS)[0]:
                _give_memory_back()
            request = decode(bytes(receive(peer, MAX_MESSAGE)), Request)
            content = bytes(receive(peer))
            _limit_time(request.seconds)
            reply = _answer(request, content, pixels)
            _limit_time(0)
            send(peer, encode(reply))


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


def _give_memory_back() -> None:
    """What the C library keeps for the next picture; others than glibc keep less."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _limit_time(seconds: float) -> None:
    """From here on so many seconds of processor time, so that others who work on the machine take none of it, and of
    real time a multiple; 0: no limit."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, REAL_TIME * seconds)


def _too_much(request: Request) -> Fact:
    return Fact(MediaCode.DECODING_MEMORY, {"megabytes": request.megabytes})


def limit_memory(megabytes: int | None) -> None:
    """From here on no more than this on top of what the process has now; None: no limit.

    Only Linux tells how much that is and keeps to such a limit: on macOS time alone is bounded.
    """
    statm = Path("/proc/self/statm")
    if not statm.exists():
        return
    import resource  # noqa: PLC0415, not on Windows, where this process is not started

    _, most = resource.getrlimit(resource.RLIMIT_AS)
    now = int(statm.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (most if megabytes is None else now + megabytes * 1_000_000, most))


def write_pixels(file: int, pixels: NDArray[np.uint8]) -> None:
    """Make them all that is in the file. Raises OSError."""
    content = memoryview(np.ascontiguousarray(pixels).data).cast("B")
    os.ftruncate(file, len(content))  # what was there is kept: new pages take time
    written = 0
    while written < len(content):
        written += os.pwrite(file, content[written:], written)


def send(peer: socket.socket, content: bytes) -> None:
    """Raises OSError."""
    peer.sendall(LENGTH.pack(len(content)))
    peer.sendall(content)


def receive(peer: socket.socket, limit: int | None = None) -> bytearray:
    """What `send` sent. Raises OSError; EOFError where the other end is closed; ValueError above the limit."""
    (length,) = LENGTH.unpack(_exactly(peer, LENGTH.size))
    if limit is not None and length > limit:
        raise ValueError(f"a message of {length} bytes")
    return _exactly(peer, length)


def _exactly(peer: socket.socket, length: int) -> bytearray:
    content = bytearray(length)
    rest = memoryview(content)
    while rest:
        got = peer.recv_into(rest)
        if not got:
            raise EOFError
        rest = rest[got:]
    return content


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:]))
