"""What stands behind the findings: the meaning of the words, the detector's card, how to repeat it, the signatures."""

import hashlib
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer, Table

from explain.methods import METHODS
from explain.pdf.style import (
    BODY,
    BULLET,
    CODE,
    HEADING,
    INK,
    ITALIC,
    LABEL,
    MONO,
    NO_PADDING,
    WIDTH,
    Paragraph,
    TableCommand,
    escape_markup,
    header_table,
    key_value_table,
)
from explain.pdf.verdict_wording import meanings
from explain.report import Report
from explain.types import Explanation
from explain.wording import color_meaning, map_meanings, method_does_not_show, method_look_for, method_shows
from forensics.analysis.references import AnyResult
from forensics.measurements.metric_wording import metric_label
from forensics.measurements.provenance import provenance_note, with_provenance_note
from forensics.messages.catalogue import text
from forensics.messages.numbers import count, in_language
from forensics.types.model_card import DetectorCard
from forensics.validation import present

NAMED = ("title", "name", "version")
"""Fields of a card that name the detector."""

FIGURE_HEADS = ("pdf-figure", "pdf-value", "pdf-95-interval", "pdf-cases", "pdf-measured-on")
"""Messages."""


def glossary(report: Report, card: DetectorCard) -> list[Flowable]:
    """What the words mean, and how to read the maps of the methods this report uses."""
    flow: list[Flowable] = [
        PageBreak(),
        Paragraph(text("pdf-meanings"), HEADING),
        key_value_table(meanings(card), 36 * mm),
    ]
    explanations = [explanation for group in report.explanations.values() for explanation in group]
    if explanations:
        flow += _maps(explanations)
    return flow


def _maps(explanations: list[Explanation]) -> list[Flowable]:
    """How to read the maps, the methods that drew them, and how each was put to the test."""
    used = {explanation.method for explanation in explanations}
    rows = [(method.title, _what_a_map_shows(name)) for name, method in METHODS.items() if name in used]
    how = text("pdf-maps-share-a-scale", colors=color_meaning(explanation.target for explanation in explanations))
    flow: list[Flowable] = [Paragraph(text("pdf-how-to-read-maps"), HEADING), Paragraph(how, BODY)]
    flow.append(key_value_table(rows, 36 * mm))
    if any(explanation.faithfulness for explanation in explanations):
        flow += [Paragraph(text("pdf-how-far-to-trust"), HEADING), key_value_table(map_meanings(), 36 * mm)]
    return flow


def _what_a_map_shows(method: str) -> str:
    not_shown, look_for = (_slanted(text(label)) for label in ("pdf-not-shown", "pdf-look-for"))
    shows, does_not = method_shows(method), method_does_not_show(method)
    return f"{shows} {not_shown} {does_not} {look_for} {method_look_for(method)}"


def _slanted(words: str) -> str:
    return f'<font name="{ITALIC}">{words}</font>'


def model_card(card: DetectorCard) -> list[Flowable]:
    """The card: who the detector is, how well it was measured to do, its limits."""
    identity = [
        ("pdf-detector", text("pdf-detector-is", **{name: escape_markup(getattr(card, name)) for name in NAMED})),
        *([("pdf-provenance", note)] if (note := provenance_note(card)) else []),
        ("pdf-architecture", escape_markup(card.architecture, 1200)),
        ("pdf-weights", f'<font name="{MONO}" size="6.6">{card.weights_sha256}</font>'),
        ("pdf-training-data", "; ".join(escape_markup(data, 300) for data in card.training_data)),
        ("pdf-papers", "; ".join(escape_markup(paper, 300) for paper in card.papers)),
        ("pdf-licence", escape_markup(card.licence, 300)),
    ]
    figures = [
        [
            escape_markup(metric_label(figure.name)),
            _number(present(figure.value)),
            _interval(figure.low, figure.high),
            count(figure.n),
            escape_markup(figure.data, 300),
        ]
        for figure in card.figures
    ]
    flow: list[Flowable] = [CondPageBreak(80 * mm), Paragraph(text("pdf-the-detector"), HEADING)]
    flow.append(key_value_table([(text(label), value) for label, value in identity], 36 * mm))
    if figures:
        heads = [*map(text, FIGURE_HEADS)]
        flow += [
            Paragraph(with_provenance_note(text("pdf-how-well"), card), HEADING),
            header_table(heads, figures, [0.3, 0.1, 0.16, 0.1, 0.34]),
        ]
    if card.known_limits:
        limits = [Paragraph(escape_markup(limit, 600), BULLET, bulletText="–") for limit in card.known_limits]
        flow += [Paragraph(text("pdf-known-limits"), HEADING), *limits]
    return flow


def _interval(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return text("pdf-interval-unknown")
    return text("pdf-interval", low=_number(low), high=_number(high))


def _number(value: float) -> str:
    """Three digits after the point, as many as the README's table has."""
    return in_language(f"{value:,.3f}")


def reproduction_and_signatures(report: Report, data_file: bytes | None) -> list[Flowable]:
    """How to repeat the analysis, and the signatures."""
    versions = ", ".join(f"{escape_markup(name)} {escape_markup(version)}" for name, version in report.versions.items())
    repeat = [
        (text("pdf-software"), versions),
        (text("pdf-command"), text("pdf-command-gives", marked=_marked(report))),
    ]
    if data_file is not None:
        digest = f'<font name="{MONO}" size="6.6">{hashlib.sha256(data_file).hexdigest()}</font>'
        repeat.insert(1, (text("pdf-data-file"), text("pdf-data-file-is", sha256=digest)))
    return [
        CondPageBreak(50 * mm),
        Paragraph(text("pdf-how-to-repeat"), HEADING),
        key_value_table(repeat, 36 * mm),
        Spacer(0, 1.5 * mm),
        Paragraph(escape_markup(report.command, len(report.command), MONO), CODE),
        KeepTogether([Spacer(0, 14 * mm), _signatures(escape_markup(report.analyst))]),
    ]


def _marked(report: Report) -> bool:
    """Whether there is what the command line cannot be told: which questioned faces are known to be untouched."""
    analyzed: list[AnyResult] = [*report.results, *(case.result for case in report.videos)]
    return any(result.own_cards for result in analyzed)


def _signatures(analyst: str) -> Flowable:
    examined_by = text("pdf-examined-by", named=bool(analyst), analyst=analyst)
    signature = Paragraph(text("pdf-signature"), LABEL)
    rows: list[list[Any]] = [
        [Paragraph(examined_by, LABEL), "", Paragraph(text("pdf-reviewed-by"), LABEL)],
        ["", "", ""],
        [signature, "", signature],
    ]
    style: list[TableCommand] = [
        *NO_PADDING,
        ("LINEABOVE", (0, 2), (0, 2), 0.6, INK),
        ("LINEABOVE", (2, 2), (2, 2), 0.6, INK),
        ("TOPPADDING", (0, 2), (-1, 2), 2),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(rows, [WIDTH * 0.46, WIDTH * 0.08, WIDTH * 0.46], [None, 16 * mm, None], style=style)
