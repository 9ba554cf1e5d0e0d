"""The timeline of a video on paper: for each person its face, its line with the band, its verdicts over time."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image as Pixels
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from explain.drawing.palette import VERDICT_COLORS
from explain.drawing.timeline_layout import (
    Points,
    SegmentBlock,
    Tick,
    known_runs,
    layout_segments,
    ticks,
    time_fraction,
    unbroken_pieces,
)
from explain.pdf.style import BOLD, INK, RULE, SANS, SOFT_INK, TINT, WIDTH
from explain.pdf.verdict_wording import SYMBOLS
from forensics.analysis.video_assessment import assess_video
from forensics.decision.calibration import PersonLimits, person_limits
from forensics.decision.video_verdict import PersonVerdict
from forensics.messages.catalogue import text
from forensics.messages.numbers import format_score, shortened
from forensics.types.analysis import Verdict
from forensics.types.video import Track, VideoResult

LABELS = 92.0
LEFT, RIGHT = LABELS, WIDTH - 20  # room for the thresholds' numbers
PLOT, SPANS, BETWEEN = 26.0, 8.0, 7.0
ROW = PLOT + SPANS + BETWEEN
AXIS = 14.0
THUMBNAIL = 33.0

LETTERED = 7.0
"""Width from which a span has room for its letter, in points."""

MAX_POINTS = 400
"""Points of a line; more could not be told apart on this width."""

BAND = Color(0.353, 0.392, 0.404, 0.25)


class TimelineFlowable(Flowable):
    """A row a person, all on one axis of time; vertical lines are cuts."""

    def __init__(self, result: VideoResult, persons: Sequence[PersonVerdict]) -> None:
        super().__init__()
        self.result, self.persons = result, persons
        self.seconds = max(result.seconds, 1e-3)
        self.width, self.height = WIDTH, ROW * len(persons) + AXIS

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self._cuts()
        for number, judged in enumerate(self.persons):
            track = self.result.track(judged.face_id)
            bottom = self.height - (number + 1) * ROW + BETWEEN
            _label(self.canv, track, judged, bottom)
            self._plot(track, bottom + SPANS)
            for block in layout_segments(judged.spans, self.seconds, LETTERED / (RIGHT - LEFT)):
                self._block(block, bottom)
        self._axis(ticks(self.seconds))

    def _x(self, seconds: float) -> float:
        return LEFT + time_fraction(seconds, self.seconds) * (RIGHT - LEFT)

    def _cuts(self) -> None:
        self.canv.setStrokeColor(SOFT_INK)
        self.canv.setLineWidth(0.3)
        self.canv.setDash(1, 1.5)
        for cut in self.result.cuts:
            self.canv.line(self._x(cut), AXIS, self._x(cut), self.height)
        self.canv.setDash()

    def _plot(self, track: Track, bottom: float) -> None:
        card = self.result.judged_by(track.face_id)
        _frame(self.canv, person_limits(card), bottom)
        line = assess_video(self.result).lines[track.face_id]
        for piece in unbroken_pieces(line):
            self._line(downsample_curve(piece, math.ceil(len(line.seconds) / MAX_POINTS)), bottom)

    def _line(self, piece: Points, bottom: float) -> None:
        """The line with its band; the band is left out where it is not known."""
        x = [self._x(time) for time in piece[0]]
        score, low, high = ([bottom + PLOT * value for value in values] for values in piece[1:])
        self.canv.setFillColor(BAND)
        known = np.isfinite(piece[2])
        for start, end in known_runs(known):
            edge = [*zip(x[start:end], low[start:end], strict=True)]
            _path(self.canv, edge + [*zip(x[start:end], high[start:end], strict=True)][::-1], stroke=0, fill=1)
        self.canv.setFillColor(INK)
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.9)
        if len(x) == 1:
            self.canv.circle(x[0], score[0], 0.9, stroke=0, fill=1)
        else:
            _path(self.canv, [*zip(x, score, strict=True)], stroke=1, fill=0)

    def _block(self, block: SegmentBlock, bottom: float) -> None:
        left, right = (LEFT + share * (RIGHT - LEFT) for share in (block.start, block.end))
        height = (SPANS - 1) * block.height
        self.canv.setFillColor(HexColor(VERDICT_COLORS[block.verdict]))
        self.canv.rect(left, bottom + (SPANS - 1 - height) / 2, max(right - left, 0.5), height, stroke=0, fill=1)
        if block.letter:
            self.canv.setFillColorRGB(1, 1, 1)
            self.canv.setFont(BOLD, 5)
            self.canv.drawCentredString((left + right) / 2, bottom + SPANS / 2 - 2.3, block.letter)

    def _axis(self, marks: Sequence[Tick]) -> None:
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(INK)
        self.canv.setLineWidth(0.5)
        self.canv.setFont(SANS, 6)
        self.canv.line(LEFT, AXIS, RIGHT, AXIS)
        for tick in marks:
            self.canv.line(self._x(tick.seconds), AXIS, self._x(tick.seconds), AXIS - 2.5)
            self.canv.drawCentredString(self._x(tick.seconds), AXIS - 9, tick.text)


def _label(canvas: Canvas, track: Track, judged: PersonVerdict, bottom: float) -> None:
    verdict = judged.decision.verdict
    height, width = track.thumbnail.shape[:2]
    scale = THUMBNAIL / max(height, width)
    middle = bottom + (PLOT + SPANS) / 2
    canvas.drawImage(_reader(track.thumbnail), 0, middle - height * scale / 2, width * scale, height * scale)
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 7.5)
    canvas.drawString(THUMBNAIL + 4, middle + 3, text("pdf-person-number", person=judged.face_id))
    canvas.setFillColor(HexColor(VERDICT_COLORS[verdict]))
    canvas.setFont(SANS, 7)
    score = "" if math.isnan(judged.score) else format_score(judged.score)
    canvas.drawString(THUMBNAIL + 4, middle - 7, f"{SYMBOLS[verdict]} {score}")


def _reader(pixels: NDArray[np.uint8]) -> ImageReader:
    return ImageReader(Pixels.fromarray(pixels))


def _frame(canvas: Canvas, thresholds: PersonLimits, bottom: float) -> None:
    """The plot's ground from 0 to 1 with the thresholds and their numbers."""
    canvas.setFillColor(TINT)
    canvas.rect(LEFT, bottom, RIGHT - LEFT, PLOT, stroke=0, fill=1)
    canvas.setFont(SANS, 5.4)
    canvas.setLineWidth(0.4)
    canvas.setDash(3, 2)
    near = PLOT * (thresholds.signs - thresholds.no_signs) < 6
    for threshold, verdict, shift in (
        (thresholds.signs, Verdict.SIGNS, 0.0 if near else -2.0),
        (thresholds.no_signs, Verdict.NO_SIGNS, -4.5 if near else -2.0),
    ):
        y = bottom + PLOT * threshold
        canvas.setStrokeColor(HexColor(VERDICT_COLORS[verdict]))
        canvas.line(LEFT, y, RIGHT, y)
        canvas.setFillColor(HexColor(VERDICT_COLORS[verdict]))
        canvas.drawString(RIGHT + 2, y + shift, shortened(threshold))
    canvas.setDash()
    canvas.setStrokeColor(RULE)
    canvas.line(LEFT, bottom, LEFT, bottom + PLOT)


def _path(canvas: Canvas, points: Sequence[tuple[float, float]], stroke: int, fill: int) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=stroke, fill=fill)


def downsample_curve(piece: Points, step: int) -> Points:
    """So many neighbors joined to one point; the band keeps its extremes."""
    seconds, score, low, high = piece
    starts = np.arange(0, len(seconds), step)
    sizes = np.diff(np.append(starts, len(seconds)))
    times, scores = (np.add.reduceat(values, starts) / sizes for values in (seconds, score))
    return times, scores, np.minimum.reduceat(low, starts), np.maximum.reduceat(high, starts)
