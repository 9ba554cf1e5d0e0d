"""What one analyst's browser session holds: the only place that touches `st.session_state`.

Keeping a stage forgets every later one, so that an old explanation never stands beside a new file:

    received → outcomes → explanations → report
"""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import streamlit as st

from explain.types import Explanation, MapFigures, Question
from forensics.names import shown_name
from forensics.types import AnalysisResult, AnalysisSettings, Box, FailedFile, Outcome
from pages.parts.face_work import FaceKey, FaceWork

FILE_KEY, FACE_KEY, SECOND_KEY = "chosen_file", "chosen_face", "second_face"
"""Widgets that choose a file, a face and one to compare with use these keys on every page, so that the choice stays."""

INSIDE_KEY = "inside_app"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived and was not looked at yet. name: text to show, never a path."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseFields:
    """What the analyst writes into the report."""

    number: str = ""
    analyst: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class PreparedReport:
    """A finished report, its two files, as the analyst takes them away."""

    pdf: bytes = field(repr=False)
    json: bytes = field(repr=False)


@dataclass(slots=True)
class Session:
    """The work of one analyst. Files are known by the SHA-256 of their bytes, in the order in which they came."""

    settings: AnalysisSettings = field(default_factory=AnalysisSettings)
    waiting: dict[str, Upload] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    explanations: dict[FaceKey, FaceWork] = field(default_factory=dict)
    case: CaseFields = field(default_factory=CaseFields)
    report: PreparedReport | None = None
    uploads_taken: int = 0
    repeated: tuple[str, ...] = ()
    """Names of files in the latest delivery that were there already."""
    in_hand: str | None = None
    """The file that is being analysed."""

    @property
    def results(self) -> dict[str, AnalysisResult]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, AnalysisResult)}

    @property
    def failed(self) -> dict[str, FailedFile]:
        return {key: outcome for key, outcome in self.outcomes.items() if isinstance(outcome, FailedFile)}

    def receive(self, uploads: list[Upload]) -> None:
        """Put new files in line; those whose bytes are known already are only named in `repeated`."""
        repeated = []
        for upload in uploads:
            sha256 = hashlib.sha256(upload.content).hexdigest()
            if sha256 in self.outcomes or sha256 in self.waiting:
                repeated.append(upload.name)
            else:
                self.waiting[sha256] = Upload(shown_name(upload.name), upload.content)
        self.repeated = tuple(shown_name(name) for name in repeated)
        self.uploads_taken += 1

    def keep_outcome(self, sha256: str, outcome: Outcome) -> None:
        """Keep what the analysis of a waiting file gave; what was built on an earlier outcome is forgotten."""
        self.in_hand = None
        self.waiting.pop(sha256, None)
        self.outcomes[sha256] = outcome
        self._forget_explanations(sha256)

    def give_up(self) -> bool:
        """After a fault in the program: note the file in hand as failed, so that the others get their turn.

        Returns whether there was one.
        """
        upload = self.waiting.get(self.in_hand)
        if upload is not None:
            message = "A fault in Telltale stopped the analysis of this file; the log says where. The file is unharmed."
            self.keep_outcome(self.in_hand, FailedFile(upload.name, "fault", message, self.in_hand))
        return upload is not None

    def work_on(self, face: FaceKey) -> FaceWork:
        """What is known of a face; to be read, and written through the methods below."""
        return self.explanations.setdefault(face, FaceWork())

    def keep_map(self, face: FaceKey, explanation: Explanation) -> None:
        self.work_on(face).maps[explanation.question] = explanation
        self.report = None

    def keep_failure(self, face: FaceKey, question: Question, reason: str) -> None:
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
        """Put every analysed file in line again. Files that could not be read would fail again and stay as they are."""
        if settings == self.settings:
            return
        self.settings = settings
        for sha256, result in self.results.items():
            self.waiting[sha256] = Upload(result.media.name, result.media.content)
            self._forget_explanations(sha256)
            del self.outcomes[sha256]

    def remove(self, sha256: str) -> None:
        self.waiting.pop(sha256, None)
        self.outcomes.pop(sha256, None)
        self._forget_explanations(sha256)

    def remove_failed(self) -> None:
        for sha256 in self.failed:
            self.remove(sha256)

    def remove_all(self) -> None:
        """Forget every file; settings and case fields stay."""
        for sha256 in [*self.waiting, *self.outcomes]:
            self.remove(sha256)
        self.repeated = ()

    def _forget_explanations(self, sha256: str) -> None:
        self.report = None
        for key in [key for key in self.explanations if key[0] == sha256]:
            del self.explanations[key]


def current() -> Session:
    """The session of the browser tab that runs this script; a fresh one at the first call."""
    return st.session_state.setdefault("telltale", Session())


@contextmanager
def inside_app() -> Iterator[None]:
    """Around a page that app.py runs."""
    st.session_state[INSIDE_KEY] = True
    try:
        yield
    finally:
        st.session_state[INSIDE_KEY] = False


def is_inside_app() -> bool:
    return st.session_state.get(INSIDE_KEY, False)


def choose(sha256: str, face_id: int | None = None) -> None:
    """Choose a file, and a face in it, for all pages. To be called before their widgets are drawn: from a callback."""
    st.session_state[FILE_KEY] = sha256
    if face_id is not None:
        st.session_state[FACE_KEY] = face_id


def forget_face() -> None:
    """Another file was chosen: the face with the highest score of that one is shown first."""
    st.session_state.pop(FACE_KEY, None)


def put_into_panel(number: int, method: str, target: str) -> None:
    """Show a method in a panel. From a callback, as `choose`."""
    st.session_state[panel_key(number)] = method
    st.session_state[target_key(number)] = target


def panel_key(number: int) -> str:
    """Of the widget that chooses what a panel shows."""
    return f"panel_{number}"


def target_key(number: int) -> str:
    """Of the widget that chooses what a panel's method explains."""
    return f"panel_{number}_target"


def drop_stale_choice(key: str, options: list) -> None:
    """Forget a choice that is no longer offered, so that its widget starts anew."""
    if key in st.session_state and st.session_state[key] not in options:
        del st.session_state[key]
