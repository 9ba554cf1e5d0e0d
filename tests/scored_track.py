"""A person made of scores, for the tests of what is said over time. The thresholds of small_card() are 0.9 and 0.1."""

from collections.abc import Sequence

import numpy as np
from video_values import sighting

from forensics.facts import Fact, told_fact
from forensics.types.analysis import Decision
from forensics.types.reasons import ReasonCode
from forensics.types.video import FaceObservation, SampledFrame, Track

TOO_SMALL = Decision("not evaluated", None, Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 5, "least": 8}))


def scored_track(
    scores: Sequence[float | None], *, seconds: Sequence[float] | None = None, face_id: int = 1, step: float = 0.2
) -> Track:
    """One sighting for each score, `step` seconds apart or at the given times; None for one that was not evaluated."""
    times = [number * step for number in range(len(scores))] if seconds is None else seconds
    sightings = [_sighting(number, *pair) for number, pair in enumerate(zip(times, scores, strict=True))]
    return Track(face_id, tuple(sightings), np.zeros((4, 4, 3), np.uint8))


def _sighting(number: int, seconds: float, score: float | None) -> FaceObservation:
    frame = SampledFrame(number, number, seconds, 0)
    if score is None:
        return sighting(0, 0.5, frame=frame, decision=TOO_SMALL, weight=0.0, weight_reason=told_fact("too small"))
    return sighting(0, score, frame=frame)
