"""The functions of forensics/media/image.py for files of others: the same answers, from a bounded process of its own.

A decoder that crashes, never ends or takes all memory costs that process, and the file gets a sentence. Processes live
on and are taken again; as many run as pictures are decoded at the same time, so that none waits for another. Where the
system has no such processes (Windows), the functions are those of image.py. Memory is bounded on Linux alone.
"""

import atexit
import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, suppress
from dataclasses import replace
from io import FileIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

import numpy as np

from forensics.error_codes import MediaCode, SettingsCode
from forensics.errors import MediaError, SettingsError
from forensics.formatting import display_name
from forensics.io.serialization import decode, encode
from forensics.media import image
from forensics.media.decoding_worker import MAX_MESSAGE, READY, REAL_TIME, Reply, Request, receive, send
from forensics.types.analysis import Frame, ImageFile
from forensics.validation import present, require

VARIABLE = "TELLTALE_DECODING_LIMIT"

LIMIT = re.compile(r"([1-9][0-9]{0,6}) ?MB, ?([1-9][0-9]{0,4}) ?s")

MAX_IDLE = 2
"""Processes that wait for the next picture; those beyond end, each of which holds some 60 MB."""

START_SECONDS = 60.0
"""Until a process can begin, on a machine that is busy."""

GRACE_SECONDS = 2.0
"""By how much a process may be late that ends itself when its time is over."""

KEPT_BYTES = 64_000_000
"""Size up to which the file of pixels is kept: its pages need not be made anew for the next photograph."""

MALLOC = {
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "33554432",
    "MALLOC_TRIM_THRESHOLD_": "200000000",
}
"""To glibc: no memory reserved for each thread of a decoder, and up to 200 MB kept for the next picture, as long as
it comes soon. Without them a JPEG takes twice the time, for pages that the system hands out anew."""

ROOT = Path(__file__).parents[2]
COMMAND = ("-m", "forensics.media.decoding_worker")

HAS_PROCESSES = hasattr(os, "pwrite") and hasattr(signal, "setitimer")


class DecodingLimit(NamedTuple):
    """What one picture may take: megabytes of memory and seconds of processor time.

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


class DecodingProcess:
    """One process. Not safe to be used from several threads at once. Raises OSError where it cannot be started."""

    def __init__(self) -> None:
        with ExitStack() as stack:
            self._pixels = stack.enter_context(_shared_file())
            self._peer, theirs = map(stack.enter_context, socket.socketpair())
            passed = (theirs.fileno(), self._pixels.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-P", *COMMAND, *map(str, passed)],
                pass_fds=passed,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # decoders write there what the sender of a file wants them to
                env=os.environ | MALLOC | {"PYTHONPATH": str(ROOT)},
            )
            stack.pop_all()
        theirs.close()
        self._begun = False

    @property
    def lives(self) -> bool:
        return self._process.poll() is None

    def ask(self, request: Request, content: bytes) -> Reply:
        """Raises MediaError where the process ended over the content; it is then of no more use."""
        try:
            if not self._begun:
                self._peer.settimeout(START_SECONDS)
                require(self._peer.recv(len(READY)) == READY, "the process did not begin")
                self._begun = True
            self._peer.settimeout(REAL_TIME * request.seconds + GRACE_SECONDS)
            send(self._peer, encode(request))
            send(self._peer, content)
            reply = decode(bytes(receive(self._peer, MAX_MESSAGE)), Reply)
            return reply if reply.frame is None else self._with_pixels(request, reply, reply.frame)
        except (OSError, EOFError, ValueError) as error:
            raise self._end_of(request, late=isinstance(error, TimeoutError)) from error

    def _with_pixels(self, request: Request, reply: Reply, frame: Frame) -> Reply:
        media = present(request.media)
        pixels = np.empty((media.height, media.width, 3), np.uint8)
        require(reply.shape == pixels.shape, "pixels of another size than was declared")
        self._pixels.seek(0)
        rest = memoryview(pixels.data).cast("B")
        while rest:
            got = self._pixels.readinto(rest)
            require(bool(got), "fewer pixels than were said")
            rest = rest[got:]
        if pixels.size > KEPT_BYTES:
            self._pixels.truncate(0)
        return replace(reply, frame=replace(frame, pixels=pixels))

    def _end_of(self, request: Request, late: bool) -> MediaError:
        """Why there is no answer. late: the process went on after its time."""
        ended = None
        with suppress(subprocess.TimeoutExpired):
            ended = None if late else self._process.wait(GRACE_SECONDS)
        if late or ended in (-signal.SIGALRM, -signal.SIGPROF):
            return MediaError(MediaCode.DECODING_TOO_LONG, seconds=request.seconds)
        if ended == -signal.SIGKILL:  # by the system, which had no more memory
            return MediaError(MediaCode.DECODING_MEMORY, megabytes=request.megabytes)
        return MediaError(MediaCode.DECODER_CRASHED)

    def end(self) -> None:
        self._peer.close()
        self._process.kill()
        self._process.wait()
        self._pixels.close()


class DecodingProcesses:
    """Those that wait for the next picture. Safe to call from several threads."""

    def __init__(self) -> None:
        self._idle: list[DecodingProcess] = []
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin one that the first picture need not wait for."""
        with suppress(OSError):
            self._put_back(self._take())

    def ask(self, name: str, media: ImageFile | None, content: bytes) -> Reply:
        """Raises MediaError, SettingsError."""
        limit = decoding_limit()
        try:
            process = self._take()
        except OSError as error:
            raise MediaError(MediaCode.NO_DECODER, reason=str(error.strerror)) from error
        whole = False
        try:
            reply = process.ask(Request(name, media, *limit), content)
            whole = True
        finally:
            self._put_back(process) if whole else process.end()
        if reply.error is not None:
            code, why = reply.error.code, reply.error.because
            raise MediaError(code, because=why, **reply.error.parameters)
        return reply

    def end(self) -> None:
        with self._lock:
            while self._idle:
                self._idle.pop().end()

    def _take(self) -> DecodingProcess:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.lives:
                    return process
                process.end()
        return DecodingProcess()

    def _put_back(self, process: DecodingProcess) -> None:
        with self._lock:
            if len(self._idle) < MAX_IDLE:
                self._idle.append(process)
                return
        process.end()


PROCESSES = DecodingProcesses()
"""Those of this program."""

atexit.register(PROCESSES.end)


def probe_image(content: bytes, name: str) -> ImageFile:
    """As image.probe_image. Raises MediaError, also: `decoding_too_long`, `decoding_memory`, `decoder_crashed`,
    `no_decoder`."""
    if not HAS_PROCESSES:
        return image.probe_image(content, name)
    image.check_file_size(len(content))
    name = display_name(name)
    media = PROCESSES.ask(name, None, content).media
    if media is None:
        raise MediaError(MediaCode.DECODER_CRASHED)
    return replace(media, name=name, content=content, sha256=hashlib.sha256(content).hexdigest())


def decode_image(media: ImageFile) -> Frame:
    """As image.decode_image. Raises MediaError, as `probe_image` here."""
    if not HAS_PROCESSES:
        return image.decode_image(media)
    frame = PROCESSES.ask(media.name, replace(media, content=b""), media.content).frame
    if frame is None:
        raise MediaError(MediaCode.DECODER_CRASHED)
    return frame


def _shared_file() -> FileIO:
    """Without a name, in memory where the system has such files."""
    if hasattr(os, "memfd_create"):
        return FileIO(os.memfd_create("pixels"), "r+b")
    return TemporaryFile(buffering=0)
