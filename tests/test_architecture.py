"""The rules of the design that a machine can check."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

from rooms import ROOMS, ROOT, SOURCES, imported_by, imported_rooms, imports, parsed, relative, room_of

TABLES = {"forensics/network"}
"""Rooms whose door is the table of what they hold."""

PAGE_ROOMS = ("pages/parts/inspect", "pages/parts/explain", "pages/parts/report", "pages/parts/method")

MOST_LOOSE = {"forensics": 9, "pages/parts": 6}
"""Modules that lie in a folder and in none of its rooms."""

ALONE = {"forensics/jobs/presence.py", "forensics/jobs/executors.py", "forensics/jobs/queue.py"}

TORCH_FOLDERS = (
    *("forensics/network", "forensics/training", "forensics/fitting", "forensics/benchmark", "forensics/cli"),
    *(
        "forensics/detectors/registry.py",
        "forensics/detectors/crop_detector.py",
        "forensics/detectors/engines.py",
        "forensics/detectors/openvino_engine.py",
        "forensics/detectors/openvino_graphs.py",
        "explain/targets.py",
        "explain/methods",
        "explain/faithfulness",
        "explain/benchmark",
    ),
)


def uses(names: set[str], package: str) -> bool:
    return any(name == package or name.startswith(f"{package}.") for name in names)


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
        kept = [node for node in parsed(path).body if ast.unparse(getattr(node, "test", node)) != "TYPE_CHECKING"]
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


def test_the_core_knows_no_page_and_asks_for_explanations_late():
    core = [path for path in SOURCES if relative(path).startswith("forensics/")]
    assert [relative(path) for path in core if uses(imports(path, top_level=True), "explain")] == []
    assert [relative(path) for path in core if uses(imports(path), "pages")] == []


def test_streamlit_stays_on_the_pages():
    others = [path for path in SOURCES if not relative(path).startswith(("pages/", "app.py"))]
    assert [relative(path) for path in others if uses(imports(path), "streamlit")] == []


def test_torch_stays_where_tensors_live():
    others = [path for path in SOURCES if not relative(path).startswith(TORCH_FOLDERS)]
    assert [relative(path) for path in others if uses(imports(path), "torch")] == []


def test_who_is_next_who_is_there_and_where_it_runs_can_be_tested_alone():
    assert [place for place in ALONE if uses(imports(ROOT / place), "forensics")] == []


def test_nothing_is_pickled_and_only_the_outermost_layers_and_a_decoder_catch_everything():
    assert [relative(path) for path in SOURCES if uses(imports(path), "pickle")] == []
    texts = {relative(path): path.read_text(encoding="utf-8") for path in SOURCES}
    assert [place for place, text in texts.items() if "weights_only=False" in text] == []
    assert [place for place, text in texts.items() if "except Exception" in text] == [
        *("forensics/cli/analyze.py", "forensics/media/image.py", "pages/parts/shell.py")
    ]


def test_a_file_is_read_in_one_sitting():
    assert [relative(path) for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 300] == []


def test_a_function_fits_on_a_screen():
    functions = [
        (path, node) for path in SOURCES for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)
    ]
    assert len(functions) > 1000
    assert [(relative(path), node.name) for path, node in functions if node.end_lineno - node.lineno >= 45] == []
