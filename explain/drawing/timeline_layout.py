"""What every drawing of findings over time shares: letters for verdicts, the text of a time, ticks, who is shown."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.decision.score_curve import ScoreCurve
from forensics.decision.segments import Segment
from forensics.decision.strength import suspicion_key
from forensics.decision.strength_wording import VERDICTS
from forensics.decision.video_verdict import PersonVerdict, VideoVerdict
from forensics.formatting import format_timecode
from forensics.messages.catalogue import text
from forensics.messages.numbers import in_language, time_text
from forensics.types.analysis import Verdict

MAX_PERSONS = 8
"""Persons with a row in a timeline and key frames of their own: as many fit on a page, and under a picture."""

SEGMENT_HEIGHTS: dict[Verdict, float] = {
    Verdict.SIGNS: 1.0,
    Verdict.INCONCLUSIVE: 0.8,
    Verdict.NO_SIGNS: 0.6,
    Verdict.NOT_EVALUATED: 0.4,
}
"""Height of a span, in heights of its row: verdicts are told apart without colors, and where a letter has no room."""

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
"""Seconds between ticks, the ones that people count in."""


def verdict_letter(verdict: Verdict) -> str:
    """In spans, where symbols would be too small to tell apart."""
    return text("verdict-letter", verdict=VERDICTS[verdict])


class Tick(NamedTuple):
    seconds: float
    text: str


def ticks(seconds: float, most: int = 8) -> tuple[Tick, ...]:
    """Round times from 0 to `seconds`, at most `most` intervals, with as many decimals as they need."""
    step = next((step for step in STEPS if seconds / step <= most), None)
    if step is None:
        step = STEPS[-1] * math.ceil(seconds / STEPS[-1] / most)
    return tuple(
        Tick(n * step, in_language(format_timecode(n * step, int(step < 1))))
        for n in range(int(seconds / step + 1e-9) + 1)
    )


class SegmentBlock(NamedTuple):
    """A span as it is drawn. start, end: shares of the whole time, in [0, 1]. height: share of the row's. letter: ""
    where it has no room."""

    start: float
    end: float
    height: float
    verdict: Verdict
    letter: str


def layout_segments(spans: Sequence[Segment], seconds: float, lettered: float) -> tuple[SegmentBlock, ...]:
    """lettered: share of the whole time over which a span has room for its letter."""
    return tuple(
        SegmentBlock(
            start := time_fraction(span.start, seconds),
            end := time_fraction(span.end, seconds),
            SEGMENT_HEIGHTS[span.verdict],
            span.verdict,
            verdict_letter(span.verdict) if end - start > lettered else "",
        )
        for span in spans
    )


def time_fraction(time: float, seconds: float) -> float:
    """Where a time lies in the whole, in [0, 1]."""
    return min(1.0, max(0.0, time / seconds))


Points = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]
"""An unbroken piece of a line: seconds, score, low, high, (n,) each."""


def unbroken_pieces(line: ScoreCurve) -> list[Points]:
    """The line where it is unbroken."""
    return [
        (line.seconds[start:end], line.score[start:end], line.low[start:end], line.high[start:end])
        for start, end in known_runs(np.isfinite(line.score))
    ]


def known_runs(known: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Start and end of each run of what is known, as of the band in a piece."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False]))))
    return [*zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)]


def visible_periods(spans: Sequence[Segment]) -> tuple[tuple[float, float], ...]:
    """From when to when the person was to be seen, whatever was found."""
    edges: list[tuple[float, float]] = []
    for span in spans:
        goes_on = bool(edges) and span.start <= edges[-1][1]
        edges[-1:] = [(edges[-1][0], span.end)] if goes_on else [*edges[-1:], (span.start, span.end)]
    return tuple(edges)


def format_period(start: float, end: float) -> str:
    """ "0:02.0–0:04.2"."""
    return f"{time_text(start)}–{time_text(end)}"


def top_persons(judgment: VideoVerdict, most: int) -> tuple[PersonVerdict, ...]:
    """Those `most` persons who matter most to the file's decision: by verdict first, then by likelihood ratio
    and score, then those seen more often. In the order of their numbers."""

    def order(judged: PersonVerdict) -> tuple[float, ...]:
        return *suspicion_key(judged.decision, judged.score), judged.sightings, -judged.face_id

    chosen = sorted(judgment.tracks, key=order, reverse=True)[:most]
    return tuple(sorted(chosen, key=lambda judged: judged.face_id))
