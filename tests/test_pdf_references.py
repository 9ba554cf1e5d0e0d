"""What the printed report says of reference pictures, read back."""

from dataclasses import replace

import numpy as np
from small_detector import small_card_with_evidence
from specimens import finding_of, region_of, report_of, result_of
from test_pdf import squeezed

from explain.report import Report
from forensics.reference_faces import faces_of, with_references
from forensics.references import ReferenceFace, References
from forensics.types import AnalysisResult


def two_faces() -> AnalysisResult:
    """Both of score 0.95: signs of manipulation from 0.9 on."""
    picture = np.random.default_rng(0).integers(0, 256, (60, 120, 3)).astype(np.uint8)
    crops = (picture[10:50, 10:50], picture[10:50, 70:110])
    found = [finding_of(region_of(crop, n, 60 * n - 50, 10), 0.95) for n, crop in enumerate(crops, start=1)]
    return replace(result_of(found, picture, "asked.png"), card=small_card_with_evidence())


def own(result: AnalysisResult, *face_ids: int) -> tuple[ReferenceFace, ...]:
    findings = [result.finding(face_id) for face_id in face_ids]
    return tuple(faces_of(findings, result.media.name, result.media.sha256))


def says(report: Report, *pieces: str) -> None:
    text = squeezed(report)
    for piece in pieces:
        assert piece.replace(" ", "") in text, piece


def test_a_face_that_is_a_reference_itself_is_named_with_what_counts_for_it() -> None:
    result = two_faces()
    says(
        report_of([with_references(result, References(own(result, 1)))]),
        "marked: 1",
        "Decided with 1 reference face: the thresholds are 0.1 and 0.955 here; without them 0.1 and 0.9.",
        "Faces that are references themselves: 1. Each is decided with the other references alone",
        "It is itself the only reference, so none counts for it.",
    )


def test_where_every_face_is_a_reference_itself_no_common_thresholds_are_told() -> None:
    result = two_faces()
    text = squeezed(report_of([with_references(result, References(own(result, 1, 2)))]))
    assert "Facesthatarereferencesthemselves:1,2." in text
    assert "Itisitselfareference;1othercountsforit.Withoutthereferencepictures:signsofmanipulation" in text
    assert "Decidedwith" not in text
