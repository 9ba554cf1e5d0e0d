"""What a detector loses on damaged pictures: the corruption ladder, after OpenForensics' test-challenge."""

import hashlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from forensics.benchmark.scoring import (
    Answers,
    balanced,
    false_alarms,
    of_scores,
    score_pictures,
    unanswered,
)
from forensics.benchmark.statistics import auc, bootstrap_loss
from forensics.corruption import corrupt
from forensics.detectors.registry import Detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import LFW_ARCHIVE, members, never_trained
from forensics.types.model_card import Figure


def measure(detector: Detector, folder: Path, limit: int | None) -> list[Figure]:
    """openforensics-val at every level, at most `limit` pictures of it, and false alarms on photographs of LFW."""
    command = f"python -m forensics benchmark ladder --detector {detector.card.name}"
    command += f" --limit {limit}" if limit else ""
    pictures = balanced(members(folder / f"{dataset_names.SEEN}.tar"), limit)
    levels = [_at_level(detector, pictures, dataset_names.SEEN, level) for level in dataset_names.LEVELS]
    figures = []
    for level, answers in zip(dataset_names.LEVELS, levels, strict=True):
        where = dataset_names.at_level(dataset_names.SEEN, level), command
        figures += [
            of_scores(Metric.AUC, auc, answers, *where),
            false_alarms(answers, *where),
            *unanswered(answers, *where),
        ]
        if level:
            figures.append(_loss(levels[0], answers, *where))
    return figures + _portraits(detector, folder, command)


def _portraits(detector: Detector, folder: Path, command: str) -> list[Figure]:
    """False alarms on LFW photographs that never trained, clean and after what a messenger does."""
    pictures = [(n, c) for n, c in members(folder / f"{LFW_ARCHIVE}.tar") if never_trained(f"{LFW_ARCHIVE}/{n}")]
    return [
        false_alarms(
            _at_level(detector, pictures, dataset_names.LFW, level),
            dataset_names.at_level(dataset_names.LFW, level),
            command,
        )
        for level in (0, 1)
    ]


def _at_level(detector: Detector, pictures: list[tuple[str, bytes]], data: str, level: int) -> Answers:
    def change(name: str, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        digest = hashlib.sha256(f"{name}, level {level}".encode()).digest()  # the same damage in every run
        return corrupt(pixels, level, np.random.default_rng(int.from_bytes(digest[:8])))

    return score_pictures(detector, pictures, dataset_names.at_level(data, level), change if level else None)


def _loss(clean: Answers, damaged: Answers, data: str, command: str) -> Figure:
    """Over the pictures whose face is found both times."""
    both = clean.found & damaged.found
    before, after, manipulated = clean.scores[both], damaged.scores[both], clean.manipulated[both]
    value = auc(before, manipulated) - auc(after, manipulated)
    return Figure(
        Metric.AUC_LOSS, value, *bootstrap_loss(auc, before, after, manipulated), int(both.sum()), data, command
    )
