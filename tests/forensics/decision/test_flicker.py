import numpy as np
import pytest
from scored_track import scored_track
from video_values import sighting

from forensics.decision.flicker import compute_flicker, peak_flicker
from forensics.types.video import SampledFrame, Track


def track(levels: list[int], seconds: list[float] | None = None) -> Track:
    """Masks of one level each; errors of half of it."""
    times = [n / 5 for n in range(len(levels))] if seconds is None else seconds
    sightings = [
        sighting(
            0,
            frame=SampledFrame(number, number, time, 0),
            coarse_mask=np.full((16, 16), level, np.uint8),
            coarse_error=np.full((16, 16), level // 2, np.uint8),
        )
        for number, (time, level) in enumerate(zip(times, levels, strict=True))
    ]
    return Track(1, tuple(sightings), np.zeros((4, 4, 3), np.uint8))


def test_a_jump_shows_once_and_a_steady_mask_not_at_all():
    found = compute_flicker(track([0, 0, 204, 204, 204]))
    np.testing.assert_allclose(found.seconds, [0.1, 0.3, 0.5, 0.7])
    np.testing.assert_allclose(found.mask, [0, 0.8, 0, 0])
    np.testing.assert_allclose(found.error, [0, 0.4, 0, 0])


def test_a_fall_counts_as_a_rise_does():
    assert compute_flicker(track([255, 0])).mask.tolist() == [1.0]


def test_denser_frames_are_compared_a_usual_step_apart():
    times = [0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4]
    found = compute_flicker(track([0, 0, 51, 0, 51, 0, 0, 0, 0, 0, 0], times))
    assert found.seconds[:3] == pytest.approx([0.1, 0.125, 0.15])
    np.testing.assert_allclose(found.mask, [0, 0.2, 0, 0.2, 0, 0, 0, 0, 0, 0])


def test_the_line_breaks_where_the_person_was_out_of_sight_for_long():
    found = compute_flicker(track([0, 0, 255, 255], [0.0, 0.2, 5.0, 5.2]))
    np.testing.assert_allclose(found.mask, [0, np.nan, 0])


def test_what_was_not_evaluated_is_not_compared():
    assert [len(values) for values in compute_flicker(scored_track([None, None]))] == [0, 0, 0]
    np.testing.assert_allclose(compute_flicker(scored_track([0.5, None, 0.5])).seconds, [0.2])


def test_a_single_sighting_has_no_flicker():
    assert [len(values) for values in compute_flicker(track([9]))] == [0, 0, 0]


def test_the_strongest_flicker_is_a_mean_over_more_than_a_second():
    once = peak_flicker(compute_flicker(track([0] * 10 + [204] + [204] * 10)))
    for_a_second = peak_flicker(compute_flicker(track([0] * 10 + [204, 0, 204, 0, 204, 0] + [0] * 10)))
    assert once == pytest.approx(0.8 / 5)  # one of the five comparisons within 1.1 seconds
    assert for_a_second == pytest.approx(0.8)
    assert np.isnan(peak_flicker(compute_flicker(track([0]))))


def test_a_gap_is_a_second_longer_than_a_step_at_least():
    """A usual step is 0.25 s; of that 0.9 counts, so that the line breaks beyond 1.225 s."""
    times = [0.0, 0.25, 0.5, 0.75, 1.0]
    for last, broken in ((2.22, False), (2.23, True)):
        found = compute_flicker(track([0, 0, 0, 0, 0, 51], [*times, last]))
        assert np.isnan(found.mask[-1]) == np.isnan(found.error[-1]) == broken


def test_late_sightings_are_compared_as_early_ones_are():
    """The third comes 0.05 s after the second: it is compared with the one a usual step before it."""
    times = [100 + time for time in (0.0, 0.2, 0.25, 0.4, 0.6, 0.8, 1.0)]
    found = compute_flicker(track([0, 0, 51, 0, 0, 0, 0], times))
    assert found.seconds[:2] == pytest.approx([100.1, 100.125])
    np.testing.assert_allclose(found.mask[:2], [0, 0.2])


def test_the_first_sighting_is_compared_with_nothing():
    found = compute_flicker(track([9, 9]))
    assert len(found.seconds) == 1


def test_a_lonely_comparison_is_its_own_mean_and_one_that_is_broken_none():
    """Both sides of a gap of 4.8 s are steady, the one comparison before them jumps."""
    jump = compute_flicker(track([0, 102, 102, 102], [0.0, 0.2, 5.0, 5.2]))
    assert peak_flicker(jump) == pytest.approx(0.4)
    broken = compute_flicker(track([0, 102], [0.0, 0.2]))._replace(mask=np.array([np.nan]))
    assert np.isnan(peak_flicker(broken))


def test_two_sightings_that_are_nearer_than_a_usual_step_are_not_compared():
    """The second comes 0.05 s after the first, the third a step after it."""
    found = compute_flicker(
        track([0, 255, 51, 0, 0, 0, 0], [100 + time for time in (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 1.0)])
    )
    assert found.seconds[:2] == pytest.approx([100.1, 100.3])
    np.testing.assert_allclose(found.mask[:2], [0.2, 0.2])
