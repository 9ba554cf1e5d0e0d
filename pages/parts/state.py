"""The work of one analyst, in memory.

Keeping a stage forgets every later one, so that an old explanation never stands beside a new file:

    received → outcomes → stills → explanations → report
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import uuid4

from explain.types import Explanation, MapFigures, Question
from forensics.error_codes import FailureCode
from forensics.facts import Fact
from forensics.names import shown_name
from forensics.outcomes import Outcome
from forensics.reference_faces import Misfitting, misfits_of, with_those
from forensics.references import References
from forensics.types import AnalysisResult, AnalysisSettings, Box, FailedFile
from forensics.video.job import Job
from forensics.video.types import SampledFrame, VideoResult
from pages.parts.face_work import FaceKey, FaceWork
from pages.parts.held import CaseFields, PreparedReport, StoredVideo, Upload, VideoWork
from pages.parts.known import KnownUntouched

MOST_STILLS = 8
"""Frames of a video that are held without being explained. One of 1080 lines takes up to 15 MB with its faces."""


@dataclass(slots=True)
class Session:
    """The work of one analyst. Files are known by the SHA-256 of their bytes, in the order in which they came."""

    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    known: KnownUntouched = field(default_factory=KnownUntouched)
    references: References | None = None
    """Those with which everything here is decided: `known`, as it was when it was last settled."""
    waiting: dict[str, Upload | StoredVideo] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    """Of the videos that were begun, kept with what came of them."""
    abandoned: list[Job] = field(default_factory=list)
    """Analyses that are waited for no more: other settings were chosen."""
    stored: dict[str, StoredVideo] = field(default_factory=dict)
    """What lies on disk for this session."""
    removed: list[str] = field(default_factory=list)
    """SHA-256 of videos of which nothing needs to stay on disk for this session."""
    watcher: str = field(default_factory=lambda: uuid4().hex)
    """Tells this session from others that watch the same analysis."""
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    misfits: dict[str, tuple[Misfitting, ...]] = field(default_factory=dict)
    """Of each outcome: the references that may be none for it."""
    video_work: dict[str, VideoWork] = field(default_factory=dict)
    explanations: dict[FaceKey, FaceWork] = field(default_factory=dict)
    case: CaseFields = field(default_factory=CaseFields)
    report: PreparedReport | None = None
    uploads_taken: int = 0
    repeated: tuple[str, ...] = ()
    """Names of files in the latest delivery that were there already."""
    in_hand: str | None = None
    """The file that is being analysed."""

    @property
    def in_work(self) -> dict[str, Job]:
        """Analyses of videos that run beside the page, wait to, or were stopped before anything was found."""
        return {key: job for key, job in self.jobs.items() if key not in self.outcomes}

    @property
    def results(self) -> dict[str, AnalysisResult]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, AnalysisResult)}

    @property
    def videos(self) -> dict[str, VideoResult]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, VideoResult)}

    @property
    def failed(self) -> dict[str, FailedFile]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, FailedFile)}

    @property
    def stills(self) -> dict[str, AnalysisResult]:
        """Frames taken out of videos, by the SHA-256 of each as a picture of its own."""
        every = (still for work in self.video_work.values() for still in work.stills.values())
        return {still.media.sha256: still for still in every}

    @property
    def pictures(self) -> dict[str, AnalysisResult]:
        """All whose faces can be explained."""
        return self.results | self.stills

    @property
    def relatives(self) -> dict[str, list[str]]:
        """Of each video its frames, the latest taken out first, and of each frame its video."""
        found: dict[str, list[str]] = {}
        for sha256, work in self.video_work.items():
            found[sha256] = [still.media.sha256 for still in reversed(work.stills.values())]
            found |= {frame: [sha256] for frame in found[sha256]}
        return found

    def receive(self, uploads: Iterable[Upload | StoredVideo]) -> None:
        """Put new files in line, and videos that failed; others that are known already are only named in `repeated`."""
        self.repeated = ()
        for upload in uploads:
            known = self.outcomes.keys() | self.jobs.keys() | self.waiting.keys()
            sha256, named = upload.sha256, replace(upload, name=shown_name(upload.name))
            if isinstance(upload, StoredVideo) and (sha256 in self.failed or sha256 not in known):
                self.stored[sha256] = named
                self.put_in_line(sha256)
            elif sha256 in known:
                self.repeated += (named.name,)
            else:
                self.waiting[sha256] = named
        self.uploads_taken += 1

    def refuse(self, failed: FailedFile) -> None:
        """A file that was not even taken in."""
        self.keep_outcome(failed.sha256, replace(failed, name=shown_name(failed.name)))

    def begin(self, sha256: str, job: Job) -> None:
        """A waiting video is analysed from now on, beside the page."""
        self.waiting.pop(sha256, None)
        self.stored.setdefault(sha256, StoredVideo.of(job.video))
        self.jobs[sha256] = job

    def keep_outcome(self, sha256: str, outcome: Outcome) -> None:
        """Keep what the analysis of a waiting file gave; what was built on an earlier outcome is forgotten."""
        self.in_hand = None
        self.waiting.pop(sha256, None)
        self._decide(sha256, outcome)
        self._forget_work(sha256)

    @property
    def questioned(self) -> set[str]:
        """SHA-256 of all files that are, or will be, analysed."""
        return {*self.outcomes, *self.waiting, *self.jobs}

    def settle_references(self) -> None:
        """Decide everything again where what is known to be untouched has changed. What was analysed and explained
        stays; the report and marked copies of videos tell of the old decisions and go."""
        references = self.known.references(self.outcomes, self.questioned)
        if references == self.references:
            return
        self.references, self.report = references, None
        for sha256, outcome in list(self.outcomes.items()):
            self._decide(sha256, outcome)
        for work in self.video_work.values():
            work.stills = {index: self._decided(still) for index, still in work.stills.items()}
            _unlink(work)

    def _decide(self, sha256: str, outcome: Outcome) -> None:
        decided = self.outcomes[sha256] = self._decided(outcome)
        self.misfits[sha256] = () if isinstance(decided, FailedFile) else misfits_of(decided)

    def _decided(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, FailedFile) or (self.references is None and outcome.references is None):
            return outcome
        return with_those(outcome, self.references)

    def give_up(self) -> bool:
        """After a fault in the program: note the file in hand as failed, so that the others get their turn.

        Returns whether there was one.
        """
        upload = self.waiting.get(self.in_hand)
        if upload is not None:
            self.keep_outcome(self.in_hand, FailedFile(upload.name, Fact(FailureCode.FAULT), self.in_hand))
        return upload is not None

    def work_on_video(self, sha256: str) -> VideoWork:
        """What was chosen and made for a video; to be read, and written through the methods below."""
        return self.video_work.setdefault(sha256, VideoWork())

    def look_at(self, sha256: str, frame: SampledFrame) -> None:
        """Choose a moment of a video."""
        self.work_on_video(sha256).moment = frame

    def keep_still(self, sha256: str, frame: SampledFrame, still: AnalysisResult) -> None:
        """Keep a frame taken out of a video; of those without an explanation only the latest stay."""
        stills = self.work_on_video(sha256).stills
        stills.pop(frame.index, None)
        explained = {picture for picture, _ in self.explanations}
        bare = [index for index, held in stills.items() if held.media.sha256 not in explained]
        for index in bare[: max(0, len(bare) + 1 - MOST_STILLS)]:
            del stills[index]
        stills[frame.index] = self._decided(still)

    def keep_annotated(self, sha256: str, path: Path) -> None:
        self.work_on_video(sha256).annotated = path

    def work_on(self, face: FaceKey) -> FaceWork:
        """What is known of a face; to be read, and written through the methods below."""
        return self.explanations.setdefault(face, FaceWork())

    def keep_map(self, face: FaceKey, explanation: Explanation) -> None:
        self.work_on(face).maps[explanation.question] = explanation
        self.report = None

    def keep_failure(self, face: FaceKey, question: Question, reason: Fact) -> None:
        self.work_on(face).failures[question] = reason
        self.report = None

    def keep_random(self, face: FaceKey, question: Question, figures: tuple[MapFigures, ...]) -> None:
        self.work_on(face).random[question.target, question.place] = figures

    def keep_place(self, face: FaceKey, place: Box) -> None:
        self.work_on(face).place = place

    def choose_for_report(self, face: FaceKey, questions: tuple[Question, ...]) -> None:
        work = self.work_on(face)
        if questions != work.in_report:
            work.in_report = questions
            self.report = None

    def rank(self, face: FaceKey, questions: Iterable[Question]) -> None:
        work = self.work_on(face)
        work.ranking = tuple(questions)
        work.stopped -= set(work.ranking)

    def stop(self, face: FaceKey, questions: Iterable[Question]) -> None:
        """Begin no work on these questions until `go_on`; what is finished stays."""
        self.work_on(face).stopped |= set(questions)

    def go_on(self) -> None:
        for work in self.explanations.values():
            work.stopped.clear()

    def keep_case(self, case: CaseFields) -> None:
        if case != self.case:
            self.case = case
            self.report = None

    def change_settings(self, settings: AnalysisSettings) -> None:
        """Put every file that they concern in line again but those that failed or were cancelled."""
        before, self.settings = self.settings, settings
        if settings != before:
            self.known.settings_changed(found_otherwise=settings.faces != before.faces)
        if replace(settings, sample_fps=before.sample_fps) != before:
            for sha256, result in self.results.items():
                self.waiting[sha256] = Upload(result.media.name, result.media.content)
                self._forget(sha256)
        if settings != before:
            for sha256, job in [(key, self.jobs[key]) for key in self.videos | self.in_work]:
                job.left = job.cancelled and job.state != "done"
                self._forget(sha256)
                if not job.left:
                    self.abandoned.append(job)
                    self.put_in_line(sha256)

    def put_in_line(self, sha256: str) -> None:
        """Have a video analysed further, or anew."""
        self.jobs.pop(sha256, None)
        self.waiting[sha256] = self.stored[sha256]
        self._forget(sha256)

    def remove(self, sha256: str) -> None:
        self.waiting.pop(sha256, None)
        self.jobs.pop(sha256, None)
        self.known.forget(sha256)
        self._forget(sha256)
        self.leave_storage(sha256)

    def leave_storage(self, sha256: str) -> None:
        """What lies on disk of a file is not needed here any more."""
        if self.stored.pop(sha256, None) is not None:
            self.removed.append(sha256)

    def remove_failed(self) -> None:
        for sha256 in self.failed:
            self.remove(sha256)

    def remove_all(self) -> None:
        """Forget every file; settings, case fields and reference pictures stay."""
        for sha256 in [*self.waiting, *self.jobs, *self.outcomes]:
            self.remove(sha256)
        self.repeated = ()

    def _forget(self, sha256: str) -> None:
        self.outcomes.pop(sha256, None)
        self.misfits.pop(sha256, None)
        self._forget_work(sha256)

    def _forget_work(self, sha256: str) -> None:
        """What was made of an outcome: frames taken out, explanations of it and of these frames, the report."""
        self.report = None
        work = self.video_work.pop(sha256, VideoWork())
        gone = {sha256, *(still.media.sha256 for still in work.stills.values())}
        for key in [key for key in self.explanations if key[0] in gone]:
            del self.explanations[key]
        _unlink(work)


def _unlink(work: VideoWork) -> None:
    """The marked copy of a video."""
    if work.annotated is not None:
        work.annotated.unlink(missing_ok=True)
        work.annotated = None
