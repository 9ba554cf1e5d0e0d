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
from forensics.fitting.answers import Answers, joined
from forensics.fitting.limits import on_common_scale, source_spread
from forensics.fitting.parts import fitted_answers, reported_answers
from forensics.fitting.states import AS_FOUND
from forensics.measurements import labels
from forensics.measurements.metrics import Metric
from forensics.training.stretch import trained_parts
from forensics.types.model_card import DetectorCard, Figure

COMMAND = "python -m forensics benchmark references"

COUNTS = (0, 3, 5, 10, 20, 50)
DRAWS = 400
FEWEST = 40
"""Untouched faces of a source from which it is tried; half of them are never references."""


def measure(detector: Detector, folder: Path, out: Path) -> list[Figure]:
    """Shares called among forged and untouched, of each source and as means over all."""
    card, command = detector.card, f"{COMMAND} --detector {detector.card.name}"
    if card.evidence is None:
        return []
    reported = reported_answers(detector, folder, out)
    unseen = reported.where(~np.isin(reported.group, trained_parts(card)))  # what fits of the others another scored
    every = joined([fitted_answers(detector, folder, out), unseen])
    as_found = every.where((every.state == AS_FOUND) & (every.quality != ""))
    common = on_common_scale(as_found, dict(card.evidence.states))
    figures: list[Figure] = []
    means: dict[int, list[tuple[float, float]]] = {count: [] for count in COUNTS}
    for source in sources(common):
        for count, alarms, calls in curve(common, source, card):
            where = labels.references(count, source), command
            figures += [_figure(Metric.FALSE_ALARMS, alarms, *where), _figure(Metric.DETECTED, calls, *where)]
            means[count].append((float(alarms.mean()), float(calls.mean())))
    for count, rows in means.items():
        where = labels.references(count, "mean over sources"), command
        for name, values in zip((Metric.FALSE_ALARMS, Metric.DETECTED), zip(*rows, strict=True), strict=False):
            figures.append(Figure(name, float(np.mean(values)), None, None, len(values), *where))
    return figures


def sources(answers: Answers) -> list[str]:
    """Those that have forged faces of a kind that the network was not trained on, and enough untouched ones."""
    counts = {group: int((~answers.manipulated & (answers.group == group)).sum()) for group in answers.sources}
    return [group for group in answers.where(~answers.known).kinds if counts.get(group, 0) >= FEWEST]


def curve(
    answers: Answers, source: str, card: DetectorCard
) -> Iterator[tuple[int, NDArray[np.float64], NDArray[np.float64]]]:
    """For each count (draws,) shares called among the untouched that are no references, and among the forged."""
    signs, generator = float(logit(card.thresholds.signs)), np.random.default_rng(0)
    spread = source_spread(answers.where(~answers.manipulated & (answers.group != source)), signs)
    of_source = answers.where(answers.group == source)
    untouched, forged = (of_source.logit[of_source.manipulated == label] for label in (False, True))
    for count in COUNTS:
        if count > len(untouched) - FEWEST // 2:
            continue
        shares = []
        for _ in range(DRAWS if count else 1):
            order, threshold = generator.permutation(len(untouched)), signs
            if count:
                scale = source_scale(untouched[order[:count]], spread)
                threshold = (signs - scale.offset) / scale.slope
            shares.append(((untouched[order[count:]] >= threshold).mean(), (forged >= threshold).mean()))
        alarms, calls = np.array(shares).T
        yield count, alarms, calls


def _figure(name: str, shares: NDArray[np.float64], data: str, command: str) -> Figure:
    """The mean over draws, with the range that nineteen draws in twenty lie in."""
    if len(shares) == 1:
        return Figure(name, float(shares[0]), None, None, 1, data, command)
    low, high = np.quantile(shares, [0.025, 0.975])
    return Figure(name, float(shares.mean()), float(low), float(high), len(shares), data, command)
