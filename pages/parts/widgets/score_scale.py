"""The score on its scale, as a small drawing in HTML that takes the color of the page's text."""

from collections.abc import Sequence

from explain.drawing.palette import VERDICT_COLORS
from forensics.decision.calibration import PersonLimits
from forensics.messages.catalogue import text
from forensics.messages.numbers import fixed
from forensics.types.analysis import PerturbedScore, Verdict
from forensics.types.model_card import Thresholds

CLOSE = 0.12
"""Share of the scale under which two numbers beside each other would touch."""


def score_scale(score: float, thresholds: Thresholds | PersonLimits, rescores: Sequence[PerturbedScore] = ()) -> str:
    """HTML: the ranges of the verdicts from 0 to 1, the thresholds, the score as a pointer, its rescores as dots.

    The ranges differ in height as well as in color. All that goes into it are numbers and our own words.
    """
    low, high = thresholds.no_signs, thresholds.signs
    ranges = [
        _range(0, low, VERDICT_COLORS[Verdict.NO_SIGNS], 4),
        _range(low, high, VERDICT_COLORS[Verdict.INCONCLUSIVE], 7),
        _range(high, 1, VERDICT_COLORS[Verdict.SIGNS], 10),
    ]
    close = high - low < CLOSE
    top = 36 if rescores else 28  # of the numbers, in pixels: the dots lie between them and the ranges
    numbers = [
        _number(low, top, fixed(low, 3), -100 if close else -50),
        _number(high, top, fixed(high, 3), 0 if close else -50),
        _number(0, top, "0", 0) if low >= CLOSE else "",
        _number(1, top, "1", -100) if high <= 1 - CLOSE else "",
    ]
    label = text("page-scale-label", score=score, no_signs=low, signs=high)
    label += "".join(text("page-scale-after", change=change, score=again) for change, again in rescores)
    return (
        f'<div role="img" aria-label="{label}" style="position:relative;height:{top + 16}px;margin:0 8px">'
        f'<span style="position:absolute;top:0;left:{score:.2%};transform:translateX(-50%);line-height:16px">▼</span>'
        + "".join([*ranges, *(_dot(again) for again in rescores), *numbers])
        + "</div>"
    )


def _range(left: float, right: float, color: str, height: int) -> str:
    return (
        f'<span style="position:absolute;left:{left:.2%};width:{right - left:.2%};top:{26 - height}px;'
        f'height:{height}px;background:{color}"></span>'
    )


def _dot(again: PerturbedScore) -> str:
    title = text("page-after-change", change=again.change, score=fixed(again.fake_score, 3))
    return (
        f'<span title="{title}" style="position:absolute;left:{again.fake_score:.2%};'
        'top:28px;width:7px;height:7px;margin-left:-3.5px;border-radius:50%;background:currentColor;opacity:0.6"></span>'
    )


def _number(place: float, top: int, number: str, shift: int) -> str:
    return (
        f'<span style="position:absolute;left:{place:.2%};top:{top}px;transform:translateX({shift}%);font-size:12px;'
        f'line-height:16px;opacity:0.8">{number}</span>'
    )
