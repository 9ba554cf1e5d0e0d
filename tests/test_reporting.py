"""The report of the command line."""

import io

import numpy as np
import pytest
from pypdf import PdfReader
from small_detector import small_detector

import explain.methods
from explain.types import Explanation
from forensics.commands.reporting import MOST_FILES, check_length, check_methods, explain_faces, peak_entry, report_pdf
from forensics.errors import ExplanationError, SettingsError
from forensics.faces import whole_picture
from forensics.types import AnalysisResult, AnalysisSettings, Box, FailedFile, Frame, MediaFile


def result(colour: tuple[int, int, int]) -> AnalysisResult:
    detector, pixels = small_detector(), np.full((24, 20, 3), colour, np.uint8)
    findings = tuple(detector.score([whole_picture(Frame(0, 0.0, pixels))]))
    media = MediaFile("a.png", "image", b"", "ab" * 32, "image/png", 20, 24)
    return AnalysisResult(media, detector.card, AnalysisSettings(faces="whole"), findings, (), {}, pixels)


def test_the_report_holds_results_failures_and_the_command_and_no_date():
    failed = (FailedFile("b<i>.jpg", "damaged", "The picture is damaged."),)
    first, second = (
        report_pdf((result((250, 20, 20)),), failed, {}, "python -m forensics analyze a.png") for _ in range(2)
    )
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(first)).pages)
    assert first == second
    assert "signs of manipulation" in text.lower()
    assert "b<i>.jpg" in text
    assert "python -m forensics analyze a.png" in text


def test_every_evaluated_face_is_explained_by_every_method(monkeypatch, capsys):
    asked = []

    def explained(_, finding, method):
        asked.append((finding.region.face_id, method))
        if method == "occlusion":
            raise ExplanationError("There is no map for this face.", code="no_map")
        return Explanation(finding.region.face_id, method, "fake_evidence", np.zeros((24, 20), np.float32), 0.1)

    monkeypatch.setattr(explain.methods, "explain", explained)
    found = explain_faces(result((250, 20, 20)), small_detector(), ("gradcam", "occlusion"))
    assert [explanation.method for explanation in found[1]] == ["gradcam"]
    assert asked == [(1, "gradcam"), (1, "occlusion")]
    assert capsys.readouterr().err == "telltale: a.png, face 1: There is no map for this face.\n"


def test_too_many_pictures_and_unknown_methods_are_refused_before_the_work():
    check_length(MOST_FILES)
    check_methods(["occlusion", "gradcam"])
    with pytest.raises(SettingsError, match="at most 200 pictures, 201 came"):
        check_length(MOST_FILES + 1)
    with pytest.raises(SettingsError, match=r"no explanation magic; there are gradcam"):
        check_methods(["gradcam", "magic"])


def test_the_json_says_where_in_the_picture_a_map_is_highest():
    heat_map = np.zeros((4, 6), np.float32)
    heat_map[1, 5], heat_map[2, 2] = 3, -9
    entry = peak_entry(Explanation(1, "gradcam", "fake_evidence", heat_map, 0.1), Box(10, 20, 16, 24))
    assert entry == {"method": "gradcam", "target": "fake_evidence", "peak": [15, 21]}
