"""From choices and answers to panels."""

import numpy as np
from specimens import explanation_of, finding_of, region_of, result_of

from explain.types import ExplanationRequest
from forensics.error_codes import ExplanationCode
from forensics.facts import Fact
from forensics.messages.catalogue import sentence
from forensics.types.analysis import Box
from pages.parts.session.face_explanations import FaceExplanations
from pages.parts.widgets.panel_content import (
    ColorLimits,
    FaceContext,
    color_limits,
    panel_views,
    to_chart_panel,
    to_picture,
)
from pages.parts.widgets.panel_settings import PanelChoice, PanelSettings

NO_ANSWER = Fact(ExplanationCode.NO_MASK)

CROP = np.full((20, 16, 3), 128, np.uint8)
FINDING = finding_of(region_of(CROP))
RESULT = result_of([FINDING], CROP)
HIRESCAM = ExplanationRequest("hirescam")
SHARED = ColorLimits(2.0, 0.5)


def subject(**known: object) -> FaceContext:
    return FaceContext((RESULT.media.sha256, 1), "face 1", "Face 1", FINDING, RESULT.card, FaceExplanations(**known))


def settings(*choices: PanelChoice) -> PanelSettings:
    return PanelSettings(choices, common_scale=True, opacity=0.85, baseline="blurred")


def missing(**known: object) -> str:
    (view,) = panel_views(subject(**known), settings(PanelChoice("hirescam")))
    return view.missing


def test_a_panel_without_a_map_says_why():
    assert missing() == "computing …"
    assert missing(stopped={HIRESCAM}) == "Stopped before it was finished; “Go on” takes it up again."
    assert missing(failures={HIRESCAM: NO_ANSWER}) == sentence(NO_ANSWER)
    (view,) = panel_views(subject(), settings(PanelChoice("hirescam", "region")))
    assert view.missing == "No region is drawn yet: draw it under the panels."
    assert to_chart_panel(FINDING, view, SHARED, 0.85).note == view.missing


def test_a_common_scale_is_that_of_all_maps_of_all_faces():
    even = explanation_of(FINDING, "hirescam")
    row = subject(maps={HIRESCAM: even})
    shown = panel_views(row, settings(PanelChoice("hirescam")))
    scales = color_limits([(row, shown), (subject(), [])], common=True)
    assert to_chart_panel(FINDING, shown[0], scales, 0.85).scale.high == scales.evidence
    assert to_chart_panel(FINDING, shown[0], scales, 0.85).title == "HiResCAM"


def test_a_scale_of_its_own_is_labeled_in_title_and_color_bar():
    row = subject(maps={HIRESCAM: explanation_of(FINDING, "hirescam")})
    shown = panel_views(row, settings(PanelChoice("hirescam"), PanelChoice("reconstruction_error")))
    scales = color_limits([(row, shown)], common=False)
    for view in shown:
        drawn = to_chart_panel(FINDING, view, scales, 0.85)
        assert drawn.title.endswith(", own scale")
        assert "own scale" in drawn.scale.label


def test_the_probability_of_the_mask_always_reaches_from_0_to_1():
    (view,) = panel_views(subject(), settings(PanelChoice("mask")))
    drawn = to_chart_panel(FINDING, view, ColorLimits(None, None), 0.85)
    assert (drawn.title, drawn.scale.low, drawn.scale.high, drawn.outline) == ("Mask", 0, 1, 0.5)


def test_the_picture_of_a_region_has_its_outline():
    place = Box(4, 4, 12, 16)
    asked = ExplanationRequest("hirescam", "region", place=place)
    row = subject(maps={asked: explanation_of(FINDING, "hirescam", target="region", place=place)}, place=place)
    (view,) = panel_views(row, settings(PanelChoice("hirescam", "region")))
    drawn = to_picture(row, view, SHARED, 0.85, 200)  # 10 pixels to one of the crop
    assert drawn.shape == (200, 160, 3)
    np.testing.assert_array_equal(drawn[40, 41], (255, 255, 255))
