"""Plots of the printed report, by matplotlib without its global state: threads cannot disturb each other."""

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import ScalarFormatter

from explain.drawing.palette import INK, SOFT_INK, VERDICT_COLORS
from forensics.decision.strength_wording import verdict_label
from forensics.messages.catalogue import text
from forensics.messages.numbers import in_language, shortened
from forensics.types.analysis import FaceFinding, Verdict
from forensics.types.model_card import Thresholds

DPI = 220
"""Resolution of the plots: sharp in print."""

MAX_NUMBERED = 36
"""Faces above which their numbers would cover each other; then the plot counts faces instead."""

WIDE_ENOUGH = 0.16
"""Share of the scale that the name of a range needs."""

MARKERS: dict[Verdict, str] = {
    Verdict.SIGNS: "^",
    Verdict.INCONCLUSIVE: "D",
    Verdict.NO_SIGNS: "o",
    Verdict.NOT_EVALUATED: "o",
}


class LocalizedFormatter(ScalarFormatter):
    """Numbers at an axis with the signs of the language that is spoken."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return in_language(super().__call__(x, pos))


def draw_score_plot(findings: Sequence[FaceFinding], thresholds: Thresholds, width: float) -> tuple[bytes, float]:
    """All faces of a picture on the scale from 0 to 1 with the thresholds: PNG bytes, and the height in points for
    `width` points. Faces that were not evaluated are left out, because their score has no meaning."""
    shown = [finding for finding in findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    numbered = len(shown) <= MAX_NUMBERED
    rows = _stack([finding.fake_score for finding in shown], 0.035) if numbered else []
    height = 72 + 13 * max(rows, default=0) if numbered else 130
    figure = Figure(figsize=(width / 72, height / 72), dpi=DPI)
    axes = figure.add_axes((0.012, 30 / height, 0.976, (height - 42) / height))
    _draw_ranges(axes, thresholds)
    if numbered:
        _draw_numbers(axes, shown, rows)
    else:
        _draw_counts(axes, shown)
    buffer = io.BytesIO()
    FigureCanvasAgg(figure).print_png(buffer, metadata={"Software": None})
    return buffer.getvalue(), float(height)


def _stack(scores: Sequence[float], apart: float) -> list[int]:
    """For each score the lowest row in which it keeps its distance from the others."""
    rows: list[int] = []
    for i, score in enumerate(scores):
        taken = {rows[k] for k in range(i) if abs(scores[k] - score) < apart}
        rows.append(next(row for row in range(len(scores) + 1) if row not in taken))
    return rows


def _draw_ranges(axes: Axes, thresholds: Thresholds) -> None:
    edges = (0, thresholds.no_signs, thresholds.signs, 1)
    verdicts: tuple[Verdict, ...] = (Verdict.NO_SIGNS, Verdict.INCONCLUSIVE, Verdict.SIGNS)
    for verdict, left, right in zip(verdicts, edges[:-1], edges[1:], strict=True):
        axes.axvspan(left, right, color=VERDICT_COLORS[verdict], alpha=0.13, linewidth=0)
        if right - left > WIDE_ENOUGH:
            place: dict[str, Any] = {"ha": "center", "va": "bottom", "transform": axes.get_xaxis_transform()}
            look: dict[str, Any] = {"fontsize": 6.5, "color": VERDICT_COLORS[verdict]}
            axes.text((left + right) / 2, 1.02, verdict_label(verdict), **look, **place)
    for threshold, side in ((thresholds.no_signs, "right"), (thresholds.signs, "left")):
        axes.axvline(threshold, color=INK, linewidth=0.8, linestyle=(0, (4, 2)))
        place = {"ha": side, "va": "top", "xytext": (0, -4), "textcoords": "offset points"}
        axes.annotate(shortened(threshold), (threshold, 0), xycoords=axes.get_xaxis_transform(), fontsize=6.5, **place)
    axes.set_xlim(-0.02, 1.02)
    axes.set_xticks([tick for tick in (0, 0.25, 0.5, 0.75, 1) if min(abs(tick - edge) for edge in edges[1:3]) > 0.06])
    axes.xaxis.set_major_formatter(LocalizedFormatter())
    axes.tick_params(labelsize=6.5, length=2, pad=2, colors=INK)
    axes.set_xlabel(text("pdf-score-axis"), fontsize=6.5, labelpad=2)
    axes.set_yticks([])
    for side in ("left", "top", "right"):
        axes.spines[side].set_visible(False)


def _draw_numbers(axes: Axes, findings: Sequence[FaceFinding], rows: Sequence[int]) -> None:
    axes.set_ylim(-0.7, max(rows, default=0) + 0.7)
    for finding, row in zip(findings, rows, strict=True):
        verdict = finding.decision.verdict
        color = VERDICT_COLORS[verdict]
        axes.plot(finding.fake_score, row, MARKERS[verdict], color=color, markersize=11, clip_on=False)
        look: dict[str, Any] = {
            "color": "white",
            "fontsize": 5.5,
            "fontweight": "bold",
            "ha": "center",
            "va": "center_baseline",
        }
        axes.text(finding.fake_score, row - 0.06, str(finding.region.face_id), **look)


def _draw_counts(axes: Axes, findings: Sequence[FaceFinding]) -> None:
    counts, edges = np.histogram([finding.fake_score for finding in findings], bins=50, range=(0, 1))
    axes.bar(edges[:-1], counts, width=0.02, align="edge", color=SOFT_INK, edgecolor="white", linewidth=0.3)
    axes.set_ylim(0, counts.max() * 1.15)
    for count, left in zip(counts, edges[:-1], strict=True):
        if count:
            axes.text(left + 0.01, count, str(count), fontsize=5, ha="center", va="bottom", color=INK)
