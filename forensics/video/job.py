"""One analysis of a video beside the page, an analyst's hold on it, and whether the analyst is still there."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal
from weakref import WeakSet

from forensics.detectors import Detector
from forensics.facts import Fact
from forensics.types import AnalysisSettings
from forensics.video.records import Record
from forensics.video.types import Progress, VideoFile, VideoResult

State = Literal["waiting", "running", "done", "failed", "stopped"]

LONGEST_AWAY = 600.0
"""Seconds for which a page may be closed and its analyses go on: a network that broke off is back by then."""


class Presence:
    """Which analysts have their page open. One that was never met is taken to be there."""

    def __init__(self) -> None:
        self._open: dict[str, Callable[[], bool]] = {}
        self._away_since: dict[str, float] = {}

    def meet(self, watcher: str, is_open: Callable[[], bool]) -> None:
        """is_open: whether the page is open at the time of asking; may be called from any thread."""
        self._open[watcher] = is_open

    def is_away(self, watcher: str) -> bool:
        """The page is closed now."""
        is_open = self._open.get(watcher)
        if is_open is None or is_open():
            self._away_since.pop(watcher, None)
            return False
        self._away_since.setdefault(watcher, time.monotonic())
        return True

    def is_gone(self, watcher: str) -> bool:
        """The page was found closed whenever it was asked about for LONGEST_AWAY seconds."""
        return self.is_away(watcher) and time.monotonic() - self._away_since[watcher] >= LONGEST_AWAY


@dataclass(eq=False)
class Hold:
    """One analyst's claim on a stored video, for as long as this object lives."""

    video_sha256: str
    watcher: str


@dataclass(eq=False)
class Work:
    """One analysis, however many ask for it. Changed under the lock of its Jobs only."""

    video: VideoFile
    settings: AnalysisSettings
    detector: Detector
    record: Record
    watchers: "WeakSet[Job]"
    """A page that forgot its job watches no more."""
    state: State = "waiting"
    progress: Progress | None = None
    result: VideoResult | None = None
    failure: Fact | None = None
    ending: bool = False
    """It was told to stop, which cannot be taken back."""
    removed: bool = False
    """Nothing more of it may be written."""


@dataclass(eq=False)
class Job:
    """One analyst's hold on an analysis. To be kept as long as its result is in use: `Jobs.remove` then spares the file
    when another analyst removes it.

    video: under the name by which this analyst knows it.
    """

    video: VideoFile
    watcher: str
    work: Work = field(repr=False)
    left: bool = False
    """What becomes of the work is not for this analyst any more."""
    _result: VideoResult | None = field(default=None, repr=False)

    @property
    def state(self) -> State:
        return "stopped" if self.left else self.work.state

    @property
    def cancelled(self) -> bool:
        """It was cancelled; where another one asked again before the work noticed, it may be done all the same."""
        return self not in self.work.watchers

    @property
    def stopping(self) -> bool:
        """It was cancelled and finishes the piece it is at."""
        return self.state == "running" and self.cancelled

    @property
    def progress(self) -> Progress | None:
        """None until the first piece of this run is finished."""
        return self.work.progress

    @property
    def result(self) -> VideoResult | None:
        """Of a job that is done; of one that was stopped what was looked at, and its `ended` says so. None for one that
        others go on with, or that was stopped before its first piece.
        """
        if self._result is None and self.work.result is not None:
            self._result = replace(self.work.result, video=self.video)
        return None if self.left else self._result

    @property
    def failure(self) -> Fact | None:
        """Why it failed; None where it did not."""
        return self.work.failure
