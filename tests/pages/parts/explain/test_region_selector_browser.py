"""Drawing a region under a real mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import opened, served
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

SCRIPT = """
import numpy as np
import streamlit as st
from forensics.facts import Fact
from forensics.types.reasons import ReasonCode
from forensics.types.analysis import Box, Decision, FaceFinding, FaceRegion
from pages.parts.session import session_state
from pages.parts.widgets.panel_content import FaceContext
from pages.parts.explain.region_selector import region_selector

box, crop = Box(0, 0, 100, 100), np.full((100, 100, 3), 90, np.uint8)
region = FaceRegion(1, 0, 0.0, box, box, 0.9, None, crop)
between = Fact(ReasonCode.SCORE_BETWEEN, {"score": 0.5, "no_signs": 0.1, "signs": 0.9})
decision = Decision("inconclusive", 1.0, between)
finding = FaceFinding(region, 0.9, np.zeros((100, 100), np.float32), crop, 0.0, decision)
state, face = session_state.current_session(), ("0" * 64, 1)
region_selector(state, FaceContext(face, "face 1", "Face 1", finding, None, state.face_explanations(face)))
st.text(f"kept: {state.face_explanations(face).place}")
"""


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with served(script) as address, opened(address) as page:
        yield page


def test_a_box_dragged_over_the_picture_is_kept_and_its_edges_can_be_typed(page: Page):
    area = page.get_by_role("figure", name="The crop of face 1").locator(".nsewdrag").bounding_box()
    page.mouse.move(area["x"] + 0.2 * area["width"], area["y"] + 0.3 * area["height"])
    page.mouse.down()
    page.mouse.move(area["x"] + 0.6 * area["width"], area["y"] + 0.8 * area["height"], steps=8)
    page.mouse.up()
    expect(page.get_by_text("kept: Box(left=20, top=30, right=60, bottom=80)")).to_be_visible()
    expect(page.get_by_label("Right")).to_have_value("60")

    page.get_by_label("Right").fill("70")
    page.get_by_role("button", name="Use this region").click()
    expect(page.get_by_text("kept: Box(left=20, top=30, right=70, bottom=80)")).to_be_visible()
