"""Analyses of files beside the page: in line, under way, finished, stopped.

What is finished of one is kept on disk (forensics/storage/checkpoints.py): after a stop, a failure or a restart of the
program it goes on from there. Analysts who ask for the same file with the same settings and detector share one piece of
work.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from functools import partial
from typing import Any
from weakref import WeakSet, WeakValueDictionary

from forensics.analysis.failures import failure_fact
from forensics.analysis.video import analyze_video
from forensics.detectors.registry import Detector
from forensics.error_codes import FailureCode
from forensics.jobs.executors import DaemonExecutor
from forensics.jobs.job import AnalysisTask, File, JobHandle, Result
from forensics.jobs.leases import FileLease, LeaseTable
from forensics.jobs.photographs import StopRequestedError, analyze_photograph
from forensics.jobs.precedence import PRECEDENCE
from forensics.jobs.presence import SessionPresence
from forensics.jobs.queue import FairQueue
from forensics.media.bounded_worker import give_memory_back
from forensics.storage import content_store
from forensics.storage.checkpoints import AnalysisCheckpoint, photograph_record, remove_records, video_record
from forensics.types.analysis import AnalysisSettings
from forensics.types.video import VideoFile

Analyze = Callable[..., Result]


class JobManager:
    """All analyses in this process. Safe to call from several threads.

    analyze_video, analyze_photograph: as forensics/analysis/video.py and forensics/jobs/photographs.py do. executor:
    where they run.
    """

    def __init__(
        self,
        analyze_video: Analyze = analyze_video,
        analyze_photograph: Analyze = analyze_photograph,
        executor: Executor | None = None,
    ) -> None:
        self._analyze_video, self._analyze_photograph = analyze_video, analyze_photograph
        self._executor = executor or DaemonExecutor()
        self._lock = threading.RLock()
        self._queue: FairQueue[AnalysisTask] = FairQueue()
        self._presence, self._leases = SessionPresence(), LeaseTable()
        self._works: WeakValueDictionary[str, AnalysisTask] = WeakValueDictionary()
        self._jobs: WeakSet[JobHandle] = WeakSet()

    def register_session(self, watcher: str, is_open: Callable[[], bool], page: str = "") -> None:
        """Learn how to find out whether an analyst's page is open, as in Presence. One who is away does not keep others
        from stopping the work or removing the file, and after DISCONNECT_GRACE_SECONDS seconds leaves what is under
        way."""
        with self._lock:
            self._presence.register(watcher, is_open, page)

    def lease(self, sha256: str, watcher: str) -> FileLease:
        """Claim a stored file, from before its analysis is asked for: others who remove it do not take it away while
        the hold is kept.
        """
        with self._lock:
            return self._leases.add(sha256, watcher)

    def is_needed(self, sha256: str) -> bool:
        """Whether anybody, here or in a session on the disk, needs a stored file."""
        with self._lock:
            jobs = any(job.file.sha256 == sha256 for job in list(self._jobs))
            return jobs or self._leases.is_needed(sha256)

    def start(self, file: File, settings: AnalysisSettings, detector: Detector, watcher: str) -> JobHandle:
        """Ask for an analysis: join it where it is in line, under way or done, read it where an earlier run finished
        it, else put it in line. One that was stopped or failed goes on. Never blocks for the analysis.

        watcher: who asks, such as the id of a session. Raises OSError.
        """
        record = _record_of(file, settings, detector)
        known = self._works.get(record.key)
        kept = record.result() if known is None else None  # may take a second, so not under the lock
        with self._lock:
            work = self._works.get(record.key)
            if work is None or work.ending or work.state in ("failed", "stopped"):
                work = AnalysisTask(file, settings, detector, record, WeakSet(), result=kept, asker=watcher)
                self._works[record.key] = work
                if kept is None:
                    self._queue.put(work)
                else:
                    work.state = "done"
            job = self._watch(file, watcher, work)
            self._start_next()
        return job

    def reopen_stopped(self, file: File, settings: AnalysisSettings, detector: Detector, watcher: str) -> JobHandle:
        """One that the analyst had stopped, as it was then: with what was found, where anything was. Nothing runs."""
        record = _record_of(file, settings, detector)
        work = AnalysisTask(
            file, settings, detector, record, WeakSet(), "stopped", result=record.stopped(), asker=watcher
        )
        with self._lock:
            job = self._watch(file, watcher, work)
            work.watchers.discard(job)
        return job

    def cancel(self, job: JobHandle) -> None:
        """Take the analyst away. Where nobody else watches, the work stops after the piece it is at, and the job's
        state is "running" until then; what is finished stays on disk. A job that is done stays done.
        """
        with self._lock:
            self._discard(job.work, self._presence.is_disconnected)
            self._leave(job)

    def remove(self, sha256: str, watcher: str) -> bool:
        """The analyst needs the file no more. Its records and its stored copy are deleted unless another one still
        works with it; returns whether they were. Raises OSError.
        """
        with self._lock:
            for job in [job for job in self._jobs if job.file.sha256 == sha256 and job.watcher == watcher]:
                self.cancel(job)
                self._jobs.discard(job)
            self._leases.drop(sha256, watcher)
            users = {job.watcher for job in self._jobs if job.file.sha256 == sha256}
            if any(not self._presence.is_disconnected(user) for user in users):
                return False
            if self._leases.is_needed(sha256, self._presence.is_disconnected):
                return False
            for work in [work for work in (*self._queue.waiting, *self._queue.running) if work.file.sha256 == sha256]:
                work.ending = work.removed = True
            for key in [key for key, work in self._works.items() if work.file.sha256 == sha256]:
                del self._works[key]
            remove_records(sha256)
            content_store.remove(sha256)
            return True

    def _watch(self, file: File, watcher: str, work: AnalysisTask) -> JobHandle:
        job = JobHandle(file, watcher, work)
        work.watchers.add(job)
        self._jobs.add(job)
        return job

    def _leave(self, job: JobHandle) -> None:
        work = job.work
        if job.cancelled or work.state not in ("waiting", "running"):
            return
        work.watchers.discard(job)
        job.left = bool(work.watchers)
        if work.state == "waiting" and not work.watchers:
            self._queue.drop(work)
            work.state = "stopped"

    def _discard(self, work: AnalysisTask, is_absent: Callable[[str], bool]) -> None:
        for job in [job for job in work.watchers if is_absent(job.watcher)]:
            self._leave(job)

    def _start_next(self) -> None:
        for work in self._queue.waiting:  # nobody may wait for it any more
            self._discard(work, self._presence.has_timed_out)
            if not work.watchers:
                self._queue.drop(work)
                work.state = "stopped"
        while (begun := self._queue.next()) is not None:
            begun.state = "running"
            self._executor.submit(self._run_task, begun).add_done_callback(partial(self._finish_task, begun))

    def _finish_task(self, work: AnalysisTask, future: Future[Any]) -> None:
        """Whatever ended the work: say so, and let the next one begin."""
        error = future.exception()
        with self._lock:
            if isinstance(error, StopRequestedError):
                work.ending = True
            elif error is not None:
                fault = FailureCode.VIDEO_FAULT if isinstance(work.file, VideoFile) else FailureCode.FAULT
                work.failure = failure_fact(error, str(work), fault)
            else:
                work.result = future.result()
            work.state = "failed" if work.failure is not None else "stopped" if work.ending else "done"
            self._queue.drop(work)
            self._start_next()
            is_idle = not self._queue.running
        if is_idle:
            give_memory_back()

    def _run_task(self, work: AnalysisTask) -> Result | None:
        """The analysis, from what is on disk; None where the file was removed. Raises MediaError, OSError."""
        result = self._video(work) if isinstance(work.file, VideoFile) else self._photograph(work)
        if result is None:
            return None
        encoded = work.record.encoded(result)
        with self._lock:
            if not work.removed:
                (work.record.stop if work.ending else work.record.finish)(encoded)
        return result

    def _photograph(self, work: AnalysisTask) -> Result:
        say, stop = partial(setattr, work, "progress"), partial(self._asked_to_stop, work)
        return self._analyze_photograph(work.file, work.settings, work.detector, say=say, stop=stop)

    def _video(self, work: AnalysisTask) -> Result | None:
        with ExitStack() as stack:
            with self._lock:
                if work.removed:
                    return None
                draft = stack.enter_context(work.record.draft())
            return self._analyze_video(
                work.file,
                work.settings,
                work.detector,
                done=draft.chunks,
                keep=draft.keep,
                say=partial(setattr, work, "progress"),
                stop=partial(self._asked_to_stop, work),
                make_way=PRECEDENCE.make_way,
            )

    def _asked_to_stop(self, work: AnalysisTask) -> bool:
        with self._lock:
            self._discard(work, self._presence.has_timed_out)
            work.ending = work.ending or not work.watchers
            return work.ending


def _record_of(file: File, settings: AnalysisSettings, detector: Detector) -> AnalysisCheckpoint[Any]:
    make = video_record if isinstance(file, VideoFile) else photograph_record
    return make(file.sha256, settings, detector.card)


JOB_MANAGER = JobManager()
"""Those of this process."""
