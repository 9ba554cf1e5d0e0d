import numpy as np
from scored_track import scored_track
from small_detector import small_card
from video_values import sighting

from forensics.decision.key_moments import key_moments
from forensics.decision.score_curve import score_curve
from forensics.facts import told_fact
from forensics.types.analysis import Box
from forensics.types.video import Track

CARD = small_card()


def scores(track: Track) -> list[float]:
    return [moment.fake_score for moment in key_moments(track, score_curve(track, CARD))]


def test_the_moments_stand_for_the_lines_extremes_and_its_middle():
    assert scores(scored_track([0.1] * 8 + [0.3] * 10 + [0.9] * 8)) == [0.9, 0.3, 0.1]


def test_a_lone_outlier_is_no_moment():
    assert scores(scored_track([0.1] * 8 + [0.999] + [0.1] * 4 + [0.6] * 8 + [0.01] + [0.1] * 8)) == [0.6, 0.1, 0.1]


def test_an_unclear_sighting_is_no_moment():
    sightings = [sighting(n, 0.9 if n >= 5 else 0.2, weight=0.3 if n >= 7 else 1.0) for n in range(12)]
    track = Track(1, tuple(sightings), np.zeros((4, 4, 3), np.uint8))
    worst = key_moments(track, score_curve(track, CARD)).worst
    assert worst in sightings[5:7]


def test_what_was_not_evaluated_is_no_moment():
    track = scored_track([None, 0.4, None])
    assert [moment.evaluated for moment in key_moments(track, score_curve(track, CARD))] == [True] * 3


def test_where_nothing_was_evaluated_the_clearest_stands_for_all():
    track = scored_track([None] * 3)
    larger = sighting(
        9,
        0.5,
        box=Box(0, 0, 90, 90),
        decision=track.sightings[0].decision,
        weight=0.0,
        weight_reason=told_fact("Too dark."),
    )
    track = Track(1, (*track.sightings, larger), track.thumbnail)
    assert list(key_moments(track, score_curve(track, CARD))) == [larger] * 3


def test_the_only_sighting_is_all_three():
    track = scored_track([0.4])
    assert list(key_moments(track, score_curve(track, CARD))) == [track.sightings[0]] * 3


def moments(scores, weights=None):
    """The numbers of the worst, the typical and the best sighting."""
    weights = [1.0] * len(scores) if weights is None else weights
    sightings = [
        sighting(n, score, weight=weight) for n, (score, weight) in enumerate(zip(scores, weights, strict=True))
    ]
    track = Track(1, tuple(sightings), np.zeros((4, 4, 3), np.uint8))
    return [sightings.index(moment) for moment in key_moments(track, score_curve(track, CARD))]


def test_half_of_the_highest_weight_is_clear_enough():
    scores = [0.3] * 6 + [0.6] * 6
    assert moments(scores, [0.4] * 6 + [0.2] * 6)[0] >= 6
    assert moments(scores, [0.4] * 6 + [0.19] * 6)[0] < 6


def test_the_least_suspect_is_one_whose_own_score_is_that_of_the_lines_lowest_stretch():
    """The line is lowest from the ninth on; of those there the twelfth scores exactly so."""
    worst, _, best = moments([0.8] * 8 + [0.21, 0.2, 0.19, 0.2, 0.21, 0.19, 0.2, 0.2])
    assert worst < 8 <= best
    assert best in (9, 11, 14, 15)
