"""What the JSON document says of one video; the fields are described in forensics/export/document_types.py."""

import math
from fractions import Fraction
from typing import Any

import numpy as np

from forensics.analysis.reference_wording import bare_entry
from forensics.analysis.video_assessment import VideoAssessment, assess_video
from forensics.decision.flicker import compute_flicker
from forensics.decision.mask_agreement import mask_match
from forensics.decision.strength import strength_entry
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.messages.fact_document import fact_document, optional_fact_document
from forensics.types.video import FaceObservation, Track, VideoResult


def video_entry(result: VideoResult) -> dict[str, Any]:
    """The fields that only a video has, and its faces, as plain JSON values."""
    assessment = assess_video(result)
    judged = assessment.file
    decision = judged.decision
    entry = {
        "faces": [_face(track, sighting) for track in result.tracks for sighting in track.sightings],
        "video": _video(result),
        "decision": {
            "verdict": decision.verdict,
            "face_id": judged.face_id,
            **strength_entry(decision),
        },
        "tracks": [_track(track, one, assessment) for track, one in zip(result.tracks, judged.tracks, strict=True)],
    }
    if result.references is not None:
        _add_without_references(entry, assessment.without_references)
    return entry


def _add_without_references(entry: dict[str, Any], bare: VideoVerdict) -> None:
    """What would be said without the reference pictures."""
    entry["decision"]["without_references"] = bare_entry(bare.decision) | {"face_id": bare.face_id}
    for track, judged in zip(entry["tracks"], bare.tracks, strict=True):
        track["without_references"] = bare_entry(judged.decision)


def _video(result: VideoResult) -> dict[str, Any]:
    video = result.video
    return {
        "seconds": None if video.seconds is None else float(video.seconds),
        "frame_rate": _text(video.frame_rate),
        "frame_count": video.frame_count,
        "codec": video.codec,
        "frames_looked_at": result.frames_looked_at,
        "cuts": list(result.cuts),
        "broken_packets": result.broken_packets,
        "ended": optional_fact_document(result.ended),
        "notes": [fact_document(note) for note in video.notes],
        "start": float(video.start),
    }


def _text(fraction: Fraction | None) -> str | None:
    return None if fraction is None else f"{fraction.numerator}/{fraction.denominator}"


def _face(track: Track, sighting: FaceObservation) -> dict[str, Any]:
    return {
        "face_id": track.face_id,
        "frame_index": sighting.frame.index,
        "seconds": sighting.seconds,
        "box": [int(edge) for edge in sighting.box],
        "detector_confidence": float(sighting.detector_confidence),
        "fake_score": float(sighting.fake_score),
        "decision": sighting.decision.verdict,
        **strength_entry(sighting.decision),
        "mask_fraction": float(sighting.mask_fraction),
        "mask_match": mask_match(sighting.decision, sighting.mask_fraction),
        "reconstruction_error": float(sighting.reconstruction_error),
        "families": [],
        "rescores": [],
        "weight": float(sighting.weight),
        "weight_reason": optional_fact_document(sighting.weight_reason),
    }


def _track(track: Track, judged: PersonVerdict, assessment: VideoAssessment) -> dict[str, Any]:
    stretch = judged.stretch
    return {
        "face_id": judged.face_id,
        "fake_score": _number(judged.score),
        "low": _number(judged.low),
        "high": _number(judged.high),
        "typical": _number(judged.typical),
        "decision": judged.decision.verdict,
        **strength_entry(judged.decision),
        "stretch": None if stretch is None else {"start": float(stretch[0]), "end": float(stretch[1])},
        "first_seconds": track.sightings[0].seconds,
        "last_seconds": track.sightings[-1].seconds,
        "evaluated": judged.evaluated,
        "sightings": judged.sightings,
        "spans": [{"start": float(s.start), "end": float(s.end), "decision": s.verdict} for s in judged.spans],
        "moments": {
            name: {"frame_index": sighting.frame.index, "seconds": sighting.seconds}
            for name, sighting in assessment.moments[track.face_id]._asdict().items()
        },
        "flicker": _flicker(track),
    }


def _flicker(track: Track) -> dict[str, Any] | None:
    """The median over time; None where no two sightings can be compared."""
    line = compute_flicker(track)
    seen = ~np.isnan(line.mask)
    if not seen.any():
        return None
    return {"mask": float(np.median(line.mask[seen])), "error": float(np.median(line.error[seen]))}


def _number(value: float) -> float | None:
    """JSON has no NaN."""
    return None if math.isnan(value) else float(value)
