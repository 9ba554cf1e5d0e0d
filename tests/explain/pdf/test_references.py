"""What the printed report says of reference pictures, read back."""

import io
from dataclasses import replace

import pytest
from made_video import made_result
from pdf_text import squeezed
from pypdf import PdfReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from small_detector import small_card_with_evidence
from specimens import report_of
from two_faces import marked, two_faces

from explain.pdf import render_pdf
from explain.pdf.style import MARGIN, SANS, WIDTH
from explain.report import Report, ReportedVideo
from forensics.analysis.references import decide_video_with_references, decide_with_references, person_to_reference
from forensics.types.analysis import ImageResult
from forensics.types.references import ReferenceFace, References, Unusable

pytestmark = pytest.mark.slow


def says(report: Report, *pieces: str) -> None:
    text = squeezed(report)
    for piece in pieces:
        assert piece.replace(" ", "") in text, piece


def fitting(result: ImageResult, count: int) -> tuple[ReferenceFace, ...]:
    """References from as many pictures, of score 0.5, otherwise like the first face."""
    (like,) = marked(result, 1)
    return tuple(
        replace(like, name=f"r{n}.png", sha256=f"{n:064x}", fake_score=0.5, look=b"") for n in range(1, count + 1)
    )


def test_enough_references_are_counted_and_listed_with_what_they_moved() -> None:
    result = decide_with_references(two_faces(), References(fitting(two_faces(), 12)))
    # logits of 0: mean 24 / 13 − 2 = −0.154, variance 14 / 13; (ln 9 + 2 − 0.154 √(26 / 14)) / √(26 / 14) = 2.926
    says(
        report_of([result]),
        "Reference pictures Faces that the analyst states to be untouched",
        "12 reference faces from 12 files: enough to tell what is usual in this source.",
        f"r12.png 1 {12:064x}",
        "Decided with 12 reference faces: the thresholds are 0.1 and 0.949 here; without them 0.1 and 0.9.",
        "Without the reference pictures: signs of manipulation (likelihood ratio 30; 100 or more for kinds",
    )


def test_the_first_page_names_the_verdicts_that_they_changed() -> None:
    """Both faces score 0.95; twelve references of 0.975 move the threshold for signs past that."""
    like = replace(fitting(two_faces(), 1)[0], fake_score=0.975)
    references = References(tuple(replace(like, name=f"r{n}.png", sha256=f"{n:064x}") for n in range(12)))
    pages = PdfReader(io.BytesIO(render_pdf(report_of([decide_with_references(two_faces(), references)])))).pages
    first = " ".join(pages[0].extract_text().split())
    assert "Reference pictures changed verdicts: face 1 of asked.png: inconclusive, without them signs of" in first
    assert "face 2 of asked.png: inconclusive" in first
    bare = PdfReader(io.BytesIO(render_pdf(report_of([two_faces()])))).pages[0].extract_text()
    assert "changed verdicts" not in bare


def test_a_threshold_that_is_moved_up_to_the_end_of_its_scale_is_printed_inside_the_page() -> None:
    result = decide_with_references(two_faces(), References(fitting(two_faces(), 12)))
    ends: list[float] = []

    def place(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip() == "0.949":
            ends.append(cm[4] + tm[4] + stringWidth("0.949", SANS, size))

    for page in PdfReader(io.BytesIO(render_pdf(report_of([result])))).pages:
        page.extract_text(visitor_text=place)
    assert len(ends) == 2  # at the scale of each face
    assert max(ends) == pytest.approx(MARGIN + WIDTH, abs=1e-3)


def test_too_few_are_said_to_be_few() -> None:
    result = two_faces()
    says(
        report_of([decide_with_references(result, References(fitting(result, 3)))]),
        "3 reference faces from 3 files: fewer than 10; the fewer, the less they may move the answer.",
    )


def test_pictures_without_a_reference_face_are_listed_with_why() -> None:
    unusable = (("blank.png", Unusable.NO_FACE), ("notes.txt", Unusable.NOT_READ), ("asked.png", Unusable.QUESTIONED))
    text = squeezed(report_of([decide_with_references(two_faces(), References((), unusable))]))
    assert "Thereisnoreferenceface:noneofthepicturesgaveone." in text
    assert "blank.pngnofacewasfoundinit" in text
    assert "notes.txtitcouldnotbereadasapicture" in text
    assert "asked.pngitisitselfunderquestion" in text
    assert "Withoutthereferencepictures" not in text
    assert "Decidedwith" not in text


def test_a_reference_that_may_not_fit_is_named_with_the_faces_it_does_not_fit() -> None:
    result = two_faces()
    fits, large, suspect = fitting(result, 3)
    references = References((fits, replace(large, size=150), replace(suspect, fake_score=0.97)))
    report = report_of([decide_with_references(result, references)])
    says(
        report,
        "r2.png may not fit as a reference: its face is more than twice as large or as small as faces 1, 2. It counts "
        "until it is taken out.",
        "r3.png may not fit as a reference: its own face leans towards manipulation, or shows signs of it.",
    )
    assert "r1.pngmaynotfit" not in squeezed(report)


def test_of_a_video_file_and_persons_have_the_answer_without_references() -> None:
    made = made_result(card=small_card_with_evidence())
    stretch = person_to_reference(made.track(1), made.video.name, made.video.sha256, 0.0, 9.0)
    small = replace(fitting(two_faces(), 1)[0], size=9)
    # logits of 0 and −3.476: mean −1.864, variance 2.319; (ln 4 + 2) / √(2 / 2.319) − 1.864 = 1.783, score 0.856
    case = ReportedVideo(decide_video_with_references(made, References((small, stretch))))
    says(
        report_of([], videos=(case,)),
        f"made.mp4 marked: 1 {made.video.sha256}",
        "Decided with 2 reference faces: the thresholds are 0.2 and 0.856 here; without them 0.2 and 0.8.",
        "Persons that are references themselves: 1.",
        "r1.png may not fit as a reference: its face is more than twice as large or as small as persons 1, 2.",
        "It is itself a reference; 1 other counts for it. Without the reference pictures: no signs found",
        "(likelihood ratio 6.6; 32 or more for kinds that it knows). A video is called by the person",
    )


def test_a_face_that_is_a_reference_itself_is_named_with_what_counts_for_it() -> None:
    result = two_faces()
    says(
        report_of([decide_with_references(result, References(marked(result, 1)))]),
        "marked: 1",
        "Decided with 1 reference face: the thresholds are 0.1 and 0.955 here; without them 0.1 and 0.9.",
        "Faces that are references themselves: 1. Each is decided with the other references alone",
        "It is itself the only reference, so none counts for it.",
    )


def test_where_every_face_is_a_reference_itself_no_common_thresholds_are_told() -> None:
    result = two_faces()
    text = squeezed(report_of([decide_with_references(result, References(marked(result, 1, 2)))]))
    assert "Facesthatarereferencesthemselves:1,2." in text
    assert "Itisitselfareference;1othercountsforit.Withoutthereferencepictures:signsofmanipulation" in text
    assert "Decidedwith" not in text
