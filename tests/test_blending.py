import numpy as np
import pytest

from forensics.synthesis.blending import laplacian_pyramid_blend, poisson_clone
from forensics.synthesis.poisson import blend_gradients


def disc(side: int, radius: float) -> np.ndarray:
    y, x = np.indices((side, side)) - side / 2
    return x**2 + y**2 < radius**2


def smooth_pictures(side: int = 60) -> tuple[np.ndarray, np.ndarray]:
    y, x = np.indices((side, side)) / side
    source = np.dstack([60 + 40 * np.sin(9 * x), 80 + 30 * y, 90 + 20 * x * y])
    target = np.dstack([150 + 60 * x, 130 + 40 * y * x, 120 - 50 * y])
    return source.astype(np.uint8), target.astype(np.uint8)


def test_the_membrane_comes_near_the_exact_solution():
    source, target = smooth_pictures()
    inside = disc(60, 22)
    exact, fast = (blend(source, target, inside).astype(int) for blend in (blend_gradients, poisson_clone))
    assert np.abs(exact - source)[inside].mean() > 40  # how far the colors had to go
    assert np.abs(fast - exact)[inside].mean() < 3
    np.testing.assert_array_equal(fast[~inside], target[~inside])


def test_a_source_that_differs_by_a_constant_becomes_the_target():
    _, target = smooth_pictures()
    cloned = poisson_clone(target - np.uint8(30), target, disc(60, 20))
    assert np.abs(cloned.astype(int) - target).max() <= 1


@pytest.mark.parametrize("inside", [np.zeros((9, 9), bool), np.ones((9, 9), bool)], ids=["nothing", "everything"])
def test_without_an_edge_the_target_stays(inside):
    source, target = np.zeros((9, 9, 3), np.uint8), np.full((9, 9, 3), 7, np.uint8)
    np.testing.assert_array_equal(poisson_clone(source, target, inside), target)


def test_a_mask_at_the_border_of_the_picture_is_no_error():
    source, target = smooth_pictures()
    inside = np.zeros((60, 60), bool)
    inside[:20, :30] = True
    cloned = poisson_clone(source, target, inside)
    np.testing.assert_array_equal(cloned[~inside], target[~inside])
    assert (
        np.abs(cloned[inside].astype(int) - target[inside]).mean()
        < np.abs(source[inside] - 0.0 - target[inside]).mean()
    )


def test_two_bands_take_the_source_inside_and_say_where_they_reached():
    source, target = smooth_pictures()
    mask = disc(60, 18).astype(np.float32)
    blended, touched = laplacian_pyramid_blend(source, target, mask, reach=4)
    assert np.abs(blended[30, 30].astype(int) - source[30, 30]).max() <= 1
    np.testing.assert_array_equal(blended[touched == 0], target[touched == 0])
    assert (touched >= mask).all()
    assert touched[30, 30 + 20] > 0 and touched[30, 30 + 24] == 0  # 18 and 4 pixels of reach
    assert mask[30, 30 + 20] == 0
