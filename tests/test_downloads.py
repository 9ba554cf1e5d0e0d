"""Panels to take away."""

import io

import numpy as np
import pytest
from PIL import Image
from specimens import explanation_of, faithfulness_of, finding_of, region_of, result_of

from explain.types import ExplanationRequest
from forensics.types.analysis import Box
from pages.parts.explain.panel_downloads import file_stem, panel_facts, raw_map, to_npy, to_png
from pages.parts.session.face_explanations import FaceExplanations
from pages.parts.widgets.panel_content import ColorLimits, FaceContext, PanelView
from pages.parts.widgets.panel_settings import PanelChoice

CROP = np.full((20, 16, 3), 128, np.uint8)
FINDING = finding_of(region_of(CROP))
RESULT = result_of([FINDING], CROP, name="../../evil.png")
SUBJECT = FaceContext((RESULT.media.sha256, 1), "face 1", "Face 1", FINDING, RESULT.card, FaceExplanations())
SHARED = ColorLimits(2.0, 0.5)


def view(method: str = "occlusion", target: str = "fake_evidence", **asked: object) -> PanelView:
    explanation = explanation_of(FINDING, method, faithfulness_of(), target=target, **asked)
    return PanelView(PanelChoice(method, target), explanation.question, explanation)


def test_a_file_name_holds_nothing_of_the_uploads_name():
    stem = file_stem(SUBJECT, view(target="masked_area"))
    assert stem == f"telltale-{RESULT.media.sha256[:12]}-face1-occlusion-masked-area"


def test_the_raw_map_comes_back_as_it_was():
    map_ = view().explanation.heat_map
    read = np.load(io.BytesIO(to_npy(map_)), allow_pickle=False)
    assert read.dtype == np.float32
    np.testing.assert_array_equal(read, map_)


def test_pictures_have_no_raw_values():
    assert raw_map(SUBJECT, PanelView(PanelChoice("original"))) is None
    assert raw_map(SUBJECT, PanelView(PanelChoice("reconstruction"))) is None
    np.testing.assert_array_equal(raw_map(SUBJECT, PanelView(PanelChoice("mask"))), FINDING.mask)
    np.testing.assert_array_equal(raw_map(SUBJECT, PanelView(PanelChoice("reconstruction_error"))), FINDING.error_map())


@pytest.mark.parametrize("content", ["original", "mask", "reconstruction", "reconstruction_error"])
def test_every_output_is_a_png(content):
    picture = Image.open(io.BytesIO(to_png(RESULT, SUBJECT, PanelView(PanelChoice(content)), SHARED, 0.85)))
    assert (picture.format, picture.width) == ("PNG", 784)


def test_a_map_tells_how_it_was_made_and_how_far_to_trust_it():
    lines = dict(panel_facts(RESULT, SUBJECT, view(baseline="black"), SHARED))
    assert lines["File"] == "../../evil.png"
    assert lines["Method"] == "Occlusion"
    assert lines["Replaced by"] == "black"
    assert lines["Scale"] == "shared with the other panels"
    assert lines["Trust"] == "✔ faithful. It is faithful."
    assert to_png(RESULT, SUBJECT, view(), SHARED, 0.85).startswith(b"\x89PNG")


def test_a_scale_of_its_own_and_a_region_are_named():
    place = Box(1, 2, 5, 9)
    own = view("hirescam", "region", place=place)
    lines = dict(panel_facts(RESULT, SUBJECT, own, ColorLimits(None, None)))
    assert own.question == ExplanationRequest("hirescam", "region", place=place)
    assert lines["Scale"] == "of this panel alone"
    assert lines["Region"] == "1 to 5 across, 2 to 9 down, in pixels of the crop"
