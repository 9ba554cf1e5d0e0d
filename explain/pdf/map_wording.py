"""What the figures and verdicts of heat maps mean, for a lay reader."""

from explain.types import Trust
from explain.wording import TRUST_SYMBOLS
from forensics.messages.catalogue import text

FIGURES = (*("tested", "deletion", "insertion", "road", "infidelity", "in-mask"), *("random", "randomised"))
"""What is explained of the tests, as its messages call it."""


def map_meanings() -> list[tuple[str, str]]:
    """Every figure and every verdict of a map, with what it means."""
    figures = [(text(f"pdf-maps-{name}"), text(f"pdf-maps-{name}-means")) for name in FIGURES]
    return figures + [_trust(trust) for trust in Trust]


def _trust(trust: Trust) -> tuple[str, str]:
    name = f"pdf-maps-{trust.name.lower()}"
    return f"{TRUST_SYMBOLS[trust]} {text(name)}", text(f"{name}-means")
