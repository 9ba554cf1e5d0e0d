import numpy as np
import pytest

from forensics.faces.landmarks import FACE_OVAL, INNER_FACE
from forensics.synthesis.hull import PARTS, deform_and_feather, hull_mask, odd_kernel_size


def square_face() -> np.ndarray:
    """A mesh whose oval is the square (20, 20) to (80, 80) and whose other points lie in its middle."""
    mesh = np.full((468, 2), 50, np.float32)
    corners = np.float32([[20, 20], [80, 20], [80, 80], [20, 80]])
    mesh[list(FACE_OVAL)] = np.repeat(corners, 9, axis=0)
    return mesh


def test_the_hull_of_the_face_is_filled_and_nothing_else():
    mask = hull_mask(square_face(), "face", 100, 100)
    assert mask.dtype == np.float32
    assert mask.sum() == 61 * 61
    assert mask[20:81, 20:81].all()


def test_points_outside_the_picture_do_no_harm():
    assert hull_mask(square_face() - 50, "face", 100, 100).sum() == 31 * 31


@pytest.mark.parametrize("part", PARTS)
def test_every_part_names_points_of_the_mesh(part):
    for outline in PARTS[part]:
        assert len(set(outline)) == len(outline) >= 10
        assert min(outline) >= 0 and max(outline) < 468


def test_the_inner_face_leaves_out_the_outline():
    assert not set(INNER_FACE) & set(FACE_OVAL)


def test_a_softened_mask_keeps_to_the_unit_interval_and_near_its_hull():
    hull = hull_mask(square_face(), "face", 100, 100)
    softened = [deform_and_feather(hull, 60, np.random.default_rng(seed)) for seed in range(5)]
    for soft in softened:
        assert soft.min() >= 0 and soft.max() <= 1
        assert soft[50, 50] == 1
        assert soft[:3].max() == 0
    assert any(((soft > 0) & (soft < 1)).any() for soft in softened)


def test_the_same_seed_gives_the_same_mask_and_the_hull_is_left_alone():
    hull = hull_mask(square_face(), "face", 100, 100)
    before = hull.copy()
    first, second = (deform_and_feather(hull, 60, np.random.default_rng(3)) for _ in range(2))
    np.testing.assert_array_equal(first, second)
    np.testing.assert_array_equal(hull, before)


@pytest.mark.parametrize(("pixels", "filter_size"), [(0.0, 1), (1.9, 1), (2.0, 3), (5.0, 5), (6.1, 7)])
def test_filter_sizes_are_odd(pixels, filter_size):
    assert odd_kernel_size(pixels) == filter_size
