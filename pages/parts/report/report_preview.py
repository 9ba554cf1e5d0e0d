"""A prepared report: its pages as pictures, and its files to take away."""

import re
import threading

import pypdfium2
import streamlit as st
from PIL import Image

from forensics.messages.catalogue import text
from forensics.messages.language import current_language
from pages.parts.session.items import PreparedReport
from pages.parts.session.session import AnalystSession

PREVIEW_SCALE = 1.6
"""Pixels a point: sharp in a column of a wide screen."""

PDFIUM = threading.Lock()
"""PDFium must not be called by two threads at once."""


def report_preview(state: AnalystSession) -> None:
    """Draw a page of the report as it will be printed."""
    report = _report(state)
    if report is None:
        st.info(text("page-no-preview"), icon=":material/preview:")
        return
    pages = _page_count(report.pdf)
    page = st.pagination(pages, key="report_page")
    with st.container(border=True):
        st.image(_page_picture(report.pdf, page), width="stretch", alt=text("page-report-page", page=page))


def report_downloads(state: AnalystSession) -> None:
    """Draw the buttons that hand out the PDF and the JSON, once there is a report."""
    report = _report(state)
    if report is None:
        return
    stem = _file_stem(state.case.number)
    with st.container(horizontal=True):
        st.download_button(
            text("page-download-pdf"),
            report.pdf,
            f"{stem}.pdf",
            "application/pdf",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            text("page-download-json"),
            report.json,
            f"{stem}.json",
            "application/json",
            on_click="ignore",
            icon=":material/data_object:",
        )


def _report(state: AnalystSession) -> PreparedReport | None:
    """The prepared report, where it is in the language of the page."""
    return state.report if state.report is not None and state.report.language == current_language() else None


def _file_stem(case_number: str) -> str:
    """A file name made of the case number's letters, digits and dashes."""
    kept = re.sub(r"[^A-Za-z0-9]+", "-", case_number).strip("-")
    return f"telltale-{kept}" if kept else "telltale-report"


def _page_count(pdf: bytes) -> int:
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def _page_picture(pdf: bytes, page: int) -> Image.Image:
    with PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return document[page - 1].render(scale=PREVIEW_SCALE).to_pil()
