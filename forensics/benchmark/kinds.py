"""Kinds of forgeries by others: what is decided about pictures of them that are kept back, and whether the ratio that
was fitted on the others holds for each. By whom kinds are scored that the network was trained on: `fitting.scorers`.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.special import expit

from forensics.benchmark.decisions import decision_metrics
from forensics.benchmark.likelihood_ratio_quality import cllr, cllr_min
from forensics.benchmark.scoring import Predictions as Decided
from forensics.benchmark.scoring import bootstrap_metric, leading_ratio
from forensics.benchmark.statistics import auc, bootstrap, bootstrap_mean_over_sets
from forensics.decision.calibration import log10_likelihood_ratio
from forensics.decision.decide import decide_in_state
from forensics.detectors.registry import Detector
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.fitting import answers as tables
from forensics.fitting.answer_sets import load_fitting_answers, load_reporting_answers
from forensics.fitting.ratio import fit_ratio
from forensics.fitting.thresholds import subtract_state_offsets
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.forgery_kinds import KINDS
from forensics.types.analysis import Box, Verdict
from forensics.types.evidence import Evidence
from forensics.types.model_card import DetectorCard, Measurement

COMMAND = "python -m forensics benchmark kinds"

CROSS = "ratio fitted without it"
"""Marks figures on a kind: every other kind fitted the ratio."""

LARGE_RATIO = Box(0, 0, 1000, 1000)
"""A box that no card finds too small: the gate has spoken already where an answer has a quality."""


def run_kinds(detector: Detector, folder: Path, out: Path) -> list[Measurement]:
    """Decisions on the quarter of each kind that is kept back, and the cross-check over kinds left out in turn.

    Raises DetectorError (`not_fitted`) where the card has no ratio for kinds unknown.
    """
    card, command = detector.card, f"{COMMAND} --detector {detector.card.name}"
    if card.evidence is None:
        raise DetectorError(DetectorCode.NOT_FITTED, name=card.name)
    fitted = load_fitting_answers(detector, folder, out)
    kept_back = load_reporting_answers(detector, folder, out)
    figures, sets = [], []
    for kind in sorted(set(kept_back.group[kept_back.manipulated].tolist()) & set(unknown_kinds(fitted))):
        answers = apply_card(with_untouched(kept_back, kind), card)
        where = dataset_names.kind(kind), command
        figures += [bootstrap_metric(Metric.AUC, auc, answers, *where), *decision_metrics(answers, *where)]
        sets.append(answers.scored())
    low, high = bootstrap_mean_over_sets(auc, sets)
    n = sum(len(scores) for scores, _ in sets)
    mean = float(np.mean([auc(*one) for one in sets]))
    return [
        Measurement(Metric.MEAN_AUC, mean, low, high, n, dataset_names.KINDS_KEPT_BACK, command),
        *figures,
        *cross_validated_cllr(fitted, card.evidence, command),
    ]


def unknown_kinds(fitted: tables.Answers) -> list[str]:
    """The kinds that the ratio for kinds unknown is fitted on."""
    return fitted.select(~fitted.known).kinds


def with_untouched(kept_back: tables.Answers, kind: str) -> tables.Answers:
    """A kind's forgeries with the untouched that are kept back with it; where it has none, with those of all kinds."""
    of_kind = kept_back.select(kept_back.group == kind)
    if (~of_kind.manipulated).any():
        return of_kind
    return tables.concatenate([of_kind, kept_back.select(~kept_back.manipulated & np.isin(kept_back.group, KINDS))])


def apply_card(answers: tables.Answers, card: DetectorCard) -> Decided:
    """What the card decides of each answer."""
    scores = expit(answers.logit)
    said = [
        None if not quality else decide_in_state(score, LARGE_RATIO, quality, card)
        for score, quality in zip(scores.tolist(), answers.quality.tolist(), strict=True)
    ]
    return Decided(
        scores,
        np.array([Verdict.NOT_EVALUATED if one is None else one.verdict for one in said]),
        answers.manipulated,
        np.array([np.nan if one is None else leading_ratio(one) for one in said]),
    )


def cross_validated_cllr(fitted: tables.Answers, evidence: Evidence, command: str) -> list[Measurement]:
    """Cllr of each kind in all states, by the ratio that all others fitted, and of all kinds together."""
    judged = fitted.select((fitted.quality != "") & ~fitted.known)
    common = subtract_state_offsets(judged, dict(evidence.states))
    figures, ratios, kinds = [], [], []
    for kind in common.kinds:
        ratio = fit_ratio(common.select(~(common.manipulated & (common.group == kind))), "").ratio
        tried = common.select((common.group == kind) & common.manipulated | ~common.manipulated)
        logs = log10_likelihood_ratio(expit(tried.logit), ratio)
        figures += _bootstrap_cllr(tried, logs, f"{kind}, {CROSS}", command)
        ratios.append(logs[tried.manipulated])
        kinds.append(tried.select(tried.manipulated))
    figures += _cllr_of_all(common, np.concatenate(ratios), kinds, evidence, command)
    return figures


def _bootstrap_cllr(tried: tables.Answers, logs: np.ndarray, data: str, command: str) -> list[Measurement]:
    """Kinds and sources have the same weight: each is drawn as often."""
    balanced = _balanced_rows(tried)
    logs, manipulated = logs[balanced], tried.manipulated[balanced]
    low, high = bootstrap(cllr, logs, manipulated)
    below = (logs[manipulated] < np.log10(1 / 3)).mean()
    n = len(set(tried.face.tolist()))
    return [
        Measurement(Metric.CLLR, cllr(logs, manipulated), low, high, n, data, command),
        Measurement(Metric.CLLR_MIN, cllr_min(logs, manipulated), None, None, n, data, command),
        Measurement(Metric.BELOW_A_THIRD, float(below), None, None, n, data, command),
    ]


def _balanced_rows(answers: tables.Answers) -> np.ndarray:
    """One row of every face by chance, then faces by their weights, as many as there are; the same ones each time."""
    generator = np.random.default_rng(0)
    mixed = generator.permutation(len(answers))
    _, first = np.unique(answers.face[mixed], return_index=True)
    one_each, chosen = mixed[first], []
    for label in (True, False):
        rows = one_each[answers.manipulated[one_each] == label]
        sizes = {group: int((answers.group[rows] == group).sum()) for group in set(answers.group[rows].tolist())}
        weights = np.array([1 / sizes[group] for group in answers.group[rows].tolist()])
        chosen.append(generator.choice(rows, len(rows), p=weights / weights.sum()))
    return np.concatenate(chosen)


def _cllr_of_all(
    common: tables.Answers, forged: np.ndarray, kinds: Sequence[tables.Answers], evidence: Evidence, command: str
) -> list[Measurement]:
    """Forged faces by the ratio fitted without their kind, untouched ones by the card's."""
    untouched = common.select(~common.manipulated)
    logs = np.concatenate([forged, log10_likelihood_ratio(expit(untouched.logit), evidence.ratio)])
    return _bootstrap_cllr(tables.concatenate([*kinds, untouched]), logs, f"all kinds, {CROSS}", command)
