"""The workspace: verdict, panels side by side, what they mean and how far each can be trusted."""

from collections.abc import Sequence

import streamlit as st

from explain.pdf.verdict_wording import verdict_words
from explain.wording import method_does_not_show, method_look_for, method_shows
from forensics.analysis.reference_wording import beside_answer
from forensics.analysis.references import bare_decision
from forensics.decision.mask_agreement import mask_words
from forensics.decision.strength_wording import strength
from forensics.messages.catalogue import listed, sentence, text
from forensics.types.analysis import AnalysisResult, Verdict
from pages.parts.explain.faithfulness_view import disagreements, trust_card, verdict
from pages.parts.explain.image_compare import swipe
from pages.parts.explain.method_ranking import ranking
from pages.parts.explain.panel_downloads import downloads, file_stem
from pages.parts.explain.region_selector import region_view
from pages.parts.session import session_state
from pages.parts.session.face_explanations import FaceKey
from pages.parts.tasks.explanation_runner import Wanted
from pages.parts.text.markdown import plain
from pages.parts.text.wording import BADGE_COLOURS, Sentences, output_sentences
from pages.parts.widgets.annotated_image import CONFIG
from pages.parts.widgets.panel_chart import panels
from pages.parts.widgets.panel_content import Limits, Subject, View, limits, panel, picture, views
from pages.parts.widgets.panel_settings import Choice, Settings, settings_view
from pages.parts.widgets.score_scale import score_scale

HEIGHTS = {1: 620, 2: 600, 3: 470, 4: 390}
"""Panels in a row → its height in pixels: title, square panels on a screen some 1300 wide, colour bar."""

SWIPE_SIDE = 720

Row = tuple[Subject, list[View]]


def subjects_of(state: session_state.Session, faces: Sequence[FaceKey]) -> list[Subject]:
    found = []
    for sha256, face_id in faces:
        result, key = state.pictures[sha256], (sha256, face_id)
        named = {"face": face_id, "file": "none" if len(faces) == 1 else result.media.name}
        words = text("page-named-face", **named), text("page-titled-face", **named)
        found.append(Subject(key, *words, result.finding(face_id), result.judged_by(face_id), state.work_on(key)))
    return found


def explain_view(state: session_state.Session, faces: Sequence[FaceKey]) -> tuple[list[Wanted], list[Wanted]]:
    """Draw all that is known of one face, or of two; returns what is wanted for the panels, and for the ranking."""
    subjects = subjects_of(state, faces)
    for subject in subjects:
        _verdict(subject, state.pictures[subject.key[0]])
    settings = settings_view()
    rows: list[Row] = [(subject, views(subject, settings)) for subject in subjects]
    scales = limits(rows, settings.common_scale)
    for subject, shown in rows:
        if len(rows) > 1:
            st.markdown(f"##### {plain(subject.title)}")
        _row(state, subject, shown, scales, settings)
    if any(view.choice.target == "region" for _, shown in rows for view in shown):
        for subject in subjects:
            region_view(state, subject)
    left, right = st.columns([2, 3], gap="large")
    with left:
        _swipe(rows, scales, settings)
    with right:
        _places(rows)
    _trust(rows, scales, settings)
    ranked = ranking(state, subjects[0], settings)
    wanted = [Wanted(subject.key, view.question) for subject, shown in rows for view in shown if view.question]
    return wanted, ranked


def _verdict(subject: Subject, result: AnalysisResult) -> None:
    decision = subject.finding.decision
    words, scale = st.columns([3, 2], gap="medium", vertical_alignment="center")
    with words:
        st.badge(verdict_words(decision, subject.card), color=BADGE_COLOURS[decision.verdict])
        said = f"{sentence(decision.reason)} {strength(decision, subject.card)}"
        st.markdown(f"**{plain(subject.title)}.** {plain(said)}")
        if beside := beside_answer(result, subject.key[1], bare_decision(subject.finding, result.card)):
            st.caption(plain(beside))
    with scale:
        if decision.verdict != Verdict.NOT_EVALUATED:
            st.html(score_scale(subject.finding.fake_score, subject.card.thresholds))


