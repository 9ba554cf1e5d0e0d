"""What a session holds of explanations, by face, and of the report that they go into."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from explain.types import Explanation, MapFigures, Question
from forensics.facts import Fact
from forensics.types.analysis import Box
from pages.parts.session.face_explanations import FaceKey, FaceWork
from pages.parts.session.items import CaseFields, PreparedReport, in_turn


@dataclass(slots=True, eq=False)
class Explained:
    """Explanations, case fields and the report, which is forgotten whenever one of them changes.

    turn: is held by the page that works with the session, where a browser has several of them open.
    """

    explanations: dict[FaceKey, FaceWork] = field(default_factory=dict)
    case: CaseFields = field(default_factory=CaseFields)
    report: PreparedReport | None = None
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False)

    def work_on(self, face: FaceKey) -> FaceWork:
        """What is known of a face; to be read, and written through the methods below."""
        return self.explanations.setdefault(face, FaceWork())

    @in_turn
    def keep_map(self, face: FaceKey, explanation: Explanation) -> None:
        self.work_on(face).maps[explanation.question] = explanation
        self.report = None

    @in_turn
    def keep_failure(self, face: FaceKey, question: Question, reason: Fact) -> None:
        self.work_on(face).failures[question] = reason
        self.report = None

    @in_turn
    def keep_random(self, face: FaceKey, question: Question, figures: tuple[MapFigures, ...]) -> None:
        self.work_on(face).random[question.target, question.place] = figures

    @in_turn
    def keep_place(self, face: FaceKey, place: Box) -> None:
        self.work_on(face).place = place

    @in_turn
    def choose_for_report(self, face: FaceKey, questions: tuple[Question, ...]) -> None:
        work = self.work_on(face)
        if questions != work.in_report:
            work.in_report = questions
            self.report = None

    @in_turn
    def rank(self, face: FaceKey, questions: Iterable[Question]) -> None:
        work = self.work_on(face)
        work.ranking = tuple(questions)
        work.stopped -= set(work.ranking)

    @in_turn
    def stop(self, face: FaceKey, questions: Iterable[Question]) -> None:
        """Begin no work on these questions until `go_on`; what is finished stays."""
        self.work_on(face).stopped |= set(questions)

    @in_turn
    def go_on(self) -> None:
        for work in self.explanations.values():
            work.stopped.clear()

    @in_turn
    def keep_case(self, case: CaseFields) -> None:
        if case != self.case:
            self.case = case
            self.report = None
