"""Analyses beside the page."""

import gc
import hashlib
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from clips import write_clip
from small_detector import small_detector
from video_values import chunk, small_result, small_video

from forensics.errors import MediaError
from forensics.types import AnalysisSettings
from forensics.video import records, store
from forensics.video.analysis import analyze_video
from forensics.video.job import Job
from forensics.video.jobs import FAULT, Jobs
from forensics.video.plain import result_to_dict
from forensics.video.reading import probe
from forensics.video.records import record_of
from forensics.video.types import Progress

PIECES = [chunk(2 * number, 2 * number + 1) for number in range(4)]
SETTINGS = AnalysisSettings()


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(records, "versions", lambda: {"telltale": "0.1.0"})


class Worker:
    """Looks at a video of four pieces, each only when the test says so."""

    def __init__(self) -> None:
        self.gates: dict[str, threading.Semaphore] = {}
        self.begun: list[str] = []
        self.resumed_at: list[int] = []

    def let(self, name: str, pieces: int) -> None:
        self.gates.setdefault(name, threading.Semaphore(0)).release(pieces)

    def __call__(self, video, settings, detector, *, done, keep, say, stop):
        gate = self.gates.setdefault(video.name, threading.Semaphore(0))
        self.begun.append(video.name)
        self.resumed_at.append(len(done))
        for number in range(len(done), len(PIECES)):
            assert gate.acquire(timeout=20)
            if video.name == "broken.mp4":
                raise MediaError("No frame can be decoded.", code="no_frames")
            if video.name == "faulty.mp4":
                raise ZeroDivisionError("what nobody thought of")
            keep(PIECES[number])
            say(Progress(number + 1.0, 4.0, number, 1, 1.0, 1.0))
            if stop():
                return small_result(video, settings=settings, ended=f"stopped after {number + 1}")
        return small_result(video, settings=settings, ended="")


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def jobs(worker) -> Jobs:
    return Jobs(worker)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.002)


def start(jobs: Jobs, name: str = "a.mp4", watcher: str = "ann", settings: AnalysisSettings = SETTINGS) -> Job:
    sha256 = f"{sum(map(ord, name)):064x}"
    return jobs.start(small_video(name=name, sha256=sha256), settings, small_detector(), watcher)


def seconds(job: Job) -> float:
    return job.progress.seconds if job.progress else 0.0


def test_a_job_says_how_far_it_is_and_has_a_result_when_it_is_done(jobs, worker):
    job = start(jobs)
    assert (job.state, job.progress, job.result, job.error) == ("running", None, None, "")
    worker.let("a.mp4", 1)
    until(lambda: seconds(job) == 1)
    assert (job.state, job.result) == ("running", None)
    worker.let("a.mp4", 3)
    until(lambda: job.state == "done")
    assert (job.progress.seconds, job.result.ended, job.result.video) == (4, "", job.video)
    assert job.result is job.result


def test_two_run_at_once_and_the_others_wait_in_the_order_in_which_they_came(jobs, worker):
    names = ["a.mp4", "bb.mp4", "ccc.mp4", "dddd.mp4"]
    started = [start(jobs, name) for name in names]
    assert [job.state for job in started] == ["running", "running", "waiting", "waiting"]
    until(lambda: len(worker.begun) == 2)
    worker.let("bb.mp4", 4)
    until(lambda: started[1].state == "done")
    assert [job.state for job in started] == ["running", "done", "running", "waiting"]
    for name in names:
        worker.let(name, 4)
    until(lambda: all(job.state == "done" for job in started))
    assert sorted(worker.begun[:2]) == ["a.mp4", "bb.mp4"]
    assert worker.begun[2:] == ["ccc.mp4", "dddd.mp4"]


