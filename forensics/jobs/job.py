"""One analysis beside the page, and an analyst's hold on it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from weakref import WeakSet

from forensics.facts import Fact
from forensics.jobs.queue import Lane
from forensics.storage.checkpoints import AnalysisCheckpoint
from forensics.types.analysis import AnalysisSettings, ImageResult
from forensics.types.video import Progress, VideoFile, VideoResult

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector

State = Literal["waiting", "running", "done", "failed", "stopped"]
FINISHED: tuple[State, ...] = ("done", "failed", "stopped")


@dataclass(frozen=True, slots=True)
class Photograph:
    """A stored file that is no video, and may be no photograph either. name: text to show, never a path."""

    name: str
    path: Path
    sha256: str


File = VideoFile | Photograph
Result = VideoResult | ImageResult


@dataclass(eq=False)
class AnalysisTask:
    """One analysis, however many ask for it. Changed under the lock of its Jobs only."""

    file: File
    settings: AnalysisSettings
    detector: "Detector"
    record: AnalysisCheckpoint[Any]
    watchers: "WeakSet[JobHandle]"
    """A page that forgot its job watches no more."""
    state: State = "waiting"
    progress: Progress | int | None = None
    """How far a video is; for a photograph, how many passes of its faces are done."""
    result: Result | None = None
    failure: Fact | None = None
    ending: bool = False
    """It was told to stop, which cannot be taken back."""
    removed: bool = False
    """Nothing more of it may be written."""
    asker: str = ""
    """Who asked first."""

    @property
    def lane(self) -> Lane:
        return "videos" if isinstance(self.file, VideoFile) else "photographs"

    def __str__(self) -> str:
        return f"{self.lane} {self.file.sha256[:12]}"


@dataclass(eq=False)
class JobHandle:
    """One analyst's hold on an analysis. To be kept as long as its result is in use: `JobManager.remove` then spares
    the file when another analyst removes it.

    file: under the name by which this analyst knows it.
    """

    file: File
    watcher: str
    work: AnalysisTask = field(repr=False)
    left: bool = False
    """What becomes of the work is not for this analyst any more."""
    _result: Result | None = field(default=None, repr=False)

    @property
    def is_video(self) -> bool:
        return isinstance(self.file, VideoFile)

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
    def is_ready(self) -> bool:
        """There is something to take over: a result, or why there is none."""
        return self.state == "failed" or (self.state in FINISHED and self.result is not None)

    @property
    def progress(self) -> Progress | int | None:
        """None until the first piece of this run is finished."""
        return self.work.progress

    @property
    def result(self) -> Result | None:
        """Result of a job that is done; for a video that was stopped what was looked at, and its `ended` says so. None
        for one that others go on with, or that was stopped before its first piece."""
        if self._result is None and self.work.result is not None:
            self._result = _with_name_of(self.file, self.work.result, self.work.settings)
        return None if self.left else self._result

    @property
    def failure(self) -> Fact | None:
        """Why it failed; None where it did not."""
        return self.work.failure


def _with_name_of(file: File, result: Result, settings: AnalysisSettings) -> Result:
    if isinstance(result, VideoResult):
        assert isinstance(file, VideoFile)  # a photograph gives no such result
        return replace(result, video=file)
    return replace(result, media=replace(result.media, name=file.name), settings=settings)
