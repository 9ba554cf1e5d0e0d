"""A report: what was found, why, by whom it was asked, and what would repeat it. It holds no layout."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import mean, stdev
from types import MappingProxyType
from typing import Any

from explain.report_document import SCHEMA
from explain.types import PIXEL_FRACTIONS, Explanation, Faithfulness, MapMetrics
from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.messages.catalogue import datetime_text
from forensics.messages.fact_document import fact_document
from forensics.messages.language import SOURCE_LANGUAGE
from forensics.types.analysis import FaceFinding, FailedFile, ImageResult
from forensics.types.model_card import DetectorCard
from forensics.types.video import VideoResult
from forensics.validation import require


@dataclass(frozen=True, slots=True, eq=False)
class ReportedVideo:
    """A video with the frames that are shown of it.

    stills: frames, each a picture of its own (forensics/analysis/stills.py), whose faces have the face_id of the
    person. Those of the persons' moments are shown as key frames, those of explained faces with their maps; without
    any, a report tells of the video in numbers alone.
    """

    result: VideoResult
    stills: tuple[ImageResult, ...] = ()

    def __post_init__(self) -> None:
        require(all(still.findings for still in self.stills), "a still shows at least one person")

    def moment(self, face_id: int, frame_index: int) -> FaceFinding | None:
        """The finding of a person in the still of a frame; None where there is no such still."""
        for still in self.stills:
            for finding in still.findings:
                if (finding.region.face_id, finding.region.frame_index) == (face_id, frame_index):
                    return finding
        return None


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """All that a report says.

    case_number, analyst, notes: as the analyst typed them, may be empty. created: date and time, in UTC or as text; the
    report never asks the clock, so that it can be written again byte for byte. explanations: by the file's SHA-256 and
    the face's id; faces without explanations are left out. versions: of the software that made the report. command:
    what repeats the analysis. Of a video, explanations belong to a still, by the still's SHA-256.
    """

    case_number: str
    analyst: str
    notes: str
    created: datetime | str
    results: tuple[ImageResult, ...]
    failed: tuple[FailedFile, ...]
    explanations: Mapping[tuple[str, int], tuple[Explanation, ...]]
    versions: Mapping[str, str]
    command: str
    videos: tuple[ReportedVideo, ...] = ()

    def __post_init__(self) -> None:
        texts = ("case_number", "analyst", "notes", "command", *(("created",) if isinstance(self.created, str) else ()))
        for name in texts:
            object.__setattr__(self, name, _writable(getattr(self, name)))
        object.__setattr__(self, "explanations", MappingProxyType(dict(self.explanations)))
        object.__setattr__(self, "versions", MappingProxyType(dict(self.versions)))
        crops = {
            (result.media.sha256, finding.region.face_id): finding.region.crop.shape[:2]
            for result in self.pictures
            for finding in result.findings
        }
        for (sha256, face_id), explanations in self.explanations.items():
            shape = crops.get((sha256, face_id))
            if shape is None:
                raise ValueError(f"explanations of face {face_id} in {sha256[:12]}…, which is not in the report")
            for explanation in explanations:
                if explanation.face_id != face_id or explanation.heat_map.shape != shape:
                    raise ValueError(
                        f"{explanation.method} must explain face {face_id} with {shape} values, got face "
                        f"{explanation.face_id} with {explanation.heat_map.shape}"
                    )

    def created_text(self, language: str | None = None) -> str:
        """language: the current one where none is given."""
        return self.created if isinstance(self.created, str) else datetime_text(self.created, language)

    @property
    def pictures(self) -> tuple[ImageResult, ...]:
        """All that has crops and masks: the pictures, then the stills of the videos."""
        return self.results + tuple(still for case in self.videos for still in case.stills)

    @property
    def cards(self) -> tuple[DetectorCard, ...]:
        """Cards of the detectors at work, each once."""
        return _each_once([*self.results, *(case.result for case in self.videos)])

    @property
    def video_cards(self) -> tuple[DetectorCard, ...]:
        """The same of those that looked at videos."""
        return _each_once([case.result for case in self.videos])

    def explanations_of(self, sha256: str, face_id: int) -> tuple[Explanation, ...]:
        """The explanations of one face, none where none were asked for."""
        return self.explanations.get((sha256, face_id), ())


def _each_once(outcomes: Sequence[ImageResult | VideoResult]) -> tuple[DetectorCard, ...]:
    return tuple({outcome.card.weights_sha256: outcome.card for outcome in outcomes}.values())


def _writable(text: str) -> str:
    """Halves of surrogate pairs, as a command line's undecodable bytes give them, cannot be written as UTF-8."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def report_json(report: Report) -> str:
    """The report as JSON text, schema `telltale.report/2` (explain/report_document.py).

    `analyses` holds one document of schema `telltale.analysis/2` for each detector and choice of settings. `stills`,
    where there are videos, says which frame of which video each picture is that is none of the files.
    """
    stills = [_still_entry(case.result, still) for case in report.videos for still in case.stills]
    failed = [file_entry(failure) for failure in report.failed]
    case = {"number": report.case_number, "analyst": report.analyst, "notes": report.notes}
    case["created"] = report.created_text(SOURCE_LANGUAGE)
    return to_json(
        {
            "schema": SCHEMA,
            "case": case,
            "command": report.command,
            "versions": dict(report.versions),
            "analyses": _analyses([*report.results, *(case.result for case in report.videos)]),
            "failed": failed,
            "explanations": [
                _explanation_entry(sha256, explanation)
                for (sha256, _), explanations in report.explanations.items()
                for explanation in explanations
            ],
        }
        | ({"stills": stills} if report.videos else {})
    )


