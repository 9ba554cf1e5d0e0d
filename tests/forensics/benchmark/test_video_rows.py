"""The figures of the video benchmark, from rows written by hand."""

import json
from dataclasses import asdict
from fractions import Fraction

import numpy as np
import pytest
from video_values import sighting, small_result

from forensics.benchmark import video
from forensics.benchmark.video_rows import DecidedTrack, SeenPerson, TruePerson, VideoRow, match_observations, read_row
from forensics.fitting.video_cases import VideoTruth
from forensics.measurements.metrics import Metric
from forensics.types.analysis import Box
from forensics.types.video import Track

SIGNS, NONE = "signs of manipulation", "no signs found"


def seen(face_ids: str, scores: list[float], forged: str = "") -> tuple[SeenPerson, ...]:
    """One sighting a second; face_ids and forged: a character each, forged where it is an x."""
    forged = forged or "." * len(scores)
    return tuple(
        SeenPerson(float(n), int(face), score, SIGNS if score >= 0.9 else NONE, mark == "x")
        for n, (face, score, mark) in enumerate(zip(face_ids, scores, forged, strict=True))
    )


def alone(score: float, scores: list[float], spans=(), span=None, kind="stills in motion", crf=23) -> VideoRow:
    """A row of one person whose track has this score."""
    forged = "".join("x" if span and span[0] <= n < span[1] else "." for n in range(len(scores)))
    person = TruePerson(span, len(scores), seen("1" * len(scores), scores, forged))
    track = DecidedTrack(1, score, SIGNS if score >= 0.9 else NONE, 1 - score, tuple(spans))
    return VideoRow("a", kind, crf, "", (person,), (track,), 1)


def together(kind: str, people: list[str], forged: int | None = None, strongest: int = 1) -> VideoRow:
    """A row of people whose sightings are in the tracks of these numbers."""
    ids = sorted({int(face) for some in people for face in some})
    persons = tuple(
        TruePerson((0.0, 9.0) if number == forged else None, len(some), seen(some, [0.5] * len(some)))
        for number, some in enumerate(people)
    )
    return VideoRow("b", kind, 23, "", persons, tuple(DecidedTrack(one, 0.5, NONE, 0.0, ()) for one in ids), strongest)


def figures_of(rows: list[VideoRow], kind: str = "stills in motion") -> dict[str, object]:
    return {one.name: one for one in video.video_metrics(rows) if one.data == video.made_videos(kind, 23)}


ROWS = [
    alone(0.3, [0.1, 0.95, 0.2, 0.1]),
    alone(0.2, [0.1, 0.1, 0.2, 0.2]),
    alone(0.95, [0.1, 0.93, 0.94, 0.1], [(0.8, 3.4, SIGNS)], (1.0, 3.0)),
    alone(0.6, [0.1, 0.15, 0.6, 0.1], [], (1.0, 3.0)),
]


def test_persons_and_frames_have_areas_of_their_own_with_intervals_over_videos():
    found = figures_of(ROWS)
    assert (found[Metric.PERSON_AUC].value, found[Metric.PERSON_AUC].n) == (1.0, 4)
    # forged 0.93, 0.94, 0.15, 0.6 against eight untouched frames and four beside the span: 2·11 + 8 + 11 of 4·12
    assert found[Metric.FRAME_AUC].value == pytest.approx(41 / 48)
    assert found[Metric.FRAME_AUC_UNTOUCHED_VIDEOS].value == pytest.approx(
        25 / 32
    )  # against the eight alone: 7 + 7 + 4 + 7
    assert found[Metric.FRAME_AUC].low < 41 / 48 < found[Metric.FRAME_AUC].high
    assert found[Metric.PERSON_AUC_GAIN].value == pytest.approx(7 / 48)
    assert found[Metric.PERSON_AUC].low == found[Metric.PERSON_AUC].high == 1
    assert found[Metric.FLICKER_AUC].value == 0  # made the other way round


def test_false_alarms_of_persons_stand_beside_those_of_single_frames():
    found = figures_of(ROWS)
    assert (found[Metric.FALSE_ALARMS].value, found[Metric.FALSE_ALARMS].n) == (0, 2)
    assert (found[Metric.PEOPLE_WITH_FALSE_FRAMES].value, found[Metric.PEOPLE_WITH_FALSE_FRAMES].n) == (0.5, 2)
    assert (found[Metric.PEOPLE_DETECTED].value, found[Metric.PEOPLE_DETECTED].n) == (0.5, 2)
    assert (found[Metric.PEOPLE_MISSED].value, found[Metric.PEOPLE_MISSED].n) == (0.5, 2)


