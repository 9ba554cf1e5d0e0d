"""Persons over time, as a Plotly figure: a row for each, with verdicts, score, and what it rests on."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from explain.drawing.palette import VERDICT_COLORS
from explain.drawing.timeline_layout import SegmentBlock, known_runs, layout_segments, ticks, verdict_letter
from explain.pdf.verdict_wording import SYMBOLS, symbol_and_label
from forensics.decision.calibration import PersonLimits, person_limits
from forensics.decision.flicker import FlickerSeries
from forensics.decision.score_curve import ScoreCurve
from forensics.decision.segments import Segment
from forensics.decision.strength_wording import VERDICTS as CODES
from forensics.decision.strength_wording import calibration_basis, format_odds
from forensics.decision.video_verdict import PersonVerdict
from forensics.formatting import format_timecode
from forensics.messages.catalogue import sentence, text
from forensics.messages.language import current_language
from forensics.messages.numbers import in_language, time_text
from forensics.types.analysis import Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.video import FaceObservation, SampledFrame, Track, VideoResult
from forensics.validation import present
from pages.parts.inspect.flicker_chart import draw_flicker_row, max_flicker
from pages.parts.widgets.downsampling import min_max_decimate, subsample
from pages.parts.widgets.image_encoding import to_data_uri
from pages.parts.widgets.interval_charts import plotly_separators

CONFIG = {"displaylogo": False, "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d"]}

ROW, FLICKER_ROW, EDGES = 132, 64, 84
"""Heights in screen pixels: of a person, of a person's flicker, of legend and axis together."""

STRIP = (1.12, 1.38)
"""Where the strip of verdicts lies over the scores, in units of the score."""

MIN_LETTERED_SHARE = 0.022
"""Share of the whole time from which a span has room for its letter."""

LINE, BAND, DOTS = "rgb(42, 140, 153)", "rgba(42, 140, 153, 0.22)", "rgba(125, 135, 137, 0.75)"
THIN = {"color": "rgba(125, 135, 137, 0.7)", "width": 1}
CHOSEN = {"color": "rgb(42, 140, 153)", "width": 2}
"""Seen on light and on dark ground, and none of the verdicts' colors."""

LEFT = {"xref": "paper", "yref": "paper", "xanchor": "right"}

