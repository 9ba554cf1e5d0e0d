"""Explain: what one face's answer rests on, maps side by side, each with how far it can be trusted."""

import streamlit as st

from forensics.messages.catalogue import text
from pages.parts.explain import explanation_progress
from pages.parts.explain.explain_view import explain_view
from pages.parts.shell import enter_app
from pages.parts.tasks import analyses
from pages.parts.widgets import selectors
from pages.parts.widgets.heading import page_heading

state = enter_app()

page_heading("explain")

analyses.sync_jobs(state)
with_faces = [sha256 for sha256, result in state.pictures.items() if result.findings]
if not with_faces:
    st.info(text("page-nothing-to-explain"), icon=":material/frame_inspect:")
    st.page_link("pages/inspect.py", label=text("page-go-to-inspect"), icon=":material/arrow_forward:")
else:
    file, face, other = st.columns(3)
    with file:
        sha256 = selectors.choose_file(state, with_faces)
    with face:
        first = sha256, selectors.choose_face(state.pictures[sha256])
    with other:
        second = selectors.choose_second(state, first)
    with st.container():
        shown, ranked = explain_view(state, [first] if second is None else [first, second])
    explanation_progress.run_one_task(state, shown, ranked)
