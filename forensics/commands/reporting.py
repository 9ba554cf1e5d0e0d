"""The report of the command line. Everything here that needs `explain` imports it when it is called."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from tqdm import tqdm

from forensics.environment import versions
from forensics.errors import ExplanationError, SettingsError
from forensics.types import AnalysisResult, Box, FailedFile

if TYPE_CHECKING:
    from explain.types import Explanation
    from forensics.detectors import Detector

MOST_FILES = 200
"""Pictures in one report. All their crops and masks are held until it is written, about 10 MB each with an overview;
and nobody signs a report of thousands of pages."""


def check_length(files: int) -> None:
    """Refuse too long a report before the work begins. Raises SettingsError."""
    if files > MOST_FILES:
        raise SettingsError(
            f"A report holds at most {MOST_FILES} pictures, {files} came; leave --pdf out or name fewer.",
            code="wrong_usage",
        )


def check_methods(methods: Sequence[str]) -> None:
    """Refuse unknown explanations before the work begins. Raises SettingsError."""
    from explain.methods import METHODS  # noqa: PLC0415

    unknown = [name for name in methods if name not in METHODS]
    if unknown:
        raise SettingsError(
            f"There is no explanation {', '.join(unknown)}; there are {', '.join(METHODS)}.", code="wrong_usage"
        )


def report_pdf(
    results: tuple[AnalysisResult, ...],
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
        failed=failed,
        explanations=explanations,
        versions=versions(),
        command=command,
    )
    return render_pdf(report, data_file)


def explain_faces(
    result: AnalysisResult, detector: "Detector", methods: Sequence[str]
) -> dict[int, tuple["Explanation", ...]]:
    """Every evaluated face by every method. A method that has no answer for a face is said and left out."""
    from explain.methods import explain  # noqa: PLC0415

    faces = [finding for finding in result.findings if finding.decision.verdict != "not evaluated"]
    found = {}
    for finding in tqdm(faces, desc="Explaining", unit="face", file=sys.stderr, delay=1, disable=None, leave=False):
        maps = []
        for method in methods:
            try:
                maps.append(explain(detector, finding, method))
            except ExplanationError as error:
                name, face_id = result.media.name, finding.region.face_id
                tqdm.write(f"telltale: {name}, face {face_id}: {error}", file=sys.stderr)
        found[finding.region.face_id] = tuple(maps)
    return found


def peak_entry(explanation: "Explanation", crop_box: Box) -> dict:
    """An explanation in the JSON: its method, its target, and where in the picture its map is highest, in pixels."""
    y, x = np.unravel_index(int(explanation.heat_map.argmax()), explanation.heat_map.shape)
    peak = [int(x) + crop_box.left, int(y) + crop_box.top]
    return {"method": explanation.method, "target": explanation.target, "peak": peak}
