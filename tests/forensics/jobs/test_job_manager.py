"""Analyses beside the page."""

import gc
import hashlib
import logging
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from alike import same
from clips import write_clip
from job_worker import SETTINGS, Worker, seconds, start, until
from PIL import Image
from small_detector import small_detector
from specimens import TinyNetwork, finding_of, region_of, result_of
from video_values import small_video

from forensics.analysis.image import analyze_image
from forensics.analysis.video import analyze_video
from forensics.error_codes import FailureCode, MediaCode
from forensics.facts import Fact, told_fact
from forensics.jobs import photographs
from forensics.jobs.job import Photograph
from forensics.jobs.job_manager import JobManager
from forensics.jobs.photographs import StopRequestedError, analyze_photograph
from forensics.jobs.precedence import PRECEDENCE
from forensics.media.video.reader import probe
from forensics.messages.catalogue import sentence
from forensics.storage import content_store
from forensics.storage.checkpoints import AnalysisCheckpoint
from forensics.types.analysis import AnalysisSettings

pytestmark = pytest.mark.slow


def test_a_job_says_how_far_it_is_and_has_a_result_when_it_is_done(jobs, worker):
    job = start(jobs)
    assert (job.state, job.progress, job.result, job.failure) == ("running", None, None, None)
    worker.let("a.mp4", 1)
    until(lambda: seconds(job) == 1)
    assert (job.state, job.result) == ("running", None)
    worker.let("a.mp4", 3)
    until(lambda: job.state == "done")
    assert (job.progress.seconds, job.result.ended, job.result.video) == (4, None, job.file)
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


def test_a_stopped_job_goes_on_from_what_is_done(jobs, worker):
    first = start(jobs)
    jobs.cancel(first)
    worker.let("a.mp4", 1)
    until(lambda: first.state == "stopped")
    second = start(jobs)
    worker.let("a.mp4", 3)
    until(lambda: second.state == "done")
    assert worker.resumed_at == [0, 1]
    assert (first.state, first.result.ended, second.result.ended) == ("stopped", told_fact("stopped after 1"), None)


def test_after_a_restart_a_job_goes_on_and_a_finished_one_is_there_at_once(worker):
    before = JobManager(worker)
    job = start(before)
    worker.let("a.mp4", 2)
    until(lambda: seconds(job) == 2)  # and here the program is killed
    after, fresh = Worker(), None
    fresh = JobManager(after)
    again = start(fresh)
    until(lambda: after.resumed_at == [2])
    after.let("a.mp4", 2)
    until(lambda: again.state == "done")

    last = Worker()
    at_once = start(JobManager(last))
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


def test_a_video_that_cannot_be_read_fails_for_its_reason_and_the_next_begins(jobs, worker):
    broken = start(jobs, "broken.mp4")
    others = [start(jobs, "a.mp4"), start(jobs, "bb.mp4")]
    for name in ("broken.mp4", "a.mp4", "bb.mp4"):
        worker.let(name, 4)
    until(lambda: broken.state == "failed" and all(job.state == "done" for job in others))
    assert (broken.failure, broken.result) == (Fact(MediaCode.NO_FRAME_DECODED), None)


def test_a_fault_nobody_thought_of_is_logged_and_said_calmly(jobs, worker, caplog):
    worker.let("faulty.mp4", 1)
    with caplog.at_level(logging.ERROR):
        job = start(jobs, "faulty.mp4")
        until(lambda: job.state == "failed")
    assert job.failure == Fact(FailureCode.VIDEO_FAULT)
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
    assert job.failure == Fact(FailureCode.UNWRITABLE, {"reason": "No space left on device"})


def test_a_real_analysis_that_was_stopped_and_went_on_finds_what_an_unbroken_one_finds(tmp_path):
    colors = [(5 * number, 40, 250 - 5 * number) for number in range(50)]  # from blue to red in three seconds
    path = write_clip(tmp_path / "clip.mp4", [np.full((48, 64, 3), color, np.uint8) for color in colors], fps=15)
    video, settings = probe(path, "clip.mp4", hashlib.sha256(path.read_bytes()).hexdigest()), AnalysisSettings("whole")
    unbroken = analyze_video(video, settings, small_detector())
    pieces = threading.Semaphore(1)

    def slowly(*given, stop, **more):
        return analyze_video(*given, stop=lambda: not pieces.acquire(timeout=20) or stop(), **more)

    first = JobManager(slowly)
    job = first.start(video, settings, small_detector(), "ann")
    until(lambda: job.progress is not None)
    first.cancel(job)
    pieces.release(1)
    until(lambda: job.state == "stopped")
    assert 0 < len(job.result.frames) < len(unbroken.frames)
    assert "stopped" in sentence(job.result.ended)
    after = JobManager()
    again = after.start(video, settings, small_detector(), "ann")
    until(lambda: again.state == "done")
    assert same(again.result, unbroken)
    at_once = JobManager().start(video, settings, small_detector(), "bob")
    assert at_once.state == "done"
    assert same(at_once.result, unbroken)


