"""The words of what is explained and how: targets, baselines, methods, and how far a map can be trusted."""

from collections.abc import Iterable

from explain.methods import METHODS
from explain.types import ExplanationRequest, Faithfulness, Trust
from forensics.messages.catalogue import message_id, text

TRUST_SYMBOLS = {Trust.FAITHFUL: "✔", Trust.WEAK: "◐", Trust.CHANCE: "✘"}
"""For each verdict. No colors: orange and blue are taken by the maps."""

NOT_MEASURED = "○"

MAP_FIGURES = (*("tested", "deletion", "insertion", "road", "infidelity", "in-mask"), *("random", "randomised"))
"""What is explained of the tests of a map, as its messages call it."""

DEFAULT_TARGET = ExplanationRequest("")
"""The target of which nothing needs to be said but the method."""


def target_title(target: str) -> str:
    """What a target is, and in brackets how it is computed."""
    return text("target", target=target)


def target_short(target: str) -> str:
    return text("target-short", target=target)


def target_definition(target: str) -> str:
    """How a target is computed."""
    return text("target-value", target=target)


def baseline_title(baseline: str) -> str:
    """What a baseline puts in the place of evidence."""
    return text("baseline", baseline=baseline.replace(" ", "_"))


def target_supports(target: str) -> str:
    """What the values of a map above zero speak for."""
    return text("target-supports", target=target)


def target_opposes(target: str) -> str:
    """What those below zero speak for."""
    return text("target-opposes", target=target)


def color_meaning(targets: Iterable[str]) -> str:
    """What orange and blue mean in maps of these targets."""
    return " ".join(
        text("map-colors", target=target, usual=target == DEFAULT_TARGET.target) for target in dict.fromkeys(targets)
    )


def method_shows(method: str) -> str:
    """What a method's map shows, in one sentence for a lay reader."""
    return text(f"method-{message_id(method)}-shows")


def method_does_not_show(method: str) -> str:
    return text(f"method-{message_id(method)}-does-not-show")


def method_look_for(method: str) -> str:
    return text(f"method-{message_id(method)}-look-for")


def trust_label(faithfulness: Faithfulness | None) -> str:
    """The verdict on one map: symbol and words."""
    if faithfulness is None:
        return f"{NOT_MEASURED} {text('trust-not-measured')}"
    trust = faithfulness.trust
    return f"{TRUST_SYMBOLS[trust]} {text('trust', trust=trust.name.lower())}"


def describe_request(question: ExplanationRequest) -> list[str]:
    """What a caption says of a question: the method, and the rest where it is not the usual."""
    words = [METHODS[question.method].title]
    if question.target != DEFAULT_TARGET.target:
        words.append(text("asked-target", target=question.target))
    if question.place is not None:
        words.append(text("asked-place", **question.place._asdict()))
    if question.baseline != DEFAULT_TARGET.baseline:
        words.append(text("asked-baseline", baseline=question.baseline.replace(" ", "_")))
    return words


def map_meanings() -> list[tuple[str, str]]:
    """Every figure and every verdict of a map, with what it means to a lay reader."""
    figures = [(text(f"pdf-maps-{name}"), text(f"pdf-maps-{name}-means")) for name in MAP_FIGURES]
    return figures + [_trust_meaning(trust) for trust in Trust]


def _trust_meaning(trust: Trust) -> tuple[str, str]:
    name = f"pdf-maps-{trust.name.lower()}"
    return f"{TRUST_SYMBOLS[trust]} {text(name)}", text(f"{name}-means")
