"""Thresholds by source and state, curves and the spread of sources."""

import numpy as np
import pytest
from made_answers import drawn, made_answers

from forensics.decision.image_quality import QualityState
from forensics.fitting.answers import concatenate
from forensics.fitting.thresholds import (
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


def test_a_source_with_just_enough_faces_stands_for_itself_and_so_do_few_together():
    alone = list(source_cells(evenly("camera", 1.0, count=40), QualityState.CLEAN))
    assert [(cell.source, cell.faces) for cell in alone] == [("camera", 40)]
    few = concatenate([evenly("a", 1.0, count=20), evenly("b", 1.0, count=20)])
    assert [(cell.source, cell.faces) for cell in source_cells(few, QualityState.CLEAN)] == [("all others", 40)]


def test_a_face_at_the_threshold_reaches_it():
    (cell,) = source_cells(evenly("camera", 100.0), QualityState.CLEAN)
    assert cell.share_above(99.0) == pytest.approx(0.02)


def test_a_promise_is_of_the_worst_source_whatever_its_name():
    found = list(source_cells(concatenate([evenly("a worst", 3.0), evenly("site", 1.0)]), QualityState.CLEAN))
    assert worst_error_bound(found, 2.0).source == "a worst"


def test_each_state_promises_what_its_raised_threshold_does():
    answers = concatenate([evenly("camera", 1.0), evenly("phone", 3.0015, quality="small", count=50)])
    promised = fit_state_limits(answers, 0.98)["small"].false_alarms
    assert (promised.source, promised.n) == ("phone", 50)
    assert promised.bound == pytest.approx(0.1065, abs=1e-4)  # 1 of 50, Clopper-Pearson


def test_the_curve_has_its_points_where_the_shares_change_evenly():
    knots = untouched_tail_curve(evenly("camera", 1 / 3, count=4000))
    shares = np.array(knots)[:, 1]
    assert len(knots) <= 41
    for wanted in (*np.linspace(1, 0.05, 20), *np.geomspace(0.05, 0.002, 20)):
        assert np.abs(shares - wanted).min() < 1.01 / 4000
    assert knots[-1] == (0.3343, 0.0)  # a thousandth above the highest face
    assert all(place == round(place, 4) and share == round(share, 5) for place, share in knots)


def test_the_curve_of_few_faces_ends_with_the_highest_one():
    assert untouched_tail_curve(evenly("camera", 1.0, count=100))[-2:] == ((1.0, 0.01), (1.001, 0.0))


def two_values(*sources, count=50, **made):
    """Of each source (name, mean, variance) half the faces lie above and half below the mean, at the same distance."""
    rows = []
    for name, mean, variance in sources:
        away = np.sqrt(variance * (count - 1) / count)
        rows += [(name, False, f"{name}{i}", mean + (away if i % 2 else -away)) for i in range(count)]
    return made_answers(rows, **made)


def test_the_spread_of_two_sources_by_hand():
    """Means −3 and −1, variances 1 and 3, of 50 faces each: within 2. Of the means' variance, 2, sampling explains
    (1 / 50 + 3 / 50) / 2; of the variances', 2, (2 · 1 + 2 · 9) / 2 / 49. Forged faces take no part."""
    forged = made_answers([(name, True, f"f{name}{i}", 9.0) for name in "ab" for i in range(50)])
    spread = fit_source_spread(concatenate([two_values(("a", -3, 1), ("b", -1, 3)), forged]), -2.0)
    assert spread.mean == pytest.approx(-2)
    assert spread.within == pytest.approx(np.sqrt(2))
    assert spread.between == pytest.approx(np.sqrt(2 - 0.04))
    assert spread.faces == pytest.approx(2 * 2**2 / (2 - 10 / 49))


def test_the_spread_is_wide_enough_for_one_per_cent_at_the_threshold():
    """The tail of either source is √0.98 deviations long: the threshold, 3 √0.98 above the mean, is its end where the
    deviation is 3."""
    spread = fit_source_spread(two_values(("a", -3, 1), ("b", -1, 3)), -2 + 3 * np.sqrt(0.98))
    assert spread.between == pytest.approx(np.sqrt(9 - 2))


@pytest.mark.parametrize(
    ("variances", "faces"), [((0.4, 0.4), 50), ((10, 10), 50), ((0.1, 10), 3)], ids=["alike", "wide", "unlike"]
)
def test_the_common_deviation_counts_as_three_to_fifty_faces(variances, faces):
    made = two_values(("a", 0, variances[0]), ("b", 0, variances[1]), count=40)
    spread = fit_source_spread(made, 0.0)
    assert spread.faces == faces
    assert spread.between == pytest.approx(0.1)  # the least


def test_shares_of_the_curve_have_five_digits():
    assert all(share == round(share, 5) for _, share in untouched_tail_curve(evenly("camera", 1.0, count=300)))
