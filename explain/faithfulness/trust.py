"""From figures to a verdict: may this map be relied on?"""

import statistics
from collections.abc import Callable, Sequence

from explain.types import MapFigures, Trust

SPREADS = 2
"""Standard deviations of the random maps that a map must lie beyond: one of them in some twenty does so by luck."""

EACH = 1
"""The same for either curve alone, where the two together passed already."""

SAME_MAP = 0.5
"""Rank correlation with the map of randomised weights above which a map shows the picture more than the network."""


def beyond(value: float, random: Sequence[float], spreads: float) -> bool:
    """Whether a value lies above the mean of random maps by so many of their standard deviations."""
    return value > statistics.mean(random) + spreads * statistics.stdev(random)


def judged(
    figures: MapFigures,
    random: Sequence[MapFigures],
    randomised: MapFigures | None,
    rank_correlation: float | None,
) -> tuple[Trust, str]:
    """The verdict and its reason, one sentence. random: at least two."""

    def beats(value: Callable[[MapFigures], float], spreads: float) -> bool:
        return beyond(value(figures), [value(one) for one in random], spreads)

    beside = _beside(figures.gap, [one.gap for one in random])
    if not beats(lambda one: one.gap, SPREADS):
        return (
            "not better than chance",
            f"Blurring and giving back what it marks moves the answer no more than maps drawn at random do ({beside}).",
        )
    doubts = []
    if not beats(lambda one: -one.deletion_area, EACH):
        doubts.append("blurring what it marks first takes away no more than at random")
    if not beats(lambda one: one.insertion_area, EACH):
        doubts.append("giving back what it marks first restores no more than at random")
    if rank_correlation is not None and abs(rank_correlation) > SAME_MAP:
        doubts.append(
            f"a network with randomised weights gives a similar map (rank correlation {rank_correlation:.2f})"
        )
    if randomised is not None and randomised.gap >= figures.gap:
        doubts.append("the map of a network with randomised weights does no worse")
    if doubts:
        return "weak", f"It moves the answer more than maps drawn at random ({beside}), but {' and '.join(doubts)}."
    weights = "" if randomised is None else " or of a network with randomised weights"
    return "faithful", (
        "Blurring what it marks takes the answer away, and giving it back restores it, more than with maps drawn at "
        f"random ({beside}){weights}."
    )


def _beside(gap: float, random: Sequence[float]) -> str:
    mean, spread = statistics.mean(random), statistics.stdev(random)
    return f"insertion less deletion {gap:.3g}, at random {mean:.3g} ± {spread:.2g}"
