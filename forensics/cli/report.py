"""The report of the command line. Everything here that needs `explain` imports it when it is called."""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from tqdm import tqdm

from forensics.cli.console import log
from forensics.error_codes import SettingsCode
from forensics.errors import ExplanationError, SettingsError
from forensics.messages.catalogue import text
from forensics.messages.fact_document import fact_document
from forensics.types.analysis import Box, FaceFinding, FailedFile, ImageResult, Verdict
from forensics.versions import software_versions

if TYPE_CHECKING:
    from explain.report import ReportedVideo
    from explain.types import Explanation, ExplanationRequest, MapMetrics
    from forensics.detectors.registry import Detector

MAX_FILES = 200
"""Pictures and videos in one report. All their crops and masks are held until it is written, about 10 MB for a picture
with its overview; and nobody signs a report of thousands of pages."""


def check_report_length(files: int) -> None:
    """Refuse too long a report before the work begins. Raises SettingsError."""
    if files > MAX_FILES:
        raise SettingsError(SettingsCode.REPORT_TOO_LONG, most=MAX_FILES, files=files)


def parse_explain_option(asked: Sequence[str]) -> tuple["ExplanationRequest", ...]:
    """Each METHOD or METHOD:TARGET as a question, none twice. Refuses unknown ones before the work begins.

    Raises SettingsError.
    """
    from explain.methods import check_question  # noqa: PLC0415
    from explain.types import ExplanationRequest  # noqa: PLC0415

    questions: dict[ExplanationRequest, None] = {}
    for words in asked:
        method, _, target = (part.strip() for part in words.partition(":"))
        if target == "region":
            raise SettingsError(SettingsCode.REGION_NOT_DRAWN)
        question = ExplanationRequest(method, target) if target else ExplanationRequest(method)
        try:
            check_question(question)
        except ExplanationError as error:
            raise SettingsError(SettingsCode.WRONG_EXPLANATION, because=error.fact) from error
        questions[question] = None
    return tuple(questions)


def report_pdf(
    results: tuple[ImageResult, ...],
    videos: tuple["ReportedVideo", ...],
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
        versions=software_versions(),
        command=command,
    )
    return render_pdf(report, data_file)


def explain_faces(
    result: ImageResult, detector: "Detector", questions: Sequence["ExplanationRequest"]
) -> dict[int, tuple["Explanation", ...]]:
    """The answers to all questions about every evaluated face, with their faithfulness. A method that has no answer for
    a face is said and left out."""
    faces = [finding for finding in result.findings if finding.decision.verdict != Verdict.NOT_EVALUATED]
    found = {}
    total = len(faces) * len(questions)
    said, unit = text("cli-explaining"), text("cli-map")
    with tqdm(total=total, desc=said, unit=unit, file=sys.stderr, delay=1, disable=None, leave=False) as bar:
        for finding in faces:
            maps = []
            answer = _explainer(detector, finding)
            for question in questions:
                try:
                    maps.append(answer(question))
                except ExplanationError as error:
                    name, face_id = result.media.name, finding.region.face_id
                    log(text("cli-face-of", name=name, face=face_id, reason=str(error)))
                bar.update()
            found[finding.region.face_id] = tuple(maps)
    return found


def _explainer(detector: "Detector", finding: FaceFinding) -> Callable[["ExplanationRequest"], "Explanation"]:
    """Answers questions about one face. The maps drawn at random are measured once a target."""
    from explain.faithfulness import assess_faithfulness, random_map_metrics  # noqa: PLC0415
    from explain.methods import explain  # noqa: PLC0415

    random: dict[str, tuple[MapMetrics, ...]] = {}

    def answer(question: "ExplanationRequest") -> "Explanation":
        explanation = explain(detector, finding, question)
        if question.target not in random:
            random[question.target] = random_map_metrics(detector, finding, question)
        return assess_faithfulness(detector, finding, explanation, random[question.target])

    return answer


def peak_entry(explanation: "Explanation", crop_box: Box) -> dict[str, Any]:
    """An explanation in the JSON: its method, its target, where in the picture its map is highest, in pixels, and how
    far it can be trusted; null where that was not measured."""
    y, x = np.unravel_index(int(explanation.heat_map.argmax()), explanation.heat_map.shape)
    faithfulness = explanation.faithfulness
    return {
        "method": explanation.method,
        "target": explanation.target,
        "peak": [int(x) + crop_box.left, int(y) + crop_box.top],
        "trust": faithfulness and faithfulness.trust,
        "reason": faithfulness and fact_document(faithfulness.reason),
    }
