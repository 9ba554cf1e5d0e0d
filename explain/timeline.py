"""What every drawing of findings over time shares: letters for verdicts, the text of a time, ticks, who is shown."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from forensics.clock import clock
from forensics.messages.catalogue import text
from forensics.messages.numbers import in_language, time_text
from forensics.strength import suspicion
from forensics.strength_words import VERDICTS
from forensics.types import Verdict
from forensics.video.judging import FileJudgement, TrackJudgement
from forensics.video.spans import Span

MOST_SHOWN = 8
"""Persons with a row in a timeline and key frames of their own: as many fit on a page, and under a picture."""

SPAN_HEIGHTS: dict[Verdict, float] = {
    "signs of manipulation": 1.0,
    "inconclusive": 0.8,
    "no signs found": 0.6,
    "not evaluated": 0.4,
}
"""Of a span, in heights of its row: verdicts are told apart without colours, and where a letter has no room."""

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
"""Seconds between ticks, the ones that people count in."""


def letter(verdict: Verdict) -> str:
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
        Tick(n * step, in_language(clock(n * step, int(step < 1)))) for n in range(int(seconds / step + 1e-9) + 1)
    )


def seen(spans: Sequence[Span]) -> tuple[tuple[float, float], ...]:
    """From when to when the person was to be seen, whatever was found."""
    edges: list[tuple[float, float]] = []
    for span in spans:
        goes_on = bool(edges) and span.start <= edges[-1][1]
        edges[-1:] = [(edges[-1][0], span.end)] if goes_on else [*edges[-1:], (span.start, span.end)]
    return tuple(edges)


def period(start: float, end: float) -> str:
    """ "0:02.0–0:04.2"."""
    return f"{time_text(start)}–{time_text(end)}"


def foremost(judgement: FileJudgement, most: int) -> tuple[TrackJudgement, ...]:
    """Those `most` persons who matter most to the file's decision: by verdict first, then by likelihood ratio
    and score, then those seen more often. In the order of their numbers."""

    def order(judged: TrackJudgement) -> tuple[float, ...]:
        return *suspicion(judged.decision, judged.score), judged.sightings, -judged.face_id

    chosen = sorted(judgement.tracks, key=order, reverse=True)[:most]
    return tuple(sorted(chosen, key=lambda judged: judged.face_id))
