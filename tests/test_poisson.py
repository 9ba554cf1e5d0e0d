"""Blending in the gradient domain."""

import numpy as np

from forensics.synthesis.poisson import blend_gradients


def square_inside(side: int) -> np.ndarray:
    inside = np.zeros((side, side), bool)
    inside[2:-2, 2:-2] = True
    return inside


def test_a_flat_source_takes_the_color_around_it():
    source, target = np.full((9, 9, 3), 200, np.uint8), np.full((9, 9, 3), 50, np.uint8)
    assert np.array_equal(blend_gradients(source, target, square_inside(9)), target)


def test_a_ramp_keeps_its_slope_and_loses_its_level():
    ramp = np.repeat(np.arange(0, 90, 10, dtype=np.uint8)[None, :, None], 9, axis=0).repeat(3, axis=2)
    blended = blend_gradients(ramp, ramp + 100, square_inside(9))
    assert np.array_equal(blended, ramp + 100)


def test_one_pixel_is_solved_by_hand():
    """4 f − 4 · 100 = 4 · 30 − (0 + 10 + 20 + 30), so f = 115."""
    source = np.zeros((3, 3, 3), np.uint8)
    source[0, 1], source[1, 0], source[1, 1], source[1, 2], source[2, 1] = 0, 10, 30, 20, 30
    target = np.full((3, 3, 3), 100, np.uint8)
    inside = np.zeros((3, 3), bool)
    inside[1, 1] = True
    blended = blend_gradients(source, target, inside)
    assert blended[1, 1].tolist() == [115, 115, 115]
    assert (blended != target).any(axis=2).sum() == 1


def test_nothing_outside_the_mask_changes_and_the_arguments_stay():
    source, target = np.random.default_rng(0).integers(0, 256, (2, 30, 40, 3), np.uint8)
    inside = np.zeros((30, 40), bool)
    inside[5:20, 8:31] = True
    before = target.copy()
    blended = blend_gradients(source, target, inside)
    assert np.array_equal(blended[~inside], target[~inside])
    assert np.array_equal(target, before)
    assert (blended[inside] != target[inside]).any(axis=1).mean() > 0.9


def test_an_empty_mask_gives_a_copy():
    target = np.zeros((4, 4, 3), np.uint8)
    blended = blend_gradients(target, target, np.zeros((4, 4), bool))
    assert blended is not target
