"""What is kept on disk of a file's analysis: of a video under way the pieces, so that it can go on after a stop or a
restart; of a finished file its result; of a video that was stopped what was found until then.

    <folder of the user's data>/videos/records/<sha256 of the file>/<digest of the header>.pieces, .result, .stopped

Every file begins with a header: what was analyzed, with which settings, detector and software. Records with another
header are another analysis and are not used. The pieces alone hold appearances, which describe how people look: their
file goes as soon as the result is written, and where nobody went on for as many days as files are kept. The folders
can be entered by their owner alone.
"""

import hashlib
import json
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from struct import Struct
from typing import Any, BinaryIO, Generic, TypeVar

from forensics.io.atomic_write import atomic_write
from forensics.io.serialization import SerializationError, decode, encode
from forensics.io.user_data import storage_folder
from forensics.media.video.limits import limits_from_env
from forensics.storage import earlier_checkpoints
from forensics.storage.content_store import path_of
from forensics.types import video_codes  # noqa: F401, facts in records are read by their codes
from forensics.types.analysis import AnalysisSettings, ImageResult
from forensics.types.model_card import DetectorCard, card_to_dict
from forensics.types.video import Chunk, VideoResult
from forensics.versions import software_versions

VIDEO_SCHEMA, PHOTOGRAPH_SCHEMA = "telltale.video-record/1", "telltale.photograph-record/1"

CORRUPT_RECORD_ERRORS = (OSError, ValueError, zlib.error)
"""What reading a record raises that is damaged or from another version."""

FRAME = Struct(">II")
"""In front of each piece: its length and its CRC-32, by which a torn one is known."""

FAST = 1
"""Level of zlib: masks shrink to little, and writing waits for the disk rather than for it."""

Result = TypeVar("Result", ImageResult, VideoResult)


@dataclass(frozen=True)
class KeptVideo:
    """A file of a video's result."""

    header: str
    result: VideoResult


@dataclass(frozen=True)
class KeptPhotograph:
    """A file of a photograph's result; its bytes lie in the store."""

    header: str
    result: ImageResult


@dataclass(slots=True)
class CheckpointWriter:
    """The pieces of an analysis under way. chunks: those that earlier runs finished."""

    chunks: tuple[Chunk, ...]
    _file: BinaryIO

    def keep(self, chunk: Chunk) -> None:
        """Add a piece; once this returns, it outlives the program. Raises OSError."""
        self._file.write(_framed(encode(chunk)))
        self._file.flush()


@dataclass(frozen=True, slots=True)
class AnalysisCheckpoint(Generic[Result]):
    """One analysis of one file, as it is known on disk."""

    header: Mapping[str, object]

    @property
    def key(self) -> str:
        """Names this analysis: equal for the same file, settings, detector and software."""
        return hashlib.sha256(_line(self.header)).hexdigest()

    @property
    def pieces_path(self) -> Path:
        return self._path("pieces")

    @property
    def result_path(self) -> Path:
        return self._path("result")

    @property
    def stopped_path(self) -> Path:
        return self._path("stopped")

    def _path(self, kind: str) -> Path:
        return records_folder() / str(self.header["sha256"]) / f"{self.key[:32]}.{kind}"

    @property
    def _is_video(self) -> bool:
        return self.header["schema"] == VIDEO_SCHEMA

    @contextmanager
    def draft(self) -> Iterator[CheckpointWriter]:
        """Open the pieces to go on with them. A last one that is torn, because the program ended while it was written,
        is cut off. Raises OSError.
        """
        _make_private(self.pieces_path.parent)
        with self.pieces_path.open("a+b") as file:
            file.seek(0)
            header = _framed(_line(self.header))
            chunks = _read_chunks(file) if file.read(len(header)) == header else []
            if not chunks:
                chunks = self._earlier_chunks()
                file.truncate(0)
                file.write(header + b"".join(_framed(encode(chunk)) for chunk in chunks))
                file.flush()
            yield CheckpointWriter(tuple(chunks), file)

    def result(self) -> Result | None:
        """The result of a finished analysis; None where there is none that can be read."""
        earlier: Callable[[], Any] = self._earlier_result  # of the same Result, as the schema tells
        return self._read(self.result_path) or (earlier() if self._is_video else None)

    def stopped(self) -> Result | None:
        """What was found until the analysis was stopped, in the same way."""
        return self._read(self.stopped_path)

    def encoded(self, result: Result) -> bytes:
        """What `finish` takes; for half an hour of video it takes seconds."""
        header = _line(self.header).decode("ascii")
        if isinstance(result, VideoResult):
            return zlib.compress(encode(KeptVideo(header, result)), FAST)
        return zlib.compress(
            encode(KeptPhotograph(header, replace(result, media=replace(result.media, content=b"")))), FAST
        )

    def finish(self, encoded: bytes) -> None:
        """Keep the result and delete the pieces. Raises OSError; then the pieces are still there."""
        self._write(self.result_path, encoded)
        for path in (self.pieces_path, self.stopped_path, self._path("pieces.jsonl")):
            path.unlink(missing_ok=True)

    def stop(self, encoded: bytes) -> None:
        """Keep what was found until now, and the pieces to go on from. Raises OSError."""
        self._write(self.stopped_path, encoded)

    def _write(self, path: Path, encoded: bytes) -> None:
        _make_private(path.parent)
        atomic_write(path, encoded)

    def _read(self, path: Path) -> Result | None:
        try:
            kind: type[Any] = KeptVideo if self._is_video else KeptPhotograph  # the schema tells which Result is
            kept = decode(zlib.decompress(path.read_bytes()), kind)
            if kept.header.encode() != _line(self.header):
                return None
            if self._is_video:
                return kept.result
            content = path_of(kept.result.media.sha256).read_bytes()
            return replace(kept.result, media=replace(kept.result.media, content=content))
        except CORRUPT_RECORD_ERRORS:
            return None

    def _earlier_result(self) -> VideoResult | None:
        try:
            return earlier_checkpoints.read_result(self._path("result.json").read_bytes(), self.header)
        except CORRUPT_RECORD_ERRORS:
            return None

    def _earlier_chunks(self) -> list[Chunk]:
        """The pieces that a version before this one left of the same analysis."""
        try:
            with self._path("pieces.jsonl").open("rb") as file:
                return earlier_checkpoints.read_chunks(file) if file.readline() == _line(self.header) else []
        except OSError:
            return []


