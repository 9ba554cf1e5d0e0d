"""Kinds of forgeries by others: what is decided about pictures of them that are kept back, and whether the ratio that
was fitted on the others holds for each. By whom kinds are scored that the network was trained on: `fitting.scorers`.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.special import expit

from forensics.benchmark.decisions import decision_figures
from forensics.benchmark.evidence import cllr, cllr_min
from forensics.benchmark.scoring import Answers as Decided
from forensics.benchmark.scoring import of_scores, ratio_of
from forensics.benchmark.statistics import auc, bootstrap, bootstrap_mean_over_sets
from forensics.decision.calibration import log10_ratio
from forensics.decision.decide import decide_in_state
from forensics.detectors.registry import Detector
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.fitting import answers as tables
from forensics.fitting.limits import on_common_scale
from forensics.fitting.parts import fitted_answers, reported_answers
from forensics.fitting.ratio import fit_ratio
from forensics.fitting.states import AS_FOUND
from forensics.measurements import labels
from forensics.measurements.metrics import Metric
from forensics.training.stretch import trained_parts
from forensics.types.analysis import Box, Verdict
from forensics.types.evidence import Evidence
from forensics.types.model_card import DetectorCard, Figure

COMMAND = "python -m forensics benchmark kinds"

CROSS = "ratio fitted without it"
"""Of figures on a kind: every other kind fitted the ratio."""

LARGE = Box(0, 0, 1000, 1000)
"""A box that no card finds too small: the gate has spoken already where an answer has a quality."""


def measure(detector: Detector, folder: Path, out: Path) -> list[Figure]:
    """Decisions on the quarter of each kind that is kept back, and the cross-check over kinds left out in turn.

    Raises DetectorError (`not_fitted`) where the card has no ratio for kinds unknown.
    """
    card, command = detector.card, f"{COMMAND} --detector {detector.card.name}"
    if card.evidence is None:
        raise DetectorError(DetectorCode.NOT_FITTED, name=card.name)
    fitted = fitted_answers(detector, folder, out)
    kept_back = reported_answers(detector, folder, out)
    own = fitted.where(~np.isin(fitted.group, trained_parts(card)))  # the others another network has scored
    figures, sets = [], []
    for kind in sorted(set(kept_back.group[kept_back.manipulated].tolist()) & set(tables_kinds(fitted))):
        answers = decided(beside_untouched(kept_back, kind, own), card)
        where = labels.kind(kind), command
        figures += [of_scores(Metric.AUC, auc, answers, *where), *decision_figures(answers, *where)]
        sets.append(answers.scored())
    low, high = bootstrap_mean_over_sets(auc, sets)
    n = sum(len(scores) for scores, _ in sets)
    mean = float(np.mean([auc(*one) for one in sets]))
    return [
        Figure(Metric.MEAN_AUC, mean, low, high, n, labels.KINDS_KEPT_BACK, command),
        *figures,
        *cross(fitted, card.evidence, command),
    ]


def tables_kinds(fitted: tables.Answers) -> list[str]:
    """The kinds that the ratio for kinds unknown is fitted on."""
    return fitted.where(~fitted.known).kinds


def beside_untouched(kept_back: tables.Answers, kind: str, fitted: tables.Answers) -> tables.Answers:
    """A kind's forgeries with the untouched of the same archive; where it has none, with those of all sources.

    fitted: scored by the network that scored the kind.
    """
    of_kind = kept_back.where(kept_back.group == kind)
    if (~of_kind.manipulated).any():
        return of_kind
    return tables.joined([of_kind, fitted.where(~fitted.manipulated & (fitted.state == AS_FOUND))])


def decided(answers: tables.Answers, card: DetectorCard) -> Decided:
    """What the card decides of each answer."""
    scores = expit(answers.logit)
    said = [
        None if not quality else decide_in_state(score, LARGE, quality, card)
        for score, quality in zip(scores.tolist(), answers.quality.tolist(), strict=True)
    ]
    return Decided(
        scores,
        np.array([Verdict.NOT_EVALUATED if one is None else one.verdict for one in said]),
        answers.manipulated,
        np.array([np.nan if one is None else ratio_of(one) for one in said]),
    )


def cross(fitted: tables.Answers, evidence: Evidence, command: str) -> list[Figure]:
    """Cllr of each kind in all states, by the ratio that all others fitted, and of all kinds together."""
    judged = fitted.where((fitted.quality != "") & ~fitted.known)
    common = on_common_scale(judged, dict(evidence.states))
    figures, ratios, kinds = [], [], []
    for kind in common.kinds:
        ratio = fit_ratio(common.where(~(common.manipulated & (common.group == kind))), "").ratio
        tried = common.where((common.group == kind) & common.manipulated | ~common.manipulated)
        logs = log10_ratio(expit(tried.logit), ratio)
        figures += _costs(tried, logs, f"{kind}, {CROSS}", command)
        ratios.append(logs[tried.manipulated])
        kinds.append(tried.where(tried.manipulated))
    figures += _costs_of_all(common, np.concatenate(ratios), kinds, evidence, command)
    return figures


def _costs(tried: tables.Answers, logs: np.ndarray, data: str, command: str) -> list[Figure]:
    """Kinds and sources have the same weight: each is drawn as often."""
    balanced = _balanced(tried)
    logs, manipulated = logs[balanced], tried.manipulated[balanced]
    low, high = bootstrap(cllr, logs, manipulated)
    below = (logs[manipulated] < np.log10(1 / 3)).mean()
    n = len(set(tried.face.tolist()))
    return [
        Figure(Metric.CLLR, cllr(logs, manipulated), low, high, n, data, command),
        Figure(Metric.CLLR_MIN, cllr_min(logs, manipulated), None, None, n, data, command),
        Figure(Metric.BELOW_A_THIRD, float(below), None, None, n, data, command),
    ]


def _balanced(answers: tables.Answers) -> np.ndarray:
    """Of every face one row by chance, then faces by their weights, as many as there are; the same ones each time."""
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


def _costs_of_all(
    common: tables.Answers, forged: np.ndarray, kinds: Sequence[tables.Answers], evidence: Evidence, command: str
) -> list[Figure]:
    """Forged faces by the ratio fitted without their kind, untouched ones by the card's."""
    untouched = common.where(~common.manipulated)
    logs = np.concatenate([forged, log10_ratio(expit(untouched.logit), evidence.ratio)])
    return _costs(tables.joined([*kinds, untouched]), logs, f"all kinds, {CROSS}", command)
