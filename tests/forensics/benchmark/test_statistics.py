import numpy as np
import pytest

from forensics.benchmark.statistics import (
    auc,
    bootstrap,
    bootstrap_difference,
    bootstrap_mean,
    bootstrap_mean_over_sets,
    equal_error_rate,
    f1_score,
    intersection_over_union,
)

LABELS = np.array([False, False, False, False, True, True, True, True])


def test_auc_counts_pairs_in_the_right_order():
    # of 16 pairs one is the wrong way round: 0.45 (forged) under 0.5 (untouched)
    assert auc(np.array([0.1, 0.2, 0.3, 0.5, 0.45, 0.6, 0.7, 0.8]), LABELS) == 15 / 16


def test_auc_counts_ties_by_half():
    assert auc(np.array([0.1, 0.5, 0.5, 0.5, 0.5, 0.6, 0.7, 0.8]), LABELS) == (16 - 3 / 2) / 16


def test_the_equal_error_rate_is_where_both_errors_meet():
    # between 0.5 and 0.45 one of four untouched is called forged and one of four forged is missed
    assert equal_error_rate(np.array([0.1, 0.2, 0.3, 0.5, 0.45, 0.6, 0.7, 0.8]), LABELS) == pytest.approx(0.25)
    assert equal_error_rate(np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]), LABELS) == 0
    assert equal_error_rate(1 - np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]), LABELS) == 1


def test_the_equal_error_rate_of_equal_scores_is_a_half():
    assert equal_error_rate(np.full(8, 0.3), LABELS) == 0.5


def test_overlap_of_masks():
    first, second = np.zeros((2, 4), bool), np.zeros((2, 4), bool)
    first[0, :3], second[0, 1:] = True, True  # 2 shared, 4 in all
    assert intersection_over_union(first, second) == 0.5
    assert f1_score(first, second) == pytest.approx(2 / 3)
    empty = np.zeros((2, 4), bool)
    assert intersection_over_union(empty, empty) == f1_score(empty, empty) == 1
    assert intersection_over_union(empty, second) == f1_score(empty, second) == 0


def test_the_bootstrap_interval_covers_the_value_and_narrows_with_the_sample():
    generator = np.random.default_rng(0)
    widths = []
    for n in (50, 800):
        labels = np.arange(2 * n) >= n
        scores = generator.normal(labels * 1.0, 1)
        low, high = bootstrap(auc, scores, labels)
        assert low < auc(scores, labels) < high
        widths.append(high - low)
    assert widths[0] / widths[1] == pytest.approx(4, rel=0.4)


def test_the_bootstrap_of_a_mean_has_the_width_of_theory():
    values = np.random.default_rng(1).normal(0, 1, 400)
    low, high = bootstrap_mean(values)
    assert high - low == pytest.approx(2 * 1.96 / 20, rel=0.15)


def test_a_paired_bootstrap_of_equal_scores_is_exactly_zero():
    scores = np.array([0.1, 0.2, 0.3, 0.5, 0.45, 0.6, 0.7, 0.8])
    assert bootstrap_difference(auc, scores, scores, LABELS) == (0, 0)
    assert bootstrap_difference(auc, np.arange(8.0), -np.arange(8.0), LABELS) == (1, 1)


def test_pairing_narrows_the_interval_of_a_loss():
    generator = np.random.default_rng(2)
    labels = np.arange(400) >= 200
    before = generator.normal(labels * 1.0, 1)
    after = before + generator.normal(0, 0.1, 400)
    low, high = bootstrap_difference(auc, before, after, labels)
    alone = bootstrap(auc, before, labels)
    assert low < auc(before, labels) - auc(after, labels) < high
    assert high - low < 0.3 * (alone[1] - alone[0])


def test_the_mean_over_sets_is_surer_than_one_set():
    generator = np.random.default_rng(3)
    labels = np.arange(200) >= 100
    sets = [(generator.normal(labels * 1.0, 1), labels) for _ in range(4)]
    low, high = bootstrap_mean_over_sets(auc, sets)
    one = bootstrap(auc, *sets[0])
    assert low < np.mean([auc(*each) for each in sets]) < high
    assert (one[1] - one[0]) / (high - low) == pytest.approx(2, rel=0.3)


def test_an_interval_is_the_same_each_time_and_another_for_another_seed():
    values = np.random.default_rng(4).normal(0, 1, 30)
    labels = np.arange(30) >= 15
    for made in (
        lambda *seed: bootstrap_mean(values, *seed),
        lambda *seed: bootstrap(auc, values, labels, *seed),
        lambda *seed: bootstrap_difference(auc, values, values[::-1], labels, *seed),
        lambda *seed: bootstrap_mean_over_sets(auc, [(values, labels), (-values, labels)], *seed),
    ):
        assert made() == made(0) != made(1)


def test_sets_are_resampled_apart():
    """Two equal sets: were they drawn alike, the mean over them would be no surer than one."""
    values, labels = np.random.default_rng(5).normal(0, 1, 60), np.arange(60) >= 30
    low, high = bootstrap_mean_over_sets(auc, [(values, labels)] * 2)
    one = bootstrap(auc, values, labels)
    assert (one[1] - one[0]) / (high - low) == pytest.approx(np.sqrt(2), rel=0.15)
