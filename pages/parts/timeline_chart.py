"""Persons over time, as a Plotly figure: a row for each, with verdicts, score, and what it rests on."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from explain.overlay import VERDICT_COLOURS
from explain.pdf.words import SYMBOLS
from explain.timeline import LETTERS, ticks
from forensics.calibration import score_text
from forensics.card import Thresholds
from forensics.clock import clock
from forensics.video.flicker import Flicker
from forensics.video.judging import TrackJudgement
from forensics.video.lines import Line
from forensics.video.types import SampledFrame, Sighting, Track, VideoResult
from pages.parts.flicker_row import flicker_row, most_flicker
from pages.parts.pictures import data_uri
from pages.parts.wording import VERDICTS

CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"]}

ROW, FLICKER_ROW, EDGES = 132, 64, 84
"""Heights in screen pixels: of a person, of a person's flicker, of legend and axis together."""

STRIP = (1.12, 1.38)
"""Where the strip of verdicts lies over the scores, in units of the score."""

LEAST_LETTERED = 0.022
"""Share of the whole time from which a span has room for its letter."""

LINE, BAND, DOTS = "rgb(42, 140, 153)", "rgba(42, 140, 153, 0.22)", "rgba(125, 135, 137, 0.75)"
THIN = {"color": "rgba(125, 135, 137, 0.7)", "width": 1}
CHOSEN = {"color": "rgb(42, 140, 153)", "width": 2}
"""Seen on light and on dark ground, and none of the verdicts' colours."""

