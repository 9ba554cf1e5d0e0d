"""One journey through the app in a real headless browser, from a photograph to the bytes of the report."""

import io
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from browsing import ROOT, UPLOADS, opened, served
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from explain.methods import DEFAULTS, METHODS

pytestmark = pytest.mark.slow

PHOTOGRAPH = ROOT / "sample_media" / "group.jpg"

TITLES = [METHODS[name].title for name in DEFAULTS]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of the app."""
    with served(ROOT / "app.py") as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """The app's first page. Nothing may be asked of any other machine."""
    with opened(address) as page:
        yield page


def go_to(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def look_at_the_explanation(page: Page) -> None:
    """Panels, what the pointer tells, zoom, the files of a panel, and how far the maps can be trusted."""
    panels = page.get_by_role("figure", name="Face 2: Original, Mask")
    for title in ("Original", "Mask", *TITLES):
        expect(panels.get_by_text(title, exact=True)).to_be_visible()
    expect(page.get_by_text("Deletion area, low is good")).to_have_count(len(TITLES))

    panels.scroll_into_view_if_needed()
    picture = panels.locator(".nsewdrag").nth(2).bounding_box()
    page.mouse.move(picture["x"] + 60, picture["y"] + 60)
    expect(panels.get_by_text("evidence, as much as the average pixel of the crop: ")).to_be_visible()
    page.mouse.down()
    page.mouse.move(picture["x"] + 140, picture["y"] + 140, steps=5)
    page.mouse.up()
    ranges = panels.locator(".js-plotly-plot").evaluate("plot => [plot.layout.xaxis.range, plot.layout.xaxis4.range]")
    assert ranges[0] == ranges[1] and ranges[0][0] > 0

    for name, start in (("PNG", b"\x89PNG"), (".npy", b"\x93NUMPY")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).last.click()
        assert Path(download.value.path()).read_bytes().startswith(start)
        assert download.value.suggested_filename.startswith("telltale-")
    expect(page.get_by_role("slider", name="Line between Original and Mask")).to_be_visible()


def test_from_a_photograph_to_the_report(page: Page):
    page.set_input_files(UPLOADS, PHOTOGRAPH)
    expect(page.get_by_role("heading", name="Face 4")).to_be_visible()
    expect(page.get_by_text("4 faces found and scored")).to_be_visible()

    page.get_by_role("button", name="Explain face 2").click()
    look_at_the_explanation(page)

    go_to(page, "Report")
    page.get_by_label("Case number").fill("K-2026/117")
    page.get_by_label("Analyst").fill("Ada Example")
    page.get_by_label("Notes").fill("Received on paper.")
    page.get_by_label("Notes").blur()
    page.get_by_role("button", name="Prepare the report").click()
    expect(page.get_by_alt_text("Page 1 of the report")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download PDF").click()
    assert download.value.suggested_filename == "telltale-K-2026-117.pdf"

    content = Path(download.value.path()).read_bytes()
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(content)).pages)
    digest = sha256(PHOTOGRAPH.read_bytes()).hexdigest()
    assert digest in "".join(text.split())
    for wanted in ("K-2026/117", "Ada Example", "Received on paper.", "group.jpg", TITLES[0], "Page 1 of"):
        assert wanted in text


def test_a_page_opened_by_its_own_address_is_the_app(page: Page, address: str):
    page.goto(f"{address}/report")
    expect(page.get_by_role("heading", name="Report", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Inspect", exact=True)).to_be_visible()
    expect(page).to_have_title("Telltale")


def test_markup_in_a_name_is_shown_and_not_run(page: Page):
    name = "<img src=x onerror=document.title='broken'> **bold** :smile: $x$.jpg"
    bad = {"name": name, "mimeType": "image/jpeg", "buffer": b"just text"}
    good = {"name": name, "mimeType": "image/jpeg", "buffer": PHOTOGRAPH.read_bytes()}
    page.set_input_files(UPLOADS, [bad, good])
    expect(page.get_by_role("heading", name="Face 4")).to_be_visible()
    shown = page.get_by_text(name, exact=True)
    expect(shown).to_have_count(2)
    expect(page).to_have_title("Telltale")
