"""Files kept on disk by their hash."""

import errno
import hashlib
import io
import os
import stat

import pytest

from forensics.errors import MediaError
from forensics.media.video.limits import VideoLimits, check_bytes
from forensics.storage import content_store
from forensics.storage.content_store import files_folder, hash_file, remove, store_file

CONTENT = bytes(range(256)) * 10_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    return tmp_path


def test_bytes_and_streams_are_kept_once_by_their_hash(home):
    kept = store_file(CONTENT)
    assert (kept.sha256, kept.size, kept.path) == (SHA256, 2_560_000, home / "videos" / "files" / SHA256)
    assert kept.path.read_bytes() == CONTENT
    assert store_file(io.BytesIO(CONTENT)) == kept
    assert [path.name for path in files_folder().iterdir()] == [SHA256]


def test_more_than_the_limit_is_refused_as_soon_as_it_came():
    stream = io.BytesIO(CONTENT * 2)
    with pytest.raises(MediaError) as caught:
        store_file(stream, lambda size: check_bytes(size, VideoLimits(bytes=1_500_000)))
    assert caught.value.code == "file_too_large"
    assert stream.tell() == 2 * content_store.CHUNK_BYTES
    assert list(files_folder().iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.ENOSPC, "disk_full", "There is no room"),
        (errno.EDQUOT, "disk_full", "TELLTALE_HOME"),
        (errno.EACCES, "not_kept", "Permission denied"),
    ],
)
def test_a_disk_that_cannot_take_it_is_one_sentence(number, code, words):
    class Failing(io.BytesIO):
        def read(self, size=-1):
            raise OSError(number, os.strerror(number))

    with pytest.raises(MediaError, match=words) as caught:
        store_file(Failing())
    assert caught.value.code == code
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    assert list(files_folder().iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(home, monkeypatch):
    (home / "file").write_text("")
    monkeypatch.setenv("TELLTALE_HOME", str(home / "file"))
    with pytest.raises(MediaError) as caught:
        store_file(b"x")
    assert caught.value.code == "not_kept"


def test_what_a_broken_program_left_behind_goes_after_a_day():
    files_folder().mkdir(parents=True)
    file, old, new = (files_folder() / name for name in ("unfinished-file", ".unfinished-old", ".unfinished-new"))
    file.write_text("")
    for path in (old, new):
        path.mkdir()
        (path / "video").write_text("")
    for path in (file, old):
        os.utime(path, (0, 0))
    kept = store_file(b"x")
    assert {path.name for path in files_folder().iterdir()} == {new.name, kept.sha256}


def test_a_file_is_removed_by_its_hash_alone(home):
    kept = store_file(CONTENT)
    (home / "videos" / "precious").write_text("")
    for wrong in ("../precious", "", SHA256.upper(), SHA256 + "\n"):
        with pytest.raises(ValueError, match="64 hexadecimal digits"):
            remove(wrong)
    remove(SHA256)
    remove(SHA256)
    assert not kept.path.exists() and (home / "videos" / "precious").exists()


def test_a_file_is_hashed_where_it_lies(home):
    path = home / "clip"
    path.write_bytes(CONTENT)
    assert hash_file(path) == (SHA256, 2_560_000)


def test_only_the_user_may_look_into_the_folder_and_the_file():
    kept = store_file(b"a video")
    assert stat.S_IMODE(kept.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600
