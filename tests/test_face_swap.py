"""Face swaps: aligned by landmarks, colors matched, blended inside the hull."""

import numpy as np
import pytest

from forensics.synthesis.face_swap import match_colors, swap_face
from forensics.synthesis.hull import hull_mask


def disc_of_points(side: float, x: float, y: float) -> np.ndarray:
    """A made-up mesh: 468 points on a sunflower's disc, so that every part's hull has an area."""
    n = np.arange(468)
    radius, angle = side / 2 * np.sqrt((n + 0.5) / 468), n * 2.399963
    return np.column_stack([x + radius * np.cos(angle), y + radius * np.sin(angle)]).astype(np.float32)


def halves(height: int, width: int, split: int) -> np.ndarray:
    """Dark above the row `split`, bright below."""
    pixels = np.full((height, width, 3), 60, np.uint8)
    pixels[split:] = 180
    return pixels


@pytest.mark.parametrize("blend", ["feather", "poisson"])
def test_the_picture_changes_inside_the_mask_only(blend):
    rng = np.random.default_rng(0)
    source, target = rng.integers(0, 256, (2, 80, 90, 3), np.uint8)
    mesh = disc_of_points(50, 45, 40)
    before = target.copy()
    forgery = swap_face(source, disc_of_points(40, 40, 36), target, mesh, "face", blend)
    assert (forgery.image.shape, forgery.image.dtype, forgery.mask.dtype) == ((80, 90, 3), np.uint8, np.float32)
    assert np.array_equal(target, before)
    assert np.array_equal(forgery.image[forgery.mask == 0], target[forgery.mask == 0])
    assert np.abs(forgery.image[forgery.mask == 1].astype(int) - target[forgery.mask == 1]).mean() > 20
    assert forgery.mask[hull_mask(mesh, "face", 80, 90) == 0].max() == 0
    assert forgery.how.startswith("swapped face, ")


def test_the_source_is_moved_and_scaled_onto_the_target():
    """The source's border between dark and bright, at the middle of its face, comes to the middle of the target's."""
    source, target = halves(60, 60, 30), halves(120, 120, 45)
    forgery = swap_face(source, disc_of_points(40, 30, 30), target, disc_of_points(80, 60, 60), "face", "feather")
    column = forgery.image[40:80, 60, 0].astype(int)
    assert abs(int(np.argmax(np.diff(column))) + 40.5 - 60) <= 1.5


def test_matched_colors_have_the_mean_of_the_reference_inside_the_region():
    rng = np.random.default_rng(1)
    image = rng.integers(0, 60, (40, 40, 3), np.uint8)
    reference = rng.integers(120, 220, (40, 40, 3), np.uint8)
    where = np.zeros((40, 40), bool)
    where[10:30, 10:30] = True
    matched = match_colors(image, reference, where)
    assert np.abs(matched[where].mean(axis=0) - reference[where].mean(axis=0)).max() < 4
    assert np.abs(matched[where].std() - reference[where].std()) < 6
