"""Text from outside is shown as it is."""

import pytest

from pages.parts.text.markdown import code_span, counted, escape_markdown, format_file_size


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.png", "`a.png`"),
        ("<b>x</b> **y** :smile:", "`<b>x</b> **y** :smile:`"),
        ("a`b", "`` a`b ``"),
        ("```", "```` ``` ````"),
    ],
)
def test_a_name_is_fenced_by_more_backticks_than_it_holds(name, shown):
    assert code_span(name) == shown


def test_every_character_of_markup_is_escaped():
    assert escape_markdown("*a* [b](c) <i> $x$ `d` #e :red[f]") == (
        "\\*a\\* \\[b\\]\\(c\\) \\<i\\> \\$x\\$ \\`d\\` \\#e \\:red\\[f\\]"
    )


def test_counts_and_sizes_read_well():
    assert [counted(n, "face") for n in (0, 1, 1200)] == ["0 faces", "1 face", "1,200 faces"]
    assert [format_file_size(n) for n in (999, 58_700, 12_340_000)] == ["999 bytes", "59 kB", "12.3 MB"]
