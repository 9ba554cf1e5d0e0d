"""What a panel asks."""

import pytest

from explain.methods import METHODS
from explain.types import ExplanationRequest
from forensics.types.analysis import Box
from pages.parts.widgets.panel_settings import FIRST_SHOWN, PanelChoice

PLACE = Box(1, 2, 5, 6)


def test_the_original_asks_nothing():
    assert PanelChoice("original").question("blurred", None) is None


def test_a_method_is_asked_about_its_target_with_the_chosen_baseline():
    asked = PanelChoice("occlusion", "masked_area").question("black", PLACE)
    assert asked == ExplanationRequest("occlusion", "masked_area", "black")


def test_a_method_without_use_for_a_baseline_is_asked_with_the_usual_one():
    assert PanelChoice("hirescam").question("black", None) == ExplanationRequest("hirescam")


def test_a_region_is_asked_about_once_it_is_drawn():
    choice = PanelChoice("hirescam", "region")
    assert choice.question("blurred", None) is None
    assert choice.question("blurred", PLACE) == ExplanationRequest("hirescam", "region", place=PLACE)


@pytest.mark.parametrize(
    ("choice", "title"),
    [
        (PanelChoice("mask"), "Mask"),
        (PanelChoice("hirescam"), "HiResCAM"),
        (PanelChoice("hirescam", "masked_area"), "HiResCAM: the masked area"),
    ],
)
def test_a_title_names_a_target_that_is_not_the_usual(choice, title):
    assert choice.title == title


def test_every_panel_has_something_to_show_first():
    assert len(FIRST_SHOWN) == 4
    assert set(FIRST_SHOWN[2:]) & set(METHODS)