def test_who_asks_for_the_same_shares_it_each_under_the_own_name(jobs, worker):
    sha256 = "ab" * 32
    ann = jobs.start(small_video(name="a.mp4", sha256=sha256), SETTINGS, small_detector(), "ann")
    bob = jobs.start(small_video(name="from bob.mp4", sha256=sha256), SETTINGS, small_detector(), "bob")
    other = jobs.start(
        small_video(name="a.mp4", sha256=sha256), AnalysisSettings(sample_fps=2), small_detector(), "bob"
    )
    worker.let("a.mp4", 8)
    until(lambda: (ann.state, bob.state, other.state) == ("done", "done", "done"))
    assert worker.begun == ["a.mp4", "a.mp4"]  # one for two, one with other settings
    assert (ann.result.video.name, bob.result.video.name) == ("a.mp4", "from bob.mp4")
    assert bob.result.tracks is ann.result.tracks
    assert other.result.settings.sample_fps == 2


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
    assert bob.result.ended == "stopped after 2"
    assert (ann.state, ann.result) == ("stopped", None)


def test_a_stopped_job_goes_on_from_what_is_done(jobs, worker):
    first = start(jobs)
    jobs.cancel(first)
    worker.let("a.mp4", 1)
    until(lambda: first.state == "stopped")
    second = start(jobs)
    worker.let("a.mp4", 3)
    until(lambda: second.state == "done")
    assert worker.resumed_at == [0, 1]
    assert (first.state, first.result.ended, second.result.ended) == ("stopped", "stopped after 1", "")


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


def test_after_a_restart_a_job_goes_on_and_a_finished_one_is_there_at_once(worker):
    before = Jobs(worker)
    job = start(before)
    worker.let("a.mp4", 2)
    until(lambda: seconds(job) == 2)  # and here the program is killed
    after, fresh = Worker(), None
    fresh = Jobs(after)
    again = start(fresh)
    until(lambda: after.resumed_at == [2])
    after.let("a.mp4", 2)
    until(lambda: again.state == "done")

    last = Worker()
    at_once = start(Jobs(last))
    assert (at_once.state, last.begun) == ("done", [])
    assert at_once.result.tracks[0].sightings[0].fake_score == 0.95
    worker.let("a.mp4", 2)  # the first program was not killed but slow
    until(lambda: job.state == "done")


def test_a_finished_job_that_nobody_holds_leaves_memory_and_comes_back_from_disk(jobs, worker):
    worker.let("a.mp4", 4)
    held = [start(jobs)]
    until(lambda: held[0].state == "done")
    held.clear()
    until(lambda: gc.collect() >= 0 and len(jobs._works) == 0)
    assert start(jobs).state == "done"
    assert worker.begun == ["a.mp4"]


def test_a_video_that_cannot_be_read_fails_with_its_sentence_and_the_next_begins(jobs, worker):
    broken = start(jobs, "broken.mp4")
    others = [start(jobs, "a.mp4"), start(jobs, "bb.mp4")]
    for name in ("broken.mp4", "a.mp4", "bb.mp4"):
        worker.let(name, 4)
    until(lambda: broken.state == "failed" and all(job.state == "done" for job in others))
    assert (broken.error, broken.code, broken.result) == ("No frame can be decoded.", "no_frames", None)


def test_a_fault_nobody_thought_of_is_logged_and_said_calmly(jobs, worker, caplog):
    worker.let("faulty.mp4", 1)
    with caplog.at_level(logging.ERROR):
        job = start(jobs, "faulty.mp4")
        until(lambda: job.state == "failed")
    assert (job.error, job.code) == (FAULT, "fault")
    assert "ZeroDivisionError: what nobody thought of" in caplog.text
    worker.let("faulty.mp4", 1)
    again = start(jobs, "faulty.mp4")
    until(lambda: again.state == "failed")
    assert len(worker.begun) == 2


def test_a_full_disk_is_said(jobs, worker, monkeypatch):
    def full_disk(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full_disk)
    worker.let("a.mp4", 4)
    job = start(jobs)
    until(lambda: job.state == "failed")
    assert job.code == "unwritable"
    assert "No space left on device" in job.error


