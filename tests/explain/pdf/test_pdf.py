"""The printed report, opened and read."""

import dataclasses
import hashlib
import io

import numpy as np
import pytest
from pdf_text import pages_of, squeezed
from pypdf import PdfReader
from reasons import BETWEEN
from skimage.data import astronaut
from specimens import decision_of, explanation_of, faithfulness_of, finding_of, region_of, report_of, result_of

from explain.methods import METHODS
from explain.pdf import render_pdf
from explain.report import Report, report_json
from explain.wording import map_meanings, method_does_not_show, method_look_for
from forensics.error_codes import MediaCode
from forensics.facts import Fact, told_fact
from forensics.messages.catalogue import sentence
from forensics.types.analysis import FailedFile, FamilyScore, ImageResult, PerturbedScore, Skipped, Verdict

pytestmark = pytest.mark.slow

VERDICTS: tuple[Verdict, ...] = ("signs of manipulation", "inconclusive", "no signs found", "not evaluated")


def portrait(faces: int = 1, name: str = "portrait.png") -> ImageResult:
    """NASA's portrait with its face found `faces` times, under each verdict in turn."""
    picture = np.ascontiguousarray(astronaut()[:240, 100:340])
    findings = [
        finding_of(
            region_of(picture[10:170, 60:190], face_id, 60, 10),
            fake_score=0.5 + 0.5 * face_id / (faces + 1),
            decision=decision_of(VERDICTS[(face_id - 1) % 4]),
        )
        for face_id in range(1, faces + 1)
    ]
    return result_of(findings, picture, name)


def explained(result: ImageResult, maps: int = 4) -> Report:
    """The first face by as many methods, the last of them not measured."""
    finding, methods = result.findings[0], list(METHODS)[:maps]
    measured = [*[faithfulness_of()] * (maps - 1), None]
    explanations = tuple(map(explanation_of, [finding] * maps, methods, measured))
    return report_of([result], explanations={(result.media.sha256, 1): explanations})


def test_inputs_case_card_limits_versions_and_command_can_be_read() -> None:
    result = portrait()
    text = squeezed(report_of([result], notes="First line.\nSecond line."))
    for piece in (
        "Examination of faces for signs of manipulation",
        "2026-17",
        "A. Example",
        "22 November 2026",
        "portrait.png",
        result.media.sha256,
        "image/png",
        "240 × 240 pixels",
        f"{240 * 240 * 3:,} bytes",
        "First line.",
        "Second line.",
        "Red against blue",
        "0.900 to 1.000",
        "knows colors only",
        "torch 2.15.0",
        "python -m forensics analyze group.png",
        "Reviewed by",
    ):
        assert piece.replace(" ", "") in text, piece


def test_a_detector_that_a_user_made_is_marked_where_it_is_named_and_where_its_figures_stand() -> None:
    result = portrait()
    boast = dataclasses.replace(result.card, name="mine", title="Official release")
    text = squeezed(report_of([dataclasses.replace(result, card=boast)]))
    mark = "(made by a user, figures not verified here)".replace(" ", "")
    assert text.count(mark) == 2
    assert f"Officialrelease,version{boast.version}{mark}" in text
    assert "Origin" in text
    assert mark not in squeezed(report_of([result]))


def test_a_face_is_told_in_numbers_and_words() -> None:
    text = squeezed(report_of([portrait()]))
    for piece in (
        "Face 1",
        "signs of manipulation",
        "moderately strong support for manipulation (likelihood ratio 120 or more), of the kinds of forgery that",
        "score0.750",
        "mask share50%",
        "reconstruction error0.040",
        "detector confidence0.90",
        "left 60, top 10, right 190, bottom 170",
        sentence(BETWEEN),
        "Speaks for manipulation: moderately strong support, 120 to 1 or more, for the kinds of forgery that this",
    ):
        assert piece.replace(" ", "") in text, piece


def test_scores_after_small_changes_stand_with_their_verdicts_and_the_family_is_a_hint() -> None:
    result = portrait(4)
    rescores = tuple(map(PerturbedScore, ("jpeg_75", "half_size"), (0.95, 0.25)))
    families = (FamilyScore("hull_swap", 0.62),)
    findings = tuple(dataclasses.replace(f, rescores=rescores, families=families) for f in result.findings)
    text = squeezed(report_of([dataclasses.replace(result, findings=findings)]))
    for piece in (
        "JPEG quality 75",
        "half size",
        "▲ 0.950",
        "◆ 0.250",
        "0.700",  # spread: 0.95 - 0.25
        "Under half size the face would be ‘inconclusive’. Looks most like: a polygon face swap (FaceSwap) (hint,62%).",
        "Under JPEG quality 75 the face would be ‘signs of manipulation’.",  # of the inconclusive face 2
    ):
        assert piece.replace(" ", "") in text, piece
    assert text.count("Scoredagainafter") == 3  # face 4 was not evaluated
    assert text.count("(hint,62%)") == 2  # faces 1 and 2: the third shows no signs
    assert "Notscoredagain" in squeezed(report_of([portrait()]))


def test_explanations_are_shown_with_what_they_do_not_show_and_what_to_look_for() -> None:
    text = squeezed(explained(portrait()))
    for number, method in enumerate(METHODS):
        for words in (method_does_not_show(method), method_look_for(method)):
            assert (words.replace(" ", "") in text) is (number < 4)  # only the methods that were used
    assert "Orangespeaksformanipulation,bluespeaksagainstit." in text
    assert "Howtoreadthemaps" not in squeezed(report_of([portrait()]))


