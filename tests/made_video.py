"""A small analysis of a video, made by hand: two persons, one of them with signs of manipulation for a while."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from small_detector import small_card

from forensics.decision.calibration import decide_by_thresholds
from forensics.facts import Fact, told_fact
from forensics.types.analysis import AnalysisSettings, Box, Decision, Verdict
from forensics.types.reasons import ReasonCode
from forensics.types.video import COARSE_SIDE, FaceObservation, SampledFrame, Track, VideoFile, VideoResult

FPS = 25
"""Frames in each second of the made video, of which five are looked at."""

SECONDS = 6.0
FORGED_FROM, FORGED_UNTIL = 2.0, 4.2
VIDEO_SHA256 = "5" * 64
TOO_SMALL = Decision("not evaluated", None, Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 6, "least": 8}))


def frames_of(seconds: float = SECONDS, sample_fps: int = 5, cut: float | None = None) -> tuple[SampledFrame, ...]:
    """Frames at equal distances; from `cut` on they belong to shot 1."""
    step = FPS // sample_fps
    return tuple(
        SampledFrame(n * step, n * step * 512, n / sample_fps, int(cut is not None and n / sample_fps >= cut))
        for n in range(round(seconds * sample_fps))
    )


def sighting_of(
    frame: SampledFrame, fake_score: float, left: int = 20, *, verdict: Verdict | None = None, weight: float = 1.0
) -> FaceObservation:
    """A face of 40 × 50 pixels; the verdict follows from the score and small_card(), or is "not evaluated"."""
    box = Box(left, 20, left + 40, 70)
    decision = TOO_SMALL if verdict == "not evaluated" else decide_by_thresholds(fake_score, box, small_card())
    return FaceObservation(
        frame=frame,
        box=box,
        detector_confidence=0.9,
        landmarks=np.array([[8, 15], [30, 15], [20, 28], [10, 38], [28, 38]], np.float32) + np.float32([left, 20]),
        fake_score=fake_score,
        decision=decision,
        weight=weight if decision.verdict != "not evaluated" else 0.0,
        weight_reason=None if weight == 1 else told_fact("strongly compressed"),
        mask_fraction=0.3,
        reconstruction_error=0.05,
        coarse_mask=np.full((COARSE_SIDE, COARSE_SIDE), round(255 * fake_score), np.uint8),
        coarse_error=np.full((COARSE_SIDE, COARSE_SIDE), 13, np.uint8),
    )


def track_of(
    face_id: int,
    frames: Sequence[SampledFrame],
    score: Callable[[float], float],
    left: int = 20,
    verdict: Verdict | None = None,
) -> Track:
    """A person seen in all these frames, whose score follows from the seconds."""
    sightings = tuple(sighting_of(frame, score(frame.seconds), left, verdict=verdict) for frame in frames)
    return Track(face_id, sightings, np.full((96, 80, 3), 60 * face_id % 256, np.uint8))


def untouched(_seconds: float) -> float:
    return 0.03


def forged_for_a_while(seconds: float) -> float:
    return 0.97 if FORGED_FROM <= seconds < FORGED_UNTIL else 0.04


def forged(_seconds: float) -> float:
    return 0.97


def made_video(path: Path = Path("made.mp4"), **changes: object) -> VideoFile:
    values = {
        "name": "made.mp4",
        "path": path,
        "sha256": VIDEO_SHA256,
        "media_type": "video/mp4",
        "size": 123_456,
        "width": 160,
        "height": 120,
        "seconds": Fraction(SECONDS),
        "frame_rate": Fraction(FPS),
        "frame_count": round(SECONDS * FPS),
        "codec": "h264",
    }
    return VideoFile(**values | changes)


def made_result(path: Path = Path("made.mp4"), **changes: object) -> VideoResult:
    """Person 1 untouched, person 2 forged throughout; one cut after 3 seconds, nothing skipped."""
    frames = frames_of(cut=3.0)
    result = VideoResult(
        video=made_video(path),
        card=small_card(),
        settings=AnalysisSettings(),
        tracks=(track_of(1, frames, untouched), track_of(2, frames, forged, left=90)),
        frames=frames,
        cuts=(3.0,),
        skipped=(),
        broken_packets=0,
        ended=None,
        versions={"telltale": "0.1.0"},
    )
    return replace(result, **changes)
