"""Report: case fields in, preview, PDF and JSON out."""

import streamlit as st

from forensics.messages.catalogue import text
from pages.parts.report.report_form import case_fields, report_form
from pages.parts.report.report_preview import report_downloads, report_preview
from pages.parts.shell import enter_app
from pages.parts.tasks import analyses
from pages.parts.widgets.heading import page_heading

state = enter_app()

page_heading("report")

analyses.sync_jobs(state)
if not state.outcomes:
    st.info(text("page-nothing-to-report"), icon=":material/frame_inspect:")
    st.page_link("pages/inspect.py", label=text("page-go-to-inspect"), icon=":material/arrow_forward:")
else:
    left, right = st.columns([2, 3], gap="large")
    with left:
        case_fields(state)
        report_form(state)
        report_downloads(state)
    with right:
        report_preview(state)
