"""Figures of merit and their confidence intervals."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_curve

N_RESAMPLES = 1000
"""Bootstrap samples: enough for the two digits that are printed."""

Statistic = Callable[[NDArray[np.float64], NDArray[np.bool_]], float]


def auc(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Area under the ROC curve: how often a manipulated face scores above an untouched one, ties by half.

    Counted, which is far faster than drawing the curve: the bootstrap asks a thousand times.
    """
    untouched, forged = np.sort(scores[~manipulated]), scores[manipulated]
    above = np.searchsorted(untouched, forged, "left").sum() + np.searchsorted(untouched, forged, "right").sum()
    return float(above) / (2 * len(untouched) * len(forged))


def equal_error_rate(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Where false alarms and misses are equally frequent, between the two nearest points of the ROC curve."""
    false_alarms, hits, _ = roc_curve(manipulated, scores, drop_intermediate=False)
    gap = false_alarms - (1 - hits)  # rises from −1 to 1 along the curve
    after = int(np.argmax(gap >= 0))
    share = -gap[after - 1] / (gap[after] - gap[after - 1])
    return float(false_alarms[after - 1] + share * (false_alarms[after] - false_alarms[after - 1]))


def intersection_over_union(predicted: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """|P ∩ M| / |P ∪ M|; 1 where both are empty."""
    union = int((predicted | true).sum())
    return float((predicted & true).sum() / union) if union else 1.0


def f1_score(predicted: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """2 |P ∩ M| / (|P| + |M|); 1 where both are empty."""
    total = int(predicted.sum()) + int(true.sum())
    return float(2 * (predicted & true).sum() / total) if total else 1.0


def bootstrap(
    statistic: Statistic, scores: NDArray[np.float64], manipulated: NDArray[np.bool_], seed: int = 0
) -> tuple[float, float]:
    """95 % interval of a statistic of scores and labels, each class resampled on its own (percentile bootstrap)."""
    return _interval([statistic(scores[i], manipulated[i]) for i in _resamples(manipulated, seed)])


def bootstrap_difference(
    statistic: Statistic,
    before: NDArray[np.float64],
    after: NDArray[np.float64],
    manipulated: NDArray[np.bool_],
    seed: int = 0,
) -> tuple[float, float]:
    """95 % interval of statistic(before) − statistic(after), two scores of the same pictures (paired bootstrap)."""
    draws = _resamples(manipulated, seed)
    return _interval([statistic(before[i], manipulated[i]) - statistic(after[i], manipulated[i]) for i in draws])


def bootstrap_mean_over_sets(
    statistic: Statistic, sets: Sequence[tuple[NDArray[np.float64], NDArray[np.bool_]]], seed: int = 0
) -> tuple[float, float]:
    """95 % interval of the mean of a statistic over independent sets of (scores, manipulated), each resampled."""
    draws = [
        [statistic(scores[i], manipulated[i]) for i in _resamples(manipulated, seed + number)]
        for number, (scores, manipulated) in enumerate(sets)
    ]
    return _interval(np.mean(draws, axis=0))


def bootstrap_mean(values: NDArray[np.float64], seed: int = 0) -> tuple[float, float]:
    """95 % interval of a mean (percentile bootstrap)."""
    generator = np.random.default_rng(seed)
    return _interval([generator.choice(values, len(values)).mean() for _ in range(N_RESAMPLES)])


def _resamples(manipulated: NDArray[np.bool_], seed: int) -> Iterator[NDArray[np.intp]]:
    """Indices of N_RESAMPLES samples with replacement, with as many of each class as there are."""
    generator = np.random.default_rng(seed)
    real, fake = np.nonzero(~manipulated)[0], np.nonzero(manipulated)[0]
    for _ in range(N_RESAMPLES):
        yield np.concatenate([generator.choice(real, len(real)), generator.choice(fake, len(fake))])


def _interval(values: Sequence[float] | NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)
