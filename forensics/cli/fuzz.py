"""Trying the readers with broken files. What --help says is in the catalogue."""

import argparse
import itertools
import time
from collections.abc import Iterator
from pathlib import Path

from forensics.cli.console import log
from forensics.cli.output_checks import make_folder
from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError
from forensics.messages.catalogue import text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--minutes", type=float, default=1.0, help=text("cli-fuzz-minutes"))
    parser.add_argument("--seed", type=int, default=1, help=text("cli-fuzz-seed"))
    parser.add_argument("--cases", metavar="N", type=int, help=text("cli-fuzz-cases"))
    parser.add_argument("--first", metavar="NUMBER", type=int, default=0, help=text("cli-fuzz-first"))
    parser.add_argument("--out", metavar="FOLDER", type=Path, required=True, help=text("cli-fuzz-out"))


def run(args: argparse.Namespace) -> int:
    """Returns 0 where nothing was found, else 1. Raises SettingsError, OSError."""
    from forensics.fuzzing.campaign import keep_finding, run_cases  # noqa: PLC0415, --help need not wait

    if min(args.seed, args.first) < 0:
        raise SettingsError(SettingsCode.WRONG_SEED, came=min(args.seed, args.first))
    make_folder(args.out)
    tried = found = 0
    for finding in run_cases(args.seed, _numbers(args)):
        tried += 1
        if finding is not None:
            found += 1
            problem = finding.problem.strip().splitlines()[-1]
            log(text("cli-fuzz-finding", file=str(keep_finding(finding, args.out)), problem=problem))
    log(text("cli-fuzz-tried", files=tried, findings=found))
    return 1 if found else 0


def _numbers(args: argparse.Namespace) -> Iterator[int]:
    """As many as were asked for, or until the time is over."""
    if args.cases is not None:
        return iter(range(args.first, args.first + args.cases))
    end = time.monotonic() + 60 * args.minutes
    return itertools.takewhile(lambda _: time.monotonic() < end, itertools.count(args.first))
