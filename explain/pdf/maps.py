"""The heat maps of one face on paper: rows of maps with their curves and, below, their figures beside chance."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, KeepTogether, Spacer, Table

from explain.faithfulness import localization_disagreement
from explain.pdf.curves import axis_limits, curve_plot
from explain.pdf.map_metrics_table import map_metrics_table
from explain.pdf.panels import SharedScale, evidence_bar, evidence_panel
from explain.pdf.style import BOLD, CAPTION, FINE, INK, NO_PADDING, SMALL_BOLD, WIDTH, Paragraph, escape_markup
from explain.types import Explanation
from explain.wording import color_meaning, describe_request, trust_label
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed
from forensics.types.analysis import FaceFinding

MAX_MAPS_PER_ROW = 4
PANEL = 96.0
MAP_COLUMN = WIDTH / MAX_MAPS_PER_ROW
CURVES_HEIGHT = 62.0
BAR = 110.0
GAP = 6.0

Numbered = list[tuple[int, Explanation]]
"""The maps of a face, counted from 1."""

Limits = dict[str, tuple[float, float]]
"""Limits of the curves' axis, for each target."""


def map_section(
    finding: FaceFinding, explanations: Sequence[Explanation], scale: SharedScale, head: Sequence[Flowable] = ()
) -> list[Flowable]:
    """The maps in rows as even as can be, each with its figures in a block that no page break divides. head: stands
    over the first, in the same block."""
    if not explanations:
        return []
    limits = _limits(explanations)
    numbered = list(enumerate(explanations, start=1))
    rows = -(-len(numbered) // MAX_MAPS_PER_ROW)
    longest = -(-len(numbered) // rows)
    blocks: list[Flowable] = []
    for start in range(0, len(numbered), longest):
        some = numbered[start : start + longest]
        measured = [(number, one, localization_disagreement(finding, one)) for number, one in some if one.faithfulness]
        parts = [
            *(() if blocks else head),
            Spacer(0, 2.5 * mm),
            Paragraph(_title(finding, some, len(numbered)), SMALL_BOLD),
            Spacer(0, 1 * mm),
            _row(finding, some, scale, limits),
            Spacer(0, 1 * mm),
            _legend(some, scale, bool(measured)),
        ]
        if measured:
            parts += [Spacer(0, 1 * mm), map_metrics_table(measured)]
        blocks.append(KeepTogether(parts))
    return blocks


def _limits(explanations: Sequence[Explanation]) -> Limits:
    measured: dict[str, list[Any]] = {}
    for explanation in explanations:
        if explanation.faithfulness:
            measured.setdefault(explanation.target, []).append(explanation.faithfulness)
    return {target: axis_limits(group) for target, group in measured.items()}


def _title(finding: FaceFinding, some: Numbered, of: int) -> str:
    first, last = some[0][0], some[-1][0]
    face = finding.region.face_id
    return text("pdf-map-title", face=face, one=first == last, first=first, last=last, maps=of)


def _row(finding: FaceFinding, some: Numbered, scale: SharedScale, limits: Limits) -> Flowable:
    """Maps, what they are, and their curves: below them, or beside them where there is room."""
    beside = len(some) * 2 <= MAX_MAPS_PER_ROW
    column = WIDTH / len(some)
    width = (column - MAP_COLUMN if beside else column) - GAP
    height = PANEL if beside else CURVES_HEIGHT
    maps = [evidence_panel(finding, explanation, scale, PANEL) for _, explanation in some]
    captions = [Paragraph(_caption(number, explanation), CAPTION) for number, explanation in some]
    curves = [_curves(explanation, limits, width, height) for _, explanation in some]
    style = [
        *NO_PADDING,
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 1), (-1, 1), "TOP"),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("TOPPADDING", (0, 1), (-1, 1), 1.5),
    ]
    if beside:
        cells = [_alternating(maps, curves), _alternating(captions, [""] * len(some))]
        return Table(cells, [MAP_COLUMN, column - MAP_COLUMN] * len(some), style=style)
    return Table([maps, captions, curves], [column] * len(some), style=style)


def _alternating(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    return [cell for pair in zip(first, second, strict=True) for cell in pair]


def _caption(number: int, explanation: Explanation) -> str:
    title, *rest = describe_request(explanation.question)
    verdict = trust_label(explanation.faithfulness)
    lines = [_strong(f"{number} · {title}"), *map(escape_markup, rest), _strong(verdict)]
    return "<br/>".join(lines)


def _strong(words: str) -> str:
    return f'<font name="{BOLD}" color="{INK.hexval().replace("0x", "#")}">{escape_markup(words)}</font>'


def _curves(explanation: Explanation, limits: Limits, width: float, height: float) -> Flowable | str:
    if explanation.faithfulness is None:
        return ""
    png = curve_plot(explanation.faithfulness, limits[explanation.target], width, height)
    return Image(io.BytesIO(png), width, height)


def _legend(some: Numbered, scale: SharedScale, measured: bool) -> Flowable:
    limit = fixed(scale.evidence, 1)
    bar = evidence_bar(BAR, (f"≤ -{limit}", "0", f"≥ {limit}"))
    words = [color_meaning(explanation.target for _, explanation in some), text("pdf-evidence-unit")]
    if measured:
        words.append(text("pdf-curves-note"))
    style = [*NO_PADDING, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (0, 0), 2)]
    return Table([[bar, Paragraph(" ".join(words), FINE)]], [BAR + 2 * GAP, WIDTH - BAR - 2 * GAP], style=style)
