"""The work of one analyst.

Keeping a stage forgets every later one, so that an old explanation never stands beside a new file:

    received → outcomes → stills → explanations → report
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from forensics.analysis.references import MisfittingReference, find_misfits
from forensics.error_codes import FailureCode
from forensics.facts import Fact
from forensics.formatting import display_name
from forensics.jobs.job import JobHandle
from forensics.types.analysis import AnalysisSettings, FailedFile, ImageResult
from forensics.types.outcome import Outcome
from forensics.types.references import References
from forensics.types.video import SampledFrame, VideoResult
from forensics.validation import present
from pages.parts.session import removal as removing
from pages.parts.session.explanation_state import ExplanationState
from pages.parts.session.items import FileState, Removal, StoredFile, VideoState, one_at_a_time
from pages.parts.session.reference_faces import ReferenceFaces, decided

if TYPE_CHECKING:
    from pages.parts.session.persistence import SessionStore

MAX_STILLS = 8
"""Frames of a video that are held without being explained. One of 1080 lines takes up to 15 MB with its faces."""


@dataclass(slots=True, weakref_slot=True, eq=False)
class AnalystSession(ExplanationState):
    """The work of one analyst, for all pages of a browser. Files are known by the SHA-256 of their bytes."""

    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    known: ReferenceFaces = field(default_factory=ReferenceFaces)
    references: References | None = None
    """Those with which everything here is decided: `known`, as it was when it was last settled."""
    waiting: dict[str, StoredFile] = field(default_factory=dict)
    jobs: dict[str, JobHandle] = field(default_factory=dict)
    """Jobs of the files that were begun, kept with what came of them."""
    abandoned: list[JobHandle] = field(default_factory=list)
    """Analyses that are waited for no more: other settings were chosen, or the file was removed."""
    stored: dict[str, StoredFile] = field(default_factory=dict)
    """What lies on disk for this session."""
    arrived: dict[str, None] = field(default_factory=dict)
    """Every file that ever came, in the order in which it came."""
    released: list[str] = field(default_factory=list)
    """SHA-256 of files of which nothing needs to stay on disk for this session."""
    removal: Removal | None = None
    """The latest one, as long as it can be undone."""
    gone: tuple[str, ...] = ()
    """Names of the files of the removal that could be undone last."""
    returning: dict[str, FileState] = field(default_factory=dict)
    """What was made of files whose outcome is to come back from the disk."""
    lost_references: tuple[str, ...] = ()
    """Names of reference pictures that were in memory only."""
    watcher: str = field(default_factory=lambda: uuid4().hex)
    """Tells this session from others that watch the same analysis."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    misfits: dict[str, tuple[MisfittingReference, ...]] = field(default_factory=dict)
    """For each outcome the references that may be none for it."""
    video_work: dict[str, VideoState] = field(default_factory=dict)
    batch: tuple[str, ...] = ()
    """Photographs that were begun since none was under way."""
    repeated: tuple[tuple[str, str], ...] = ()
    """Names of files in the latest delivery that were there already."""
    in_hand: str | None = None
    """The file that is being begun."""
    keeper: "SessionStore | None" = None
    """Keeps the session on the disk; None where it lives in memory alone."""

    @property
    def unfinished(self) -> dict[str, JobHandle]:
        """Analyses that run beside the page, wait to, or were stopped before anything was found."""
        return {key: job for key, job in self.jobs.items() if key not in self.outcomes}

    @property
    def results(self) -> dict[str, ImageResult]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, ImageResult)}

    @property
    def videos(self) -> dict[str, VideoResult]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, VideoResult)}

    @property
    def failed(self) -> dict[str, FailedFile]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, FailedFile)}

    @property
    def stills(self) -> dict[str, ImageResult]:
        """Frames taken out of videos, by the SHA-256 of each as a picture of its own."""
        every = (still for work in self.video_work.values() for still in work.stills.values())
        return {still.media.sha256: still for still in every}

    @property
    def pictures(self) -> dict[str, ImageResult]:
        """All whose faces can be explained."""
        return self.results | self.stills

    @property
    def related_files(self) -> dict[str, list[str]]:
        """For each video its frames, the latest taken out first, and for each frame its video."""
        found: dict[str, list[str]] = {}
        for sha256, work in self.video_work.items():
            found[sha256] = [still.media.sha256 for still in reversed(work.stills.values())]
            found |= {frame: [sha256] for frame in found[sha256]}
        return found

    @one_at_a_time
    def add_uploads(self, files: Iterable[StoredFile]) -> None:
        """Put new files in line, and those that failed; `repeated` names the others, and what they equal."""
        self.repeated, self.gone = (), ()
        for file in files:
            named = replace(file, name=display_name(file.name))
            if file.sha256 in self.questioned and file.sha256 not in self.failed:
                self.repeated += ((named.name, self.stored[file.sha256].name),)
                continue
            removing.forget_removed(self, file.sha256)
            self.stored[file.sha256] = named
            self.arrived.pop(file.sha256, None)
            self.arrived[file.sha256] = None
            self.enqueue(file.sha256)

    @one_at_a_time
    def reject_upload(self, failed: FailedFile) -> None:
        """A file that was not even taken in."""
        sha256 = present(failed.sha256)
        self.arrived.setdefault(sha256)
        self.store_outcome(sha256, replace(failed, name=display_name(failed.name)))

    @one_at_a_time
    def start_analysis(self, sha256: str, job: JobHandle) -> None:
        """A waiting file is analyzed from now on, beside the page."""
        self.waiting.pop(sha256, None)
        self.stored.setdefault(sha256, StoredFile.of(job.file))
        if not job.is_video:
            self.batch = (*(self.batch if any(not one.is_video for one in self.unfinished.values()) else ()), sha256)
        self.jobs[sha256] = job

    @one_at_a_time
    def store_outcome(self, sha256: str, outcome: Outcome) -> None:
        """Keep what the analysis of a waiting file gave; what was built on an earlier outcome is forgotten, and what
        was built on this one before it was on the disk alone comes back."""
        self.in_hand = None
        self.waiting.pop(sha256, None)
        self._decide(sha256, outcome)
        self._forget_work(sha256)
        self._take_back(sha256, self.returning.pop(sha256, FileState()))

    def _take_back(self, sha256: str, made: FileState) -> None:
        if made.video is not None:
            made.video.stills = {index: decided(still, self.references) for index, still in made.video.stills.items()}
            self.video_work[sha256] = made.video
        self.explanations |= made.faces
        place = {key: number for number, key in enumerate(self.arrived)}
        self.outcomes = dict(sorted(self.outcomes.items(), key=lambda one: place.get(one[0], len(place))))

    @property
    def questioned(self) -> set[str]:
        """SHA-256 of all files that are, or will be, analyzed."""
        return {*self.outcomes, *self.waiting, *self.jobs}

    def apply_references(self) -> None:
        """Decide everything again where what is known to be untouched has changed. What was analyzed and explained
        stays; the report and marked copies of videos tell of the old decisions and go."""
        references = self.known.references(self.outcomes, self.questioned)
        if references == self.references:
            return
        self.references, self.report = references, None
        for sha256, outcome in list(self.outcomes.items()):
            self._decide(sha256, outcome)
        for work in self.video_work.values():
            work.stills = {index: decided(still, self.references) for index, still in work.stills.items()}
            work.drop_copy()

    def _decide(self, sha256: str, outcome: Outcome) -> None:
        now = self.outcomes[sha256] = decided(outcome, self.references)
        self.misfits[sha256] = () if isinstance(now, FailedFile) else find_misfits(now)

    def fail_current_file(self) -> bool:
        """After a fault in the program: note the file in hand as failed, so that the others get their turn.

        Returns whether there was one.
        """
        if self.in_hand is None or (upload := self.waiting.get(self.in_hand)) is None:
            return False
        self.store_outcome(self.in_hand, FailedFile(upload.name, Fact(FailureCode.FAULT), self.in_hand))
        return True

    def video_state(self, sha256: str) -> VideoState:
        """What was chosen and made for a video; to be read, and written through the methods below."""
        return self.video_work.setdefault(sha256, VideoState())

    def select_frame(self, sha256: str, frame: SampledFrame) -> None:
        """Choose a moment of a video."""
        self.video_state(sha256).moment = frame

    def store_still(self, sha256: str, frame: SampledFrame, still: ImageResult) -> None:
        """Keep a frame taken out of a video; of those without an explanation only the latest stay."""
        stills = self.video_state(sha256).stills
        stills.pop(frame.index, None)
        explained = {picture for picture, _ in self.explanations}
        bare = [index for index, held in stills.items() if held.media.sha256 not in explained]
        for index in bare[: max(0, len(bare) + 1 - MAX_STILLS)]:
            del stills[index]
        stills[frame.index] = decided(still, self.references)

    def store_annotated(self, sha256: str, language: str, path: Path) -> None:
        self.video_state(sha256).annotated[language] = path

    @one_at_a_time
    def change_settings(self, settings: AnalysisSettings) -> None:
        """Put every file that they concern in line again but those that failed or were cancelled."""
        before, self.settings = self.settings, settings
        if settings == before:
            return
        self.known.settings_changed(found_otherwise=settings.faces != before.faces)
        if replace(settings, sample_fps=before.sample_fps) != before:
            self._begin_again([*self.results, *(key for key, job in self.unfinished.items() if not job.is_video)])
        self._begin_again([*self.videos, *(key for key, job in self.unfinished.items() if job.is_video)])

    def _begin_again(self, files: Iterable[str]) -> None:
        for sha256 in files:
            job = self.jobs.get(sha256)
            if job is None:
                self.enqueue(sha256)
                continue
            job.left = job.cancelled and job.state != "done"
            self._forget(sha256)
            if not job.left:
                self.abandoned.append(job)
                self.enqueue(sha256)

    @one_at_a_time
    def enqueue(self, sha256: str) -> None:
        """Have a file analyzed further, or anew."""
        self.jobs.pop(sha256, None)
        self.waiting[sha256] = self.stored[sha256]
        self._forget(sha256)

    @one_at_a_time
    def release_file(self, sha256: str) -> None:
        """What lies on disk of a file is not needed here any more."""
        if self.stored.pop(sha256, None) is not None:
            self.released.append(sha256)

    @one_at_a_time
    def remove(self, *files: str) -> None:
        removing.remove_files(self, files)

    @one_at_a_time
    def remove_failed(self) -> None:
        removing.remove_files(self, self.failed)

    @one_at_a_time
    def remove_all(self) -> None:
        """Take every file off the page; settings, case fields and reference pictures stay."""
        removing.remove_files(self, dict.fromkeys([*self.stored, *self.waiting, *self.jobs, *self.outcomes]))
        self.repeated = ()

    @one_at_a_time
    def undo_removal(self) -> None:
        """Bring back what was removed last, in its place."""
        removing.undo_removal(self)

    @one_at_a_time
    def finalize_removal(self, older_than: float = 0.0) -> None:
        """What was removed `older_than` seconds ago or longer can be undone no more, and leaves the disk."""
        removing.finalize_removal(self, older_than)

    def forget(self, sha256: str) -> None:
        """Leave nothing of a file on the page; what lies on disk stays."""
        self.waiting.pop(sha256, None)
        self.jobs.pop(sha256, None)
        self.returning.pop(sha256, None)
        self.known.forget(sha256)
        self._forget(sha256)

    def _forget(self, sha256: str) -> None:
        self.outcomes.pop(sha256, None)
        self.misfits.pop(sha256, None)
        self._forget_work(sha256)

    def _forget_work(self, sha256: str) -> None:
        """What was made of an outcome: frames taken out, explanations of it and of these frames, the report."""
        self.report = None
        work = self.video_work.pop(sha256, VideoState())
        gone = {sha256, *(still.media.sha256 for still in work.stills.values())}
        for key in [key for key in self.explanations if key[0] in gone]:
            del self.explanations[key]
        work.drop_copy()
