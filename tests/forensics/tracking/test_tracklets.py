"""Following faces inside a shot. A face is 40 × 50 pixels, its side √2000 = 44.7; five frames a second."""

from dataclasses import replace

import numpy as np
import pytest
from made_sightings import ADA, BEN, look, observation

from forensics.tracking.appearance import similarity
from forensics.tracking.tracklets import Tracklet, TrackletTracker, center_and_log_size, tracklet_descriptor
from forensics.types.analysis import Box
from forensics.types.video import SampledFrame


def seen(seconds, x, degrees=ADA, height=50):
    found = observation(SampledFrame(0, 0, seconds, 0), "a", x, degrees)
    return replace(found, sighting=replace(found.sighting, box=Box(x - 20, 100, x + 20, 100 + height)))


def followed(*frames, times=None):
    """The x of the middles that each tracklet holds. frames: lists of faces (x, degrees[, height])."""
    tracker = TrackletTracker()
    for number, faces in enumerate(frames):
        seconds = 10 + number / 5 if times is None else times[number]
        tracker.update(SampledFrame(number, number, seconds, 0), [seen(seconds, *face) for face in faces])
    return [[one.sighting.box.left + 20 for one in tracklet.observations] for tracklet in tracker.tracklets]


def test_place_and_size_of_a_face():
    np.testing.assert_allclose(center_and_log_size(seen(0, 120)), [120, 125, np.log(2000) / 2])


def test_velocity_follows_the_newest_steps():
    """Of a step of 0.2 s counts 0.2 / 0.5 = 0.4: 50 pixels a second make 20, then 20 + 0.4 · 30 = 32."""
    tracklet = Tracklet(0, seen(10.0, 100))
    assert tracklet.velocity.tolist() == [0, 0]
    tracklet.add(1, seen(10.2, 110))
    np.testing.assert_allclose(tracklet.velocity, [20, 0])
    tracklet.add(2, seen(10.4, 120))
    np.testing.assert_allclose(tracklet.velocity, [32, 0])
    np.testing.assert_allclose(tracklet.expected(10.9), [136, 125, np.log(2000) / 2])
    tracklet.add(3, seen(10.4, 150))  # at the same moment, in a broken file
    np.testing.assert_allclose(tracklet.velocity, [32, 0])


def test_a_fifth_of_what_is_expected_next_is_the_newest_look():
    tracklet = Tracklet(0, seen(0.0, 100, ADA))
    tracklet.add(1, seen(0.2, 100, BEN))
    np.testing.assert_allclose(tracklet.appearance, 0.8 * look(ADA) + 0.2 * look(BEN), atol=1e-7)
    assert tracklet.appearance.dtype == np.float32


def test_of_more_than_two_hundred_sightings_every_second_makes_the_look():
    both = [seen(0.0, 100, angle) for angle in (ADA, BEN)]
    np.testing.assert_allclose(tracklet_descriptor(both * 101), look(ADA), atol=1e-6)
    mean = np.sqrt((np.square(look(ADA)) + np.square(look(BEN))) / 2)
    np.testing.assert_allclose(tracklet_descriptor(both * 100), mean, atol=1e-6)
    assert similarity(tracklet_descriptor(both), mean) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize(("x", "kept"), [(139, True), (141, False), (61, True), (59, False)])
def test_a_face_is_found_within_nine_tenths_of_its_side_after_a_fifth_of_a_second(x, kept):
    """0.7 and 1.0 · 0.2 more: 40.2 pixels."""
    assert followed([(100, ADA)], [(x, ADA)]) == ([[100, x]] if kept else [[100], [x]])


@pytest.mark.parametrize(("x", "kept"), [(166, True), (169, False)])
def test_the_way_to_a_face_grows_while_it_is_not_seen(x, kept):
    """0.7 and 1.0 · 0.8: 67.1 pixels."""
    assert followed([(100, ADA)], [], [], [], [(x, ADA)]) == ([[100, x]] if kept else [[100], [x]])


@pytest.mark.parametrize(("x", "kept"), [(211, True), (213, False)])
def test_the_way_ends_at_two_and_a_half_sides(x, kept):
    """111.8 pixels; where three seconds lie between two frames, a face of the last frame is waited for all the same."""
    assert followed([(100, ADA)], [(x, ADA)], times=(20.0, 23.0)) == ([[100, x]] if kept else [[100], [x]])


