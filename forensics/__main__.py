"""Telltale on the command line: `python -m forensics COMMAND`.

Together with forensics/commands/ this is the composition root: the only place below the pages where `explain` may be
imported, and only inside functions, so that `import forensics` never brings the explanations along.
"""

import argparse
import shlex
import sys
from collections.abc import Sequence
from types import ModuleType

from forensics import __version__
from forensics.commands import analyze, benchmark, finetune, fit, forge, train
from forensics.errors import TelltaleError

COMMANDS: dict[str, ModuleType] = {
    "analyze": analyze,
    "benchmark": benchmark,
    "finetune": finetune,
    "fit": fit,
    "forge": forge,
    "train": train,
}
"""A command's module imports torch and the like inside `run`, so that --help answers at once."""

STOPPED = 130
"""What shells expect of a program that Ctrl-C stopped."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0, 1 and 2 as the command's help says, 130 after Ctrl-C.

    Wrong arguments leave through SystemExit(2), as argparse has it.
    """
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    args = _parser().parse_args(arguments)
    args.command_line = shlex.join(["python", "-m", "forensics", *arguments])
    try:
        return args.run(args)
    except TelltaleError as error:
        sys.stderr.write(f"telltale: {error}\n")
        return 2
    except OSError as error:  # a full disk, a folder that vanished; files to be analysed are dealt with one by one
        sys.stderr.write(
            f"telltale: {error.filename or 'The output'} could not be read or written ({error.strerror}).\n"
        )
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("telltale: Stopped.\n")
        return STOPPED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m forensics",
        description="Telltale finds signs of manipulation in the faces of photographs and videos.",
    )
    parser.add_argument("--version", action="version", version=f"Telltale {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        summary, _, details = module.__doc__.partition("\n\n")
        command = commands.add_parser(
            name,
            help=summary,
            description=summary,
            epilog=details,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # file names hold letters the terminal may not have
    sys.exit(main())
