"""The swipe comparison under a real keyboard and a real mouse."""

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from browsing import opened, served
from PIL import Image
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.slow

SCRIPT = """
import numpy as np
from pages.parts.explain.image_compare import image_compare

green, blue = np.zeros((2, 200, 300, 3), np.uint8)
green[..., 1] = 180
blue[..., 2] = 180
image_compare(green, blue, labels=("Original", "<b>Map</b>"), key="face", alt="Face 1")
"""


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with served(script) as address, opened(address, width=700) as page:
        yield page


def share_of_overlay(pictures: Locator) -> float:
    """How much of the middle row is blue, in [0, 1]."""
    row = np.asarray(Image.open(io.BytesIO(pictures.screenshot())).convert("RGB"), np.int16)
    row = row[row.shape[0] // 4]  # above the handle, below the labels
    return float((row[:, 2] > row[:, 1] + 50).mean())


def test_keys_and_mouse_move_the_line_and_the_overlay_follows(page: Page):
    slider, pictures = page.get_by_role("slider"), page.get_by_role("img", name="Face 1")
    expect(slider).to_have_accessible_name("Line between Original and <b>Map</b>")
    expect(slider).to_have_attribute("aria-valuetext", "Original on the left 50 %, <b>Map</b> on the right 50 %")
    expect(page.get_by_text("<b>Map</b>", exact=True)).to_be_visible()
    assert share_of_overlay(pictures) == pytest.approx(0.5, abs=0.01)

    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "Original on the left 60 %, <b>Map</b> on the right 40 %")
    assert share_of_overlay(pictures) == pytest.approx(0.4, abs=0.01)
    page.keyboard.press("Home")
    assert share_of_overlay(pictures) > 0.98
    page.keyboard.press("End")
    assert share_of_overlay(pictures) < 0.02

    box = pictures.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.98, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 30, steps=3)
    page.mouse.up()
    expect(slider).to_have_attribute("aria-valuetext", "Original on the left 25 %, <b>Map</b> on the right 75 %")
    assert share_of_overlay(pictures) == pytest.approx(0.75, abs=0.01)
