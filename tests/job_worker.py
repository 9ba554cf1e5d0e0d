"""An analysis that looks at a piece of a video only when the test says so."""

import threading
import time
from collections.abc import Callable

from small_detector import small_detector
from video_values import chunk, small_result, small_video

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.facts import told_fact
from forensics.jobs.job import JobHandle
from forensics.jobs.job_manager import JobManager
from forensics.types.analysis import AnalysisSettings
from forensics.types.video import Progress

PIECES = [chunk(2 * number, 2 * number + 1) for number in range(4)]
SETTINGS = AnalysisSettings()


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
                raise MediaError(MediaCode.NO_FRAME_DECODED)
            if video.name == "faulty.mp4":
                raise ZeroDivisionError("what nobody thought of")
            keep(PIECES[number])
            say(Progress(number + 1.0, 4.0, number, 1, 1.0, 1.0))
            if stop():
                return small_result(video, settings=settings, ended=told_fact(f"stopped after {number + 1}"))
        return small_result(video, settings=settings, ended=None)


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.002)


def start(
    jobs: JobManager, name: str = "a.mp4", watcher: str = "ann", settings: AnalysisSettings = SETTINGS
) -> JobHandle:
    sha256 = f"{sum(map(ord, name)):064x}"
    return jobs.start(small_video(name=name, sha256=sha256), settings, small_detector(), watcher)


def seconds(job: JobHandle) -> float:
    return job.progress.seconds if job.progress else 0.0
