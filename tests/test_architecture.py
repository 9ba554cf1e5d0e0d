"""The rules of the design that a machine can check."""

import ast
import re
from collections.abc import Iterable
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("forensics", "explain", "pages")
SOURCES = [*sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")), ROOT / "app.py"]

ROOMS = (
    *("forensics/validation", "forensics/formatting", "forensics/facts", "forensics/error_codes", "forensics/versions"),
    *("forensics/messages", "forensics/errors", "forensics/io", "forensics/types", "forensics/weights"),
    *("forensics/network", "forensics/corruption", "forensics/media", "forensics/faces", "forensics/tracking"),
    *("forensics/storage", "forensics/decision", "forensics/synthesis", "forensics/measurements"),
    *("forensics/detectors", "forensics/analysis", "forensics/export", "forensics/jobs", "forensics/training"),
    *("forensics/fitting", "forensics/benchmark", "explain"),
    *("pages/parts/text", "pages/parts/session", "pages/parts/tasks", "pages/parts/widgets"),
    *("pages/parts/inspect", "pages/parts/explain", "pages/parts/report", "pages/parts/method"),
    *("pages/parts/shell", "pages", "app", "forensics/cli", "forensics/__main__"),
)
"""From the ground to the roof: a room imports itself and what stands before it, nothing after it."""

TABLES = {"forensics/network", "forensics/corruption"}
"""Rooms whose door is the table of what they hold."""

PAGE_ROOMS = ("pages/parts/inspect", "pages/parts/explain", "pages/parts/report", "pages/parts/method")

MOST_LOOSE = {"forensics": 8, "pages/parts": 6}
"""Modules that lie in a folder and in none of its rooms."""

ALONE = {"forensics/jobs/presence.py", "forensics/jobs/executors.py", "forensics/jobs/queue.py"}

TORCH_FOLDERS = (
    *("forensics/network", "forensics/training", "forensics/fitting", "forensics/benchmark", "forensics/cli"),
    *(
        "forensics/detectors/registry.py",
        "forensics/detectors/crop_detector.py",
        "forensics/detectors/engines.py",
        "explain/targets.py",
        "explain/methods",
        "explain/faithfulness",
        "explain/benchmark",
    ),
)


def imports(path: Path, *, top_level: bool = False) -> set[str]:
    """Dotted names that a file imports; with top_level only those outside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return imported_by(tree.body if top_level else ast.walk(tree))


def imported_by(nodes: Iterable[ast.AST]) -> set[str]:
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def uses(names: set[str], package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in names)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room_of(place: str) -> str | None:
    """Of a file or a dotted name with slashes for its dots; None for what is no room of ours."""
    found = [room for room in ROOMS if place == room or place.startswith(f"{room}/")]
    return max(found, key=len, default=None)


def imported_rooms(path: Path) -> set[str]:
    return {room for name in imports(path) if (room := room_of(name.replace(".", "/")))}


def test_a_room_imports_only_rooms_before_it():
    wrong = []
    for path in SOURCES:
        room = room_of(relative(path.with_suffix("")))
        if room is None:
            assert relative(path) in {"forensics/__init__.py"}
            continue
        later = {other for other in imported_rooms(path) if ROOMS.index(other) > ROOMS.index(room)}
        wrong += [f"{relative(path)} imports {other}" for other in later]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle():
    """What only a type checker imports does not count."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in SOURCES}
    graph = {}
    for name, path in modules.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        kept = [node for node in tree.body if ast.unparse(getattr(node, "test", node)) != "TYPE_CHECKING"]
        graph[name] = imported_by(inner for node in kept for inner in ast.walk(node)) & {*modules} - {name}
    TopologicalSorter(graph).prepare()


def test_rooms_of_pages_do_not_know_each_other():
    for path in SOURCES:
        room = room_of(relative(path.with_suffix("")))
        if room in PAGE_ROOMS:
            assert imported_rooms(path).isdisjoint({*PAGE_ROOMS} - {room}), relative(path)


def test_every_room_is_there():
    assert all((ROOT / room).is_dir() or (ROOT / f"{room}.py").is_file() for room in ROOMS)


def test_the_page_on_the_code_names_files_that_are_there_and_every_room():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./]+/[\w.]+\.(?:py|ftl|toml))`", text):
        assert (ROOT / name).is_file(), name
    named = {part for cell in re.findall(r"`([^`]+)`", text) for part in (cell, cell.strip("/"), Path(cell).stem)}
    rooms = {room: {room, room.rpartition("/")[2]} for room in ROOMS}
    assert [room for room, names in rooms.items() if not names & named] == []


def test_few_modules_lie_loose():
    for folder, most in MOST_LOOSE.items():
        assert len([*(ROOT / folder).glob("*.py")]) <= most


def test_the_door_of_a_room_opens_no_other_room():
    for room in {*ROOMS} - TABLES:
        door = ROOT / room / "__init__.py"
        assert not door.is_file() or not imported_rooms(door)


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_the_core_knows_no_page_and_the_command_line_asks_for_explanations_late(path):
    place = relative(path)
    if place.startswith("forensics/"):
        assert not uses(imports(path, top_level=True), "explain")
        assert not uses(imports(path), "pages")
    if not place.startswith("pages/") and place != "app.py":
        assert not uses(imports(path), "streamlit")


@pytest.mark.parametrize("place", sorted(ALONE))
def test_who_is_next_who_is_there_and_where_it_runs_can_be_tested_alone(place):
    assert not uses(imports(ROOT / place), "forensics")


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_torch_stays_where_tensors_live(path):
    if not relative(path).startswith(TORCH_FOLDERS):
        assert not uses(imports(path), "torch")


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_nothing_is_pickled_and_only_the_outermost_page_catches_everything(path):
    text = path.read_text(encoding="utf-8")
    assert not uses(imports(path), "pickle")
    assert "weights_only=False" not in text
    if relative(path) != "pages/parts/shell.py":
        assert "except Exception" not in text


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_file_is_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_function_fits_on_a_screen(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 45
    ]
    assert long == []
