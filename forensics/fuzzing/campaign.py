"""Broken files, one after the other, and those over which a reader broke."""

import json
import os
import socket
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import get_args

from forensics.fuzzing.mutations import json_bytes, msgpack_bytes, mutate, mutate_values
from forensics.fuzzing.seeds import Kind, record_values, seeds
from forensics.io.atomic_write import atomic_write
from forensics.media.bounded_process import MALLOC, ROOT, VARIABLE
from forensics.media.bounded_worker import receive, send

KINDS: tuple[Kind, ...] = get_args(Kind)

MAX_SECONDS = 10.0
"""After which a reader hangs, where it does so twice. A picture may take less: DECODING."""

HANG = "hang"

DECODING = "1000 MB, 2 s"
"""The bound on decoding a picture here, as TELLTALE_DECODING_LIMIT."""

MEGABYTES = 3000
"""That a reader may take on top of what it has when it begins."""


@dataclass(frozen=True, slots=True)
class Case:
    """A broken file. seed, number: which make it again. source: the sound file that it was made of."""

    seed: int
    number: int
    kind: Kind
    source: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader broke over. problem: "hang", the signal or code by which it ended, or a traceback."""

    case: Case
    problem: str


def make_case(seed: int, number: int) -> Case:
    """The same for the same seed and number; the kinds take turns."""
    random = Random(f"{seed} {number}")
    kind = KINDS[number % len(KINDS)]
    files = seeds(kind)
    source = random.choice(list(files))
    content = files[source]
    if kind in ("picture", "video") or random.random() < 0.3:
        return Case(seed, number, kind, source, mutate(content, files[random.choice(list(files))], random))
    if source.endswith(".json"):
        return Case(seed, number, kind, source, json_bytes(mutate_values(json.loads(content), random)))
    values = msgpack_bytes(mutate_values(record_values(content), random))
    return Case(seed, number, kind, source, zlib.compress(values))


class Reader:
    """The process in which files are read; another one after each over which it broke."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._peer: socket.socket | None = None

    def problem(self, case: Case) -> str:
        """Empty where the file got an answer."""
        peer = self._peer or self._start()
        try:
            send(peer, case.kind.encode())
            send(peer, case.content)
            return receive(peer).decode()
        except TimeoutError:
            self.end()
            return HANG
        except (OSError, EOFError):
            assert self._process is not None  # it was started
            code = self._process.wait()
            self.end()
            return f"exit:{code}"

    def _start(self) -> socket.socket:
        with ExitStack() as stack:
            peer, theirs = map(stack.enter_context, socket.socketpair())
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "forensics.fuzzing.readers", str(theirs.fileno()), str(MEGABYTES)],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=os.environ | MALLOC | {"PYTHONPATH": str(ROOT), VARIABLE: DECODING},
            )
            stack.pop_all()
        theirs.close()
        send(peer, KINDS[2].encode())  # how long it takes to begin is no finding
        send(peer, b"")
        receive(peer)
        peer.settimeout(MAX_SECONDS)
        self._peer = peer
        return peer

    def end(self) -> None:
        if self._process is not None and self._peer is not None:
            self._peer.close()
            self._process.kill()
            self._process.wait()
        self._process = self._peer = None


def run_cases(seed: int, numbers: Iterator[int]) -> Iterator[Finding | None]:
    """For each number its finding; None where there is none."""
    reader = Reader()
    try:
        for number in numbers:
            case = make_case(seed, number)
            problem = reader.problem(case)
            if problem == HANG:  # on a busy machine one that is only slow
                problem = reader.problem(case)
            yield Finding(case, problem) if problem else None
    finally:
        reader.end()


def keep_finding(finding: Finding, folder: Path) -> Path:
    """Write the file and, beside it as JSON, what makes it again and what it did. Raises OSError."""
    case = finding.case
    path = folder / f"{case.seed}-{case.number}-{case.source}"
    about = {name: value for name, value in asdict(case).items() if name != "content"} | {"problem": finding.problem}
    atomic_write(path, case.content)
    atomic_write(folder / f"{path.name}.finding.json", json.dumps(about, indent=2) + "\n")
    return path
