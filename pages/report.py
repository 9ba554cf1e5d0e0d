"""Report: case fields in, preview, PDF and JSON out."""

import streamlit as st

from forensics.messages.catalogue import text
from pages.parts.report.report_form import case_fields, prepare
from pages.parts.report.report_preview import downloads, preview
from pages.parts.shell import enter_app
from pages.parts.tasks import analyses
from pages.parts.widgets.heading import heading

state = enter_app()

heading("report")

analyses.tend(state)
if not state.outcomes:
    st.info(text("page-nothing-to-report"), icon=":material/frame_inspect:")
    st.page_link("pages/inspect.py", label=text("page-go-to-inspect"), icon=":material/arrow_forward:")
else:
    left, right = st.columns([2, 3], gap="large")
    with left:
        case_fields(state)
        prepare(state)
        downloads(state)
    with right:
        preview(state)
