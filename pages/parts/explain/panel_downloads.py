"""A panel to take away: a picture with its legend, and the numbers beneath."""

import io
import re

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from explain.drawing.panel_png import SIDE, Legend, error_legend, evidence_legend, mask_legend, render_panel_png
from explain.methods import METHODS
from explain.wording import target_title, trust_label
from forensics.measurements.provenance import with_provenance_note
from forensics.messages.catalogue import sentence, text
from forensics.messages.language import current_language, use_language
from forensics.types.analysis import ImageResult
from pages.parts.widgets.image_encoding import shrink_to_fit
from pages.parts.widgets.panel_content import ColorLimits, FaceContext, PanelView, to_picture

HASH_DIGITS = 12


def panel_downloads(
    result: ImageResult, subject: FaceContext, view: PanelView, scales: ColorLimits, opacity: float, key: str
) -> None:
    """Draw the buttons of one panel; the files are made on a click, when no language is spoken."""
    stem, language = file_stem(subject, view), current_language()

    def picture_file() -> bytes:
        with use_language(language):
            return to_png(result, subject, view, scales, opacity)

    with st.container(horizontal=True, gap="xsmall"):
        st.download_button(
            "PNG",
            picture_file,
            f"{stem}.png",
            "image/png",
            key=f"png_{key}",
            on_click="ignore",
            icon=":material/image:",
            help=text("page-panel-png-help"),
        )
        values = raw_map(subject, view)
        if values is not None:
            st.download_button(
                ".npy",
                lambda: to_npy(values),
                f"{stem}.npy",
                "application/octet-stream",
                key=f"npy_{key}",
                on_click="ignore",
                icon=":material/grid_on:",
                help=text("page-panel-raw-help", **_unit(view)),
            )


def file_stem(subject: FaceContext, view: PanelView) -> str:
    """Made of hash, number of the face and our own names: nothing of the upload's name is in it."""
    sha256, face_id = subject.key
    parts = [view.choice.content] + ([view.choice.target] if view.choice.is_map else [])
    return f"telltale-{sha256[:HASH_DIGITS]}-face{face_id}-" + re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())


def raw_map(subject: FaceContext, view: PanelView) -> NDArray[np.float32] | None:
    """(h, w) float32 in crop pixels; None for panels that are pictures only."""
    if view.explanation is not None:
        return view.explanation.heat_map
    if view.choice.content == "mask":
        return subject.finding.mask
    return subject.finding.error_map() if view.choice.content == "reconstruction_error" else None


def _unit(view: PanelView) -> dict[str, str]:
    """What messages call the unit of the raw numbers."""
    if view.explanation is not None:
        return {"of": "map", "target": target_title(view.choice.target)}
    return {"of": "mask" if view.choice.content == "mask" else "error", "target": "none"}


def to_npy(values: NDArray[np.float32]) -> bytes:
    """The bytes of a NumPy file, which holds no code."""
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values, np.float32), allow_pickle=False)
    return buffer.getvalue()


def to_png(result: ImageResult, subject: FaceContext, view: PanelView, scales: ColorLimits, opacity: float) -> bytes:
    """The panel as it is seen, with its legend and where it comes from."""
    drawn = to_picture(subject, view, scales, opacity, SIDE)
    return render_panel_png(
        view.choice.title, drawn, panel_facts(result, subject, view, scales), _legend(subject, view, scales, opacity)
    )


def _legend(subject: FaceContext, view: PanelView, scales: ColorLimits, opacity: float) -> Legend | None:
    if view.explanation is not None:
        return evidence_legend(scales.of_evidence(view.relative), opacity)
    if view.choice.content == "mask":
        return mask_legend()
    if view.choice.content == "reconstruction_error":
        return error_legend(scales.of_error(shrink_to_fit(subject.finding.error_map())))
    return None


def panel_facts(
    result: ImageResult, subject: FaceContext, view: PanelView, scales: ColorLimits
) -> list[tuple[str, str]]:
    """Name and value of all that is needed to draw the panel again."""
    card, face_id = result.card, subject.key[1]
    weights = card.weights_sha256[:HASH_DIGITS]
    lines = [
        (text("pdf-file"), result.media.name),
        ("SHA-256", result.media.sha256),
        (text("page-panel-face"), str(face_id)),
        (
            text("page-panel-network"),
            with_provenance_note(
                text("page-panel-network-is", name=card.name, version=card.version, weights=weights), card
            ),
        ),
    ]
    if view.explanation is None or view.question is None:
        return lines
    question, measured = view.question, view.explanation.faithfulness
    method = METHODS[question.method]
    lines += [
        (text("page-panel-method"), method.title),
        (text("page-panel-explained"), target_title(question.target)),
    ]
    if question.place is not None:
        lines.append((text("page-panel-region"), text("page-panel-region-is", **question.place._asdict())))
    if method.uses_baseline:
        baseline = text("baseline", baseline=question.baseline.replace(" ", "_"))
        lines.append((text("page-panel-replaced-by"), baseline))
    if method.draws:
        lines.append((text("page-panel-seed"), str(question.seed)))
    lines.append((text("page-panel-scale"), text("page-panel-scale-is", shared=scales.evidence is not None)))
    reason = "" if measured is None else f". {sentence(measured.reason)}"
    return [*lines, (text("page-panel-trust"), trust_label(measured) + reason)]
