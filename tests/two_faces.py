"""A picture with two faces of score 0.95, and any of them as references."""

from dataclasses import replace

import numpy as np
from small_detector import small_card_with_evidence
from specimens import finding_of, region_of, result_of

from forensics.analysis.references import to_reference_faces
from forensics.types.analysis import ImageResult
from forensics.types.references import ReferenceFace


def two_faces(**changes: object) -> ImageResult:
    """Both show signs of manipulation, told from 0.9 on."""
    picture = np.random.default_rng(0).integers(0, 256, (60, 120, 3)).astype(np.uint8)
    crops = (picture[10:50, 10:50], picture[10:50, 70:110])
    found = [finding_of(region_of(crop, n, 60 * n - 50, 10), 0.95) for n, crop in enumerate(crops, start=1)]
    return replace(result_of(found, picture, "asked.png"), **{"card": small_card_with_evidence()} | changes)


def marked(result: ImageResult, *face_ids: int) -> tuple[ReferenceFace, ...]:
    """These faces as known to be untouched."""
    findings = [result.finding(face_id) for face_id in face_ids]
    return tuple(to_reference_faces(findings, result.media.name, result.media.sha256))
