"""The report of the command line. Everything here that needs `explain` imports it when it is called."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from tqdm import tqdm

from forensics.cli.console import say
from forensics.error_codes import SettingsCode
from forensics.errors import ExplanationError, SettingsError
from forensics.messages.catalogue import text
from forensics.messages.fact_document import said
from forensics.types.analysis import AnalysisResult, Box, FaceFinding, FailedFile, Verdict
from forensics.versions import versions

if TYPE_CHECKING:
    from explain.report import VideoCase
    from explain.types import Explanation, MapFigures, Question
    from forensics.detectors.registry import Detector

MOST_FILES = 200
"""Pictures and videos in one report. All their crops and masks are held until it is written, about 10 MB for a picture
with its overview; and nobody signs a report of thousands of pages."""


def check_length(files: int) -> None:
    """Refuse too long a report before the work begins. Raises SettingsError."""
    if files > MOST_FILES:
        raise SettingsError(SettingsCode.REPORT_TOO_LONG, most=MOST_FILES, files=files)


def questions_of(asked: Sequence[str]) -> tuple["Question", ...]:
    """Each METHOD or METHOD:TARGET as a question, none twice. Refuses unknown ones before the work begins.

    Raises SettingsError.
    """
    from explain.methods import check_question  # noqa: PLC0415
    from explain.types import Question  # noqa: PLC0415

    questions = {}
    for words in asked:
        method, _, target = (part.strip() for part in words.partition(":"))
        if target == "region":
            raise SettingsError(SettingsCode.REGION_NOT_DRAWN)
        question = Question(method, target) if target else Question(method)
        try:
            check_question(question)
        except ExplanationError as error:
            raise SettingsError(SettingsCode.WRONG_EXPLANATION, because=error.fact) from error
        questions[question] = None
    return tuple(questions)


def report_pdf(
    results: tuple[AnalysisResult, ...],
    videos: tuple["VideoCase", ...],
    failed: tuple[FailedFile, ...],
    explanations: Mapping[tuple[str, int], tuple["Explanation", ...]],
    command: str,
    data_file: bytes | None = None,
) -> bytes:
    """The report as PDF. Its date is left blank, to be filled in by who signs: so the same command on the same files
    writes the same bytes, which is how a report is verified.
    """
    from explain.pdf import render_pdf  # noqa: PLC0415
    from explain.report import Report  # noqa: PLC0415

    report = Report(
        case_number="",
        analyst="",
        notes="",
        created="",
        results=results,
        videos=videos,
        failed=failed,
        explanations=explanations,
        versions=versions(),
        command=command,
    )
    return render_pdf(report, data_file)


def explain_faces(
    result: AnalysisResult, detector: "Detector", questions: Sequence["Question"]
) -> dict[int, tuple["Explanation", ...]]:
    """The answers to all questions about every evaluated face, with their faithfulness. A method that has no answer for
    a face is said and left out."""
    faces = [finding for finding in result.findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    found = {}
    total = len(faces) * len(questions)
    words = {"desc": text("cli-explaining"), "unit": text("cli-map")}
    with tqdm(total=total, **words, file=sys.stderr, delay=1, disable=None, leave=False) as bar:
        for finding in faces:
            maps = []
            answer = _answers(detector, finding)
            for question in questions:
                try:
                    maps.append(answer(question))
                except ExplanationError as error:
                    name, face_id = result.media.name, finding.region.face_id
                    say(text("cli-face-of", name=name, face=face_id, reason=str(error)))
                bar.update()
            found[finding.region.face_id] = tuple(maps)
    return found


def _answers(detector: "Detector", finding: FaceFinding) -> Callable[["Question"], "Explanation"]:
    """Answers questions about one face. The maps drawn at random are measured once a target."""
    from explain.faithfulness import assess, random_figures  # noqa: PLC0415
    from explain.methods import explain  # noqa: PLC0415

    random: dict[str, tuple[MapFigures, ...]] = {}

    def answer(question: "Question") -> "Explanation":
        explanation = explain(detector, finding, question)
        if question.target not in random:
            random[question.target] = random_figures(detector, finding, question)
        return assess(detector, finding, explanation, random[question.target])

    return answer


def peak_entry(explanation: "Explanation", crop_box: Box) -> dict:
    """An explanation in the JSON: its method, its target, where in the picture its map is highest, in pixels, and how
    far it can be trusted; null where that was not measured."""
    y, x = np.unravel_index(int(explanation.heat_map.argmax()), explanation.heat_map.shape)
    faithfulness = explanation.faithfulness
    return {
        "method": explanation.method,
        "target": explanation.target,
        "peak": [int(x) + crop_box.left, int(y) + crop_box.top],
        "trust": faithfulness and faithfulness.trust,
        "reason": faithfulness and said(faithfulness.reason),
    }
