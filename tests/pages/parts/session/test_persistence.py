"""A session as it lies on the disk, and back."""

import threading
from pathlib import Path

import numpy as np
import pytest
from alike import same
from held_session import A_SHA256, B_SHA256, QUESTION, film, full_session, picture, result, session_with_video
from made_video import VIDEO_SHA256, made_result
from specimens import figures_of

from explain.types import Explanation, ExplanationRequest
from forensics.error_codes import ExplanationCode, FailureCode, MediaCode
from forensics.facts import Fact
from forensics.storage.content_store import path_of
from forensics.storage.sessions import SessionFolder, new_secret, users_of
from forensics.types.analysis import AnalysisSettings, Box, FailedFile
from pages.parts.session import session_state
from pages.parts.session.items import CaseFields, StoredFile, Upload
from pages.parts.session.persistence import SessionStore
from pages.parts.session.session import AnalystSession

pytestmark = pytest.mark.slow

FACE = (A_SHA256, 1)


@pytest.fixture
def folder() -> SessionFolder:
    return SessionFolder.of(new_secret())


def reopened(folder: SessionFolder) -> AnalystSession:
    """As after a restart of the program; the outcomes of analyses are taken in again by `sync_jobs`."""
    return SessionStore(folder).load()


def kept(state: AnalystSession, folder: SessionFolder) -> AnalystSession:
    SessionStore(folder).save(state, {})
    return reopened(folder)


def test_files_come_back_in_their_order_with_names_and_failures(folder):
    state = AnalystSession(settings=AnalysisSettings("whole", sample_fps=2.0))
    state.add_uploads([picture("b.png", B_SHA256), film("größe.mp4", VIDEO_SHA256), picture("a.png", A_SHA256)])
    state.reject_upload(FailedFile("full.png", Fact(MediaCode.DISK_FULL, {"folder": "x"}), "f" * 64))
    state.store_outcome(VIDEO_SHA256, FailedFile("größe.mp4", Fact(FailureCode.VIDEO_FAULT), VIDEO_SHA256))
    again = kept(state, folder)
    assert again.settings == state.settings
    assert list(again.waiting) == [B_SHA256, A_SHA256]
    assert again.waiting[B_SHA256] == StoredFile("b.png", path_of(B_SHA256), B_SHA256, is_video=False)
    assert list(again.stored) == [B_SHA256, VIDEO_SHA256, A_SHA256]
    assert list(again.failed.values()) == list(state.failed.values())
    assert again.watcher == folder.identity


def test_what_was_chosen_and_made_comes_back_beside_the_result(folder):
    state = full_session()
    other = ExplanationRequest("occlusion", "region", place=Box(1, 2, 5, 6))
    state.store_failure(FACE, other, Fact(ExplanationCode.NO_MASK))
    state.store_random_maps(FACE, QUESTION, (figures_of(1.0), figures_of(float("nan"))))
    state.store_region(FACE, Box(1, 2, 5, 6))
    state.store_ranking(FACE, [ExplanationRequest("lime")])
    state.pause(FACE, [ExplanationRequest("lime"), QUESTION])
    state.store_case_field(CaseFields("7", "Ann", "Two\nlines"))
    again = kept(state, folder)
    assert not again.explanations
    for sha256 in (A_SHA256, B_SHA256):
        again.store_outcome(sha256, result(sha256))
    assert list(again.outcomes) == [A_SHA256, B_SHA256]
    before, after = state.face_explanations(FACE), again.face_explanations(FACE)
    assert same(tuple(after.maps.values()), tuple(before.maps.values()))
    assert (after.failures, after.place, after.ranking) == (before.failures, before.place, before.ranking)
    assert (after.stopped, after.in_report) == (before.stopped, before.in_report)
    assert same(tuple(after.random.values()), tuple(before.random.values()))
    assert again.case == state.case


def test_frames_taken_out_of_a_video_and_its_moment_come_back(folder):
    state = session_with_video()
    state.arrived[VIDEO_SHA256] = None
    state.select_frame(VIDEO_SHA256, made_result().frames[3])
    again = kept(state, folder)
    again.store_outcome(VIDEO_SHA256, made_result())
    assert again.video_state(VIDEO_SHA256).moment == made_result().frames[3]
    assert same(tuple(again.stills.values()), tuple(state.stills.values()))
    assert list(again.explanations) == [(A_SHA256, 1)]


def test_reference_pictures_are_not_kept_and_named_and_marks_are(folder):
    state = full_session()
    state.known.add_files([Upload("mine.png", b"bytes of a reference"), Upload("yours.png", b"y")])
    state.known.mark(FACE, True)
    state.known.stretches[(B_SHA256, 2)] = (0.1, 2.5)
    again = kept(state, folder)
    assert again.lost_references == ("mine.png", "yours.png")
    assert (again.known.pictures, again.known.faces) == ({}, {FACE})
    assert again.known.stretches == {(B_SHA256, 2): (0.1, 2.5)}
    assert not [path for path in folder.path.rglob("*") if path.is_file() and b"bytes of a ref" in path.read_bytes()]
    assert kept(again, folder).lost_references == ("mine.png", "yours.png")


