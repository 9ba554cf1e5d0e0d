"""What is installed, and what a release holds."""

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"([\w.-]+==[\w.]+)( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
NOT_SHIPPED = {"forensics/training/checkpoint.safetensors", "forensics/training/telltale-2.safetensors"}


def required(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def locked(file: str) -> dict[str, list[Requirement]]:
    """Of every package its pins, one for each range of Pythons."""
    found: dict[str, list[Requirement]] = {}
    for name, marker in PINNED.findall((ROOT / file).read_text(encoding="utf-8")):
        requirement = Requirement(name + marker)
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with wheel and sdist, built with what is installed."""
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder)
    return folder


def build(checkout: Path, folder: Path, *targets: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder), *targets]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def names_in_wheel(folder: Path) -> set[str]:
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return {*archive.namelist()}


def test_the_project_requires_what_the_requirements_say():
    assert {*PROJECT["dependencies"]} == required("requirements.txt")
    assert {*PROJECT["optional-dependencies"]["training"]} <= required("requirements-dev.txt")


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_a_lock_holds_every_requirement_with_hashes_and_without_addresses(name):
    lines = [line for line in (ROOT / f"{name}.lock").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    kinds = "".join("p" if PINNED.fullmatch(line) else "h" if HASH.fullmatch(line) else "?" for line in lines)
    assert re.fullmatch("(ph+)+", kinds)
    for wanted in map(Requirement, required(f"{name}.txt")):
        pins = locked(f"{name}.lock")[canonicalize_name(wanted.name)]
        assert wanted.specifier in [pin.specifier for pin in pins]


def test_both_locks_agree():
    app, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    for name in app.keys() & dev.keys():
        assert {pin.specifier for pin in dev[name]} <= {pin.specifier for pin in app[name]}, name


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_what_is_installed_is_what_is_locked(name):
    for package, pins in locked(name).items():
        for pin in pins:
            if pin.marker is None or pin.marker.evaluate():
                assert pin.specifier.contains(version(package)), package


def test_the_wheel_holds_the_program_its_data_and_nothing_else(built):
    folders = [ROOT / name for name in ("forensics", "explain", "pages", "sample_media")]
    here = {path for folder in folders for path in folder.rglob("*") if path.is_file()}
    wanted = {path.relative_to(ROOT).as_posix() for path in here if "__pycache__" not in path.parts}
    found = names_in_wheel(built)
    shipped = {name for name in found if ".dist-info/" not in name}
    assert shipped == (wanted - NOT_SHIPPED) | {"app.py", ".streamlit/config.toml"}
    assert {"forensics/py.typed", "explain/py.typed", "forensics/weights/centerface.onnx"} <= shipped


def test_the_wheel_states_its_licences_and_has_its_command(built):
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        read = {Path(name).name: archive.read(name) for name in archive.namelist() if ".dist-info/" in name}
    stated = message_from_bytes(read["METADATA"])
    assert {"LICENSE", "centerface.LICENSE", "face_landmark.LICENSE"} <= read.keys()
    assert stated["License-Expression"] == PROJECT["license"]
    assert b"telltale = forensics.__main__:program" in read["entry_points.txt"]


def test_the_sdist_holds_the_tests_and_makes_the_same_wheel(built, tmp_path):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.glob("telltale-*")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    ours = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()
    here = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert here >= {"tests/test_packaging.py", "requirements.lock", "LICENSE", "README.md", ".ci/run"}
    assert not ours or here <= {*ours, "PKG-INFO"}
    build(folder, tmp_path / "dist", "-t", "wheel")
    assert names_in_wheel(tmp_path / "dist") == names_in_wheel(built)
