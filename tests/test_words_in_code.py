"""The core room holds no sentence: what is said lies in the catalogue, as messages that the code chooses by codes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import forensics
from forensics.robustness import Change
from forensics.types import Leaning, Verdict
from forensics.video.table import NO_FACE

ROOM = Path(forensics.__file__).parent
ELSEWHERE = {"commands", "benchmark", "training", "fitting", "synthesis", "corruption", "messages"}
FILES = sorted(
    path
    for path in ROOM.rglob("*.py")
    if not ELSEWHERE & set(path.relative_to(ROOM).parts) and path != ROOM / "__main__.py"  # of the command line
)

THREAD = "job {}"
"""What the thread of a job is called."""

PUBLISHED = {*get_args(Verdict), *get_args(Leaning), *Change, NO_FACE, THREAD}
"""Values that results, JSON and CSV are written with, whatever the language, and what nobody is shown."""

WORD = r"[A-Za-z]{2,}"
WORDS = re.compile(rf"({WORD}|{{}})[,;:.]? +{WORD}|{WORD}[,;:.]? +{{}}|^ +{WORD}|{WORD} +$")
"""Two words with a blank between, or one beside a value, or one that waits for another."""

CHANGED = {"capitalize", "casefold", "swapcase", "title"}
"""Methods by which a sentence would be turned into another."""


def is_for_programmers(node: ast.AST) -> bool:
    """Docstrings, what is raised or checked, and log lines."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Call):
        called = node.func
        logs = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "LOG"
        return logs or (isinstance(called, ast.Name) and called.id == "check")
    return isinstance(node, ast.Raise)


def literals(node: ast.AST) -> Iterator[str]:
    """Every text in the code that is shown to someone, an f-string with {} for its values."""
    if is_for_programmers(node):
        return
    if isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        inner = [part for part in node.values if isinstance(part, ast.FormattedValue)]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
        return
    else:
        inner = ast.iter_child_nodes(node)
    for child in inner:
        yield from literals(child)


def sentences(source: str) -> list[str]:
    return [said for said in literals(ast.parse(source)) if WORDS.search(said) and said not in PUBLISHED]


def test_there_are_files_to_look_at():
    assert {"strength_words.py", "robustness.py", "reference_words.py"} <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_sentence_stands_in_the_code_of_the_core(path):
    assert sentences(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_no_sentence_is_turned_into_another(path):
    called = [
        node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    ]
    assert not CHANGED & set(called)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('said = "nothing was found"', ["nothing was found"]),
        ('said = f"{ratio} or more"', ["{} or more"]),
        ('said = f"{ratio:.1f}" + (" of them" if many else "")', [" of them"]),
        ("said = f\"{'at most' if low else high}\"", ["at most"]),
        ('"""A docstring of words."""\nLEAST = 2\n"""What it is for."""', []),
        ('check(ok, "it must be so")', []),
        ('raise ValueError(f"{x} is not so")', []),
        ('LOG.error("It is not so.")', []),
        ('verdict = "signs of manipulation"', []),
        ('code = "moderately_strong"', []),
    ],
)
def test_a_sentence_is_told_from_a_code(source, found):
    assert sentences(source) == found
