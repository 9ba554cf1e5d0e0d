"""Panels to take away."""

import io

import numpy as np
import pytest
from PIL import Image
from specimens import explanation_of, faithfulness_of, finding_of, region_of, result_of

from explain.types import Question
from forensics.types.analysis import Box
from pages.parts.explain.panel_downloads import facts, file_stem, npy, png, raw
from pages.parts.session.face_explanations import FaceWork
from pages.parts.widgets.panel_content import Limits, Subject, View
from pages.parts.widgets.panel_settings import Choice

CROP = np.full((20, 16, 3), 128, np.uint8)
FINDING = finding_of(region_of(CROP))
RESULT = result_of([FINDING], CROP, name="../../evil.png")
SUBJECT = Subject((RESULT.media.sha256, 1), "face 1", "Face 1", FINDING, RESULT.card, FaceWork())
SHARED = Limits(2.0, 0.5)


def view(method: str = "occlusion", target: str = "fake_evidence", **asked: object) -> View:
    explanation = explanation_of(FINDING, method, faithfulness_of(), target=target, **asked)
    return View(Choice(method, target), explanation.question, explanation)


def test_a_file_name_holds_nothing_of_the_uploads_name():
    stem = file_stem(SUBJECT, view(target="masked_area"))
    assert stem == f"telltale-{RESULT.media.sha256[:12]}-face1-occlusion-masked-area"


def test_the_raw_map_comes_back_as_it_was():
    map_ = view().explanation.heat_map
    read = np.load(io.BytesIO(npy(map_)), allow_pickle=False)
    assert read.dtype == np.float32
    np.testing.assert_array_equal(read, map_)


def test_pictures_have_no_raw_values():
    assert raw(SUBJECT, View(Choice("original"))) is None
    assert raw(SUBJECT, View(Choice("reconstruction"))) is None
    np.testing.assert_array_equal(raw(SUBJECT, View(Choice("mask"))), FINDING.mask)
    np.testing.assert_array_equal(raw(SUBJECT, View(Choice("reconstruction_error"))), FINDING.error_map())


@pytest.mark.parametrize("content", ["original", "mask", "reconstruction", "reconstruction_error"])
def test_every_output_is_a_png(content):
    picture = Image.open(io.BytesIO(png(RESULT, SUBJECT, View(Choice(content)), SHARED, 0.85)))
    assert (picture.format, picture.width) == ("PNG", 784)


def test_a_map_tells_how_it_was_made_and_how_far_to_trust_it():
    lines = dict(facts(RESULT, SUBJECT, view(baseline="black"), SHARED))
    assert lines["File"] == "../../evil.png"
    assert lines["Method"] == "Occlusion"
    assert lines["Replaced by"] == "black"
    assert lines["Scale"] == "shared with the other panels"
    assert lines["Trust"] == "✔ faithful. It is faithful."
    assert png(RESULT, SUBJECT, view(), SHARED, 0.85).startswith(b"\x89PNG")


def test_a_scale_of_its_own_and_a_region_are_named():
    place = Box(1, 2, 5, 9)
    own = view("hirescam", "region", place=place)
    lines = dict(facts(RESULT, SUBJECT, own, Limits(None, None)))
    assert own.question == Question("hirescam", "region", place=place)
    assert lines["Scale"] == "of this panel alone"
    assert lines["Region"] == "1 to 5 across, 2 to 9 down, in pixels of the crop"
