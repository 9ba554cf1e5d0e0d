"""What both ends of a bounded process share: messages behind their length, and the bounds themselves.

It imports nothing that is slow to load. Nothing that comes back from such a process is code: whoever takes it over
through a hostile file can give a wrong picture, and no more. It ends when the program that started it does.
"""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from select import select
from struct import Struct

import numpy as np
from numpy.typing import NDArray

LENGTH = Struct(">Q")
"""In front of each message and of each content."""

MAX_MESSAGE = 1 << 24
"""Bytes of a message: far more than is ever said of one picture."""

REAL_TIME = 6
"""As many seconds may pass for one of processor time, beside others who compute."""

IDLE_SECONDS = 5.0
"""Until the next file, from which on memory is not kept for it."""

_limit = [0.0]
"""Seconds that each step of the work may take; 0: no limit."""

READY = Struct(">B").pack(1)
"""What the process says once it can begin."""


def serve(connection: int, answer: Callable[[socket.socket], None]) -> None:
    """Answer requests until the other end is closed. connection: descriptor of a socket. answer: reads one from it and
    sends what is to be said."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the program, which then closes this one
    for end in (signal.SIGALRM, signal.SIGPROF):  # without a handler it ends the process, whatever that is at
        signal.signal(end, signal.SIG_DFL)
    with suppress(ConnectionError, EOFError), socket.socket(fileno=connection) as peer:
        peer.sendall(READY)
        while True:
            if not select([peer], [], [], IDLE_SECONDS)[0]:
                give_memory_back()
            answer(peer)


def give_memory_back() -> None:
    """To the system, what the C library keeps for the next picture; others than glibc keep less."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def limit_time(seconds: float) -> None:
    """From here on so many seconds of processor time, so that others who work on the machine take none of it, and of
    real time a multiple; 0: no limit."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, REAL_TIME * seconds)
    _limit[0] = seconds


def renew_time_limit() -> None:
    """A step of a long work is done: the next one has the whole time. Does nothing where there is no limit."""
    if _limit[0]:
        limit_time(_limit[0])


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
