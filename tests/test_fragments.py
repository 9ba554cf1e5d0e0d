import pytest
from made_sightings import ADA, BEN, observation

from forensics.tracking.fragments import merge_fragments
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
