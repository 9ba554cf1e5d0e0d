"""Telltale on the command line: `python -m forensics COMMAND`, or `telltale COMMAND` where it is installed.

Together with forensics/cli/ this is the composition root: the only place below the pages where `explain` may be
imported, and only inside functions, so that `import forensics` never brings the explanations along.
"""

import argparse
import os
import shlex
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from forensics.cli.commands import build_parser
from forensics.cli.console import log
from forensics.cli.parser import language_argument
from forensics.errors import TelltaleError
from forensics.messages.catalogue import text
from forensics.messages.language import SOURCE_LANGUAGE, current_language, use_language

STOPPED = 130
"""What shells expect of a program that Ctrl-C stopped."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 and 2 as the command's help says, 130 after Ctrl-C.

    Wrong arguments leave through SystemExit(2), as argparse has it.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    with use_language(language_argument(arguments, os.environ)):
        args = build_parser().parse_args(arguments)
        args.command_line = shlex.join(["python", "-m", "forensics", *arguments, *_language(args)])
        return _run(args)


def _language(args: argparse.Namespace) -> list[str]:
    """What a command wants besides, so that it writes the same whatever the environment asks for."""
    return [] if args.language or current_language() == SOURCE_LANGUAGE else ["--language", current_language()]


def _run(args: argparse.Namespace) -> int:
    try:
        return args.run(args)
    except TelltaleError as error:
        log(str(error))
        return 2
    except OSError as error:  # a full disk, a folder that vanished; files to be analyzed are dealt with one by one
        file = error.filename or text("cli-output")
        log(text("cli-not-read-or-written", file=str(file), reason=str(error.strerror)))
        return 2
    except KeyboardInterrupt:
        log(text("cli-stopped"))
        return STOPPED


def program() -> None:
    """What `telltale` and `python -m forensics` run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # file names hold letters the terminal may not have
    sys.exit(main())


if __name__ == "__main__":
    program()
