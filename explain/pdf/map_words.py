"""What the figures and verdicts of heat maps mean, for a lay reader."""

from explain.words import TRUST
from forensics.messages.catalogue import text

FIGURES = (*("tested", "deletion", "insertion", "road", "infidelity", "in-mask"), *("random", "randomised"))
"""What is explained of the tests, as its messages call it."""


def meanings() -> list[tuple[str, str]]:
    """Every figure and every verdict of a map, with what it means."""
    figures = [(text(f"pdf-maps-{name}"), text(f"pdf-maps-{name}-means")) for name in FIGURES]
    return figures + [
        (f"{symbol} {text(f'pdf-maps-{trust}')}", text(f"pdf-maps-{trust}-means")) for symbol, trust in TRUST.values()
    ]
