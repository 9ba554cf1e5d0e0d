"""How long files, results and sessions are kept."""

import logging
import os
import time
from pathlib import Path

import pytest
from small_detector import small_card
from video_values import chunk, small_result

from forensics.errors import SettingsError
from forensics.storage import content_store, retention
from forensics.storage.checkpoints import AnalysisCheckpoint, video_record
from forensics.storage.retention import Removed, keep_days, sweep
from forensics.storage.sessions import SessionFolder, new_secret
from forensics.types.analysis import AnalysisSettings


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TELLTALE_KEEP_DAYS", raising=False)


def age(path: Path, days: float) -> None:
    """The path and all in it were written so many days ago."""
    then = time.time() - days * 86_400
    for one in (*path.rglob("*"), path):
        os.utime(one, (then, then))


def record(sha256: str) -> AnalysisCheckpoint:
    return video_record(sha256, AnalysisSettings(), small_card())


def stored(content: bytes, days: float) -> str:
    """The hash of a file that was stored and analyzed so many days ago."""
    kept = content_store.store_file(content)
    record(kept.sha256).finish(record(kept.sha256).encoded(small_result()))
    age(kept.path, days)
    age(record(kept.sha256).result_path.parent, days)
    return kept.sha256


def session(days: float, *files: str) -> SessionFolder:
    folder = SessionFolder.of(new_secret())
    folder.write(b"state")
    for sha256 in files:
        folder.need(sha256)
    age(folder.path, days)
    return folder


def is_there(sha256: str) -> tuple[bool, bool]:
    return content_store.path_of(sha256).exists(), record(sha256).result_path.exists()


def test_by_default_what_nobody_opened_for_thirty_days_goes():
    old, young = stored(b"old", 31), stored(b"young", 29)
    sessions = [session(31, old), session(29, young)]
    assert sweep() == Removed(sessions=1, files=1, pieces=0)
    assert (is_there(old), is_there(young)) == ((False, False), (True, True))
    assert [one.path.exists() for one in sessions] == [False, True]
    assert sweep() == Removed(0, 0, 0)


def test_the_environment_says_otherwise(monkeypatch):
    sha256 = stored(b"a", 3)
    monkeypatch.setenv("TELLTALE_KEEP_DAYS", "4")
    assert (keep_days(), sweep()) == (4, Removed(0, 0, 0))
    monkeypatch.setenv("TELLTALE_KEEP_DAYS", "2")
    assert sweep() == Removed(0, 1, 0)
    assert is_there(sha256) == (False, False)


@pytest.mark.parametrize("text", ["0", "-1", "for ever", "1.5"])
def test_a_wrong_setting_is_named(text, monkeypatch):
    monkeypatch.setenv("TELLTALE_KEEP_DAYS", text)
    with pytest.raises(SettingsError, match="TELLTALE_KEEP_DAYS must be a whole number of days"):
        sweep()


def test_an_old_file_stays_as_long_as_a_session_needs_it_or_this_process_does():
    needed, held = stored(b"needed", 90), stored(b"held", 90)
    session(5, needed)
    assert sweep(lambda sha256: sha256 == held) == Removed(0, 0, 0)
    assert is_there(needed) == is_there(held) == (True, True)
    assert sweep() == Removed(0, 1, 0)
    assert is_there(held) == (False, False)


def test_a_file_that_was_analyzed_again_lately_stays():
    sha256 = stored(b"a", 90)
    record(sha256).finish(record(sha256).encoded(small_result()))
    assert sweep() == Removed(0, 0, 0)


def test_records_without_a_file_go_as_well():
    sha256 = stored(b"a", 90)
    content_store.remove(sha256)
    assert sweep() == Removed(0, 1, 0)


def test_pieces_nobody_went_on_with_go_after_thirty_days():
    assert sweep() == Removed(0, 0, 0)  # before there is any folder
    files = [stored(b"a", 1), stored(b"b", 1)]
    for sha256, days in zip(files, (29, 31), strict=True):
        with record(sha256).draft() as draft:
            draft.keep(chunk(0))
        age(record(sha256).pieces_path, days)
    earlier = record(files[1]).result_path.with_suffix(".pieces.jsonl")
    earlier.write_text("")
    age(earlier, 31)
    assert sweep() == Removed(0, 0, 2)
    assert [record(sha256).pieces_path.exists() for sha256 in files] == [True, False]
    assert [is_there(sha256) for sha256 in files] == [(True, True)] * 2


def test_nothing_else_in_the_folder_is_touched():
    content_store.store_file(b"a")
    other = content_store.files_folder() / "notes.txt"
    other.write_text("")
    age(other, 90)
    assert sweep() == Removed(0, 0, 0)
    assert other.exists()


def test_a_server_sweeps_at_its_start_and_a_failure_is_logged(monkeypatch, caplog):
    class EndedError(BaseException):
        pass

    def slept(seconds: float) -> None:
        assert seconds == 86_400
        raise EndedError

    sha256 = stored(b"a", 31)
    monkeypatch.setattr(retention.time, "sleep", slept)
    with pytest.raises(EndedError):
        retention._daily(lambda _: False)
    assert is_there(sha256) == (False, False)
    monkeypatch.setenv("TELLTALE_KEEP_DAYS", "never")
    with caplog.at_level(logging.ERROR), pytest.raises(EndedError):
        retention._daily(lambda _: False)
    assert "TELLTALE_KEEP_DAYS" in caplog.text
