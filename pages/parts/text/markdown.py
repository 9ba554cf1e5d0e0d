"""Text from outside, shown without being taken for markup; numbers with their nouns, labels, several things."""

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from forensics.messages import catalogue
from forensics.messages.numbers import in_language

MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=])")


def escape_markdown(text: str) -> str:
    """Markdown that shows the text as it is."""
    return MARKUP.sub(r"\\\1", text)


Option = TypeVar("Option", bound=Hashable)


def option_labels(options: Iterable[Option], say: Callable[[Option], str]) -> Callable[[Option], str]:
    """What a widget shows for each of its options, said now: Streamlit asks again when no language is spoken."""
    return {option: say(option) for option in options}.__getitem__


def code_span(name: str) -> str:
    """Markdown that shows a name in type of its own, every character as it is: no markup, HTML, link or emoji code."""
    longest = max((len(run) for run in re.findall("`+", name)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{name}{pad}{fence}"


def counted(number: int, thing: str) -> str:
    """ "1 face", "3 faces". thing: as the end of a message's name."""
    return catalogue.text(f"page-count-{thing}", number=number)


def join_limited(things: Sequence[str], most: int) -> str:
    """One after the other, so many of them at most, then how many more there are."""
    return catalogue.text("enumerated", things=catalogue.format_list(things[:most]), more=max(0, len(things) - most))


def format_file_size(n_bytes: int) -> str:
    if n_bytes < 1000:
        return catalogue.text("pdf-bytes", bytes=n_bytes)
    return f"{n_bytes / 1000:.0f} kB" if n_bytes < 1_000_000 else in_language(f"{n_bytes / 1_000_000:.1f} MB")
