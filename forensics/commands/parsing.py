"""The parser of the command line, whose own words are in the catalogue as well."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from forensics.messages.catalogue import text
from forensics.messages.language import language_of, languages


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What --language says, before anything else is read: the help is in that language too. Where it says nothing, or
    what cannot be, the language that the environment asks for."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--language")
    try:
        asked = parser.parse_known_args(arguments)[0].language
    except argparse.ArgumentError:  # without a value; the command's own parser will say so
        asked = None
    return asked if asked in languages() else language_of(environment)


class Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, text("cli-usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, formatter_class=Formatter, **settings)
        self._positionals.title, self._optionals.title = text("cli-positional"), text("cli-options")
        self.add_argument("-h", "--help", action="help", help=text("cli-help"))

    def error(self, message: str) -> NoReturn:
        """message: argparse's own, in English."""
        self.exit(2, f"{self.format_usage()}{text('cli-wrong-use', program=self.prog, reason=message)}\n")
