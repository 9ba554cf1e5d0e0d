"""The words of the printed report. "Real" is not among them: the network can only fail to find signs."""

import math

from forensics.card import Calibration, DetectorCard, Thresholds
from forensics.types import Decision, Verdict

SYMBOLS: dict[Verdict, str] = {
    "signs of manipulation": "▲",
    "inconclusive": "◆",
    "no signs found": "●",
    "not evaluated": "○",
}

SUPPORT: tuple[tuple[float, str], ...] = (
    (2, "no"),
    (10, "weak"),
    (100, "moderate"),
    (1000, "moderately strong"),
    (10_000, "strong"),
    (math.inf, "very strong"),
)
"""Likelihood ratio below which the word holds (ENFSI, Guideline for Evaluative Reporting in Forensic Science, 2015)."""

CAUTION = (
    "This report supports an examiner; it does not replace one. A score is the answer of one trained network to "
    "traces in pixels. It does not say who made a picture, when, or why, and the absence of signs does not show that "
    "a picture is authentic. The likelihood ratio must be weighed together with all other findings of the case."
)


def number(value: float) -> str:
    """Two significant digits, which is more than a likelihood ratio is known to: 3.4, 58, 1,200."""
    return f"{value:.1f}" if value < 9.95 else f"{float(f'{value:.2g}'):,.0f}"


def threshold_text(threshold: float) -> str:
    """As many digits as a score is printed with: 0.9, 0.676."""
    return f"{threshold:.3f}".rstrip("0").rstrip(".")


def ratio_text(decision: Decision, calibration: Calibration) -> str:
    """The likelihood ratio as 12 or 1 / 12; at the calibration set's limit, that it may be further from 1."""
    ratio = decision.likelihood_ratio
    if ratio is None:
        return "none"
    text = number(ratio) if ratio >= 1 else f"1 / {number(1 / ratio)}"
    log10 = math.log10(ratio)
    at_limit = log10 >= calibration.log10_limit - 1e-9 or log10 <= calibration.log10_floor + 1e-9
    return f"{text} or {'more' if ratio > 1 else 'less'}" if at_limit else text


def support(decision: Decision, calibration: Calibration) -> str:
    """The likelihood ratio in words, with the number."""
    ratio = decision.likelihood_ratio
    if ratio is None:
        return "no likelihood ratio"
    strength = next(word for below, word in SUPPORT if max(ratio, 1 / ratio) < below)
    direction = "either way" if strength == "no" else "for manipulation" if ratio > 1 else "against manipulation"
    return f"{strength} support {direction} (likelihood ratio {ratio_text(decision, calibration)})"


def meanings(card: DetectorCard) -> list[tuple[str, str]]:
    """What each word and number of the report means, for this detector."""
    limits = card.thresholds
    return [*_verdicts(limits), *_measures(card), ("Likelihood ratio", _ratio(card.calibration))]


def _verdicts(limits: Thresholds) -> list[tuple[str, str]]:
    signs, no_signs = threshold_text(limits.signs), threshold_text(limits.no_signs)
    return [
        (
            "▲ Signs of manipulation",
            f"The score is {signs} or more: the range that manipulated faces reach and untouched ones seldom do.",
        ),
        (
            "◆ Inconclusive",
            f"The score lies between {no_signs} and {signs}, where both kinds are found. It speaks for neither.",
        ),
        (
            "● No signs found",
            f"The score is {no_signs} or less: the network found none of the traces it knows. The face may carry "
            "traces of a kind it never saw.",
        ),
        (
            "○ Not evaluated",
            f"The face is smaller than {limits.smallest_face} pixels, or too blurred, too compressed, too much covered "
            "or otherwise unlike the faces of the calibration; its score has no meaning and must not be used.",
        ),
    ]


def _measures(card: DetectorCard) -> list[tuple[str, str]]:
    return [
        (
            "Score",
            "The network's answer from 0 to 1, higher with manipulation. It is not a probability that the face is "
            "manipulated.",
        ),
        (
            "Mask",
            "For each pixel the probability that it was manipulated; outlined where it passes 0.5. The mask share is "
            "the part of the crop inside the outline.",
        ),
        (
            "Reconstruction and its error",
            "The crop as the network rebuilds it from what it kept, and the mean absolute "
            "difference from the crop (0 to 1). It shows how much of the face the network took in; alone it is no sign "
            "of manipulation.",
        ),
        (
            "Detector confidence",
            "How sure the face finder is that this is a face, 0 to 1. It says nothing about manipulation.",
        ),
        (
            "Scored again",
            "The same face after JPEG compression of quality 75 and 50, at half size, slightly blurred, and cut out a "
            "little beside its place, with the verdict's symbol for each; the spread is the highest less the lowest of "
            "all its scores. A face whose verdict hangs on such a change is weak evidence. The score and the verdict "
            "above are those of the picture as it came.",
        ),
        (
            "Looks most like",
            "The kind of forgery to which the network's second answer points, where it has one: a hint where to look, "
            "of kinds it was trained on only. It takes no part in the verdict.",
        ),
        ("Crop", f"The face with a margin, brought to {card.input_size} × {card.input_size} pixels for the network."),
    ]


def _ratio(calibration: Calibration) -> str:
    scale = "; ".join(
        f"{word} support below {below:,.0f}" if below < math.inf else f"{word} support from there on"
        for below, word in SUPPORT
    )
    return (
        f"How many times more often such a score came from a manipulated face than from an untouched one among the "
        f"{calibration.n_fake:,} manipulated and {calibration.n_real:,} untouched faces of the calibration set "
        f"({calibration.data}). Held within 1 / {number(10**-calibration.log10_floor)} and "
        f"{number(10**calibration.log10_limit)}, which is all that so many faces can tell. In words (ENFSI 2015), the "
        f"same in both directions: {scale}."
    )
