"""The table of a video for spreadsheets and scripts: a row for every sighting, in the order of time."""

import csv
import io
import math
from collections.abc import Iterator

from forensics.analysis.video_assessment import assess_video
from forensics.messages.catalogue import optional_sentence
from forensics.messages.language import SOURCE_LANGUAGE
from forensics.types.video import FaceObservation, SampledFrame, VideoResult

COLUMNS = (
    *("person", "frame", "seconds", "shot", "left", "top", "right", "bottom", "confidence"),
    *("fake_score", "decision", "likelihood_ratio", "weight", "counts_less_because"),
    *("mask_fraction", "reconstruction_error", "line", "line_low", "line_high"),
    *("known_ratio", "leaning", "false_alarms"),
)

NO_FACE = "no face"
"""The decision of a frame that was looked at and in which nobody was followed: its row has no person, and tells it from
a frame that was not looked at."""

FORMULA_PREFIXES = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so is a formula to a spreadsheet (OWASP, CSV injection)."""

CurvePoint = tuple[float, float, float]


def csv_text(result: VideoResult) -> str:
    """RFC 4180: commas, CRLF, a heading. Boxes in pixels of the upright frame, seconds to the microsecond.

    A cell is empty where there is no number: the score still is there for a face that was not evaluated, as in the
    findings of a picture, but no likelihood ratio and no line. likelihood_ratio, known_ratio, leaning, false_alarms: as
    in the JSON document (forensics/decision/strength.py). No text begins like a formula.
    """
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    seen = sorted(_sightings(result), key=lambda row: (row[1].frame, row[0]))
    occupied = {sighting.frame for _, sighting, _ in seen}
    rows = [(frame, _empty_row(frame)) for frame in result.frames if frame not in occupied]
    rows += [(sighting.frame, _row(face_id, sighting, point)) for face_id, sighting, point in seen]
    writer.writerows(row for _, row in sorted(rows, key=lambda entry: entry[0]))
    return buffer.getvalue()


def _sightings(result: VideoResult) -> Iterator[tuple[int, FaceObservation, CurvePoint | None]]:
    """Each with its person and with the line's score, low and high; None where it was not evaluated."""
    for track in result.tracks:
        drawn = assess_video(result).lines[track.face_id]
        points = dict(zip(drawn.seconds.tolist(), zip(*map(list, drawn[1:4]), strict=True), strict=True))
        for sighting in track.sightings:
            yield track.face_id, sighting, points.get(sighting.seconds) if sighting.evaluated else None


def _row(face_id: int, sighting: FaceObservation, point: CurvePoint | None) -> list[str]:
    decision = sighting.decision
    return [
        *(str(face_id), *_when(sighting.frame), *(str(int(edge)) for edge in sighting.box)),
        *(_number(sighting.detector_confidence), _number(sighting.fake_score, 6), decision.verdict),
        *(
            _ratio(decision.likelihood_ratio),
            _number(sighting.weight),
            _text(optional_sentence(sighting.weight_reason, SOURCE_LANGUAGE)),
        ),
        *(_number(sighting.mask_fraction), _number(sighting.reconstruction_error)),
        *(_number(value, 6) for value in point or (math.nan,) * 3),
        *(_ratio(decision.known_ratio), decision.leaning or "", _ratio(decision.false_alarms)),
    ]


def _empty_row(frame: SampledFrame) -> list[str]:
    row = dict.fromkeys(COLUMNS, "") | {"decision": NO_FACE}
    return ["", *_when(frame), *list(row.values())[4:]]


def _when(frame: SampledFrame) -> tuple[str, str, str]:
    return str(frame.index), f"{frame.seconds:.6f}", str(frame.shot)


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def _number(value: float, digits: int = 4) -> str:
    return "" if math.isnan(value) else f"{value:.{digits}f}"


def _text(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_PREFIXES) else text
