"""What stands behind the findings: the meaning of the words, the detector's card, how to repeat it, the signatures."""

import hashlib

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from explain.methods import METHODS
from explain.pdf.map_words import MEANINGS, colours_of
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
    headed,
    pairs,
    printable,
)
from explain.pdf.words import meanings
from explain.report import Report
from explain.types import Explanation
from forensics.card import DetectorCard


def meaning(report: Report, card: DetectorCard) -> list[Flowable]:
    """What the words mean, and how to read the maps of the methods this report uses."""
    flow: list[Flowable] = [PageBreak(), Paragraph("What the words mean", HEADING), pairs(meanings(card), 36 * mm)]
    explanations = [explanation for group in report.explanations.values() for explanation in group]
    if explanations:
        flow += _maps(explanations)
    return flow


def _maps(explanations: list[Explanation]) -> list[Flowable]:
    """How to read the maps, the methods that drew them, and how each was put to the test."""
    used = {explanation.method for explanation in explanations}
    rows = [
        (
            method.title,
            f"{method.shows} {_slanted('Not shown:')} {method.does_not_show} {_slanted('Look for:')} {method.look_for}",
        )
        for name, method in METHODS.items()
        if name in used
    ]
    how = (
        f"{colours_of(explanation.target for explanation in explanations)} All maps of this report share one scale: "
        "each is smoothed to the resolution of the coarsest and divided by the mean of its absolute values, so that 1 "
        "is as much as the average pixel of that crop. Maps tell what the network answers to, not whether it is right; "
        "where they disagree, trust none alone."
    )
    flow: list[Flowable] = [Paragraph("How to read the maps", HEADING), Paragraph(how, BODY), pairs(rows, 36 * mm)]
    if any(explanation.faithfulness for explanation in explanations):
        flow += [Paragraph("How far to trust a map", HEADING), pairs(MEANINGS, 36 * mm)]
    return flow


def _slanted(text: str) -> str:
    return f'<font name="{ITALIC}">{text}</font>'


def detector(card: DetectorCard) -> list[Flowable]:
    """The card: who the detector is, how well it was measured to do, its limits."""
    identity = [
        ("Detector", f"{printable(card.title)} ({printable(card.name)}, version {printable(card.version)})"),
        ("Architecture", printable(card.architecture, 1200)),
        ("Weights, SHA-256", f'<font name="{MONO}" size="6.6">{card.weights_sha256}</font>'),
        ("Training data", "; ".join(printable(data, 300) for data in card.training_data)),
        ("Papers", "; ".join(printable(paper, 300) for paper in card.papers)),
        ("Licence", printable(card.licence, 300)),
    ]
    figures = [
        [
            printable(figure.name),
            _number(figure.value),
            _interval(figure.low, figure.high),
            f"{figure.n:,}",
            printable(figure.data, 300),
        ]
        for figure in card.figures
    ]
    flow: list[Flowable] = [CondPageBreak(80 * mm), Paragraph("The detector", HEADING), pairs(identity, 36 * mm)]
    if figures:
        heads = ["Figure", "Value", "95 % interval", "n", "Measured on"]
        flow += [
            Paragraph("How well it was measured to do", HEADING),
            headed(heads, figures, [0.3, 0.1, 0.16, 0.1, 0.34]),
        ]
    if card.known_limits:
        limits = [Paragraph(printable(limit, 600), BULLET, bulletText="–") for limit in card.known_limits]
        flow += [Paragraph("Known limits", HEADING), *limits]
    return flow


def _interval(low: float | None, high: float | None) -> str:
    return "not known" if low is None or high is None else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    """Three digits after the point, as many as the README's table has."""
    return f"{value:,.3f}"


def closing(report: Report, data_file: bytes | None) -> list[Flowable]:
    """How to repeat the analysis, and the signatures."""
    versions = ", ".join(f"{printable(name)} {printable(version)}" for name, version in report.versions.items())
    repeat = [
        ("Software", versions),
        ("Command", f"On the same files, this gives the same scores{_marked(report)}:"),
    ]
    if data_file is not None:
        digest = f'<font name="{MONO}" size="6.6">{hashlib.sha256(data_file).hexdigest()}</font>'
        repeat.insert(1, ("Data file", f"The JSON file that belongs to this report has SHA-256 {digest}."))
    return [
        CondPageBreak(50 * mm),
        Paragraph("How to repeat it", HEADING),
        pairs(repeat, 36 * mm),
        Spacer(0, 1.5 * mm),
        Paragraph(printable(report.command, len(report.command), MONO), CODE),
        KeepTogether([Spacer(0, 14 * mm), _signatures(printable(report.analyst))]),
    ]


def _marked(report: Report) -> str:
    """What the command line cannot be told: which of the questioned faces are known to be untouched."""
    analysed = [*report.results, *(case.result for case in report.videos)]
    return (
        ", without the faces and persons that were marked as references" if any(r.own_cards for r in analysed) else ""
    )


def _signatures(analyst: str) -> Flowable:
    rows = [
        [Paragraph(f"Examined by{': ' + analyst if analyst else ''}", LABEL), "", Paragraph("Reviewed by", LABEL)],
        ["", "", ""],
        [Paragraph("Place, date, signature", LABEL), "", Paragraph("Place, date, signature", LABEL)],
    ]
    style = [
        *NO_PADDING,
        ("LINEABOVE", (0, 2), (0, 2), 0.6, INK),
        ("LINEABOVE", (2, 2), (2, 2), 0.6, INK),
        ("TOPPADDING", (0, 2), (-1, 2), 2),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    return Table(rows, [WIDTH * 0.46, WIDTH * 0.08, WIDTH * 0.46], [None, 16 * mm, None], style=style)
