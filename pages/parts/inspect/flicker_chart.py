"""The flicker of a person's mask and residual, as a row of the timeline."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go

from forensics.decision.flicker import FlickerSeries
from forensics.messages.catalogue import text
from pages.parts.widgets.downsampling import min_max_decimate

MASK_LINE, ERROR_LINE = "rgb(165, 140, 40)", "rgb(110, 110, 200)"
"""Seen on light and on dark ground, and none of the verdicts' colors."""


def max_flicker(flickers: Sequence[FlickerSeries]) -> float:
    """The end of the scale that all rows of flicker share."""
    values = np.concatenate([np.zeros(1), *(line for one in flickers for line in (one.mask, one.error))])
    return 1.1 * float(np.nanmax(values)) or 1.0


def draw_flicker_row(figure: go.Figure, row: int, flicker: FlickerSeries, most: float) -> None:
    """Draw both lines into a row of the figure, from 1, up to `most`."""
    plain = {"mode": "lines", "row": row, "col": 1, "connectgaps": False}
    for values, name, color, dash in (
        (flicker.mask, text("page-timeline-flicker-of-mask"), MASK_LINE, "solid"),
        (flicker.error, text("page-timeline-flicker-of-residual"), ERROR_LINE, "dash"),
    ):
        kept = min_max_decimate(values)
        figure.add_scatter(
            x=flicker.seconds[kept],
            y=values[kept],
            name=name,
            legendgroup=name,
            line={"color": color, "width": 1.5, "dash": dash},
            hovertemplate=f"{name} %{{y:.3f}}<extra></extra>",
            showlegend=row == 2,
            **plain,
        )
    figure.update_yaxes(range=[0, most], nticks=3, fixedrange=True, showgrid=False, zeroline=False, row=row, col=1)
