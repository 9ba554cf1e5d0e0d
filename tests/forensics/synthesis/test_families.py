"""The contract of every forgery family: the mask is exact, chance comes from the seed, inputs stay as they are."""

import numpy as np
import pytest
from sitters import sitters

from forensics.synthesis.families import FAMILIES

pytestmark = pytest.mark.slow

CHANGES_SURROUNDINGS = {"self_blend"}
"""Families whose changed side may be the surroundings, as in their paper, so that pixels outside the mask change."""


@pytest.fixture(scope="module")
def people():
    return sitters()


@pytest.mark.parametrize("name", sorted(FAMILIES.keys() - CHANGES_SURROUNDINGS))
def test_outside_the_mask_the_forgery_is_the_target_and_inside_it_is_not(people, name):
    target, *donors = people
    for seed in range(6):
        forgery = FAMILIES[name](target, donors, np.random.default_rng(seed))
        untouched = forgery.mask == 0
        assert untouched.any() or forgery.how.startswith("whole picture")
        np.testing.assert_array_equal(forgery.image[untouched], target.image[untouched])
        changed = np.abs(forgery.image.astype(int) - target.image).max(axis=2)
        assert changed[forgery.mask > 0.5].mean() > 1


@pytest.mark.parametrize("name", FAMILIES)
def test_a_forgery_has_the_shape_of_its_target_and_says_how_it_was_made(people, name):
    target, *donors = people
    for seed in range(6):
        forgery = FAMILIES[name](target, donors, np.random.default_rng(seed))
        assert (forgery.image.shape, forgery.image.dtype) == (target.image.shape, np.uint8)
        assert (forgery.mask.shape, forgery.mask.dtype) == (target.image.shape[:2], np.float32)
        assert forgery.mask.min() >= 0 and 0.5 < forgery.mask.max() <= 1
        assert forgery.how


@pytest.mark.parametrize("name", FAMILIES)
def test_the_same_seed_gives_the_same_forgery_and_another_seed_another(people, name):
    target, *donors = people
    first, again, other = (FAMILIES[name](target, donors, np.random.default_rng(seed)) for seed in (3, 3, 4))
    assert first.how == again.how
    np.testing.assert_array_equal(first.image, again.image)
    np.testing.assert_array_equal(first.mask, again.mask)
    assert not np.array_equal(first.image, other.image)


@pytest.mark.parametrize("name", FAMILIES)
def test_the_inputs_stay_as_they_are(people, name):
    target, *donors = people
    before = [(person.image.copy(), person.mesh.copy()) for person in people]
    for seed in range(3):
        FAMILIES[name](target, donors, np.random.default_rng(seed))
    for person, (image, mesh) in zip(people, before, strict=True):
        np.testing.assert_array_equal(person.image, image)
        np.testing.assert_array_equal(person.mesh, mesh)
