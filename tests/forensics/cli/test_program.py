"""The program as a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from forensics.__main__ import main

pytestmark = pytest.mark.slow


def test_the_program_itself_explains_its_exit_codes_without_loading_torch():
    script = "import sys; from forensics.__main__ import main\ntry: main(['analyze', '--help'])\n"
    script += "except SystemExit: pass\nsys.exit(7 if 'torch' in sys.modules or 'explain' in sys.modules else 0)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "1  some could not be" in done.stdout
    assert "--masks DIR" in done.stdout


def test_the_program_itself_analyzes_a_sample_with_the_detector_that_is_shipped(tmp_path):
    sample = Path(__file__).parents[3] / "sample_media" / "swap-feathered.jpg"
    command = [sys.executable, "-m", "forensics", "analyze", str(sample), str(tmp_path / "missing.jpg")]
    done = subprocess.run([*command, "--json", str(tmp_path / "out.json")], capture_output=True, text=True, check=False)
    document = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert done.returncode == 1, done.stderr
    assert [len(file["faces"]) for file in document["files"]] == [1, 0]
    assert document["files"][1]["error"]["code"] == "missing_file"
    assert document["detector"]["name"] == "telltale"
    assert 0 <= document["files"][0]["faces"][0]["fake_score"] <= 1
    assert done.stderr.count("\n") == 1


def test_the_app_is_started_where_it_lies_and_no_module_of_the_current_folder_comes_first(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("os.execv", lambda program, command: asked.append((program, command)))
    monkeypatch.chdir(tmp_path)
    main(["app"])
    script = Path(__file__).resolve().parents[3] / "app.py"
    assert asked == [(sys.executable, [sys.executable, "-P", "-m", "streamlit", "run", str(script)])]


@pytest.mark.parametrize(("called", "name"), [("/bin/telltale", "telltale"), ("x/__main__.py", "python -m forensics")])
def test_the_help_names_the_program_as_it_was_called(called, name, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", [called])
    with pytest.raises(SystemExit):
        main(["app", "--help"])
    assert capsys.readouterr().out.startswith(f"usage: {name} app")
