"""From the pixels of a sampled frame to what is kept of its faces."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.decision.frame_weight import observation_weight
from forensics.detectors.crop_detector import OnProgress, ignore_progress
from forensics.detectors.registry import Detector
from forensics.faces.detection import video_settings
from forensics.tracking.appearance import color_descriptor
from forensics.types.analysis import AnalysisSettings, FaceFinding, Frame
from forensics.types.video import COARSE_SIDE, Detection, FaceObservation, SampledFrame


def detect_and_score(
    frames: Sequence[tuple[SampledFrame, Frame]],
    settings: AnalysisSettings,
    detector: Detector,
    tick: OnProgress = ignore_progress,
) -> tuple[list[tuple[Detection, ...]], int]:
    """What is seen in each of the frames, and how many detections went beyond the most that are scored in
    a frame. tick: is called before each frame and each pass of faces."""
    found = detector.detect([picture for _, picture in frames], video_settings(settings), tick)
    seen = [
        tuple(_observation(sampled, picture, finding, detector) for finding in one.findings)
        for (sampled, picture), one in zip(frames, found, strict=True)
    ]
    return seen, sum(len(one.skipped) for one in found)


def _observation(sampled: SampledFrame, picture: Frame, finding: FaceFinding, detector: Detector) -> Detection:
    region = finding.region
    weight, reason = observation_weight(region, finding.decision, detector.card)
    sighting = FaceObservation(
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
        coarse_mask=_downsample_map(finding.mask),
        coarse_error=_downsample_map(finding.error_map()),
    )
    return Detection(sighting, color_descriptor(picture.pixels, region.box).astype(np.float16))


def _downsample_map(values: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(h, w) float32 in [0, 1] → (16, 16) uint8, the mean of each cell × 255."""
    cells = cv2.resize(values, (COARSE_SIDE, COARSE_SIDE), interpolation=cv2.INTER_AREA)
    return np.rint(np.clip(cells, 0, 1) * 255).astype(np.uint8)
