"""What was decided, beside how well the scores rank: figures that every benchmark of pictures prints."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from forensics.benchmark.scoring import Predictions, proportion
from forensics.benchmark.statistics import bootstrap
from forensics.measurements.metrics import Metric
from forensics.training.calibration_fit import STATED_FALSE_ALARM_RATE
from forensics.types.analysis import Verdict
from forensics.types.model_card import Measurement

MAX_FALSE_ALARM_RATE = 0.05
"""Up to which the area under the curve is counted on its own: where an analyst works."""


def decision_metrics(answers: Predictions, data: str, command: str) -> Iterator[Measurement]:
    """Shares called and not, of forged and untouched; how many forged faces a ratio speaks against; what a single
    threshold chosen on these very faces would call. Only what there are faces for."""
    where = data, command
    forged, untouched = (answers.found & (answers.manipulated == label) for label in (True, False))
    if forged.any():
        yield proportion(Metric.DETECTED, answers.called(Verdict.SIGNS, True), *where)
        yield proportion(Metric.MISSES, answers.called(Verdict.NO_SIGNS, True), *where)
        ratios = answers.ratios[forged & ~np.isnan(answers.ratios)]
        yield proportion(Metric.BELOW_ONE, ratios < 1, *where)
        yield proportion(Metric.BELOW_A_THIRD, ratios < 1 / 3, *where)
    if untouched.any():
        yield proportion(Metric.FALSE_ALARMS, answers.called(Verdict.SIGNS, False), *where)
    if forged.any() and untouched.any():
        best = called_at_best_threshold(answers.scores[forged], answers.scores[untouched])
        yield proportion(Metric.AT_BEST_THRESHOLD, best, *where)
        scores, manipulated = answers.scored()
        low, high = bootstrap(partial_auc, scores, manipulated)
        yield Measurement(Metric.PARTIAL_AUC, partial_auc(scores, manipulated), low, high, len(scores), *where)


def called_at_best_threshold(forged: NDArray[np.float64], untouched: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which forged faces reach the lowest threshold that at most 2 % of these untouched ones reach."""
    allowed = int(STATED_FALSE_ALARM_RATE * len(untouched))
    return forged > np.sort(untouched)[::-1][allowed]


def partial_auc(scores: NDArray[np.float64], manipulated: NDArray[np.bool_]) -> float:
    """Area under the ROC curve up to 5 % false alarms, 0.5 for guessing and 1 for perfect (McClish, 1989)."""
    return float(roc_auc_score(manipulated, scores, max_fpr=MAX_FALSE_ALARM_RATE))
