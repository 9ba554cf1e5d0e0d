"""What the JSON document (forensics/export/document_types.py) says of each file, and the picture of probabilities."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forensics.analysis.reference_wording import bare_entry, references_entry
from forensics.analysis.references import decide_with_references
from forensics.decision.mask_agreement import mask_match
from forensics.decision.strength import strength_entry
from forensics.export.document_types import SCHEMA
from forensics.export.video_document import video_entry
from forensics.formatting import display_name, utf8_path
from forensics.measurements.provenance import provenance
from forensics.messages.fact_document import fact_document
from forensics.types.analysis import AnalysisSettings, FaceFinding, ImageFile, ImageResult, Skipped
from forensics.types.model_card import DetectorCard, card_to_dict
from forensics.types.outcome import Outcome
from forensics.types.video import VideoFile, VideoResult


def analysis_document(
    card: DetectorCard, settings: AnalysisSettings, versions: Mapping[str, str], files: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """The whole document as plain JSON values. files: from `file_entry`, in the order in which they shall be listed."""
    return _without_nan(
        {
            "schema": SCHEMA,
            "detector": card_to_dict(card),
            "detector_provenance": provenance(card),
            "settings": asdict(settings),
            "versions": dict(versions),
            "files": list(files),
        }
    )


def file_entry(outcome: Outcome, path: str | None = None) -> dict[str, Any]:
    """One file of the document, without any of the outcome's arrays. path: where it lay; without it, its name."""
    if isinstance(outcome, ImageResult):
        entry = _common_fields(outcome.media, outcome.media.kind, outcome.skipped)
        entry["notes"] = [fact_document(note) for note in outcome.media.notes]
        entry["faces"] = [_face_entry(finding) for finding in outcome.findings]
        if outcome.references is not None:
            bare = decide_with_references(outcome, None).findings
            for face, finding in zip(entry["faces"], bare, strict=True):
                face["without_references"] = bare_entry(finding.decision)
    elif isinstance(outcome, VideoResult):
        entry = _common_fields(outcome.video, "video", outcome.skipped) | video_entry(outcome)
    else:
        entry = {
            "name": display_name(outcome.name),
            "sha256": outcome.sha256,
            "kind": "failed",
            "width": None,
            "height": None,
            "error": fact_document(outcome.fact),
            "skipped": [],
            "faces": [],
        }
    if isinstance(outcome, ImageResult | VideoResult) and outcome.references is not None:
        entry["references"] = references_entry(outcome)
    return {"path": entry["name"] if path is None else utf8_path(path)} | entry


def _common_fields(media: ImageFile | VideoFile, kind: str, skipped: Sequence[Skipped]) -> dict[str, Any]:
    return {
        "name": media.name,
        "sha256": media.sha256,
        "kind": kind,
        "width": media.width,
        "height": media.height,
        "error": None,
        "skipped": [_skipped_entry(one) for one in skipped],
    }


def _skipped_entry(skipped: Skipped) -> dict[str, Any]:
    box = None if skipped.box is None else [int(edge) for edge in skipped.box]
    return {"reason": fact_document(skipped.reason), "box": box}


def _face_entry(finding: FaceFinding) -> dict[str, Any]:
    region = finding.region
    return {
        "face_id": region.face_id,
        "frame_index": region.frame_index,
        "seconds": float(region.seconds),
        "box": [int(edge) for edge in region.box],
        "detector_confidence": float(region.detector_confidence),
        "fake_score": float(finding.fake_score),
        "decision": finding.decision.verdict,
        **strength_entry(finding.decision),
        "mask_fraction": finding.mask_fraction,
        "mask_match": mask_match(finding.decision, finding.mask_fraction),
        "reconstruction_error": float(finding.reconstruction_error),
        "families": [family._asdict() for family in finding.families],
        "rescores": [again._asdict() for again in finding.rescores],
    }


def _without_nan(value: Any) -> Any:
    """JSON has no NaN and no infinity: what is not a finite number becomes null."""
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def to_json(values: dict[str, Any]) -> str:
    """The text of a document: UTF-8, indented, ends with a line break. Raises ValueError for NaN or infinity."""
    return json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def probability_map(result: ImageResult) -> NDArray[np.uint8]:
    """(height, width) uint8 in frame pixels: 255 × probability that a pixel was manipulated.

    The maximum where crops overlap, 0 outside of them.
    """
    picture = np.zeros((result.media.height, result.media.width), np.uint8)
    for finding in result.findings:
        left, top, right, bottom = finding.region.crop_box
        window = picture[top:bottom, left:right]
        np.maximum(window, np.rint(finding.mask * 255).astype(np.uint8), out=window)
    return picture
