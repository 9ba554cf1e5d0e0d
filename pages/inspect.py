"""Inspect: files in, faces and verdicts out."""

import streamlit as st

from pages.parts import chooser, intake, work
from pages.parts.entry import enter_app
from pages.parts.face_cards import face_cards
from pages.parts.file_view import file_table, file_view

state = enter_app()

st.title("Inspect")
st.caption("Every face of a photograph, scored on its own: which ones bear signs of manipulation, and where.")

intake.take_files(state)
work.analyse_waiting(state)
intake.show_failures(state)

if state.results:
    keys = list(state.results)
    if len(keys) > 1:
        file_table(state)
    result = state.results[chooser.choose_file(state, keys) if len(keys) > 1 else keys[0]]
    file_view(state, result)
    face_cards(result)
