"""From a score to a decision and a strength of evidence, by the figures on the card.

How those figures are fitted: forensics/training/calibration_fit.py.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta

from forensics.facts import Fact
from forensics.types.analysis import Box, Decision, Verdict
from forensics.types.model_card import Calibration, DetectorCard, ErrorRateBound, Evidence
from forensics.types.reasons import ReasonCode


def logit(score: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """log(s / (1 − s)), with scores of exactly 0 or 1 taken as 10⁻⁷ away from them."""
    clipped = np.clip(score, 1e-7, 1 - 1e-7)
    return np.log(clipped) - np.log1p(-clipped)


def log10_likelihood_ratio(scores: NDArray[np.float64] | float, calibration: Calibration) -> NDArray[np.float64]:
    """log10 of p(score | manipulated) / p(score | untouched), held within what the calibration set supports."""
    line = calibration.slope * logit(scores) + calibration.intercept
    return np.clip(line, calibration.log10_floor, calibration.log10_limit)


def likelihood_ratio(fake_score: float, calibration: Calibration) -> float:
    """How many times more common such a score is in manipulated than in untouched faces."""
    return float(10.0 ** log10_likelihood_ratio(fake_score, calibration))


def size_rejection_reason(box: Box, card: DetectorCard) -> Fact | None:
    """Why a face of this size gets no number; None where it is large enough."""
    shorter, least = min(box.width, box.height), card.thresholds.smallest_face
    if shorter >= least:
        return None
    return Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": shorter, "least": least})


def decide_by_thresholds(fake_score: float, box: Box, card: DetectorCard) -> Decision:
    """The decision the card's thresholds give a face of this size; forensics/decision/quality_gate.py looks at the rest
    of it first.
    """
    reason = size_rejection_reason(box, card)
    if reason is not None:
        return Decision(Verdict.NOT_EVALUATED, None, reason)
    thresholds = card.thresholds
    if fake_score >= thresholds.signs:
        reached = _interpolate(ReasonCode.SCORE_REACHES_SIGNS, fake_score, thresholds.signs, thresholds.false_alarms)
        return Decision(Verdict.SIGNS, *decision_ratios(fake_score, card, reached))
    if fake_score <= thresholds.no_signs:
        within = _interpolate(ReasonCode.SCORE_WITHIN_NO_SIGNS, fake_score, thresholds.no_signs, thresholds.misses)
        return Decision(Verdict.NO_SIGNS, *decision_ratios(fake_score, card, within))
    numbers = {"score": fake_score, "no_signs": thresholds.no_signs, "signs": thresholds.signs}
    return Decision(Verdict.INCONCLUSIVE, *decision_ratios(fake_score, card, Fact(ReasonCode.SCORE_BETWEEN, numbers)))


def _interpolate(code: ReasonCode, score: float, threshold: float, promise: ErrorRateBound | None) -> Fact:
    stated, bound = (float("nan"),) * 2 if promise is None else (promise.stated, promise.bound)
    return Fact(code, {"score": score, "threshold": threshold, "stated": stated, "bound": bound})


def decision_ratios(
    fake_score: float, card: DetectorCard, reason: Fact
) -> tuple[float, Fact, float | None, float | None]:
    """What follows the verdict in a `Decision`: the leading ratio, the reason, the ratio for kinds that the network
    knows, and the share of untouched faces that score at least so high."""
    known, evidence = likelihood_ratio(fake_score, card.calibration), card.evidence
    if evidence is None:
        return known, reason, None, None
    return likelihood_ratio(fake_score, evidence.ratio), reason, known, untouched_tail_share(fake_score, evidence)


def untouched_tail_share(fake_score: float, evidence: Evidence) -> float:
    """Share of the untouched faces of the calibration that score at least so high, in [0, 1]; every source the same."""
    return _tail_share(fake_score, evidence.untouched)


def _tail_share(fake_score: float, untouched: tuple[tuple[float, float], ...]) -> float:
    logits, shares = np.array(untouched).T
    return float(np.interp(logit(fake_score), logits, shares))


class PersonLimits(NamedTuple):
    """What the lower end of the strongest stretch's interval must reach for signs of manipulation, and what its upper
    end must not pass for no signs found."""

    signs: float
    no_signs: float


def person_limits(card: DetectorCard) -> PersonLimits:
    """Those that were fitted on whole clips; without any, those of a photograph's face."""
    limits = card.thresholds if card.persons is None else card.persons
    return PersonLimits(limits.signs, limits.no_signs)


def person_decision_ratios(
    score: float, low: float, card: DetectorCard, reason: Fact
) -> tuple[float, Fact, float | None, float | None]:
    """The same as `decision_ratios` for a person in a video, whose strongest stretch has this score and lower end.

    Ratios that were fitted on clips are of the lower end, which is the lower the more stretches there were to choose
    from; without such, that of a photograph's face at the score.
    """
    persons = card.persons
    if persons is None:
        return decision_ratios(score, card, reason)
    share = _tail_share(low, persons.untouched)
    return likelihood_ratio(low, persons.ratio), reason, likelihood_ratio(low, persons.known), share


def clopper_pearson(hits: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Exact interval of a share of n independent cases (Clopper & Pearson, 1934)."""
    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else float(beta.ppf(tail, hits, n - hits + 1))
    high = 1.0 if hits == n else float(beta.ppf(1 - tail, hits + 1, n - hits))
    return low, high
