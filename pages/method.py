"""Method: the detector's card, its measured figures and limits, and how to read what Telltale shows."""

import streamlit as st

from forensics.detectors.registry import available_detectors
from forensics.measurements import dataset_names
from forensics.messages.catalogue import text
from pages.parts.method.benchmark_view import benchmark_view
from pages.parts.method.glossary_view import glossary
from pages.parts.method.model_card_view import model_card_view
from pages.parts.session import session_state
from pages.parts.shell import enter_app
from pages.parts.tasks import explanation_runner
from pages.parts.widgets.heading import page_heading

state = enter_app()

page_heading("method")

names = available_detectors()
session_state.clear_invalid_selection("method_network", names)
name = st.segmented_control(
    text("page-method-network"),
    names,
    default=state.settings.detector if state.settings.detector in names else names[0],
    required=True,
    key="method_network",
    persist_state="session",
)
card = explanation_runner.cached_detector(name).card
model_card_view(card)
benchmark_view(card, explanation_runner.cached_detector(dataset_names.BASELINE).card)
glossary(card)
