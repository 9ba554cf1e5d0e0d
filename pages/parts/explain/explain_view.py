"""The workspace: verdict, panels side by side, what they mean and how far each can be trusted."""

from collections.abc import Sequence

import streamlit as st

from explain.pdf.verdict_wording import verdict_cell
from explain.wording import method_does_not_show, method_look_for, method_shows
from forensics.analysis.reference_wording import reference_note
from forensics.analysis.references import decision_without_references
from forensics.decision.mask_agreement import mask_note
from forensics.decision.strength_wording import strength_sentence
from forensics.facts import Value
from forensics.messages.catalogue import format_list, sentence, text
from forensics.types.analysis import ImageResult, Verdict
from pages.parts.explain.faithfulness_view import disagreements, trust_badge, trust_card
from pages.parts.explain.image_compare import image_compare
from pages.parts.explain.method_ranking import method_ranking
from pages.parts.explain.panel_downloads import file_stem, panel_downloads
from pages.parts.explain.region_selector import region_selector
from pages.parts.session import session_state
from pages.parts.session.face_explanations import FaceKey
from pages.parts.session.session import AnalystSession
from pages.parts.tasks.explanation_runner import ExplanationTask
from pages.parts.text.markdown import escape_markdown
from pages.parts.text.wording import BADGE_COLORS, MethodSentences, output_sentences
from pages.parts.widgets.annotated_image import CONFIG
from pages.parts.widgets.panel_chart import panel_chart
from pages.parts.widgets.panel_content import (
    ColorLimits,
    FaceContext,
    PanelView,
    color_limits,
    panel_views,
    to_chart_panel,
    to_picture,
)
from pages.parts.widgets.panel_settings import PanelChoice, PanelSettings, settings_view
from pages.parts.widgets.score_scale import score_scale

PANEL_HEIGHTS = {1: 620, 2: 600, 3: 470, 4: 390}
"""Panels in a row → its height in pixels: title, square panels on a screen some 1300 wide, color bar."""

COMPARE_SIDE = 720

Row = tuple[FaceContext, list[PanelView]]


def face_contexts(state: AnalystSession, faces: Sequence[FaceKey]) -> list[FaceContext]:
    found = []
    for sha256, face_id in faces:
        result, key = state.pictures[sha256], (sha256, face_id)
        named: dict[str, Value] = {"face": face_id, "file": "none" if len(faces) == 1 else result.media.name}
        words = text("page-named-face", **named), text("page-titled-face", **named)
        found.append(
            FaceContext(key, *words, result.finding(face_id), result.judged_by(face_id), state.face_explanations(key))
        )
    return found


def explain_view(
    state: AnalystSession, faces: Sequence[FaceKey]
) -> tuple[list[ExplanationTask], list[ExplanationTask]]:
    """Draw all that is known of one face, or of two; returns what is wanted for the panels, and for the ranking."""
    subjects = face_contexts(state, faces)
    for subject in subjects:
        _verdict(subject, state.pictures[subject.key[0]])
    settings = settings_view()
    rows: list[Row] = [(subject, panel_views(subject, settings)) for subject in subjects]
    scales = color_limits(rows, settings.common_scale)
    for subject, shown in rows:
        if len(rows) > 1:
            st.markdown(f"##### {escape_markdown(subject.title)}")
        _row(state, subject, shown, scales, settings)
    if any(view.choice.target == "region" for _, shown in rows for view in shown):
        for subject in subjects:
            region_selector(state, subject)
    left, right = st.columns([2, 3], gap="large")
    with left:
        _compare_images(rows, scales, settings)
    with right:
        _places(rows)
    _trust(rows, scales, settings)
    ranked = method_ranking(state, subjects[0], settings)
    wanted = [ExplanationTask(subject.key, view.question) for subject, shown in rows for view in shown if view.question]
    return wanted, ranked


def _verdict(subject: FaceContext, result: ImageResult) -> None:
    decision = subject.finding.decision
    words, scale = st.columns([3, 2], gap="medium", vertical_alignment="center")
    with words:
        st.badge(verdict_cell(decision, subject.card), color=BADGE_COLORS[decision.verdict])
        said = f"{sentence(decision.reason)} {strength_sentence(decision, subject.card)}"
        st.markdown(f"**{escape_markdown(subject.title)}.** {escape_markdown(said)}")
        if beside := reference_note(result, subject.key[1], decision_without_references(subject.finding, result.card)):
            st.caption(escape_markdown(beside))
    with scale:
        if decision.verdict != Verdict.NOT_EVALUATED:
            st.html(score_scale(subject.finding.fake_score, subject.card.thresholds))


