"""From a score to a decision and a strength of evidence, by the figures on the card."""

import math

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta
from sklearn.linear_model import LogisticRegression

from forensics.card import Calibration, DetectorCard, Thresholds
from forensics.types import Box, Decision

FALSE_ALARM_RATE = 0.01
"""Share of untouched calibration faces that may be called manipulated. A wrong "fake" can ruin a person."""

MISS_RATE = 0.01
"""Share of manipulated calibration faces that may be called "no signs found". A wrong one lets a forgery stand."""

SMALLEST_FACE = 32
"""Shorter side of a face in pixels under which nothing is said: the training saw few smaller ones."""


def logit(score: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """log(s / (1 − s)), with scores of exactly 0 or 1 taken as 10⁻⁷ away from them."""
    clipped = np.clip(score, 1e-7, 1 - 1e-7)
    return np.log(clipped) - np.log1p(-clipped)


def score_text(fake_score: float) -> str:
    """Three digits, and never a certainty: a score that would round to 1.000 is > 0.999."""
    if fake_score >= 0.9995:
        return "> 0.999"
    return "< 0.001" if fake_score < 0.0005 else f"{fake_score:.3f}"


def likelihood_ratio(fake_score: float, calibration: Calibration) -> float:
    """p(score | manipulated) / p(score | untouched), held within 10^± log10_limit."""
    log10 = calibration.slope * float(logit(fake_score)) + calibration.intercept
    return 10.0 ** max(-calibration.log10_limit, min(calibration.log10_limit, log10))


def decide(fake_score: float, box: Box, card: DetectorCard) -> Decision:
    """The decision the card's thresholds give a face of this size."""
    thresholds = card.thresholds
    shorter = min(box.width, box.height)
    if shorter < thresholds.smallest_face:
        least = thresholds.smallest_face
        reason = f"The face is {shorter} pixels on its shorter side; under {least} nothing can be said."
        return Decision("not evaluated", None, reason)
    ratio, score = likelihood_ratio(fake_score, card.calibration), score_text(fake_score)
    if fake_score >= thresholds.signs:
        reason = f"The score {score} reaches {thresholds.signs:.3f}, the threshold for signs of manipulation."
        return Decision("signs of manipulation", ratio, reason)
    if fake_score <= thresholds.no_signs:
        reason = f"The score {score} is at most {thresholds.no_signs:.3f}, the threshold for no signs found."
        return Decision("no signs found", ratio, reason)
    between = f"{thresholds.no_signs:.3f} and {thresholds.signs:.3f}"
    reason = f"The score {score} lies between the thresholds {between}."
    return Decision("inconclusive", ratio, reason)


def fit_calibration(scores: NDArray[np.float64], manipulated: NDArray[np.bool_], data: str) -> Calibration:
    """Logistic regression on the logit with classes of equal weight: its log-odds are log likelihood ratios.

    Bounded by what the sample supports: with n faces of a class no ratio beyond n can be told from luck (after
    Vergeer et al., Science & Justice, 2016, in its simplest form).
    """
    values = logit(scores)[:, None]
    model = LogisticRegression(C=np.inf, class_weight="balanced").fit(values, manipulated)
    to_log10 = 1 / math.log(10)
    n_real, n_fake = int((~manipulated).sum()), int(manipulated.sum())
    limit = math.log10(min(n_real, n_fake))
    slope, intercept = float(model.coef_[0, 0]) * to_log10, float(model.intercept_[0]) * to_log10
    return Calibration(slope, intercept, limit, n_real, n_fake, data)


def fit_thresholds(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> Thresholds:
    """The thresholds that hold FALSE_ALARM_RATE and MISS_RATE on a calibration set."""
    signs = float(np.quantile(scores[~manipulated], 1 - FALSE_ALARM_RATE, method="higher"))
    no_signs = float(np.quantile(scores[manipulated], MISS_RATE, method="lower"))
    if no_signs >= signs:  # so good a separation that one threshold serves both rates: the gap keeps the stricter sides
        no_signs, signs = signs, no_signs
    if no_signs == signs:
        signs = float(np.nextafter(signs, 1))
    return Thresholds(signs=signs, no_signs=no_signs, smallest_face=SMALLEST_FACE)


def clopper_pearson(hits: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Exact interval of a share of n independent cases (Clopper & Pearson, 1934)."""
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else float(beta.ppf(tail, hits, n - hits + 1))
    high = 1.0 if hits == n else float(beta.ppf(1 - tail, hits + 1, n - hits))
    return low, high
