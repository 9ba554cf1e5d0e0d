"""Thresholds by source and state, curves and the spread of sources."""

import numpy as np
import pytest
from made_answers import drawn, made_answers

from forensics.decision.image_quality import QualityState
from forensics.fitting.answers import concatenate
from forensics.fitting.limits import (
    fit_source_spread,
    fit_state_limits,
    signs_threshold,
    source_cells,
    subtract_state_offsets,
    untouched_tail_curve,
    worst_error_bound,
)


def evenly(source, top, quality="clean", count=100):
    """`count` untouched faces of a source with logits 1 / count × top, … up to top."""
    rows = [(source, False, f"{source}{quality}{i}", top * (i + 1) / count) for i in range(count)]
    return made_answers(rows, quality=quality)


def test_the_threshold_is_reached_by_at_most_two_per_cent_of_the_worst_source():
    found = list(source_cells(concatenate([evenly("camera", 1.0), evenly("site", 3.0)]), QualityState.CLEAN))
    signs = signs_threshold(found)
    assert signs == pytest.approx(2.94)  # the third highest of the site's hundred
    assert [cell.share_above(signs) for cell in found] == [0, pytest.approx(0.02)]
    promise = worst_error_bound(found, signs)
    assert (promise.source, promise.n, promise.stated) == ("site", 100, 0.02)
    assert promise.bound == pytest.approx(0.0704, abs=1e-3)  # 2 of 100, Clopper-Pearson


def test_sources_with_few_faces_are_judged_together():
    found = list(source_cells(concatenate([evenly("a", 1, count=30), evenly("b", 2, count=30)]), QualityState.CLEAN))
    assert [(cell.source, cell.faces) for cell in found] == [("all others", 60)]


def test_of_a_face_in_several_states_each_counts_in_part():
    twice = concatenate([evenly("camera", 1.0), evenly("camera", 5.0)])
    (cell,) = source_cells(twice, QualityState.CLEAN)
    assert cell.faces == 100
    assert cell.share_above(1.005) == pytest.approx(0.4)  # 80 of the hundred in the second state, of 200 rows


def test_a_state_whose_untouched_faces_score_higher_raises_the_threshold_there_alone():
    answers = concatenate([evenly("camera", 1.0), evenly("camera", 3.0, quality="small")])
    limits = fit_state_limits(answers, 0.98)
    assert limits["clean"].offset == 0
    assert limits["small"].offset == pytest.approx(2.94 - 0.98)
    assert limits["tight"] == limits["small"]  # nothing is known of it: what the worst has
    common = subtract_state_offsets(answers, limits)
    assert common.logit[answers.quality == "small"].max() == pytest.approx(3 - 1.96)
    assert common.logit[answers.quality == "clean"].max() == 1


def test_a_state_with_lower_scores_does_not_lower_the_threshold():
    answers = concatenate([evenly("camera", 1.0), evenly("camera", 0.1, quality="soft")])
    assert fit_state_limits(answers, 0.98)["soft"].offset == 0


def test_the_curve_of_untouched_faces_falls_from_all_to_none():
    knots = untouched_tail_curve(evenly("camera", 1.0, count=400))
    places, shares = np.array(knots).T
    assert shares[0] == 1 and shares[-1] == 0
    assert (np.diff(places) > 0).all() and (np.diff(shares) <= 0).all()
    for place, share in ((0.5, 0.5), (0.9, 0.1), (0.99, 0.01)):
        assert np.interp(place, places, shares) == pytest.approx(share, abs=0.01)


def test_the_spread_tells_sources_apart_from_faces():
    sources = [(f"s{i}", False, mean) for i, mean in enumerate((-2, -1, 0, 1, 2))]
    spread = fit_source_spread(drawn(sources, 400), 0.0)
    assert spread.mean == pytest.approx(0, abs=0.1)
    assert spread.between == pytest.approx(np.sqrt(2.5), abs=0.1)  # standard deviation of −2 … 2
    assert spread.within == pytest.approx(1, abs=0.05)
    assert spread.faces > 20  # all sources scatter alike


def test_sources_that_do_not_differ_have_hardly_any_spread():
    spread = fit_source_spread(drawn([(f"s{i}", False, 0) for i in range(8)], 200), 2.0)
    assert spread.between < 0.2


def test_a_threshold_far_above_the_sources_allows_for_others_that_lie_nearer():
    """The longest tail of these normal sources is some 2.35 deviations: 4.7 is reached by 1 % of a deviation of 2."""
    spread = fit_source_spread(drawn([(f"s{i}", False, 0) for i in range(4)], 4000), 4.7)
    assert np.hypot(spread.between, spread.within) == pytest.approx(2, abs=0.1)
