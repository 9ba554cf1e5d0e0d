"""The resolution at which maps are compared, and the order of their pixels."""

import numpy as np
import pytest

from explain.faithfulness.trial import small
from explain.smoothing import order, smoothed


def test_smoothing_keeps_the_sum_even_at_the_border_and_the_map_that_is_asked_about() -> None:
    spot = np.zeros((40, 40), np.float32)
    spot[0, 0] = 1
    assert smoothed(spot).sum() == pytest.approx(1, abs=1e-5)
    assert spot[0, 0] == 1


def test_a_spot_becomes_a_blob_of_a_twentieth_of_the_longer_side() -> None:
    spot = np.zeros((40, 20), np.float32)
    spot[20, 10] = 1
    row = smoothed(spot)[20]
    assert row[12] / row[10] == pytest.approx(np.exp(-1 / 2), abs=1e-3)  # two pixels, one standard deviation


def test_pixels_are_ordered_by_their_value_highest_first() -> None:
    assert order(np.float32([[0.5, -3], [2, 1]])).tolist() == [2, 3, 0, 1]


@pytest.mark.parametrize("shape", [(60, 60), (300, 260), (500, 431)])  # the last two are rounded to patterns
def test_the_ties_of_an_even_map_are_drawn_at_random_and_not_from_above(shape: tuple[int, int]) -> None:
    even = smoothed(small(np.full(shape, 0.3, np.float32)))
    numbers = order(even)
    np.testing.assert_array_equal(numbers, order(even))
    first_half = numbers[: len(numbers) // 2]
    assert np.mean(first_half < len(numbers) // 2) == pytest.approx(0.5, abs=0.03)
    assert np.mean(first_half % even.shape[1] < even.shape[1] // 2) == pytest.approx(0.5, abs=0.03)


def test_an_empty_map_has_an_order_too() -> None:
    assert sorted(order(np.zeros((3, 3), np.float32)).tolist()) == list(range(9))
