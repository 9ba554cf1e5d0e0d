"""The app in German, which the browser asks for, in a real headless browser: to the report, and to English and back."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import ROOT, UPLOADS, opened, served
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.slow

PHOTOGRAPHS = [ROOT / "sample_media" / name for name in ("collins.jpg", "group.jpg")]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """Of a server whose setting fixes no language."""
    with served(ROOT / "app.py", {"TELLTALE_LANGUAGE": ""}) as address, opened(address, locale="de-DE") as page:
        yield page


def test_from_a_photograph_to_the_report_in_german_with_a_look_at_the_english_page(page: Page):
    expect(page.get_by_role("heading", name="Untersuchen", level=1)).to_be_visible()
    page.set_input_files(UPLOADS, PHOTOGRAPHS)
    files = page.get_by_role("combobox", name=re.compile("Datei, eine von 2|File, one of 2"))
    expect(files).to_be_visible()
    files.click()
    page.get_by_role("option", name="2. group.jpg: 4 Gesichter").click()
    expect(page.get_by_text("4 Gesichter gefunden und bewertet")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Wert \d,\d{3}")).first).to_be_visible()

    page.get_by_role("radio", name="English").click()
    expect(page.get_by_role("heading", name="Inspect", level=1)).to_be_visible()
    expect(page.get_by_text("4 faces found and scored")).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Score \d\.\d{3}")).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("4 faces found and scored")).to_be_visible()

    page.get_by_role("radio", name="Deutsch").click()
    expect(page.get_by_text("4 Gesichter gefunden und bewertet")).to_be_visible()
    for title in ("Erklären", "Methode", "Bericht"):
        page.get_by_role("link", name=title, exact=True).first.click()
        expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()
        expect(page.get_by_role("radio", name="Deutsch")).to_be_checked()
    page.get_by_role("button", name="Den Bericht vorbereiten").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF herunterladen").click()
    text = PdfReader(io.BytesIO(Path(download.value.path()).read_bytes())).pages[0].extract_text()
    assert "Ergebnis im Überblick" in text
