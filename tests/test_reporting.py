"""The report of the command line."""

import io

import numpy as np
import pytest
from pypdf import PdfReader
from small_detector import small_detector
from specimens import faithfulness_of, figures_of

import explain.faithfulness
import explain.methods
from explain.types import Explanation, ExplanationRequest
from forensics.cli.report import (
    MAX_FILES,
    check_report_length,
    explain_faces,
    parse_explain_option,
    peak_entry,
    report_pdf,
)
from forensics.error_codes import ExplanationCode, MediaCode
from forensics.errors import ExplanationError, SettingsError
from forensics.faces.detection import whole_frame_region
from forensics.facts import Fact, told_fact
from forensics.messages.fact_document import fact_document
from forensics.types.analysis import AnalysisSettings, Box, FailedFile, Frame, ImageFile, ImageResult


def result(color: tuple[int, int, int]) -> ImageResult:
    detector, pixels = small_detector(), np.full((24, 20, 3), color, np.uint8)
    findings = tuple(detector.score([whole_frame_region(Frame(0, 0.0, pixels))]))
    media = ImageFile("a.png", "image", b"", "ab" * 32, "image/png", 20, 24)
    return ImageResult(media, detector.card, AnalysisSettings(faces="whole"), findings, (), {}, pixels)


def test_the_report_holds_results_failures_and_the_command_and_no_date():
    failed = (FailedFile("b<i>.jpg", Fact(MediaCode.RAW_PICTURE)),)
    first, second = (
        report_pdf((result((250, 20, 20)),), (), failed, {}, "python -m forensics analyze a.png") for _ in range(2)
    )
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(first)).pages)
    assert first == second
    assert "signs of manipulation" in text.lower()
    assert "b<i>.jpg" in text
    assert "python -m forensics analyze a.png" in text


def answer(finding, question, faithfulness=None):
    return Explanation(
        finding.region.face_id, question, np.zeros(finding.region.crop.shape[:2], np.float32), 0.1, faithfulness
    )


def test_every_evaluated_face_is_asked_every_question_and_every_map_is_tested(monkeypatch, capsys):
    asked, drawn, lots, trusted = [], [], (figures_of(1.0), figures_of(2.0)), faithfulness_of()

    def explained(_, finding, question):
        asked.append((finding.region.face_id, question.method))
        if question.method == "occlusion":
            raise ExplanationError(ExplanationCode.NOT_FINITE, method="Occlusion")
        return answer(finding, question)

    def assessed(_, finding, explanation, random):
        assert random is lots
        return answer(finding, explanation.question, trusted)

    monkeypatch.setattr(explain.methods, "explain", explained)
    monkeypatch.setattr(
        explain.faithfulness, "random_map_metrics", lambda *given: drawn.append(given[-1].target) or lots
    )
    monkeypatch.setattr(explain.faithfulness, "assess_faithfulness", assessed)
    questions = parse_explain_option(["gradcam", "occlusion", "lime", "gradcam:real_evidence"])
    found = explain_faces(result((250, 20, 20)), small_detector(), questions)
    assert [(one.method, one.target) for one in found[1]] == [
        ("gradcam", "fake_evidence"),
        ("lime", "fake_evidence"),
        ("gradcam", "real_evidence"),
    ]
    assert all(one.faithfulness is trusted for one in found[1])
    assert asked == [(1, "gradcam"), (1, "occlusion"), (1, "lime"), (1, "gradcam")]
    assert drawn == ["fake_evidence", "real_evidence"]  # once a target
    assert (
        capsys.readouterr().err
        == f"telltale: a.png, face 1: {ExplanationError(ExplanationCode.NOT_FINITE, method='Occlusion')}\n"
    )


def test_a_method_may_come_with_a_target_and_none_is_asked_twice():
    asked = parse_explain_option(["occlusion", "gradcam : masked_area", "occlusion:fake_evidence"])
    assert asked == (ExplanationRequest("occlusion"), ExplanationRequest("gradcam", "masked_area"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("magic", r"no method 'magic'; choose from .*gradcam"),
        ("gradcam:magic", r"no target 'magic'; choose from fake_evidence"),
        (":real_evidence", r"no method ''; choose from .*gradcam"),
        ("gradcam:region", r"region has to be drawn on the face"),
    ],
)
def test_what_cannot_be_explained_is_refused_before_the_work(words, sentence):
    with pytest.raises(SettingsError, match=sentence):
        parse_explain_option(["gradcam", words])


def test_too_many_files_are_refused_before_the_work():
    check_report_length(MAX_FILES)
    with pytest.raises(SettingsError, match="at most 200 files, 201 came"):
        check_report_length(MAX_FILES + 1)


def test_the_json_says_where_in_the_picture_a_map_is_highest_and_how_far_to_trust_it():
    heat_map = np.zeros((4, 6), np.float32)
    heat_map[1, 5], heat_map[2, 2] = 3, -9
    explanation = Explanation(1, ExplanationRequest("gradcam"), heat_map, 0.1, faithfulness_of("weak"))
    entry = peak_entry(explanation, Box(10, 20, 16, 24))
    assert entry == {
        "method": "gradcam",
        "target": "fake_evidence",
        "peak": [15, 21],
        "trust": "weak",
        "reason": fact_document(told_fact("It is weak.")),
    }
    untested = peak_entry(Explanation(1, ExplanationRequest("gradcam"), heat_map, 0.1), Box(10, 20, 16, 24))
    assert (untested["trust"], untested["reason"]) == (None, None)
