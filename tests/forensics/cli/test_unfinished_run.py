"""A run of many that is killed in the middle, and a second one that goes on from it."""

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from small_detector import small_card, small_detector

from forensics.__main__ import main
from forensics.analysis import image
from forensics.cli.unfinished_run import UnfinishedRun, part_path, run_question
from forensics.detectors import registry
from forensics.io.serialization import encode
from forensics.types.analysis import AnalysisSettings
from forensics.types.references import References

FIXTURES = Path(__file__).parents[2] / "fixtures"

KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from small_detector import small_detector
from forensics.__main__ import main
from forensics.analysis import image
from forensics.detectors import registry
analyze, count = image.analyze_image, iter(range(9))
def third_kills(*arguments):
    if next(count) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return analyze(*arguments)
image.analyze_image = third_kills
registry.load_detector = lambda name: small_detector()
main(["analyze", *sys.argv[2:]])
"""
"""The program, of which nothing is left as soon as the third picture's turn comes."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Five pictures, one of them twice; and what is no picture."""
    monkeypatch.setattr(registry, "load_detector", lambda _: small_detector())
    for number, name in enumerate("abcde"):
        Image.new("RGB", (20, 10 + number), (40 * number, 0, 90)).save(tmp_path / f"{name}.png")
    (tmp_path / "f.png").write_bytes((tmp_path / "a.png").read_bytes())
    (tmp_path / "0.png").write_bytes(b"no picture")
    return tmp_path


def arguments(folder: Path, out: Path, *more: object) -> list[str]:
    masks = out.with_name("masks")
    return [*map(str, (folder, "--faces", "whole", "--json", out, "--masks", masks, *more))]


def analyze(*wanted: object) -> int:
    return main(["analyze", *map(str, wanted)])


def kill_at_the_third(*wanted: str) -> None:
    command = [sys.executable, "-c", KILLED, str(FIXTURES), *wanted]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture
def counted(monkeypatch):
    """How many pictures are analyzed from here on."""
    done, analyze_image = [], image.analyze_image

    def count(media, *others):
        done.append(media.name)
        return analyze_image(media, *others)

    monkeypatch.setattr(image, "analyze_image", count)
    return done


@pytest.mark.slow
def test_what_a_killed_run_found_is_there_and_the_same_command_goes_on(folder, tmp_path_factory, counted, capsys):
    out, other = (tmp_path_factory.mktemp(name) / "out.json" for name in ("killed", "whole"))
    kill_at_the_third(*arguments(folder, out))
    assert not out.exists()
    kept = [json.loads(line) for line in part_path(out).read_text().splitlines()]
    assert [entry.get("name") for entry in kept] == [None, "a.png", "b.png"]
    assert len(list((out.parent / "masks").iterdir())) == 2
    assert analyze(*arguments(folder, out)) == 1  # one is no picture
    assert counted == ["c.png", "d.png", "e.png"]
    assert f"Continuing: 2 of 7 done, by {part_path(out)}." in capsys.readouterr().err
    assert not part_path(out).exists()
    assert analyze(*arguments(folder, other)) == 1
    assert out.read_bytes() == other.read_bytes()
    masks = [sorted((path.name, path.read_bytes()) for path in (o.parent / "masks").iterdir()) for o in (out, other)]
    assert masks[0] == masks[1] and len(masks[0]) == 5


@pytest.mark.slow
def test_a_run_with_other_settings_begins_anew_and_keeps_what_the_other_one_found(
    folder, tmp_path_factory, counted, capsys
):
    out = tmp_path_factory.mktemp("results") / "out.json"
    kill_at_the_third(*arguments(folder, out))
    found = part_path(out).read_bytes()
    assert analyze(folder, "--faces", "whole", "--json", out) == 1
    assert counted == ["a.png", "b.png", "c.png", "d.png", "e.png"]
    assert (out.parent / "out.json.part.1").read_bytes() == found
    assert "out.json.part is no run of this command with these settings" in capsys.readouterr().err


