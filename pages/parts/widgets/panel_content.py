"""What a face's panels hold: from choices and answers to pictures, values and scales."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import cv2
import numpy as np
from numpy.typing import NDArray

from explain.drawing.overlay import error_picture, heat_overlay, mask_overlay, normalize_by_mean_abs, shared_color_limit
from explain.drawing.palette import SIGNED_COLORS, UNSIGNED_COLORS
from explain.types import Explanation, ExplanationRequest
from forensics.messages.catalogue import sentence, text
from forensics.types.analysis import Box, FaceFinding
from forensics.types.model_card import DetectorCard
from forensics.validation import present
from pages.parts.session.face_explanations import FaceExplanations, FaceKey
from pages.parts.widgets.image_encoding import resize_to_side, shrink_to_fit
from pages.parts.widgets.panel_chart import ChartPanel, ColorScale, opaque_colorscale, transparent_colorscale
from pages.parts.widgets.panel_settings import PanelChoice, PanelSettings


@dataclass(frozen=True, slots=True, eq=False)
class FaceContext:
    """A face on the page, and what is known of it. name, title: "face 3" and "Face 3", with its file where there are
    two on the page."""

    key: FaceKey
    name: str
    title: str
    finding: FaceFinding
    card: DetectorCard
    work: FaceExplanations


@dataclass(frozen=True, slots=True, eq=False)
class PanelView:
    """What one panel shows of a face. explanation: None for the network's own outputs, or with `missing`, the sentence
    that says why there is no map."""

    choice: PanelChoice
    question: ExplanationRequest | None = None
    explanation: Explanation | None = None
    missing: str = ""

    @property
    def relative(self) -> NDArray[np.float32]:
        """The map in the unit that all methods share."""
        return normalize_by_mean_abs(present(self.explanation).heat_map)


@dataclass(frozen=True, slots=True)
class ColorLimits:
    """Values of full color that all panels share; None where each has its own."""

    evidence: float | None
    error: float | None

    def of_evidence(self, relative: NDArray[np.float32]) -> float:
        return self.evidence or shared_color_limit([relative])

    def of_error(self, error_map: NDArray[np.float32]) -> float:
        return self.error or shared_color_limit([error_map])


def panel_views(subject: FaceContext, settings: PanelSettings) -> list[PanelView]:
    """A view a panel."""
    return [_view(subject.work, choice, settings.baseline) for choice in settings.choices]


def _view(work: FaceExplanations, choice: PanelChoice, baseline: str) -> PanelView:
    if not choice.is_map:
        return PanelView(choice)
    question = choice.question(baseline, work.place)
    if question is None:
        return PanelView(choice, missing=text("page-no-region"))
    if question in work.maps:
        return PanelView(choice, question, work.maps[question])
    stopped = text("page-map-stopped") if question in work.stopped else text("page-computing")
    failure = work.failures.get(question)
    return PanelView(choice, question, missing=stopped if failure is None else sentence(failure))


def color_limits(faces: Sequence[tuple[FaceContext, Sequence[PanelView]]], common: bool) -> ColorLimits:
    """The scales for all panels of all faces on the page."""
    if not common:
        return ColorLimits(None, None)
    maps = [view.relative for view in chain.from_iterable(row for _, row in faces) if view.explanation is not None]
    return ColorLimits(
        shared_color_limit(maps),
        shared_color_limit([shrink_to_fit(subject.finding.error_map()) for subject, _ in faces]),
    )


def to_chart_panel(finding: FaceFinding, view: PanelView, scales: ColorLimits, opacity: float) -> ChartPanel:
    """The view as a panel of the interactive figure."""
    title, crop = view.choice.title, shrink_to_fit(finding.region.crop)
    own = scales.evidence is None
    titled = text("page-own-scale", title=title) if own else title
    if view.explanation is not None:
        values = view.relative
        limit = scales.of_evidence(values)
        scale = ColorScale(
            -limit, limit, transparent_colorscale(SIGNED_COLORS, opacity, 0.5), text("page-scale-of-evidence", own=own)
        )
        return ChartPanel(titled, _gray(crop), shrink_to_fit(values), scale)
    if view.choice.is_map:
        return ChartPanel(title, _gray(crop), note=view.missing)
    if view.choice.content == "mask":
        scale = ColorScale(0, 1, transparent_colorscale(UNSIGNED_COLORS, opacity, 0), text("page-scale-of-mask"))
        return ChartPanel(title, crop, shrink_to_fit(finding.mask), scale, outline=0.5)
    if view.choice.content == "reconstruction":
        return ChartPanel(title, shrink_to_fit(finding.reconstruction))
    if view.choice.content == "reconstruction_error":
        errors = shrink_to_fit(finding.error_map())
        scale = ColorScale(
            0, scales.of_error(errors), opaque_colorscale(UNSIGNED_COLORS), text("page-scale-of-error", own=own)
        )
        return ChartPanel(titled, crop, errors, scale)
    return ChartPanel(title, crop)


def to_picture(
    subject: FaceContext, view: PanelView, scales: ColorLimits, opacity: float, side: int
) -> NDArray[np.uint8]:
    """The view as one picture, (h, w, 3) uint8 RGB with a longer side of `side`; a drawn region is outlined."""
    drawn = _picture(subject.finding, view, scales, opacity, side)
    place = subject.work.place
    if view.question is not None and view.question.place is not None and place is not None:
        drawn = _outlined(drawn, place, side / max(subject.finding.region.crop.shape[:2]))
    return drawn


def _picture(
    finding: FaceFinding, view: PanelView, scales: ColorLimits, opacity: float, side: int
) -> NDArray[np.uint8]:
    crop = resize_to_side(finding.region.crop, side)
    if view.explanation is not None:
        values = view.relative
        return heat_overlay(crop, resize_to_side(values, side), scales.of_evidence(values), opacity)
    if view.choice.content == "mask":
        return mask_overlay(crop, resize_to_side(finding.mask, side).clip(0, 1))
    if view.choice.content == "reconstruction":
        return resize_to_side(finding.reconstruction, side)
    if view.choice.content == "reconstruction_error":
        errors = finding.error_map()
        return error_picture(resize_to_side(errors, side), scales.of_error(shrink_to_fit(errors)))
    return crop


def _outlined(pixels: NDArray[np.uint8], place: Box, scale: float) -> NDArray[np.uint8]:
    corners = [tuple(round(edge * scale) for edge in corner) for corner in (place[:2], place[2:])]
    pixels = np.ascontiguousarray(pixels)
    for color, thickness in (((0, 0, 0), 4), ((255, 255, 255), 2)):
        pixels = cv2.rectangle(pixels, *corners, color, thickness)
    return pixels


def _gray(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The crop without its colors, so that all color in a map's panel is evidence."""
    return cv2.cvtColor(cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
