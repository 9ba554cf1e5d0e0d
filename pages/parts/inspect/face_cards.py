"""A card a face: what the network saw, what it made of it, and what that means."""

import math

import streamlit as st

from explain.drawing.overlay import error_picture, mask_overlay, shared_color_limit
from explain.pdf.verdict_wording import verdict_cell
from forensics.analysis.reference_wording import reference_note
from forensics.analysis.references import decision_without_references
from forensics.analysis.robustness import score_range, stability_sentence
from forensics.decision.forgery_family import family_hint_sentence
from forensics.decision.mask_agreement import mask_note
from forensics.decision.strength_wording import Noun, strength_sentence
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import format_score
from forensics.types.analysis import FaceFinding, ImageResult, Verdict
from forensics.types.model_card import DetectorCard
from pages.parts.session import session_state
from pages.parts.text.markdown import escape_markdown, option_labels
from pages.parts.text.wording import BADGE_COLORS, finding_suspicion
from pages.parts.widgets.image_encoding import resize_to_side
from pages.parts.widgets.reference_view import mark_button
from pages.parts.widgets.score_scale import score_scale

CARDS_PER_PAGE = 12
"""Each card carries four pictures; 200 faces at once would make the page heavy and nobody would scroll through it."""

PICTURE_SIDE = 300
"""Longer side of a card's pictures in pixels: sharp on a dense screen, and a page of them is still sent at once."""

SAMPLES = 64
"""Longer side of the error maps that enter the scale of the error, which all faces of a file share."""

ORDERS = ("suspicion", "number")


def face_cards(result: ImageResult, noun: Noun = "face") -> None:
    """Draw the faces of a picture, a page of cards at a time. noun: "person" in a frame of a video."""
    findings = list(result.findings)
    if not findings:
        return
    error_limit = shared_color_limit([resize_to_side(finding.error_map(), SAMPLES) for finding in findings])
    page = 1
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader(text("page-faces-of-picture", noun=noun))
        if len(findings) > 1:
            session_state.set_default("order", ORDERS[0])
            order = st.segmented_control(
                text("page-order"),
                ORDERS,
                required=True,
                format_func=option_labels(ORDERS, lambda order: text("page-order-by", order=order)),
                key="order",
                persist_state="session",
                label_visibility="collapsed",
            )
            if order == "suspicion":
                findings.sort(key=finding_suspicion, reverse=True)
        pages = -(-len(findings) // CARDS_PER_PAGE)
        if pages > 1:
            page = st.pagination(pages, key=f"cards_{result.media.sha256}", persist_state="session")
    with st.grid(columns=3, min_column_width=440, gap="small"):
        for finding in findings[(page - 1) * CARDS_PER_PAGE : page * CARDS_PER_PAGE]:
            with st.container(border=True):
                _card(result, finding, error_limit, noun)


def _card(result: ImageResult, finding: FaceFinding, error_limit: float, noun: Noun) -> None:
    decision, face_id = finding.decision, finding.region.face_id
    card = result.judged_by(face_id)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"#### {text('page-face-title', noun=noun, face=face_id)}")
        st.badge(verdict_cell(decision, card), color=BADGE_COLORS[decision.verdict])
    _pictures(finding, error_limit)
    evaluated = decision.verdict != Verdict.NOT_EVALUATED
    if evaluated:
        _score(finding, card)
    st.markdown(escape_markdown(f"{sentence(decision.reason)} {strength_sentence(decision, card)}"))
    if beside := reference_note(result, face_id, decision_without_references(finding, result.card)):
        st.caption(escape_markdown(beside))
    mask = mask_note(decision, finding.mask_fraction, card)
    if mask:
        st.markdown(f":material/join_inner: {escape_markdown(mask)}")
    family = family_hint_sentence(finding)
    if family:
        st.markdown(escape_markdown(f"{family}."), help=text("page-hint-help"))
    if evaluated and (noun == "face" or finding.rescores):  # not done in a video's frames
        st.caption(escape_markdown(_robustness(finding, card)), help=_rescores(finding))
    st.caption(_numbers(finding))
    if _buttons(result, finding, noun):
        st.switch_page("pages/explain.py")


def _buttons(result: ImageResult, finding: FaceFinding, noun: Noun) -> bool:
    """Whether the face shall be explained."""
    sha256, face_id = result.media.sha256, finding.region.face_id
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        chosen = st.button(
            text("page-explain-face", noun=noun, face=face_id),
            key=f"explain_{sha256}_{face_id}",
            icon=":material/network_intelligence:",
            on_click=session_state.select_face,
            args=(sha256, face_id),
            type="tertiary",
        )
        if noun == "face" and finding.decision.verdict != Verdict.NOT_EVALUATED:
            mark_button(session_state.current_session(), (sha256, face_id))
    return chosen


def _robustness(finding: FaceFinding, card: DetectorCard) -> str:
    said = stability_sentence(finding, card)
    return text("page-scored-again", spread=score_range(finding), stability=said) if finding.rescores else said


def _rescores(finding: FaceFinding) -> str | None:
    """The scores one by one, for the question mark behind the sentence."""
    scores = [text("page-after-change", change=change, score=format_score(score)) for change, score in finding.rescores]
    lines = [f"- {escape_markdown(line)}" for line in scores]
    return "\n".join([text("page-scored-again-one-by-one"), "", *lines]) if lines else None


def _numbers(finding: FaceFinding) -> str:
    region = finding.region
    return text(
        "page-face-numbers",
        mask=finding.mask_fraction,
        error=finding.reconstruction_error,
        width=region.box.width,
        height=region.box.height,
        confidence=math.nan if region.landmarks is None else region.detector_confidence,
    )


def _score(finding: FaceFinding, card: DetectorCard) -> None:
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.html(score_scale(finding.fake_score, card.thresholds, finding.rescores))
    score = text("page-score", score=escape_markdown(format_score(finding.fake_score)))
    right.markdown(f"{score}  \n:small[{text('page-higher-is-suspect')}]")


def _pictures(finding: FaceFinding, error_limit: float) -> None:
    crop = resize_to_side(finding.region.crop, PICTURE_SIDE)
    shown = {
        "crop": crop,
        "mask": mask_overlay(crop, resize_to_side(finding.mask, PICTURE_SIDE)),
        "reconstruction": resize_to_side(finding.reconstruction, PICTURE_SIDE),
        "error": error_picture(resize_to_side(finding.error_map(), PICTURE_SIDE), error_limit),
    }
    for column, (name, picture) in zip(st.columns(4, gap="xsmall"), shown.items(), strict=True):
        alt = text("page-picture-of-face", picture=name, face=finding.region.face_id)
        column.image(
            picture, caption=text("page-picture", picture=name), width="stretch", output_format="JPEG", alt=alt
        )