@pytest.mark.slow
def test_a_report_begins_anew_because_it_needs_the_results(folder, tmp_path_factory, counted, capsys):
    out = tmp_path_factory.mktemp("results") / "out.json"
    kill_at_the_third(*arguments(folder, out))
    assert analyze(*arguments(folder, out, "--pdf", out.with_suffix(".pdf"))) == 1
    assert len(counted) == 5
    assert "A report needs all results" in capsys.readouterr().err
    assert out.with_suffix(".pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
def test_a_picture_that_changed_meanwhile_is_analyzed(folder, tmp_path_factory, counted):
    out = tmp_path_factory.mktemp("results") / "out.json"
    kill_at_the_third(*arguments(folder, out))
    Image.new("RGB", (33, 10), (9, 9, 9)).save(folder / "b.png")
    analyze(*arguments(folder, out))
    assert counted == ["b.png", "c.png", "d.png", "e.png"]
    assert [file["width"] for file in json.loads(out.read_text())["files"]][2] == 33


@pytest.mark.slow
def test_a_disk_that_fills_ends_with_a_sentence_and_what_was_found_is_kept(
    folder, tmp_path_factory, monkeypatch, capsys
):
    out = tmp_path_factory.mktemp("results") / "out.json"
    flush, written = os.fsync, iter(range(9))

    def full(descriptor: int) -> None:
        if next(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr("forensics.cli.unfinished_run.os.fsync", full)
        assert analyze(folder, "--faces", "whole", "--json", out) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert [json.loads(line).get("name") for line in part_path(out).read_text().splitlines()][1:] == ["a.png", "b.png"]


LIMITED = KILLED.replace("import os, signal, sys", "import resource, sys").replace(
    "    if next(count) == 2:\n        os.kill(os.getpid(), signal.SIGKILL)\n", ""
)
LIMITED = LIMITED.replace('main(["', 'resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))\nsys.exit(main(["')
LIMITED = LIMITED.replace("*sys.argv[2:]])", "*sys.argv[2:]]))")
"""The program on a disk that takes files of 4,000 bytes at most."""


@pytest.mark.slow
def test_a_disk_that_takes_no_more_ends_with_a_sentence_and_the_same_command_goes_on(folder, tmp_path_factory, counted):
    out = tmp_path_factory.mktemp("results") / "out.json"
    wanted = [str(folder), "--faces", "whole", "--json", str(out)]
    command = [sys.executable, "-c", LIMITED, str(FIXTURES), *wanted]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("could not be read or written (File too large).")
    kept = part_path(out).read_bytes()
    assert kept.endswith(b"\n") and len(kept) <= 4000
    found = kept.count(b"\n") - 1
    assert found >= 1
    assert analyze(*wanted) == 1
    assert len(counted) == 5 - found
    assert len(json.loads(out.read_text())["files"]) == 7


QUESTION: dict[str, object] = {"settings": {"faces": "whole"}}


def entry(number: int) -> dict:
    common = {"path": f"{number}.png", "name": f"{number}.png", "sha256": f"{number:064}", "kind": "image"}
    return common | {"width": 1, "height": 1, "error": None, "skipped": [], "faces": []}


def kept_in(path: Path, *entries: dict) -> UnfinishedRun:
    run = UnfinishedRun.open(path, QUESTION)
    for one in entries:
        run.keep(one)
    return UnfinishedRun.open(path, QUESTION)


def test_entries_come_back_by_the_hash_of_their_file(tmp_path):
    run = kept_in(tmp_path / "out.part", entry(1), entry(2))
    assert run.done == {f"{number:064}": entry(number) for number in (1, 2)}
    assert not kept_in(tmp_path / "other.part").path.exists()  # nothing is done yet
    run.finish()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "torn",
    [
        b'{"path": "3.p',
        b"[]\n",
        b"[" * 100_000 + b"\n",
        b'{"kind": "image"}\n',
        b"\xff\n",
        json.dumps(entry(3)).encode(),
    ],
)
def test_a_last_line_that_is_torn_is_cut_off_and_the_next_takes_its_place(tmp_path, torn):
    path = tmp_path / "out.part"
    kept_in(path, entry(1))
    with path.open("ab") as file:
        file.write(torn)
    assert kept_in(path, entry(2)).done.keys() == {f"{number:064}" for number in (1, 2)}
    assert path.read_bytes().count(b"\n") == 3


@pytest.mark.parametrize("torn", [0, 1, 30])
def test_a_first_line_that_is_torn_is_written_anew(tmp_path, torn):
    path = tmp_path / "out.part"
    kept_in(path, entry(2))
    path.write_bytes(path.read_bytes()[:torn])
    run = UnfinishedRun.open(path, QUESTION)
    assert (run.done, run.set_aside) == ({}, None)
    assert kept_in(path, entry(1)).done.keys() == {f"{1:064}"}


def test_what_is_of_others_is_set_aside_under_a_name_that_is_free(tmp_path):
    path = tmp_path / "out.part"
    for number in (1, 2):
        path.write_bytes(b"something else %d\n" % number)
        assert UnfinishedRun.open(path, QUESTION).set_aside == tmp_path / f"out.part.{number}"
    assert (tmp_path / "out.part.1").read_bytes() == b"something else 1\n"


def test_all_on_which_an_answer_depends_is_in_the_question(monkeypatch, tmp_path):
    def question(settings=None, card=None, references=None, explanations=(), folder=tmp_path):
        folders = {"masks": folder, "csv": None, "annotated": None}
        return run_question(settings or AnalysisSettings(), card or small_card(), references, explanations, folders)

    usual = question()
    assert usual == question()
    others = [
        question(AnalysisSettings(faces="whole")),
        question(card=small_card(version="1")),
        question(references=References((), ())),
        question(explanations=("lime",)),
        question(folder=None),
    ]
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "9")
    others.append(question())
    assert len({encode(one) for one in (usual, *others)}) == 7
