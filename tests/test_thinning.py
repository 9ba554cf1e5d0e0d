"""Fewer points of what is long."""

import numpy as np

from pages.parts.widgets.downsampling import MAX_POINTS, min_max_decimate, subsample


def test_what_is_short_stays_as_it_is():
    assert subsample([3, 1, 2]) == [3, 1, 2]
    assert subsample([]) == []
    assert min_max_decimate(np.array([0.2, np.nan, 0.1])).tolist() == [0, 1, 2]
    assert min_max_decimate(np.zeros(0)).tolist() == []


def test_of_what_is_long_so_many_are_taken_at_equal_distances():
    taken = subsample(range(3 * MAX_POINTS - 2))
    assert (len(taken), taken[0], taken[1], taken[-1]) == (2000, 0, 3, 5997)


def test_peaks_and_breaks_of_a_long_line_are_kept():
    values = np.full(20_000, 0.5)
    values[[7, 11_111]] = 0.99, 0.01
    values[15_000] = np.nan
    kept = min_max_decimate(values)
    assert {7, 11_111, 15_000} <= set(kept.tolist())
    assert 666 <= len(kept) <= MAX_POINTS
    assert (np.diff(kept) > 0).all()


def test_a_line_without_any_value_is_thinned_as_well():
    assert len(min_max_decimate(np.full(20_000, np.nan))) == 666
