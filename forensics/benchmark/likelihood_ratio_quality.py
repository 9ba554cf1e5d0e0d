"""How truthful a detector's likelihood ratios are, on the set they were fitted on and on openforensics-val."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.isotonic import IsotonicRegression

from forensics.benchmark.scoring import proportion, score_pictures
from forensics.benchmark.statistics import Statistic, bootstrap
from forensics.decision.calibration import log10_likelihood_ratio
from forensics.detectors.registry import Detector
from forensics.fitting.answer_sets import load_fitting_answers, load_reporting_answers
from forensics.fitting.fit import known_kind_scores
from forensics.fitting.thresholds import subtract_state_offsets
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.measurements.tippett import Tippett, tippett_curves
from forensics.training.dataset import archive_members
from forensics.training.forgery_kinds import KINDS
from forensics.types.analysis import Verdict
from forensics.types.model_card import Measurement

N_BINS = 15
"""Bins of equal width, as most reports of a calibration error have it (Guo et al., On Calibration, ICML 2017)."""


def cllr(log10_ratios: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Cost of log likelihood ratios in bits: 0 = perfect, 1 = ratios of 1 always (Brümmer & du Preez, 2006)."""
    bits = log10_ratios / np.log10(2)
    return float((np.logaddexp2(0, -bits[manipulated]).mean() + np.logaddexp2(0, bits[~manipulated]).mean()) / 2)


def cllr_min(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """The Cllr of the best ratios that keep the order of the scores, found by pool adjacent violators."""
    weights = _class_weights(manipulated)
    fit = IsotonicRegression(y_min=0, y_max=1)
    posterior = fit.fit_transform(scores, manipulated.astype(float), sample_weight=weights)
    true = np.where(manipulated, posterior, 1 - posterior)
    return float(-(weights * np.log2(true)).sum())


def calibration_error(log10_ratios: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Expected calibration error, in [0, 1], of the probability of manipulation at equal priors.

    Over N_BINS bins, the mean distance of what was said from what was the case; each class weighs one half, however
    many faces it has."""
    posterior, weights = expit(log10_ratios * np.log(10)), _class_weights(manipulated)
    bins = np.minimum((posterior * N_BINS).astype(int), N_BINS - 1)
    return float(np.abs(np.bincount(bins, weights * (posterior - manipulated))).sum())


def _class_weights(manipulated: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Together 1, one half a class."""
    return np.where(manipulated, 0.5 / manipulated.sum(), 0.5 / (~manipulated).sum())


def likelihood_ratio_metrics(
    detector: Detector, scores: NDArray[np.float64], manipulated: NDArray[np.bool_], data: str
) -> list[Measurement]:
    """Cllr, Cllr-min, what calibration loses between the two, and the calibration error, with bootstrap intervals.

    scores, manipulated: (n,) of faces that got a likelihood ratio.
    """
    calibration = detector.card.calibration

    def measured(name: str, statistic: Statistic) -> Measurement:
        low, high = bootstrap(statistic, scores, manipulated)
        return Measurement(name, statistic(scores, manipulated), low, high, len(scores), data, command(detector))

    against = log10_likelihood_ratio(scores[~manipulated], calibration) <= -1
    return [
        proportion(Metric.UNTOUCHED_BELOW_A_TENTH, against, data, command(detector)),
        measured(Metric.CLLR, lambda s, m: cllr(log10_likelihood_ratio(s, calibration), m)),
        measured(Metric.CLLR_MIN, cllr_min),
        measured(Metric.CLLR_CAL, lambda s, m: cllr(log10_likelihood_ratio(s, calibration), m) - cllr_min(s, m)),
        measured(Metric.CALIBRATION_ERROR, lambda s, m: calibration_error(log10_likelihood_ratio(s, calibration), m)),
    ]


def command(detector: Detector) -> str:
    return f"python -m forensics benchmark evidence --detector {detector.card.name}"


def run_evidence(detector: Detector, folder: Path, out: Path) -> tuple[list[Measurement], list[Tippett]]:
    """Figures of the ratio for known kinds on openforensics-val; curves of the faces that fitted it and of that, and
    of the leading ratio on the quarter of the kinds that fitted nothing, where the card has one."""
    answers = score_pictures(detector, list(archive_members(folder / f"{dataset_names.SEEN}.tar")), dataset_names.SEEN)
    judged = answers.found & (answers.verdicts != Verdict.NOT_EVALUATED)
    seen = answers.scores[judged], answers.manipulated[judged]
    calibration, evidence = detector.card.calibration, detector.card.evidence
    curves = [
        tippett_curves(*known_kind_scores(load_fitting_answers(detector, folder, out)), calibration, "calibration set"),
        tippett_curves(*seen, calibration, dataset_names.SEEN),
    ]
    if evidence is not None:
        kinds = load_reporting_answers(detector, folder, out)
        kinds = subtract_state_offsets(
            kinds.select((kinds.quality != "") & np.isin(kinds.group, KINDS)), dict(evidence.states)
        )
        curves.append(
            tippett_curves(expit(kinds.logit), kinds.manipulated, evidence.ratio, dataset_names.KINDS_KEPT_BACK)
        )
    return likelihood_ratio_metrics(detector, *seen, dataset_names.SEEN), curves
