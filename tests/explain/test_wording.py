"""The words at a heat map."""

import pytest
from specimens import faithfulness_of

from explain.types import ExplanationRequest, Trust
from explain.wording import TRUST_SYMBOLS, color_meaning, describe_request, map_meanings, trust_label
from forensics.types.analysis import Box


@pytest.mark.parametrize(
    ("trust", "text"),
    [
        ("faithful", "✔ faithful"),
        ("weak", "◐ weak"),
        ("not better than chance", "✘ not better than chance: do not rely on it"),
    ],
)
def test_a_verdict_has_a_symbol_and_words(trust: Trust, text: str) -> None:
    assert trust_label(faithfulness_of(trust)) == text


def test_what_was_not_measured_is_not_passed_over() -> None:
    assert trust_label(None) == "○ faithfulness not measured"


def test_a_caption_names_the_method_and_only_what_is_not_the_usual() -> None:
    assert describe_request(ExplanationRequest("gradcam")) == ["Grad-CAM"]
    unusual = ExplanationRequest("gradcam", "region", "black", Box(1, 2, 30, 40))
    assert describe_request(unusual) == [
        "Grad-CAM",
        "of a region drawn by hand",
        "left 1, top 2, right 30, bottom 40 of the crop",
        "baseline: black",
    ]


def test_the_colors_mean_something_else_for_each_target() -> None:
    assert color_meaning(["fake_evidence"] * 3) == "Orange speaks for manipulation, blue speaks against it."
    assert color_meaning(["masked_area", "fake_evidence"]) == (
        "In maps of the masked area, orange makes the network mark its mask, blue speaks against marking it. "
        "Orange speaks for manipulation, blue speaks against it."
    )


def test_every_verdict_is_explained_and_chance_is_warned_of() -> None:
    texts = dict(map_meanings())
    for trust, symbol in TRUST_SYMBOLS.items():
        assert f"{symbol} {trust.capitalize()}" in texts
    assert "must not be relied on" in texts["✘ Not better than chance"]
    assert not any("real" in text.lower().split() for pair in map_meanings() for text in pair)
