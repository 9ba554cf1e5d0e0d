"""From figures to a verdict: may this map be relied on?"""

import statistics
from collections.abc import Callable, Mapping, Sequence

from explain.types import MapMetrics, Trust
from forensics.facts import Code, Fact, Value

Z_GAP = 2
"""Standard deviations of the random maps that a map must lie beyond: one of them in some twenty does so by luck."""

Z_EACH = 1
"""The same for either curve alone, where the two together passed already."""

MAX_RANDOMIZED_CORRELATION = 0.5
"""Rank correlation with the map of randomized weights above which a map shows the picture more than the network."""


class TrustCode(Code):
    """Why a map can be trusted as far as it can. A doubt has the next one inside it."""

    MAP_NO_BETTER_THAN_CHANCE = "map_no_better_than_chance", {"gap": float, "mean": float, "spread": float}
    MAP_IS_WEAK = "map_is_weak", {"gap": float, "mean": float, "spread": float}
    MAP_IS_FAITHFUL = "map_is_faithful", {"gap": float, "mean": float, "spread": float, "randomised": bool}
    DELETION_AT_RANDOM = "deletion_at_random"
    INSERTION_AT_RANDOM = "insertion_at_random"
    LIKE_RANDOMISED = "like_randomised", {"correlation": float}
    RANDOMISED_NO_WORSE = "randomised_no_worse"


def chain_facts(facts: Sequence[tuple[Code, Mapping[str, Value]]]) -> Fact | None:
    """Several facts as one, each with the next one inside it; None of none."""
    chain = None
    for code, parameters in reversed(facts):
        chain = Fact(code, parameters, chain)
    return chain


def exceeds_random(value: float, random: Sequence[float], spreads: float) -> bool:
    """Whether a value lies above the mean of random maps by so many of their standard deviations."""
    return value > statistics.mean(random) + spreads * statistics.stdev(random)


def trust_verdict(
    figures: MapMetrics,
    random: Sequence[MapMetrics],
    randomised: MapMetrics | None,
    rank_correlation: float | None,
) -> tuple[Trust, Fact]:
    """The verdict and its reason. random: at least two."""

    def beats(value: Callable[[MapMetrics], float], spreads: float) -> bool:
        return exceeds_random(value(figures), [value(one) for one in random], spreads)

    gaps = [one.gap for one in random]
    beside = {"gap": figures.gap, "mean": statistics.mean(gaps), "spread": statistics.stdev(gaps)}
    if not beats(lambda one: one.gap, Z_GAP):
        return Trust.CHANCE, Fact(TrustCode.MAP_NO_BETTER_THAN_CHANCE, beside)
    doubts: list[tuple[TrustCode, dict[str, float]]] = []
    if not beats(lambda one: -one.deletion_area, Z_EACH):
        doubts.append((TrustCode.DELETION_AT_RANDOM, {}))
    if not beats(lambda one: one.insertion_area, Z_EACH):
        doubts.append((TrustCode.INSERTION_AT_RANDOM, {}))
    if rank_correlation is not None and abs(rank_correlation) > MAX_RANDOMIZED_CORRELATION:
        doubts.append((TrustCode.LIKE_RANDOMISED, {"correlation": rank_correlation}))
    if randomised is not None and randomised.gap >= figures.gap:
        doubts.append((TrustCode.RANDOMISED_NO_WORSE, {}))
    if doubts:
        return Trust.WEAK, Fact(TrustCode.MAP_IS_WEAK, beside, chain_facts(doubts))
    return Trust.FAITHFUL, Fact(TrustCode.MAP_IS_FAITHFUL, beside | {"randomised": randomised is not None})
