"""What a report says of videos as such: at a glance, as inputs, and how one is judged."""

from collections import Counter

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable

from explain.drawing.numbered_faces import BOX_STYLES
from explain.pdf.style import HEADING, Paragraph, escape_markup, header_table, key_value_table
from explain.pdf.verdict_wording import symbol_and_label, verdict_cell
from explain.report import Report
from forensics.analysis.video_assessment import assess_video
from forensics.decision.score_curve import MIN_INTERVAL_SECONDS, MIN_OBSERVATIONS, WINDOW_SECONDS
from forensics.messages.catalogue import text
from forensics.messages.numbers import time_text
from forensics.types.analysis import ImageFile
from forensics.types.model_card import DetectorCard
from forensics.types.video import VideoFile

HOW = ("frames", "persons", "score", "weight", "person", "video", "limits")
"""What is told of how a video is judged, as its messages call it."""


def video_glance(report: Report) -> Flowable:
    """A line a video: its verdict, and how many persons got which."""
    rows = []
    for place, case in enumerate(report.videos, start=1):
        judgment = assess_video(case.result).file
        counts = Counter(judged.decision.verdict for judged in judgment.tracks)
        rows.append(
            [
                str(place),
                escape_markup(case.result.video.name, 80),
                verdict_cell(judgment.decision, case.result.judged_by(judgment.face_id)),
                *(str(counts[verdict]) for verdict in BOX_STYLES),
            ]
        )
    heads = [text("pdf-number"), text("pdf-video"), text("pdf-verdict-of-video")]
    heads += [text("pdf-persons-with-verdict", verdict=symbol_and_label(verdict)) for verdict in BOX_STYLES]
    return header_table(heads, rows, [0.06, 0.2, 0.2, 0.15, 0.14, 0.12, 0.13])


def video_inputs(report: Report) -> list[list[str]]:
    """Name, and type and size, of each video."""
    rows = []
    for file in (case.result.video for case in report.videos):
        length = [] if file.seconds is None else [time_text(float(file.seconds))]
        size = "<br/>".join((file.media_type, pixels_text(file), *length, text("pdf-bytes", bytes=file.size)))
        rows.append([escape_markup(file.name), size, file.sha256])
    return rows


def pixels_text(file: ImageFile | VideoFile) -> str:
    """ "640 × 480 pixels"."""
    return text("pdf-pixels", width=file.width, height=file.height)


def how_judged(card: DetectorCard) -> list[Flowable]:
    """How a video is judged by this detector, for the appendix."""
    given = {"window": WINDOW_SECONDS, "sustained": MIN_INTERVAL_SECONDS, "fewest": MIN_OBSERVATIONS}
    rows = [(text(f"pdf-judged-{name}"), text(f"pdf-judged-{name}-means", **given)) for name in HOW]
    ratio = text("pdf-judged-ratio-of-a-picture" if card.persons is None else "pdf-judged-ratio-of-clips")
    rows.append((text("pdf-judged-ratio"), ratio))
    return [CondPageBreak(60 * mm), Paragraph(text("pdf-how-judged"), HEADING), key_value_table(rows, 36 * mm)]
