"""Whole clips to fit persons on: photographs of every source and forgeries of every kind, set in motion and filmed.

A forgery of a kind that the network may not know is forged from the first frame to the last; those of known families,
and the talking heads, are the videos of the benchmark's people who choose and do not report.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from tqdm import tqdm

from forensics.analysis.video import analyze_video
from forensics.decision.calibration import logit
from forensics.decision.flicker import compute_flicker
from forensics.decision.score_curve import MIN_OBSERVATIONS
from forensics.decision.video_verdict import decide_person
from forensics.detectors.crop_detector import crop_detector
from forensics.detectors.registry import Detector
from forensics.faces.detection import shared_face_detector
from forensics.faces.landmarks import FaceLandmarker
from forensics.fitting.calibration_set import CalibrationImage, calibration_images
from forensics.fitting.scorers import Scorers, find_scorers
from forensics.fitting.video_cases import VideoCase, all_cases, make_video
from forensics.fitting.video_people import FRAME_RATE, GRAIN_SIGMA, People
from forensics.measurements.video_names import ALONE
from forensics.media.video.decoding_process import probe
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.still_animation import animate_still, camera_path, fill_transform
from forensics.synthesis.video_writer import write_clip
from forensics.training.dataset import central_face, decode_picture
from forensics.types.analysis import AnalysisSettings, Frame
from forensics.types.video import Track

CLIPS_PER_KIND = 10
"""Clips of each kind and of each source."""

N_KNOWN_CLIPS = 45
"""Videos of the benchmark's people who choose, a third of them untouched: each takes ten times as long to make."""

CLIP_SECONDS = 3.0

CRFS = (18, 23, 28, 34, 40)
"""Constant rate factors, taken in turn."""

MAX_SIDE = 480
"""Pixels, of a frame."""

MIN_FACE_SIDE = 56
"""Pixels, shorter side of a face that is set in motion."""

FRAME_FEATURE_NAMES = ("spread of frames", "flicker of the score", "flicker of the mask", "flicker of the error")
"""What a person's frames say beside the score of the strongest stretch: standard deviation of their logits, mean
change of the logit from one to the next, mean change of the coarse maps in [0, 1] over a usual step."""


@dataclass(frozen=True, slots=True)
class Clip:
    """The one person of a clip. group: source or kind. real: a film, not a photograph set in motion. score, low, high:
    of the strongest stretch, NaN where the person was not evaluated. features: of its frames, as in
    FRAME_FEATURE_NAMES."""

    name: str
    group: str
    manipulated: bool
    known: bool
    real: bool
    crf: int
    score: float
    low: float
    high: float
    features: tuple[float, ...] = (math.nan,) * len(FRAME_FEATURE_NAMES)


def load_clips(detector: Detector, folder: Path, out: Path) -> list[Clip]:
    """All clips, made and analyzed; what is in `out` already is not done again."""
    scorers = find_scorers(crop_detector(detector), folder, out)
    scale = "" if scorers.logit_map is None else "-on-{:g}-{:g}".format(*scorers.logit_map)
    rows = out / f"persons-{detector.card.weights_sha256[:12]}{scale}.jsonl"
    rows.parent.mkdir(parents=True, exist_ok=True)
    kept = [_load_clip(json.loads(line)) for line in rows.read_text().splitlines()] if rows.is_file() else []
    known = {clip.name for clip in kept}
    with rows.open("a") as file:
        for clip in _make_clip(scorers, out / "clips", known):
            file.write(json.dumps(asdict(clip)) + "\n")
            file.flush()
            kept.append(clip)
    return kept


def _load_clip(row: dict[str, Any]) -> Clip:
    return Clip(**row | {"features": tuple(row["features"])})


def _make_clip(scorers: Scorers, clips: Path, done: set[str]) -> Iterator[Clip]:
    for part, detector in scorers.detectors().items():
        for number, subject in enumerate(_select_stills(part, scorers.folder)):
            if subject.name not in done:
                crf = CRFS[number % len(CRFS)]
                path = _animate(subject, crf, clips)
                if path is not None:
                    facts = subject.name, subject.group, subject.manipulated, subject.known, crf
                    yield _analyze_clip(detector, path, *facts)
    people = People(scorers.folder, "choosing")
    for case in tqdm(_select_videos(people), desc="clips of known kinds", mininterval=10):
        if case.name not in done:
            yield _case_clip(scorers.detector, case, people, clips)


