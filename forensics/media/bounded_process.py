"""Processes in which files of others are opened, within one bound on memory and time.

A decoder that crashes, never ends or takes all memory costs its process, and the file gets a sentence. Processes live
on and are taken again; as many run as files are decoded at the same time, so that none waits for another. Memory is
bounded on Linux alone.
"""

import atexit
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import FileIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import MediaCode, SettingsCode
from forensics.errors import MediaError, SettingsError
from forensics.facts import Fact
from forensics.io.serialization import decode
from forensics.media.bounded_worker import MAX_MESSAGE, READY, REAL_TIME, receive, send
from forensics.validation import require

Answer = TypeVar("Answer")

VARIABLE = "TELLTALE_DECODING_LIMIT"

LIMIT = re.compile(r"([1-9][0-9]{0,6}) ?MB, ?([1-9][0-9]{0,4}) ?s")

MAX_IDLE = 2
"""Processes that wait for the next file; those beyond end, each of which holds some 60 MB."""

START_SECONDS = 60.0
"""Until a process can begin, on a machine that is busy."""

GRACE_SECONDS = 2.0
"""By how much a process may be late that ends itself when its time is over."""

KEPT_BYTES = 64_000_000
"""Size up to which the file of pixels is kept: its pages need not be made anew for the next picture."""

MALLOC = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "200000000",
}
"""To glibc: no memory reserved for each thread of a decoder, and up to 200 MB kept for the next picture, as long as
it comes soon. Without them a JPEG takes twice the time, for pages that the system hands out anew."""

ROOT = Path(__file__).parents[2]

HAS_PROCESSES = hasattr(os, "pwrite") and hasattr(signal, "setitimer")
"""Not on Windows."""


class DecodingLimit(NamedTuple):
    """What one picture, or one piece of a video, may take: megabytes of memory and seconds of processor time.

    120 megapixels, the most that is read, take 2.4 GB and 4 seconds as a JPEG of full resolution in several scans.
    """

    megabytes: int = 3000
    seconds: int = 10

    def __str__(self) -> str:
        return f"{self.megabytes} MB, {self.seconds} s"


def decoding_limit() -> DecodingLimit:
    """That of the environment, TELLTALE_DECODING_LIMIT, or the default. Raises SettingsError (`wrong_setting`)."""
    asked = os.environ.get(VARIABLE, "").strip()
    if not asked:
        return DecodingLimit()
    said = LIMIT.fullmatch(asked)
    if said is None:
        raise SettingsError(SettingsCode.WRONG_DECODING_LIMIT, came=repr(asked), default=str(DecodingLimit()))
    return DecodingLimit(*map(int, said.groups()))


def media_error(fact: Fact) -> MediaError:
    """The error that a process told of."""
    code = fact.code
    return MediaError(code, because=fact.because, **fact.parameters)


class BoundedProcess:
    """One process. Not safe to be used from several threads at once. Raises OSError where it cannot be started.

    command: what Python is to run; it is given the descriptors of a socket and of a file for pixels.
    """

    def __init__(self, command: tuple[str, ...]) -> None:
        with ExitStack() as stack:
            self._pixels = stack.enter_context(_shared_file())
            self._peer, theirs = map(stack.enter_context, socket.socketpair())
            passed = (theirs.fileno(), self._pixels.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-P", *command, *map(str, passed)],
                pass_fds=passed,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # decoders write there what the sender of a file wants them to
                env=os.environ | MALLOC | {"PYTHONPATH": str(ROOT)},
            )
            stack.pop_all()
        theirs.close()
        self._begun = False
        self.is_sound = True
        """Whether it can be asked again."""

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def ask(self, limit: DecodingLimit, kind: type[Answer], *messages: bytes, steps: bool = False) -> Answer:
        """Its answer, of this kind. steps: the bound on time holds for each step of the work, not for the whole; the
        process alone sees to it then.

        Raises MediaError where the process ended over it: `decoding_too_long`, `decoding_memory`, `decoder_crashed`.
        """
        self.is_sound = False
        try:
            if not self._begun:
                self._peer.settimeout(START_SECONDS)
                require(self._peer.recv(len(READY)) == READY, "the process did not begin")
                self._begun = True
            self._peer.settimeout(None if steps else REAL_TIME * limit.seconds + GRACE_SECONDS)
            for message in messages:
                send(self._peer, message)
            answer = decode(bytes(receive(self._peer, MAX_MESSAGE)), kind)
        except (OSError, EOFError, ValueError) as error:
            raise self._end_of(limit, late=isinstance(error, TimeoutError)) from error
        self.is_sound = True
        return answer

    def read_pixels(self, said: tuple[int, ...], width: int, height: int) -> NDArray[np.uint8]:
        """The picture that it wrote, (height, width, 3) uint8; said: the shape that it told of. Raises MediaError where
        there is another one, or less than all of it: `decoder_crashed`."""
        pixels = np.empty((height, width, 3), np.uint8)
        self._pixels.seek(0)
        rest = memoryview(pixels.data).cast("B")
        while rest:
            got = self._pixels.readinto(rest) if said == pixels.shape else 0
            if not got:
                self.is_sound = False
                raise MediaError(MediaCode.DECODER_CRASHED)
            rest = rest[got:]
        if pixels.size > KEPT_BYTES:
            self._pixels.truncate(0)
        return pixels

    def _end_of(self, limit: DecodingLimit, late: bool) -> MediaError:
        """Why there is no answer. late: the process went on after its time."""
        ended = None
        with suppress(subprocess.TimeoutExpired):
            ended = None if late else self._process.wait(GRACE_SECONDS)
        if late or ended in (-signal.SIGALRM, -signal.SIGPROF):
            return MediaError(MediaCode.DECODING_TOO_LONG, seconds=limit.seconds)
        if ended == -signal.SIGKILL:  # by the system, which had no more memory
            return MediaError(MediaCode.DECODING_MEMORY, megabytes=limit.megabytes)
        return MediaError(MediaCode.DECODER_CRASHED)

    def end(self) -> None:
        self._peer.close()
        self._process.kill()
        self._process.wait()
        self._pixels.close()


class BoundedProcesses:
    """Those of one command that wait for the next file. Safe to call from several threads."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._idle: list[BoundedProcess] = []
        self._lock = threading.Lock()
        atexit.register(self.end)

    def start(self) -> None:
        """Begin one that the first file need not wait for."""
        with suppress(OSError):
            self._put_back(self._take())

    @contextmanager
    def lent(self) -> Iterator[BoundedProcess]:
        """One that nobody else asks meanwhile. Raises MediaError (`no_decoder`)."""
        try:
            process = self._take()
        except OSError as error:
            raise MediaError(MediaCode.NO_DECODER, reason=str(error.strerror)) from error
        try:
            yield process
        except MediaError:
            raise
        except BaseException:
            process.is_sound = False  # it may be at work still
            raise
        finally:
            self._put_back(process) if process.is_sound else process.end()

    def end(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def _take(self) -> BoundedProcess:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.lives:
                    return process
                process.end()
        return BoundedProcess(self._command)

    def _put_back(self, process: BoundedProcess) -> None:
        with self._lock:
            if len(self._idle) < MAX_IDLE:
                self._idle.append(process)
                return
        process.end()


def _shared_file() -> FileIO:
    """Without a name, in memory where the system has such files."""
    if hasattr(os, "memfd_create"):
        return FileIO(os.memfd_create("pixels"), "r+b")
    return TemporaryFile(buffering=0)
