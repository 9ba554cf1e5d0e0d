"""Text of any script in the printed report: what is read out of it, and what is seen."""

import io

import numpy as np
import pypdfium2 as pdfium
import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas
from specimens import report_of, result_of

from explain.pdf import render_pdf
from explain.pdf.style import BODY, Paragraph, escape_markup, register_fonts
from explain.report import Report

pytestmark = pytest.mark.slow

NAMES = (
    "中文姓名王小明.jpg",
    "日本語のファイル名.jpg",
    "한국어 파일 이름.png",
    "हिन्दी क्षेत्र स्त्री.jpg",
    "صورة مُحمّد الأولى لا.jpg",
    "תמונה של שָלוֹם.jpg",
    "grinning 😀 mathematical 𝔸.jpg",
    "a mixed العربية name 漢字 עברית end.jpg",
)
PICTURE = np.full((60, 80, 3), 120, np.uint8)


def report(**texts: str) -> Report:
    return report_of([result_of([], PICTURE, name) for name in NAMES], **texts)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_pdf(report(case_number="קייס 17", analyst="山田太郎 محمد", notes="\n".join(NAMES)))


def text_of(pdf: bytes) -> str:
    with pdfium.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("text", [*NAMES, "קייס 17", "山田太郎 محمد"])
def test_what_is_read_out_of_the_report_is_what_was_written(pdf: bytes, text: str) -> None:
    found = text_of(pdf)
    assert all(word in found for word in text.removesuffix(".jpg").split())
    assert "‹U+" not in found and "no font" not in found


def test_no_letter_is_drawn_as_a_box(pdf: bytes) -> None:
    """Every character that stands for a shaped letter has an outline, and none is that of a missing glyph."""
    fonts = {
        str(font["/BaseFont"]): font.get_object()
        for page in PdfReader(io.BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()
        if "Shaped" in str(font["/BaseFont"])
    }
    outlines = 0
    for font in fonts.values():
        glyphs = TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
        shapes = [glyphs["glyf"][name] for name in glyphs.getGlyphOrder()]
        drawn = [shape for shape in shapes if shape.numberOfContours > 0]
        outlines += len(drawn)
        assert len({shape.coordinates.array.tobytes() for shape in drawn}) > 0.8 * len(
            drawn
        )  # a box is always the same
    assert outlines > 60


def drawn(text: str) -> np.ndarray:
    """A line of text on paper, (H, W) bool, True where there is ink."""
    register_fonts()
    stream = io.BytesIO()
    canvas = Canvas(stream, (200, 20))
    paragraph = Paragraph(escape_markup(text), BODY)
    paragraph.wrapOn(canvas, 190, 20)
    paragraph.drawOn(canvas, 0, 4)
    canvas.save()
    with pdfium.PdfDocument(stream.getvalue()) as document:
        return np.asarray(document[0].render(scale=4, grayscale=True).to_pil()) < 128


def widths(ink: np.ndarray) -> list[int]:
    """Of the pieces of ink, from left to right, with white between them."""
    columns = np.flatnonzero(np.diff(np.concatenate(([False], ink.any(0), [False]))))
    return [int(end - start) for start, end in zip(columns[::2], columns[1::2], strict=True)]


def test_letters_from_right_to_left_stand_so() -> None:
    """Gimel is narrow and shin is wide: the first letter of the word stands at the right."""
    (gimel,), (shin,) = widths(drawn("ג")), widths(drawn("ש"))
    assert gimel < shin
    left, right = widths(drawn("גש"))
    assert (left, right) == (pytest.approx(shin, abs=2), pytest.approx(gimel, abs=2))
    assert widths(drawn("aגש"))[1:] == [left, right]


def test_arabic_letters_are_joined_and_those_of_a_conjunct_are_one() -> None:
    assert len(widths(drawn("\u0633\u0633\u0633"))) == 1  # three seens, in one stroke
    assert sum(widths(drawn("क्ष"))) < sum(widths(drawn("क"))) + sum(widths(drawn("ष")))


def test_a_chinese_character_looks_as_its_font_draws_it() -> None:
    (width,) = widths(drawn("口"))
    (advance,) = (p.x_advance for p in _shaped("口"))
    assert 0.5 * advance * 4 * BODY.fontSize < 1000 * width < advance * 4 * BODY.fontSize


def _shaped(text: str) -> list:
    from explain.drawing.text_shaping import available_fonts, font_face  # noqa: PLC0415

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(font_face(available_fonts()["chinese"])), buffer)
    return buffer.glyph_positions


def test_a_paragraph_from_right_to_left_begins_at_the_right_on_each_line() -> None:
    words = " ".join(f"מילה{number}" for number in range(60))
    found = text_of(render_pdf(report(notes=words)))
    notes = found[found.index("Notes of the analyst") :].splitlines()[1:3]
    assert notes[0].split()[0].startswith("מילה0") or notes[0].split()[0].endswith("0מילה")
    assert all("מילה" in line for line in notes)


def test_a_script_without_a_font_is_told_and_shown_by_its_codes() -> None:
    found = text_of(render_pdf(report(notes="ไทย")))
    assert "‹U+0E44›‹U+0E17›‹U+0E22›" in found
    assert "For some characters there is no font here; they are shown by their codes, such as ‹U+0E44›." in found


def test_the_same_report_gives_the_same_bytes_whatever_was_written_before(pdf: bytes) -> None:
    render_pdf(report(notes="אבגד 漢字仮名"))
    assert render_pdf(report(case_number="קייס 17", analyst="山田太郎 محمد", notes="\n".join(NAMES))) == pdf