def test_the_program_ends_while_jobs_run(tmp_path):
    script = (
        "import sys, threading; sys.path.insert(0, 'tests/fixtures')\n"
        "from small_detector import small_detector\n"
        "from video_values import small_video\n"
        "from forensics.types.analysis import AnalysisSettings\n"
        "from forensics.jobs.job_manager import JobManager\n"
        "begun = threading.Event()\n"
        "def forever(*given, **more): begun.set(); threading.Event().wait()\n"
        "JobManager(forever).start(small_video(), AnalysisSettings(), small_detector(), 'ann')\n"
        "begun.wait()\n"
    )
    root = Path(__file__).parents[3]
    environment = {"TELLTALE_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", script], cwd=root, env=environment, timeout=60, check=False)
    assert done.returncode == 0


def test_a_long_result_is_encoded_while_others_go_on(jobs, worker, monkeypatch):
    encoding, encode, go_on = threading.Event(), AnalysisCheckpoint.encoded, threading.Event()

    def slowly(record, result):
        encoding.set()
        assert go_on.wait(20)
        return encode(record, result)

    monkeypatch.setattr(AnalysisCheckpoint, "encoded", slowly)
    worker.let("a.mp4", 4)
    job = start(jobs)
    assert encoding.wait(20)
    assert jobs._lock.acquire(timeout=10)
    jobs._lock.release()
    go_on.set()
    until(lambda: job.state == "done")


PICTURES = ("a.png", "bb.png", "ccc.png")


def picture(name: str) -> Photograph:
    return Photograph(name, Path("/store") / name, f"{sum(map(ord, name)):064x}")


class Pictures:
    """Analyses a photograph of three passes of faces, each when the test says so."""

    def __init__(self) -> None:
        self.gate, self.begun = threading.Semaphore(0), []

    def __call__(self, photograph, settings, detector, *, say, stop):
        self.begun.append(photograph.name)
        for number in range(3):
            assert self.gate.acquire(timeout=20)
            if stop():
                raise StopRequestedError
            say(number + 1)
        crop = np.zeros((24, 24, 3), np.uint8)
        return result_of([finding_of(region_of(crop))], crop)


def test_one_photograph_that_takes_long_to_decode_keeps_the_next_one_waiting_for_nothing(tmp_path, monkeypatch):
    """And of two that are decoded one is scored after the other."""
    slow, scored = threading.Event(), []
    decode = photographs.decode_image

    def decode_slowly(media):
        assert media.name != "slow.png" or slow.wait(20)
        return decode(media)

    monkeypatch.setattr(photographs, "decode_image", decode_slowly)
    monkeypatch.setattr(
        photographs, "analyze_frame", lambda media, *_: scored.append(PRECEDENCE._scoring.locked()) or media
    )
    files = {}
    for number, name in enumerate(("slow.png", "fast.png")):
        path = tmp_path / name
        Image.new("RGB", (20, 20 + number)).save(path)
        files[name] = Photograph(name, path, f"{number:064}")
    first = threading.Thread(target=photographs.analyze_photograph, args=(files["slow.png"], SETTINGS, None))
    first.start()
    assert photographs.analyze_photograph(files["fast.png"], SETTINGS, None).name == "fast.png"
    slow.set()
    first.join()
    assert scored == [True, True]


def test_photographs_do_not_wait_behind_videos_and_the_fourth_waits_for_them(worker):
    pictures = Pictures()
    jobs = JobManager(worker, pictures)
    videos = [start(jobs, name) for name in ("a.mp4", "bb.mp4", "ccc.mp4")]
    names = [*PICTURES, "dddd.png"]
    taken = [jobs.start(picture(name), SETTINGS, small_detector(), "ann") for name in names]
    assert [job.state for job in videos] == ["running", "running", "waiting"]
    assert [job.state for job in taken] == ["running", "running", "running", "waiting"]
    pictures.gate.release(12)
    until(lambda: all(job.state == "done" for job in taken))
    assert sorted(pictures.begun) == names
    assert [job.result.media.name for job in taken] == names
    for name in ("a.mp4", "bb.mp4", "ccc.mp4"):
        worker.let(name, 4)
    until(lambda: all(job.state == "done" for job in videos))


