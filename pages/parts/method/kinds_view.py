"""What the answer is worth where the forgery may be of a kind that the detector does not know: for faces, and for
persons in videos."""

import pandas as pd
import streamlit as st
from scipy.special import expit

from forensics.decision.calibration import logit
from forensics.decision.strength_wording import format_bounds
from forensics.messages.catalogue import format_list, text
from forensics.messages.numbers import count, percent_text, shortened
from forensics.types.evidence import Calibration, Evidence, PersonEvidence, StateLimit
from forensics.types.model_card import DetectorCard
from forensics.validation import present
from pages.parts.text.card_wording import source_label, state_label
from pages.parts.text.markdown import escape_markdown


def kinds_view(card: DetectorCard) -> None:
    """Draw ratios, thresholds and what they were fitted on; or that nothing of it was measured."""
    st.markdown(f"#### {text('page-kinds')}")
    if card.evidence is None:
        st.info(text("page-kinds-not-measured"), icon=":material/help:")
        return
    left, right = st.columns([5, 4], gap="large")
    with left:
        _kinds(card.evidence, card.calibration)
    with right:
        _states(card.evidence, card.thresholds.signs)
    if card.persons is not None:
        _persons(card.persons)


def _kinds(evidence: Evidence, known: Calibration) -> None:
    fitted = text(
        "page-kinds-fitted",
        fake=evidence.ratio.n_fake,
        kinds=escape_markdown(format_list(evidence.kinds)),
        real=evidence.ratio.n_real,
        count=len(evidence.sources),
        sources=escape_markdown(format_list([source_label(source) for source in evidence.sources])),
    )
    st.markdown(fitted)
    bounds = {"bounds": format_bounds(evidence.ratio), "known": format_bounds(known)}
    st.markdown(text("page-kinds-bounds", hardest=escape_markdown(evidence.hardest), **bounds))


def _states(evidence: Evidence, signs: float) -> None:
    """What the threshold for signs is and does in each state of a picture, in its worst source."""
    rows = [_row(state, limit, signs) for state, limit in evidence.states.items()]
    st.markdown(text("page-kinds-false-alarms"))
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)


def _row(state: str, limit: StateLimit, signs: float) -> dict[str, str]:
    promise = limit.false_alarms
    return {
        text("page-kinds-state"): escape_markdown(state_label(state)),
        text("page-kinds-signs-from"): shortened(float(expit(logit(signs) + limit.offset))),
        text("page-kinds-upper-bound"): escape_markdown(percent_text(promise.bound)),
        text("page-kinds-untouched"): count(promise.n),
        text("page-kinds-worst-source"): escape_markdown(
            source_label(promise.source) if promise.source else text("page-kinds-not-named")
        ),
    }


def _persons(persons: PersonEvidence) -> None:
    ratio, promise = persons.ratio, present(persons.false_alarms)
    st.markdown(f"#### {text('page-kinds-persons')}")
    fitted = text(
        "page-kinds-persons-fitted",
        fake=ratio.n_fake,
        kinds=escape_markdown(format_list(persons.kinds)),
        hardest=escape_markdown(persons.hardest),
        real=ratio.n_real,
        films=persons.real_clips,
    )
    st.markdown(fitted)
    limits = text(
        "page-kinds-persons-limits",
        signs=persons.signs,
        no_signs=persons.no_signs,
        stated=escape_markdown(percent_text(promise.stated)),
        bound=escape_markdown(percent_text(promise.bound)),
        clips=promise.n,
        source=escape_markdown(source_label(promise.source)) if promise.source else "none",
        bounds=format_bounds(ratio),
        known=format_bounds(persons.known),
    )
    st.markdown(limits)
