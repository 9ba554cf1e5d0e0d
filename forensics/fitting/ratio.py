"""From answers to likelihood ratios, for kinds of forgery that a network may not know."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from forensics.fitting.answers import Answers
from forensics.training.calibration_fit import WeightedSample, elub_upper_bound
from forensics.types.evidence import Calibration


class RatioFit(NamedTuple):
    """hardest: the kind of forgery that the floor comes from."""

    ratio: Calibration
    hardest: str


def fit_ratio(answers: Answers, data: str) -> RatioFit:
    """A line on the logit, never falling, held within empirical bounds.

    Weighted logistic regression: kinds, sources and classes have equal weights, so the log-odds are log likelihood
    ratios. A forgery may be of a kind as hard as the hardest of these, so each kind alone must support the floor: it is
    the highest of their lower bounds. The limit is the upper bound over all kinds and sources together.
    """
    slope, intercept = fit_line(answers)
    ratios, weights, forged = slope * answers.logit + intercept, answers.weights, answers.manipulated
    untouched = WeightedSample(ratios[~forged], weights[~forged])
    limit = elub_upper_bound(WeightedSample(ratios[forged], weights[forged]), untouched)
    floors = {
        kind: -elub_upper_bound(untouched.negated(), kind_ratios(answers, ratios, kind).negated())
        for kind in answers.kinds
    }
    hardest = max(floors, key=lambda kind: floors[kind])
    n_real, n_fake = (len(set(answers.face[forged == label].tolist())) for label in (False, True))
    return RatioFit(Calibration(slope, intercept, limit, n_real, n_fake, data, floors[hardest]), hardest)


def fit_line(answers: Answers) -> tuple[float, float]:
    """Slope and intercept of log10 ratios over logits; 0 and 0 where higher scores are not more common among forged."""
    share = np.where(
        answers.manipulated, *(0.5 / answers.weights[answers.manipulated == c].sum() for c in (True, False))
    )
    weights = answers.weights * share * len(answers)
    model = LogisticRegression(C=np.inf).fit(answers.logit[:, None], answers.manipulated, weights)
    slope, intercept = float(model.coef_[0, 0]) / math.log(10), float(model.intercept_[0]) / math.log(10)
    return (slope, intercept) if slope > 0 else (0.0, 0.0)


def kind_ratios(answers: Answers, ratios: NDArray[np.float64], kind: str) -> WeightedSample:
    """The ratios of one kind, whose weights add up to its number of faces."""
    rows = answers.manipulated & (answers.group == kind)
    faces = len(set(answers.face[rows].tolist()))
    weights = answers.weights[rows]
    return WeightedSample(ratios[rows], weights * faces / weights.sum())
