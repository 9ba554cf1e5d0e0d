"""Persons over time as the page draws them."""

from dataclasses import replace

import plotly.graph_objects as go
import pytest
from made_video import forged_for_a_while, frames_of, made_result, made_video, track_of, untouched

from explain.drawing.palette import VERDICT_COLORS
from forensics.decision.flicker import compute_flicker
from forensics.decision.score_curve import score_curve
from forensics.decision.video_verdict import decide_person
from pages.parts.inspect.timeline_chart import BAND, PersonRow, timeline_chart

FRAMES = frames_of(12, cut=6.0)
TRACKS = (
    track_of(1, FRAMES, untouched),
    track_of(2, FRAMES[:50], forged_for_a_while),
    track_of(3, FRAMES[20:30], untouched, verdict="not evaluated"),
)
CARD = made_result().card
RESULT = replace(made_result(), tracks=TRACKS, frames=FRAMES, cuts=(6.0,), video=made_video(seconds=12))


def person(number, **changes):
    track = TRACKS[number - 1]
    return PersonRow(track, decide_person(track, RESULT.card), score_curve(track, RESULT.card), **changes)


@pytest.fixture(scope="module")
def figure():
    return timeline_chart(RESULT, [person(1), person(2), person(3)], FRAMES[10])


def named(figure, row):
    """The traces of a row, from 1."""
    axis = "y" if row == 1 else f"y{row}"
    return [trace for trace in figure.data if trace.yaxis == axis]


def test_a_person_has_a_number_a_symbol_and_a_thumbnail(figure):
    heads = [note.text for note in figure.layout.annotations]
    assert heads == ["<b>Person 1</b> ●", "<b>Person 2</b> ▲", "<b>Person 3</b> ○"]
    assert len(figure.layout.images) == 3


def test_spans_are_colored_lettered_and_told_on_hovering(figure):
    (letters,) = [trace for trace in named(figure, 2) if trace.mode == "text"]
    assert [text[3] for text in letters.text] == ["N", "S", "N"]
    assert letters.customdata[1] == "0:01.9 to 0:04.1: signs of manipulation"
    boxes = [shape for shape in figure.layout.shapes if shape.type == "rect" and shape.yref == "y2"]
    assert [shape.x1 for shape in boxes] == pytest.approx([1.9, 4.1, 9.9])
    assert boxes[1].fillcolor == VERDICT_COLORS["signs of manipulation"]


def test_a_span_without_room_has_no_letter():
    long = replace(RESULT, video=made_video(seconds=600))
    (letters,) = [trace for trace in timeline_chart(long, [person(2)], None).data if trace.mode == "text"]
    assert set(letters.text) == {""}


def test_the_score_has_a_line_a_band_and_a_dot_a_frame(figure):
    _, band, score, dots, crosses, _ = named(figure, 1)[:6]
    assert band.fillcolor == BAND
    assert list(score.y) == pytest.approx([0.03] * 60)
    assert (len(dots.x), len(crosses.x)) == (60, 0)
    assert dots.customdata[1] == "0:00.20: score 0.030 of this frame"


def test_frames_in_which_a_person_was_not_evaluated_are_crosses_at_the_bottom(figure):
    crosses = next(trace for trace in named(figure, 3) if trace.marker.symbol == "x-thin-open")
    assert list(crosses.y) == [0.0] * 10
    assert "not evaluated<br>The face is 6 pixels" in crosses.customdata[0]


def test_every_sampled_frame_can_be_clicked_at_in_every_row(figure):
    for row in (1, 2, 3):
        clickable = named(figure, row)[0]
        assert list(clickable.x) == [frame.seconds for frame in FRAMES]
        assert clickable.marker.opacity == clickable.unselected.marker.opacity == 0


def test_cuts_and_the_chosen_moment_run_through_all_rows(figure):
    lines = [(shape.x0, shape.line.width) for shape in figure.layout.shapes if shape.yref == "paper"]
    assert lines == [(6.0, 1), (2.0, 2)]


def test_the_legend_names_the_verdicts_that_are_there(figure):
    legend = [trace.name for trace in figure.data if trace.name]
    assert legend == ["S ▲ signs of manipulation", "N ● no signs found", "– ○ not evaluated"]


def test_flicker_has_a_row_of_its_own_on_one_scale_and_none_where_there_is_nothing():
    people = [person(number, flicker=compute_flicker(TRACKS[number - 1])) for number in (1, 2, 3)]
    figure = timeline_chart(RESULT, people, None)
    assert [trace.name for trace in named(figure, 2)] == ["flicker of the mask", "flicker of the residual"]
    # from 0.04 to 0.97 all 16 × 16 cells of person 2's mask go from 10 to 247 of 255
    assert max(named(figure, 4)[0].y) == pytest.approx(237 / 255)
    assert figure.layout.yaxis2.range == figure.layout.yaxis4.range == pytest.approx((0, 1.1 * 237 / 255))
    assert len([axis for axis in figure.layout if axis.startswith("yaxis")]) == 5


def test_the_line_breaks_where_a_person_was_away():
    away = track_of(1, FRAMES[:15] + FRAMES[40:], untouched)
    figure = timeline_chart(
        RESULT, [PersonRow(away, decide_person(away, RESULT.card), score_curve(away, RESULT.card))], None
    )
    (band,) = [trace for trace in figure.data if trace.fill == "toself"]
    ends = [place for place, x in enumerate(band.x) if x is None]
    pieces = [band.x[: ends[0]], band.x[ends[0] + 1 : ends[1]]]
    assert [(min(piece), max(piece)) for piece in pieces] == [(0.0, 2.8), (8.0, 11.8)]


def test_a_mark_is_made_a_few_times_and_not_again_with_every_other_mark(monkeypatch):
    made, begin = [], go.layout.Shape.__init__
    monkeypatch.setattr(
        go.layout.Shape, "__init__", lambda self, *args, **kw: made.append(1) or begin(self, *args, **kw)
    )
    cuts = tuple(n / 10 for n in range(1, 101))
    figure = timeline_chart(replace(RESULT, cuts=cuts), [person(1), person(2)], FRAMES[10])
    assert len(figure.layout.shapes) == 100 + 1 + 2 * 2 + 1 + 3
    assert len(made) <= 4 * 109


def test_of_a_long_video_no_more_is_sent_than_a_screen_can_show():
    frames = frames_of(1000)
    track = track_of(1, frames, lambda seconds: 0.97 if seconds == 123.4 else 0.03)
    unseen = track_of(2, frames, untouched, verdict="not evaluated")
    result = replace(RESULT, frames=frames, tracks=(track, unseen), video=made_video(seconds=1000))
    people = [
        PersonRow(one, decide_person(one, CARD), score_curve(one, CARD), compute_flicker(one)) for one in result.tracks
    ]
    figure = timeline_chart(result, people, None)
    # the outline of the band has an upper and a lower edge
    assert max(len(trace.x) for trace in figure.data if trace.fill is None) <= 2000
    assert max(len(trace.x) for trace in figure.data) <= 4001
    (dots,) = [trace for trace in named(figure, 1) if trace.marker.size == 5]
    assert max(dots.y) == 0.97
    clickable = named(figure, 1)[0]
    assert (len(clickable.x), clickable.x[0], clickable.x[-1]) == (2000, 0.0, 999.8)
