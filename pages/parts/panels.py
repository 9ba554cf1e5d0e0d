"""Panels: pictures with values over them, side by side, which zoom together and share their scales."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go
from matplotlib.colors import Colormap
from numpy.typing import NDArray
from plotly.subplots import make_subplots

from pages.parts.figures import lay_picture

POINTS_OF_A_SCALE = 33

CENTRES = {"x0": 0.5, "dx": 1, "y0": 0.5, "dy": 1}
"""Where the values stand: in the middle of the pixels, as pixel 0 reaches from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Values → colours: the values at the ends, a Plotly colour scale, and what the colour bar says."""

    low: float
    high: float
    colours: tuple[tuple[float, str], ...]
    label: str


def veil(colours: Colormap, opacity: float, centre: float) -> tuple[tuple[float, str], ...]:
    """A Plotly scale, transparent at `centre` and covering with `opacity` at the far end; both in [0, 1]."""
    places = np.linspace(0, 1, POINTS_OF_A_SCALE)
    farthest = max(centre, 1 - centre)
    return tuple(
        (
            float(place),
            "rgba({:.0f}, {:.0f}, {:.0f}, {:.3f})".format(*red_green_blue, abs(place - centre) / farthest * opacity),
        )
        for place, red_green_blue in zip(places, colours(places)[:, :3] * 255, strict=True)
    )


def solid(colours: Colormap) -> tuple[tuple[float, str], ...]:
    """A Plotly scale that hides the picture."""
    places = np.linspace(0, 1, POINTS_OF_A_SCALE)
    return tuple(
        (float(place), "rgb({:.0f}, {:.0f}, {:.0f})".format(*red_green_blue))
        for place, red_green_blue in zip(places, colours(places)[:, :3] * 255, strict=True)
    )


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """A picture, (h, w, 3) uint8 RGB, and values laid over it, (h, w) float32, where there is a scale for them.

    outline: the value at which a line is drawn around the higher ones, None for no line.
    """

    title: str
    picture: NDArray[np.uint8]
    values: NDArray[np.float32] | None = None
    scale: Scale | None = None
    outline: float | None = None


def panels(row: Sequence[Panel], height: int) -> go.Figure:
    """Panels of one size side by side, which zoom and pan together and tell the value under the pointer.

    Each scale has one colour bar under the panels that use it.
    """
    figure = make_subplots(1, len(row), horizontal_spacing=0.02, subplot_titles=[panel.title for panel in row])
    for column, panel in enumerate(row, start=1):
        rows, columns = panel.picture.shape[:2]
        axis = "" if column == 1 else str(column)
        lay_picture(figure, panel.picture, (columns, rows), f"x{axis}", f"y{axis}")
        figure.add_trace(_heat(panel), 1, column)
        matches = {} if column == 1 else {"matches": "x"}
        figure.update_xaxes(range=[0, columns], **matches, row=1, col=column)
        matches = {"scaleanchor": "x"} if column == 1 else {"matches": "y"}
        figure.update_yaxes(range=[rows, 0], **matches, row=1, col=column)
    _add_colour_bars(figure, row)
    for column, panel in enumerate(row, start=1):
        if panel.outline is not None:
            figure.add_trace(_line(panel), 1, column)
    figure.update_xaxes(constrain="domain", visible=False)
    figure.update_yaxes(constrain="domain", constraintoward="top", visible=False)
    figure.update_layout(height=height, margin={"l": 0, "r": 0, "t": 32, "b": 0}, dragmode="zoom")
    return figure


def _heat(panel: Panel) -> go.Heatmap:
    rows, columns = panel.picture.shape[:2]
    if panel.values is None or panel.scale is None:
        nothing = np.zeros((rows, columns), np.uint8)  # Plotly lays pictures only under axes that carry values
        return go.Heatmap(z=nothing, **CENTRES, opacity=0, hoverinfo="skip", showscale=False)
    return go.Heatmap(
        z=panel.values,
        **CENTRES,
        zmin=panel.scale.low,
        zmax=panel.scale.high,
        colorscale=panel.scale.colours,
        showscale=False,
        hovertemplate=f"{panel.scale.label}: %{{z:.2f}}<extra></extra>",
    )


def _line(panel: Panel) -> go.Contour:
    return go.Contour(
        z=panel.values,
        **CENTRES,
        contours={"start": panel.outline, "end": panel.outline, "size": 1, "coloring": "none"},
        line={"color": "white", "width": 2},
        showscale=False,
        hoverinfo="skip",
    )


def _add_colour_bars(figure: go.Figure, row: Sequence[Panel]) -> None:
    for scale in dict.fromkeys(panel.scale for panel in row if panel.scale is not None):
        users = [number for number, panel in enumerate(row) if panel.scale == scale]
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
                "title": {"text": scale.label, "side": "bottom"},
            },
        )
