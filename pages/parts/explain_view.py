"""One face's panels: what the network saw and wrote, and the maps of its evidence, each with its two sentences."""

from collections.abc import Sequence

import cv2
import numpy as np
import streamlit as st
from numpy.typing import NDArray

from explain.methods import METHODS
from explain.overlay import (
    EVIDENCE_UNIT,
    SIGNED_COLOURS,
    UNSIGNED_COLOURS,
    relative_evidence,
    shared_limit,
)
from explain.types import Explanation
from forensics.card import DetectorCard
from forensics.types import FaceFinding
from pages.parts.figures import CONFIG
from pages.parts.panels import Panel, Scale, panels, solid, veil
from pages.parts.pictures import fitted
from pages.parts.score_scale import score_scale
from pages.parts.session import FaceExplanations
from pages.parts.text import plain
from pages.parts.wording import BADGE_COLOURS, OUTPUTS, Sentences, badge, strength

ROW_HEIGHT = 480
"""In pixels: title, a square panel in a third of a laptop's width, colour bar."""

PER_ROW = 3

COVER_HELP = "Lower it to see the face beneath the colours. The values under the pointer stay the same."


def explain_view(finding: FaceFinding, answers: FaceExplanations, card: DetectorCard) -> None:
    """Draw the face's verdict, the network's own outputs, then one panel a method."""
    cover = _verdict(finding, card)
    st.subheader("What the network saw and wrote")
    _draw(_output_panels(finding, cover), list(OUTPUTS.values()), "outputs")
    st.subheader("What the answer rests on")
    st.markdown(
        "Orange speaks for manipulation, blue against it. All maps share one scale, on which 1 is as much evidence "
        "as the average pixel of this crop carries, so that methods of different units can be compared."
    )
    scale = _evidence_scale(answers.maps, cover)
    for start in range(0, len(answers.maps), PER_ROW):
        row = answers.maps[start : start + PER_ROW]
        _draw([_map_panel(finding, map_, scale) for map_ in row], [_sentences(map_) for map_ in row], f"maps_{start}")
    for method, reason in answers.failures.items():
        st.warning(f"{METHODS[method].title}: {plain(reason)}", icon=":material/hide_image:")


def _verdict(finding: FaceFinding, card: DetectorCard) -> float:
    """Draw the decision; returns how much the colours shall cover the face, in [0, 1]."""
    decision = finding.decision
    words, scale, control = st.columns([4, 3, 2], gap="medium", vertical_alignment="center")
    with words:
        st.badge(badge(decision.verdict), color=BADGE_COLOURS[decision.verdict])
        st.markdown(plain(f"{decision.reason} {strength(decision, card.calibration)}"))
    with scale:
        if decision.verdict != "not evaluated":
            st.html(score_scale(finding.fake_score, card.thresholds))
    with control:
        return st.slider("Colours cover the face", 0, 100, 85, 5, format="%d %%", help=COVER_HELP) / 100


def _draw(row: Sequence[Panel], sentences: Sequence[Sentences], key: str) -> None:
    st.plotly_chart(
        panels(row, ROW_HEIGHT),
        config=CONFIG,
        key=f"panels_{key}",
        alt=", ".join(panel.title for panel in row) + ", side by side",
    )
    for column, text in zip(st.columns(len(row), gap="small"), sentences, strict=True):
        column.markdown(f"**Shows:** {text.shows}  \n**Does not show:** {text.does_not_show}")


def _output_panels(finding: FaceFinding, cover: float) -> list[Panel]:
    crop = fitted(finding.region.crop)
    probability = Scale(0, 1, veil(UNSIGNED_COLOURS, cover, 0), "probability of manipulation")
    errors = fitted(finding.error_map())
    error = Scale(0, shared_limit([errors]), solid(UNSIGNED_COLOURS), "difference, 1 = black against white")
    return [
        Panel("Original", crop),
        Panel("Mask", crop, fitted(finding.mask), probability, outline=0.5),
        Panel("Reconstruction error", crop, errors, error),
    ]


def _evidence_scale(maps: Sequence[Explanation], cover: float) -> Scale:
    limit = shared_limit([relative_evidence(map_.heat_map) for map_ in maps])
    return Scale(-limit, limit, veil(SIGNED_COLOURS, cover, 0.5), f"evidence, {EVIDENCE_UNIT}")


def _map_panel(finding: FaceFinding, explanation: Explanation, scale: Scale) -> Panel:
    values = fitted(relative_evidence(explanation.heat_map))
    return Panel(METHODS[explanation.method].title, _grey(fitted(finding.region.crop)), values, scale)


def _grey(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The crop without its colours, so that all colour in a map's panel is evidence."""
    return cv2.cvtColor(cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)


def _sentences(explanation: Explanation) -> Sentences:
    method = METHODS[explanation.method]
    return Sentences(plain(method.shows), plain(method.does_not_show))
