"""The strip beneath an annotated video: a legend, a row of verdicts for each person, a cursor at the present time."""

import math
from dataclasses import dataclass

from PIL import Image, ImageDraw

from explain.drawing.numbered_faces import BOX_STYLES, bold_font
from explain.drawing.palette import INK, RULE, SOFT_INK, VERDICT_COLORS
from explain.drawing.timeline_layout import (
    MAX_PERSONS,
    layout_segments,
    ticks,
    time_fraction,
    top_persons,
    verdict_letter,
)
from explain.pdf.verdict_wording import SYMBOLS, symbol_and_label
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.messages.catalogue import text
from forensics.messages.numbers import format_score, time_text
from forensics.types.analysis import Verdict
from forensics.types.video import VideoResult

LETTERED = 12
"""Width from which a span has room for its letter, in units."""


@dataclass(frozen=True, slots=True)
class TimelineStrip:
    """A drawn strip. left, right: where time begins and ends, in pixels. top, bottom: of the rows."""

    base: Image.Image
    unit: float
    left: float
    right: float
    top: float
    bottom: float
    seconds: float

    @property
    def width(self) -> int:
        return self.base.width

    @property
    def height(self) -> int:
        return self.base.height

    def with_cursor(self, seconds: float) -> Image.Image:
        """The strip with its cursor at this time."""
        picture = self.base.copy()
        draw = ImageDraw.Draw(picture)
        x, arm = self.left + time_fraction(seconds, self.seconds) * (self.right - self.left), 4 * self.unit
        draw.line((x, self.top, x, self.bottom), fill=INK, width=max(2, round(1.5 * self.unit)))
        draw.polygon((x - arm, self.top - arm, x + arm, self.top - arm, x, self.top + arm), fill=INK)
        times = f"{time_text(seconds)} / {time_text(self.seconds)}"
        draw.text((self.right, 13 * self.unit), times, fill=INK, font=bold_font(12 * self.unit), anchor="rm")
        return picture


def draw_strip(result: VideoResult, judgment: VideoVerdict, width: int) -> TimelineStrip:
    """The strip of a video, `width` pixels wide; its height is even and depends on the number of persons."""
    unit = max(0.75, width / 960)
    persons = top_persons(judgment, MAX_PERSONS)
    row, margin, left = 22 * unit, 8 * unit, 100 * unit
    sheet = Image.new("RGB", (width, round(row * (len(persons) + 6))), "white")
    draw = ImageDraw.Draw(sheet)
    top = _legend(draw, unit, width) + 8 * unit
    place = TimelineStrip(sheet, unit, left, width - margin, top, top + row * len(persons), max(result.seconds, 1e-3))
    for number, judged in enumerate(persons):
        _row(draw, place, judged, top + number * row)
    _axis(draw, place, len(judgment.tracks) - len(persons))
    height = round((place.bottom + 18 * unit) / 2) * 2
    return TimelineStrip(
        sheet.crop((0, 0, width, height)), unit, left, width - margin, top, place.bottom, place.seconds
    )


def _legend(draw: ImageDraw.ImageDraw, unit: float, width: int) -> float:
    """The name and the meaning of the colors; returns where it ends. The time stands at its right end."""
    font, small = bold_font(12 * unit), bold_font(10 * unit)
    draw.text((8 * unit, 13 * unit), "Telltale", fill=INK, font=font, anchor="lm")
    x, y, side = 8 * unit + draw.textlength("Telltale  ", font), 13 * unit, 14 * unit
    right = width - draw.textlength("00:00:00.0 / 00:00:00.0", font)
    for verdict in BOX_STYLES:
        words = symbol_and_label(verdict)
        needed = side + 6 * unit + draw.textlength(words, small)
        if x + needed > right:
            x, y, right = 8 * unit, y + 18 * unit, width
        _block(draw, (x, y - side / 2, x + side, y + side / 2), verdict, verdict_letter(verdict), unit)
        draw.text((x + side + 4 * unit, y), words, fill=INK, font=small, anchor="lm")
        x += needed + 12 * unit
    return y + 10 * unit


def _row(draw: ImageDraw.ImageDraw, place: TimelineStrip, judged: PersonVerdict, top: float) -> None:
    unit, verdict = place.unit, judged.decision.verdict
    middle, full = top + 11 * unit, 18 * unit
    score = "" if math.isnan(judged.score) else format_score(judged.score)
    words = f"{judged.face_id} {SYMBOLS[verdict]} {score}"
    draw.text((8 * unit, middle), words, fill=VERDICT_COLORS[verdict], font=bold_font(12 * unit), anchor="lm")
    draw.line((place.left, middle, place.right, middle), fill=RULE, width=max(1, round(unit)))
    wide = place.right - place.left
    for block in layout_segments(judged.spans, place.seconds, LETTERED * unit / wide):
        start, end = (place.left + share * wide for share in (block.start, block.end))
        half = full * block.height / 2
        edges = start, middle - half, max(end, start + 1), middle + half
        _block(draw, edges, block.verdict, block.letter, unit)


def _block(
    draw: ImageDraw.ImageDraw, edges: tuple[float, float, float, float], verdict: Verdict, letter_: str, unit: float
) -> None:
    """A span in its color, with its letter."""
    draw.rectangle(edges, fill=VERDICT_COLORS[verdict])
    center = ((edges[0] + edges[2]) / 2, (edges[1] + edges[3]) / 2)
    draw.text(center, letter_, fill="white", font=bold_font(9 * unit), anchor="mm")


def _axis(draw: ImageDraw.ImageDraw, place: TimelineStrip, more: int) -> None:
    unit, small = place.unit, bold_font(10 * place.unit)
    y = place.bottom + 9 * unit
    if more:
        draw.text((8 * unit, y), text("strip-more", more=more), fill=SOFT_INK, font=small, anchor="lm")
    for tick in ticks(place.seconds):
        x = place.left + time_fraction(tick.seconds, place.seconds) * (place.right - place.left)
        draw.line((x, place.bottom, x, place.bottom + 3 * unit), fill=SOFT_INK)
        half = draw.textlength(tick.text, small) / 2
        draw.text((min(x, place.right - half), y), tick.text, fill=SOFT_INK, font=small, anchor="mm")
