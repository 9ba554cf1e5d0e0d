"""Who holds an analysis and a stored video, and what becomes of both when they let go."""

import gc

import pytest
from job_worker import SETTINGS, seconds, start, until
from small_detector import small_detector

from forensics.facts import told_fact
from forensics.jobs import presence
from forensics.storage import content_store
from forensics.storage.checkpoints import video_record

pytestmark = pytest.mark.slow


def test_one_who_cancels_leaves_and_the_last_one_stops_the_work(jobs, worker):
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    jobs.cancel(ann)
    jobs.cancel(ann)
    assert (ann.state, bob.state) == ("stopped", "running")
    worker.let("a.mp4", 1)
    until(lambda: seconds(bob) == 1)
    jobs.cancel(bob)
    assert (bob.state, bob.stopping, ann.stopping) == ("running", True, False)  # it finishes the piece it is at
    worker.let("a.mp4", 1)
    until(lambda: bob.state == "stopped")
    assert not bob.stopping
    assert bob.result.ended == told_fact("stopped after 2")
    assert (ann.state, ann.result) == ("stopped", None)


def test_who_asks_again_before_the_work_noticed_the_stop_joins_it(jobs, worker):
    first = start(jobs)
    jobs.cancel(first)
    second = start(jobs)
    worker.let("a.mp4", 4)
    until(lambda: second.state == "done")
    assert (worker.begun, first.state) == (["a.mp4"], "done")


def test_one_that_waits_is_cancelled_at_once(jobs, worker):
    running = [start(jobs, "a.mp4"), start(jobs, "bb.mp4")]
    third, fourth = start(jobs, "ccc.mp4"), start(jobs, "dddd.mp4")
    jobs.cancel(third)
    assert (third.state, third.result) == ("stopped", None)
    for name in ("a.mp4", "bb.mp4", "dddd.mp4"):
        worker.let(name, 4)
    until(lambda: fourth.state == "done" and all(job.state == "done" for job in running))
    assert "ccc.mp4" not in worker.begun
    jobs.cancel(fourth)
    assert fourth.state == "done"


def test_removing_deletes_the_records_unless_somebody_else_works_with_the_file(jobs, worker):
    worker.let("a.mp4", 4)
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    until(lambda: ann.state == "done")
    sha256 = ann.file.sha256
    stored = content_store.files_folder() / sha256
    stored.parent.mkdir()
    stored.write_bytes(b"x")
    folder = video_record(sha256, SETTINGS, small_detector().card).result_path.parent
    assert not jobs.remove(sha256, "ann")
    assert (folder.exists(), stored.exists()) == (True, True)
    assert jobs.remove(sha256, "bob")
    assert (folder.exists(), stored.exists(), bob.state) == (False, False, "done")
    assert start(jobs).state == "running"


def test_what_another_analyst_held_and_let_go_does_not_keep_a_file(jobs, worker):
    worker.let("a.mp4", 4)
    held = [start(jobs, watcher="ann"), start(jobs, watcher="bob")]
    until(lambda: held[0].state == "done")
    sha256 = held[1].file.sha256
    del held[0]
    gc.collect()
    assert jobs.remove(sha256, "bob")


def test_a_file_that_others_still_analyze_is_not_removed_under_them(jobs, worker):
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    assert not jobs.remove(ann.file.sha256, "ann")
    worker.let("a.mp4", 4)
    until(lambda: bob.state == "done")
    assert bob.result is not None


def test_nothing_is_written_any_more_of_a_running_job_that_is_removed(jobs, worker):
    job = start(jobs)
    worker.let("a.mp4", 1)
    until(lambda: seconds(job) == 1)
    folder = video_record(job.file.sha256, SETTINGS, small_detector().card).result_path.parent
    assert folder.exists()
    assert jobs.remove(job.file.sha256, "ann")
    again = start(jobs)
    worker.let("a.mp4", 5)  # one more piece of the old, four of the new
    until(lambda: (job.state, again.state) == ("stopped", "done"))
    assert worker.resumed_at == [0, 0]
    assert [path.name.split(".", 1)[1] for path in folder.iterdir()] == ["result"]


def closed() -> bool:
    return False


def test_work_that_nobody_holds_any_more_stops_after_its_piece_and_goes_on_when_asked_again(jobs, worker):
    held = [start(jobs)]
    worker.let("a.mp4", 1)
    until(lambda: seconds(held[0]) == 1)
    held.clear()
    gc.collect()
    worker.let("a.mp4", 1)
    until(lambda: not jobs._queue.running)
    again = start(jobs)
    worker.let("a.mp4", 2)
    until(lambda: again.state == "done")
    assert worker.resumed_at == [0, 2]


def test_work_that_waits_and_that_nobody_holds_any_more_is_not_begun(jobs, worker):
    running = [start(jobs, "a.mp4"), start(jobs, "bb.mp4")]
    start(jobs, "ccc.mp4")
    last = start(jobs, "dddd.mp4")
    gc.collect()
    for name in ("a.mp4", "bb.mp4", "dddd.mp4"):
        worker.let(name, 4)
    until(lambda: last.state == "done" and all(one.state == "done" for one in running))
    assert "ccc.mp4" not in worker.begun


def test_after_the_page_was_loaded_anew_cancelling_stops_the_work(jobs, worker):
    jobs.register_session("before", closed)
    ghost, now = start(jobs, watcher="before"), start(jobs, watcher="now")
    jobs.cancel(now)
    assert (now.stopping, ghost.state) == (True, "stopped")
    worker.let("a.mp4", 1)
    until(lambda: now.state == "stopped")
    assert not jobs._queue.running
    assert now.result.ended == told_fact("stopped after 1")


def test_after_the_page_was_loaded_anew_removing_takes_the_file(jobs, worker):
    jobs.register_session("before", closed)
    ghost, now = start(jobs, watcher="before"), start(jobs, watcher="now")
    hold = jobs.lease(now.file.sha256, "before")
    assert jobs.remove(now.file.sha256, "now")
    worker.let("a.mp4", 1)
    until(lambda: ghost.state == "stopped")
    assert hold.watcher == "before"


def test_a_page_closed_for_a_minute_holds_no_work_and_a_shorter_break_is_borne(jobs, worker, monkeypatch):
    jobs.register_session("ann", closed)
    held = start(jobs, watcher="ann")
    worker.let("a.mp4", 2)
    until(lambda: seconds(held) == 2)
    assert held.state == "running"
    monkeypatch.setattr(presence, "DISCONNECT_GRACE_SECONDS", 0.0)
    worker.let("a.mp4", 1)
    until(lambda: held.state == "stopped")
    assert held.result.ended == told_fact("stopped after 3")


def test_bytes_that_another_analyst_stored_and_did_not_ask_about_yet_are_not_removed(jobs, worker):
    worker.let("a.mp4", 4)
    ann = start(jobs, watcher="ann")
    until(lambda: ann.state == "done")
    sha256 = ann.file.sha256
    stored = content_store.files_folder() / sha256
    stored.parent.mkdir()
    stored.write_bytes(b"x")
    holds = [jobs.lease(sha256, "bob")]
    assert not jobs.remove(sha256, "ann")
    assert stored.exists()
    holds.clear()
    assert jobs.remove(sha256, "ann")
    assert not stored.exists()


def test_a_job_that_its_analyst_left_still_keeps_the_file_to_go_on_with(jobs, worker):
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    jobs.cancel(ann)
    assert not jobs.remove(bob.file.sha256, "bob")
    assert jobs.remove(ann.file.sha256, "ann")
