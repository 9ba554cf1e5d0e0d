"""Method: the detector's card, its measured figures and limits, and how to read what Telltale shows."""

import streamlit as st

from forensics.benchmark import labels
from forensics.detectors import available_detectors
from forensics.messages.catalogue import text
from pages.parts import session, work
from pages.parts.benchmark_view import benchmark_view
from pages.parts.card_view import card_view
from pages.parts.entry import enter_app
from pages.parts.heading import heading
from pages.parts.reading import reading

state = enter_app()

heading("method")

names = available_detectors()
session.drop_stale_choice("method_network", names)
name = st.segmented_control(
    text("page-method-network"),
    names,
    default=state.settings.detector if state.settings.detector in names else names[0],
    required=True,
    key="method_network",
    persist_state="session",
)
card = work.detector(name).card
card_view(card)
benchmark_view(card, work.detector(labels.BASELINE).card)
reading(card)
