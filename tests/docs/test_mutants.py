"""The command on a module made here, of which the tests find some faults."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from docs.mutants import Change, copy_checkout, read_reasons, sample, summary

ROOT = Path(__file__).parents[2]

MODULE = '''"""A module."""


class Limit:
    def reached(self, value):
        return value >= 10


def double(value):
    return 2 * value


def forgotten(value):
    return not value
'''

TESTS = """from room.small import Limit, double


def test_small():
    assert double(3) == 6
    assert Limit().reached(11) and not Limit().reached(9)
"""

SETTINGS = """[tool.mutmut]
source_paths = ["room"]
only_mutate = ["room/small.py"]
pytest_add_cli_args_test_selection = ["tests"]
[tool.pytest.ini_options]
pythonpath = ["."]
addopts = "-p no:cacheprovider --import-mode=importlib"
"""


@pytest.fixture
def checkout(tmp_path):
    files = {"room/small.py": MODULE, "tests/test_small.py": TESTS, "pyproject.toml": SETTINGS, ".gitignore": "mine\n"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "mine").write_text("of nobody else", encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.slow
def test_survivors_are_listed_with_their_line_and_the_checkout_stays_as_it_is(checkout):
    """The tests ask for 9 and 11, not for 10 where the limit lies; nothing asks for the third function."""
    before = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file() and ".git" not in path.parts}
    command = [sys.executable, "-m", "docs.mutants", "--all"]
    done = subprocess.run(command, cwd=checkout, env=at_root(), capture_output=True, check=True, text=True)
    assert done.stdout.splitlines() == [
        *("room/small.py:6", "  - return value >= 10", "  + return value > 10"),
        *("room/small.py:6", "  - return value >= 10", "  + return value >= 11"),
        *("room/small.py:14", "  - return not value", "  + return value"),
        "5 mutants: 2 killed, 3 survived, 40.0 % killed",
    ]
    assert before == {path: path.read_bytes() for path in before}
    assert not (checkout / "mutants").exists()


def at_root():
    return os.environ | {"PYTHONPATH": str(ROOT)}


def test_what_git_ignores_is_not_copied(checkout, tmp_path_factory):
    folder = tmp_path_factory.mktemp("copy")
    copy_checkout(checkout, folder)
    assert {path.name for path in folder.rglob("*") if path.is_file()} == {
        *("small.py", "test_small.py", "pyproject.toml", ".gitignore"),
    }


def test_a_sample_is_the_same_for_the_same_seed():
    names = [str(number) for number in range(100)]
    drawn = sample(names, 10, 0)
    assert drawn == sample(names, 10, 0) != sample(names, 10, 1)
    assert len({*drawn}) == 10 and {*drawn} <= {*names}


def test_a_sample_is_told_with_its_interval():
    assert summary(10, 9, 10) == "10 mutants: 9 killed, 1 survived, 90.0 % killed"
    assert summary(10, 9, 500) == (
        "10 mutants: 9 killed, 1 survived, 90.0 % killed; sample of 500, 95 % interval 55.5 to 99.7 %"
    )


def test_a_change_is_told_as_a_difference():
    assert str(Change("a.py", 3, "x < 1", "x <= 1")) == "a.py:3\n  - x < 1\n  + x <= 1"


def test_reasons_are_read_by_file_and_change(tmp_path):
    path = tmp_path / "reasons.toml"
    path.write_text('["a.py"]\nequivalent = [["x + 0", "x - 0", "0 is neither more nor less"]]\n', encoding="utf-8")
    assert read_reasons(path) == {("a.py", "x + 0", "x - 0"): "0 is neither more nor less"}


def test_every_line_that_is_named_with_a_reason_still_stands_in_its_file():
    for (file, was, now), why in read_reasons(ROOT / "docs" / "equivalent_mutants.toml").items():
        text = " ".join((ROOT / file).read_text(encoding="utf-8").split())
        assert " ".join(was.split()) in text, (file, was)
        assert was != now and why
