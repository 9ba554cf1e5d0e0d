"""Broken files get an answer, and what a reader breaks over is kept."""

import json
import os
import signal
from random import Random

import pytest

from forensics.__main__ import main
from forensics.cli import fuzz
from forensics.fuzzing import campaign
from forensics.fuzzing.campaign import KINDS, Case, Finding, Reader, keep_finding, make_case, run_cases
from forensics.fuzzing.mutations import json_bytes, msgpack_bytes, mutate, mutate_values
from forensics.fuzzing.readers import read
from forensics.fuzzing.seeds import seeds

TRIED = 1200
"""As many broken files as are read in some ten seconds; which ones is fixed by the seed."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_sound_file_is_read(kind):
    for content in seeds(kind).values():
        read(kind, content)


def test_the_same_seed_makes_the_same_files_and_each_another_one():
    files = [make_case(3, number) for number in range(60)]
    assert files == [make_case(3, number) for number in range(60)]
    assert len({case.content for case in files}) > 55
    assert [case.kind for case in files[: len(KINDS)]] == list(KINDS)
    assert make_case(4, 0) != make_case(3, 0)


def test_a_sound_file_is_changed_in_every_way():
    content = seeds("picture")["color.png"]
    changed = {mutate(content, content, Random(seed)) for seed in range(200)}
    lengths = {len(one) for one in changed}
    assert min(lengths) < 50 < len(content) < max(lengths)
    with_checksums = [one for one in changed if one[:8] == content[:8] and one != content]
    assert with_checksums


def test_values_are_changed_in_type_and_depth():
    values = {"a": [1, 2], "b": "text"}
    changed = [json_bytes(mutate_values(values, Random(seed))) for seed in range(200)]
    assert any(b"[" * 3000 in one for one in changed)
    assert any(b"null" in one for one in changed)
    assert values == {"a": [1, 2], "b": "text"}
    assert msgpack_bytes("\ud800") == b""


@pytest.mark.slow
def test_broken_files_get_an_answer():
    assert [finding for finding in run_cases(1, iter(range(TRIED))) if finding] == []


@pytest.fixture
def reader():
    one = Reader()
    yield one
    one.end()


def case(kind: str = "card", content: bytes = b"[]") -> Case:
    return Case(1, 2, kind, "card.json", content)


def test_an_exception_that_nobody_raised_on_purpose_is_a_finding(reader):
    assert reader.problem(case("no kind")).splitlines()[-1] == "KeyError: 'no kind'"
    assert reader.problem(case()) == ""


def test_a_reader_that_hangs_is_a_finding_and_the_next_file_is_read(reader, monkeypatch):
    monkeypatch.setattr(campaign, "MAX_SECONDS", 0.2)
    peer = reader._start()
    os.kill(reader._process.pid, signal.SIGSTOP)
    assert reader.problem(case()) == "hang"
    assert peer.fileno() == -1
    monkeypatch.setattr(campaign, "MAX_SECONDS", 60.0)
    assert reader.problem(case()) == ""


def test_a_reader_that_crashes_is_a_finding(reader):
    reader._start()
    os.kill(reader._process.pid, signal.SIGSEGV)
    assert reader.problem(case()) == f"exit:{-signal.SIGSEGV}"


def test_a_finding_is_kept_with_what_makes_it_again(tmp_path):
    path = keep_finding(Finding(case(), "KeyError: 'x'"), tmp_path)
    assert path.read_bytes() == b"[]"
    about = json.loads((tmp_path / f"{path.name}.finding.json").read_text())
    assert about == {"seed": 1, "number": 2, "kind": "card", "source": "card.json", "problem": "KeyError: 'x'"}


def test_the_command_says_what_it_tried_and_keeps_what_it_found(tmp_path, monkeypatch, capsys):
    out = tmp_path / "found"
    assert main(["fuzz", "--cases", "2", "--first", "2", "--out", str(out)]) == 0
    assert capsys.readouterr().err == "telltale: 2 files were tried; findings: 0.\n"
    monkeypatch.setattr(
        campaign, "run_cases", lambda seed, numbers: [Finding(case(), "a\nKeyError: 'x'\n") for _ in numbers]
    )
    assert main(["fuzz", "--cases", "1", "--out", str(out)]) == 1
    assert "1-2-card.json: KeyError: 'x'" in capsys.readouterr().err
    assert len(list(out.iterdir())) == 2
    assert main(["fuzz", "--seed", "-1", "--out", str(out)]) == 2


def test_the_command_ends_when_its_time_is_over(monkeypatch):
    times = iter([0.0, 1.0, 59.0, 61.0])
    monkeypatch.setattr(fuzz.time, "monotonic", lambda: next(times))

    class Asked:
        cases, first, minutes = None, 5, 1.0

    assert list(fuzz._numbers(Asked())) == [5, 6]
