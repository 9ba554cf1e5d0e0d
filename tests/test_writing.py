"""A file is there whole, or not at all."""

from pathlib import Path

import pytest

from forensics.commands.writing import check_target, make_folder
from forensics.errors import SettingsError
from forensics.writing import write_whole


def test_what_is_written_takes_the_place_of_what_was_there(tmp_path):
    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    target = tmp_path / "out.json"
    target.write_bytes(b"old")
    write = Path.write_bytes

    def full_disk(path, content):
        write(path, content[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_targets_are_checked_before_the_work(tmp_path):
    check_target(tmp_path / "out.json")
    for wrong in (tmp_path, tmp_path / "missing" / "out.json"):
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
