"""From the pixels of a sampled frame to what is kept of its faces."""

from collections.abc import Sequence
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.detectors import Detector
from forensics.faces import FaceFinder, whole_picture
from forensics.types import AnalysisSettings, FaceFinding, FaceRegion, Frame
from forensics.video.appearance import appearance
from forensics.video.types import COARSE_SIDE, Observation, SampledFrame, Sighting
from forensics.video.weighing import weigh

DETECTION_SIDES = (800, 320)
"""Longer side, in pixels, of the pictures in which faces are sought: a frame takes less than half the time it would at
the 1280 pixels of a photograph, and a person is looked for in many frames. For a tight face a frame is not searched
again: many frames have none."""

MOST_FACES = 64
"""Faces scored in one frame, strongest first; only a crowd or a hostile file has more."""


@cache
def video_face_finder() -> FaceFinder:
    """The process's one face finder for frames of videos."""
    return FaceFinder(DETECTION_SIDES, border=False)


def observe(
    frames: Sequence[tuple[SampledFrame, Frame]], settings: AnalysisSettings, detector: Detector
) -> tuple[list[tuple[Observation, ...]], int]:
    """What is seen in each of the frames, and how many detections went beyond MOST_FACES; all faces of all frames are
    scored together."""
    regions: list[list[FaceRegion]] = []
    surplus = 0
    for _, picture in frames:
        found, more = _find(picture, settings)
        regions.append(found)
        surplus += more
    findings = iter(detector.score([region for found in regions for region in found]))
    seen = [
        tuple(_observation(sampled, picture, next(findings), detector) for _ in found)
        for (sampled, picture), found in zip(frames, regions, strict=True)
    ]
    return seen, surplus


def _find(picture: Frame, settings: AnalysisSettings) -> tuple[list[FaceRegion], int]:
    if settings.faces == "whole":
        return [whole_picture(picture)], 0
    regions, skipped = video_face_finder().find(picture, min(settings.max_faces, MOST_FACES))
    return regions, len(skipped)


def _observation(sampled: SampledFrame, picture: Frame, finding: FaceFinding, detector: Detector) -> Observation:
    region = finding.region
    weight, reason = weigh(region, finding.decision, detector.card)
    sighting = Sighting(
        frame=sampled,
        box=region.box,
        detector_confidence=region.detector_confidence,
        landmarks=region.landmarks,
        fake_score=finding.fake_score,
        decision=finding.decision,
        weight=weight,
        weight_reason=reason,
        mask_fraction=finding.mask_fraction,
        reconstruction_error=finding.reconstruction_error,
        coarse_mask=_coarse(finding.mask),
        coarse_error=_coarse(finding.error_map()),
    )
    return Observation(sighting, appearance(picture.pixels, region.box).astype(np.float16))


def _coarse(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(h, w) float32 in [0, 1] → (16, 16) uint8, the mean of each cell × 255."""
    cells = cv2.resize(values, (COARSE_SIDE, COARSE_SIDE), interpolation=cv2.INTER_AREA)
    return np.rint(np.clip(cells, 0, 1) * 255).astype(np.uint8)
