"""The table of an analysis on the standard output: a line a face, of a video a line a person."""

from typing import Any, NamedTuple

from forensics.decision.strength_wording import LEANINGS, VERDICTS
from forensics.formatting import display_name
from forensics.messages import numbers
from forensics.messages.catalogue import format_list, text
from forensics.types.analysis import Leaning, Verdict

MAX_SEGMENTS = 2
"""Spans of a person that fit into the column."""

EMPTY_CELL = "-"


class TableLine(NamedTuple):
    """The cells of a line. any, known: likelihood ratio for kinds of forgery that the detector may not know, where its
    card tells these apart, and for those alone that it knows. where: a box, or seconds."""

    score: str
    decision: str
    any: str
    known: str
    face: str
    where: str

    def laid_out(self) -> str:
        heads, decision = _column_heads(), max(len(said) for said in (*_decisions(), text("cli-table-no-face")))
        widths = [max(len(head), least) for head, least in zip(heads, (5, decision, 7, 7, 4, 23), strict=True)]
        left = ("decision", "where")
        return "  ".join(
            f"{cell:<{width}}" if name in left else f"{cell:>{width}}"
            for name, cell, width in zip(self._fields, self, widths, strict=True)
        )


def _column_heads() -> TableLine:
    return TableLine(*(text(f"cli-table-{name}") for name in TableLine._fields))


def _decisions() -> list[str]:
    """All that may stand in the column."""
    leaning = [_decision(Verdict.INCONCLUSIVE, leaning) for leaning in LEANINGS if leaning]
    return [*(_decision(verdict, None) for verdict in VERDICTS), *leaning]


def _decision(verdict: str, leaning: str | None) -> str:
    leans = None if leaning is None else Leaning(leaning)
    return text("cli-table-verdict", verdict=VERDICTS[Verdict(verdict)], leaning=LEANINGS[leans])


def header_line() -> str:
    return f"{_column_heads().laid_out()}  {text('cli-table-file')}"


def table_lines(entry: dict[str, Any]) -> list[str]:
    """One line a face or person, or one that says there is none. entry: from
    `forensics.export.image_document.file_entry`.
    """
    name = display_name(entry["path"])
    if entry["kind"] == "video":
        lines = [_line(track["fake_score"], track, _format_segments(track)) for track in entry["tracks"]]
    else:
        lines = [
            _line(face["fake_score"], face, ", ".join(str(edge) for edge in face["box"])) for face in entry["faces"]
        ]
    lines = lines or [TableLine(EMPTY_CELL, text("cli-table-no-face"), EMPTY_CELL, EMPTY_CELL, EMPTY_CELL, EMPTY_CELL)]
    return [f"{line.laid_out()}  {name}" for line in lines]


def _line(score: float | None, face: dict[str, Any], where: str) -> TableLine:
    shown = EMPTY_CELL if score is None else numbers.fixed(score, 3)
    unknown, known = _format_ratio(face["likelihood_ratio"]), _format_ratio(face["known_ratio"])
    return TableLine(shown, _decision(face["decision"], face["leaning"]), unknown, known, str(face["face_id"]), where)


def _format_ratio(value: float | None) -> str:
    if value is None:
        return EMPTY_CELL
    return numbers.ratio(value) if value >= 1 else f"1/{numbers.ratio(1 / value)}"


def _format_segments(track: dict[str, Any]) -> str:
    """When the person's decision holds: "2.0-4.5, 7.0-8.0 +1"; where it holds for no span, when the person was seen."""
    spans = [(span["start"], span["end"]) for span in track["spans"] if span["decision"] == track["decision"]]
    spans = spans or [(track["first_seconds"], track["last_seconds"])]
    more = len(spans) - MAX_SEGMENTS
    shown = format_list(
        [f"{numbers.fixed(start, 1)}-{numbers.fixed(end, 1)}" for start, end in spans[:MAX_SEGMENTS]], "cli-list-spans"
    )
    return f"{shown} +{more}" if more > 0 else shown
