"""Panels: pictures with values over them, side by side, which zoom together and share their scales."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap
from typing import Any

import numpy as np
import plotly.graph_objects as go
from matplotlib.colors import Colormap
from numpy.typing import NDArray
from plotly.subplots import make_subplots

from forensics.messages.catalogue import text
from forensics.types.analysis import Box
from forensics.validation import present
from pages.parts.widgets.annotated_image import add_background_image
from pages.parts.widgets.interval_charts import plotly_separators

N_SCALE_POINTS = 33

CHARACTER_LIMIT, SMALL_CHARACTER_LIMIT = 112, 160
"""That stand side by side over all panels of a row on a laptop, in titles and under color bars."""

NOTE_GROUND = "rgba(20, 20, 20, 0.8)"

LINE = 20
"""Height of a line of text in pixels."""


@dataclass(frozen=True, slots=True)
class ColorScale:
    """Values → colors: the values at the ends, a Plotly color scale, and what the color bar says."""

    low: float
    high: float
    colors: tuple[tuple[float, str], ...]
    label: str


def transparent_colorscale(colors: Colormap, opacity: float, center: float) -> tuple[tuple[float, str], ...]:
    """A Plotly scale, transparent at `center` and covering with `opacity` at the far end; both in [0, 1]."""
    places = np.linspace(0, 1, N_SCALE_POINTS)
    farthest = max(center, 1 - center)
    return tuple(
        (
            float(place),
            "rgba({:.0f}, {:.0f}, {:.0f}, {:.3f})".format(*red_green_blue, abs(place - center) / farthest * opacity),
        )
        for place, red_green_blue in zip(places, colors(places)[:, :3] * 255, strict=True)
    )


def opaque_colorscale(colors: Colormap) -> tuple[tuple[float, str], ...]:
    """A Plotly scale that hides the picture."""
    places = np.linspace(0, 1, N_SCALE_POINTS)
    return tuple(
        (float(place), "rgb({:.0f}, {:.0f}, {:.0f})".format(*red_green_blue))
        for place, red_green_blue in zip(places, colors(places)[:, :3] * 255, strict=True)
    )


@dataclass(frozen=True, slots=True, eq=False)
class ChartPanel:
    """A picture, (h, w, 3) uint8 RGB, and values laid over it, (h', w') float32, where there is a scale for them.

    outline: the value at which a line is drawn around the higher ones, None for no line. note: what is written over the
    picture where it has no values to show.
    """

    title: str
    picture: NDArray[np.uint8]
    values: NDArray[np.float32] | None = None
    scale: ColorScale | None = None
    outline: float | None = None
    note: str = ""


def panel_chart(row: Sequence[ChartPanel], size: tuple[int, int], height: int, place: Box | None = None) -> go.Figure:
    """Panels of one face side by side, which zoom and pan together and tell the value under the pointer.

    size: width and height of the crop, in whose pixels the axes count. place: outlined in every panel. Each scale has
    one color bar under the panels that use it.
    """
    width, rows = size
    titles = ["<br>".join(wrap(panel.title, CHARACTER_LIMIT // len(row))) for panel in row]
    figure = make_subplots(1, len(row), horizontal_spacing=0.02)
    for column, panel in enumerate(row, start=1):
        axis = "" if column == 1 else str(column)
        add_background_image(figure, panel.picture, (width, rows), f"x{axis}", f"y{axis}")
        figure.add_trace(_heat(panel, size), 1, column)
        matches = {} if column == 1 else {"matches": "x"}
        figure.update_xaxes(range=[0, width], **matches, row=1, col=column)
        matches = {"scaleanchor": "x"} if column == 1 else {"matches": "y"}
        figure.update_yaxes(range=[rows, 0], **matches, row=1, col=column)
        _write(figure, titles[column - 1], axis, y=1, yanchor="bottom", font={"size": 16})
        if panel.note:
            note = "<br>".join(wrap(panel.note, CHARACTER_LIMIT // len(row)))
            _write(figure, note, axis, y=0.5, bgcolor=NOTE_GROUND, font={"color": "white"}, borderpad=8)
    _add_color_bars(figure, row)
    for column, panel in enumerate(row, start=1):
        if panel.outline is not None:
            figure.add_trace(_line(panel, size), 1, column)
    if place is not None:
        add_region_outline(figure, place)
    lines = max(title.count("<br>") for title in titles)
    figure.update_xaxes(constrain="domain", visible=False)
    figure.update_yaxes(constrain="domain", constraintoward="bottom", visible=False)
    figure.update_layout(
        height=height + LINE * lines, margin={"l": 0, "r": 0, "t": 32 + LINE * lines, "b": 0}, dragmode="zoom"
    )
    return figure.update_layout(
        separators=plotly_separators(), uirevision=repr((size, len(row)))
    )  # a new map does not undo the zoom


def add_region_outline(figure: go.Figure, place: Box) -> None:
    """A dashed box on every panel, with a dark casing that shows on light skin."""
    corners = {"x0": place.left, "y0": place.top, "x1": place.right, "y1": place.bottom}
    for line in ({"color": "black", "width": 3.5}, {"color": "white", "width": 2, "dash": "dash"}):
        figure.add_shape(type="rect", **corners, line=line, row="all", col="all")


def _centers(values: NDArray[Any], size: tuple[int, int]) -> dict[str, float]:
    """Where values stand on the crop: in the middle of their pixels, as pixel 0 reaches from 0 to 1."""
    dx, dy = size[0] / values.shape[1], size[1] / values.shape[0]
    return {"x0": dx / 2, "dx": dx, "y0": dy / 2, "dy": dy}


def _heat(panel: ChartPanel, size: tuple[int, int]) -> go.Heatmap:
    if panel.values is None or panel.scale is None:
        nothing = np.zeros((2, 2), np.uint8)  # Plotly lays pictures only under axes that carry values
        return go.Heatmap(z=nothing, **_centers(nothing, size), opacity=0, hoverinfo="skip", showscale=False)
    at = text("page-under-pointer", x="%{x:.0f}", y="%{y:.0f}")
    return go.Heatmap(
        z=panel.values,
        **_centers(panel.values, size),
        zmin=panel.scale.low,
        zmax=panel.scale.high,
        colorscale=panel.scale.colors,
        showscale=False,
        hovertemplate=f"{panel.scale.label}: %{{z:.2f}}<br>{at}<extra></extra>",
    )


def _line(panel: ChartPanel, size: tuple[int, int]) -> go.Contour:
    return go.Contour(
        z=panel.values,
        **_centers(present(panel.values), size),
        contours={"start": panel.outline, "end": panel.outline, "size": 1, "coloring": "none"},
        line={"color": "white", "width": 2},
        showscale=False,
        hoverinfo="skip",
    )


def _write(figure: go.Figure, text: str, axis: str, **where: object) -> None:
    """Text that stays with its panel, whatever room the panel leaves."""
    figure.add_annotation(
        text=text, xref=f"x{axis} domain", yref=f"y{axis} domain", x=0.5, xanchor="center", showarrow=False, **where
    )


def _add_color_bars(figure: go.Figure, row: Sequence[ChartPanel]) -> None:
    """One bar under all neighbors of one scale."""
    for scale, run in groupby(range(len(row)), key=lambda number: row[number].scale):
        users = list(run)
        if scale is None:
            continue
        left = figure.layout["xaxis" if users[0] == 0 else f"xaxis{users[0] + 1}"].domain[0]
        right = figure.layout["xaxis" if users[-1] == 0 else f"xaxis{users[-1] + 1}"].domain[1]
        figure.data[users[0]].update(
            showscale=True,
            colorbar={
                "orientation": "h",
                "x": (left + right) / 2,
                "len": 0.8 * (right - left),
                "y": 0,
                "yanchor": "top",
                "thickness": 10,
                "title": {
                    "text": "<br>".join(wrap(scale.label, SMALL_CHARACTER_LIMIT * len(users) // len(row))),
                    "side": "bottom",
                },
            },
        )
