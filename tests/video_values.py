"""Small values of a video's analysis, for tests."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from reasons import BETWEEN
from small_detector import small_card

from forensics.facts import Fact, told_fact
from forensics.types.analysis import AnalysisSettings, Box, Decision, Skipped
from forensics.types.reasons import ReasonCode
from forensics.types.video import Chunk, Detection, FaceObservation, SampledFrame, Track, VideoFile, VideoResult

SHA256 = "cd" * 32


def small_video(path: Path = Path("/store/clip"), name: str = "clip.mp4", **changes: object) -> VideoFile:
    values = {
        "name": name,
        "path": path,
        "sha256": SHA256,
        "media_type": "video/mp4",
        "size": 1000,
        "width": 64,
        "height": 48,
        "seconds": Fraction(1001, 300),
        "frame_rate": Fraction(30000, 1001),
        "frame_count": 100,
        "codec": "h264",
        "notes": (told_fact("turned by 90°"),),
    }
    return VideoFile(**values | changes)


def sampled(number: int) -> SampledFrame:
    """One of five a second."""
    return SampledFrame(6 * number, 512 * number, number / 5, 0)


def sighting(number: int, score: float = 0.95, **changes: object) -> FaceObservation:
    verdict = "signs of manipulation" if score >= 0.9 else "no signs found" if score <= 0.1 else "inconclusive"
    values = {
        "frame": sampled(number),
        "box": Box(10, 8, 42, 40),
        "detector_confidence": 0.75,
        "landmarks": None,
        "fake_score": score,
        "decision": Decision(verdict, 2.0, BETWEEN),
        "weight": 1.0,
        "weight_reason": None,
        "mask_fraction": 0.25,
        "reconstruction_error": 0.125,
        "coarse_mask": np.full((16, 16), 200, np.uint8),
        "coarse_error": np.full((16, 16), 10, np.uint8),
    }
    return FaceObservation(**values | changes)


def not_evaluated(number: int) -> FaceObservation:
    decision = Decision("not evaluated", None, Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 5, "least": 8}))
    return sighting(number, 0.5, decision=decision, weight=0.0, weight_reason=told_fact("too small"))


def chunk(*numbers: int) -> Chunk:
    """A face in each of these samples."""
    look = np.linspace(0, 1, 7, dtype=np.float16)
    return Chunk(
        frames=tuple(sampled(number) for number in numbers),
        observations=tuple((Detection(sighting(number), look),) for number in numbers),
        cuts=(),
        surplus=0,
        broken_packets=0,
    )


def small_result(video: VideoFile | None = None, **changes: object) -> VideoResult:
    """Two persons: the first suspect in all of five samples, the second not, seen in two of them, evaluated in one."""
    thumbnail = np.arange(5 * 4 * 3, dtype=np.uint8).reshape(5, 4, 3)
    values = {
        "video": video or small_video(),
        "card": small_card(),
        "settings": AnalysisSettings(),
        "tracks": (
            Track(1, tuple(sighting(number, 0.95 + number / 100) for number in range(5)), thumbnail),
            Track(2, (sighting(1, 0.05, box=Box(44, 8, 60, 24)), not_evaluated(2)), thumbnail[::-1]),
        ),
        "frames": tuple(sampled(number) for number in range(5)),
        "cuts": (0.6,),
        "skipped": (Skipped(told_fact("Too many."), Box(1, 2, 3, 4)), Skipped(told_fact("Too brief."))),
        "broken_packets": 3,
        "ended": told_fact("The file ends too early."),
        "versions": {"telltale": "0.1.0"},
    }
    return VideoResult(**values | changes)
