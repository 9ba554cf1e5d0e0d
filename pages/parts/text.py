"""Text from outside, shown without being taken for markup, and numbers with their nouns."""

import re
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from forensics.messages import catalogue
from forensics.messages.numbers import in_language

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")


def plain(text: str) -> str:
    """Markdown that shows the text as it is."""
    return MARKUP.sub(r"\\\1", text)


Option = TypeVar("Option", bound=Hashable)


def labels(options: Iterable[Option], say: Callable[[Option], str]) -> Callable[[Option], str]:
    """What a widget shows for each of its options, said now: Streamlit asks again when no language is spoken."""
    return {option: say(option) for option in options}.__getitem__


def literal(name: str) -> str:
    """Markdown that shows a name in type of its own, every character as it is: no markup, HTML, link or emoji code."""
    longest = max((len(run) for run in re.findall("`+", name)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{name}{pad}{fence}"


def count(number: int, thing: str) -> str:
    """ "1 face", "3 faces"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def file_size(n_bytes: int) -> str:
    if n_bytes < 1000:
        return catalogue.text("pdf-bytes", bytes=n_bytes)
    return f"{n_bytes / 1000:.0f} kB" if n_bytes < 1_000_000 else in_language(f"{n_bytes / 1_000_000:.1f} MB")
