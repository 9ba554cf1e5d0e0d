"""The language in which words are made: chosen at the edges, read by everything that makes words.

A thread begins in English, whatever its starter spoke; where it makes words, it is run in a copy of the context.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from forensics.validation import require

FOLDER = Path(__file__).parent
"""Folder of the languages, each one Fluent file."""

SOURCE_LANGUAGE = "en"
"""In which every message is written first, and in which JSON and CSV are."""

VARIABLES = ("TELLTALE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment; the first that is set tells the language."""

_current = ContextVar("language", default=SOURCE_LANGUAGE)


def available_languages() -> list[str]:
    """Two-letter codes of the languages that there are, English first."""
    found = sorted(path.stem for path in FOLDER.glob("*.ftl"))
    return sorted(found, key=lambda language: language != SOURCE_LANGUAGE)


def current_language() -> str:
    return _current.get()


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Within, words are made in this language. Raises ValueError where there is no such one."""
    require(language in available_languages(), f"language must be one of {available_languages()}, got {language!r}")
    token = _current.set(language)
    try:
        yield
    finally:
        _current.reset(token)


def language_from_env(environment: Mapping[str, str] = os.environ) -> str:
    """What an environment asks for; English where it asks for nothing, or for a language that there is not."""
    return nearest_language(next((environment[name] for name in VARIABLES if environment.get(name)), ""))


def fixed_language(environment: Mapping[str, str] = os.environ) -> str | None:
    """What the setting of Telltale's own asks for, whatever else might choose; None where it is not set."""
    asked = environment.get(VARIABLES[0])
    return nearest_language(asked) if asked else None


def nearest_language(tag: str) -> str:
    """To a language tag or locale, such as "de-AT" or "de_DE.UTF-8", the language that there is; else English."""
    return tag[:2].lower() if tag[:2].lower() in available_languages() else SOURCE_LANGUAGE
