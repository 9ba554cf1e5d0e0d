"""The table of an analysis on the standard output: a line a face, of a video a line a person."""

from forensics.messages import numbers
from forensics.names import shown_name

HEADING = f"{'SCORE':>5}  {'DECISION':<27}  {'ANY':>7}  {'KNOWN':>7}  {'FACE':>4}  {'BOX OR SECONDS':<23}  FILE"
"""ANY, KNOWN: likelihood ratio for kinds of forgery that the detector may not know, where its card tells these apart,
and for those alone that it knows."""

LEANINGS = {"towards manipulation": "leans towards", "away from manipulation": "leans away"}
"""Manipulation: the column says so for all."""

MOST_SPANS = 2
"""Spans of a person that fit into the column."""


def table_lines(entry: dict) -> list[str]:
    """One line a face or person, or one that says there is none. entry: from `forensics.results.file_entry`."""
    name = shown_name(entry["path"])
    if entry["kind"] == "video":
        lines = [_line(track["fake_score"], track, _seconds(track)) for track in entry["tracks"]]
    else:
        lines = [
            _line(face["fake_score"], face, ", ".join(str(edge) for edge in face["box"])) for face in entry["faces"]
        ]
    lines = lines or [f"{'-':>5}  {'no face found':<27}  {'-':>7}  {'-':>7}  {'-':>4}  {'-':<23}"]
    return [f"{line}  {name}" for line in lines]


def _line(score: float | None, face: dict, where: str) -> str:
    shown = "-" if score is None else f"{score:.3f}"
    leaning = f", {LEANINGS[face['leaning']]}" if face["leaning"] else ""
    ratios = "  ".join(f"{_ratio(face[name]):>7}" for name in ("likelihood_ratio", "known_ratio"))
    return f"{shown:>5}  {face['decision'] + leaning:<27}  {ratios}  {face['face_id']:>4}  {where:<23}"


def _ratio(value: float | None) -> str:
    if value is None:
        return "-"
    return numbers.ratio(value) if value >= 1 else f"1/{numbers.ratio(1 / value)}"


def _seconds(track: dict) -> str:
    """When the person's decision holds: "2.0-4.5, 7.0-8.0 +1"; where it holds for no span, when the person was seen."""
    spans = [(span["start"], span["end"]) for span in track["spans"] if span["decision"] == track["decision"]]
    spans = spans or [(track["first_seconds"], track["last_seconds"])]
    more = len(spans) - MOST_SPANS
    shown = ", ".join(f"{start:.1f}-{end:.1f}" for start, end in spans[:MOST_SPANS])
    return f"{shown} +{more}" if more > 0 else shown
