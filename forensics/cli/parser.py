"""The parser of the command line, and argparse's own words in every language."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from forensics.messages.catalogue import text
from forensics.messages.language import available_languages, language_from_env

ARGPARSE_MESSAGES = {
    "usage: ": "cli-usage",
    "positional arguments": "cli-positional",
    "options": "cli-options",
    "show this help message and exit": "cli-help",
    "%(prog)s: error: %(message)s\n": "cli-wrong-use",
    "argument %(argument_name)s: %(message)s": "cli-argument",
    "the following arguments are required: %s": "cli-arguments-required",
    "unrecognized arguments: %s": "cli-arguments-unknown",
    "not allowed with argument %s": "cli-argument-not-with",
    "one of the arguments %s is required": "cli-argument-one-of",
    "ignored explicit argument %r": "cli-argument-ignored",
    "expected one argument": "cli-argument-one",
    "expected at most one argument": "cli-argument-at-most-one",
    "expected at least one argument": "cli-argument-at-least-one",
    "ambiguous option: %(option)s could match %(matches)s": "cli-argument-ambiguous",
    "invalid %(type)s value: %(value)r": "cli-argument-type",
    "invalid choice: %(value)r (choose from %(choices)s)": "cli-argument-choice",
}
"""Messages of argparse's words, which keep its %-placeholders."""


def language_argument(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What --language says, before anything else is read: the help is in that language too. Where it says nothing, or
    what cannot be, the language that the environment asks for."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--language")
    try:
        asked = parser.parse_known_args(arguments)[0].language
    except argparse.ArgumentError:  # without a value; the command's own parser will say so
        asked = None
    return asked if asked in available_languages() else language_from_env(environment)


def _translate(words: str) -> str:
    """In the current language, and as they are where the catalogue does not hold them."""
    return text(ARGPARSE_MESSAGES[words]) if words in ARGPARSE_MESSAGES else words


argparse._ = _translate  # type: ignore[attr-defined]  # argparse, made for gettext, asks it for each word it needs


class LocalizedParser(argparse.ArgumentParser):
    """A parser whose words, wrong calls included, are in the current language."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **settings)
