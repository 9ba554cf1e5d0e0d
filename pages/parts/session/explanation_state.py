"""What a session holds of explanations, by face, and of the report that they go into."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field

from explain.types import Explanation, ExplanationRequest, MapMetrics
from forensics.facts import Fact
from forensics.types.analysis import Box
from pages.parts.session.face_explanations import FaceExplanations, FaceKey
from pages.parts.session.items import CaseFields, PreparedReport, one_at_a_time


@dataclass(slots=True, eq=False)
class ExplanationState:
    """Explanations, case fields and the report, which is forgotten whenever one of them changes.

    turn: is held by the page that works with the session, where a browser has several of them open.
    """

    explanations: dict[FaceKey, FaceExplanations] = field(default_factory=dict)
    case: CaseFields = field(default_factory=CaseFields)
    report: PreparedReport | None = None
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False)

    def face_explanations(self, face: FaceKey) -> FaceExplanations:
        """What is known of a face; to be read, and written through the methods below."""
        return self.explanations.setdefault(face, FaceExplanations())

    @one_at_a_time
    def store_map(self, face: FaceKey, explanation: Explanation) -> None:
        self.face_explanations(face).maps[explanation.question] = explanation
        self.report = None

    @one_at_a_time
    def store_failure(self, face: FaceKey, question: ExplanationRequest, reason: Fact) -> None:
        self.face_explanations(face).failures[question] = reason
        self.report = None

    @one_at_a_time
    def store_random_maps(self, face: FaceKey, question: ExplanationRequest, figures: tuple[MapMetrics, ...]) -> None:
        self.face_explanations(face).random[question.target, question.place] = figures

    @one_at_a_time
    def store_region(self, face: FaceKey, place: Box) -> None:
        self.face_explanations(face).place = place

    @one_at_a_time
    def choose_for_report(self, face: FaceKey, questions: tuple[ExplanationRequest, ...]) -> None:
        work = self.face_explanations(face)
        if questions != work.in_report:
            work.in_report = questions
            self.report = None

    @one_at_a_time
    def store_ranking(self, face: FaceKey, questions: Iterable[ExplanationRequest]) -> None:
        work = self.face_explanations(face)
        work.ranking = tuple(questions)
        work.stopped -= set(work.ranking)

    @one_at_a_time
    def pause(self, face: FaceKey, questions: Iterable[ExplanationRequest]) -> None:
        """Begin no work on these questions until `resume`; what is finished stays."""
        self.face_explanations(face).stopped |= set(questions)

    @one_at_a_time
    def resume(self) -> None:
        for work in self.explanations.values():
            work.stopped.clear()

    @one_at_a_time
    def store_case_field(self, case: CaseFields) -> None:
        if case != self.case:
            self.case = case
            self.report = None