def test_errors_of_spans_are_those_of_the_found_ones_in_seconds():
    found = figures_of(ROWS)
    assert (found[Metric.SPANS_FOUND].value, found[Metric.SPANS_FOUND].n) == (0.5, 2)
    assert found[Metric.SPAN_START_ERROR].value == pytest.approx(0.2)
    assert found[Metric.SPAN_END_ERROR].value == pytest.approx(0.4)
    assert found[Metric.SPAN_START_ERROR].n == 1


def test_a_span_outside_the_forged_seconds_does_not_find_them():
    row = alone(0.95, [0.1] * 9, [(5.0, 6.0, SIGNS), (0.0, 4.0, NONE)], (1.0, 3.0))
    assert figures_of([*ROWS[:2], row])[Metric.SPANS_FOUND].value == 0


def test_who_was_not_evaluated_counts_for_nothing_else():
    found = figures_of([*ROWS, alone(float("nan"), [0.99])])
    assert (found[Metric.PEOPLE_NOT_EVALUATED].value, found[Metric.PEOPLE_NOT_EVALUATED].n) == (0.2, 5)
    assert found[Metric.PERSON_AUC].n == 4
    assert found[Metric.FALSE_ALARMS].n == 2


def test_without_forged_videos_there_is_no_area():
    assert Metric.PERSON_AUC not in figures_of(ROWS[:2])


@pytest.mark.parametrize(
    ("people", "switches", "splits", "unions"),
    [
        (["1111", "2222"], 0, 0, 0),
        (["1122", "2211"], 2, 2, 2),
        (["1131", "2222"], 2, 1, 0),
        (["1111", "1111"], 0, 0, 1),
        (["1111", ""], 0, 0, 0),
    ],
)
def test_identities_are_counted_by_person(people, switches, splits, unions):
    found = figures_of([together("crossing", people)], "crossing")
    assert found[Metric.IDENTITY_SWITCHES].value == switches
    assert found[Metric.TRACK_SPLITS].value == splits
    assert found[Metric.TRACK_MERGES].value == unions
    assert found[Metric.TRACKS_KEPT].value == (switches + splits + unions == 0)
    assert found[Metric.PEOPLE_NOT_TRACKED].value == people.count("") / 2


def test_the_strongest_person_is_the_forged_one_or_not():
    rows = [together("side by side", ["11", "22"], forged, strongest=2) for forged in (1, 0)]
    found = figures_of(rows, "side by side")[Metric.STRONGEST_IS_FORGED]
    assert (found.value, found.n) == (0.5, 2)


def test_sightings_belong_to_whom_they_lie_on():
    """Two persons in five frames, the second behind something in the last two and found in two of the other three."""
    second_box = {"box": Box(44, 8, 60, 24)}
    tracks = tuple(
        Track(number, sightings, np.zeros((5, 4, 3), np.uint8))
        for number, sightings in (
            (1, tuple(sighting(n) for n in range(5))),
            (2, (sighting(1, **second_box), sighting(2, **second_box))),
        )
    )
    boxes = (Box(12, 10, 44, 42), Box(44, 8, 60, 24))
    seldom = (boxes[0], None)
    by_index = tuple(boxes if index <= 12 else seldom for index in range(25))
    first, second = match_observations(
        VideoTruth(Fraction(30), ((0.3, 0.7), None), by_index), small_result(tracks=tracks)
    )
    assert [one.face_id for one in first.seen] == [1] * 5
    assert [one.forged for one in first.seen] == [False, False, True, True, False]
    assert (first.visible, second.visible) == (5, 3)
    assert [one.seconds for one in second.seen] == [0.2, 0.4]
    assert (first.face_id, second.face_id) == (1, 2)


def test_who_is_elsewhere_was_not_seen():
    (person,) = match_observations(VideoTruth(Fraction(30), (None,), ((Box(0, 0, 9, 9),),) * 25), small_result())
    assert (person.visible, person.seen, person.face_id) == (5, (), None)


def test_a_row_is_read_back_as_it_was_written():
    for row in (ROWS[2], together("crossing", ["11", ""])):
        assert read_row(json.dumps(asdict(row))) == row


def test_false_alarms_on_clips_that_trained_say_so():
    assert video.made_videos("talking heads", 40) == (
        "talking heads 5 to 9, of which the training saw 16 untouched frames each, H.264 crf 40"
    )