def _row(
    state: session_state.Session, subject: Subject, shown: Sequence[View], scales: Limits, settings: Settings
) -> None:
    """The panels of one face, and under each its verdict, sentences and files."""
    height, width = subject.finding.region.crop.shape[:2]
    drawn = [panel(subject.finding, view, scales, settings.opacity) for view in shown]
    of_region = any(view.question is not None and view.question.place is not None for view in shown)
    notes = [text("page-panel-with-note", title=one.title, note=one.note) if one.note else one.title for one in drawn]
    name = f"{subject.key[0]}_{subject.key[1]}"
    st.plotly_chart(
        panels(drawn, (width, height), HEIGHTS[len(drawn)], subject.work.place if of_region else None),
        config=CONFIG,
        key=f"panels_{name}",
        alt=text("page-panels-shown", title=subject.title, panels=listed(notes)),
    )
    reported = []
    for number, (column, view) in enumerate(zip(st.columns(len(shown), gap="small"), shown, strict=True), start=1):
        with column:
            _under(state, subject, view, scales, settings, f"{name}_{number}")
            if view.explanation is not None and _in_report(subject, view, f"{name}_{number}"):
                reported.append(view.question)
    state.choose_for_report(subject.key, tuple(dict.fromkeys(reported)))


def _mask_note(subject: Subject, view: View) -> None:
    """Under a panel with the mask: where it does not fit the verdict."""
    words = mask_words(subject.finding.decision, subject.finding.mask_fraction, subject.card)
    if view.choice.content == "mask" and words:
        st.warning(plain(words), icon=":material/join_inner:")


def _under(
    state: session_state.Session, subject: Subject, view: View, scales: Limits, settings: Settings, key: str
) -> None:
    if view.explanation is not None:
        verdict(view, subject.work.failures.get(view.question))
    elif view.missing:
        st.caption(plain(view.missing))
    _mask_note(subject, view)
    lines = zip(("page-shows", "page-does-not-show", "page-look-for"), _sentences(view), strict=True)
    st.markdown("  \n".join(f":small[**{text(title)}** {said}]" for title, said in lines))
    if not view.missing:
        downloads(state.pictures[subject.key[0]], subject, view, scales, settings.opacity, key)


def _in_report(subject: Subject, view: View, key: str) -> bool:
    """Drawn under a panel with a map; a map is in until it is taken out."""
    return st.checkbox(
        text("page-in-report"), True, key=f"report_{key}_{file_stem(subject, view)}", persist_state="session"
    )


def _sentences(view: View) -> Sentences:
    if not view.choice.is_map:
        return output_sentences(view.choice.content)
    method, target = view.choice.content, view.choice.target
    colours = text("page-colours", target=target)
    texts = f"{method_shows(method)} {colours}", method_does_not_show(method), method_look_for(method)
    return Sentences(*map(plain, texts))


def _places(rows: Sequence[Row]) -> None:
    st.subheader(text("page-one-place"))
    found = [line for subject, shown in rows for line in disagreements(subject, shown)]
    if found:
        st.warning("  \n".join(found), icon=":material/wrong_location:")
    st.markdown(text("page-one-place-means"))


def _trust(rows: Sequence[Row], scales: Limits, settings: Settings) -> None:
    maps = [(subject, n, view) for subject, shown in rows for n, view in enumerate(shown) if view.explanation]
    if not maps:
        return
    st.subheader(text("page-how-far"))
    st.markdown(text("page-how-far-means"))
    with st.grid(columns=2, min_column_width=480, gap="small"):
        for subject, number, view in maps:
            trust_card(subject, view, scales, settings.opacity, f"{subject.key[0]}_{subject.key[1]}_{number}")


def _swipe(rows: Sequence[Row], scales: Limits, settings: Settings) -> None:
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
    session_state.drop_stale_choice("swipe", list(options))
    names = {
        option: text("page-swipe-option", title=view.choice.title, name=subject.name)
        for option, (subject, view) in options.items()
    }
    option = st.selectbox(
        text("page-swipe-with"), list(options), format_func=names.__getitem__, key="swipe", persist_state="session"
    )
    subject, view = options[option]
    original = Choice("original")
    before = picture(subject, View(original), scales, settings.opacity, SWIPE_SIDE)
    after = picture(subject, view, scales, settings.opacity, SWIPE_SIDE)
    swipe(
        before,
        after,
        labels=(original.title, view.choice.title),
        key="swipe_view",
        alt=text("page-swipe-shown", option=names[option]),
    )
