"""The README's commands run and its figures are those of the cards."""

import re
import shlex
from pathlib import Path

import pytest

from forensics.__main__ import main
from forensics.benchmark.readme_table import END, START, render_table, write_table
from forensics.cli.commands import COMMANDS, build_parser
from forensics.detectors.registry import DETECTORS, load_detector

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMAND_LINES = [line for line in README.splitlines() if line.startswith("python -m forensics ")]
ANALYZES = [line for line in COMMAND_LINES if " analyze " in line and " --help" not in line]


@pytest.mark.usefixtures("few_random_maps")
@pytest.mark.parametrize("line", ANALYZES)
def test_every_analysis_of_the_readme_runs(line, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    words = [str(tmp_path / word) if word.startswith("out/") else word for word in shlex.split(line)[3:]]
    (tmp_path / "out").mkdir()
    assert main(words) == 0
    for word in words:
        assert not word.startswith(str(tmp_path)) or Path(word).exists()


def test_the_example_from_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names = {}
    exec(compile(example, "README.md", "exec"), names)
    (finding,) = names["result"].findings
    assert names["heat_map"].shape == finding.mask.shape
    assert f"{finding.fake_score}" in capsys.readouterr().out


@pytest.mark.parametrize("line", COMMAND_LINES)
def test_every_command_of_the_readme_has_the_options_it_is_given(line):
    words = shlex.split(line.split("`")[0])[3:]
    assert words[0] in COMMANDS
    assert build_parser().parse_args(words).run


@pytest.mark.parametrize("path", ["docs/inspect.jpg", "LICENSE", "forensics/measurements/results/speed.json"])
def test_what_the_readme_points_at_is_there(path):
    assert (ROOT / path).is_file()


def test_the_figures_are_those_of_the_cards():
    table = README.split(START)[1].split("-->\n", 1)[1].split(END)[0].strip()
    assert table == render_table([load_detector(name).card for name in DETECTORS])
    assert "openforensics-val" in table


def test_the_table_is_put_between_its_marks_and_nothing_else_changes(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(f"before\n{START} why -->\nold\n{END}\nafter\n")
    write_table(path, "new")
    assert path.read_text() == f"before\n{START} why -->\nnew\n{END}\nafter\n"
