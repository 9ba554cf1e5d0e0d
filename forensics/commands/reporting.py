"""The report of the command line. Everything here that needs `explain` imports it when it is called."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tqdm import tqdm

from forensics.environment import versions
from forensics.errors import ExplanationError, SettingsError
from forensics.types import AnalysisResult, FailedFile

if TYPE_CHECKING:
    from explain.types import Explanation
    from forensics.detectors import Detector

MOST_FILES = 200
"""Pictures in one report. All their crops and masks are held until it is written, about 10 MB each with an overview;
and nobody signs a report of thousands of pages."""


def check_report(files: int, methods: Sequence[str]) -> None:
    """Refuse what cannot be reported before the work begins. Raises SettingsError."""
    from explain.methods import METHODS  # noqa: PLC0415

    if files > MOST_FILES:
        raise SettingsError(
            f"A report holds at most {MOST_FILES} pictures, {files} came; leave --pdf out or name fewer.",
            code="wrong_usage",
        )
    unknown = [name for name in methods if name not in METHODS]
    if unknown:
        raise SettingsError(
            f"There is no explanation {', '.join(unknown)}; there are {', '.join(METHODS)}.", code="wrong_usage"
        )


def report_pdf(
    results: tuple[AnalysisResult, ...],
    failed: tuple[FailedFile, ...],
    detector: "Detector",
    methods: Sequence[str],
    command: str,
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
        failed=failed,
        explanations=_explanations(results, detector, methods),
        versions=versions(),
        command=command,
    )
    return render_pdf(report)


def _explanations(
    results: tuple[AnalysisResult, ...], detector: "Detector", methods: Sequence[str]
) -> dict[tuple[str, int], tuple["Explanation", ...]]:
    """Every evaluated face by every method. A method that has no answer for a face is said and left out."""
    from explain.methods import explain  # noqa: PLC0415

    if not methods:
        return {}
    faces = [
        (result.media, finding)
        for result in results
        for finding in result.findings
        if finding.decision.verdict != "not evaluated"
    ]
    found = {}
    for media, finding in tqdm(faces, desc="Explaining", unit="face", file=sys.stderr, delay=1, disable=None):
        maps = []
        for method in methods:
            try:
                maps.append(explain(detector, finding, method))
            except ExplanationError as error:
                tqdm.write(f"telltale: {media.name}, face {finding.region.face_id}: {error}", file=sys.stderr)
        found[media.sha256, finding.region.face_id] = tuple(maps)
    return found
