"""Where a face is between the frames in which it was looked for."""

from dataclasses import replace

from made_video import frames_of, made_result, sighting_of, track_of, untouched

from explain.drawing.face_path import FacePath, visible_runs
from forensics.types.analysis import Box
from forensics.types.video import SampledFrame, Track


def course_of(*places: tuple[SampledFrame, int], cut: float | None = None) -> FacePath:
    """Of a face at these distances from the left, in a video of six seconds with five samples in each."""
    sightings = tuple(sighting_of(frame, 0.5, left) for frame, left in places)
    track = replace(track_of(1, frames_of(0.2), untouched), sightings=sightings)
    return FacePath(made_result(frames=frames_of(cut=cut)), track)


def test_between_two_samples_the_face_moves_straight() -> None:
    first, second, *_ = frames_of()
    course = course_of((first, 20), (second, 40))
    assert course.box(0.0, 0) == Box(20, 20, 60, 70)
    assert course.box(0.05, 0) == Box(25, 20, 65, 70)
    assert course.box(0.2, 0) == Box(40, 20, 80, 70)


def test_a_sample_that_missed_the_face_is_bridged_and_two_are_not() -> None:
    frames = frames_of()
    assert course_of((frames[0], 20), (frames[2], 40)).box(0.2, 0) == Box(30, 20, 70, 70)
    assert course_of((frames[0], 20), (frames[3], 50)).box(0.3, 0) is None


def test_nothing_beyond_halfway_to_the_sample_without_the_face() -> None:
    frames = frames_of()
    course = course_of((frames[5], 20), (frames[6], 20))  # seconds 1.0 and 1.2
    assert course.box(0.91, 0) == course.box(1.29, 0) == Box(20, 20, 60, 70)
    assert course.box(0.89, 0) is None
    assert course.box(1.31, 0) is None


def test_nobody_is_carried_over_a_cut() -> None:
    frames = frames_of(cut=1.0)
    course = course_of((frames[4], 20), (frames[5], 90), cut=1.0)  # seconds 0.8 and 1.0
    assert course.box(0.96, 0) == Box(20, 20, 60, 70)  # nobody looked between the sample and the cut
    assert course.box(0.96, 1) == Box(90, 20, 130, 70)  # by its shot, not by its time
    assert course.box(1.04, 1) == Box(90, 20, 130, 70)
    assert course.box(1.04, 0) is None


def test_the_last_sample_stands_for_the_rest_of_its_interval() -> None:
    course = course_of((frames_of()[-1], 20))  # second 5.8
    assert course.box(5.98, 0) == Box(20, 20, 60, 70)
    assert course.box(6.02, 0) is None


def test_pictures_of_a_slide_show_follow_each_other_at_any_distance() -> None:
    slides = [SampledFrame(n, 3 * n, 3.0 * n, 0) for n in range(3)]
    track = Track(1, tuple(sighting_of(slide, 0.5, 20) for slide in slides), track_of(1, slides, untouched).thumbnail)
    assert [len(run) for run in visible_runs(track, 5.0)] == [3]
    assert FacePath(made_result(frames=tuple(slides)), track).box(4.4, 0) == Box(20, 20, 60, 70)
