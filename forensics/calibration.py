"""From a score to a decision and a strength of evidence, by the figures on the card.

How those figures are fitted: forensics/training/calibrating.py.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from forensics.card import Calibration, DetectorCard, Promise
from forensics.types import Box, Decision


def logit(score: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """log(s / (1 − s)), with scores of exactly 0 or 1 taken as 10⁻⁷ away from them."""
    clipped = np.clip(score, 1e-7, 1 - 1e-7)
    return np.log(clipped) - np.log1p(-clipped)


def score_text(fake_score: float) -> str:
    """Three digits, and never a certainty: a score that would round to 1.000 is > 0.999."""
    if fake_score >= 0.9995:
        return "> 0.999"
    return "< 0.001" if fake_score < 0.0005 else f"{fake_score:.3f}"


def log10_ratio(scores: NDArray[np.float64] | float, calibration: Calibration) -> NDArray[np.float64]:
    """log10 of p(score | manipulated) / p(score | untouched), held within what the calibration set supports."""
    line = calibration.slope * logit(scores) + calibration.intercept
    return np.clip(line, calibration.log10_floor, calibration.log10_limit)


def likelihood_ratio(fake_score: float, calibration: Calibration) -> float:
    """How many times more common such a score is in manipulated than in untouched faces."""
    return float(10.0 ** log10_ratio(fake_score, calibration))


def too_small(box: Box, card: DetectorCard) -> str | None:
    """Why a face of this size gets no number; None where it is large enough."""
    shorter, least = min(box.width, box.height), card.thresholds.smallest_face
    if shorter >= least:
        return None
    return f"The face is {shorter} pixels on its shorter side; under {least} nothing can be said."


def decide(fake_score: float, box: Box, card: DetectorCard) -> Decision:
    """The decision the card's thresholds give a face of this size; forensics/gate.py looks at the rest of it first."""
    reason = too_small(box, card)
    if reason is not None:
        return Decision("not evaluated", None, reason)
    thresholds = card.thresholds
    ratio, score = likelihood_ratio(fake_score, card.calibration), score_text(fake_score)
    if fake_score >= thresholds.signs:
        promise = _promised(thresholds.false_alarms, "of untouched faces reach")
        reason = f"The score {score} reaches {thresholds.signs:.3f}, the threshold for signs of manipulation{promise}."
        return Decision("signs of manipulation", ratio, reason)
    if fake_score <= thresholds.no_signs:
        promise = _promised(thresholds.misses, "of forged faces stay under")
        reason = f"The score {score} is at most {thresholds.no_signs:.3f}, the threshold for no signs found{promise}."
        return Decision("no signs found", ratio, reason)
    between = f"{thresholds.no_signs:.3f} and {thresholds.signs:.3f}"
    reason = f"The score {score} lies between the thresholds {between}."
    return Decision("inconclusive", ratio, reason)


def _promised(promise: Promise | None, which: str) -> str:
    return "" if promise is None else f", which at most {percent(promise.stated)} {which}"


def percent(share: float) -> str:
    """Three significant digits, as many as a promised rate has: 2 %, 12.5 %."""
    return f"{100 * share:.3g} %"


def clopper_pearson(hits: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Exact interval of a share of n independent cases (Clopper & Pearson, 1934)."""
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else float(beta.ppf(tail, hits, n - hits + 1))
    high = 1.0 if hits == n else float(beta.ppf(1 - tail, hits + 1, n - hits))
    return low, high
