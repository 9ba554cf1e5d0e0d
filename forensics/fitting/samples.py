"""What a detector says of the samples: kept beside them, so that new weights are compared with what was said before."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from forensics.analysis.image import analyze_image
from forensics.analysis.video import analyze_video
from forensics.detectors.registry import Detector
from forensics.export.image_document import file_entry
from forensics.faces.detection import iou
from forensics.io.atomic_write import atomic_write
from forensics.measurements.metrics import Metric
from forensics.media.image import probe_image
from forensics.media.video.decoding_process import probe
from forensics.types.analysis import AnalysisSettings, Box, Verdict
from forensics.types.model_card import DetectorCard, Measurement

COMMAND = "python -m forensics benchmark samples"
DATA = "samples"
SAMPLES_FOLDER = Path(__file__).parents[2] / "sample_media"
FINDINGS_FILE = SAMPLES_FOLDER / "findings.json"
SCHEMA = "telltale.sample-findings/1"

MATCH_IOU = 0.5
"""Intersection over union from which a face found is the one of the manifest."""

SIGNS, NO_SIGNS, NOT_FOUND = Verdict.SIGNS, Verdict.NO_SIGNS, "not found"


@dataclass(frozen=True, slots=True)
class SampleFinding:
    """One face of a sample picture, or one person of a sample video, as the JSON document of an analysis has it.

    face: its number in the manifest; one that the manifest does not know has a higher number. manipulated: what the
    manifest says, None where it does not know the face. verdict: NOT_FOUND for a face of the manifest that was not
    found. reason: its code. spans: start and end, in seconds, of those with signs; of videos alone.
    """

    file: str
    face: int
    manipulated: bool | None
    verdict: str
    reason: str | None = None
    leaning: str | None = None
    fake_score: float | None = None
    likelihood_ratio: float | None = None
    spans: tuple[tuple[float, float], ...] = ()


def run_samples(detector: Detector, folder: Path = SAMPLES_FOLDER, digits: int = 4) -> list[SampleFinding]:
    """Every sample of the manifest through the product's own path; numbers have that many digits after the point.

    Raises MediaError where a sample cannot be analyzed, OSError where it is not there.
    """
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    settings = AnalysisSettings(detector=detector.card.name)
    found: list[SampleFinding] = []
    for sample in manifest["samples"]:
        content = (folder / sample["file"]).read_bytes()
        entry = file_entry(analyze_image(probe_image(content, sample["file"]), settings, detector))
        known = [(face["face_id"], face["box"], face["manipulated"]) for face in sample["faces"]]
        found += sample_findings(sample["file"], known, [(face, face["box"]) for face in entry["faces"]], digits)
    for sample in manifest["videos"]:
        path = folder / sample["file"]
        video = probe(path, path.name, hashlib.sha256(path.read_bytes()).hexdigest())
        entry = file_entry(analyze_video(video, settings, detector))
        known = [(person["face_id"], person["first_box"], bool(person["manipulated"])) for person in sample["people"]]
        first = {face["face_id"]: face["box"] for face in reversed(entry["faces"])}
        people = [(track, first[track["face_id"]]) for track in entry["tracks"]]
        found += sample_findings(sample["file"], known, people, digits)
    return found


def sample_findings(
    file: str,
    known: Sequence[tuple[int, list[int], bool]],
    found: Iterable[tuple[dict[str, Any], list[int]]],
    digits: int,
) -> list[SampleFinding]:
    """The findings of a file in the order of their numbers. known: number, box and truth of the manifest's faces.
    found: entries of the JSON document, each with the box where it was seen first."""
    missing, rows = list(known), []
    number = max((face for face, _, _ in known), default=0)
    for entry, box in found:
        shares = [iou(Box(*box), Box(*other)) for _, other, _ in missing]
        if shares and max(shares) >= MATCH_IOU:
            face, _, manipulated = missing.pop(shares.index(max(shares)))
        else:
            number += 1
            face, manipulated = number, None
        rows.append(_finding(file, face, manipulated, entry, digits))
    rows += [SampleFinding(file, face, manipulated, NOT_FOUND) for face, _, manipulated in missing]
    return sorted(rows, key=lambda row: row.face)


def _finding(file: str, face: int, manipulated: bool | None, entry: dict[str, Any], digits: int) -> SampleFinding:
    score, ratio = (
        None if entry[name] is None else round(entry[name], digits) for name in ("fake_score", "likelihood_ratio")
    )
    spans = tuple(
        (round(span["start"], digits), round(span["end"], digits))
        for span in entry.get("spans", [])
        if span["decision"] == SIGNS
    )
    code = entry["reason"]["code"]
    return SampleFinding(file, face, manipulated, entry["decision"], code, entry["leaning"], score, ratio, spans)


def sample_metrics(findings: Sequence[SampleFinding], command: str = COMMAND) -> list[Measurement]:
    """How many faces of the manifest were found, and how many of either class were called what."""
    return list(_detector_metrics(findings, command))


def _detector_metrics(findings: Sequence[SampleFinding], command: str) -> Iterator[Measurement]:
    known = [one for one in findings if one.manipulated is not None]
    for name, manipulated, holds in (
        (Metric.SAMPLES_NOT_FOUND, None, lambda one: one.verdict == NOT_FOUND),
        (Metric.FALSE_ALARMS, False, lambda one: one.verdict == SIGNS),
        (Metric.DETECTED, True, lambda one: one.verdict == SIGNS),
        (Metric.MISSES, True, lambda one: one.verdict == NO_SIGNS),
    ):
        some = [one for one in known if manipulated in (None, one.manipulated)]
        if some:
            yield Measurement(name, sum(map(holds, some)) / len(some), None, None, len(some), DATA, command)


def read_findings(name: str, path: Path | None = None) -> list[SampleFinding]:
    """What is kept of that detector; nothing where it was not measured."""
    return [
        finding_from_dict(row)
        for row in _document(path or FINDINGS_FILE)["detectors"].get(name, {}).get("findings", [])
    ]


def finding_from_dict(row: dict[str, Any]) -> SampleFinding:
    """A finding from its plain JSON values."""
    return SampleFinding(**row | {"spans": tuple((start, end) for start, end in row["spans"])})


def write_findings(card: DetectorCard, findings: Iterable[SampleFinding], path: Path | None = None) -> None:
    """Keep what a detector says; what is kept of others stays."""
    document = _document(path or FINDINGS_FILE)
    document["detectors"][card.name] = {
        "version": card.version,
        "weights_sha256": card.weights_sha256,
        "findings": [asdict(one) for one in findings],
    }
    atomic_write(path or FINDINGS_FILE, json.dumps(document, indent=2, ensure_ascii=False) + "\n")


def _document(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {"schema": SCHEMA, "detectors": {}}
    return json.loads(path.read_text(encoding="utf-8"))
