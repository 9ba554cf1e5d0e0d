"""Text of any script: which font, which direction, and what of it can be shown."""

import pytest

from explain.drawing import text_shaping
from explain.drawing.text_shaping import (
    DEJAVU,
    base_level,
    first_without_font,
    is_plain,
    shape_clusters,
    visible_text,
    visual_order,
)

SANS = DEJAVU / "DejaVuSans.ttf"


def fonts_of(text: str) -> list[str]:
    return [cluster.font.name for cluster in shape_clusters(text, SANS)]


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Straße №7", "DejaVuSans.ttf"),
        ("سلام", "DejaVuSans.ttf"),
        ("שלום", "DejaVuSans.ttf"),
        ("नमस्ते", "NotoSansDevanagari[wdth,wght].ttf"),
        ("你好", "NotoSansSC-Regular.otf"),
        ("日本の", "NotoSansJP-Regular.otf"),
        ("한국語", "NotoSansKR-Regular.otf"),
    ],
)
def test_each_script_has_a_font_and_chinese_characters_that_of_their_language(text: str, font: str) -> None:
    assert set(fonts_of(text)) == {font}


def test_a_letter_keeps_its_marks_and_what_a_virama_joins() -> None:
    assert [cluster.text for cluster in shape_clusters("e\u0301a", SANS)] == ["e\u0301", "a"]
    assert [cluster.text for cluster in shape_clusters("क्षत्रि", SANS)] == ["क्ष", "त्रि"]
    assert [cluster.text for cluster in shape_clusters("مُح", SANS)] == ["مُ", "ح"]


def test_only_what_needs_it_is_shaped() -> None:
    assert is_plain("Straße №7 – протокол", SANS)
    assert not any(is_plain(text, SANS) for text in ("漢", "שלום", "سلام", "e\u0301"))


@pytest.mark.parametrize(
    ("text", "level", "seen"),
    [
        ("abc שלום def", 0, "abc םולש def"),
        ("שלום 12.jpg", 0, "12 םולש.jpg"),
        ("שלום 12 abc", 1, "abc 12 םולש"),
        ("abc", 0, "abc"),
        ("", 0, ""),
    ],
)
def test_a_line_is_turned_into_the_order_in_which_it_is_seen(text: str, level: int, seen: str) -> None:
    found = shape_clusters(text, SANS, level)
    assert "".join(visual_order([cluster.text for cluster in found], [one.level for one in found])) == seen


def test_the_first_letter_with_a_direction_tells_that_of_a_text() -> None:
    assert [base_level(text) for text in ("12 שלום abc", "12 abc שלום", "12", "سلام")] == [1, 0, 0, 1]


def test_a_letter_without_a_font_shows_its_code_and_is_told() -> None:
    assert visible_text("aก漢", SANS, 160) == "a‹U+0E01›漢"
    assert first_without_font("aก漢") == "‹U+0E01›"
    assert first_without_font("a漢\u202e\n") is None


def test_a_font_that_is_not_installed_is_missed_without_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_shaping, "PACKAGED", {"chinese": ("no_such_package", "a.otf")})
    text_shaping.available_fonts.cache_clear()
    try:
        assert visible_text("漢", SANS, 160) == "‹U+6F22›"
        assert first_without_font("a漢") == "‹U+6F22›"
    finally:
        text_shaping.available_fonts.cache_clear()
