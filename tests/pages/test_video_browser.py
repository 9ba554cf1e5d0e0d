"""A sample video in a real browser: the timeline answers to a click, the player follows, a person leads to Explain."""

import re

import pytest
from browsing import ROOT, UPLOADS, opened, served
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow


@pytest.fixture
def address():
    with served(ROOT / "app.py") as address:
        yield address


def analyzed(page: Page) -> None:
    page.set_input_files(UPLOADS, ROOT / "sample_media" / "two-people.mp4")
    expect(page.get_by_text("Analyzing:").or_(page.get_by_text("Persons over time"))).to_be_visible()
    expect(page.get_by_text("Persons over time")).to_be_visible()


def test_a_click_on_the_timeline_shows_that_moment(address):
    with opened(address) as page:
        analyzed(page)
        chart = page.locator(".js-plotly-plot", has=page.locator(".yaxislayer-above")).first
        chart.scroll_into_view_if_needed()
        area = chart.locator(".nsewdrag").first.bounding_box()
        # the axis reaches 0.5 % beyond the six seconds on both sides
        page.mouse.click(area["x"] + area["width"] * (0.005 + 1.02 / 6) / 1.01, area["y"] + 0.7 * area["height"])
        expect(page.get_by_role("heading", name="Moment 0:01.000")).to_be_visible()
        expect(page.get_by_text("Frame 25 of the video")).to_be_visible()
        player = page.get_by_label("The video as it was received")
        expect(player).to_have_js_property("currentTime", 1)
        expect(page.locator("[data-stale=true]")).to_have_count(0)  # the cards are those of this moment by now
        page.get_by_role("button", name="Explain person 2").click()
        expect(page.get_by_role("heading", name="Explain", exact=True)).to_be_visible()
        expect(page.get_by_label("File, one of 2")).to_have_value(
            re.compile(r"^2\. two-people\.mp4, 0:01\.000: 2 faces")
        )
        expect(page.get_by_label("Face, 2 faces in this picture")).to_have_value(re.compile("^Face 2: "))