UNFADED = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
HIDDEN = {"selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}}}
"""A click chooses a moment; it shall not fade the other points, as Plotly does with what was not selected."""


class PersonRow(NamedTuple):
    """A row of the figure. flicker: None where it is not asked for."""

    track: Track
    judged: PersonVerdict
    line: ScoreCurve
    flicker: FlickerSeries | None = None


def timeline_chart(result: VideoResult, people: Sequence[PersonRow], chosen: SampledFrame | None) -> go.Figure:
    """Rows in the order of `people`, at least one. In each the sampled frames can be clicked at; of more than
    MAX_POINTS (pages/parts/widgets/downsampling.py) so many are drawn."""
    heights = [height for person in people for height in _heights(person)]
    figure = make_subplots(
        len(heights), 1, shared_xaxes=True, vertical_spacing=0.24 / len(heights), row_heights=heights
    )
    row, most = 1, max_flicker([person.flicker for person in people if person.flicker])
    shapes, notes, images = _through_all(result, chosen), [], []
    for person in people:
        _score_row(figure, row, person, result)
        number = "" if row == 1 else str(row)
        card = result.judged_by(person.track.face_id)
        shapes += _thresholds(number, person_limits(card)) + _boxes(number, person.judged, result.seconds)
        domain = figure.get_subplot(row, 1).yaxis.domain
        notes.append(_title(person, domain, card))
        images.append(_portrait(person, domain))
        if len(_heights(person)) == 2:
            draw_flicker_row(figure, row + 1, present(person.flicker), most)
        row += len(_heights(person))
    _add_legend(figure, people)
    marks = ticks(result.seconds)
    figure.update_xaxes(
        range=[-0.005 * result.seconds, 1.005 * result.seconds],
        tickvals=[mark.seconds for mark in marks],
        ticktext=[mark.text for mark in marks],
        showgrid=False,
        zeroline=False,
    )
    figure.update_layout(  # all shapes at once: add_shape looks at every earlier one again
        separators=plotly_separators(),
        shapes=shapes,
        annotations=notes,
        images=images,
        height=sum(heights) + EDGES,
        margin={"l": 118, "r": 12, "t": 44, "b": 30},
        hovermode="closest",
        hoverdistance=30,
        dragmode="zoom",
        uirevision=result.video.sha256,
        legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemsizing": "constant"},
    )
    return figure


def _heights(person: PersonRow) -> list[int]:
    flickers = person.flicker is not None and len(person.flicker.seconds) > 0
    return [ROW, FLICKER_ROW] if flickers else [ROW]


def _score_row(figure: go.Figure, row: int, person: PersonRow, result: VideoResult) -> None:
    place = {"row": row, "col": 1}
    seconds = [frame.seconds for frame in subsample(result.frames)]
    figure.add_scatter(
        x=seconds,
        y=[0.5] * len(seconds),
        mode="markers",
        marker={"opacity": 0, "size": 14},
        hoverinfo="none",
        showlegend=False,
        **HIDDEN,
        **place,
    )
    _add_band(figure, person.line, place)
    _add_sightings(figure, person.track.sightings, place)
    _add_letters(figure, person.judged, result.seconds, place)
    figure.get_subplot(**place).yaxis.update(
        range=[-0.1, 1.42], tickvals=[0, 0.5, 1], fixedrange=True, showgrid=False, zeroline=False, title_text=None
    )


def _add_band(figure: go.Figure, line: ScoreCurve, place: dict[str, Any]) -> None:
    """The score line over its band; both break where the person was not evaluated for long."""
    kept = min_max_decimate(line.score)
    seconds, score, low, high = (values[kept] for values in line[:4])
    plain = {"hoverinfo": "skip", "showlegend": False, "mode": "lines"}
    times, edges = [], []
    for start, end in known_runs(np.isfinite(score)):
        edge = np.concatenate([high[start:end], low[start:end][::-1]])
        known = ~np.isnan(edge)
        times += [*np.concatenate([seconds[start:end], seconds[start:end][::-1]])[known], None]
        edges += [*edge[known], None]
    figure.add_scatter(x=times, y=edges, fill="toself", fillcolor=BAND, line={"width": 0}, **plain, **place)
    figure.add_scatter(x=seconds, y=score, line={"color": LINE, "width": 2}, **plain, **place)


def _add_sightings(figure: go.Figure, sightings: Sequence[FaceObservation], place: dict[str, Any]) -> None:
    evaluated = [sighting for sighting in sightings if sighting.evaluated]
    evaluated = [evaluated[n] for n in min_max_decimate(np.array([sighting.fake_score for sighting in evaluated]))]
    others = subsample([sighting for sighting in sightings if not sighting.evaluated])
    for chosen, heights, marker in (
        (evaluated, [sighting.fake_score for sighting in evaluated], {"color": DOTS, "size": 5}),
        (others, [0.0] * len(others), {"color": DOTS, "size": 6, "symbol": "x-thin-open"}),
    ):
        figure.add_scatter(
            x=[sighting.seconds for sighting in chosen],
            y=heights,
            mode="markers",
            marker=marker,
            customdata=[_hover_texts(sighting) for sighting in chosen],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
            **UNFADED,
            **place,
        )


def _hover_texts(sighting: FaceObservation) -> str:
    at = in_language(format_timecode(sighting.seconds, 2))
    if not sighting.evaluated:
        return _cached_hover_texts(
            "page-timeline-not-evaluated", current_language(), time=at, reason=sentence(sighting.decision.reason)
        )
    because = sentence(sighting.weight_reason) if sighting.weight_reason else "none"
    return _cached_hover_texts(
        "page-timeline-score", current_language(), time=at, score=sighting.fake_score, because=because
    )


@lru_cache(maxsize=30_000)
def _cached_hover_texts(message: str, language: str, **parameters: str | float) -> str:
    """Kept for the next drawing: thousands of frames are told, and the chart is drawn anew at each click."""
    return text(message, language, **parameters)


def _thresholds(axes: str, thresholds: PersonLimits) -> list[dict[str, Any]]:
    """axes: the number in the names of the row's axes, which the first have none of."""
    across = {"type": "line", "xref": f"x{axes} domain", "yref": f"y{axes}", "x0": 0, "x1": 1}
    line = {**THIN, "dash": "dot"}
    values = (thresholds.signs, thresholds.no_signs)
    return [{**across, "y0": value, "y1": value, "line": line, "layer": "below"} for value in values]


def _blocks(judged: PersonVerdict, seconds: float) -> tuple[SegmentBlock, ...]:
    return layout_segments(judged.spans, max(seconds, 1e-3), MIN_LETTERED_SHARE)


def _boxes(axes: str, judged: PersonVerdict, seconds: float) -> list[dict[str, Any]]:
    """The strip of verdicts."""
    middle, half = sum(STRIP) / 2, (STRIP[1] - STRIP[0]) / 2
    box = {"type": "rect", "xref": f"x{axes}", "yref": f"y{axes}", "layer": "below", "line": {"width": 0}}
    return [
        box
        | {"x0": block.start * seconds, "x1": block.end * seconds, "fillcolor": VERDICT_COLORS[block.verdict]}
        | {"y0": middle - half * block.height, "y1": middle + half * block.height}
        for block in _blocks(judged, seconds)
    ]


def _add_letters(figure: go.Figure, judged: PersonVerdict, seconds: float, place: dict[str, Any]) -> None:
    """In the strip of verdicts, with its words on hovering."""
    figure.add_scatter(
        x=[(span.start + span.end) / 2 for span in judged.spans],
        y=[sum(STRIP) / 2] * len(judged.spans),
        mode="text",
        text=[f"<b>{block.letter}</b>" if block.letter else "" for block in _blocks(judged, seconds)],
        textfont={"color": "white", "size": 13},
        customdata=[_span_words(span) for span in judged.spans],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
        **place,
    )


def _span_words(span: Segment) -> str:
    edges = {"start": time_text(span.start), "end": time_text(span.end)}
    return text("page-timeline-span", **edges, verdict=CODES[span.verdict])


def _title(person: PersonRow, domain: tuple[float, float], card: DetectorCard) -> dict[str, Any]:
    """Left of the row: the person's number and verdict, and how far it leans."""
    decision = person.judged.decision
    name = text("pdf-person-number", person=person.track.face_id)
    title = f"<b>{name}</b> {SYMBOLS[decision.verdict]}"
    if decision.leaning:
        leaning = format_odds(present(decision.likelihood_ratio), calibration_basis(decision, card).leading)
        title += f"<br><span style='font-size:10px'>{leaning}</span>"
    return {**LEFT, "x": -0.025, "y": domain[1], "yanchor": "top", "text": title, "showarrow": False}


def _portrait(person: PersonRow, domain: tuple[float, float]) -> dict[str, Any]:
    """Under the title: the person's thumbnail."""
    low, high = domain
    size = {"sizex": 0.2, "sizey": 0.68 * (high - low), "sizing": "contain", "layer": "above"}
    return {**LEFT, **size, "x": -0.03, "y": low, "yanchor": "bottom", "source": to_data_uri(person.track.thumbnail)}


def _add_legend(figure: go.Figure, people: Sequence[PersonRow]) -> None:
    present = {span.verdict for person in people for span in person.judged.spans}
    for verdict in Verdict:
        if verdict in present:
            marker = {"symbol": "square", "size": 13, "color": VERDICT_COLORS[verdict]}
            name = f"{verdict_letter(verdict)} {symbol_and_label(verdict)}"
            figure.add_scatter(x=[None], y=[None], mode="markers", marker=marker, name=name, row=1, col=1)


def _through_all(result: VideoResult, chosen: SampledFrame | None) -> list[dict[str, Any]]:
    """Cuts and the chosen moment, through all rows."""
    through = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1}
    times = [(cut, THIN) for cut in result.cuts] + ([] if chosen is None else [(chosen.seconds, CHOSEN)])
    return [{**through, "x0": time, "x1": time, "line": line} for time, line in times]
