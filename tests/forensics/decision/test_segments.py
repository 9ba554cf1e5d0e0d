import numpy as np
import pytest
from scored_track import scored_track

from forensics.decision.segments import Segment, clip_to_shots, verdict_segments

SIGNS, OPEN, NONE, NOT = "signs of manipulation", "inconclusive", "no signs found", "not evaluated"


def spans(verdicts: list[str], seconds: list[float] | None = None) -> list[Segment]:
    times = [n / 5 for n in range(len(verdicts))] if seconds is None else seconds
    return list(verdict_segments(scored_track([0.5] * len(verdicts), seconds=times), times, verdicts))


def check(found: list[Segment], expected: list[tuple[float, float, str]]) -> None:
    assert [span.verdict for span in found] == [verdict for *_, verdict in expected]
    edges = [(start, end) for start, end, _ in expected]
    assert [(span.start, span.end) for span in found] == [pytest.approx(pair) for pair in edges]


def test_verdicts_go_over_halfway_between_two_sightings():
    check(spans([NONE] * 5 + [SIGNS] * 5), [(0, 0.9, NONE), (0.9, 1.9, SIGNS)])


def test_a_short_stretch_joins_the_longer_of_its_neighbors():
    check(spans([NONE] * 10 + [OPEN] * 2 + [SIGNS] * 5), [(0, 2.3, NONE), (2.3, 3.3, SIGNS)])
    check(spans([NONE] * 5 + [OPEN] * 2 + [SIGNS] * 10), [(0, 0.9, NONE), (0.9, 3.3, SIGNS)])


def test_short_stretches_at_both_ends_join_their_neighbor():
    check(spans([OPEN, *[NONE] * 6, OPEN]), [(0, 1.5, NONE)])


def test_signs_of_manipulation_stay_however_short():
    check(spans([NONE] * 5 + [SIGNS] + [NONE] * 5), [(0, 0.9, NONE), (0.9, 1.1, SIGNS), (1.1, 2.1, NONE)])


def test_verdicts_that_alternate_become_one():
    assert len(spans([NONE, OPEN] * 50)) == 1


def test_a_moment_that_was_not_evaluated_belongs_to_its_neighbors_and_a_long_one_stands():
    check(spans([NONE] * 5 + [NOT] + [NONE] * 5), [(0, 2.1, NONE)])
    check(spans([NONE] * 5 + [NOT] * 4 + [NONE] * 5), [(0, 0.9, NONE), (0.9, 1.7, NOT), (1.7, 2.7, NONE)])


def test_no_span_where_the_person_was_not_seen():
    times = [*(np.arange(5) / 5), *(4 + np.arange(5) / 5)]
    check(spans([NONE] * 10, times), [(0, 0.9, NONE), (3.9, 4.9, NONE)])


def test_a_sighting_without_a_verdict_was_not_evaluated():
    assert verdict_segments(scored_track([None, None]), [], []) == (Segment(0.0, pytest.approx(0.3), NOT),)


def test_a_span_ends_at_the_cut_and_at_the_end_of_the_video():
    track = scored_track([0.5] * 3, seconds=[1.52, 1.72, 1.92])
    spans = verdict_segments(track, [1.52, 1.72, 1.92], [NONE] * 3)
    assert (spans[0].start, spans[0].end) == (pytest.approx(1.42), pytest.approx(2.02))
    assert clip_to_shots(spans, track, (1.52, 2.0)) == (Segment(1.52, 2.0, NONE),)
    assert clip_to_shots(spans, track, (1.6, 3.0)) == spans


def test_half_a_second_is_long_enough_to_stand():
    """Sightings half a second apart stand for half a second each."""
    check(
        spans([NONE, NONE, OPEN, NONE, NONE], [0, 0.5, 1, 1.5, 2]),
        [(0, 0.75, NONE), (0.75, 1.25, OPEN), (1.25, 2.25, NONE)],
    )


def test_a_cut_between_sightings_of_one_span_and_one_at_its_last_sighting_take_nothing_off():
    track = scored_track([0.5] * 2, seconds=[0.0, 1.0])
    whole, longer = Segment(0.0, 1.0, NONE), Segment(0.0, 1.1, NONE)
    assert clip_to_shots([whole], track, (0.5,)) == (whole,)
    assert clip_to_shots([longer], track, (1.0,)) == (longer,)  # the sighting is the first of the next shot


def test_every_short_stretch_of_a_long_row_joins_its_own_neighbors():
    check(
        spans([NONE] * 5 + [SIGNS] * 5 + [NONE] * 5 + [OPEN] * 2 + [SIGNS] * 8),
        [(0, 0.9, NONE), (0.9, 1.9, SIGNS), (1.9, 2.9, NONE), (2.9, 4.9, SIGNS)],
    )
    check(
        spans([NONE] * 5 + [SIGNS] * 5 + [NONE] * 8 + [OPEN] * 2 + [SIGNS] * 5),
        [(0, 0.9, NONE), (0.9, 1.9, SIGNS), (1.9, 3.9, NONE), (3.9, 4.9, SIGNS)],
    )
    check(
        spans([NONE] * 5 + [OPEN] * 5 + [NONE] * 5 + [OPEN]),
        [(0, 0.9, NONE), (0.9, 1.9, OPEN), (1.9, 3.1, NONE)],
    )


@pytest.mark.parametrize(("back", "parts"), [(3.0, 1), (3.1, 2)])
def test_where_frames_are_far_apart_three_steps_without_a_sighting_are_bridged(back, parts):
    times = [0, 0.5, 1, 1.5, back, back + 0.5, back + 1]
    assert len(spans([NONE] * 7, times)) == parts


def test_each_of_the_seconds_has_a_verdict():
    with pytest.raises(ValueError, match="shorter"):
        verdict_segments(scored_track([0.5] * 2), [0.0, 0.2], [NONE])


def test_a_short_stretch_joins_its_only_neighbor_even_a_shorter_one():
    check(spans([OPEN] * 2 + [SIGNS] + [NONE] * 6), [(0, 0.5, SIGNS), (0.5, 1.7, NONE)])
