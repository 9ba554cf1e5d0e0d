"""Method: the detector's card, its measured figures and limits, and how to read what Telltale shows."""

import streamlit as st

from forensics.detectors import DETECTORS
from pages.parts import work
from pages.parts.card_view import card_view
from pages.parts.entry import enter_app
from pages.parts.reading import reading

state = enter_app()

st.title("Method")
st.caption("What the network is, how well it was measured to do, what it cannot do, and how to read its answers.")

names = list(DETECTORS)
name = st.segmented_control(
    "Network",
    names,
    default=state.settings.detector,
    required=True,
    key="method_network",
    persist_state="session",
)
card = work.detector(name).card
card_view(card)
reading(card)
