"""One file from bytes to findings."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.crop_detector import Tick, silent
from forensics.detectors import Detector
from forensics.environment import versions
from forensics.faces import photograph_search
from forensics.media import decode
from forensics.robustness import rescore
from forensics.types import AnalysisResult, AnalysisSettings, Frame, MediaFile

OVERVIEW_SIDE = 1600
"""Longer side of the picture kept for display, in pixels; a result must not hold a 12-megapixel frame."""


def analyze(media: MediaFile, settings: AnalysisSettings, detector: Detector, tick: Tick = silent) -> AnalysisResult:
    """Find the faces of a picture, score them, score the most suspect again after small changes, keep what later
    stages need.

    Raises MediaError where the picture cannot be decoded.
    """
    frame = decode(media)
    ((found, skipped),) = detector.detect([frame], photograph_search(settings), tick)
    return AnalysisResult(
        media=media,
        card=detector.card,
        settings=settings,
        findings=tuple(rescore(detector, frame, found, tick)),
        skipped=skipped,
        versions=versions(),
        overview=overview(frame),
    )


def overview(frame: Frame) -> NDArray[np.uint8]:
    """The frame, (H, W, 3) uint8 RGB, made smaller where its longer side exceeds OVERVIEW_SIDE pixels."""
    height, width = frame.pixels.shape[:2]
    scale = OVERVIEW_SIDE / max(height, width)
    if scale >= 1:
        return frame.pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(frame.pixels, size, interpolation=cv2.INTER_AREA)