def test_every_map_has_its_verdict_and_every_figure_is_explained() -> None:
    text = squeezed(explained(portrait()))
    for piece in (
        "Maps 1 to 4 of 4",
        "1 · HiResCAM ✔ faithful",
        "○ faithfulness not measured",
        "✔ faithful. It is faithful.",
        "How far to trust a map",
        *(words for meaning in map_meanings() for words in meaning),
    ):
        assert piece.replace(" ", "") in text, piece


def test_maps_that_were_not_measured_need_no_explanation_of_figures() -> None:
    text = squeezed(explained(portrait(), maps=1))
    assert "faithfulnessnotmeasured" in text
    assert "Howfartotrustamap" not in text
    assert "grayband" not in text


@pytest.mark.parametrize("maps", [1, 3, 4, 6, 12])
def test_any_number_of_maps_is_printed_without_dividing_a_row(maps: int) -> None:
    pages = ["".join(page.split()) for page in pages_of(explained(portrait(), maps))]
    assert any("score0.750" in text and "Face1:Map" in text for text in pages)  # the face's numbers and its first maps
    for number, method in enumerate(list(METHODS.values())[:maps], start=1):
        caption = f"{number}·{method.title}".replace(" ", "")
        on = {page for page, text in enumerate(pages) if caption in text}
        assert len(on) == 1  # the table with its figures stands on the page of the map
        assert sum(text.count(caption) for text in pages) == (1 if number == maps else 2)


def test_each_page_says_which_of_how_many_it_is() -> None:
    pages = pages_of(report_of([portrait(9)]))
    assert len(pages) > 3
    for place, text in enumerate(pages, start=1):
        assert f"Page {place} of {len(pages)}" in " ".join(text.split())


def test_the_digest_on_paper_is_that_of_the_json() -> None:
    report = report_of([portrait()])
    data_file = report_json(report).encode()
    assert hashlib.sha256(data_file).hexdigest() in squeezed(report, data_file)
    assert "JSONfile" not in squeezed(report)  # no file is handed out beside it


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_pdf(explained(portrait(2))) == render_pdf(explained(portrait(2)))


def test_fonts_are_embedded_and_the_metadata_holds_no_time() -> None:
    reader = PdfReader(io.BytesIO(render_pdf(report_of([portrait()]))))
    assert reader.metadata.title == "Examination of faces for signs of manipulation"
    assert reader.metadata.author == "A. Example"
    assert reader.metadata.creation_date.year == 2000
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    embedded = [font for font in fonts if "/FontFile2" in font.get("/FontDescriptor", {})]
    assert len(embedded) > 5
    assert {font["/BaseFont"] for font in fonts if font not in embedded} <= {"/Helvetica"}  # named by default, not used


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>bold</b> & <img src='x'/>.jpg", "<b>bold</b> & <img src='x'/>.jpg"),
        ("../../etc/passwd.png", "../../etc/passwd.png"),
        ("протокол №7.jpg", "протокол №7.jpg"),
        ("กข.jpg", "‹U+0E01›‹U+0E02›.jpg"),
        ("漢字.jpg", "漢字.jpg"),
        ("n" * 5000 + ".jpg", "[…]" + "n" * 50 + ".jpg"),
    ],
)
def test_hostile_names_are_printed_as_text(name: str, shown: str) -> None:
    report = report_of([portrait(name=name)], [FailedFile(name, Fact(MediaCode.RAW_PICTURE))], case_number=name)
    assert squeezed(report).count(shown.replace(" ", "")) >= 4


def test_a_failed_file_is_listed_with_its_reason() -> None:
    text = squeezed(report_of([portrait()], [FailedFile("note.jpg", Fact(MediaCode.SEVERAL_PAGES), "ab" * 32)]))
    assert "note.jpgThefileholdsseveralpagesorpictures:" in text
    assert "asafileofitsown.(several_pages)" + "ab" * 32 in text


def test_no_face_and_no_file_are_said_in_words() -> None:
    assert "Nofacewasfoundinthispicture" in squeezed(report_of([portrait(0)]))
    nothing = squeezed(report_of([], [FailedFile("note.jpg", Fact(MediaCode.EMPTY_FILE))]))
    assert "Nofilecouldbeexamined." in nothing


def test_faces_that_were_skipped_are_counted_with_the_reason() -> None:
    result = dataclasses.replace(portrait(), skipped=(Skipped(told_fact("Too many.")), Skipped(told_fact("Too many."))))
    assert "Notscored:2×Toomany." in squeezed(report_of([result]))


def test_forty_faces_are_all_listed_in_a_file_of_sane_size() -> None:
    content = render_pdf(report_of([portrait(40)]))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    assert all(f"Face {face_id} " in text.replace("\xa0", " ") for face_id in range(1, 41))
    assert len(content) < 3_000_000


def test_empty_fields_and_long_notes_do_not_break_the_layout() -> None:
    report = report_of([portrait()], case_number="", analyst="", created="", notes="word " * 3000 + "\n\n" + "x" * 3000)
    text = squeezed(report)
    assert "Casenotgiven" in text
    assert "Reportmade" not in text
    assert text.count("word") >= 3000
