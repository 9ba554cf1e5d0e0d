"""A detector's card, drawn: everything on it comes from the card, nothing is written here."""

import pandas as pd
import streamlit as st

from forensics.measurements.metric_wording import metric_label
from forensics.measurements.provenance import provenance_note
from forensics.messages.catalogue import text
from forensics.messages.numbers import count, in_language
from forensics.types.model_card import DetectorCard, Measurement
from forensics.validation import present
from pages.parts.method.calibration_view import calibration_view
from pages.parts.text.card_wording import dataset_label
from pages.parts.text.markdown import code_span, escape_markdown


def model_card_view(card: DetectorCard) -> None:
    """Draw who the detector is, how well it does and what it cannot do."""
    st.header(escape_markdown(card.title))
    if note := provenance_note(card):
        st.warning(note, icon=":material/person_alert:")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(escape_markdown(card.architecture))
        st.markdown(escape_markdown(card.licence))
        st.markdown(f"**{text('pdf-papers')}**\n\n{_bullets(card.papers)}")
        st.markdown(f"**{text('pdf-training-data')}**\n\n{_bullets(card.training_data)}")
    with right:
        st.markdown(f"**{text('pdf-known-limits')}**")
        with st.container(border=True):
            st.markdown(_bullets(card.known_limits))
    calibration_view(card)
    if card.figures:
        with st.expander(
            text("page-method-all-figures", figures=len(card.figures)), icon=":material/table:", key="all_figures"
        ):
            _figures(card.figures)
    else:
        st.info(text("page-method-no-figures"), icon=":material/hourglass_empty:")
    _training(card)


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {escape_markdown(line)}" for line in lines) if lines else text("page-method-none-stated")


def _figures(measured: tuple[Measurement, ...]) -> None:
    rows = [
        {
            text("pdf-figure"): escape_markdown(metric_label(figure.name)),
            text("pdf-value"): _number(present(figure.value)),
            text("pdf-95-interval"): ""
            if figure.low is None or figure.high is None
            else text("pdf-interval", low=_number(figure.low), high=_number(figure.high)),
            text("pdf-cases"): count(figure.n),
            text("pdf-measured-on"): escape_markdown(dataset_label(figure.data)),
            text("page-method-measured-by"): code_span(figure.command),
        }
        for figure in measured
    ]
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)


def _number(value: float) -> str:
    return in_language(f"{value:,.3f}")


def _training(card: DetectorCard) -> None:
    with st.expander(text("page-method-training"), icon=":material/fingerprint:", key="training"):
        st.markdown(text("page-method-version", version=escape_markdown(card.version), side=card.input_size))
        st.code(card.weights_sha256, language=None, wrap_lines=True)
        settings = {
            text("page-method-setting"): list(card.training),
            text("pdf-value"): list(card.training.values()),
        }
        st.dataframe(pd.DataFrame(settings), hide_index=True)
