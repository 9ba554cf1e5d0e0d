"""What is kept on disk of a video's analysis: the pieces of one under way, so that it can go on after a stop or a
restart; of a finished one, its result.

    <folder of the user's data>/videos/records/<sha256 of the video>/<digest of the header>.pieces.jsonl, .result.json

Every file begins with a header: what was analysed, with which settings, detector and software. Records with another
header are another analysis and are not used. The pieces alone hold appearances, which describe how people look: their
file goes as soon as the result is written, and where nobody went on for DRAFT_DAYS days. The folders can be entered by
their owner alone.
"""

import hashlib
import json
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from forensics.card import DetectorCard, card_to_dict
from forensics.environment import versions
from forensics.types import AnalysisSettings
from forensics.user_data import videos_folder
from forensics.video.limits import limits_of_environment
from forensics.video.plain import chunk_from_dict, chunk_to_dict, result_from_dict, result_to_dict
from forensics.video.types import Chunk, VideoResult
from forensics.writing import atomic_write

SCHEMA = "telltale.video-record/1"

DRAFT_DAYS = 30
"""Long enough to go on after a holiday; then the pieces of an analysis that nobody finished are deleted."""

UNUSABLE = (OSError, ValueError, TypeError, LookupError)
"""What reading a record raises that is damaged or from another version."""


@dataclass(slots=True)
class Draft:
    """The pieces of an analysis under way. chunks: those that earlier runs finished."""

    chunks: tuple[Chunk, ...]
    _file: BinaryIO

    def keep(self, chunk: Chunk) -> None:
        """Add a piece; once this returns, it outlives the program. Raises OSError."""
        self._file.write(_line(chunk_to_dict(chunk)))
        self._file.flush()


@dataclass(frozen=True, slots=True)
class Record:
    """One analysis of one file, as it is known on disk."""

    header: Mapping[str, object]

    @property
    def key(self) -> str:
        """Names this analysis: equal for the same file, settings, detector and software."""
        return hashlib.sha256(_line(self.header)).hexdigest()

    @property
    def pieces_path(self) -> Path:
        return self._folder / f"{self.key[:32]}.pieces.jsonl"

    @property
    def result_path(self) -> Path:
        return self._folder / f"{self.key[:32]}.result.json"

    @property
    def _folder(self) -> Path:
        return records_folder() / str(self.header["sha256"])

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Open the pieces to go on with them. A last line that is torn, because the program ended while it wrote, is
        cut off. Raises OSError.
        """
        _make_private(self._folder)
        with self.pieces_path.open("a+b") as file:
            file.seek(0)
            chunks = _read_chunks(file) if file.readline() == _line(self.header) else []
            if not chunks:
                file.truncate(0)
                file.write(_line(self.header))
                file.flush()
            yield Draft(tuple(chunks), file)

    def result(self) -> VideoResult | None:
        """The result of a finished analysis; None where there is none that can be read."""
        try:
            values = json.loads(self.result_path.read_bytes())
            return result_from_dict(values["result"]) if values["header"] == self.header else None
        except UNUSABLE:
            return None

    def encoded(self, result: VideoResult) -> bytes:
        """What `finish` takes; for half an hour of video it takes seconds."""
        return _line({"header": self.header, "result": result_to_dict(result)})

    def finish(self, encoded: bytes) -> None:
        """Keep the result and delete the pieces. Raises OSError; then the pieces are still there."""
        _make_private(self._folder)
        atomic_write(self.result_path, encoded)
        self.pieces_path.unlink(missing_ok=True)


def record_of(sha256: str, settings: AnalysisSettings, card: DetectorCard) -> Record:
    """card: with its thresholds, by which decisions are made, it counts as much as the weights. Raises SettingsError
    where the limits in the environment are none.
    """
    return Record(
        {
            "schema": SCHEMA,
            "sha256": sha256,
            "settings": asdict(settings),
            "most_seconds": limits_of_environment().seconds,
            "weights_sha256": card.weights_sha256,
            "card_sha256": hashlib.sha256(_line(card_to_dict(card))).hexdigest(),
            "versions": dict(versions()),
        }
    )


def records_folder() -> Path:
    return videos_folder() / "records"


def remove_records(sha256: str) -> None:
    """Delete all that is kept of the analyses of a file. sha256: 64 hexadecimal digits. Raises OSError."""
    folder = records_folder() / sha256
    if folder.is_dir():
        shutil.rmtree(folder)


def remove_abandoned_drafts() -> None:
    """Delete the pieces that nobody added to for DRAFT_DAYS days. Raises OSError."""
    oldest = time.time() - DRAFT_DAYS * 86_400
    for path in records_folder().glob("*/*.pieces.jsonl"):
        with suppress(FileNotFoundError):  # another program does the same
            if path.stat().st_mtime < oldest:
                path.unlink()


def _read_chunks(file: BinaryIO) -> list[Chunk]:
    """The pieces from here on; the file is cut off behind the last whole one."""
    chunks: list[Chunk] = []
    whole = file.tell()
    for line in file:
        try:
            chunk = chunk_from_dict(json.loads(line))
        except UNUSABLE:
            break
        if not chunk.frames or not line.endswith(b"\n"):
            break
        whole += len(line)
        if not chunks or chunk.frames[0] > chunks[-1].frames[-1]:  # else two programs did the same work
            chunks.append(chunk)
    file.truncate(whole)
    return chunks


def _make_private(folder: Path) -> None:
    """The folder and the one above it, for their owner alone."""
    folder.parents[1].mkdir(parents=True, exist_ok=True)
    for path in (folder.parent, folder):
        path.mkdir(mode=0o700, exist_ok=True)


def _line(values: Mapping) -> bytes:
    return (json.dumps(values, sort_keys=True) + "\n").encode("ascii")
