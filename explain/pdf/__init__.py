"""The printed report. The same report gives the same bytes: no clock, no random identifier, fonts embedded."""

import io

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from explain.pdf.appendix import glossary, model_card, reproduction_and_signatures
from explain.pdf.panels import shared_scale
from explain.pdf.sections import front_matter, image_section
from explain.pdf.style import (
    BOTTOM,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SANS,
    SOFT_INK,
    TOP,
    WIDTH,
    draw_right,
    ellipsize,
    register_fonts,
    visible,
)
from explain.pdf.video import video_section
from explain.pdf.video_wording import how_judged
from explain.report import Report
from forensics.messages.catalogue import text
from forensics.messages.language import current_language

PAGE_COUNT = "page_count"
FOOTER_HEIGHT = 13 * mm


class CountingCanvas(Canvas):
    """A canvas that writes the number of pages into the form PAGE_COUNT, which every page shows, when all are drawn."""

    def save(self) -> None:
        self.beginForm(PAGE_COUNT)
        self.setFont(SANS, 7)
        self.setFillColor(SOFT_INK)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        super().save()


def render_pdf(report: Report, data_file: bytes | None = None) -> bytes:
    """The report as a PDF of A4 pages. data_file: the JSON that is handed out beside it, whose hash it states."""
    register_fonts()
    scale = shared_scale(report)
    story = front_matter(report)
    for place in range(1, len(report.results) + 1):
        story += image_section(report, place, scale)
    for place in range(1, len(report.videos) + 1):
        story += video_section(report, place, scale)
    for card in report.cards:
        story += [*glossary(report, card), *model_card(card)]
    for card in report.video_cards:
        story += how_judged(card)
    story += reproduction_and_signatures(report, data_file)
    buffer = io.BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    document = BaseDocTemplate(
        buffer,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageTemplates=[PageTemplate("page", [frame], onPage=lambda canvas, _: _frame_page(canvas, report))],
        title=text("pdf-title"),
        author=visible(report.analyst),
        subject=visible(report.case_number),
        creator="Telltale",
        lang=current_language(),
        invariant=1,
        pageCompression=1,
    )
    document.build(story, canvasmaker=CountingCanvas)
    return buffer.getvalue()


def _frame_page(canvas: Canvas, report: Report) -> None:
    """Header and footer: which report this is, which page."""
    right = PAGE_WIDTH - MARGIN
    canvas.saveState()
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, PAGE_HEIGHT - TOP + 6 * mm, right, PAGE_HEIGHT - TOP + 6 * mm)
    canvas.line(MARGIN, BOTTOM - 6 * mm, right, BOTTOM - 6 * mm)
    canvas.setFillColor(SOFT_INK)
    canvas.setFont(SANS, 7)
    canvas.drawString(MARGIN, PAGE_HEIGHT - TOP + 8 * mm, text("pdf-header"))
    if report.case_number:
        case = text("pdf-header-case", case=report.case_number)
        draw_right(canvas, right, PAGE_HEIGHT - TOP + 8 * mm, ellipsize(case, 7, WIDTH / 2), 7)
    draw_right(canvas, right, FOOTER_HEIGHT, ellipsize(report.created_text(), 7, WIDTH / 2), 7)
    canvas.setFont(SANS, 7)
    page = text("pdf-page", page=canvas.getPageNumber())
    canvas.drawString(MARGIN, FOOTER_HEIGHT, page)
    canvas.translate(MARGIN + canvas.stringWidth(page, SANS, 7), FOOTER_HEIGHT)
    canvas.doForm(PAGE_COUNT)
    canvas.restoreState()
