"""All methods on one face, the most trustworthy first."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from explain.methods import METHODS
from explain.targets import TARGETS
from explain.types import Explanation, ExplanationRequest, Trust
from explain.wording import target_short, trust_label
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import fixed, in_language
from forensics.validation import present
from pages.parts.explain.faithfulness_view import NONE, gap_z_score
from pages.parts.session import session_state
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.explanation_runner import ExplanationTask
from pages.parts.text.markdown import escape_markdown, option_labels
from pages.parts.widgets.panel_content import FaceContext
from pages.parts.widgets.panel_settings import PanelChoice, PanelSettings

WIDTHS = {"method": 150, "verdict": 260}
"""Widths in pixels of columns that are longer than they look to Streamlit; the others find their own."""


def method_ranking(state: AnalystSession, subject: FaceContext, settings: PanelSettings) -> list[ExplanationTask]:
    """Draw button and table; returns the questions whose answers are wanted for it."""
    st.subheader(text("page-ranking"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        targets = [target for target in TARGETS if target != "region" or subject.work.place is not None]
        session_state.clear_invalid_selection("ranking_target", targets)
        target = st.selectbox(
            text("page-ranking-target"),
            targets,
            format_func=option_labels(targets, lambda name: escape_markdown(target_short(name))),
            key="ranking_target",
            persist_state="session",
            width=320,
        )
        asked = [PanelChoice(name, target).question(settings.baseline, subject.work.place) for name in METHODS]
        questions = [question for question in asked if question is not None]  # all, as a region is drawn where wanted
        left = [question for question in questions if not subject.work.is_complete(question)]
        st.button(
            text("page-rank"),
            disabled=not left,
            on_click=state.store_ranking,
            args=(subject.key, questions),
            icon=":material/leaderboard:",
            help=text("page-rank-help"),
        )
    done = rank_requests([subject.work.maps[one] for one in questions if one in subject.work.maps])
    if done:
        widths = {_column(name): st.column_config.TextColumn(width=width) for name, width in WIDTHS.items()}
        st.dataframe(ranking_table(done), hide_index=True, column_config=widths)
        st.caption(text("page-ranked", number=len(done), methods=len(METHODS)))
        _show_in_panel(done, target, len(settings.choices))
    for question in questions:
        if question in subject.work.failures:
            reason = subject.work.failures[question]
            method = METHODS[question.method].title
            st.caption(text("page-method-failed", method=method, because=escape_markdown(sentence(reason))))
    return _wanted(subject, questions)


def _wanted(subject: FaceContext, questions: Sequence[ExplanationRequest]) -> list[ExplanationTask]:
    asked = subject.work.ranking
    return [ExplanationTask(subject.key, question) for question in questions if question in asked]


def rank_requests(maps: Sequence[Explanation]) -> list[Explanation]:
    """Those that are measured, best trusted first, then by how far their gap is ahead of random maps."""
    order = list(Trust)

    def rank(one: Explanation) -> tuple[int, float]:
        measured = present(one.faithfulness)
        return order.index(measured.trust), -gap_z_score(measured)

    return sorted((one for one in maps if one.faithfulness is not None), key=rank)


def ranking_table(maps: Sequence[Explanation]) -> pd.DataFrame:
    """A row a map. Numbers are text: they need a few digits each, and the order is the table's answer."""
    return pd.DataFrame([_row(one) for one in maps])


def _row(explanation: Explanation) -> dict[str, str]:
    measured = present(explanation.faithfulness)
    figures, agreement = measured.figures, measured.figures.agreement
    correlation = measured.rank_correlation
    cells = {
        "method": METHODS[explanation.method].title,
        "verdict": trust_label(measured),
        "ahead": fixed(gap_z_score(measured), 1),
        "deletion": in_language(f"{figures.deletion_area:#.3g}"),
        "insertion": in_language(f"{figures.insertion_area:#.3g}"),
        "road": in_language(f"{figures.road:#.3g}"),
        "correlation": NONE if correlation is None else fixed(correlation, 2),
        "energy": NONE
        if agreement is None
        else text("page-energy-of-area", energy=agreement.energy, area=agreement.mask_share),
        "seconds": fixed(explanation.seconds, 1),
    }
    return {_column(name): cell for name, cell in cells.items()}


def _column(name: str) -> str:
    return text("page-rank-column", column=name)


def _show_in_panel(done: Sequence[Explanation], target: str, panels: int) -> None:
    """Choose a ranked method and a panel for it."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        method = st.selectbox(
            text("page-put-method"),
            [one.method for one in done],
            format_func=lambda name: METHODS[name].title,
            key="rank_show",
            width=320,
        )
        panel = st.segmented_control(
            text("page-put-panel"), range(1, panels + 1), default=panels, required=True, key="rank_panel"
        )
        st.button(
            text("page-put"),
            on_click=session_state.set_panel,
            args=(panel, method, target),
            icon=":material/input:",
        )
