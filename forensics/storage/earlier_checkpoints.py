"""Reading the records that versions before msgspec wrote of videos: JSON, pieces a line each, the result a document.

Arrays are base64 of their bytes (little-endian), pictures base64 of a PNG, fractions text such as "30000/1001".
"""

import base64
import io
import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import DTypeLike, NDArray
from PIL import Image

from forensics.facts import Code, Fact, fact_from_dict, told_fact
from forensics.io.serialization import SerializationError, fraction_of, json_values
from forensics.types.analysis import AnalysisSettings, Box, Decision, Skipped
from forensics.types.model_card import card_from_dict
from forensics.types.reasons import ReasonCode, SkippedCode
from forensics.types.video import (
    COARSE_SIDE,
    Chunk,
    Detection,
    FaceObservation,
    SampledFrame,
    Track,
    VideoFile,
    VideoResult,
)
from forensics.types.video_codes import EndingCode, NoteCode, WeightCode
from forensics.validation import present

COARSE = (COARSE_SIDE, COARSE_SIDE)

MALFORMED = (
    *(ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError),
    *(OSError, SyntaxError, struct.error, Image.DecompressionBombError),
)
"""What values of other types than were written lead to here; those of the second line are Pillow's."""


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except MALFORMED as error:
        raise SerializationError(str(error)) from error


def read_chunks(file: BinaryIO) -> list[Chunk]:
    """The whole pieces from here on."""
    chunks: list[Chunk] = []
    for line in file:
        try:
            chunk = chunk_from_dict(json_values(line))
        except SerializationError:
            break
        if not chunk.frames or not line.endswith(b"\n"):
            break
        if not chunks or chunk.frames[0] > chunks[-1].frames[-1]:  # else two programs did the same work
            chunks.append(chunk)
    return chunks


def chunk_from_dict(values: dict[str, Any]) -> Chunk:
    """Raises SerializationError where the values are no chunk."""
    with _reading():
        return Chunk(
            **values
            | {
                "frames": tuple(SampledFrame(*frame) for frame in values["frames"]),
                "observations": tuple(tuple(_observation(one) for one in seen) for seen in values["observations"]),
                "cuts": tuple(values["cuts"]),
            }
        )


def read_result(content: bytes, header: Mapping[str, object]) -> VideoResult | None:
    """The result in a document; None where it is of another analysis. Raises SerializationError."""
    values = json_values(content)
    with _reading():
        return result_from_dict(values["result"]) if values["header"] == header else None


def result_from_dict(values: dict[str, Any]) -> VideoResult:
    """Raises one of MALFORMED where the values are no result."""
    return VideoResult(
        **values
        | {
            "video": video_from_dict(values["video"]),
            "card": card_from_dict(values["card"]),
            "settings": AnalysisSettings(**values["settings"]),
            "tracks": tuple(_track(track) for track in values["tracks"]),
            "frames": tuple(SampledFrame(*frame) for frame in values["frames"]),
            "cuts": tuple(values["cuts"]),
            "skipped": tuple(
                Skipped(present(_fact(reason, SkippedCode)), box and Box(*box)) for reason, box in values["skipped"]
            ),
            "ended": _fact(values["ended"], EndingCode),
        }
    )


def video_from_dict(values: dict[str, Any]) -> VideoFile:
    return VideoFile(
        **values
        | {
            "path": Path(values["path"]),
            "seconds": _fraction(values["seconds"]),
            "frame_rate": _fraction(values["frame_rate"]),
            "notes": tuple(_fact(note, NoteCode) for note in values["notes"]),
        }
    )


def _fact(values: dict[str, Any] | str | None, *codes: type[Code]) -> Fact | None:
    """A fact of a record; for version 1 the sentence, which was empty where there was nothing to say."""
    if isinstance(values, str):
        return told_fact(values) if values else None
    return None if values is None else fact_from_dict(values, *codes)


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else fraction_of(text)


def _observation(values: dict[str, Any]) -> Detection:
    return Detection(_sighting(values["sighting"]), _array(values["appearance"], "<f2", (-1,)))


def decision_from_dict(values: dict[str, Any]) -> Decision:
    return Decision(**values | {"reason": fact_from_dict(values["reason"], ReasonCode)})


def _sighting(values: dict[str, Any]) -> FaceObservation:
    landmarks = values["landmarks"]
    return FaceObservation(
        **values
        | {
            "frame": SampledFrame(*values["frame"]),
            "box": Box(*values["box"]),
            "landmarks": None if landmarks is None else _array(landmarks, "<f4", (5, 2)),
            "decision": decision_from_dict(values["decision"]),
            "weight_reason": _fact(values["weight_reason"], WeightCode, ReasonCode),
            "coarse_mask": _array(values["coarse_mask"], "u1", COARSE),
            "coarse_error": _array(values["coarse_error"], "u1", COARSE),
        }
    )


def _track(values: dict[str, Any]) -> Track:
    with Image.open(io.BytesIO(base64.b64decode(values["thumbnail"])), formats=("PNG",)) as picture:
        thumbnail = np.array(picture.convert("RGB"))
    return Track(values["face_id"], tuple(_sighting(one) for one in values["sightings"]), thumbnail)


def _array(text: str, dtype: DTypeLike, shape: tuple[int, ...]) -> NDArray[Any]:
    return np.frombuffer(base64.b64decode(text), dtype).reshape(shape)
