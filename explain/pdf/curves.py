"""The deletion and insertion curves of one map, small: its lines on the gray band of maps drawn at random."""

import io
from collections.abc import Sequence
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from explain.drawing.curves import CURVE_NAMES, Curve, build_curves
from explain.drawing.palette import INK, RULE, SOFT_INK
from explain.pdf.plots import DPI, LocalizedFormatter
from explain.types import PIXEL_FRACTIONS, Faithfulness
from forensics.messages.catalogue import text

FONT_SIZE = 5.2


def axis_limits(measured: Sequence[Faithfulness]) -> tuple[float, float]:
    """Bottom and top of an axis that holds the curves of all these maps, so that they can be compared."""
    everything = [figures for one in measured for figures in (one.figures, one.randomised, *one.random) if figures]
    values = [value for figures in everything for name in CURVE_NAMES for value in getattr(figures, name)]
    margin = 0.05 * (max(values) - min(values)) or 1.0
    return min(values) - margin, max(values) + margin


ALIGNMENTS: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
"""How the numbers under an axis are aligned."""


def curve_plot(faithfulness: Faithfulness, limits: tuple[float, float], width: float, height: float) -> bytes:
    """Both curves side by side on one axis, as PNG of width × height points."""
    figure = Figure(figsize=(width / 72, height / 72), dpi=DPI)
    left, right, bottom, top, between = 19 / width, 1 - 4 / width, 12 / height, 1 - 9 / height, 6 / width
    wide = (right - left - between) / 2
    for number, (name, curve) in enumerate(build_curves(faithfulness).items()):
        axes = figure.add_axes((left + number * (wide + between), bottom, wide, top - bottom))
        _draw(axes, curve)
        axes.set_title(text(f"pdf-{name}"), fontsize=FONT_SIZE + 0.6, color=INK, pad=2)
        axes.set_ylim(*limits)
        axes.tick_params(labelleft=number == 0)
    buffer = io.BytesIO()
    FigureCanvasAgg(figure).print_png(buffer, metadata={"Software": None})
    return buffer.getvalue()


def _draw(axes: Axes, curve: Curve) -> None:
    axes.fill_between(
        PIXEL_FRACTIONS, curve.random - curve.spread, curve.random + curve.spread, color=RULE, linewidth=0
    )
    if curve.randomised is not None:
        axes.plot(PIXEL_FRACTIONS, curve.randomised, color=SOFT_INK, linewidth=0.7, linestyle=(0, (3, 2)))
    axes.plot(PIXEL_FRACTIONS, curve.own, color=INK, linewidth=1.1)
    axes.set_xlim(0, 1)
    axes.set_xticks([0, 0.5, 1], ["0", "½", "1"])
    for label, beside in zip(axes.get_xticklabels(), ALIGNMENTS, strict=True):
        label.set_horizontalalignment(beside)  # the 1 of the left axis would touch the 0 of the right one
    axes.locator_params(axis="y", nbins=4)
    axes.yaxis.set_major_formatter(LocalizedFormatter())
    axes.tick_params(labelsize=FONT_SIZE, length=1.5, width=0.4, pad=1.2, colors=INK)
    axes.grid(axis="y", color=RULE, linewidth=0.3)
    for side in ("left", "bottom"):
        axes.spines[side].set_linewidth(0.4)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
