"""Analyses of videos beside the page: in line, under way, finished, stopped.

Two are worked on at once, the others wait in the order in which they came. What is finished of one is kept on disk
(forensics/video/records.py): after a stop, a failure or a restart of the program it goes on from there. Analysts who
ask for the same file with the same settings and detector share one piece of work.

Threads are daemons: a program that ends does not wait for a video of an hour, and loses a second of it at most.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from types import TracebackType
from weakref import WeakSet, WeakValueDictionary

from forensics.detectors import Detector
from forensics.error_codes import FailureCode
from forensics.errors import TelltaleError
from forensics.facts import Fact
from forensics.types import AnalysisSettings
from forensics.video import store
from forensics.video.analysis import analyze_video
from forensics.video.job import Hold, Job, Presence, Work
from forensics.video.records import record_of, remove_abandoned_drafts, remove_records
from forensics.video.types import VideoFile, VideoResult

LOG = logging.getLogger(__name__)

Analyze = Callable[..., VideoResult]

AT_ONCE = 2
"""Analyses that run at the same time. They share the processor's cores and the detector, so more would only make each
wait longer for its end."""


class Jobs:
    """All analyses of videos in this process. Safe to call from several threads.

    analyze: as `forensics.video.analysis.analyze_video`.
    """

    def __init__(self, analyze: Analyze = analyze_video) -> None:
        self._analyze = analyze
        self._lock = threading.RLock()
        self._line: deque[Work] = deque()
        self._running: set[Work] = set()
        self._works: WeakValueDictionary[str, Work] = WeakValueDictionary()
        self._jobs: WeakSet[Job] = WeakSet()
        self._holds: WeakSet[Hold] = WeakSet()
        self._presence = Presence()

    def meet(self, watcher: str, is_open: Callable[[], bool]) -> None:
        """Learn how to find out whether an analyst's page is open, as in Presence. One who is away does not keep others
        from stopping the work or removing the file, and after LONGEST_AWAY seconds leaves what is under way.
        """
        with self._lock:
            self._presence.meet(watcher, is_open)

    def hold(self, video_sha256: str, watcher: str) -> Hold:
        """Claim a stored video, from before its analysis is asked for: others who remove it do not take it away while
        the hold is kept.
        """
        hold = Hold(video_sha256, watcher)
        with self._lock:
            self._holds.add(hold)
        return hold

    def start(self, video: VideoFile, settings: AnalysisSettings, detector: Detector, watcher: str) -> Job:
        """Ask for an analysis: join it where it is in line, under way or done, read it where an earlier run finished
        it, else put it in line. One that was stopped or failed goes on. Never blocks for the analysis.

        watcher: who asks, such as the id of a browser session. Raises OSError.
        """
        remove_abandoned_drafts()
        record = record_of(video.sha256, settings, detector.card)
        known = self._works.get(record.key)
        kept = record.result() if known is None else None  # may take a second, so not under the lock
        with self._lock:
            work = self._works.get(record.key)
            if work is None or work.ending or work.state in ("failed", "stopped"):
                work = Work(video, settings, detector, record, WeakSet(), result=kept)
                self._works[record.key] = work
                if kept is None:
                    self._line.append(work)
                else:
                    work.state = "done"
            job = Job(video, watcher, work)
            work.watchers.add(job)
            self._jobs.add(job)
            self._start_next()
        return job

    def cancel(self, job: Job) -> None:
        """Take the analyst away. Where nobody else watches, the work stops after the piece it is at, and the job's
        state is "running" until then; what is finished stays on disk. A job that is done stays done.
        """
        with self._lock:
            self._dismiss(job.work, self._presence.is_away)
            self._leave(job)

    def remove(self, video_sha256: str, watcher: str) -> bool:
        """The analyst removed the file. Its records and its stored copy are deleted unless another one still works with
        it; returns whether they were. Raises OSError.
        """
        with self._lock:
            for job in [job for job in self._jobs if job.video.sha256 == video_sha256 and job.watcher == watcher]:
                self.cancel(job)
                self._jobs.discard(job)
            for hold in [hold for hold in self._holds if hold.video_sha256 == video_sha256 and hold.watcher == watcher]:
                self._holds.discard(hold)
            users = {job.watcher for job in self._jobs if job.video.sha256 == video_sha256}
            users |= {hold.watcher for hold in self._holds if hold.video_sha256 == video_sha256}
            if any(not self._presence.is_away(user) for user in users):
                return False
            for work in [work for work in (*self._line, *self._running) if work.video.sha256 == video_sha256]:
                work.ending = work.removed = True
            for key in [key for key, work in self._works.items() if work.video.sha256 == video_sha256]:
                del self._works[key]
            remove_records(video_sha256)
            store.remove(video_sha256)
            return True

    def _leave(self, job: Job) -> None:
        work = job.work
        if job.cancelled or work.state not in ("waiting", "running"):
            return
        work.watchers.discard(job)
        job.left = bool(work.watchers)
        if work.state == "waiting" and not work.watchers:
            self._line.remove(work)
            work.state = "stopped"

    def _dismiss(self, work: Work, is_absent: Callable[[str], bool]) -> None:
        for job in [job for job in work.watchers if is_absent(job.watcher)]:
            self._leave(job)

    def _start_next(self) -> None:
        for work in list(self._line):  # nobody may wait for it any more
            self._dismiss(work, self._presence.is_gone)
        while self._line and len(self._running) < AT_ONCE:
            work = self._line.popleft()
            if not work.watchers:
                work.state = "stopped"
                continue
            work.state = "running"
            self._running.add(work)
            name = f"video {work.video.sha256[:12]}"
            threading.Thread(target=self._run, args=(work,), name=name, daemon=True).start()

    def _run(self, work: Work) -> None:
        with ExitStack() as stack:
            stack.push(partial(self._end, work))
            work.result = self._go_on(work)

    def _go_on(self, work: Work) -> VideoResult | None:
        """The analysis, from what is on disk; None where the file was removed. Raises MediaError, OSError."""
        with ExitStack() as stack:
            with self._lock:
                if work.removed:
                    return None
                draft = stack.enter_context(work.record.draft())
            result = self._analyze(
                work.video,
                work.settings,
                work.detector,
                done=draft.chunks,
                keep=draft.keep,
                say=partial(setattr, work, "progress"),
                stop=partial(self._asked_to_stop, work),
            )
        encoded = work.record.encoded(result)
        with self._lock:
            if not work.ending and not work.removed:
                work.record.finish(encoded)
        return result

    def _asked_to_stop(self, work: Work) -> bool:
        with self._lock:
            self._dismiss(work, self._presence.is_gone)
            work.ending = work.ending or not work.watchers
            return work.ending

    def _end(
        self,
        work: Work,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Whatever ended the work: say so, and let the next one begin. Returns True: the thread has nobody above it who
        could deal with an exception.
        """
        with self._lock:
            if error is not None:
                work.failure = _failure(error)
            work.state = "failed" if error is not None else "stopped" if work.ending else "done"
            self._running.discard(work)
            self._start_next()
        return True


def _failure(error: BaseException) -> Fact:
    if isinstance(error, TelltaleError):
        return error.fact
    LOG.error("The analysis of a video failed.", exc_info=error)
    if isinstance(error, OSError):
        return Fact(FailureCode.UNWRITABLE, {"reason": error.strerror or type(error).__name__})
    return Fact(FailureCode.VIDEO_FAULT)


JOBS = Jobs()
"""Those of this process."""
