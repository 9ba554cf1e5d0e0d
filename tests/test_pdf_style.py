"""Text from outside on paper."""

import pytest
from reportlab.platypus import Paragraph

from explain.pdf.style import (
    CELL,
    MONO,
    SANS,
    ellipsize,
    escape_markup,
    key_value_table,
    register_font,
    register_fonts,
    visible,
)


@pytest.fixture(autouse=True)
def fonts() -> None:
    register_fonts()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Straße – протокол №7", "Straße – протокол №7"),
        ("a\u202egpj.exe", "a‹U+202E›gpj.exe"),
        ("ก.jpg", "‹U+0E01›.jpg"),
        ("漢.jpg", "漢.jpg"),
        ("क्\u200dष", "क्\u200dष"),
        ("a\u200db", "a‹U+200D›b"),
        ("a\nb\x00", "a‹U+000A›b‹U+0000›"),
        ("\ud800", "‹U+D800›"),
    ],
)
def test_what_has_no_shape_shows_its_code(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_markup_in_a_name_is_text() -> None:
    assert escape_markup('<b>&"</b>') == '&lt;b&gt;&amp;"&lt;/b&gt;'
    assert (
        Paragraph(escape_markup('<img src="http://x"/><b>&amp;'), CELL).getPlainText()
        == '<img src="http://x"/><b>&amp;'
    )


def test_spaces_are_not_lost() -> None:
    assert escape_markup("a   b") == "a \N{NO-BREAK SPACE} b"


def test_a_long_name_keeps_its_beginning_and_its_end() -> None:
    shown = visible("a" * 500 + ".jpeg", longest=30)
    assert shown == "a" * 20 + " […] " + "a" * 5 + ".jpeg"
    assert visible("b" * 30, longest=30) == "b" * 30


def test_one_line_is_cut_at_its_width() -> None:
    assert ellipsize("Case 7", 7, 200) == "Case 7"
    cut = ellipsize("W" * 100, 7, 100)
    assert cut.endswith("…")
    assert 80 < register_font(SANS).stringWidth(cut, 7) <= 100
    assert ellipsize("W", 7, 1) == ""


def test_a_word_wider_than_its_column_is_broken() -> None:
    table = key_value_table([("Name", escape_markup("x" * 150, face=MONO))], 100, 200)
    width, height = table.wrap(200, 1000)
    assert width == 200
    assert height > 5 * CELL.leading
