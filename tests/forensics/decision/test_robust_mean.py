import math

import numpy as np
import pytest

from forensics.decision.robust_mean import noise_std, sliding_windows, weighted_median

FIVE = np.arange(5) / 5


def row(*values: float) -> np.ndarray:
    return np.array([values], float)


def test_one_outlier_never_passes_the_others_however_heavy_it_is():
    made = weighted_median(row(1, 1.1, 1.2, 9), row(0.2, 0.2, 0.2, 50), row(0, 1, 2, 3), 0.4)
    assert made.middle == pytest.approx(1.2)


def test_a_weight_of_zero_is_no_value():
    made = weighted_median(row(1, 100, 1.2, 1.4), row(1, 0, 1, 1), row(0, 1, 2, 3), 0.4)
    assert made.middle == pytest.approx(1.2)
    assert made.count.tolist() == [3]


def test_the_middle_of_two_lies_between_them():
    assert weighted_median(row(1, 2), row(1, 1), row(0, 5), 0.4).middle == pytest.approx(1.5)


def test_the_error_of_sightings_far_apart_falls_with_the_root_of_their_number():
    made = weighted_median(np.zeros((1, 100)), np.ones((1, 100)), 100.0 * np.arange(100)[None], 0.4)
    assert made.error == pytest.approx(1.2533 * 0.4 / 10)


def test_a_row_that_scatters_more_than_the_rest_has_its_own_error():
    made = weighted_median(np.tile(row(-1, 1), (1, 50)), np.ones((1, 100)), 100.0 * np.arange(100)[None], 0.4)
    assert made.error == pytest.approx(1.2533 * 1.4826 / 10)


def test_sightings_at_the_same_moment_are_worth_one():
    together = weighted_median(np.zeros((1, 5)), np.ones((1, 5)), np.zeros((1, 5)), 0.4)
    assert together.error == pytest.approx(1.2533 * 0.4)


def test_the_worth_is_that_of_the_written_double_sum():
    weights = np.array([1.0, 0.5, 0.25, 1.0, 1.0])
    double = sum(
        a * b * math.exp(-abs(s - t) / 0.3)
        for a, s in zip(weights, FIVE, strict=True)
        for b, t in zip(weights, FIVE, strict=True)
    )
    made = weighted_median(np.zeros((1, 5)), weights[None], FIVE[None], 0.4)
    assert made.error == pytest.approx(1.2533 * 0.4 / math.sqrt(weights.sum() ** 2 / double))


@pytest.mark.parametrize("deviation", [0.2, 0.4, 1.0])
def test_the_spread_of_a_course_that_remembers_is_found_again(deviation):
    generator = np.random.default_rng(5)
    kept = math.exp(-0.2 / 0.3)
    course = [0.0]
    for step in generator.normal(0, deviation * math.sqrt(1 - kept**2), 2000):
        course.append(kept * course[-1] + step)
    assert noise_std(np.array(course), np.arange(2001) / 5) == pytest.approx(deviation, rel=0.1)


def test_a_forged_stretch_and_a_flickering_frame_do_not_widen_the_spread():
    values = np.tile([0.0, 0.3], 50)
    forged = values + np.where((np.arange(100) >= 40) & (np.arange(100) < 60), 6.0, 0.0)
    forged[80] = 9
    seconds = np.arange(100) / 5
    assert noise_std(forged, seconds) == pytest.approx(noise_std(values, seconds), rel=0.01)


def test_the_spread_of_few_is_the_typical_one():
    assert noise_std(np.zeros(1), np.zeros(1)) == pytest.approx(0.4)
    assert noise_std(np.zeros(3), np.array([0, 0.2, 0.2])) == pytest.approx(0.4 * math.sqrt(0.8))


def test_a_window_holds_what_is_at_most_half_of_it_away():
    values, weights, seconds = sliding_windows(np.arange(5.0), np.ones(5), FIVE, 0.2)
    assert weights.tolist() == [[1, 1, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 0]]
    assert values[2].tolist() == [1, 2, 3]
    np.testing.assert_allclose(seconds[2], [0.2, 0.4, 0.6])


def test_neighbors_that_are_near_in_time_are_expected_to_differ_little():
    """Steps of 0.2 every 0.05 s: of a course of deviation σ they are σ √(2 (1 − e^(−1/6))) large."""
    values = np.tile([0.0, 0.2], 101)[:201]
    own = 1.4826 * 0.2 / math.sqrt(2 * (1 - math.exp(-1 / 6)))
    assert noise_std(values, np.arange(201) / 20) == pytest.approx(math.sqrt((8 * 0.16 + 200 * own**2) / 208))


def test_rows_are_worked_out_apart():
    values, weights, seconds = row(1, 1.1, 1.2, 9), row(0.2, 0.2, 0.2, 50), row(0, 1, 2, 3)
    alone = weighted_median(values, weights, seconds, 0.4)
    both = weighted_median(
        *(np.vstack([part, part[:, ::-1] + 1]) for part in (values, weights)), seconds.repeat(2, 0), 0.4
    )
    assert (both.middle[0], both.error[0]) == (alone.middle[0], alone.error[0])


def test_of_two_the_clearer_one_speaks():
    """No median of two is robust; between them it would lie only where both weigh the same."""
    for weights, middle in (((1, 5), 2), ((5, 1), 1), ((1, 1.05), 2)):
        assert weighted_median(row(1, 2), row(*weights), row(0, 5), 0.4).middle == middle


def test_the_last_window_holds_the_last_value():
    values, weights, seconds = sliding_windows(np.arange(5.0), np.arange(1.0, 6), FIVE, 0.2)
    assert (values[4][:2].tolist(), weights[4].tolist()) == ([3, 4], [4, 5, 0])
    np.testing.assert_allclose(seconds[4][:2], [0.6, 0.8])


def test_of_three_the_heaviest_does_not_decide_alone():
    assert weighted_median(row(1, 1.1, 9), row(0.2, 0.2, 50), row(0, 1, 2), 0.4).middle == pytest.approx(1.1)