def _still_entry(video: VideoResult, still: ImageResult) -> dict[str, Any]:
    regions = [finding.region for finding in still.findings]
    return {
        "sha256": still.media.sha256,
        "name": still.media.name,
        "video": video.video.sha256,
        "frame_index": regions[0].frame_index,
        "seconds": float(regions[0].seconds),
        "face_ids": [region.face_id for region in regions],
    }


def _analyses(results: Sequence[ImageResult | VideoResult]) -> list[dict[str, Any]]:
    groups: dict[tuple[Any, ...], list[ImageResult | VideoResult]] = {}
    for result in results:
        groups.setdefault((result.card.weights_sha256, result.settings, tuple(result.versions.items())), []).append(
            result
        )
    return [
        analysis_document(group[0].card, group[0].settings, group[0].versions, [file_entry(result) for result in group])
        for group in groups.values()
    ]


def _explanation_entry(sha256: str, explanation: Explanation) -> dict[str, Any]:
    """The map itself stays out: it is a picture's worth of numbers, and the command repeats it. So do the seconds it
    took, which are never the same twice."""
    question, faithfulness = explanation.question, explanation.faithfulness
    return {
        "sha256": sha256,
        "face_id": explanation.face_id,
        "method": question.method,
        "target": question.target,
        "baseline": question.baseline,
        "seed": question.seed,
        "place": question.place and list(question.place),
        "sum_for": float(explanation.heat_map.clip(min=0).sum(dtype=float)),
        "sum_against": float(explanation.heat_map.clip(max=0).sum(dtype=float)),
        "faithfulness": faithfulness and _faithfulness_entry(faithfulness),
    }


def _faithfulness_entry(faithfulness: Faithfulness) -> dict[str, Any]:
    """The figures of the map, then the same of those that it is judged by."""
    random = [_figures_entry(figures) for figures in faithfulness.random]
    return {
        "trust": faithfulness.trust,
        "reason": fact_document(faithfulness.reason),
        "shares": list(PIXEL_FRACTIONS),
        **_figures_entry(faithfulness.figures),
        "max_sensitivity": _rounded(faithfulness.max_sensitivity),
        "rank_correlation": _rounded(faithfulness.rank_correlation),
        "random": {"maps": len(random), "mean": _summary(random, mean), "sd": _summary(random, stdev)},
        "randomised": faithfulness.randomised and _figures_entry(faithfulness.randomised),
    }


def _figures_entry(figures: MapMetrics) -> dict[str, Any]:
    agreement = figures.agreement
    return {
        "deletion": {"curve": [_rounded(value) for value in figures.deletion], "area": _rounded(figures.deletion_area)},
        "insertion": {
            "curve": [_rounded(value) for value in figures.insertion],
            "area": _rounded(figures.insertion_area),
        },
        "road": _rounded(figures.road),
        "infidelity": _rounded(figures.infidelity),
        "sparseness": _rounded(figures.sparseness),
        "agreement": agreement
        and {
            "energy": _rounded(agreement.energy),
            "mask_share": _rounded(agreement.mask_share),
            "pointing_hit": agreement.pointing_hit,
            "iou": _rounded(agreement.iou),
        },
    }


def _summary(entries: Sequence[Any], of: Callable[[Sequence[float]], float]) -> Any:
    """One entry that holds, in place of each number, the mean or the spread of that number in all entries."""
    first = entries[0]
    if isinstance(first, dict):
        return {name: _summary([entry[name] for entry in entries], of) for name in first}
    if isinstance(first, list):
        return [_summary(values, of) for values in zip(*entries, strict=True)]
    return None if first is None else _rounded(of(entries))


def _rounded(value: float | None) -> float | None:
    """Four significant digits: the last ones hang on the order in which a processor adds."""
    return None if value is None else float(f"{value:.4g}")
