"""The work of each browser on the disk."""

import hashlib
import os
import stat

import pytest

from forensics.storage.sessions import SessionFolder, every_session, is_secret, new_secret, users_of

FILE, OTHER = "a" * 64, "b" * 64


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_secret_has_256_bits_and_no_two_are_alike():
    made = {new_secret() for _ in range(100)}
    assert len(made) == 100
    assert all(is_secret(secret) for secret in made)  # 43 of 64 letters: 258 bits


@pytest.mark.parametrize("text", [None, "", "a" * 42, "a" * 44, "../" + "a" * 40, "a" * 42 + "\n", "ä" * 43])
def test_what_is_no_secret_opens_nothing(text):
    assert not is_secret(text)


def test_the_disk_knows_the_hash_of_the_secret_alone(home):
    secret = new_secret()
    folder = SessionFolder.of(secret)
    folder.write(b"state")
    assert folder.path == home / "sessions" / hashlib.sha256(secret.encode()).hexdigest()
    assert not [path for path in home.rglob("*") if secret in path.name]


def test_what_is_written_is_read_by_this_session_alone():
    mine, yours = SessionFolder.of(new_secret()), SessionFolder.of(new_secret())
    assert mine.read() is None
    mine.write(b"one")
    mine.write(b"two")
    mine.write_part("map-1", b"map")
    assert (mine.read(), mine.read_part("map-1"), mine.read_part("map-2")) == (b"two", b"map", None)
    assert (yours.read(), yours.read_part("map-1")) == (None, None)
    mine.keep_parts({"map-2"})
    assert mine.read_part("map-1") is None
    assert {folder.identity for folder in every_session()} == {mine.identity}


def test_who_needs_a_file_is_known_until_it_is_released_or_the_session_goes():
    mine, yours = SessionFolder.of(new_secret()), SessionFolder.of(new_secret())
    for folder in (mine, yours, mine):
        folder.need(FILE)
    assert (users_of(FILE), users_of(OTHER)) == ({mine.identity, yours.identity}, set())
    mine.release(FILE)
    mine.release(FILE)
    assert users_of(FILE) == {yours.identity}
    yours.remove()
    yours.remove()
    assert users_of(FILE) == set()


def test_all_is_for_the_user_alone(home):
    folder = SessionFolder.of(new_secret())
    folder.write(b"state")
    folder.write_part("map-1", b"map")
    folder.need(FILE)
    for path in (home / "sessions").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert stat.S_IMODE((home / "sessions").stat().st_mode) == 0o700


def test_a_session_was_opened_when_it_was_touched_last():
    folder = SessionFolder.of(new_secret())
    folder.touch()
    assert not folder.path.exists()
    folder.write(b"state")
    os.utime(folder.path / "state", (1000, 1000))
    assert folder.last_opened == 1000
    folder.touch()
    assert folder.last_opened > 1000


def test_other_folders_are_no_sessions(home):
    (home / "sessions" / ".unfinished-x").mkdir(parents=True)
    (home / "sessions" / "README").write_text("")
    assert every_session() == []