def test_removing_deletes_the_records_unless_somebody_else_works_with_the_file(jobs, worker):
    worker.let("a.mp4", 4)
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    until(lambda: ann.state == "done")
    sha256 = ann.video.sha256
    stored = store.files_folder() / sha256
    stored.parent.mkdir()
    stored.write_bytes(b"x")
    folder = record_of(sha256, SETTINGS, small_detector().card).result_path.parent
    assert not jobs.remove(sha256, "ann")
    assert (folder.exists(), stored.exists()) == (True, True)
    assert jobs.remove(sha256, "bob")
    assert (folder.exists(), stored.exists(), bob.state) == (False, False, "done")
    assert start(jobs).state == "running"


def test_what_another_analyst_held_and_let_go_does_not_keep_a_file(jobs, worker):
    worker.let("a.mp4", 4)
    held = [start(jobs, watcher="ann"), start(jobs, watcher="bob")]
    until(lambda: held[0].state == "done")
    sha256 = held[1].video.sha256
    del held[0]
    gc.collect()
    assert jobs.remove(sha256, "bob")


def test_a_file_that_others_still_analyse_is_not_removed_under_them(jobs, worker):
    ann, bob = start(jobs, watcher="ann"), start(jobs, watcher="bob")
    assert not jobs.remove(ann.video.sha256, "ann")
    worker.let("a.mp4", 4)
    until(lambda: bob.state == "done")
    assert bob.result is not None


def test_nothing_is_written_any_more_of_a_running_job_that_is_removed(jobs, worker):
    job = start(jobs)
    worker.let("a.mp4", 1)
    until(lambda: seconds(job) == 1)
    folder = record_of(job.video.sha256, SETTINGS, small_detector().card).result_path.parent
    assert folder.exists()
    assert jobs.remove(job.video.sha256, "ann")
    again = start(jobs)
    worker.let("a.mp4", 5)  # one more piece of the old, four of the new
    until(lambda: (job.state, again.state) == ("stopped", "done"))
    assert worker.resumed_at == [0, 0]
    assert [path.name.split(".", 1)[1] for path in folder.iterdir()] == ["result.json"]


def test_a_real_analysis_that_was_stopped_and_went_on_finds_what_an_unbroken_one_finds(tmp_path):
    colours = [(5 * number, 40, 250 - 5 * number) for number in range(50)]  # from blue to red in three seconds
    path = write_clip(tmp_path / "clip.mp4", [np.full((48, 64, 3), colour, np.uint8) for colour in colours], fps=15)
    video, settings = probe(path, "clip.mp4", hashlib.sha256(path.read_bytes()).hexdigest()), AnalysisSettings("whole")
    unbroken = analyze_video(video, settings, small_detector())
    pieces = threading.Semaphore(1)

    def slowly(*given, stop, **more):
        return analyze_video(*given, stop=lambda: not pieces.acquire(timeout=20) or stop(), **more)

    first = Jobs(slowly)
    job = first.start(video, settings, small_detector(), "ann")
    until(lambda: job.progress is not None)
    first.cancel(job)
    pieces.release(1)
    until(lambda: job.state == "stopped")
    assert 0 < len(job.result.frames) < len(unbroken.frames)
    assert "stopped" in job.result.ended
    after = Jobs()
    again = after.start(video, settings, small_detector(), "ann")
    until(lambda: again.state == "done")
    assert result_to_dict(again.result) == result_to_dict(unbroken)
    at_once = Jobs().start(video, settings, small_detector(), "bob")
    assert at_once.state == "done"
    assert result_to_dict(at_once.result) == result_to_dict(unbroken)


def test_the_program_ends_while_jobs_run(tmp_path):
    script = (
        "import sys, threading; sys.path.insert(0, 'tests')\n"
        "from small_detector import small_detector\n"
        "from video_values import small_video\n"
        "from forensics.types import AnalysisSettings\n"
        "from forensics.video.jobs import Jobs\n"
        "begun = threading.Event()\n"
        "def forever(*given, **more): begun.set(); threading.Event().wait()\n"
        "Jobs(forever).start(small_video(), AnalysisSettings(), small_detector(), 'ann')\n"
        "begun.wait()\n"
    )
    root = Path(__file__).parents[1]
    environment = {"TELLTALE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", script], cwd=root, env=environment, timeout=60, check=False)
    assert done.returncode == 0