UNFADED = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
HIDDEN = {"selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}}}
"""A click chooses a moment; it shall not fade the other points, as Plotly does with what was not selected."""


class Person(NamedTuple):
    """A row of the figure. flicker: None where it is not asked for."""

    track: Track
    judged: TrackJudgement
    line: Line
    flicker: Flicker | None = None


def timeline(result: VideoResult, people: Sequence[Person], chosen: SampledFrame | None) -> go.Figure:
    """Rows in the order of `people`, at least one. Every sampled frame can be clicked at in each row."""
    heights = [height for person in people for height in _heights(person)]
    figure = make_subplots(
        len(heights), 1, shared_xaxes=True, vertical_spacing=0.24 / len(heights), row_heights=heights
    )
    row, most = 1, most_flicker([person.flicker for person in people if person.flicker])
    for person in people:
        _score_row(figure, row, person, result)
        if len(_heights(person)) == 2:
            flicker_row(figure, row + 1, person.flicker, most)
        row += len(_heights(person))
    _add_legend(figure, people)
    _mark_times(figure, result, chosen)
    marks = ticks(result.seconds)
    figure.update_xaxes(
        range=[-0.005 * result.seconds, 1.005 * result.seconds],
        tickvals=[mark.seconds for mark in marks],
        ticktext=[mark.text for mark in marks],
        showgrid=False,
        zeroline=False,
    )
    figure.update_layout(
        height=sum(heights) + EDGES,
        margin={"l": 118, "r": 12, "t": 44, "b": 30},
        hovermode="closest",
        hoverdistance=30,
        dragmode="zoom",
        uirevision=result.video.sha256,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemsizing": "constant"},
    )
    return figure


def _heights(person: Person) -> list[int]:
    flickers = person.flicker is not None and len(person.flicker.seconds) > 0
    return [ROW, FLICKER_ROW] if flickers else [ROW]


def _score_row(figure: go.Figure, row: int, person: Person, result: VideoResult) -> None:
    place = {"row": row, "col": 1}
    seconds = [frame.seconds for frame in result.frames]
    invisible = {"opacity": 0, "size": 14}
    figure.add_scatter(
        x=seconds,
        y=[0.5] * len(seconds),
        mode="markers",
        marker=invisible,
        hoverinfo="none",
        showlegend=False,
        **HIDDEN,
        **place,
    )
    _add_band(figure, person.line, place)
    _add_sightings(figure, person.track.sightings, place)
    _add_thresholds(figure, result.card.thresholds, place)
    _add_spans(figure, person, result.seconds, place)
    axis = next(figure.select_yaxes(row=row, col=1))
    axis.update(
        range=[-0.1, 1.42], tickvals=[0, 0.5, 1], fixedrange=True, showgrid=False, zeroline=False, title_text=None
    )
    _add_head(figure, person, axis.domain)


def _add_band(figure: go.Figure, line: Line, place: dict) -> None:
    """The score line over its band; both break where the person was not evaluated for long."""
    plain = {"hoverinfo": "skip", "showlegend": False, "mode": "lines"}
    for start, end in _unbroken(line):
        edge = np.concatenate([line.high[start:end], line.low[start:end][::-1]])
        times = np.concatenate([line.seconds[start:end], line.seconds[start:end][::-1]])
        known = ~np.isnan(edge)
        figure.add_scatter(
            x=times[known], y=edge[known], fill="toself", fillcolor=BAND, line={"width": 0}, **plain, **place
        )
    figure.add_scatter(x=line.seconds, y=line.score, line={"color": LINE, "width": 2}, **plain, **place)


def _unbroken(line: Line) -> list[tuple[int, int]]:
    """First and one past the last point of each piece of the line."""
    breaks = np.flatnonzero(np.isnan(line.score))
    edges = [-1, *breaks.tolist(), len(line.score)]
    return [(a + 1, b) for a, b in pairwise(edges) if b - a > 1]


def _add_sightings(figure: go.Figure, sightings: Sequence[Sighting], place: dict) -> None:
    evaluated = [sighting for sighting in sightings if sighting.evaluated]
    others = [sighting for sighting in sightings if not sighting.evaluated]
    for chosen, heights, marker in (
        (evaluated, [sighting.fake_score for sighting in evaluated], {"color": DOTS, "size": 5}),
        (others, [0.0] * len(others), {"color": DOTS, "size": 6, "symbol": "x-thin-open"}),
    ):
        figure.add_scatter(
            x=[sighting.seconds for sighting in chosen],
            y=heights,
            mode="markers",
            marker=marker,
            customdata=[_told(sighting) for sighting in chosen],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
            **UNFADED,
            **place,
        )


def _told(sighting: Sighting) -> str:
    at = clock(sighting.seconds, 2)
    if not sighting.evaluated:
        return f"{at}: not evaluated<br>{sighting.decision.reason}"
    less = f"<br>counts less: {sighting.weight_reason}" if sighting.weight_reason else ""
    return f"{at}: score {score_text(sighting.fake_score)} of this frame{less}"


def _add_thresholds(figure: go.Figure, thresholds: Thresholds, place: dict) -> None:
    for value in (thresholds.signs, thresholds.no_signs):
        figure.add_hline(y=value, line={**THIN, "dash": "dot"}, layer="below", **place)


def _add_spans(figure: go.Figure, person: Person, seconds: float, place: dict) -> None:
    low, high = STRIP
    for span in person.judged.spans:
        box = {"x0": span.start, "x1": span.end, "y0": low, "y1": high}
        figure.add_shape(
            type="rect", **box, fillcolor=VERDICT_COLOURS[span.verdict], line={"width": 0}, layer="below", **place
        )
    figure.add_scatter(
        x=[(span.start + span.end) / 2 for span in person.judged.spans],
        y=[(low + high) / 2] * len(person.judged.spans),
        mode="text",
        text=[
            f"<b>{LETTERS[span.verdict]}</b>" if span.end - span.start >= LEAST_LETTERED * seconds else ""
            for span in person.judged.spans
        ],
        textfont={"color": "white", "size": 13},
        customdata=[f"{clock(span.start)} to {clock(span.end)}: {span.verdict}" for span in person.judged.spans],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
        **place,
    )


def _add_head(figure: go.Figure, person: Person, domain: tuple[float, float]) -> None:
    """Left of the row: the person's number, verdict and thumbnail."""
    low, high = domain
    symbol = SYMBOLS[person.judged.decision.verdict]
    left = {"xref": "paper", "yref": "paper", "xanchor": "right"}
    figure.add_annotation(
        **left, x=-0.025, y=high, yanchor="top", text=f"<b>Person {person.track.face_id}</b> {symbol}", showarrow=False
    )
    figure.add_layout_image(
        **left,
        source=data_uri(person.track.thumbnail),
        x=-0.03,
        y=low,
        yanchor="bottom",
        sizex=0.2,
        sizey=0.76 * (high - low),
        sizing="contain",
        layer="above",
    )


def _add_legend(figure: go.Figure, people: Sequence[Person]) -> None:
    present = {span.verdict for person in people for span in person.judged.spans}
    for verdict in VERDICTS:
        if verdict in present:
            marker = {"symbol": "square", "size": 13, "color": VERDICT_COLOURS[verdict]}
            name = f"{LETTERS[verdict]} {SYMBOLS[verdict]} {verdict}"
            figure.add_scatter(x=[None], y=[None], mode="markers", marker=marker, name=name, row=1, col=1)


def _mark_times(figure: go.Figure, result: VideoResult, chosen: SampledFrame | None) -> None:
    """Cuts and the chosen moment, through all rows."""
    through = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    for cut in result.cuts:
        figure.add_shape(**through, x0=cut, x1=cut, line=THIN)
    if chosen is not None:
        figure.add_shape(**through, x0=chosen.seconds, x1=chosen.seconds, line=CHOSEN)
