from dataclasses import replace

import pytest
from made_sightings import ADA, BEN, observation

from forensics.tracking.fragments import merge_fragments
from forensics.types.analysis import Box
from forensics.types.video import SampledFrame

BEHIND = 40
"""An appearance half hidden: similarity 0.77 with Ada's."""


def seen(name, degrees, frames, x=100, step=10, shots=()):
    """Sightings in the frames of these numbers, of a face that moves by step pixels a frame; five frames a second."""
    return [
        observation(SampledFrame(n, n, n / 5, sum(shot <= n for shot in shots)), name, x + step * n, degrees)
        for n in frames
    ]


def names(persons):
    return ["".join(o.sighting.weight_reason.parameters["sentence"] for o in person) for person in persons]


GONE = [0, 1, 2, 3, 6, 7, 8]


def test_a_face_half_hidden_between_two_sightings_of_a_person_is_that_person():
    person, fragment = seen("a", ADA, GONE), seen("x", BEHIND, [4, 5])
    persons = [person, fragment]
    found = merge_fragments(persons)
    assert names(found) == ["aaaaxxaaa"]
    assert [o.sighting.frame.index for o in found[0]] == list(range(9))
    assert names(persons) == ["aaaaaaa", "xx"]  # as they came


@pytest.mark.parametrize(
    "fragment",
    [
        seen("x", ADA, [3, 4]),  # the person is in frame 3 too
        seen("x", ADA, [9]),  # after the last sighting
        seen("x", ADA, [4], x=200),  # elsewhere
        seen("x", ADA + 60, [4]),  # unlike
    ],
    ids=["beside", "after", "elsewhere", "unlike"],
)
def test_any_other_face_stays_a_person(fragment):
    assert names(merge_fragments([seen("a", ADA, GONE), fragment])) == ["aaaaaaa", "x" * len(fragment)]


def test_between_two_people_who_are_both_away_nobody_is_chosen_unless_one_is_clearly_more_alike():
    people = [seen("a", ADA, GONE), seen("b", BEN, GONE)]
    assert names(merge_fragments([*people, seen("x", 30, [4])])) == ["aaaaaaa", "bbbbbbb", "x"]
    assert names(merge_fragments([*people, seen("x", 40, [4])])) == ["aaaaaaa", "bbbbxbbb"]


def test_a_long_absence_and_another_shot_join_nothing():
    away = seen("a", ADA, [0, 1, 2, 3, 40, 41, 42])
    assert names(merge_fragments([away, seen("x", ADA, [20])])) == ["aaaaaaa", "x"]
    cut = seen("a", ADA, GONE, shots=(5,))
    assert names(merge_fragments([cut, seen("x", ADA, [4])])) == ["aaaaaaa", "x"]


LATER = [10 + n for n in GONE]


def test_the_way_is_straight_and_the_face_lies_on_it_at_its_time():
    """Sixty pixels a frame, so that a face 45 pixels large is far from where it was a frame ago."""
    person = seen("a", ADA, LATER, step=60)
    assert names(merge_fragments([person, seen("x", BEHIND, [14, 15], x=120, step=60)])) == ["aaaaxxaaa"]
    for behind in (-60, 60):  # a frame behind, a frame ahead
        assert len(merge_fragments([person, seen("x", BEHIND, [14], x=100 + behind, step=60)])) == 2


def test_three_sightings_are_a_fragment_and_four_are_a_person():
    gone = [0, 1, 2, 3, 8, 9, 10]
    assert len(merge_fragments([seen("a", ADA, gone), seen("x", BEHIND, [4, 5, 6])])) == 1
    assert len(merge_fragments([seen("a", ADA, gone), seen("x", BEHIND, [4, 5, 6, 7])])) == 2


@pytest.mark.parametrize("frames", [[0, 4, 5, 6], [0, 1, 2, 6]])
def test_one_sighting_before_or_after_the_gap_is_enough(frames):
    assert len(merge_fragments([seen("a", ADA, frames), seen("x", BEHIND, [3])])) == 1


@pytest.mark.parametrize(("back", "persons"), [(20, 1), (21, 2)])
def test_a_person_is_away_for_three_seconds_at_most(back, persons):
    frames = [0, 1, 2, 5, back, back + 1]  # away from the first second on
    assert len(merge_fragments([seen("a", ADA, frames), seen("x", BEHIND, [12])])) == persons


@pytest.mark.parametrize(("height", "persons"), [(160, 1), (180, 2)])
def test_a_face_of_another_size_is_another(height, persons):
    """The person's area is 40 · 50 pixels; 0.6 in the logarithm of the side is 3.3 times as much."""
    (fragment,) = seen("x", BEHIND, [4])
    box = fragment.sighting.box
    larger = replace(fragment.sighting, box=Box(box.left, 125 - height // 2, box.right, 125 + height // 2))
    assert len(merge_fragments([seen("a", ADA, GONE), [replace(fragment, sighting=larger)]])) == persons