@pytest.mark.parametrize(("last", "kept"), [(11.5, True), (11.75, False)])
def test_a_face_that_is_not_seen_is_waited_for_one_second_and_a_half(last, kept):
    found = followed([(100, ADA)], [], [], [(100, ADA)], times=(10.0, 10.5, 11.0, last))
    assert found == ([[100, 100]] if kept else [[100], [100]])


@pytest.mark.parametrize(("height", "kept"), [(164, True), (168, False)])
def test_a_face_does_not_grow_at_once_beyond_measure(height, kept):
    """By 0.6 in the logarithm of the side, hence by e ** 1.2 = 3.32 in the height alone, 166. Its middle is lower, too:
    0.2 s are too short for that, a second is not."""
    found = followed([(100, ADA)], [(100, ADA, height)], times=(10.0, 11.0))
    assert found == ([[100, 100]] if kept else [[100], [100]])


@pytest.mark.parametrize(("degrees", "kept"), [(36, True), (37, False)])
def test_a_face_alone_must_be_alike_by_four_fifths(degrees, kept):
    """cos 36° = 0.81, cos 37° = 0.799."""
    assert followed([(100, ADA)], [(100, degrees)]) == ([[100, 100]] if kept else [[100], [100]])


@pytest.mark.parametrize(("degrees", "kept"), [(25, True), (27, False)])
def test_after_a_moment_out_of_sight_it_must_be_alike_by_nine_tenths(degrees, kept):
    """cos 25° = 0.906, cos 27° = 0.891."""
    assert followed([(100, ADA)], [], [(100, degrees)]) == ([[100, 100]] if kept else [[100], [100]])


@pytest.mark.parametrize(
    ("rival", "kept"),
    [
        ((160, 30), False),  # 1.34 sides away, alike by 0.87: within 0.1 of 0.82
        ((182, 30), True),  # 1.83 sides: twice 0.9 is nearer
        ((160, 80), True),  # alike by 0.17
    ],
)
def test_beside_a_rival_that_is_as_much_alike_it_must_be_by_085(rival, kept):
    first, *others = followed([(100, ADA)], [(100, 35), rival])  # cos 35° = 0.82
    assert first == ([100, 100] if kept else [100])
    assert len(others) == (1 if kept else 2)


def test_faces_that_look_alike_are_told_apart_by_the_least_way_in_all():
    assert followed([(100, ADA), (125, ADA)], [(126, ADA), (101, ADA)]) == [[100, 101], [125, 126]]


def test_faces_at_the_same_distance_are_told_apart_by_their_looks():
    tracker = TrackletTracker()
    tracker.update(SampledFrame(0, 0, 0.0, 0), [seen(0.0, 100, 0), seen(0.0, 120, 20)])
    tracker.update(SampledFrame(1, 1, 0.2, 0), [seen(0.2, 110, 20), seen(0.2, 110, 0)])
    for tracklet, degrees in zip(tracker.tracklets, (0, 20), strict=True):
        np.testing.assert_array_equal(tracklet.observations[1].appearance, look(degrees))


def test_two_faces_that_go_far_are_both_kept_rather_than_one_that_stays():
    found = followed([(200, ADA), (300, ADA)], [(100, ADA), (200, ADA)], times=(20.0, 22.0))
    assert found == [[200, 100], [300, 200]]


def test_another_shot_begins_anew():
    tracker = TrackletTracker()
    for number, shot in enumerate((0, 0, 1)):
        tracker.update(SampledFrame(number, number, number / 5, shot), [seen(number / 5, 100)])
    assert [len(tracklet.observations) for tracklet in tracker.tracklets] == [2, 1]


def test_looks_that_are_kept_in_half_precision_are_averaged_in_single():
    halves = [replace(seen(0.0, 100, angle), appearance=look(angle).astype(np.float16)) for angle in (ADA, BEN)]
    singles = [replace(one, appearance=one.appearance.astype(np.float32)) for one in halves]
    np.testing.assert_allclose(tracklet_descriptor(halves), tracklet_descriptor(singles), atol=1e-7)
    assert Tracklet(0, halves[0]).appearance.dtype == np.float32
