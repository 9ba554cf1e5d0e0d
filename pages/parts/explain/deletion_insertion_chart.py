"""Deletion and insertion: how the target moves as what a map marks is blurred, and as it is given back."""

from typing import Any

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray
from plotly.subplots import make_subplots

from explain.drawing.curves import Curve, build_curves
from explain.types import PIXEL_FRACTIONS, Faithfulness
from forensics.messages.catalogue import text
from forensics.messages.numbers import share
from pages.parts.widgets.interval_charts import plotly_separators

CONFIG = {"displayModeBar": False}

OWN, RANDOM, RANDOMISED = "rgb(42, 140, 153)", "rgba(138, 143, 145, {})", "rgb(190, 100, 155)"
"""No colors of evidence or of verdicts; line styles differ as well."""

TICKS = (0, 0.5, 1)
"""Shares of the pixels."""


def deletion_insertion_chart(measured: Faithfulness, value: str, height: int) -> go.Figure:
    """Both curves of a map beside those of random maps, mean ± sd as a band, and of randomized weights.

    value: what the target's value is, for the axis.
    """
    titles = [text("pdf-maps-deletion"), text("pdf-maps-insertion")]
    figure = make_subplots(1, 2, shared_yaxes=True, horizontal_spacing=0.1, subplot_titles=titles)
    for column, (name, curve) in enumerate(build_curves(measured).items(), start=1):
        _add_random(figure, curve, column)
        if curve.randomised is not None:
            line = {"color": RANDOMISED, "width": 2, "dash": "dash"}
            _add_line(figure, curve.randomised, text("pdf-randomised-weights"), line, column)
        _add_line(figure, curve.own, text("page-curves-own"), {"color": OWN, "width": 3}, column)
        ticks = {"tickvals": TICKS, "ticktext": [share(tick) for tick in TICKS], "tickformat": ".0%"}
        figure.update_xaxes(title=text(f"page-curves-{name}"), **ticks, row=1, col=column)
    figure.update_yaxes(title=value, row=1, col=1)
    figure.update_yaxes(zeroline=False)
    return figure.update_layout(
        height=height,
        separators=plotly_separators(),
        margin={"l": 0, "r": 16, "t": 24, "b": 76},
        hovermode="x unified",
        legend={"orientation": "h", "x": 0, "yref": "container", "y": 0, "yanchor": "bottom", "traceorder": "reversed"},
    )


def _add_line(figure: go.Figure, curve: NDArray[np.float64], name: str, line: dict[str, Any], column: int) -> None:
    figure.add_scatter(
        x=PIXEL_FRACTIONS,
        y=curve,
        mode="lines",
        name=name,
        legendgroup=name,
        showlegend=column == 1,
        line=line,
        hovertemplate="%{y:.3g}",
        row=1,
        col=column,
    )


def _add_random(figure: go.Figure, curve: Curve, column: int) -> None:
    """Mean and spread at each share, over the maps drawn at random."""
    mean, spread = curve.random, curve.spread
    name = text("page-curves-random")
    figure.add_scatter(
        x=[*PIXEL_FRACTIONS, *PIXEL_FRACTIONS[::-1]],
        y=[*(mean - spread), *(mean + spread)[::-1]],
        fill="toself",
        fillcolor=RANDOM.format(0.3),
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        legendgroup=name,
        showlegend=False,
        row=1,
        col=column,
    )
    _add_line(figure, mean, name, {"color": RANDOM.format(1), "width": 2, "dash": "dot"}, column)
