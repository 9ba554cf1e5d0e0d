"""What a face's score becomes after small changes, and what kind of forgery it looks most like: a strip on paper."""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, Table

from explain.pdf.style import CAPTION, FINE, INK, RULE, SANS, SMALL, WIDTH, Paragraph, TableCommand, escape_markup
from explain.pdf.verdict_wording import SYMBOLS
from forensics.analysis.robustness import perturbation_label, score_range, stability_sentence
from forensics.decision.decide import decide_in_state
from forensics.decision.forgery_family import family_hint_sentence
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed, format_score
from forensics.types.analysis import FaceFinding, Verdict
from forensics.types.model_card import DetectorCard


def robustness_strip(finding: FaceFinding, card: DetectorCard) -> list[Flowable]:
    """The rescores in a row, each with the symbol of the verdict it would give, and what they mean in words.

    Nothing for a face that was not evaluated.
    """
    if finding.decision.verdict == Verdict.NOT_EVALUATED:
        return []
    words = [stability_sentence(finding, card)]
    family = family_hint_sentence(finding)
    if family:
        words.append(f"{family}.")
    strip = [Spacer(0, 1 * mm), _strip(finding, card)] if finding.rescores else []
    return [*strip, Spacer(0, 1 * mm), Paragraph(escape_markup(" ".join(words), 600), SMALL)]


def _strip(finding: FaceFinding, card: DetectorCard) -> Flowable:
    columns = [(text("pdf-scored-again-after"), "")]
    for change, score in finding.rescores:
        verdict = decide_in_state(score, finding.region.box, finding.decision.quality, card).verdict
        columns.append((perturbation_label(change), f"{SYMBOLS[verdict]} {format_score(score)}"))
    columns.append((text("pdf-spread"), fixed(score_range(finding), 3)))
    cells: list[list[Any]] = [
        [Paragraph(change, FINE if place == 0 else CAPTION) for place, (change, _) in enumerate(columns)],
        [score for _, score in columns],
    ]
    style: list[TableCommand] = [
        ("SPAN", (0, 0), (0, 1)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("FONT", (1, 1), (-1, 1), SANS, 7.2),
        ("TEXTCOLOR", (1, 1), (-1, 1), INK),
        ("ALIGN", (1, 1), (-1, 1), "CENTER"),
        ("LEFTPADDING", (0, 0), (0, 0), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("LINEABOVE", (0, 0), (-1, 0), 0.3, RULE),
        ("LINEBELOW", (0, 1), (-1, 1), 0.3, RULE),
    ]
    return Table(cells, [WIDTH / len(columns)] * len(columns), style=style)
