"""Identity swaps: another person's face, its colors adapted, inside an outline of chance."""

from collections import Counter

import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.face_swap import swap_face
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.hull import hull_mask
from forensics.synthesis.identity_swap import BLEND_WEIGHTS, PART_WEIGHTS, identity_swap


@pytest.fixture(scope="module")
def people():
    return sitters()


@pytest.fixture(scope="module")
def swaps(people):
    return [identity_swap(people[0], people, np.random.default_rng(seed)) for seed in range(30)]


def test_every_part_and_every_blend_comes_up(swaps):
    kinds = Counter(tuple(swap.how.removeprefix("swapped ").split(", ")) for swap in swaps)
    assert {part for part, _ in kinds} == set(PART_WEIGHTS)
    assert {blend for _, blend in kinds} == set(BLEND_WEIGHTS)


def test_the_outline_lies_on_the_face(people, swaps):
    face = hull_mask(people[0].mesh, "face", *people[0].image.shape[:2]) > 0
    for swap in swaps:
        inside = swap.mask > 0.5
        assert 0.1 * face.sum() < inside.sum() < 1.1 * face.sum()
        assert (inside & ~face).sum() < 0.1 * inside.sum()


def test_some_edges_are_hard_and_some_are_soft(swaps):
    soft = [((swap.mask > 0) & (swap.mask < 1)).any() for swap in swaps]
    assert 0 < sum(soft) < 30


def test_the_colors_come_from_the_target_and_the_face_from_the_donor(people):
    """A donor darkened to a third: the swap comes nearer to the target's brightness than to its own.

    Its lines are the donor's.
    """
    target, donor = people[0], people[1]
    dark = FaceImage(donor.image // 3, donor.mesh)
    lines = swap_face(donor.image, donor.mesh, target.image, target.mesh, "inner face", "feather").image
    for seed in range(5):
        swap = identity_swap(target, [dark], np.random.default_rng(seed))
        inside = swap.mask > 0.9
        assert swap.image[inside].mean() > (target.image[inside].mean() + dark.image.mean()) / 2
        to_donor, to_target = (
            np.corrcoef(swap.image[inside].mean(axis=1), picture[inside].mean(axis=1))[0, 1]
            for picture in (lines, target.image)
        )
        assert to_donor > max(0.4, to_target)