def test_a_photograph_is_stopped_between_its_faces_and_begun_again_when_asked(worker):
    pictures = Pictures()
    jobs = JobManager(worker, pictures)
    job = jobs.start(picture("a.png"), SETTINGS, small_detector(), "ann")
    pictures.gate.release()
    until(lambda: job.progress == 1)
    jobs.cancel(job)
    pictures.gate.release()
    until(lambda: job.state == "stopped")
    assert (job.result, job.failure) == (None, None)
    again = jobs.start(picture("a.png"), SETTINGS, small_detector(), "ann")
    pictures.gate.release(3)
    until(lambda: again.state == "done")


def test_a_real_photograph_is_stopped_between_the_passes_of_its_faces(tmp_path):
    stored = content_store.store_file((Path(__file__).parents[3] / "sample_media" / "group.jpg").read_bytes())
    file, told, halt = Photograph("group.jpg", stored.path, stored.sha256), [], []
    detector = small_detector(TinyNetwork())
    whole = analyze_photograph(file, SETTINGS, detector, say=told.append)
    assert len(whole.findings) == 4
    assert told[:3] == [0, 1, 2]  # two faces a pass, and then those that are scored again
    assert same(whole.findings, analyze_image(whole.media, SETTINGS, detector).findings)
    with pytest.raises(StopRequestedError):
        analyze_photograph(file, SETTINGS, detector, say=halt.append, stop=lambda: len(halt) == 1)
    assert halt == [0]
    assert not detector.lock.locked()


def test_a_photograph_is_read_back_after_a_restart_under_the_name_of_who_asks(worker):
    stored = content_store.store_file((Path(__file__).parents[3] / "sample_media" / "group.jpg").read_bytes())
    detector = small_detector(TinyNetwork())
    first = JobManager().start(Photograph("a.jpg", stored.path, stored.sha256), SETTINGS, detector, "ann")
    until(lambda: first.state == "done")
    again = JobManager().start(Photograph("b.jpg", stored.path, stored.sha256), SETTINGS, detector, "bob")
    assert again.state == "done"
    assert (first.result.media.name, again.result.media.name) == ("a.jpg", "b.jpg")
    assert same(replace(again.result.media, name="a.jpg"), first.result.media)
    assert same(again.result.findings, first.result.findings)


def test_a_photograph_that_is_gone_is_said(worker):
    job = JobManager().start(picture("gone.png"), SETTINGS, small_detector(), "ann")
    until(lambda: job.state == "failed")
    assert job.failure == Fact(MediaCode.UNREADABLE_FILE, {"reason": "No such file or directory"})


def test_what_was_stopped_is_recalled_after_a_restart_as_it_was_and_goes_on_when_asked(worker):
    before = JobManager(worker)
    job = start(before)
    before.cancel(job)
    worker.let("a.mp4", 1)
    until(lambda: job.state == "stopped")
    after = Worker()
    fresh = JobManager(after)
    recalled = fresh.reopen_stopped(job.file, SETTINGS, small_detector(), "ann")
    assert (recalled.state, recalled.cancelled, after.begun) == ("stopped", True, [])
    assert same(recalled.result, job.result)
    again = fresh.start(job.file, SETTINGS, small_detector(), "ann")
    after.let("a.mp4", 3)
    until(lambda: again.state == "done")
    assert after.resumed_at == [1]
    nothing = fresh.reopen_stopped(small_video(name="other.mp4", sha256="ef" * 32), SETTINGS, small_detector(), "ann")
    assert (nothing.state, nothing.result) == ("stopped", None)


def test_another_executor_runs_the_same_work(worker):
    with ThreadPoolExecutor(1) as pool:  # one thread: the second waits in the pool
        jobs = JobManager(worker, executor=pool)
        started = [start(jobs, "a.mp4"), start(jobs, "bb.mp4")]
        for name in ("a.mp4", "bb.mp4"):
            worker.let(name, 4)
        until(lambda: all(job.state == "done" for job in started))
    assert worker.begun == ["a.mp4", "bb.mp4"]
