"""How long an analyst waits for a photograph on a machine that does other work, and what stays in memory."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from forensics.benchmark.repeatability import environment
from forensics.benchmark.speed import busy_processes, group_photograph, time_ratio_metric
from forensics.benchmark.video_speed import process_memory
from forensics.cores import usable_cores
from forensics.detectors.registry import Detector
from forensics.jobs.job import FINISHED, File, JobHandle, Photograph
from forensics.jobs.job_manager import JobManager
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.media.video.decoding_process import probe
from forensics.storage.content_store import store_file
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import Measurement

COMMAND = "python -m forensics benchmark load"

SAMPLES = Path(__file__).parents[2] / "sample_media"
VIDEO = SAMPLES / "two-people.mp4"

REPEATS = 5
BUSY = (1, 4)
ANALYSTS = (5, 20)
UPLOADS = 300
FIRST_UPLOADS = 10
"""After which a process has what it keeps for good."""

POLL_SECONDS = 0.005


class Load:
    """Analyses as the page asks for them: stored, in line, beside each other. Each photograph is another one."""

    def __init__(self, detector: Detector, photograph: bytes) -> None:
        self._detector, self._photograph, self._numbers = detector, photograph, count()
        self._jobs = JobManager()

    def analysts(self, number: int) -> list[float]:
        """Seconds until each of so many, who ask at the same moment, has the findings of a photograph."""
        files = [self._file() for _ in range(number)]
        began = time.perf_counter()
        waiting = {analyst: self._start(file, f"analyst {analyst}") for analyst, file in enumerate(files)}
        seconds: list[float] = []
        while waiting:
            open_ = {analyst: job for analyst, job in waiting.items() if job.state not in FINISHED}
            seconds += [time.perf_counter() - began] * (len(waiting) - len(open_))
            waiting = open_
            time.sleep(POLL_SECONDS)
        for analyst, file in enumerate(files):
            self._jobs.remove(file.sha256, f"analyst {analyst}")
        return seconds

    def photograph(self) -> float:
        return self.analysts(1)[0]

    @contextmanager
    def beside_a_video(self) -> Iterator[None]:
        """A video is analyzed again and again meanwhile."""
        content = VIDEO.read_bytes()

        def start() -> JobHandle:
            kept = store_file(content + next(self._numbers).to_bytes(4, "big"))
            return self._start(probe(kept.path, VIDEO.name, kept.sha256), "another")

        jobs = [start(), start()]
        try:
            yield
        finally:
            for job in jobs:
                self._jobs.cancel(job)
                while job.state not in FINISHED:
                    time.sleep(POLL_SECONDS)

    def _file(self) -> Photograph:
        kept = store_file(self._photograph + next(self._numbers).to_bytes(4, "big"))
        return Photograph("photograph.jpg", kept.path, kept.sha256)

    def _start(self, file: File, analyst: str) -> JobHandle:
        return self._jobs.start(file, AnalysisSettings(), self._detector, analyst)


def run_load(detector: Detector, uploads: int = UPLOADS) -> list[Measurement]:
    """Waiting as ratios to that on the same machine with nothing else to do, each beside the aim; then memory."""
    with TemporaryDirectory() as folder, environment("TELLTALE_HOME", folder):
        load = Load(detector, group_photograph(4, 2))
        load.photograph()
        idle = [load.photograph() for _ in range(REPEATS)]
        figures = []
        for number in BUSY:
            with busy_processes(number):
                figures += _waiting(dataset_names.beside_processes(number), _repeated(load.photograph), idle, number)
        with load.beside_a_video():
            figures += _waiting(dataset_names.BESIDE_A_VIDEO, _repeated(load.photograph), idle, 1)
        for number in ANALYSTS:
            waits = _repeated(lambda number=number: median(load.analysts(number)))  # type: ignore[misc]
            figures.append(
                time_ratio_metric(Metric.WAITING_RATIO, waits, idle, dataset_names.analysts(number), COMMAND)
            )
        return [*figures, _memory(Load(detector, (SAMPLES / "group.jpg").read_bytes()), uploads)]


def _repeated(work: Callable[[], float]) -> list[float]:
    return [work() for _ in range(REPEATS)]


def _waiting(data: str, measured: list[float], idle: list[float], processes: int) -> list[Measurement]:
    """The ratio, and the aim: what is left of the cores, and a fifth."""
    aim = (1 + processes / usable_cores()) * 1.2
    return [
        time_ratio_metric(Metric.WAITING_RATIO, measured, idle, data, COMMAND),
        Measurement(Metric.WAITING_AIM, aim, None, None, 1, data, COMMAND),
    ]


def _memory(load: Load, uploads: int) -> Measurement:
    """MiB by which the process has grown after so many photographs whose sessions are closed."""
    for _ in range(FIRST_UPLOADS):
        load.photograph()
    gc.collect()
    before = process_memory("VmRSS")
    for _ in range(uploads - FIRST_UPLOADS):
        load.photograph()
    gc.collect()
    data = dataset_names.photographs(uploads)
    return Measurement(Metric.MEMORY_GROWTH, process_memory("VmRSS") - before, None, None, uploads, data, COMMAND)
