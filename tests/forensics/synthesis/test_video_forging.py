"""One face forged for some seconds: exactly these frames, inside the mask, and steadily."""

from fractions import Fraction

import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.families import FAMILIES, STEADY_FAMILIES
from forensics.synthesis.still_animation import animate_still, camera_path
from forensics.synthesis.video_forging import FixedGenerator, forge_video

pytestmark = pytest.mark.slow

RATE = Fraction(10)
AT_REST = np.float64([[1, 0, 0], [0, 1, 0]])


@pytest.fixture(scope="module")
def people():
    return sitters()


def moving(person, count=6):
    height, width = person.image.shape[:2]
    return list(animate_still(person, AT_REST, width, height, camera_path(count, RATE, 1)))


@pytest.mark.parametrize("family", STEADY_FAMILIES)
def test_frames_of_the_span_are_forged_inside_the_mask_and_no_others(people, family):
    untouched = moving(people[0])
    forged = list(forge_video(untouched, RATE, FAMILIES[family], people[1:], 3, 0.2, 0.4))
    assert [bool(frame.mask.any()) for frame in forged] == [False, False, True, True, False, False]
    assert [bool(frame.how) for frame in forged] == [False, False, True, True, False, False]
    for frame, before in zip(forged, untouched, strict=True):
        changed = (frame.face.image != before.image).any(axis=2)
        assert changed.any() == frame.mask.any()
        assert not (changed & (frame.mask == 0)).any()
        assert (frame.face.mesh == before.mesh).all()


@pytest.mark.parametrize("family", STEADY_FAMILIES)
def test_what_is_done_does_not_change_with_the_frame(people, family):
    """With the mesh at rest and the picture at rest, frames differ by grain alone, if at all."""
    still = moving(people[0], 1) * 2
    for seed in range(3):
        one, two = forge_video(still, RATE, FAMILIES[family], people[1:], seed, 0, 1)
        assert one.how == two.how
        assert np.abs(one.mask - two.mask).max() < 0.01
        assert np.abs(one.face.image.astype(int) - two.face.image).mean() < 1.5


@pytest.mark.parametrize("family", STEADY_FAMILIES)
def test_the_choices_are_those_of_one_seed_while_the_face_grows(people, family):
    small, large = people[0], people[0]._replace(mesh=people[0].mesh * np.float32(1.03))
    for seed in range(6):
        hows = {frame.how for frame in forge_video([small, large], RATE, FAMILIES[family], people[1:], seed, 0, 1)}
        assert len(hows) == 1


def test_one_donor_is_kept(people):
    used = []

    def remember(target, donors, generator):
        used.append([donor.image.tobytes() for donor in donors])
        return FAMILIES["hull_swap"](target, donors, generator)

    list(forge_video(moving(people[0], 3), RATE, remember, people[1:], 0, 0, 1))
    assert len(used) == 3
    assert len(used[0]) == 1
    assert used[0] == used[1] == used[2]


def test_frames_are_forged_one_at_a_time(people):
    drawn = []

    def faces():
        for number, face in enumerate(moving(people[0], 4)):
            drawn.append(number)
            yield face

    next(forge_video(faces(), RATE, FAMILIES["hull_swap"], people[1:], 0, 0, 1))
    assert drawn == [0]


def test_grain_is_new_in_every_frame_and_leaves_the_choices_alone():
    first, second = FixedGenerator(1, 0), FixedGenerator(1, 1)
    assert not np.allclose(first.standard_normal((3, 3)), second.standard_normal((4, 5))[:3, :3])
    assert first.uniform() == second.uniform() == np.random.Generator(np.random.PCG64(1)).uniform()
