"""What a detector loses on damaged pictures: the corruption ladder, after OpenForensics' test-challenge."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensics.benchmark.scoring import (
    Predictions,
    balanced_subset,
    bootstrap_metric,
    coverage_metrics,
    false_alarm_rate,
    score_pictures,
)
from forensics.benchmark.statistics import auc, bootstrap_difference
from forensics.corruption.registry import corrupt
from forensics.detectors.registry import Detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import LFW_ARCHIVE, archive_members, never_trained
from forensics.types.model_card import Measurement


def run_ladder(detector: Detector, folder: Path, limit: int | None) -> list[Measurement]:
    """openforensics-val at every level, at most `limit` pictures of it, and false alarms on photographs of LFW."""
    command = f"python -m forensics benchmark ladder --detector {detector.card.name}"
    command += f" --limit {limit}" if limit else ""
    pictures = balanced_subset(archive_members(folder / f"{dataset_names.SEEN}.tar"), limit)
    levels = [_at_level(detector, pictures, dataset_names.SEEN, level) for level in dataset_names.LEVELS]
    figures = []
    for level, answers in zip(dataset_names.LEVELS, levels, strict=True):
        where = dataset_names.at_level(dataset_names.SEEN, level), command
        figures += [
            bootstrap_metric(Metric.AUC, auc, answers, *where),
            false_alarm_rate(answers, *where),
            *coverage_metrics(answers, *where),
        ]
        if level:
            figures.append(_auc_loss(levels[0], answers, *where))
    return figures + _false_alarms_on_portraits(detector, folder, command)


def _false_alarms_on_portraits(detector: Detector, folder: Path, command: str) -> list[Measurement]:
    """False alarms on LFW photographs that never trained, clean and after what a messenger does."""
    pictures = [
        (n, c) for n, c in archive_members(folder / f"{LFW_ARCHIVE}.tar") if never_trained(f"{LFW_ARCHIVE}/{n}")
    ]
    return [
        false_alarm_rate(
            _at_level(detector, pictures, dataset_names.LFW, level),
            dataset_names.at_level(dataset_names.LFW, level),
            command,
        )
        for level in (0, 1)
    ]


def _at_level(detector: Detector, pictures: list[tuple[str, bytes]], data: str, level: int) -> Predictions:
    def change(name: str, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        digest = hashlib.sha256(f"{name}, level {level}".encode()).digest()  # the same damage in every run
        return corrupt(pixels, level, np.random.default_rng(int.from_bytes(digest[:8])))

    return score_pictures(detector, pictures, dataset_names.at_level(data, level), change if level else None)


def _auc_loss(clean: Predictions, damaged: Predictions, data: str, command: str) -> Measurement:
    """Over the pictures whose face is found both times."""
    both = clean.found & damaged.found
    before, after, manipulated = clean.scores[both], damaged.scores[both], clean.manipulated[both]
    value = auc(before, manipulated) - auc(after, manipulated)
    return Measurement(
        Metric.AUC_LOSS, value, *bootstrap_difference(auc, before, after, manipulated), int(both.sum()), data, command
    )
