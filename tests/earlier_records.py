"""What the version before msgspec wrote of a video's analysis, with which its records are made for the tests."""

import base64
import io
from dataclasses import asdict, fields
from fractions import Fraction

import numpy as np
from numpy.typing import DTypeLike, NDArray
from PIL import Image

from forensics.facts import Fact, fact_to_dict
from forensics.types.analysis import Decision
from forensics.types.model_card import card_to_dict
from forensics.types.video import Chunk, Detection, FaceObservation, Track, VideoFile, VideoResult


def chunk_to_dict(chunk: Chunk) -> dict:
    return _values(chunk) | {
        "frames": [list(frame) for frame in chunk.frames],
        "observations": [[_observation_to_dict(one) for one in seen] for seen in chunk.observations],
        "cuts": list(chunk.cuts),
    }


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


def video_to_dict(video: VideoFile) -> dict:
    return _values(video) | {
        "path": str(video.path),
        "seconds": _text(video.seconds),
        "frame_rate": _text(video.frame_rate),
        "notes": [fact_to_dict(note) for note in video.notes],
    }


def _values(one: object) -> dict:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def _fact_to_dict(fact: Fact | None) -> dict | None:
    return None if fact is None else fact_to_dict(fact)


def _text(fraction: Fraction | None) -> str | None:
    return None if fraction is None else str(fraction)


def _observation_to_dict(observation: Detection) -> dict:
    return {
        "sighting": _sighting_to_dict(observation.sighting),
        "appearance": _array_to_text(observation.appearance, "<f2"),
    }


def decision_to_dict(decision: Decision) -> dict:
    return _values(decision) | {"reason": fact_to_dict(decision.reason)}


def _sighting_to_dict(sighting: FaceObservation) -> dict:
    return _values(sighting) | {
        "frame": list(sighting.frame),
        "box": [int(edge) for edge in sighting.box],
        "landmarks": None if sighting.landmarks is None else _array_to_text(sighting.landmarks, "<f4"),
        "decision": decision_to_dict(sighting.decision),
        "weight_reason": _fact_to_dict(sighting.weight_reason),
        "coarse_mask": _array_to_text(sighting.coarse_mask, "u1"),
        "coarse_error": _array_to_text(sighting.coarse_error, "u1"),
    }


def _track_to_dict(track: Track) -> dict:
    stream = io.BytesIO()
    Image.fromarray(track.thumbnail).save(stream, "PNG")
    return {
        "face_id": track.face_id,
        "sightings": [_sighting_to_dict(sighting) for sighting in track.sightings],
        "thumbnail": base64.b64encode(stream.getvalue()).decode("ascii"),
    }


def _array_to_text(array: NDArray, dtype: DTypeLike) -> str:
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode("ascii")
