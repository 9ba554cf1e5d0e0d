"""Whether more of a network's answer than its score tells kinds apart that it was not trained on.

A small monotone model (logistic regression with weights that are not negative) over the class logit and one further
part of the answer, or all, is fitted on every kind but one and tried on that one, as found. What does not raise the
mean area under the curve over kinds left out, those with untouched faces of the same archive among them, stays out.
For persons in videos it is the score of the strongest stretch and what the person's frames say beside it. Of a network
that was trained on the kinds, the parts are those of version 2, which scores them in its stead (`fitting.scorers`).
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from forensics.benchmark.statistics import N_RESAMPLES, auc
from forensics.detectors.registry import Detector
from forensics.fitting.answer_sets import load_fitting_answers
from forensics.fitting.answers import FEATURE_NAMES, Answers
from forensics.fitting.clips import FRAME_FEATURE_NAMES, load_clips
from forensics.fitting.persons import clips_to_answers
from forensics.fitting.states import AS_FOUND
from forensics.measurements.metrics import Metric
from forensics.training.stretch import trained_parts
from forensics.types.model_card import DetectorCard, Measurement

COMMAND = "python -m forensics benchmark features"

SCORE = "score"
ACROSS_STATES = "mean over states"
"""The mean of a face's logits as found and after what pictures go through: the score under harmless changes."""

ALL = "all parts"
PERSONS = "persons of kinds left out"
SAME_ORIGIN_KINDS = "kinds left out with untouched faces of the same archive"
EPSILON = 1e-4
"""Added to what a logarithm is taken of."""

RIDGE_PENALTY = 1e-3


Model = Callable[[NDArray[np.float64]], NDArray[np.float64]]
"""From a design matrix (n, parts) to logits (n,)."""


def run_features(detector: Detector, folder: Path, out: Path) -> list[Measurement]:
    """The mean AUC over kinds left out of the score alone, and the gain of every part beside it, with intervals."""
    command = f"{COMMAND} --detector {detector.card.name}"
    fitted = load_fitting_answers(detector, folder, out)
    judged = of_one_network(fitted.select((fitted.quality != "") & ~fitted.known), detector.card)
    which = {"kinds left out": judged.kinds, SAME_ORIGIN_KINDS: same_origin(judged)}
    figures = _auc_gains(judged, face_features(judged), which, command)
    clips = [clip for clip in load_clips(detector, folder, out / "fit") if not np.isnan(clip.low)]
    persons = clips_to_answers([clip for clip in clips if not (clip.known and clip.manipulated)])
    persons = of_one_network(persons, detector.card)
    return [*figures, *_auc_gains(persons, person_features(persons), {PERSONS: persons.kinds}, command)]


def of_one_network(answers: Answers, card: DetectorCard) -> Answers:
    """Those of the network that scored the kinds: scores were brought to one scale, masks and errors were not."""
    trained = trained_parts(card)
    return answers.select(np.isin(answers.group, trained)) if trained else answers


def _auc_gains(
    judged: Answers, columns: Mapping[str, NDArray[np.float64]], groups: Mapping[str, Sequence[str]], command: str
) -> list[Measurement]:
    """groups: kinds to take the mean over, by what they are called."""
    sets = {SCORE: [SCORE], **{part: [SCORE, part] for part in columns if part != SCORE}, ALL: list(columns)}
    areas = {
        name: _leave_one_kind_out_auc(judged, np.stack([columns[part] for part in parts], 1))
        for name, parts in sets.items()
    }
    n, figures = len(set(judged.face.tolist())), []
    for which, kinds in groups.items():
        means = {name: np.mean([rows[kind] for kind in kinds], axis=0) for name, rows in areas.items()}
        figures.append(_figure(Metric.MEAN_AUC, means[SCORE], f"{SCORE}, {which}", n, command))
        gains = {name: mean - means[SCORE] for name, mean in means.items() if name != SCORE}
        figures += [_figure(Metric.MEAN_AUC_GAIN, gain, f"{name}, {which}", n, command) for name, gain in gains.items()]
    return figures


