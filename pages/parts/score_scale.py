"""The score on its scale, as a small drawing in HTML that takes the colour of the page's text."""

from explain.overlay import VERDICT_COLOURS
from forensics.card import Thresholds

CLOSE = 0.12
"""Share of the scale under which two numbers beside each other would touch."""


def score_scale(score: float, thresholds: Thresholds) -> str:
    """HTML: the ranges of the verdicts from 0 to 1, the thresholds, and the score as a pointer.

    The ranges differ in height as well as in colour. All that goes into it are numbers.
    """
    low, high = thresholds.no_signs, thresholds.signs
    ranges = [
        _range(0, low, VERDICT_COLOURS["no signs found"], 4),
        _range(low, high, VERDICT_COLOURS["inconclusive"], 7),
        _range(high, 1, VERDICT_COLOURS["signs of manipulation"], 10),
    ]
    close = high - low < CLOSE
    numbers = [
        _number(low, f"{low:.3f}", -100 if close else -50),
        _number(high, f"{high:.3f}", 0 if close else -50),
        _number(0, "0", 0) if low >= CLOSE else "",
        _number(1, "1", -100) if high <= 1 - CLOSE else "",
    ]
    label = f"Score {score:.3f} of 1: no signs up to {low:.3f}, signs of manipulation from {high:.3f}"
    return (
        f'<div role="img" aria-label="{label}" style="position:relative;height:44px;margin:0 8px">'
        f'<span style="position:absolute;top:0;left:{score:.2%};transform:translateX(-50%);line-height:16px">▼</span>'
        + "".join([*ranges, *numbers])
        + "</div>"
    )


def _range(left: float, right: float, colour: str, height: int) -> str:
    return (
        f'<span style="position:absolute;left:{left:.2%};width:{right - left:.2%};top:{26 - height}px;'
        f'height:{height}px;background:{colour}"></span>'
    )


def _number(place: float, text: str, shift: int) -> str:
    return (
        f'<span style="position:absolute;left:{place:.2%};top:28px;transform:translateX({shift}%);font-size:12px;'
        f'line-height:16px;opacity:0.8">{text}</span>'
    )