def test_a_removal_can_still_be_undone_after_a_restart(folder):
    state = full_session()
    state.known.mark(FACE, True)
    state.remove(A_SHA256)
    again = kept(state, folder)
    assert [one.name for one in again.removal.files] == ["a.png"]
    assert list(again.waiting) == [B_SHA256]
    again.undo_removal()
    for sha256 in (B_SHA256, A_SHA256):
        again.store_outcome(sha256, result(sha256))
    assert list(again.outcomes) == [A_SHA256, B_SHA256]
    assert again.known.faces == {FACE}
    assert again.face_explanations(FACE).in_report == (QUESTION,)


def test_a_removal_undone_in_the_same_program_puts_all_in_its_place():
    state = full_session()
    before, maps = dict(state.outcomes), state.face_explanations(FACE).maps
    state.remove(A_SHA256)
    assert list(state.outcomes) == [B_SHA256]
    state.undo_removal()
    assert list(state.outcomes.items()) == list(before.items())
    assert state.face_explanations(FACE).maps is maps
    assert not state.released


def test_what_was_removed_under_other_settings_is_analyzed_anew_when_it_comes_back():
    state = full_session()
    state.remove(A_SHA256)
    state.change_settings(AnalysisSettings("whole"))
    state.undo_removal()
    assert set(state.waiting) == {A_SHA256, B_SHA256}
    assert not state.outcomes


def test_a_removal_is_final_after_ten_minutes_or_with_the_next_one():
    state = full_session()
    state.remove(A_SHA256)
    state.finalize_removal(600)
    assert (state.released, state.removal is None) == ([], False)
    state.remove(B_SHA256)
    assert (state.released, [one.name for one in state.removal.files]) == ([A_SHA256], ["b.png"])
    state.finalize_removal()
    assert (state.released, state.gone) == ([A_SHA256, B_SHA256], ("b.png",))


def test_a_removed_file_that_comes_again_is_not_deleted_with_the_removal():
    state = full_session()
    state.remove_all()
    state.add_uploads([picture("a.png", A_SHA256)])
    state.finalize_removal()
    assert state.released == [B_SHA256]
    assert list(state.stored) == [A_SHA256]


def test_the_disk_says_which_files_a_session_needs_those_that_can_come_back_too(folder):
    state = full_session()
    state.remove(A_SHA256)
    keeper = SessionStore(folder)
    keeper.save(state, {})
    assert users_of(A_SHA256) == users_of(B_SHA256) == {folder.identity}
    keeper.release(A_SHA256)
    assert users_of(A_SHA256) == set()


def test_only_what_changed_is_written_and_what_is_gone_is_deleted(folder):
    state, keeper = full_session(), SessionStore(folder)
    keeper.save(state, {})
    parts = {path.name: path.stat().st_ino for path in (folder.path / "parts").iterdir()}
    assert len(parts) == 2
    state.store_map(FACE, Explanation(1, ExplanationRequest("lime"), np.ones((10, 10), np.float32), 0.1))
    keeper.save(state, {})
    after = {path.name: path.stat().st_ino for path in (folder.path / "parts").iterdir()}
    assert len(after) == 3 and parts.items() <= after.items()
    state.remove_all()
    state.finalize_removal()
    keeper.save(state, {})
    assert not list((folder.path / "parts").iterdir())


def test_choices_in_widgets_come_back(folder):
    widgets = {"panel_count": 3, "opacity": 40, "common_scale": False, "second_face": (A_SHA256, 2), "order": None}
    SessionStore(folder).save(AnalystSession(), widgets)
    keeper = SessionStore(folder)
    keeper.load()
    assert keeper.widgets == widgets


def test_a_disk_that_is_full_is_said_and_tried_again(folder, monkeypatch):
    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    state, keeper = full_session(), SessionStore(folder)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full_disk)
        keeper.save(state, {})
    assert keeper.failure == "No space left on device"
    keeper.save(state, {})
    assert keeper.failure is None
    assert list(reopened(folder).waiting) == [A_SHA256, B_SHA256]


def test_a_damaged_state_begins_anew_and_damaged_maps_are_made_again(folder):
    SessionStore(folder).save(full_session(), {})
    for path in (folder.path / "parts").iterdir():
        path.write_bytes(path.read_bytes()[:-3])
    again = reopened(folder)
    again.store_outcome(A_SHA256, result(A_SHA256))
    assert not again.face_explanations(FACE).maps
    folder.write(b"damaged")
    assert not reopened(folder).stored


def test_pages_of_one_browser_share_a_session_and_lose_no_file_of_each_other(monkeypatch):
    monkeypatch.setattr(session_state.st, "session_state", {})
    secret = new_secret()
    first, second = session_state._opened(secret), session_state._opened(secret)
    assert first is second
    assert session_state._opened(new_secret()) is not first
    assert session_state._opened(None) is not session_state._opened(None)

    def deliver(start: int) -> None:
        for number in range(start, 200, 2):
            with session_state.session_turn(first):
                first.add_uploads([picture(f"{number}.png", f"{number:064x}")])

    pages = [threading.Thread(target=deliver, args=(start,)) for start in (0, 1)]
    for page in pages:
        page.start()
    for page in pages:
        page.join()
    assert len(first.stored) == 200
    assert len(reopened(SessionFolder.of(secret)).waiting) == 200


def test_a_state_that_names_a_file_by_what_is_no_hash_begins_anew(folder):
    SessionStore(folder).save(full_session(), {})
    content = folder.read()
    assert A_SHA256.encode() in content
    folder.write(content.replace(A_SHA256.encode(), b"/" * 64))
    assert not reopened(folder).stored
