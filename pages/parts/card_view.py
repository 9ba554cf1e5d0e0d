"""A detector's card, drawn: everything on it comes from the card, nothing is written here."""

import pandas as pd
import streamlit as st

from forensics.card import DetectorCard, Figure
from pages.parts.evidence_view import evidence_view
from pages.parts.text import literal, plain


def card_view(card: DetectorCard) -> None:
    """Draw who the detector is, how well it does and what it cannot do."""
    st.header(plain(card.title))
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(plain(card.architecture))
        st.markdown(plain(card.licence))
        st.markdown("**Papers**\n\n" + _bullets(card.papers))
        st.markdown("**Training data**\n\n" + _bullets(card.training_data))
    with right:
        st.markdown("**Known limits**")
        with st.container(border=True):
            st.markdown(_bullets(card.known_limits))
    evidence_view(card)
    if card.figures:
        with st.expander(f"All {len(card.figures)} measured figures of the card", icon=":material/table:"):
            _figures(card.figures)
    else:
        st.info("No figures have been measured for this network yet.", icon=":material/hourglass_empty:")
    _training(card)


def _bullets(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {plain(line)}" for line in lines) if lines else "none stated"


def _figures(measured: tuple[Figure, ...]) -> None:
    rows = [
        {
            "Figure": plain(figure.name),
            "Value": f"{figure.value:,.3f}",
            "95 % interval": ""
            if figure.low is None or figure.high is None
            else f"{figure.low:,.3f} to {figure.high:,.3f}",
            "n": f"{figure.n:,}",
            "Measured on": plain(figure.data),
            "Measured by": literal(figure.command),
        }
        for figure in measured
    ]
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)


def _training(card: DetectorCard) -> None:
    with st.expander("Version, hash and training configuration", icon=":material/fingerprint:"):
        st.markdown(f"Version {plain(card.version)}, input {card.input_size} × {card.input_size} pixels")
        st.code(card.weights_sha256, language=None, wrap_lines=True)
        st.dataframe(
            pd.DataFrame({"Setting": list(card.training), "Value": list(card.training.values())}), hide_index=True
        )
