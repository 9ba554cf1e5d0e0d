"""The order of methods on one face."""

from dataclasses import replace

import numpy as np
import pytest
from specimens import explanation_of, faithfulness_of, figures_of, finding_of, region_of

from pages.parts.explain.faithfulness_view import gap_z_score
from pages.parts.explain.method_ranking import rank_requests, ranking_table

FINDING = finding_of(region_of(np.zeros((8, 8, 3), np.uint8)))


def test_best_trusted_first_then_furthest_ahead_of_random_maps():
    better = replace(faithfulness_of("weak"), figures=figures_of(3.5))
    maps = [
        explanation_of(FINDING, "lime", faithfulness_of("not better than chance")),
        explanation_of(FINDING, "gradcam", faithfulness_of("weak")),
        explanation_of(FINDING, "hirescam", better),
        explanation_of(FINDING, "occlusion", faithfulness_of("faithful")),
        explanation_of(FINDING, "eigencam"),
    ]
    assert [one.method for one in rank_requests(maps)] == ["occlusion", "hirescam", "gradcam", "lime"]


def test_ahead_is_counted_in_standard_deviations_of_random_maps():
    # Gaps: 1.95 · loss - 4 = 1.85, and -2.05 and -0.1 at random: mean -1.075, standard deviation 1.95 / √2.
    assert gap_z_score(faithfulness_of()) == pytest.approx(2.925 / (1.95 / 2**0.5))


def test_random_maps_without_spread_put_nothing_ahead():
    assert gap_z_score(replace(faithfulness_of(), random=(figures_of(1.0), figures_of(1.0)))) == 0


def test_a_row_says_what_the_ranking_rests_on():
    (row,) = ranking_table([explanation_of(FINDING, "occlusion", faithfulness_of())]).to_dict("records")
    assert row == {
        "Method": "Occlusion",
        "Verdict": "✔ faithful",
        "Ahead, sd": "2.1",
        "Deletion": "1.07",
        "Insertion": "2.93",
        "ROAD": "0.750",
        "Rank corr. randomized": "0.12",
        "Energy in mask": "75% of 50% area",
        "Seconds": "0.2",
    }


def test_what_there_is_not_is_a_dash():
    measured = replace(faithfulness_of(energy=None), rank_correlation=None)
    (row,) = ranking_table([explanation_of(FINDING, "occlusion", measured)]).to_dict("records")
    assert (row["Rank corr. randomized"], row["Energy in mask"]) == ("–", "–")
