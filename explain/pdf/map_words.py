"""The words that stand at a heat map: what was asked, how far to trust the answer, and what the figures mean."""

from collections.abc import Iterable

from explain.methods import METHODS
from explain.targets import TARGETS
from explain.types import Faithfulness, Question, Trust

TRUST: dict[Trust, tuple[str, str]] = {
    "faithful": ("✔", "faithful"),
    "weak": ("◐", "weak"),
    "not better than chance": ("✘", "not better than chance: do not rely on it"),
}
"""A symbol for each verdict, and its words. No colours: orange and blue are taken by the maps."""

NOT_MEASURED = "○ faithfulness not measured"

USUAL = Question("")
"""Of which nothing needs to be said but the method."""


def trust_text(faithfulness: Faithfulness | None) -> str:
    """The verdict on one map: symbol and words."""
    return NOT_MEASURED if faithfulness is None else " ".join(TRUST[faithfulness.trust])


def asked(question: Question) -> list[str]:
    """What a caption says of a question: the method, and the rest where it is not the usual."""
    words = [METHODS[question.method].title]
    if question.target != USUAL.target:
        words.append(f"of {short_title(question.target)}")
    if question.place is not None:
        words.append("left {}, top {}, right {}, bottom {} of the crop".format(*question.place))
    if question.baseline != USUAL.baseline:
        words.append(f"baseline: {question.baseline}")
    return words


def short_title(target: str) -> str:
    """What a target is, without how it is computed, which stands in brackets."""
    return TARGETS[target].title.partition(" (")[0]


def colours_of(targets: Iterable[str]) -> str:
    """What orange and blue mean in maps of these targets."""
    return " ".join(
        f"{_orange_of(name)} {TARGETS[name].supports}, blue {TARGETS[name].opposes}." for name in dict.fromkeys(targets)
    )


def _orange_of(target: str) -> str:
    return "Orange" if target == USUAL.target else f"In maps of {short_title(target)}, orange"


MEANINGS: list[tuple[str, str]] = [
    (
        "Why maps are tested",
        "A map always looks as if it explained something. So each is put to the test on this very face, beside maps "
        "that cannot know anything: if they do as well, it explains nothing.",
    ),
    (
        "Deletion",
        "The pixels that the map marks most strongly are blurred first, then ever more of them, and each time the "
        "network is asked again. If the map is right, the answer falls early. The area is the mean height of the "
        "curve: the lower, the better.",
    ),
    (
        "Insertion",
        "The other way round: everything is blurred, and the strongest pixels are given back first. If the map is "
        "right, the answer returns early. The higher the area, the better.",
    ),
    (
        "ROAD",
        "The pixels are filled in from their neighbours instead of blurred, so that no outline of what was removed "
        "remains. Half of how much more is lost with the strongest pixels than with the weakest: the higher, the "
        "better.",
    ),
    (
        "Infidelity",
        "Squares anywhere in the face are removed, and what the map foretells is compared with what the answer loses. "
        "0: all was foretold; 1: nothing. The lower, the better.",
    ),
    (
        "In mask, mask share",
        "The part of the evidence for the target that lies inside the network's own mask. It says something only "
        "beside the mask's share of the crop, which is what an even map would reach.",
    ),
    (
        "Random maps",
        "Blobs at places drawn by lot, put through the same test: mean ± standard deviation. Blurring any part of a "
        "face changes the answer a little, so a figure means nothing until it is far from theirs.",
    ),
    (
        "Randomised weights",
        "The same method's map of a copy of the network with fresh weights, so that it has learned nothing. "
        "The rank correlation says how alike the two maps are: near 0, the map comes from what the network learned; "
        "near 1, it would look the same without, and shows the picture more than the network.",
    ),
    (
        "✔ Faithful",
        "The map beats random maps in deletion and in insertion, and the map of randomised weights. It shows what the "
        "network's answer hangs on, which is not yet that the answer is right.",
    ),
    (
        "◐ Weak",
        "The map beats random maps, but not in every test, or the map of randomised weights is like it or as good. "
        "Use it only as a hint, beside another map that is faithful.",
    ),
    (
        "✘ Not better than chance",
        "Maps drawn by lot do as well. It must not be relied on, however convincing it looks, and nothing may be "
        "concluded from the places it marks.",
    ),
]
"""Every figure and every verdict of a map, for a lay reader."""