def _select_videos(people: People) -> list[VideoCase]:
    """Some of the videos with one person, drawn the same each time, and all untouched films."""
    every = [case for case in all_cases(people) if case.kind in ALONE]
    drawn = [every[i] for i in np.random.default_rng(0).permutation(len(every))[:N_KNOWN_CLIPS].tolist()]
    films = [case for case in every if case.kind == ALONE[0] and case.forged is None and case not in drawn]
    return [*drawn, *films]


def _select_stills(part: str, folder: Path) -> Iterable[CalibrationImage]:
    """A few of either class."""
    every = list(calibration_images(part, folder))
    some = [[s for s in every if s.manipulated == label][: 2 * CLIPS_PER_KIND] for label in (False, True)]
    return tqdm([s for group in some for s in group[:CLIPS_PER_KIND]], desc=f"clips of {part}", mininterval=10)


def _animate(subject: CalibrationImage, crf: int, folder: Path) -> Path | None:
    """The picture under a moving camera; None where it has no face that is large enough."""
    path = folder / f"{hashlib.sha1(subject.name.encode()).hexdigest()[:16]}-{crf}.mp4"
    if path.is_file():
        return path
    pixels = decode_picture(subject.content)
    scale = min(1.0, MAX_SIDE / max(pixels.shape[:2]))
    pixels = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    height, width = (side // 2 * 2 for side in pixels.shape[:2])
    regions, _ = shared_face_detector().detect(Frame(0, 0.0, pixels), 100)
    face = central_face(regions, width, height)
    if face is None or min(face.box.width, face.box.height) < MIN_FACE_SIDE:
        return None
    still = FaceImage(pixels, FaceLandmarker().detect(pixels, face.box))
    seed = int(hashlib.sha1(subject.name.encode()).hexdigest()[:8], 16)
    frames = animate_still(
        still,
        fill_transform(still, width, height),
        width,
        height,
        camera_path(round(CLIP_SECONDS * FRAME_RATE), FRAME_RATE, seed),
        GRAIN_SIGMA,
        seed,
    )
    folder.mkdir(parents=True, exist_ok=True)
    write_clip(path, (frame.image for frame in frames), FRAME_RATE, crf)
    return path


def _case_clip(detector: Detector, case: VideoCase, people: People, folder: Path) -> Clip:
    path, _ = make_video(case, people, folder)
    forged, real = case.forged is not None, case.kind == ALONE[0]
    group = case.family if forged else "talking heads" if real else "photographs kept back"
    return _analyze_clip(detector, path, case.name, group, forged, forged, case.crf, real and not forged)


def _analyze_clip(
    detector: Detector,
    path: Path,
    name: str,
    group: str,
    manipulated: bool,
    known: bool,
    crf: int,
    real: bool = False,
) -> Clip:
    video = probe(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest())
    result = analyze_video(video, AnalysisSettings(), detector)
    judged = [(track, decide_person(track, detector.card, len(result.frames))) for track in result.tracks]
    found = [
        (one.score, one.low, one.high, compute_frame_features(track)) for track, one in judged if not np.isnan(one.low)
    ]
    facts = (name, group, manipulated, known, real, crf)
    if not found:
        return Clip(*facts, *(math.nan,) * 3)
    return Clip(*facts, *max(found, key=lambda row: row[1]))


def compute_frame_features(track: Track) -> tuple[float, ...]:
    """In the order of FRAME_FEATURE_NAMES; NaN where too few frames were evaluated."""
    logits = logit(np.array([sighting.fake_score for sighting in track.sightings if sighting.evaluated]))
    if len(logits) < MIN_OBSERVATIONS:
        return (math.nan,) * len(FRAME_FEATURE_NAMES)
    line = compute_flicker(track)
    maps = [float(np.nanmean(values)) if np.isfinite(values).any() else math.nan for values in (line.mask, line.error)]
    return float(logits.std()), float(np.abs(np.diff(logits)).mean()), *maps
