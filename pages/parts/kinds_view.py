"""What the answer is worth where the forgery may be of a kind that the detector does not know: for faces, and for
persons in videos."""

import pandas as pd
import streamlit as st
from scipy.special import expit

from forensics.calibration import logit
from forensics.card import DetectorCard
from forensics.evidence import Calibration, Evidence, PersonEvidence, StateLimit
from forensics.messages.numbers import percent, shortened
from forensics.strength_words import bounds_text
from pages.parts.text import count, plain

NOT_MEASURED = (
    "Nothing was measured for this detector on kinds of forgery that it was not trained on: its likelihood ratios hold "
    "for the kinds it was trained on, and a low score says nothing of others."
)


def kinds_view(card: DetectorCard) -> None:
    """Draw ratios, thresholds and what they were fitted on; or that nothing of it was measured."""
    st.markdown("#### Kinds of forgery that it may not know")
    if card.evidence is None:
        st.info(NOT_MEASURED, icon=":material/help:")
        return
    left, right = st.columns([5, 4], gap="large")
    with left:
        _kinds(card.evidence, card.calibration)
    with right:
        _states(card.evidence, card.thresholds.signs)
    if card.persons is not None:
        _persons(card.persons)


def _kinds(evidence: Evidence, known: Calibration) -> None:
    st.markdown(
        f"**The leading ratio** was fitted on {count(evidence.ratio.n_fake, 'manipulated face')} of kinds that the "
        f"scoring network was not trained on, each kind with the same weight: {plain(', '.join(evidence.kinds))}; and "
        f"on {count(evidence.ratio.n_real, 'untouched face')} of {count(len(evidence.sources), 'source')}, each with "
        f"the same weight: {plain(', '.join(evidence.sources))}."
    )
    st.markdown(
        f"It lies between {bounds_text(evidence.ratio)}; how far a low score may speak against manipulation is what "
        f"the hardest kind supports: **{plain(evidence.hardest)}**. For the kinds that the detector knows the ratio "
        f"lies between {bounds_text(known)}."
    )


def _states(evidence: Evidence, signs: float) -> None:
    """What the threshold for signs is and does in each state of a picture, in its worst source."""
    rows = [_row(state, limit, signs) for state, limit in evidence.states.items()]
    st.markdown(
        "**False alarms** by the state of the picture, in the worst source of each: the threshold is raised where more "
        "than 2 % of its untouched faces, to the nearest face, would reach it"
    )
    st.table(pd.DataFrame(rows), border="horizontal", hide_index=True)


def _row(state: str, limit: StateLimit, signs: float) -> dict[str, str]:
    promise = limit.false_alarms
    return {
        "State": plain(state),
        "Signs from": shortened(float(expit(logit(signs) + limit.offset))),
        "Upper bound, 95 %": plain(percent(promise.bound)),
        "Untouched faces": f"{promise.n:,}",
        "Worst source": plain(promise.source or "not named"),
    }


def _persons(persons: PersonEvidence) -> None:
    ratio, promise = persons.ratio, persons.false_alarms
    source = f" in the worst source, {plain(promise.source)}" if promise.source else ""
    st.markdown("#### Persons in videos")
    st.markdown(
        f"Fitted on whole clips, each person once, because frames of one person are no independent cases: "
        f"{count(ratio.n_fake, 'manipulated clip')} of kinds that the scoring network was not trained on "
        f"({plain(', '.join(persons.kinds))}; the hardest: {plain(persons.hardest)}) and "
        f"{count(ratio.n_real, 'untouched clip')}, of which **only {persons.real_clips:,} are films of people**; the "
        "others are photographs set in motion."
    )
    st.markdown(
        f"Signs of manipulation from **{shortened(persons.signs)}** on, by the lower end of the interval of the "
        f"strongest stretch: no more than {plain(percent(promise.stated))} of the untouched clips reach it, to the "
        f"nearest clip; with 95 % confidence no more than {plain(percent(promise.bound))} "
        f"({count(promise.n, 'clip')}{source}). No signs found up to **{shortened(persons.no_signs)}**, by the "
        f"upper end. The ratio lies between {bounds_text(ratio)}, for kinds that the detector knows between "
        f"{bounds_text(persons.known)}."
    )
