"""Thresholds that hold in every source and in every state of a picture."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import clopper_pearson
from forensics.decision.image_quality import QualityState
from forensics.fitting.answers import Answers
from forensics.training.calibration_fit import STATED_FALSE_ALARM_RATE
from forensics.types.evidence import ErrorRateBound, SourceSpread, StateLimit

MIN_FACES_PER_SOURCE = 40
"""Faces of one source in one state from which it has a say of its own in a threshold."""

N_KNOTS = 41
"""Points of a curve of shares on the card."""


class SourceCell(NamedTuple):
    """The untouched faces of one source in one state. weights: together 1; all rows of one face weigh as one face does.
    faces: how many there are."""

    source: str
    logits: NDArray[np.float64]
    weights: NDArray[np.float64]
    faces: int

    def share_above(self, threshold: float) -> float:
        """Share of the faces that reach a threshold; the rows of one face count as equal parts of it."""
        return float(self.weights[self.logits >= threshold].sum())


def source_cells(answers: Answers, quality: str) -> Iterator[SourceCell]:
    """Those with enough faces; all sources with fewer are one together, where they have enough."""
    rows = answers.select(~answers.manipulated & (answers.quality == quality))
    sizes = {source: len(set(rows.face[rows.group == source].tolist())) for source in rows.sources}
    few = [source for source, size in sizes.items() if size < MIN_FACES_PER_SOURCE]
    groups = {source: [source] for source in sizes if source not in few} | {"all others": few}
    for name, sources in groups.items():
        some = rows.select(np.isin(rows.group, sources))
        faces, inverse, counts = np.unique(some.face, return_inverse=True, return_counts=True)
        if len(faces) >= MIN_FACES_PER_SOURCE:
            yield SourceCell(name, some.logit, 1 / counts[inverse] / len(faces), len(faces))


def signs_threshold(found: list[SourceCell], rate: float = STATED_FALSE_ALARM_RATE) -> float:
    """The lowest threshold that no more than this share of the faces of any source reaches, to the nearest face: 2 % of
    98 faces are two."""
    return max(_just_above(cell, round(rate * cell.faces) / cell.faces) for cell in found)


def _just_above(cell: SourceCell, allowed: float) -> float:
    order = np.argsort(-cell.logits, kind="stable")
    over = np.cumsum(cell.weights[order]) > allowed + 1e-9  # from the first row that is one too many
    return float(np.nextafter(cell.logits[order][np.argmax(over)], np.inf))


def worst_error_bound(
    found: list[SourceCell], threshold: float, rate: float = STATED_FALSE_ALARM_RATE
) -> ErrorRateBound:
    """What a threshold does in the worst of these sources: the highest share, and of equal ones the highest bound."""
    bounds = {
        cell.source: clopper_pearson(round(cell.share_above(threshold) * cell.faces), cell.faces)[1] for cell in found
    }
    worst = max(found, key=lambda cell: (cell.share_above(threshold), bounds[cell.source]))
    return ErrorRateBound(stated=rate, bound=bounds[worst.source], n=worst.faces, source=worst.source)


def fit_state_limits(answers: Answers, signs: float) -> dict[str, StateLimit]:
    """By how much the threshold is raised in each state, and what it then does there.

    States that too few faces are in get what the worst of the others has.
    """
    found = {quality.value: list(source_cells(answers, quality.value)) for quality in QualityState}
    limits = {}
    for quality, some in found.items():
        if some:
            offset = max(0.0, math.ceil(1000 * (signs_threshold(some) - signs) - 1e-6) / 1000)
            limits[quality] = StateLimit(offset, worst_error_bound(some, signs + offset))
    worst = max(limits.values(), key=lambda limit: limit.offset)
    return {quality: limits.get(quality, worst) for quality in found}


def subtract_state_offsets(answers: Answers, limits: dict[str, StateLimit]) -> Answers:
    """Logits less what their picture's state adds."""
    offsets = np.array([limits[quality].offset for quality in answers.quality.tolist()])
    return answers.with_logits(answers.logit - offsets)


def untouched_tail_curve(answers: Answers) -> tuple[tuple[float, float], ...]:
    """(logit, share of untouched faces at or above it), every source with the same weight."""
    return survival_curve(answers, answers.logit)


def survival_curve(answers: Answers, values: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """(value, share of untouched faces at or above it). Places are where the shares change most evenly."""
    rows = ~answers.manipulated
    order = np.argsort(values[rows], kind="stable")
    sorted_values, weights = values[rows][order], answers.weights[rows][order]
    shares = 1 - (np.cumsum(weights) - weights) / weights.sum()  # of the faces at or above each
    places = np.unique(
        np.searchsorted(
            -shares, -np.concatenate([np.linspace(1, 0.05, N_KNOTS // 2), np.geomspace(0.05, 0.002, N_KNOTS // 2)])
        )
    )
    knots: dict[float, float] = {}
    for i in places.clip(0, len(shares) - 1).tolist():
        knots.setdefault(round(float(sorted_values[i]), 4), round(float(shares[i]), 5))
    knots[round(float(sorted_values[-1]) + 0.001, 4)] = 0.0
    return tuple(sorted(knots.items()))


def fit_source_spread(answers: Answers, signs: float) -> SourceSpread:
    """How sources differ, from one row a face. signs: the threshold, in logits.

    Method of moments: what sampling explains is taken off `between`, and `faces` follows from how much the
    sources' variances differ beyond it. A source's upper tail is as long as the longest of these, in its standard
    deviations. `between` is at least so wide that, by that tail, 1 % of what is expected of any source reach the
    threshold, half of what it promises: what some sources do not say of the next one, the threshold allows for.
    """
    rows = answers.select(~answers.manipulated)
    groups = [rows.logit[rows.group == source] for source in rows.sources]
    groups = [logits for logits in groups if len(logits) >= MIN_FACES_PER_SOURCE]
    means, variances = np.array([g.mean() for g in groups]), np.array([g.var(ddof=1) for g in groups])
    counts = np.array([len(g) for g in groups])
    within = float(variances.mean())
    sampling = float((2 * variances**2 / (counts - 1)).mean())
    differing = max(float(variances.var(ddof=1)) - sampling, 0.01 * within**2)
    tail = max(float((np.quantile(g, 1 - STATED_FALSE_ALARM_RATE / 2) - g.mean()) / g.std(ddof=1)) for g in groups)
    moments = float(means.var(ddof=1) - (variances / counts).mean())
    between = max(0.01, moments, float((signs - means.mean()) / tail) ** 2 - within)
    faces = float(np.clip(2 * within**2 / differing, 3, 50))
    return SourceSpread(float(means.mean()), between**0.5, within**0.5, faces)
