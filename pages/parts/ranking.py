"""All methods on one face, the most trustworthy first."""

from collections.abc import Sequence
from typing import get_args

import pandas as pd
import streamlit as st

from explain.methods import METHODS
from explain.targets import TARGETS
from explain.types import Explanation, Question, Trust
from explain.words import target_short, trust_text
from forensics.messages.catalogue import sentence
from pages.parts import session
from pages.parts.face_panels import Subject
from pages.parts.text import count, labels, plain
from pages.parts.trust_view import ahead
from pages.parts.work import Wanted
from pages.parts.workspace import Choice, Settings

WIDTHS = {"Method": st.column_config.TextColumn(width=150), "Verdict": st.column_config.TextColumn(width=150)}
"""Of those columns that are longer than they look to Streamlit, in pixels; the others find their own."""


def ranking(state: session.Session, subject: Subject, settings: Settings) -> list[Wanted]:
    """Draw button and table; returns the questions whose answers are wanted for it."""
    st.subheader("Which method for this face?")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        targets = [target for target in TARGETS if target != "region" or subject.work.place is not None]
        session.drop_stale_choice("ranking_target", targets)
        target = st.selectbox(
            "Explaining",
            targets,
            format_func=labels(targets, lambda name: plain(target_short(name))),
            key="ranking_target",
            persist_state="session",
            width=320,
        )
        questions = [Choice(name, target).question(settings.baseline, subject.work.place) for name in METHODS]
        left = [question for question in questions if not subject.work.is_done(question)]
        st.button(
            "Rank all methods for this face",
            disabled=not left,
            on_click=state.rank,
            args=(subject.key, questions),
            icon=":material/leaderboard:",
            help="Draws and measures every method's map. The slow ones take a while; it can be stopped at any time, "
            "and what is finished stays.",
        )
    done = ranked([subject.work.maps[one] for one in questions if one in subject.work.maps])
    if done:
        st.dataframe(table(done), hide_index=True, column_config=WIDTHS)
        st.caption(
            f"{count(len(done), 'method')} measured of {len(METHODS)}. Best trusted first, then by how far insertion "
            "less deletion is ahead of that of random maps, in their standard deviations."
        )
        _put(done, target, len(settings.choices))
    for question in questions:
        if question in subject.work.failures:
            reason = subject.work.failures[question]
            st.caption(f"{METHODS[question.method].title}: {plain(sentence(reason))}")
    return _wanted(subject, questions)


def _wanted(subject: Subject, questions: Sequence[Question]) -> list[Wanted]:
    asked = subject.work.ranking
    return [Wanted(subject.key, question) for question in questions if question in asked]


def ranked(maps: Sequence[Explanation]) -> list[Explanation]:
    """Those that are measured, best trusted first, then by how far their gap is ahead of random maps."""
    order = get_args(Trust)
    return sorted(
        (one for one in maps if one.faithfulness is not None),
        key=lambda one: (order.index(one.faithfulness.trust), -ahead(one.faithfulness)),
    )


def table(maps: Sequence[Explanation]) -> pd.DataFrame:
    """A row a map. Numbers are text: they need a few digits each, and the order is the table's answer."""
    return pd.DataFrame([_row(one) for one in maps])


def _row(explanation: Explanation) -> dict[str, str]:
    measured = explanation.faithfulness
    figures, agreement = measured.figures, measured.figures.agreement
    correlation = measured.rank_correlation
    return {
        "Method": METHODS[explanation.method].title,
        "Verdict": trust_text(measured),
        "Ahead, sd": f"{ahead(measured):.1f}",
        "Deletion": f"{figures.deletion_area:#.3g}",
        "Insertion": f"{figures.insertion_area:#.3g}",
        "ROAD": f"{figures.road:#.3g}",
        "Rank corr. randomised": "–" if correlation is None else f"{correlation:.2f}",
        "Energy in mask": "–" if agreement is None else f"{agreement.energy:.0%} of {agreement.mask_share:.0%} area",
        "Seconds": f"{explanation.seconds:.1f}",
    }


def _put(done: Sequence[Explanation], target: str, panels: int) -> None:
    """Choose a ranked method and a panel for it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        method = st.selectbox(
            "Show",
            [one.method for one in done],
            format_func=lambda name: METHODS[name].title,
            key="rank_show",
            width=320,
        )
        panel = st.segmented_control("in panel", range(1, panels + 1), default=panels, required=True, key="rank_panel")
        st.button("Show it", on_click=session.put_into_panel, args=(panel, method, target), icon=":material/input:")
