"""Thresholds and likelihood ratios from the scores of a set that neither trained nor chose the network."""

import dataclasses
import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from forensics.decision.calibration import clopper_pearson, logit
from forensics.types.model_card import Calibration, DetectorCard, ErrorRateBound, Thresholds

STATED_FALSE_ALARM_RATE = 0.02
"""Share of untouched faces that may be called manipulated: a wrong "fake" can ruin a person. Much less is nothing that
some hundred faces could support: of 183, not one may be called so for the bound to stay under 2 %."""

STATED_MISS_RATE = 0.05
"""Share of manipulated faces that may be called "no signs found". A wrong one lets a forgery stand; but that verdict
clears nobody, so it may err more often than an accusation."""

MIN_FACE_SIDE = 32
"""Shorter side of a face in pixels under which nothing is said: the training saw few smaller ones."""

BOUND_STEP = 0.01
"""Step in log10: finer than any digit of a likelihood ratio that is printed."""


def with_calibration(
    card: DetectorCard,
    scores: NDArray[np.float64],
    manipulated: NDArray[np.bool_],
    data: str,
    worn: NDArray[np.float64] | None = None,
) -> DetectorCard:
    """The card with thresholds and calibration of these scores.

    scores: (n,) in [0, 1]; manipulated: (n,), at least one face of each class; data: what set this is, in words.
    worn: (n,) the scores of the same faces slightly damaged; then the thresholds hold for either state of a face.
    """
    calibration = fit_calibration(scores, manipulated, data)
    worst = scores
    if worn is not None:
        worst = np.where(manipulated, np.minimum(scores, worn), np.maximum(scores, worn))
    thresholds = fit_thresholds(worst, manipulated, calibration)
    return dataclasses.replace(card, thresholds=thresholds, calibration=calibration)


def fit_calibration(scores: NDArray[np.float64], manipulated: NDArray[np.bool_], data: str) -> Calibration:
    """Logistic regression on the logit with classes of equal weight: its log-odds are log likelihood ratios.

    Never falling: where higher scores are not more common among manipulated faces, the scores are no evidence, and
    every ratio is 1. Held within the bounds of `elub_bounds`.
    """
    values = logit(scores)[:, None]
    model = LogisticRegression(C=np.inf, class_weight="balanced").fit(values, manipulated)
    slope, intercept = float(model.coef_[0, 0]) / math.log(10), float(model.intercept_[0]) / math.log(10)
    if slope <= 0:
        slope, intercept = 0.0, 0.0
    ratios = slope * values[:, 0] + intercept
    floor, limit = elub_bounds(ratios[~manipulated], ratios[manipulated])
    n_real, n_fake = int((~manipulated).sum()), int(manipulated.sum())
    return Calibration(slope, intercept, limit, n_real, n_fake, data, floor)


def elub_bounds(untouched: NDArray[np.float64], forged: NDArray[np.float64]) -> tuple[float, float]:
    """Lowest and highest log10 likelihood ratio that a set of log10 ratios of both classes supports.

    Empirical lower and upper bound (ELUB): Vergeer, van Es, de Jongh, Alberink & Stoel, Numerical likelihood ratios
    outputted by LR systems are often based on extrapolation: when to stop extrapolating?, Science & Justice 56, 2016.
    """
    of_untouched, of_forged = (WeightedSample(values, np.ones(len(values))) for values in (untouched, forged))
    return -elub_upper_bound(of_untouched.negated(), of_forged.negated()), elub_upper_bound(of_forged, of_untouched)


class WeightedSample(NamedTuple):
    """Values with weights whose sum is the number of faces."""

    values: NDArray[np.float64]
    weights: NDArray[np.float64]

    def negated(self) -> "WeightedSample":
        return WeightedSample(-self.values, self.weights)

    def weight_at_least(self, places: NDArray[np.float64]) -> NDArray[np.float64]:
        """Weight of the values at or above each place."""
        order = np.argsort(self.values)
        passed = np.concatenate([[0.0], np.cumsum(self.weights[order])])
        return passed[-1] - passed[np.searchsorted(self.values[order], places - 1e-12, "left")]


def elub_upper_bound(fitting: WeightedSample, misleading: WeightedSample) -> float:
    """The largest log10 t up to which deciding by "ratio ≥ t" costs no more than not looking at the ratios at all.

    Cost where an error of the one kind weighs t times the other's: normalized Bayes error rate =
    P(fitting < t) + t · P(misleading ≥ t) ≤ 1, each share with one more, maximally misleading, face.
    """
    n, m = fitting.weights.sum(), misleading.weights.sum()
    grid = np.arange(0, math.log10(m + 1) + BOUND_STEP, BOUND_STEP)
    missed = (n - fitting.weight_at_least(grid) + 1) / (n + 1)
    over = (misleading.weight_at_least(grid) + 1) / (m + 1)
    worse = missed + 10**grid * over > 1
    return round(float(grid[max(0, int(np.argmax(worse)) - 1)]), 2)


def fit_thresholds(scores: NDArray[np.float64], manipulated: NDArray[np.bool_], calibration: Calibration) -> Thresholds:
    """The thresholds that hold both stated rates, with the Clopper-Pearson bound, on a calibration set.

    No threshold contradicts the ratio: signs are told from a ratio of 1 upwards only, no signs from 1 downwards.
    """
    untouched, forged = scores[~manipulated], scores[manipulated]
    signs, no_signs = (
        threshold_for_rate(untouched, STATED_FALSE_ALARM_RATE),
        -threshold_for_rate(-forged, STATED_MISS_RATE),
    )
    if no_signs > signs:  # so good a separation that one threshold would serve both: the gap keeps the stricter sides
        no_signs, signs = signs, no_signs
    if calibration.slope > 0:
        neutral = float(expit(-calibration.intercept / calibration.slope))
        no_signs, signs = min(no_signs, neutral), max(signs, neutral)
    no_signs, signs = max(0.0, no_signs), min(1.0, signs)
    if no_signs == signs:
        no_signs = float(np.nextafter(signs, 0))
    return Thresholds(
        signs=signs,
        no_signs=no_signs,
        smallest_face=MIN_FACE_SIDE,
        false_alarms=error_rate_bound(STATED_FALSE_ALARM_RATE, untouched >= signs),
        misses=error_rate_bound(STATED_MISS_RATE, forged <= no_signs),
    )


def threshold_for_rate(scores: NDArray[np.float64], rate: float) -> float:
    """The lowest threshold that so few scores reach that the bound of their share stays within the rate.

    Where even none reaching it would leave the bound above the rate: above the highest score.
    """
    counts = range(len(scores))
    allowed = max((hits for hits in counts if clopper_pearson(hits, len(scores))[1] <= rate), default=0)
    return float(np.nextafter(np.sort(scores)[::-1][allowed], np.inf))


def error_rate_bound(rate: float, errors: NDArray[np.bool_]) -> ErrorRateBound:
    """The rate, or the smallest one that the set supports where that is larger, rounded up to a tenth of a per cent."""
    bound = clopper_pearson(int(errors.sum()), len(errors))[1]
    return ErrorRateBound(stated=max(rate, math.ceil(bound * 1000) / 1000), bound=bound, n=len(errors))
