"""Fewer points of what is long, so that a chart is small to send and quick to draw."""

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

MAX_POINTS = 2000
"""Points of a line, or of single points in a row: no screen has many more pixels beside one another."""

Item = TypeVar("Item")


def subsample(items: Sequence[Item]) -> list[Item]:
    """All of them up to MAX_POINTS, else so many at equal distances, the first and the last among them."""
    places = np.linspace(0, len(items) - 1, min(len(items), MAX_POINTS)).round()
    return [items[int(place)] for place in places]


def min_max_decimate(values: NDArray[np.float64]) -> NDArray[np.intp]:
    """Places of the values (n,) to draw, ascending: all up to MAX_POINTS, else of each of many short runs the lowest,
    the highest and the first NaN, so that no peak and no break of the line is lost."""
    places = np.arange(len(values))
    if len(values) <= MAX_POINTS:
        return places
    kept: set[int] = set()
    for run in np.array_split(places, MAX_POINTS // 3):
        broken = np.isnan(values[run])
        known = run[~broken]
        kept.update(run[broken][:1].tolist())
        if len(known):
            kept.update((int(known[values[known].argmin()]), int(known[values[known].argmax()])))
    return np.array(sorted(kept))
