"""Report: case fields in, preview, PDF and JSON out."""

import streamlit as st

from forensics.messages.catalogue import text
from pages.parts import analyses
from pages.parts.entry import enter_app
from pages.parts.heading import heading
from pages.parts.report_form import case_fields, prepare
from pages.parts.report_view import downloads, preview

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
