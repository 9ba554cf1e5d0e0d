"""The JSON document of an analysis, schema `telltale.analysis/1`, and the picture of probabilities.

Others build on the document: fields may be added; none goes or changes its meaning without a new schema number. Of a
face, `families` (the most probable first) and `rescores` (the score again after small changes) may be empty.

What is said of how strong an answer is stands beside every decision, of a face as of a person and of a file:

    likelihood_ratio  how many times more probable such a score is if the face was manipulated, by a method that the
                      detector may not know, than if it was not; where the card has no `evidence`, of the kinds that the
                      detector was trained on. null where the face was not evaluated
    known_ratio       the same for the kinds it was trained on; null where that is the first one already
    leaning           of an inconclusive answer "towards manipulation" or "away from manipulation"; else null
    false_alarms      share of untouched faces (of a person: untouched clips) that score at least so high; null where
                      the card does not say
    reason            one sentence. reason_code: {code, numbers, because}, the same for machines

So it is with every sentence: what was skipped has `reason` and `reason_code`, a sighting of a video `weight_reason` and
`weight_reason_code`, a video `ended` and `ended_code`, `notes` and `note_codes`. null and "" where there is nothing to
say; the code "told" is that of a sentence from an older record.

`error` of a file that could not be analysed, null of others, is {code, message, numbers, because}: message is the
sentence, numbers hold its parameters, because a fact inside it, such as what the reader said of damaged data, or null.
Several sentences may share the code.

`mask_match` of a face says whether mask and verdict agree: "fits"; "marks_without_signs": the mask covers 5 % of the
crop or more although no signs were found, or the answer is inconclusive; "empty_with_signs": it covers less than 1 %
although signs were found; null where the face was not evaluated.

Some fields are optional: where explanations were asked for, a face has `explanations`, a list of {"method", "target",
"peak": [x, y] in pixels of the picture}. So are two more, there where reference pictures were given, faces that are
known to be untouched and of the same source. A file has `references`: faces: how many; enough: whether these are enough
for this source; used: whether they had a part in any answer about the file; files [{name, sha256, faces [{face_id,
fake_score}]}]; unusable [{name, reason}]: pictures that gave no face, `reason` being no_face, not_evaluated, not_read,
questioned or repeated (the same bytes); misfits [{name, reason, face_ids}]: those that may be no fitting ones, for
which of the questioned faces, `reason` being other_size, other_sharpness, other_compression, suspicious, same_picture
(as a questioned face) or repeated (as a reference before it; both count as one). A face or track that is one of `files`
itself is decided with the others alone. A face of a picture, and the decision and the tracks of a video, have
`without_references`: decision and ratios as they are without them.

Of a video, `kind` is "video", `width` and `height` are those of its upright frames with square pixels. `faces` has
every sighting: `face_id` is the person's and comes back in many of them, `seconds` counts from the first frame,
`weight` in [0, 1] is how much the score counts in what is said of the person, `weight_reason` why it counts less than
1; `families` and `rescores` are empty, and `explanations` are those of the person's most suspect moment. It has three
fields more, which no picture has:

    video     seconds, frame_rate ("30000/1001"), frame_count, codec: as the file declares them, null where it does not;
              frames_looked_at; cuts: seconds of each shot's first frame; broken_packets: passed over; ended: why the
              analysis ended before the file does, or ""; notes: what was done to the pictures
    decision  verdict, how strong it is, and face_id of the person they come from, null where nobody was seen
    tracks    for each person: face_id, fake_score of the strongest stretch with the 95 % interval low to high, typical
              score, decision, how strong it is, stretch {start, end}, first_seconds, last_seconds, how many of
              its sightings were evaluated, spans [{start, end, decision}], moments {worst, typical, best: {frame_index,
              seconds}}, flicker {mask, error}: the median change from one sighting to the next. Scores, stretch and
              flicker are null where too little was evaluated.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from forensics.card import DetectorCard, card_to_dict
from forensics.facts import Fact, fact_to_dict
from forensics.mask_match import mask_match
from forensics.messages.catalogue import sentence
from forensics.names import path_text, shown_name
from forensics.outcomes import Outcome
from forensics.reference_faces import with_references
from forensics.reference_words import bare_entry, references_entry
from forensics.strength import strength_entry
from forensics.types import AnalysisResult, AnalysisSettings, FaceFinding, MediaFile, Skipped
from forensics.video.entry import video_entry
from forensics.video.types import VideoFile, VideoResult

SCHEMA = "telltale.analysis/1"


def document(
    card: DetectorCard, settings: AnalysisSettings, versions: Mapping[str, str], files: Sequence[dict]
) -> dict:
    """The whole document as plain JSON values. files: from `file_entry`, in the order in which they shall be listed."""
    return _without_nan(
        {
            "schema": SCHEMA,
            "detector": card_to_dict(card),
            "settings": asdict(settings),
            "versions": dict(versions),
            "files": list(files),
        }
    )


def file_entry(outcome: Outcome, path: str | None = None) -> dict:
    """One file of the document, without any of the outcome's arrays. path: where it lay; without it, its name."""
    if isinstance(outcome, AnalysisResult):
        entry = _head(outcome.media, outcome.media.kind, outcome.skipped)
        entry["faces"] = [_face_entry(finding) for finding in outcome.findings]
        if outcome.references is not None:
            bare = with_references(outcome, None).findings
            for face, finding in zip(entry["faces"], bare, strict=True):
                face["without_references"] = bare_entry(finding.decision)
    elif isinstance(outcome, VideoResult):
        entry = _head(outcome.video, "video", outcome.skipped) | video_entry(outcome)
    else:
        entry = {
            "name": shown_name(outcome.name),
            "sha256": outcome.sha256,
            "kind": None,
            "width": None,
            "height": None,
            "error": _error_entry(outcome.fact),
            "skipped": [],
            "faces": [],
        }
    if isinstance(outcome, AnalysisResult | VideoResult) and outcome.references is not None:
        entry["references"] = references_entry(outcome)
    return {"path": entry["name"] if path is None else path_text(path)} | entry


