"""No sentence stands in the code of the core, of explanations, report and drawings, of command line or pages: what is
said lies in the catalogue, as messages that the code chooses by codes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import explain
import forensics
import pages
from explain.types import Trust
from forensics.analysis.robustness import Perturbation
from forensics.cli import parser
from forensics.export.csv_table import NO_FACE
from forensics.types.analysis import Leaning, Verdict

ROOM = Path(forensics.__file__).parent
PAGES = Path(pages.__path__[0])
EDGES = (Path(explain.__file__).parent, ROOM / "cli", PAGES)
EDGE_FILES = [
    PAGES.parent / "app.py",
    ROOM / "__main__.py",
    *sorted(path for folder in EDGES for path in folder.rglob("*.py")),
]
ELSEWHERE = {
    *("cli", "benchmark", "measurements", "training", "fitting", "synthesis", "corruption", "messages", "network"),
}
"""The networks' titles, architectures and papers go onto cards, which are data."""

DOCUMENTS = {"document_types.py", "document_version_1.py"}
"""The names by which published documents call things."""

FILES = sorted(
    path
    for path in ROOM.rglob("*.py")
    if not (ELSEWHERE | DOCUMENTS) & set(path.relative_to(ROOM).parts)
    and path != ROOM / "__main__.py"  # of the command line
)

THREAD = "job {}"
"""What the thread of a job is called."""

PUBLISHED = {*Verdict, *Leaning, *Trust, *Perturbation, NO_FACE, THREAD, "{} MB, {} s"}
"""Values that results, JSON and CSV are written with and settings of the environment, whatever the language, and what
nobody is shown."""

WORD = r"[A-Za-z]{2,}"
WORDS = re.compile(rf"({WORD}|{{}})[,;:.]? +{WORD}|{WORD}[,;:.]? +{{}}|^ +{WORD}|{WORD} +$")
"""Two words with a blank between, or one beside a value, or one that waits for another."""

PDF = re.compile(r"/C|.*begin|.*end")
"""Operators of a CMap."""

MARKUP = re.compile(r"<[^<>]*>|&nbsp;|:material/\w+:|^\{}=.*HttpOnly.*")
"""Of reportlab, of HTML and icons, and a cookie, which are no words."""

ALLOWED: dict[str, set[str]] = {
    "commands.py": {"Telltale {}"},
    "timeline_strip.py": {"Telltale  "},
    "console.py": {"telltale: {}"},
    "references.py": {"--reference: {}"},
    # codes, and the names of figures in the files of results
    "baseline.py": {"average colour"},
    "cost.py": {"random maps"},
    "protocol.py": {"python -m forensics benchmark explanations", "{} --limit {}"},
    "benchmark_protocols.py": {"{} --detector {}"},
    # proper names
    "registry.py": {"Integrated Gradients", "Guided Grad-CAM", "Kernel SHAP"},
    # what libraries, files and browsers want
    "media.py": {"private, no-store", "attachment; filename*=utf-8''{}"},
    "guided_gradcam.py": {"Setting backward hooks on ReLU activations"},
    "plots.py": {"offset points"},
    "parser.py": {*filter(WORDS.search, parser.ARGPARSE_MESSAGES)},
    "shaped_fonts.py": {"CFF "},
    "style.py": {"file name", "body from right to left", "small soft", "small bold"},
    "panel_chart.py": {"x{} domain", "y{} domain"},
    "timeline_chart.py": {"x{} domain"},
    # units
    "markdown.py": {"{} kB", "{} MB"},
    # the name of a set in the files of Tippett plots
    "calibration_view.py": {"calibration set"},
    # documents that are English for whoever reads them by a program
    "forgery_files.py": {"forged with Telltale for teaching"},
    "fit.py": {"\nPictures of the README: skipped, tool_missing\n"},
}
"""Texts with words in the files of the edges that are none of the catalogue."""

CHANGED = {"capitalize", "casefold", "swapcase", "title"}
"""Methods by which a sentence would be turned into another."""


def is_for_programmers(node: ast.AST) -> bool:
    """Docstrings, what is raised or checked, and log lines."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Call):
        called = node.func
        logs = isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "LOG"
        return logs or (isinstance(called, ast.Name) and called.id == "require")
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


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def sentences(source: str) -> list[str]:
    return [said for said in literals(ast.parse(source)) if WORDS.search(said) and said not in PUBLISHED]


def test_there_are_files_to_look_at():
    assert {"strength_wording.py", "robustness.py", "reference_wording.py"} <= {path.name for path in FILES}


def test_no_sentence_stands_in_the_code_of_the_core():
    assert [(path.name, said) for path in FILES for said in sentences(path.read_text(encoding="utf-8"))] == []


def test_no_sentence_is_turned_into_another():
    called = [(path.name, node.attr) for path in FILES for node in nodes(path) if isinstance(node, ast.Attribute)]
    assert [(name, method) for name, method in called if method in CHANGED] == []


def test_no_sentence_stands_in_the_code_of_report_drawings_and_command_line():
    found = [
        (path.name, said)
        for path in EDGE_FILES
        for said in sentences(path.read_text(encoding="utf-8"))
        if said not in ALLOWED.get(path.name, set())
    ]
    assert [said for said in found if WORDS.search(MARKUP.sub("", said[1])) and not PDF.match(said[1])] == []


def test_no_code_is_made_a_word_by_changing_its_letters():
    calls = [(path.name, node.func) for path in EDGE_FILES for node in nodes(path) if isinstance(node, ast.Call)]
    called = [
        (name, one.attr) for name, one in calls if isinstance(one, ast.Attribute) and ast.unparse(one) != "st.title"
    ]
    assert [(name, method) for name, method in called if method in {*CHANGED - {"casefold"}, "upper"}] == []


def test_everything_that_is_allowed_is_there():
    texts = {path.name: set() for path in EDGE_FILES}
    for path in EDGE_FILES:
        texts[path.name] |= set(sentences(path.read_text(encoding="utf-8")))
    assert all(allowed <= texts[name] for name, allowed in ALLOWED.items())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('said = "nothing was found"', ["nothing was found"]),
        ('said = f"{ratio} or more"', ["{} or more"]),
        ('said = f"{ratio:.1f}" + (" of them" if many else "")', [" of them"]),
        ("said = f\"{'at most' if low else high}\"", ["at most"]),
        ('"""A docstring of words."""\nLEAST = 2\n"""What it is for."""', []),
        ('require(ok, "it must be so")', []),
        ('raise ValueError(f"{x} is not so")', []),
        ('LOG.error("It is not so.")', []),
        ('verdict = "signs of manipulation"', []),
        ('code = "moderately_strong"', []),
    ],
)
def test_a_sentence_is_told_from_a_code(source, found):
    assert sentences(source) == found
