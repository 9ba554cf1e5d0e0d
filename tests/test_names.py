"""Names and paths that come from outside, as text."""

import pytest

from forensics.formatting import display_name, utf8_path


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../x.png", "../../x.png"),
        ("<script>alert(1)</script>.jpg", "<script>alert(1)</script>.jpg"),
        ("a\0b\tc\nd\x7f\x9b.png", "abcd.png"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("line\u2028break", "linebreak"),
        ("👩\u200d🔬.png", "👩\u200d🔬.png"),
        ("bad\udcff.png", "bad\ufffd.png"),
        ("\n\t ", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_a_name_is_shown_as_given_without_what_changes_the_text_around_it(given, shown):
    assert display_name(given) == shown


@pytest.mark.parametrize(("given", "text"), [("a\nb/ü.png", "a\nb/ü.png"), ("bad\udcff.png", "bad?.png")])
def test_a_path_stays_as_it_is_where_utf8_can_hold_it(given, text):
    assert utf8_path(given) == text
