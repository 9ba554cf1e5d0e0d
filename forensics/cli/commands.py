"""The commands of the command line: one module each, with `add_arguments(parser)` and `run(args)` → exit code."""

import sys
from pathlib import Path
from types import ModuleType

from forensics import __version__
from forensics.cli import analyze, app, benchmark_protocols, finetune, fit, forge, fuzz, train
from forensics.cli.parser import LocalizedParser
from forensics.messages.catalogue import text
from forensics.messages.language import available_languages

COMMANDS: dict[str, ModuleType] = {
    "analyze": analyze,
    "app": app,
    "benchmark": benchmark_protocols,
    "finetune": finetune,
    "fit": fit,
    "forge": forge,
    "fuzz": fuzz,
    "train": train,
}
"""A command's module imports torch and the like inside `run`, so that --help answers at once."""


def build_parser() -> LocalizedParser:
    """The parser of all commands, in the current language. What it returns has `run`, the command's."""
    name = "telltale" if Path(sys.argv[0]).name == "telltale" else "python -m forensics"
    parser = LocalizedParser(prog=name, description=text("cli"))
    parser.add_argument("--version", action="version", version=f"Telltale {__version__}", help=text("cli-version"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        summary = text(f"cli-{name}")
        command = commands.add_parser(name, help=summary, description=summary, epilog=text(f"cli-{name}-details"))
        module.add_arguments(command)
        command.add_argument("--language", choices=available_languages(), help=text("cli-language"))
        command.set_defaults(run=module.run)
    return parser