def _head(media: MediaFile | VideoFile, kind: str, skipped: Sequence[Skipped]) -> dict:
    return {
        "name": media.name,
        "sha256": media.sha256,
        "kind": kind,
        "width": media.width,
        "height": media.height,
        "error": None,
        "skipped": [_skipped_entry(one) for one in skipped],
    }


def _error_entry(fact: Fact) -> dict:
    return fact_to_dict(fact) | {"code": fact.group, "message": sentence(fact)}


def _skipped_entry(skipped: Skipped) -> dict:
    box = None if skipped.box is None else [int(edge) for edge in skipped.box]
    return {"reason": sentence(skipped.reason), "reason_code": fact_to_dict(skipped.reason), "box": box}


def _face_entry(finding: FaceFinding) -> dict:
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


def _without_nan(value: object) -> object:
    """JSON has no NaN and no infinity: what is not a finite number becomes null."""
    if isinstance(value, dict):
        return {key: _without_nan(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_nan(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def to_json(values: dict) -> str:
    """The text of a document: UTF-8, indented, ends with a line break. Raises ValueError for NaN or infinity."""
    return json.dumps(values, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def probability_map(result: AnalysisResult) -> NDArray[np.uint8]:
    """(height, width) uint8 in frame pixels: 255 × probability that a pixel was manipulated.

    The maximum where crops overlap, 0 outside of them.
    """
    picture = np.zeros((result.media.height, result.media.width), np.uint8)
    for finding in result.findings:
        left, top, right, bottom = finding.region.crop_box
        window = picture[top:bottom, left:right]
        np.maximum(window, np.rint(finding.mask * 255).astype(np.uint8), out=window)
    return picture
