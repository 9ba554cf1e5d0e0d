"""Which files the paths on a command line mean."""

import os
import stat
from pathlib import Path

import pytest

from forensics.cli import input_files
from forensics.cli.input_files import (
    PICTURE_SUFFIXES,
    VIDEO_SUFFIXES,
    canonical_path,
    file_version,
    find_input_files,
    hash_video,
    is_video_file,
    read_file,
)
from forensics.errors import MediaError
from forensics.media import image


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_a_folder_gives_its_pictures_at_any_depth_in_order(tmp_path):
    make(tmp_path, "b.JPG", "a/c.png", "a/b/d.heic", "notes.txt", "table.csv")
    found = find_input_files([tmp_path], [])
    assert [str(path.relative_to(tmp_path)) for path in found.files] == ["b.JPG", "a/c.png", "a/b/d.heic"]
    assert (found.failures, found.left_out) == ((), 2)


def test_a_named_file_is_taken_whatever_its_suffix_and_even_where_it_is_missing(tmp_path):
    make(tmp_path, "notes.txt", ".hidden.png")
    paths = [tmp_path / "notes.txt", tmp_path / ".hidden.png", tmp_path / "missing.png"]
    assert find_input_files(paths, []).files == tuple(paths)


def test_hidden_files_and_folders_are_passed_over_and_counted_where_they_were_seen(tmp_path):
    make(tmp_path, "._a.jpg", ".trash/b.jpg", "c.jpg")
    found = find_input_files([tmp_path], [])
    assert ([path.name for path in found.files], found.left_out) == (["c.jpg"], 1)


def test_every_file_comes_once(tmp_path):
    make(tmp_path, "a.jpg", "b.jpg")
    found = find_input_files([tmp_path / "b.jpg", tmp_path, tmp_path / "a.jpg"], [])
    assert [path.name for path in found.files] == ["b.jpg", "a.jpg"]


def test_loops_of_links_end(tmp_path):
    make(tmp_path, "a/b.jpg")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.jpg").symlink_to(tmp_path / "self.jpg")
    found = find_input_files([tmp_path], [])
    assert [path.name for path in found.files] == ["self.jpg", "b.jpg"]
    with pytest.raises(MediaError) as caught:
        read_file(found.files[0])
    assert caught.value.code == "unreadable_file"


def test_the_masks_of_an_earlier_run_are_not_analyzed(tmp_path):
    make(tmp_path, "a.jpg", "masks/0.png")
    assert [path.name for path in find_input_files([tmp_path], [tmp_path / "masks"]).files] == ["a.jpg"]


def test_a_folder_without_pictures_says_so(tmp_path):
    make(tmp_path, "notes.txt")
    found = find_input_files([tmp_path], [])
    ((path, error),) = found.failures
    assert (found.files, path, error.code) == ((), tmp_path, "no_pictures")


