"""What a run of many has found so far, beside the document that it will write, so that one that was killed goes on.

OUT.part: a first line that says what was asked, then a line for each file that was analyzed whole, all JSON
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import FileIO
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from forensics.export.document_types import ImageFile, VideoFile
from forensics.io.serialization import SerializationError, encode, from_builtins, json_values
from forensics.media.video.limits import limits_from_env
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import DetectorCard, card_to_dict
from forensics.types.references import References
from forensics.versions import software_versions

SCHEMA = "telltale.unfinished-run/1"

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class UnfinishedRun:
    """done: what an earlier run with the same question found, by the hash of the file. set_aside: where what lay there
    and answers another question lies now."""

    path: Path
    done: Mapping[str, Entry]
    set_aside: Path | None
    _first: bytes

    @classmethod
    def open(cls, path: Path, question: Mapping[str, object]) -> "UnfinishedRun":
        """Go on with what lies there, where it answers the same question. A last line that is torn, because the program
        ended while it was written, is cut off. Raises OSError."""
        first = _line({"schema": SCHEMA, **question})
        set_aside = _set_aside(path) if _begins_with_another(path, first) else None
        done: dict[str, Entry] = {}
        with suppress(FileNotFoundError), path.open("r+b") as file:
            done = _entries(file) if file.readline() == first else {}
        if not done:
            path.unlink(missing_ok=True)
        return cls(path, done, set_aside, first)

    def keep(self, entry: Entry) -> None:
        """Add a file; once this returns, it outlives the program and a loss of power. Raises OSError."""
        with self.path.open("ab", buffering=0) as file:  # else what could not be written is tried once more at the end
            _write(file, _line(entry) if file.tell() else self._first + _line(entry))

    def finish(self) -> None:
        """The document is written."""
        self.path.unlink(missing_ok=True)


def part_path(document: Path) -> Path:
    return document.with_name(f"{document.name}.part")


def run_question(
    settings: AnalysisSettings,
    card: DetectorCard,
    references: References | None,
    explanations: Sequence[str],
    folders: Mapping[str, Path | None],
) -> dict[str, object]:
    """All on which the answer of a file depends. folders: by option, where files of its own are written."""
    return {
        "settings": asdict(settings),
        "card_sha256": hashlib.sha256(_line(card_to_dict(card))).hexdigest(),
        "references_sha256": None if references is None else hashlib.sha256(encode(references)).hexdigest(),
        "explanations": list(explanations),
        "folders": {option: folder and os.path.abspath(folder) for option, folder in folders.items()},  # noqa: PTH100, of a loop of links too
        "video_limits": limits_from_env()._asdict(),
        "versions": dict(software_versions()),
    }


def _begins_with_another(path: Path, first: bytes) -> bool:
    """Whether there is something that is not the beginning of ours."""
    try:
        with path.open("rb") as file:
            return not first.startswith(file.readline())
    except FileNotFoundError:
        return False


def _set_aside(path: Path) -> Path:
    """Under the first name that is free."""
    free = (path.with_name(f"{path.name}.{number}") for number in count(1))
    kept = next(name for name in free if not os.path.lexists(name))
    return path.replace(kept)


def _entries(file: BinaryIO) -> dict[str, Entry]:
    """Those from here on; the file is cut off behind the last whole one."""
    found: dict[str, Entry] = {}
    whole = file.tell()
    for line in iter(file.readline, b""):
        try:
            entry = json_values(line)
            from_builtins(entry, ImageFile | VideoFile)  # type: ignore[arg-type]  # a union is read like a type
        except SerializationError:
            break
        if not line.endswith(b"\n"):
            break
        found[entry["sha256"]] = entry
        whole = file.tell()
    file.truncate(whole)
    return found


def _write(file: FileIO, line: bytes) -> None:
    """Raises OSError; what was written of it is then gone again, where the disk lets it."""
    file.seek(0, os.SEEK_END)
    end = file.tell()
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[file.write(rest) :]
        os.fsync(file.fileno())
    except OSError:
        with suppress(OSError):
            os.ftruncate(file.fileno(), end)
        raise


def _line(values: Mapping[str, Any]) -> bytes:
    return (json.dumps(values) + "\n").encode("ascii")
