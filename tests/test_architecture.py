"""The rules of the design that a machine can check."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("forensics", "explain", "pages")
SOURCES = [*sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py")), ROOT / "app.py"]

STAGES = (
    *("errors", "checks", "evidence", "card", "reasons", "references", "types", "media", "faces", "calibration"),
    *("gate", "quality", "source_scale", "judging", "detectors", "robustness", "pipeline", "reference_faces"),
)
"""From bytes to findings: a stage may import earlier ones alone."""

VIDEO_STAGES = (
    *(
        "types",
        "limits",
        "containers",
        "decoding",
        "tones",
        "upright",
        "endings",
        "reading",
        "cuts",
        "sampling",
    ),
    *("appearance", "tracklets", "tracks", "weighing", "sightings", "thumbnails", "analysis"),
    *("smoothing", "lines", "spans", "judging", "moments", "assessment", "flicker", "table", "entry", "stills"),
)
"""The same for a video; nothing before `analysis` knows what is said of a person or a file."""

KEEPING = (
    *("storage.content_store", "storage.earlier", "storage.records", "storage.sessions", "storage.retention"),
    *("jobs.presence", "jobs.leases", "jobs.executors", "jobs.queue", "jobs.job", "jobs.photographs", "jobs.jobs"),
)
"""The same for what is kept on disk and done beside the page; queue, presence, leases and executors know no other."""

ALONE = {"forensics/jobs/presence.py", "forensics/jobs/executors.py", "forensics/jobs/queue.py"}

TORCH_FOLDERS = (
    *("forensics/network", "forensics/training", "forensics/fitting", "forensics/benchmark", "forensics/commands"),
    *(
        "forensics/detectors.py",
        "forensics/crop_detector.py",
        "forensics/engines.py",
        "explain/targets.py",
        "explain/methods",
        "explain/faithfulness",
        "explain/benchmark",
    ),
)


def imports(path: Path, *, top_level: bool = False) -> set[str]:
    """Dotted names that a file imports; with top_level only those outside functions."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level else list(ast.walk(tree))
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


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_imports_follow_the_arrow(path):
    place = relative(path)
    if place.startswith("forensics/commands/"):
        assert not uses(imports(path, top_level=True), "explain")
    elif place.startswith("forensics/"):
        assert not uses(imports(path), "explain")
    if place.startswith(("forensics/", "explain/")):
        assert not uses(imports(path), "streamlit")
        assert not uses(imports(path), "pages")


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_earlier_stages_only(stage):
    names = imports(ROOT / "forensics" / f"{stage}.py")
    for later in STAGES[STAGES.index(stage) :]:
        assert not uses(names, f"forensics.{later}")


@pytest.mark.parametrize("stage", VIDEO_STAGES)
def test_a_stage_of_a_video_imports_earlier_stages_only(stage):
    names = imports(ROOT / "forensics" / "video" / f"{stage}.py")
    for later in VIDEO_STAGES[VIDEO_STAGES.index(stage) :]:
        assert not uses(names, f"forensics.video.{later}")


@pytest.mark.parametrize("stage", KEEPING)
def test_what_keeps_and_what_runs_import_earlier_ones_only(stage):
    names = imports(ROOT / "forensics" / f"{stage.replace('.', '/')}.py")
    for later in KEEPING[KEEPING.index(stage) :]:
        assert not uses(names, f"forensics.{later}")


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
    if relative(path) != "app.py":
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
