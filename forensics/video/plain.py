"""What a video's analysis made, as plain JSON values and back, without loss.

Floats survive because JSON in Python writes the shortest text that reads back as the same number; arrays are written as
base64 of their bytes (little-endian), pictures as base64 of a PNG, fractions as text such as "30000/1001".
"""

import base64
import io
from dataclasses import asdict, fields
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import DTypeLike, NDArray
from PIL import Image

from forensics.card import card_from_dict, card_to_dict
from forensics.facts import Code, Fact, fact_from_dict, fact_to_dict, told
from forensics.reasons import ReasonCode, SkippedCode
from forensics.types import AnalysisSettings, Box, Decision, Skipped
from forensics.video.codes import EndingCode, NoteCode, WeightCode
from forensics.video.types import (
    COARSE_SIDE,
    Chunk,
    Observation,
    SampledFrame,
    Sighting,
    Track,
    VideoFile,
    VideoResult,
)

COARSE = (COARSE_SIDE, COARSE_SIDE)


def chunk_to_dict(chunk: Chunk) -> dict:
    return _values(chunk) | {
        "frames": [list(frame) for frame in chunk.frames],
        "observations": [[_observation_to_dict(one) for one in seen] for seen in chunk.observations],
        "cuts": list(chunk.cuts),
    }


def chunk_from_dict(values: dict) -> Chunk:
    """Raises LookupError, TypeError or ValueError where the values are no chunk."""
    return Chunk(
        **values
        | {
            "frames": tuple(SampledFrame(*frame) for frame in values["frames"]),
            "observations": tuple(tuple(_observation(one) for one in seen) for seen in values["observations"]),
            "cuts": tuple(values["cuts"]),
        }
    )


def result_to_dict(result: VideoResult) -> dict:
    return _values(result) | {
        "video": video_to_dict(result.video),
        "card": card_to_dict(result.card),
        "settings": asdict(result.settings),
        "tracks": [_track_to_dict(track) for track in result.tracks],
        "frames": [list(frame) for frame in result.frames],
        "cuts": list(result.cuts),
        "skipped": [[fact_to_dict(one.reason), one.box and list(one.box)] for one in result.skipped],
        "ended": _fact_to_dict(result.ended),
        "versions": dict(result.versions),
        "own_cards": dict(result.own_cards),  # empty, as there are no references: what is kept is decided without them
    }


def result_from_dict(values: dict) -> VideoResult:
    """Raises LookupError, OSError, TypeError or ValueError where the values are no result."""
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
                Skipped(_fact(reason, SkippedCode), box and Box(*box)) for reason, box in values["skipped"]
            ),
            "ended": _fact(values["ended"], EndingCode),
        }
    )


def video_to_dict(video: VideoFile) -> dict:
    return _values(video) | {
        "path": str(video.path),
        "seconds": _text(video.seconds),
        "frame_rate": _text(video.frame_rate),
        "notes": [fact_to_dict(note) for note in video.notes],
    }


def video_from_dict(values: dict) -> VideoFile:
    return VideoFile(
        **values
        | {
            "path": Path(values["path"]),
            "seconds": _fraction(values["seconds"]),
            "frame_rate": _fraction(values["frame_rate"]),
            "notes": tuple(_fact(note, NoteCode) for note in values["notes"]),
        }
    )


def _values(one: object) -> dict:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _fact_to_dict(fact: Fact | None) -> dict | None:
    return None if fact is None else fact_to_dict(fact)


def _fact(values: dict | str | None, *codes: type[Code]) -> Fact | None:
    """Of records of version 1 the sentence, which was empty where there was nothing to say."""
    if isinstance(values, str):
        return told(values) if values else None
    return None if values is None else fact_from_dict(values, *codes)


def _text(fraction: Fraction | None) -> str | None:
    return None if fraction is None else str(fraction)


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _observation_to_dict(observation: Observation) -> dict:
    return {
        "sighting": _sighting_to_dict(observation.sighting),
        "appearance": _array_to_text(observation.appearance, "<f2"),
    }


def _observation(values: dict) -> Observation:
    return Observation(_sighting(values["sighting"]), _array(values["appearance"], "<f2", (-1,)))


def decision_to_dict(decision: Decision) -> dict:
    return _values(decision) | {"reason": fact_to_dict(decision.reason)}


def decision_from_dict(values: dict) -> Decision:
    return Decision(**values | {"reason": fact_from_dict(values["reason"], ReasonCode)})


def _sighting_to_dict(sighting: Sighting) -> dict:
    return _values(sighting) | {
        "frame": list(sighting.frame),
        "box": [int(edge) for edge in sighting.box],
        "landmarks": None if sighting.landmarks is None else _array_to_text(sighting.landmarks, "<f4"),
        "decision": decision_to_dict(sighting.decision),
        "weight_reason": _fact_to_dict(sighting.weight_reason),
        "coarse_mask": _array_to_text(sighting.coarse_mask, "u1"),
        "coarse_error": _array_to_text(sighting.coarse_error, "u1"),
    }


def _sighting(values: dict) -> Sighting:
    landmarks = values["landmarks"]
    return Sighting(
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


def _track_to_dict(track: Track) -> dict:
    stream = io.BytesIO()
    Image.fromarray(track.thumbnail).save(stream, "PNG")
    return {
        "face_id": track.face_id,
        "sightings": [_sighting_to_dict(sighting) for sighting in track.sightings],
        "thumbnail": base64.b64encode(stream.getvalue()).decode("ascii"),
    }


def _track(values: dict) -> Track:
    with Image.open(io.BytesIO(base64.b64decode(values["thumbnail"])), formats=("PNG",)) as picture:
        thumbnail = np.array(picture.convert("RGB"))
    return Track(values["face_id"], tuple(_sighting(one) for one in values["sightings"]), thumbnail)


def _array_to_text(array: NDArray, dtype: DTypeLike) -> str:
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode("ascii")


def _array(text: str, dtype: DTypeLike, shape: tuple[int, ...]) -> NDArray:
    return np.frombuffer(base64.b64decode(text), dtype).reshape(shape)