def video_record(sha256: str, settings: AnalysisSettings, card: DetectorCard) -> AnalysisCheckpoint[VideoResult]:
    """card: with its thresholds, by which decisions are made, it counts as much as the weights. Raises SettingsError
    where the limits in the environment are none.
    """
    own = {"settings": asdict(settings), "most_seconds": limits_from_env().seconds}
    return _record(VIDEO_SCHEMA, sha256, card, own)


def photograph_record(sha256: str, settings: AnalysisSettings, card: DetectorCard) -> AnalysisCheckpoint[ImageResult]:
    """The same of a photograph, for which the frames a second make no difference."""
    own = {name: value for name, value in asdict(settings).items() if name != "sample_fps"}
    return _record(PHOTOGRAPH_SCHEMA, sha256, card, {"settings": own})


def _record(schema: str, sha256: str, card: DetectorCard, own: Mapping[str, object]) -> AnalysisCheckpoint[Any]:
    return AnalysisCheckpoint(
        {
            "schema": schema,
            "sha256": sha256,
            **own,
            "weights_sha256": card.weights_sha256,
            "card_sha256": hashlib.sha256(_line(card_to_dict(card))).hexdigest(),
            "versions": dict(software_versions()),
        }
    )


def records_folder() -> Path:
    return storage_folder() / "records"


def remove_records(sha256: str) -> None:
    """Delete all that is kept of the analyses of a file. sha256: 64 hexadecimal digits. Raises OSError."""
    folder = records_folder() / sha256
    if folder.is_dir():
        shutil.rmtree(folder)


def _framed(content: bytes) -> bytes:
    return FRAME.pack(len(content), zlib.crc32(content)) + content


def _read_chunks(file: BinaryIO) -> list[Chunk]:
    """The pieces from here on; the file is cut off behind the last whole one."""
    chunks: list[Chunk] = []
    whole = file.tell()
    while (head := file.read(FRAME.size)) and len(head) == FRAME.size:
        length, checksum = FRAME.unpack(head)
        content = file.read(length)
        if len(content) != length or zlib.crc32(content) != checksum:
            break
        try:
            chunk = decode(content, Chunk)
        except SerializationError:
            break
        if not chunk.frames:
            break
        whole = file.tell()
        if not chunks or chunk.frames[0] > chunks[-1].frames[-1]:  # else two programs did the same work
            chunks.append(chunk)
    file.truncate(whole)
    return chunks


def _make_private(folder: Path) -> None:
    """The folder and the one above it, for their owner alone."""
    folder.parents[1].mkdir(parents=True, exist_ok=True)
    for path in (folder.parent, folder):
        path.mkdir(mode=0o700, exist_ok=True)


def _line(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values, sort_keys=True) + "\n").encode("ascii")
