"""How many small faults in the code that decides its tests find: `make mutants`.

    python -m docs.mutants [--all | --sample N] [--seed S] [FILE…]

mutmut makes the faults, the mutants: another operator, another number, an argument less, a condition turned. It runs
the tests that reach the function, once for each. A mutant that fails none of them has survived, as has one that no test
reaches; it is listed with its file, line and change, and with the reason where docs/equivalent_mutants.toml names it as
one that no test can find. It counts as survived all the same.

Which files and tests: pyproject.toml, [tool.mutmut]. mutmut changes what functions do; constants of a module, and
functions with a decorator such as properties, it leaves as they are. All this happens in a copy of the checkout in a
temporary folder. Without --all a sample is drawn from the mutants of all files, by the seed.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import chdir
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from forensics.decision.calibration import clopper_pearson

SAMPLE = 1000
"""Mutants of a run without --all: the interval of the share is then some 4 % wide."""

PROCESSES = 2

KILLED = {"killed", "timeout", "segfault"}

REASONS = Path(__file__).with_name("equivalent_mutants.toml")


class Change(NamedTuple):
    """One mutant in its file. line: from 1. was, now: lines without their indent, joined by blanks."""

    file: str
    line: int
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}\n  - {self.was}\n  + {self.now}"


def main() -> int:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="every mutant")
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many otherwise (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")
    parser.add_argument("files", nargs="*", help="patterns; without any, all files of the table")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        copy_checkout(Path.cwd(), Path(folder))
        with chdir(folder):
            names = mutant_names(args.files)
            drawn = names if args.all or args.sample >= len(names) else sample(names, args.sample, args.seed)
            try_mutants([] if args.all and not args.files else drawn)
            states = {name: state for name, state in results().items() if name in {*drawn}}
            left = [name for name in drawn if states[name] not in KILLED]
            changes = sorted(change_of(name) for name in left)
    reasons = read_reasons(REASONS)
    for change in changes:
        reason = reasons.get((change.file, change.was, change.now))
        print(change, *([f"  equivalent: {reason}"] if reason else []), sep="\n")
    print(summary(len(drawn), len(drawn) - len(left), len(names)))
    return 0


def copy_checkout(root: Path, folder: Path) -> None:
    """What git follows or could follow, as it lies there."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, folder / name)


def sample(names: list[str], n: int, seed: int) -> list[str]:
    """Names drawn from all files together, the same ones for the same seed."""
    return sorted(random.Random(seed).sample(names, n))


def mutant_names(patterns: list[str]) -> list[str]:
    """Every mutant that mutmut makes of the files of the table, or of those that fit a pattern, in order."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # noqa: PLC0415  # reads the settings of the folder
    from mutmut.utils.file_utils import walk_mutatable_files  # noqa: PLC0415
    from mutmut.utils.format_utils import get_mutant_name  # noqa: PLC0415

    files = sorted(path for path in walk_mutatable_files() if not patterns or _fits(path, patterns))
    made = {path: mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names for path in files}
    return [get_mutant_name(path, name) for path in files for name in made[path]]


def _fits(path: Path, patterns: list[str]) -> bool:
    return any(fnmatch(path.as_posix(), pattern) for pattern in patterns)


def try_mutants(names: list[str]) -> None:
    """Those named, or all without a name. Raises SystemExit with what mutmut said where it stopped."""
    threads = {"OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(PROCESSES), *names]
    done = subprocess.run(command, env=os.environ | threads, capture_output=True, check=False, text=True)
    if done.returncode:
        raise SystemExit(f"mutmut stopped:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")


def results() -> dict[str, str]:
    """How each mutant that was tried fared, in mutmut's words."""
    from mutmut.stats import status_by_exit_code  # noqa: PLC0415

    codes: dict[str, int | None] = {}
    for path in Path("mutants").rglob("*.meta"):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: status_by_exit_code[code] for name, code in codes.items()}


def change_of(name: str) -> Change:
    """What a mutant changes, and where."""
    from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant  # noqa: PLC0415
    from mutmut.utils.format_utils import orig_function_and_class_names_from_key  # noqa: PLC0415

    path = Path(find_mutant(name).path)
    head, *lines = get_diff_for_mutant(name, path=path).splitlines()[2:]
    function, owner = orig_function_and_class_names_from_key(name)
    start = function_line(ast.parse(path.read_text(encoding="utf-8")), function, owner)
    first = int(head.split()[1].split(",")[0].lstrip("-")) + next(i for i, line in enumerate(lines) if line[0] == "-")
    was, now = (" ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
    return Change(path.as_posix(), start + first - 1, was, now)


def function_line(tree: ast.Module, function: str, owner: str | None) -> int:
    """Where a function, or a method of the class `owner`, begins in its file."""
    places: list[Any] = [tree] if owner is None else [node for node in _classes(tree) if node.name == owner]
    return next(node.lineno for place in places for node in place.body if getattr(node, "name", None) == function)


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in tree.body if isinstance(node, ast.ClassDef))


def read_reasons(path: Path) -> dict[tuple[str, str, str], str]:
    """By file, and the change as in `Change`."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {(file, was, now): why for file, found in table.items() for was, now, why in found["equivalent"]}


def summary(n: int, killed: int, of: int) -> str:
    """Numbers and share; of a sample its interval, too."""
    told = f"{n} mutants: {killed} killed, {n - killed} survived, {100 * killed / n:.1f} % killed"
    if n == of:
        return told
    low, high = clopper_pearson(killed, n)
    return f"{told}; sample of {of}, 95 % interval {100 * low:.1f} to {100 * high:.1f} %"


if __name__ == "__main__":
    sys.exit(main())
