"""A card a face: what the network saw, what it made of it, and what that means."""

import streamlit as st

from explain.overlay import error_picture, mask_overlay, shared_limit
from explain.pdf.words import verdict_words
from forensics.card import DetectorCard
from forensics.family import hint
from forensics.mask_match import mask_words
from forensics.messages.catalogue import sentence
from forensics.messages.numbers import score_text
from forensics.reference_faces import bare_decision
from forensics.reference_words import beside_answer
from forensics.robustness import change_words, spread, stability
from forensics.strength_words import strength
from forensics.types import AnalysisResult, FaceFinding
from pages.parts import session
from pages.parts.pictures import resized
from pages.parts.reference_view import mark_button
from pages.parts.score_scale import score_scale
from pages.parts.text import plain
from pages.parts.wording import BADGE_COLOURS, suspicion_of

CARDS_PER_PAGE = 12
"""Each card carries four pictures; 200 faces at once would make the page heavy and nobody would scroll through it."""

PICTURE_SIDE = 300
"""Longer side of a card's pictures in pixels: sharp on a dense screen, and a page of them is still sent at once."""

SAMPLES = 64
"""Longer side of the error maps that enter the scale of the error, which all faces of a file share."""

HINT_HELP = (
    "The kind of forgery to which the network's small second answer points. It was trained on some kinds only, and it "
    "takes no part in the verdict."
)

ORDERS = {"suspicion": "Most suspect first", "number": "By number"}


def face_cards(result: AnalysisResult, noun: str = "face") -> None:
    """Draw the faces of a picture, a page of cards at a time. noun: "person" in a frame of a video."""
    findings = list(result.findings)
    if not findings:
        return
    error_limit = shared_limit([resized(finding.error_map(), SAMPLES) for finding in findings])
    page = 1
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        st.subheader(f"{noun.capitalize()}s in this frame" if noun == "person" else "Faces")
        if len(findings) > 1:
            order = st.segmented_control(
                "Order",
                list(ORDERS),
                default="suspicion",
                required=True,
                format_func=ORDERS.get,
                key="order",
                persist_state="session",
                label_visibility="collapsed",
            )
            if order == "suspicion":
                findings.sort(key=suspicion_of, reverse=True)
        pages = -(-len(findings) // CARDS_PER_PAGE)
        if pages > 1:
            page = st.pagination(pages, key=f"cards_{result.media.sha256}", persist_state="session")
    with st.grid(columns=3, min_column_width=440, gap="small"):
        for finding in findings[(page - 1) * CARDS_PER_PAGE : page * CARDS_PER_PAGE]:
            with st.container(border=True):
                _card(result, finding, error_limit, noun)


def _card(result: AnalysisResult, finding: FaceFinding, error_limit: float, noun: str) -> None:
    decision, face_id = finding.decision, finding.region.face_id
    card = result.judged_by(face_id)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"#### {noun.capitalize()} {face_id}{', this frame' if noun == 'person' else ''}")
        st.badge(verdict_words(decision, card), color=BADGE_COLOURS[decision.verdict])
    _pictures(finding, error_limit)
    if decision.verdict != "not evaluated":
        _score(finding, card)
    st.markdown(plain(f"{sentence(decision.reason)} {strength(decision, card)}"))
    if beside := beside_answer(result, face_id, bare_decision(finding, result.card)):
        st.caption(plain(beside))
    mask = mask_words(decision, finding.mask_fraction, card)
    if mask:
        st.markdown(f":material/join_inner: {plain(mask)}")
    family = hint(finding)
    if family:
        st.markdown(plain(f"{family}."), help=HINT_HELP)
    if decision.verdict != "not evaluated" and (noun == "face" or finding.rescores):  # not done in a video's frames
        st.caption(plain(_robustness(finding, card)), help=_rescores(finding))
    st.caption(_numbers(finding))
    if _buttons(result, finding, noun):
        st.switch_page("pages/explain.py")


def _buttons(result: AnalysisResult, finding: FaceFinding, noun: str) -> bool:
    """Whether the face shall be explained."""
    sha256, face_id = result.media.sha256, finding.region.face_id
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        chosen = st.button(
            f"Explain {noun} {face_id}",
            key=f"explain_{sha256}_{face_id}",
            icon=":material/network_intelligence:",
            on_click=session.choose,
            args=(sha256, face_id),
            type="tertiary",
        )
        if noun == "face" and finding.decision.verdict != "not evaluated":
            mark_button(session.current(), (sha256, face_id))
    return chosen


def _robustness(finding: FaceFinding, card: DetectorCard) -> str:
    again = f"Scored again after small changes (dots): spread {spread(finding):.3f}. " if finding.rescores else ""
    return again + stability(finding, card)


def _rescores(finding: FaceFinding) -> str | None:
    """The scores one by one, for the question mark behind the sentence."""
    lines = [f"- {plain(f'{change_words(change)}: {score_text(score)}')}" for change, score in finding.rescores]
    return "\n".join(["The same face, scored again:", "", *lines]) if lines else None


def _numbers(finding: FaceFinding) -> str:
    region = finding.region
    parts = [
        f"mask over {finding.mask_fraction:.0%} of the crop",
        f"reconstruction error {finding.reconstruction_error:.3f}",
        f"{region.box.width} × {region.box.height} pixels",
    ]
    if region.landmarks is not None:
        parts.append(f"found with confidence {region.detector_confidence:.2f}")
    return " · ".join(parts)


def _score(finding: FaceFinding, card: DetectorCard) -> None:
    left, right = st.columns([3, 2], vertical_alignment="center")
    left.html(score_scale(finding.fake_score, card.thresholds, finding.rescores))
    right.markdown(f"Score **{plain(score_text(finding.fake_score))}**  \n:small[higher is more suspect]")


def _pictures(finding: FaceFinding, error_limit: float) -> None:
    crop = resized(finding.region.crop, PICTURE_SIDE)
    shown = {
        "Crop": crop,
        "Mask": mask_overlay(crop, resized(finding.mask, PICTURE_SIDE)),
        "Reconstruction": resized(finding.reconstruction, PICTURE_SIDE),
        "Error": error_picture(resized(finding.error_map(), PICTURE_SIDE), error_limit),
    }
    for column, (title, picture) in zip(st.columns(4, gap="xsmall"), shown.items(), strict=True):
        alt = f"{title} of face {finding.region.face_id}"
        column.image(picture, caption=title, width="stretch", output_format="JPEG", alt=alt)
