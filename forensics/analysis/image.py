"""One file from bytes to findings."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.analysis.robustness import rescore
from forensics.detectors.crop_detector import OnProgress, ignore_progress
from forensics.detectors.registry import Detector
from forensics.faces.detection import photograph_settings
from forensics.media.decoding_process import decode_image
from forensics.types.analysis import AnalysisSettings, Frame, ImageFile, ImageResult
from forensics.versions import software_versions

MAX_PREVIEW_SIDE = 1600
"""Longer side of the picture kept for display, in pixels; a result must not hold a 12-megapixel frame."""


def analyze_image(
    media: ImageFile, settings: AnalysisSettings, detector: Detector, tick: OnProgress = ignore_progress
) -> ImageResult:
    """Find the faces of a picture, score them, score the most suspect again after small changes, keep what later
    stages need.

    Raises MediaError where the picture cannot be decoded.
    """
    return analyze_frame(media, decode_image(media), settings, detector, tick)


def analyze_frame(
    media: ImageFile, frame: Frame, settings: AnalysisSettings, detector: Detector, tick: OnProgress = ignore_progress
) -> ImageResult:
    """The same of a picture that is decoded."""
    ((found, skipped),) = detector.detect([frame], photograph_settings(settings), tick)
    return ImageResult(
        media=media,
        card=detector.card,
        settings=settings,
        findings=tuple(rescore(detector, frame, found, tick)),
        skipped=skipped,
        versions=software_versions(),
        overview=downscale_for_display(frame),
    )


def downscale_for_display(frame: Frame) -> NDArray[np.uint8]:
    """The frame, (H, W, 3) uint8 RGB, made smaller where its longer side exceeds MAX_PREVIEW_SIDE pixels."""
    height, width = frame.pixels.shape[:2]
    scale = MAX_PREVIEW_SIDE / max(height, width)
    if scale >= 1:
        return frame.pixels
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(frame.pixels, size, interpolation=cv2.INTER_AREA)
