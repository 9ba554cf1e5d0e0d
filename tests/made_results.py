import numpy as np
from reasons import BETWEEN
from small_detector import small_card

from forensics.types.analysis import (
    AnalysisSettings,
    Box,
    Decision,
    FaceFinding,
    FaceRegion,
    FamilyScore,
    ImageFile,
    ImageResult,
    PerturbedScore,
    Skipped,
)

SHA256 = "ab" * 32


def finding(face_id: int, crop_box: Box, probability: float) -> FaceFinding:
    shape = (crop_box.height, crop_box.width)
    crop = np.full((*shape, 3), 100, np.uint8)
    box = Box(crop_box.left + 1, crop_box.top + 1, crop_box.right - 1, crop_box.bottom - 1)
    region = FaceRegion(face_id, 0, 0.0, box, crop_box, 0.75, None, crop)
    mask = np.full(shape, probability, np.float32)
    decision = Decision("inconclusive", 4.0, BETWEEN, known_ratio=30.0, false_alarms=0.07)
    families, rescores = (FamilyScore("splice", 0.75),), (PerturbedScore("half_size", 0.5),)
    return FaceFinding(region, 0.875, mask, crop, 0.25, decision, families, rescores)


def result(*findings: FaceFinding, skipped: tuple[Skipped, ...] = ()) -> ImageResult:
    media = ImageFile("<b>.png", "image", b"", SHA256, "image/png", 10, 8)
    overview = np.zeros((8, 10, 3), np.uint8)
    return ImageResult(media, small_card(), AnalysisSettings(), findings, skipped, {"telltale": "0"}, overview)