def same_origin(answers: Answers) -> list[str]:
    """Kinds with untouched faces of their own archive: there a part that tells pictures apart and not forgeries gains
    nothing."""
    return [kind for kind in answers.kinds if kind in answers.sources]


def face_features(answers: Answers) -> dict[str, NDArray[np.float64]]:
    """Columns (n,) by name; shares and errors as logarithms."""
    columns = {SCORE: answers.logit, ACROSS_STATES: _across_states(answers)}
    for name, values in zip(FEATURE_NAMES, answers.features.T, strict=True):
        if np.isfinite(values).any():
            filled = np.nan_to_num(values, nan=EPSILON)
            columns[name] = filled if name in FEATURE_NAMES[:3] else np.log(np.maximum(filled, EPSILON))
    return columns


def person_features(persons: Answers) -> dict[str, NDArray[np.float64]]:
    """The same of persons in videos: whether what their frames say beside the score helps."""
    columns = {SCORE: persons.logit}
    for name, values in zip(FRAME_FEATURE_NAMES, persons.features.T, strict=True):
        columns[name] = np.log(np.maximum(np.nan_to_num(values, nan=EPSILON), EPSILON))
    return columns


def _across_states(answers: Answers) -> NDArray[np.float64]:
    _, inverse = np.unique(answers.face, return_inverse=True)
    return (np.bincount(inverse, answers.logit) / np.bincount(inverse))[inverse]


def _leave_one_kind_out_auc(answers: Answers, design: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """By kind (1 + N_RESAMPLES,) areas under the curve, first of these faces and then of resampled ones."""
    return {kind: _of_kind(answers, design, kind) for kind in answers.kinds}


def _of_kind(answers: Answers, design: NDArray[np.float64], kind: str) -> NDArray[np.float64]:
    forged = answers.manipulated & (answers.group == kind)
    values = fit_nonnegative_logistic(answers.select(~forged), design[~forged])(design)
    as_found = answers.state == AS_FOUND
    untouched = as_found & ~answers.manipulated
    if kind in answers.sources:
        untouched &= answers.group == kind
    high, low = values[forged & as_found], values[untouched]
    generator = np.random.default_rng(0)  # the same draws for every set of parts: their gains are paired
    draws = [(generator.choice(high, len(high)), generator.choice(low, len(low))) for _ in range(N_RESAMPLES)]
    return np.array([_weighted_auc(*pair) for pair in [(high, low), *draws]])


def _weighted_auc(high: NDArray[np.float64], low: NDArray[np.float64]) -> float:
    return auc(np.concatenate([high, low]), np.arange(len(high) + len(low)) < len(high))


def fit_nonnegative_logistic(answers: Answers, design: NDArray[np.float64]) -> Model:
    """Weights of at least 0 that minimize the weighted log loss, with a slight ridge."""
    middle, scale = design.mean(axis=0), design.std(axis=0) + 1e-9
    normal, forged = (design - middle) / scale, answers.manipulated
    weights = answers.weights.copy()
    for label in (True, False):
        weights[forged == label] *= 0.5 / weights[forged == label].sum()
    sign = np.where(forged, -1.0, 1.0)

    def loss(found: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margin = sign * (found[0] + normal @ found[1:])
        slope = weights * sign / (1 + np.exp(-margin))
        value = weights @ np.logaddexp(0, margin) + RIDGE_PENALTY * (found[1:] @ found[1:])
        return float(value), np.concatenate([[slope.sum()], normal.T @ slope + 2 * RIDGE_PENALTY * found[1:]])

    bounds: Sequence[Any] = [(None, None), *[(0, None)] * design.shape[1]]
    found = minimize(loss, np.zeros(design.shape[1] + 1), jac=True, bounds=bounds).x
    return lambda design: found[0] + (design - middle) / scale @ found[1:]


def _figure(name: str, areas: NDArray[np.float64], data: str, n: int, command: str) -> Measurement:
    low, high = np.quantile(areas[1:], [0.025, 0.975])
    return Measurement(name, float(areas[0]), float(low), float(high), n, data, command)
