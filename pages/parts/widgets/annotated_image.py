"""A picture with its numbered faces, as a Plotly figure."""

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from numpy.typing import NDArray

from explain.drawing.numbered_faces import BOX_STYLES, outline
from explain.drawing.palette import VERDICT_COLORS
from forensics.decision.strength_wording import Noun
from forensics.messages.catalogue import sentence
from forensics.types.analysis import Box, FaceFinding, ImageResult, Verdict
from pages.parts.text.wording import badge, face_label
from pages.parts.widgets.image_encoding import to_data_uri

CONFIG = {"displaylogo": False, "scrollZoom": True, "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"]}
"""Plotly's own controls: wheel and drag zoom, a double click shows all again."""

GAP = (None, None)
"""Between two lines of one trace."""

LINE_WIDTH, DASH = 3, 2
"""Width of a box's line and of a unit of its dashes, in screen pixels, short enough for the legend."""

MAX_LARGE_LABELS = 40
"""Faces in a picture; with more, large numbers would cover them."""

CASING = "rgba(0, 0, 0, 0.55)"
"""Under the colored line, so that a box is seen on bright skin as well as in shadow."""


def annotated_image(result: ImageResult, height: int, noun: Noun = "face") -> go.Figure:
    """The picture with a numbered box a face: color, line and legend tell the verdict; hovering gives the score.

    noun: what the numbers count, "person" in a frame of a video.
    """
    figure = go.Figure()
    rows, columns = result.overview.shape[:2]
    scale = 1 / result.overview_scale
    add_background_image(figure, result.overview, (columns * scale, rows * scale), "x", "y")
    for verdict in Verdict:
        faces = [finding for finding in result.findings if finding.decision.verdict == verdict]
        if faces:
            _add_boxes(figure, faces, verdict, 20 if len(result.findings) <= MAX_LARGE_LABELS else 14, noun)
    for skipped in result.skipped:
        if skipped.box is not None:
            _add_outline(figure, skipped.box, sentence(skipped.reason))
    figure.update_xaxes(range=[0, columns * scale], constrain="domain", constraintoward="left", visible=False)
    figure.update_yaxes(
        range=[rows * scale, 0], scaleanchor="x", constrain="domain", constraintoward="top", visible=False
    )
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 36, "b": 0},
        dragmode="pan",
        legend={"orientation": "h", "y": 1.01, "yanchor": "bottom", "x": 0, "itemsizing": "constant"},
        showlegend=bool(result.findings),
    )
    return figure


def _add_boxes(figure: go.Figure, faces: Sequence[FaceFinding], verdict: Verdict, tag: int, noun: Noun) -> None:
    """One trace for all boxes of a verdict, so that 200 faces draw as fast as two and the legend switches them.

    tag: side of a number's square, in screen pixels at any zoom.
    """
    x: list[float | None] = []
    y: list[float | None] = []
    for finding in faces:
        points: list[tuple[float | None, float | None]] = []
        for start, end in outline(finding.region.box, verdict):
            points += [end] if points and points[-1] == start else [GAP, start, end]
        x += [*(across for across, _ in points[1:]), None]
        y += [*(down for _, down in points[1:]), None]
    color = VERDICT_COLORS[verdict]
    group = {"x": x, "y": y, "mode": "lines", "legendgroup": verdict, "hoverinfo": "skip"}
    figure.add_scatter(**group, line={"color": CASING, "width": LINE_WIDTH + 2}, showlegend=False)
    figure.add_scatter(
        **group, line={"color": color, "width": LINE_WIDTH, "dash": plotly_dash(verdict)}, name=badge(verdict)
    )
    figure.add_scatter(
        x=[finding.region.box.left for finding in faces],
        y=[finding.region.box.top for finding in faces],
        mode="markers+text",
        marker={"symbol": "square", "size": tag, "color": color, "line": {"color": "white", "width": 1.5}},
        text=[f"<b>{finding.region.face_id}</b>" for finding in faces],
        textfont={"color": "white", "size": 0.6 * tag},
        customdata=[face_label(finding, noun) for finding in faces],
        hovertemplate="%{customdata}<extra></extra>",
        legendgroup=verdict,
        showlegend=False,
    )


def plotly_dash(verdict: Verdict) -> str:
    """The dashes of the verdict's boxes, in Plotly's words."""
    line, gap = BOX_STYLES[verdict].dashes or (1, 0)
    return f"{line * DASH}px,{gap * DASH}px" if gap else "solid"


def _corners(box: Box) -> tuple[list[int], list[int]]:
    """x and y of the closed outline."""
    left, top, right, bottom = box
    return [left, right, right, left, left], [top, top, bottom, bottom, top]


def _add_outline(figure: go.Figure, box: Box, reason: str) -> None:
    x, y = _corners(box)
    line = {"color": VERDICT_COLORS[Verdict.NOT_EVALUATED], "width": 1, "dash": "dot"}
    figure.add_scatter(x=x, y=y, mode="lines", line=line, hovertemplate=f"{reason}<extra></extra>", showlegend=False)


def add_background_image(
    figure: go.Figure, pixels: NDArray[np.uint8], size: tuple[float, float], xref: str, yref: str
) -> None:
    """Lay (h, w, 3) uint8 RGB under the named axes, from their origin over `size` of their units."""
    figure.add_layout_image(
        source=to_data_uri(pixels),
        xref=xref,
        yref=yref,
        x=0,
        y=0,
        sizex=size[0],
        sizey=size[1],
        sizing="stretch",
        layer="below",
    )
