"""Times, spans and persons as every drawing of them shows them."""

import numpy as np
import pytest
from made_video import forged, forged_for_a_while, frames_of, made_result, track_of, untouched

from explain.drawing.palette import VERDICT_COLORS
from explain.drawing.timeline_layout import (
    SEGMENT_HEIGHTS,
    format_period,
    layout_segments,
    ticks,
    top_persons,
    unbroken_pieces,
    verdict_letter,
    visible_periods,
)
from forensics.decision.score_curve import ScoreCurve
from forensics.decision.segments import Segment
from forensics.decision.video_verdict import decide_video


def test_a_period_names_both_ends() -> None:
    assert format_period(2, 64.25) == "0:02.0–1:04.2"


@pytest.mark.parametrize(
    ("seconds", "texts"),
    [
        (0.4, ["0:00.0", "0:00.1", "0:00.2", "0:00.3", "0:00.4"]),
        (7.5, ["0:00", "0:01", "0:02", "0:03", "0:04", "0:05", "0:06", "0:07"]),
        (100, ["0:00", "0:15", "0:30", "0:45", "1:00", "1:15", "1:30"]),
        (0, ["0:00.0"]),
    ],
)
def test_ticks_stand_at_round_times(seconds: float, texts: list[str]) -> None:
    assert [tick.text for tick in ticks(seconds)] == texts


@pytest.mark.parametrize("seconds", [1, 11, 59, 61, 600, 3599, 7300, 90_000, 1_000_000])
def test_there_are_never_more_ticks_than_asked_for(seconds: float) -> None:
    assert 3 <= len(ticks(seconds)) <= 9
    assert ticks(seconds)[-1].seconds <= seconds


def test_seen_joins_spans_that_touch() -> None:
    spans = (Segment(0, 1, "no signs found"), Segment(1, 2.5, "not evaluated"), Segment(4, 5, "inconclusive"))
    assert visible_periods(spans) == ((0, 2.5), (4, 5))
    assert visible_periods(()) == ()


def test_the_foremost_persons_by_verdict_then_score_in_the_order_of_their_numbers() -> None:
    frames = frames_of()
    tracks = (
        track_of(1, frames, untouched),
        track_of(2, frames, forged_for_a_while),
        track_of(3, frames, forged, verdict="not evaluated"),
        track_of(4, frames, lambda _seconds: 0.5),
        track_of(5, frames, forged),
    )
    judgment = decide_video(made_result(tracks=tracks))
    assert [judged.face_id for judged in top_persons(judgment, 2)] == [2, 5]
    assert [judged.face_id for judged in top_persons(judgment, 3)] == [2, 4, 5]
    assert [judged.face_id for judged in top_persons(judgment, 4)] == [1, 2, 4, 5]
    assert [judged.face_id for judged in top_persons(judgment, 9)] == [1, 2, 3, 4, 5]


def test_every_verdict_has_a_letter_and_a_height_of_its_own() -> None:
    assert set(SEGMENT_HEIGHTS) == set(VERDICT_COLORS)
    assert len(set(map(verdict_letter, SEGMENT_HEIGHTS))) == len(set(SEGMENT_HEIGHTS.values())) == 4


def test_blocks_are_shares_of_the_time_with_a_letter_where_there_is_room() -> None:
    spans = (
        Segment(-0.1, 5, "no signs found"),
        Segment(5, 5.2, "inconclusive"),
        Segment(9, 10.4, "signs of manipulation"),
    )
    first, short, last = layout_segments(spans, 10, 0.05)
    assert (first.start, first.end, first.letter) == (0, 0.5, verdict_letter("no signs found"))
    assert (short.letter, short.height) == ("", SEGMENT_HEIGHTS["inconclusive"])
    assert (last.end, last.letter) == (1, verdict_letter("signs of manipulation"))


def test_the_line_falls_apart_where_it_is_not_known() -> None:
    nan, seconds = np.nan, np.arange(6.0)
    drawn = ScoreCurve(seconds, np.array([0.1, 0.2, nan, 0.4, nan, 0.6]), seconds, seconds, ())
    assert [piece[0].tolist() for piece in unbroken_pieces(drawn)] == [[0, 1], [3], [5]]
    assert unbroken_pieces(ScoreCurve(*[np.zeros(0)] * 4, ())) == []
