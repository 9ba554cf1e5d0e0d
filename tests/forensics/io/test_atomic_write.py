"""A file is there whole, or not at all."""

import os
import stat
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from forensics.cli.output_checks import check_target, make_folder
from forensics.errors import SettingsError
from forensics.io import atomic_write as writing
from forensics.io.atomic_write import atomic_path, atomic_write, put_in_place
from forensics.synthesis.video_writer import write_clip

ROOT = Path(__file__).parents[3]


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    return path


def is_alone(path: Path) -> bool:
    return [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("content", "wanted"), [(b"\xff\n", b"\xff\n"), ("é\n", b"\xc3\xa9\n"), ("", b"")])
def test_what_is_written_takes_the_place_of_what_was_there(target, content, wanted):
    atomic_write(target, content)
    assert target.read_bytes() == wanted
    assert is_alone(target)


def test_a_writer_that_fails_half_way_leaves_the_old_file_and_nothing_else(target):
    with pytest.raises(ZeroDivisionError), atomic_path(target) as unfinished:
        unfinished.write_bytes(b"ne")
        raise ZeroDivisionError
    assert target.read_bytes() == b"old"
    assert is_alone(target)


def test_a_writer_that_wrote_nothing_leaves_the_old_file(target):
    with pytest.raises(FileNotFoundError), atomic_path(target):
        pass
    assert target.read_bytes() == b"old"
    assert is_alone(target)


@pytest.mark.parametrize(("owner", "name"), [(Path, "write_bytes"), (Path, "replace"), (os, "fsync")])
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(target, monkeypatch, owner, name):
    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(owner, name, full_disk)
    with pytest.raises(OSError, match="No space left"):
        atomic_write(target, b"new")
    assert target.read_bytes() == b"old"
    assert is_alone(target)


def test_a_program_that_dies_between_writing_and_replacing_leaves_the_old_file(target):
    script = """
import os, sys
from pathlib import Path
from forensics.io.atomic_write import atomic_write
Path.replace = lambda *_: os._exit(9)
atomic_write(Path(sys.argv[1]), b"new")
"""
    assert subprocess.run([sys.executable, "-c", script, str(target)], cwd=ROOT, check=False).returncode == 9
    assert target.read_bytes() == b"old"
    (left,) = (path for path in target.parent.iterdir() if path != target)
    assert left.name.startswith(writing.UNFINISHED)
    atomic_write(target, b"newer")
    assert target.read_bytes() == b"newer"


def test_the_content_is_flushed_before_the_name_and_the_folder_after_it(target, monkeypatch):
    done, replace = [], Path.replace
    monkeypatch.setattr(os, "fsync", lambda descriptor: done.append(stat.S_IFMT(os.fstat(descriptor).st_mode)))
    monkeypatch.setattr(Path, "replace", lambda path, new: (done.append("replace"), replace(path, new))[1])
    atomic_write(target, b"new")
    assert done == [stat.S_IFREG, "replace", stat.S_IFDIR]


def test_a_disk_that_flushes_no_folder_is_written_to_all_the_same(target, monkeypatch):
    def refuse(_):
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(writing, "_flush_folder", refuse)
    atomic_write(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_the_permissions_are_those_of_a_new_file(target, mask, mode):
    target.chmod(0o640)
    before = os.umask(mask)
    try:
        atomic_write(target, b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize("parent", [Path(), Path("folder")])
def test_a_relative_path_is_one_of_the_working_folder(tmp_path, monkeypatch, parent):
    monkeypatch.chdir(tmp_path)
    parent.mkdir(exist_ok=True)
    atomic_write(parent / "out.json", b"new")
    assert (tmp_path / parent / "out.json").read_bytes() == b"new"


def test_a_name_as_long_as_the_disk_takes_can_be_written(tmp_path):
    atomic_write(tmp_path / ("n" * 255), b"new")
    assert (tmp_path / ("n" * 255)).read_bytes() == b"new"


def test_writers_that_want_a_path_see_the_suffix(tmp_path):
    with atomic_path(tmp_path / "a.safetensors") as unfinished:
        save_file({"weight": torch.ones(2)}, unfinished)
    with atomic_path(tmp_path / "a.npz") as unfinished:
        np.savez(unfinished, one=np.ones(3))
    write_clip(tmp_path / "a.mp4", [np.zeros((48, 64, 3), np.uint8)], Fraction(25), 18)
    assert load_file(tmp_path / "a.safetensors")["weight"].tolist() == [1, 1]
    with np.load(tmp_path / "a.npz", allow_pickle=False) as stored:
        assert stored["one"].tolist() == [1, 1, 1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp4", "a.npz", "a.safetensors"]
    (tmp_path / "plain").touch()
    assert {path.stat().st_mode for path in tmp_path.iterdir()} == {(tmp_path / "plain").stat().st_mode}


def test_a_finished_file_is_moved_and_its_place_returned(target):
    finished = target.with_name("finished")
    finished.write_bytes(b"new")
    assert put_in_place(finished, target) == target
    assert target.read_bytes() == b"new"
    assert is_alone(target)


def test_targets_are_checked_before_the_work(tmp_path):
    check_target(tmp_path / "out.json")
    for wrong in (tmp_path, tmp_path / "missing" / "out.json", Path(os.devnull)):
        with pytest.raises(SettingsError) as caught:
            check_target(wrong)
        assert caught.value.code == "wrong_output"


def test_a_folder_is_made_with_its_parents_and_may_be_there_already(tmp_path):
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(SettingsError, match="cannot be made"):
        make_folder(tmp_path / "a")
