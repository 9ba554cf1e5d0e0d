"""What reference faces of the same source are worth: 0 to 50 of them against false alarms and calls.

Of every source with forgeries of its own so many untouched faces are drawn as references, again and again, and all the
others are judged with them. How sources differ is fitted without the source that is tried.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import logit
from forensics.decision.reference_calibration import source_scale
from forensics.detectors.registry import Detector
from forensics.fitting.answer_sets import load_fitting_answers, load_reporting_answers
from forensics.fitting.answers import Answers, concatenate
from forensics.fitting.states import AS_FOUND
from forensics.fitting.thresholds import fit_source_spread, subtract_state_offsets
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.stretch import trained_parts
from forensics.types.model_card import DetectorCard, Measurement

COMMAND = "python -m forensics benchmark references"

REFERENCE_COUNTS = (0, 3, 5, 10, 20, 50)
N_DRAWS = 400
MIN_UNTOUCHED = 40
"""Untouched faces of a source from which it is tried; half of them are never references."""


def run_references(detector: Detector, folder: Path, out: Path) -> list[Measurement]:
    """Shares called among forged and untouched, of each source and as means over all."""
    card, command = detector.card, f"{COMMAND} --detector {detector.card.name}"
    if card.evidence is None:
        return []
    reported = load_reporting_answers(detector, folder, out)
    unseen = reported.select(~np.isin(reported.group, trained_parts(card)))  # another network scores what fits
    every = concatenate([load_fitting_answers(detector, folder, out), unseen])
    as_found = every.select((every.state == AS_FOUND) & (every.quality != ""))
    common = subtract_state_offsets(as_found, dict(card.evidence.states))
    figures: list[Measurement] = []
    means: dict[int, list[tuple[float, float]]] = {count: [] for count in REFERENCE_COUNTS}
    for source in eligible_sources(common):
        for count, alarms, calls in called_shares_by_count(common, source, card):
            where = dataset_names.references(count, source), command
            figures += [_figure(Metric.FALSE_ALARMS, alarms, *where), _figure(Metric.DETECTED, calls, *where)]
            means[count].append((float(alarms.mean()), float(calls.mean())))
    for count, rows in means.items():
        where = dataset_names.references(count, "mean over sources"), command
        for name, values in zip((Metric.FALSE_ALARMS, Metric.DETECTED), zip(*rows, strict=True), strict=False):
            figures.append(Measurement(name, float(np.mean(values)), None, None, len(values), *where))
    return figures


def eligible_sources(answers: Answers) -> list[str]:
    """Those that have forged faces of a kind that the network was not trained on, and enough untouched ones."""
    counts = {group: int((~answers.manipulated & (answers.group == group)).sum()) for group in answers.sources}
    return [group for group in answers.select(~answers.known).kinds if counts.get(group, 0) >= MIN_UNTOUCHED]


def called_shares_by_count(
    answers: Answers, source: str, card: DetectorCard
) -> Iterator[tuple[int, NDArray[np.float64], NDArray[np.float64]]]:
    """For each count (draws,) shares called among the untouched that are no references, and among the forged."""
    signs, generator = float(logit(card.thresholds.signs)), np.random.default_rng(0)
    spread = fit_source_spread(answers.select(~answers.manipulated & (answers.group != source)), signs)
    of_source = answers.select(answers.group == source)
    untouched, forged = (of_source.logit[of_source.manipulated == label] for label in (False, True))
    for count in REFERENCE_COUNTS:
        if count > len(untouched) - MIN_UNTOUCHED // 2:
            continue
        shares = []
        for _ in range(N_DRAWS if count else 1):
            order, threshold = generator.permutation(len(untouched)), signs
            if count:
                scale = source_scale(untouched[order[:count]], spread)
                threshold = (signs - scale.offset) / scale.slope
            shares.append(((untouched[order[count:]] >= threshold).mean(), (forged >= threshold).mean()))
        alarms, calls = np.array(shares).T
        yield count, alarms, calls


def _figure(name: str, shares: NDArray[np.float64], data: str, command: str) -> Measurement:
    """The mean over draws, with the range that nineteen draws in twenty lie in."""
    if len(shares) == 1:
        return Measurement(name, float(shares[0]), None, None, 1, data, command)
    low, high = np.quantile(shares, [0.025, 0.975])
    return Measurement(name, float(shares.mean()), float(low), float(high), len(shares), data, command)
