"""One journey through the app in a real headless browser, from a photograph to the bytes of the report."""

import io
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parents[1]
PHOTOGRAPH = ROOT / "sample_media" / "group.jpg"
PATIENCE = 300_000  # milliseconds: two slow cores that also run other tests
expect.set_options(timeout=PATIENCE)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of the app, served as `make run` serves it but on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(address: str, server: subprocess.Popen) -> None:
    for _ in range(240):
        assert server.poll() is None, "the server stopped before it answered"
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
    pytest.fail(f"no answer from {address}")


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """The app's first page. Nothing may be asked of any other machine."""
    installed = next(filter(None, map(shutil.which, BROWSERS)), None)  # None: the one Playwright brought along
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed, args=arguments)
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.set_default_timeout(PATIENCE)
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address)
        yield tab
        browser.close()
    assert not [url for url in asked if not url.startswith((address, "data:", "blob:"))]


def go_to(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def test_from_a_photograph_to_the_report(page: Page):
    page.set_input_files("input[type=file]", PHOTOGRAPH)
    expect(page.get_by_role("heading", name="Face 4")).to_be_visible()
    expect(page.get_by_text("4 faces found and scored")).to_be_visible()

    page.get_by_role("button", name="Explain face 2").click()
    expect(page.get_by_text("What the answer rests on")).to_be_visible()
    for title in ("Original", "Mask", "Reconstruction error", "Grad-CAM", "Integrated Gradients", "Occlusion"):
        expect(
            page.locator("text.annotation-text", has_text=title).or_(page.get_by_text(title, exact=True)).first
        ).to_be_visible()

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
    for wanted in ("K-2026/117", "Ada Example", "Received on paper.", "group.jpg", "Occlusion", "Page 1 of"):
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
    page.set_input_files("input[type=file]", [bad, good])
    expect(page.get_by_role("heading", name="Face 4")).to_be_visible()
    shown = page.get_by_text(name, exact=True)
    expect(shown).to_have_count(2)
    expect(page).to_have_title("Telltale")
