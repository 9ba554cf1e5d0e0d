"""One analysis of a video beside the page, and an analyst's hold on it."""

from dataclasses import dataclass, field, replace
from typing import Literal

from forensics.detectors import Detector
from forensics.types import AnalysisSettings
from forensics.video.records import Record
from forensics.video.types import Progress, VideoFile, VideoResult

State = Literal["waiting", "running", "done", "failed", "stopped"]


@dataclass(eq=False)
class Work:
    """One analysis, however many ask for it. Changed under the lock of its Jobs only."""

    video: VideoFile
    settings: AnalysisSettings
    detector: Detector
    record: Record
    watchers: set[str]
    state: State = "waiting"
    progress: Progress | None = None
    result: VideoResult | None = None
    error: str = ""
    code: str = ""
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
    _result: VideoResult | None = field(default=None, repr=False)

    @property
    def state(self) -> State:
        return "stopped" if self.left else self.work.state

    @property
    def stopping(self) -> bool:
        """It was cancelled and finishes the piece it is at."""
        return self.state == "running" and self.watcher not in self.work.watchers

    @property
    def progress(self) -> Progress | None:
        """None until the first piece of this run is finished."""
        return self.work.progress

    @property
    def result(self) -> VideoResult | None:
        """Of a job that is done; of one that was stopped what was looked at, and its `ended` says so. None for one that
        others go on with, or that was stopped before its first piece.
        """
        if self._result is None and not self.left and self.work.result is not None:
            self._result = replace(self.work.result, video=self.video)
        return self._result

    @property
    def error(self) -> str:
        """Why it failed, one sentence that can be shown; empty where it did not."""
        return self.work.error

    @property
    def code(self) -> str:
        """The same for machines, as in TelltaleError."""
        return self.work.code
