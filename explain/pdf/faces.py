"""One face on paper: its panels and its numbers, then its explanations."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.shapes import Drawing, Polygon, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from explain.drawing.palette import VERDICT_COLORS
from explain.pdf.maps import map_section
from explain.pdf.panels import SharedScale, evidence_panels, unsigned_bar
from explain.pdf.robustness import robustness_strip
from explain.pdf.style import (
    CAPTION,
    FACE,
    FINE,
    INK,
    LABEL,
    NO_PADDING,
    RULE,
    SANS,
    SMALL,
    SUPPORT,
    TINT,
    WIDTH,
    Paragraph,
    TableCommand,
    escape_markup,
)
from explain.pdf.verdict_wording import verdict_cell
from explain.types import Explanation
from forensics.analysis.reference_wording import reference_note
from forensics.analysis.references import decision_without_references
from forensics.decision.mask_agreement import mask_note
from forensics.decision.strength_wording import calibration_basis, format_ratio, ratio_summary, strength_sentence
from forensics.messages import numbers
from forensics.messages.catalogue import sentence, text
from forensics.messages.numbers import format_score
from forensics.types.analysis import Decision, FaceFinding, ImageResult, Verdict
from forensics.types.model_card import DetectorCard, Thresholds

PANEL_SIDE = 80.0
GAP = 5.0
CELL = PANEL_SIDE + GAP
NUMBERS = WIDTH - 4 * CELL
LABELS = 84.0

PANELS = ("pdf-crop", "pdf-mask", "pdf-reconstruction", "pdf-reconstruction-error")
"""Messages of their captions."""


def face_section(
    finding: FaceFinding, explanations: tuple[Explanation, ...], scale: SharedScale, result: ImageResult
) -> list[Flowable]:
    """Everything about one face: on one page with its first row of maps, further rows where there is room."""
    card = result.judged_by(finding.region.face_id)
    head = [
        _heading(finding, card),
        Spacer(0, 1.5 * mm),
        _findings(finding, scale, card),
        Spacer(0, 1.5 * mm),
        *_words(finding, result),
        *robustness_strip(finding, card),
    ]
    maps = map_section(finding, explanations, scale)
    if not maps:  # a block inside a block always breaks the page
        return [KeepTogether([*head, Spacer(0, 4 * mm)])]
    return [KeepTogether([KeepTogether(head), *maps[:1]]), *maps[1:], Spacer(0, 4 * mm)]


def _words(finding: FaceFinding, result: ImageResult) -> list[Flowable]:
    """Why, how strong that is, whether the mask fits, and what would be said without reference pictures."""
    face_id, decision = finding.region.face_id, finding.decision
    card = result.judged_by(face_id)
    said = [
        sentence(decision.reason),
        strength_sentence(decision, card),
        mask_note(decision, finding.mask_fraction, card),
    ]
    said.append(reference_note(result, face_id, decision_without_references(finding, result.card)))
    return [Paragraph(escape_markup(" ".join(filter(None, said)), 1200), SMALL)]


def _heading(finding: FaceFinding, card: DetectorCard) -> Flowable:
    decision = finding.decision
    color = VERDICT_COLORS[decision.verdict]
    verdict = f'<font size="8" color="{color}">{verdict_cell(decision, card)}</font>'
    left = Paragraph(f"{text('pdf-face', face=finding.region.face_id)}&nbsp;&nbsp; {verdict}", FACE)
    return Table(
        [[left, Paragraph(ratio_summary(decision, card), SUPPORT)]],
        [WIDTH * 0.52, WIDTH * 0.48],
        style=[
            ("BACKGROUND", (0, 0), (-1, -1), TINT),
            ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(color)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (0, 0), 1),
            ("TOPPADDING", (1, 0), (1, 0), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        ],
    )


def _findings(finding: FaceFinding, scale: SharedScale, card: DetectorCard) -> Flowable:
    captions = [Paragraph(text(name), CAPTION) for name in PANELS]
    probability = unsigned_bar(PANEL_SIDE, ("0", text("pdf-probability"), "1"))
    error = unsigned_bar(PANEL_SIDE, ("0", "", f"≥ {numbers.fixed(scale.error, 2)}"))
    beside = [_score_scale(finding, card.thresholds), Spacer(0, 1.5), *_numbers(finding, card)]
    return Table(
        [[*evidence_panels(finding, scale, PANEL_SIDE), beside], [*captions, ""], ["", probability, "", error, ""]],
        [CELL] * 4 + [NUMBERS],
        style=[
            *NO_PADDING,
            ("SPAN", (4, 0), (4, 2)),
            ("VALIGN", (0, 0), (-1, 0), "MIDDLE"),
            ("VALIGN", (4, 0), (4, 0), "TOP"),
            ("VALIGN", (0, 1), (3, -1), "TOP"),
            ("ALIGN", (0, 0), (3, 0), "CENTER"),
            ("RIGHTPADDING", (0, 0), (3, -1), GAP),
            ("LEFTPADDING", (4, 0), (4, 0), GAP),
        ],
    )


def _numbers(finding: FaceFinding, card: DetectorCard) -> list[Flowable]:
    region = finding.region
    rows = [
        ("pdf-score", escape(format_score(finding.fake_score))),
        *_ratios(finding.decision, card),
        ("pdf-mask-share", numbers.share(finding.mask_fraction)),
        ("pdf-reconstruction-error", numbers.fixed(finding.reconstruction_error, 3)),
        ("pdf-detector-confidence", numbers.fixed(region.detector_confidence, 2)),
    ]
    cells = [[Paragraph(text(label), LABEL), Paragraph(value, SMALL)] for label, value in rows]
    style: list[TableCommand] = [
        *NO_PADDING,
        ("LINEBELOW", (0, 0), (-1, -2), 0.3, RULE),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ]
    return [
        Table(cells, [LABELS, NUMBERS - GAP - LABELS], style=style),
        Spacer(0, 2),
        Paragraph(text("pdf-box", **region.box._asdict()), FINE),
    ]


def _ratios(decision: Decision, card: DetectorCard) -> list[tuple[str, str]]:
    """Messages of the labels, and values. The ratio for kinds that the detector may not know leads; the other two are
    left out where the card has neither."""
    leading, known, _ = calibration_basis(decision, card)
    rows = [("pdf-likelihood-ratio", format_ratio(decision.likelihood_ratio, leading))]
    if known is not None and decision.known_ratio is not None:
        rows.append(("pdf-known-ratio", format_ratio(decision.known_ratio, known)))
    if decision.false_alarms is not None:
        cases = calibration_basis(decision, card).untouched
        share = decision.false_alarms
        counted = numbers.percent_text(share, 2) if share * cases >= 1 else text("pdf-fewer-untouched", cases=cases)
        rows.append(("pdf-untouched-so-high", counted))
    return rows


def _score_scale(finding: FaceFinding, thresholds: Thresholds) -> Flowable:
    """The score as a pointer over the ranges, which differ in height as well as in color."""
    width, bottom, high = NUMBERS - GAP - 4, 8.0, 6.0
    drawing = Drawing(NUMBERS - GAP, 22)
    edges = (0.0, thresholds.no_signs, thresholds.signs, 1.0)
    names = (Verdict.NO_SIGNS, Verdict.INCONCLUSIVE, Verdict.SIGNS)
    for name, left, right, share in zip(names, edges[:-1], edges[1:], (0.5, 0.75, 1.0), strict=True):
        color = HexColor(VERDICT_COLORS[name])
        paint: dict[str, Any] = {"fillColor": color, "strokeColor": None}
        drawing.add(Rect(left * width, bottom, (right - left) * width, high * share, **paint))
    if finding.decision.verdict != Verdict.NOT_EVALUATED:
        x, tip = finding.fake_score * width, bottom + high + 0.5
        drawing.add(Polygon([x, tip, x - 3, tip + 6, x + 3, tip + 6], fillColor=INK, strokeColor=None))
    # the lower threshold's number ends at it and the upper one's begins there: they may lie close together
    for edge, anchor in zip(edges[1:3], ("end", "start"), strict=True):
        look: dict[str, Any] = {"fontName": SANS, "fontSize": 5.8, "fillColor": INK, "textAnchor": anchor}
        last = drawing.width - stringWidth(numbers.shortened(edge), SANS, 5.8) * (anchor == "start")
        drawing.add(String(min(edge * width, last), 1.5, numbers.shortened(edge), **look))
    return drawing
