"""A robust local mean over time, and how uncertain it is.

All values are logits: there the scores of one face scatter about alike at every height.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

PRIOR_STD = 0.4
"""Standard deviation of one face's logits over some seconds, of untouched clips of talking people."""

PRIOR_COUNT = 8
"""The spread that a person's own scores show is drawn towards the typical one, as if so many more had shown that."""

CORRELATION_TIME = 0.3
"""Seconds after which the correlation of two scores of one face has fallen to 1/e: sightings that are nearer than that
hardly say more together than one."""

MIN_GAP_SECONDS = 0.01
"""Seconds; time stamps of broken files may be nearer or equal."""

MEDIAN_SE_FACTOR = 1.2533
"""√(π/2): standard error of a median over that of a mean, of normal values."""

MAD_TO_STD = 1.4826
"""Standard deviation over the median of absolute deviations, of normal values."""

MAX_RELATIVE_WEIGHT = 0.9
"""The most that one sighting may weigh, in units of all the others together: under 1, so that it is never the
majority by which a median is decided."""


class MedianEstimate(NamedTuple):
    """For each row its median, the standard error of that and how many values it comes from: (r,) each."""

    middle: NDArray[np.float64]
    error: NDArray[np.float64]
    count: NDArray[np.int64]  # type: ignore[assignment]  # hides tuple.count(), which nobody asks for


def noise_std(values: NDArray[np.float64], seconds: NDArray[np.float64]) -> float:
    """Standard deviation of one person's (n,) values around its slow course, in the order of time.

    From the differences of neighbors, robustly: those of an autoregressive course have the variance
    2 σ² (1 − exp(−Δt / CORRELATION_TIME)), and a forged stretch changes but two of them.
    """
    gaps = np.maximum(np.diff(seconds), MIN_GAP_SECONDS)
    differences = np.abs(np.diff(values)) / np.sqrt(-2 * np.expm1(-gaps / CORRELATION_TIME))
    n = len(differences)
    own = MAD_TO_STD * float(np.median(differences)) if n else 0.0
    return float(np.sqrt((PRIOR_COUNT * PRIOR_STD**2 + n * own**2) / (PRIOR_COUNT + n)))


def weighted_median(
    values: NDArray[np.float64], weights: NDArray[np.float64], seconds: NDArray[np.float64], spread: float
) -> MedianEstimate:
    """Weighted median of each row. Arrays (r, k), in the order of time; a weight of 0 marks a value that is absent.

    Of three or more values no single one, however far off and however heavy, moves the median beyond the others. Its
    error follows from `spread`, or from the row's own where that is larger, and from how many independent values they
    are worth, with weights w and a correlation of exp(−Δt / CORRELATION_TIME): (Σ w)² / Σᵢ Σⱼ wᵢ wⱼ exp(−|tᵢ − tⱼ| /
    CORRELATION_TIME)."""
    count = (weights > 0).sum(axis=1)
    others = weights.sum(axis=1, keepdims=True) - weights
    weights = np.where(count[:, None] > 2, np.minimum(weights, MAX_RELATIVE_WEIGHT * others), weights)
    middle = _median(values, weights)
    own = MAD_TO_STD * _median(np.abs(values - middle[:, None]), weights)
    worth = _effective_sample_size(weights, seconds)
    return MedianEstimate(middle, MEDIAN_SE_FACTOR * np.maximum(spread, own) / np.sqrt(worth), count)


def sliding_windows(
    values: NDArray[np.float64], weights: NDArray[np.float64], seconds: NDArray[np.float64], half: float
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """For each of n values those at most `half` seconds away, as rows for `weighted_median`: three times (n, k)."""
    first = np.searchsorted(seconds, seconds - half * (1 + 1e-6))
    end = np.searchsorted(seconds, seconds + half * (1 + 1e-6))
    index = first[:, None] + np.arange((end - first).max())
    inside = index < end[:, None]
    index = np.minimum(index, len(seconds) - 1)
    return values[index], np.where(inside, weights[index], 0.0), seconds[index]


def _median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each row the value up to which half of the weight lies; between two where it is exactly half."""
    order = np.argsort(values, axis=1)
    values, weights = (np.take_along_axis(array, order, axis=1) for array in (values, weights))
    passed = np.cumsum(weights, axis=1)
    half = passed[:, -1:] / 2
    rows = np.arange(len(values))
    lower = values[rows, (passed >= half * (1 - 1e-9)).argmax(axis=1)]
    upper = values[rows, (passed > half * (1 + 1e-9)).argmax(axis=1)]
    return (lower + upper) / 2


def _effective_sample_size(weights: NDArray[np.float64], seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many independent values each row is worth, at least 1: (r,)."""
    fading = np.exp(-np.diff(seconds, axis=1, prepend=seconds[:, :1]) / CORRELATION_TIME)
    earlier = total = np.zeros(len(weights))
    for column, fade in zip(weights.T, fading.T, strict=True):
        earlier = earlier * fade
        total = total + column * (column + 2 * earlier)
        earlier = earlier + column
    return weights.sum(axis=1) ** 2 / total
