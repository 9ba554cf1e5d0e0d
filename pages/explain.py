"""Explain: what one face's answer rests on, all methods side by side on one scale."""

import streamlit as st

from pages.parts import chooser, work
from pages.parts.entry import enter_app
from pages.parts.explain_view import explain_view

state = enter_app()

st.title("Explain")
st.caption("What the network wrote about one face, and which of its pixels the answer rests on.")

with_faces = [sha256 for sha256, result in state.results.items() if result.findings]
if not with_faces:
    st.info("There is no face to explain yet. Analyse a photograph first.", icon=":material/frame_inspect:")
    st.page_link("pages/inspect.py", label="Go to Inspect", icon=":material/arrow_forward:")
else:
    left, right = st.columns(2)
    with left:
        sha256 = chooser.choose_file(state, with_faces)
    result = state.results[sha256]
    with right:
        finding = result.finding(chooser.choose_face(result))
    explain_view(finding, work.explanations(state, sha256, finding.region.face_id), result.card)