def test_a_folder_that_cannot_be_read_is_a_failure_of_its_own(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg", "locked/b.jpg")
    scan = os.scandir

    def locked(path):
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", locked)
    found = find_input_files([tmp_path], [])
    ((path, error),) = found.failures
    assert [file.name for file in found.files] == ["a.jpg"]
    assert (path.name, error.code) == ("locked", "unreadable_folder")
    assert "Permission denied" in str(error)


def test_files_that_cannot_be_read_say_why(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg", "large.jpg")
    (tmp_path / "empty.jpg").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe.jpg")

    def code_of(name: str) -> str:
        with pytest.raises(MediaError) as caught:
            read_file(tmp_path / name)
        return caught.value.code

    assert read_file(tmp_path / "a.jpg") == b"x"
    assert code_of("missing.jpg") == "missing_file"
    assert code_of("empty.jpg") == "empty_file"
    assert code_of("pipe.jpg") == "unreadable_file"
    (tmp_path / "one.jpg").symlink_to("two.jpg"), (tmp_path / "two.jpg").symlink_to("one.jpg")
    assert code_of("one.jpg") == "unreadable_file"
    assert code_of("a.jpg/b.jpg") == "unreadable_file"
    assert code_of("n" * 300) == "unreadable_file"
    monkeypatch.setattr(image, "MAX_FILE_BYTES", 0)
    assert code_of("large.jpg") == "file_too_large"


def test_a_file_without_permission_says_so(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg")

    def denied(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(MediaError, match=r"Permission denied.*permissions") as caught:
        read_file(tmp_path / "a.jpg")
    assert caught.value.code == "unreadable_file"


def test_videos_are_taken_where_they_are_wanted(tmp_path):
    make(tmp_path, "a.jpg", "b.MP4", "c/d.webm", "e.gif", "program.ts")
    assert [path.name for path in find_input_files([tmp_path], []).files] == ["a.jpg"]
    found = find_input_files([tmp_path], [], PICTURE_SUFFIXES | VIDEO_SUFFIXES)
    assert [path.name for path in found.files] == ["a.jpg", "b.MP4", "e.gif", "d.webm"]
    assert found.left_out == 1


def test_a_folder_where_nothing_is_wanted_says_what_was(tmp_path):
    for suffixes, kinds in ((PICTURE_SUFFIXES, "no picture in"), (PICTURE_SUFFIXES | VIDEO_SUFFIXES, "or video in")):
        ((_, error),) = find_input_files([tmp_path], [], suffixes).failures
        assert kinds in str(error)
        assert (".mp4" in str(error)) == ("video" in kinds)


def test_a_video_is_known_by_its_first_bytes_and_not_by_its_name(tmp_path):
    (tmp_path / "film.jpg").write_bytes(b"\0\0\0\x18ftypisom" + bytes(20))
    (tmp_path / "photo.mp4").write_bytes(b"\xff\xd8\xff" + bytes(20))
    (tmp_path / "empty.mp4").write_bytes(b"")
    assert [is_video_file(tmp_path / name) for name in ("film.jpg", "photo.mp4", "empty.mp4")] == [True, False, False]
    os.mkfifo(tmp_path / "pipe.mp4")
    for name, code in (("missing.mp4", "missing_file"), ("pipe.mp4", "unreadable_file")):
        with pytest.raises(MediaError) as caught:
            is_video_file(tmp_path / name)
        assert caught.value.code == code


def test_a_video_is_hashed_unless_it_is_too_large_or_gone(tmp_path, monkeypatch):
    make(tmp_path, "a.mp4")
    assert hash_video(tmp_path / "a.mp4") == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_BYTES", "1")
    assert len(hash_video(tmp_path / "a.mp4")) == 64
    (tmp_path / "a.mp4").write_bytes(b"xx")
    for name, code in (("a.mp4", "file_too_large"), ("b.mp4", "missing_file")):
        with pytest.raises(MediaError) as caught:
            hash_video(tmp_path / name)
        assert caught.value.code == code


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "a.jpg")
    ordinary = (tmp_path / "b.jpg").write_bytes(b"x") and (tmp_path / "b.jpg").stat()
    monkeypatch.setattr(Path, "stat", lambda _: ordinary)
    with pytest.raises(MediaError, match="no ordinary file"):
        read_file(tmp_path / "a.jpg")


def test_of_a_file_that_grows_while_it_is_read_no_more_is_taken_than_may_be(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg")
    (tmp_path / "a.jpg").write_bytes(b"x" * 40)
    small = os.stat_result((stat.S_IFREG, 0, 0, 0, 0, 0, 1, 0, 0, 0))
    for module in (image, input_files):
        monkeypatch.setattr(module, "MAX_FILE_BYTES", 20)
    monkeypatch.setattr(os, "fstat", lambda _: small)
    with pytest.raises(MediaError) as caught:
        read_file(tmp_path / "a.jpg")
    assert caught.value.fact.parameters["size"] == 21


def test_a_loop_of_links_is_one_path_of_its_own(tmp_path):
    (tmp_path / "one").symlink_to("two"), (tmp_path / "two").symlink_to("one")
    assert canonical_path(tmp_path / "one").name in ("one", "two")
    assert canonical_path(tmp_path / "a" / ".." / "b.jpg") == tmp_path.resolve() / "b.jpg"


def test_a_folder_that_vanishes_during_the_search_is_no_fault(tmp_path, monkeypatch):
    make(tmp_path, "a.jpg", "gone/b.jpg")
    look = Path.lstat

    def vanish(path: Path) -> os.stat_result:
        if path.name == "gone":
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return look(path)

    monkeypatch.setattr(Path, "lstat", vanish)
    assert [file.name for file in find_input_files([tmp_path], []).files] == ["a.jpg", "b.jpg"]


def test_a_file_that_is_written_to_is_another_version(tmp_path):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"one")
    before = file_version(path)
    assert file_version(path) == before
    path.write_bytes(b"other")
    assert file_version(path) != before
    path.unlink()
    with pytest.raises(MediaError) as caught:
        file_version(path)
    assert caught.value.code == "missing_file"
