import numpy as np
import pytest
from scored_track import scored_track
from small_detector import small_card
from video_values import sighting

from forensics.decision.score_curve import logit_curve, score_curve
from forensics.types.video import Track

CARD = small_card()


def test_one_flickering_frame_does_not_move_the_line_over_a_threshold():
    drawn = score_curve(scored_track([0.05] * 10 + [0.9999] + [0.05] * 10), CARD)
    np.testing.assert_allclose(drawn.score, 0.05)
    assert set(drawn.verdicts) == {"no signs found"}


def test_a_forged_stretch_keeps_its_edges():
    drawn = score_curve(scored_track([0.05] * 10 + [0.99] * 10 + [0.05] * 10), CARD)
    signs = [verdict == "signs of manipulation" for verdict in drawn.verdicts]
    assert signs == [False] * 10 + [True] * 10 + [False] * 10


def test_the_line_breaks_where_the_person_was_out_of_sight_for_long():
    drawn = score_curve(scored_track([0.3] * 12, seconds=[*np.arange(6) / 5, *(5 + np.arange(6) / 5)]), CARD)
    assert np.flatnonzero(np.isnan(drawn.score)).tolist() == [6]
    assert drawn.seconds[6] == pytest.approx(3.0)
    assert drawn.verdicts[6] == "not evaluated"


def test_the_line_goes_on_over_a_moment_that_was_not_evaluated():
    drawn = score_curve(scored_track([0.3, 0.3, 0.3, None, 0.3, 0.3, 0.3]), CARD)
    np.testing.assert_allclose(drawn.seconds, [0, 0.2, 0.4, 0.8, 1.0, 1.2])
    assert not np.isnan(drawn.score).any()


def test_no_band_where_too_few_sightings_speak():
    drawn = score_curve(scored_track([0.3, 0.4, 0.3]), CARD)
    assert not np.isnan(drawn.score).any()
    assert np.isnan(drawn.low).all()
    assert np.isnan(drawn.high).all()


def test_nothing_evaluated_is_a_line_of_no_points():
    assert [len(part) for part in score_curve(scored_track([None, None]), CARD)] == [0, 0, 0, 0, 0]


def test_the_reach_of_the_band_grows_with_the_time_a_person_was_seen():
    short, long = (logit_curve(scored_track([0.3] * n)) for n in (8, 800))  # 1 and 100 windows, and the whole
    assert short.reach == pytest.approx(2.2414, abs=1e-4)  # of a normal value: 1.25 % lie beyond
    assert long.reach == pytest.approx(3.4834, abs=1e-3)  # 0.0248 %


def test_the_band_covers_the_line_of_scores_that_scatter_at_random():
    generator = np.random.default_rng(7)
    missed = 0
    for _ in range(200):
        logits = generator.normal(0, 0.4, 50)
        drawn = score_curve(scored_track(1 / (1 + np.exp(-logits)), step=1.0), CARD)
        missed += bool(((drawn.low > 0.5) | (drawn.high < 0.5)).any())
    assert missed <= 20  # one in ten; 5 % are stated, and the spread is estimated from few


def test_a_reach_of_the_threshold_that_is_not_sure_is_inconclusive():
    drawn = score_curve(scored_track([0.05] * 10 + [0.905] * 6 + [0.05] * 10), CARD)
    assert drawn.score.max() == pytest.approx(0.905)
    assert set(drawn.verdicts) == {"no signs found", "inconclusive"}


def test_denser_frames_do_not_count_more():
    dense = scored_track(
        [0.2] * 5 + [0.8] * 16 + [0.2] * 5, seconds=[*range(5), *(5 + np.arange(16) / 20), *range(6, 11)]
    )
    assert 1 / (1 + np.exp(-logit_curve(dense).whole.middle[0])) == pytest.approx(0.2)


def test_a_low_sampling_rate_widens_the_window():
    drawn = score_curve(scored_track([0.05] * 4 + [0.99] + [0.05] * 4, step=2.0), CARD)
    np.testing.assert_allclose(drawn.score, 0.05)


def test_a_weak_sighting_gives_way_to_clear_ones():
    scores, weights = [0.9, 0.9, 0.9, 0.2, 0.2], [0.2, 0.2, 0.2, 1.0, 1.0]
    sightings = [sighting(n, score, weight=w) for n, (score, w) in enumerate(zip(scores, weights, strict=True))]
    track = Track(1, tuple(sightings), np.zeros((4, 4, 3), np.uint8))
    assert score_curve(track, CARD).score[2] == pytest.approx(0.2)


def test_a_second_without_a_sighting_is_bridged():
    """The step is 0.25 s, exact in binary."""
    for back, breaks in ((1.75, 0), (2.0, 1)):
        times = [0, 0.25, 0.5, 0.75, back, back + 0.25, back + 0.5]
        drawn = score_curve(scored_track([0.3] * 7, seconds=times), CARD)
        assert np.isnan(drawn.score).sum() == breaks


def test_each_point_knows_from_when_to_when_it_looks():
    """0.8 s to either side."""
    curve = logit_curve(scored_track([0.3] * 20))
    np.testing.assert_allclose(curve.first[[0, 4, 10, 19]], [0, 0, 1.2, 3.0])
    np.testing.assert_allclose(curve.last[[0, 4, 10, 19]], [0.8, 1.6, 2.8, 3.8])


def test_a_sighting_counts_for_half_the_way_to_either_neighbor():
    """Seven seconds at 0.2 outweigh three at 0.8 and sixteen sightings at 0.8 within one second."""
    times = [0, 1, 2, *(3 + np.arange(16) / 20), *range(4, 11)]
    curve = logit_curve(scored_track([0.8] * 19 + [0.2] * 7, seconds=times))
    assert 1 / (1 + np.exp(-curve.whole.middle[0])) == pytest.approx(0.2)


def test_four_sightings_have_a_band():
    drawn = score_curve(scored_track([0.3] * 4), CARD)
    assert (drawn.low < drawn.score).all() and (drawn.score < drawn.high).all()


def test_a_whole_sight_just_over_the_threshold_is_not_sure():
    assert set(score_curve(scored_track([0.905] * 20), CARD).verdicts) == {"inconclusive"}
