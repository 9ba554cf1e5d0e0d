"""Figures of merit and their confidence intervals."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score, roc_curve

RESAMPLES = 1000
"""Bootstrap samples: enough for the two digits that are printed."""

Statistic = Callable[[NDArray[np.float64], NDArray[np.bool_]], float]


def auc(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Area under the ROC curve: how often a manipulated face scores above an untouched one."""
    return float(roc_auc_score(manipulated, scores))


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
    generator = np.random.default_rng(seed)
    real, fake = np.nonzero(~manipulated)[0], np.nonzero(manipulated)[0]
    values = []
    for _ in range(RESAMPLES):
        chosen = np.concatenate([generator.choice(real, len(real)), generator.choice(fake, len(fake))])
        values.append(statistic(scores[chosen], manipulated[chosen]))
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def bootstrap_mean(values: NDArray[np.float64], seed: int = 0) -> tuple[float, float]:
    """95 % interval of a mean (percentile bootstrap)."""
    generator = np.random.default_rng(seed)
    means = [generator.choice(values, len(values)).mean() for _ in range(RESAMPLES)]
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)
