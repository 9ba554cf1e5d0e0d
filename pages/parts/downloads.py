"""A panel to take away: a picture with its legend, and the numbers beneath."""

import io
import re

import numpy as np
import streamlit as st
from numpy.typing import NDArray

from explain.methods import METHODS
from explain.panel_picture import SIDE, Legend, error_legend, evidence_legend, mask_legend, panel_png
from explain.words import target_title, trust_text
from forensics.messages.catalogue import sentence
from forensics.types import AnalysisResult
from pages.parts.face_panels import Limits, Subject, View, picture
from pages.parts.pictures import fitted

HASH_DIGITS = 12


def downloads(result: AnalysisResult, subject: Subject, view: View, scales: Limits, opacity: float, key: str) -> None:
    """Draw the buttons of one panel; the files are made on a click."""
    stem = file_stem(subject, view)
    with st.container(horizontal=True, gap="xsmall"):
        st.download_button(
            "PNG",
            lambda: png(result, subject, view, scales, opacity),
            f"{stem}.png",
            "image/png",
            key=f"png_{key}",
            on_click="ignore",
            icon=":material/image:",
            help="The panel as a picture, with its colour bar and how it was made.",
        )
        values = raw(subject, view)
        if values is not None:
            st.download_button(
                ".npy",
                lambda: npy(values),
                f"{stem}.npy",
                "application/octet-stream",
                key=f"npy_{key}",
                on_click="ignore",
                icon=":material/grid_on:",
                help=f"The raw numbers, float32, one a pixel of the crop: {raw_unit(view)}.",
            )


def file_stem(subject: Subject, view: View) -> str:
    """Made of hash, number of the face and our own names: nothing of the upload's name is in it."""
    sha256, face_id = subject.key
    parts = [view.choice.content] + ([view.choice.target] if view.choice.is_map else [])
    return f"telltale-{sha256[:HASH_DIGITS]}-face{face_id}-" + re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())


def raw(subject: Subject, view: View) -> NDArray[np.float32] | None:
    """(h, w) float32 in crop pixels; None for panels that are pictures only."""
    if view.explanation is not None:
        return view.explanation.heat_map
    if view.choice.content == "mask":
        return subject.finding.mask
    return subject.finding.error_map() if view.choice.content == "reconstruction_error" else None


def raw_unit(view: View) -> str:
    if view.explanation is not None:
        return f"share of {target_title(view.choice.target)} a pixel, signed and unscaled"
    return "probability of manipulation" if view.choice.content == "mask" else "difference, 1 = black against white"


def npy(values: NDArray[np.float32]) -> bytes:
    """The bytes of a NumPy file, which holds no code."""
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values, np.float32), allow_pickle=False)
    return buffer.getvalue()


def png(result: AnalysisResult, subject: Subject, view: View, scales: Limits, opacity: float) -> bytes:
    """The panel as it is seen, with its legend and where it comes from."""
    drawn = picture(subject, view, scales, opacity, SIDE)
    return panel_png(
        view.choice.title, drawn, facts(result, subject, view, scales), _legend(subject, view, scales, opacity)
    )


def _legend(subject: Subject, view: View, scales: Limits, opacity: float) -> Legend | None:
    if view.explanation is not None:
        return evidence_legend(scales.of_evidence(view.relative), opacity)
    if view.choice.content == "mask":
        return mask_legend()
    if view.choice.content == "reconstruction_error":
        return error_legend(scales.of_error(fitted(subject.finding.error_map())))
    return None


def facts(result: AnalysisResult, subject: Subject, view: View, scales: Limits) -> list[tuple[str, str]]:
    """Name and value of all that is needed to draw the panel again."""
    lines = [
        ("File", result.media.name),
        ("SHA-256", result.media.sha256),
        ("Face", str(subject.key[1])),
        ("Network", f"{result.card.name} {result.card.version}, weights {result.card.weights_sha256[:HASH_DIGITS]}…"),
    ]
    if view.explanation is None or view.question is None:
        return lines
    question, measured = view.question, view.explanation.faithfulness
    lines += [("Method", METHODS[question.method].title), ("Explained", target_title(question.target))]
    if question.place is not None:
        lines.append(
            ("Region", "{} to {} across, {} to {} down, in pixels of the crop".format(*_ranges(question.place)))
        )
    if METHODS[question.method].uses_baseline:
        lines.append(("Replaced by", question.baseline))
    if METHODS[question.method].draws:
        lines.append(("Seed", str(question.seed)))
    lines.append(("Scale", "shared with the other panels" if scales.evidence is not None else "of this panel alone"))
    reason = "" if measured is None else f". {sentence(measured.reason)}"
    return [*lines, ("Trust", trust_text(measured) + reason)]


def _ranges(place: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    left, top, right, bottom = place
    return left, right, top, bottom
