"""Plotly charts of measured figures: points or lines with their 95 % intervals, told apart by color, sign and line."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from forensics.messages.catalogue import text
from forensics.messages.numbers import in_language
from forensics.types.model_card import Measurement
from forensics.validation import present
from pages.parts.text.card_wording import dataset_label

CONFIG = {"displayModeBar": False}
MARGINS = {"l": 0, "r": 16, "t": 36, "b": 0}
LEGEND = {"orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "itemsizing": "constant"}


class Series(NamedTuple):
    """Figures of one network: the label of each on the axis → the figure; labels without one stay empty."""

    name: str
    figures: Mapping[str, Measurement]


class SeriesStyle(NamedTuple):
    """How one series looks; seen on light and on dark ground."""

    color: tuple[int, int, int]
    symbol: str
    dash: str


STYLES = (
    SeriesStyle((42, 140, 153), "circle", "solid"),
    SeriesStyle((217, 110, 30), "diamond", "dash"),
    SeriesStyle((61, 132, 198), "square", "dot"),
    SeriesStyle((190, 100, 155), "triangle-up", "dashdot"),
    SeriesStyle((138, 143, 145), "x", "longdash"),
    SeriesStyle((165, 140, 40), "cross", "solid"),
    SeriesStyle((110, 110, 200), "star", "dash"),
    SeriesStyle((90, 150, 90), "triangle-down", "dot"),
)
"""No verdict's colors: these stand for networks and families."""


def plotly_separators() -> str:
    """As Plotly takes them, those of the language: the point, and what stands between thousands."""
    return in_language(".,")


def dot_plot(
    series: Sequence[Series], labels: Sequence[str], axis: str, reference: tuple[float, str] | None
) -> go.Figure:
    """A row a label that any series has, the series one under the other in it.

    reference: a value marked by a line, and what it means.
    """
    chart = go.Figure()
    labels = [label for label in labels if any(label in one.figures for one in series)]
    step = 0.5 / max(1, len(series))
    for number, one in enumerate(series):
        rows = [(place, one.figures[label]) for place, label in enumerate(labels) if label in one.figures]
        found = [figure for _, figure in rows]
        if not found:
            continue
        chart.add_scatter(
            x=[figure.value for figure in found],
            y=[place + (number - (len(series) - 1) / 2) * step for place, _ in rows],
            error_x=_whiskers(found),
            mode="markers",
            marker={"size": 10, "symbol": STYLES[number].symbol, "color": _rgb(number)},
            name=one.name,
            customdata=_hover(found),
            hovertemplate="%{customdata}<extra>%{fullData.name}</extra>",
            showlegend=True,
        )
    if reference is not None:
        chart.add_vline(x=reference[0], line={"dash": "dot", "width": 1, "color": "gray"})
        chart.add_annotation(x=reference[0], y=1, yref="paper", yanchor="bottom", text=reference[1], showarrow=False)
    chart.update_yaxes(
        tickvals=list(range(len(labels))),
        ticktext=list(labels),
        range=[len(labels) - 0.5, -0.5],
        automargin=True,
        showgrid=False,
        zeroline=False,
    )
    chart.update_xaxes(title=axis, range=_range(series, 0), zeroline=False)
    chart.update_layout(
        height=100 + 46 * len(labels),
        margin=MARGINS,
        legend=LEGEND | {"y": 1 + 0.5 / max(1, len(labels))},
        separators=plotly_separators(),
    )
    return chart


def line_chart(series: Sequence[Series], labels: Sequence[str], axes: tuple[str, str], lowest: float) -> go.Figure:
    """A line a series over the labels, its interval a band.

    axes: titles of x and y. lowest: where y begins at the latest.
    """
    chart = go.Figure()
    for number, one in enumerate(series):
        shown = [label for label in labels if label in one.figures]
        found = [one.figures[label] for label in shown]
        if not found:
            continue
        _add_band(chart, number, shown, found)
        chart.add_scatter(
            x=shown,
            y=[figure.value for figure in found],
            mode="lines+markers",
            line={"color": _rgb(number), "width": 2, "dash": STYLES[number].dash},
            marker={"size": 9, "symbol": STYLES[number].symbol},
            name=one.name,
            customdata=_hover(found),
            hovertemplate="%{customdata}<extra>%{fullData.name}</extra>",
            showlegend=True,
        )
    chart.update_xaxes(title=axes[0], type="category", categoryarray=list(labels))
    chart.update_yaxes(title=axes[1], range=_range(series, lowest), zeroline=False)
    chart.update_layout(height=330, margin=MARGINS, legend=LEGEND | {"y": 1.02}, separators=plotly_separators())
    return chart


def _add_band(chart: go.Figure, number: int, labels: list[str], found: list[Measurement]) -> None:
    """Between the ends of the intervals; nothing where one has none."""
    ends = [(figure.low, figure.high) for figure in found]
    if any(low is None or high is None for low, high in ends):
        return
    chart.add_scatter(
        x=[*labels, *labels[::-1]],
        y=[low for low, _ in ends] + [high for _, high in ends[::-1]],
        fill="toself",
        fillcolor=_rgb(number, 0.2),
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        showlegend=False,
    )


def _whiskers(found: list[Measurement]) -> dict[str, Any]:
    return {
        "type": "data",
        "symmetric": False,
        "array": [0 if figure.high is None else figure.high - present(figure.value) for figure in found],
        "arrayminus": [0 if figure.low is None else present(figure.value) - figure.low for figure in found],
        "thickness": 2,
        "width": 5,
    }


def _hover(found: list[Measurement]) -> list[str]:
    return [
        text(
            "page-chart-hover",
            value=present(figure.value),
            low=math.nan if figure.low is None else figure.low,
            high=math.nan if figure.high is None else figure.high,
            n=figure.n,
            data=dataset_label(figure.data),
        )
        for figure in found
    ]


def _range(series: Sequence[Series], lowest: float) -> list[float]:
    """From `lowest`, or below it where a value lies there, to 1, or to the largest value where all are small or it is
    above 1."""
    ends = [end for one in series for f in one.figures.values() for end in (f.low, f.value, f.high) if end is not None]
    low, high = min([lowest, *ends]), max(ends, default=1.0)
    top = 1.0 if 0.5 < high <= 1 else max(0.05, 1.1 * high)
    return [low - 0.02 * (top - low), top + 0.02 * (top - low)]


def _rgb(number: int, opacity: float = 1.0) -> str:
    return f"rgba({', '.join(str(part) for part in STYLES[number].color)}, {opacity})"