def _row(
    state: AnalystSession,
    subject: FaceContext,
    shown: Sequence[PanelView],
    scales: ColorLimits,
    settings: PanelSettings,
) -> None:
    """The panels of one face, and under each its verdict, sentences and files."""
    height, width = subject.finding.region.crop.shape[:2]
    drawn = [to_chart_panel(subject.finding, view, scales, settings.opacity) for view in shown]
    of_region = any(view.question is not None and view.question.place is not None for view in shown)
    notes = [text("page-panel-with-note", title=one.title, note=one.note) if one.note else one.title for one in drawn]
    name = f"{subject.key[0]}_{subject.key[1]}"
    st.plotly_chart(
        panel_chart(drawn, (width, height), PANEL_HEIGHTS[len(drawn)], subject.work.place if of_region else None),
        config=CONFIG,
        key=f"panels_{name}",
        alt=text("page-panels-shown", title=subject.title, panels=format_list(notes)),
    )
    reported = []
    for number, (column, view) in enumerate(zip(st.columns(len(shown), gap="small"), shown, strict=True), start=1):
        with column:
            _under(state, subject, view, scales, settings, f"{name}_{number}")
            if view.explanation is not None and _in_report(subject, view, f"{name}_{number}"):
                reported.append(view.explanation.question)
    state.choose_for_report(subject.key, tuple(dict.fromkeys(reported)))


def _mask_note(subject: FaceContext, view: PanelView) -> None:
    """Under a panel with the mask: where it does not fit the verdict."""
    words = mask_note(subject.finding.decision, subject.finding.mask_fraction, subject.card)
    if view.choice.content == "mask" and words:
        st.warning(escape_markdown(words), icon=":material/join_inner:")


def _under(
    state: AnalystSession,
    subject: FaceContext,
    view: PanelView,
    scales: ColorLimits,
    settings: PanelSettings,
    key: str,
) -> None:
    if view.explanation is not None:
        trust_badge(view.explanation, subject.work.failures.get(view.explanation.question))
    elif view.missing:
        st.caption(escape_markdown(view.missing))
    _mask_note(subject, view)
    lines = zip(("page-shows", "page-does-not-show", "page-look-for"), _sentences(view), strict=True)
    st.markdown("  \n".join(f":small[**{text(title)}** {said}]" for title, said in lines))
    if not view.missing:
        panel_downloads(state.pictures[subject.key[0]], subject, view, scales, settings.opacity, key)


def _in_report(subject: FaceContext, view: PanelView, key: str) -> bool:
    """Drawn under a panel with a map; a map is in until it is taken out."""
    return st.checkbox(
        text("page-in-report"), True, key=f"report_{key}_{file_stem(subject, view)}", persist_state="session"
    )


def _sentences(view: PanelView) -> MethodSentences:
    if not view.choice.is_map:
        return output_sentences(view.choice.content)
    method, target = view.choice.content, view.choice.target
    colors = text("page-colors", target=target)
    texts = f"{method_shows(method)} {colors}", method_does_not_show(method), method_look_for(method)
    return MethodSentences(*map(escape_markdown, texts))


def _places(rows: Sequence[Row]) -> None:
    st.subheader(text("page-one-place"))
    found = [line for subject, shown in rows for line in disagreements(subject, shown)]
    if found:
        st.warning("  \n".join(found), icon=":material/wrong_location:")
    st.markdown(text("page-one-place-means"))


def _trust(rows: Sequence[Row], scales: ColorLimits, settings: PanelSettings) -> None:
    maps = [(subject, n, view) for subject, shown in rows for n, view in enumerate(shown) if view.explanation]
    if not maps:
        return
    st.subheader(text("page-how-far"))
    st.markdown(text("page-how-far-means"))
    with st.grid(columns=2, min_column_width=480, gap="small"):
        for subject, number, view in maps:
            trust_card(subject, view, scales, settings.opacity, f"{subject.key[0]}_{subject.key[1]}_{number}")


def _compare_images(rows: Sequence[Row], scales: ColorLimits, settings: PanelSettings) -> None:
    st.subheader(text("page-swipe"))
    options = {
        f"{view.choice.content}/{view.choice.target}/{subject.key[0]}/{subject.key[1]}": (subject, view)
        for subject, shown in rows
        for view in shown
        if view.choice.content != "original" and not view.missing
    }
    if not options:
        st.caption(text("page-swipe-nothing"))
        return
    session_state.clear_invalid_selection("swipe", list(options))
    names = {
        option: text("page-swipe-option", title=view.choice.title, name=subject.name)
        for option, (subject, view) in options.items()
    }
    option = st.selectbox(
        text("page-swipe-with"), list(options), format_func=names.__getitem__, key="swipe", persist_state="session"
    )
    subject, view = options[option]
    original = PanelChoice("original")
    before = to_picture(subject, PanelView(original), scales, settings.opacity, COMPARE_SIDE)
    after = to_picture(subject, view, scales, settings.opacity, COMPARE_SIDE)
    image_compare(
        before,
        after,
        labels=(original.title, view.choice.title),
        key="swipe_view",
        alt=text("page-swipe-shown", option=names[option]),
    )
