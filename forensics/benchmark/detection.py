"""How well a detector tells manipulated from untouched faces, and how well its masks lie: the figures on its card."""

from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from forensics.benchmark.decisions import decision_metrics
from forensics.benchmark.scoring import (
    Predictions,
    bootstrap_metric,
    central_finding,
    concatenate,
    coverage_metrics,
    decode_as_analysis,
    false_alarm_rate,
    proportion,
    score_pictures,
)
from forensics.benchmark.statistics import (
    auc,
    bootstrap_mean,
    bootstrap_mean_over_sets,
    equal_error_rate,
    f1_score,
    intersection_over_union,
)
from forensics.detectors.registry import Detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import N_TRAINING_PAIRS, PAIRS, archive_members, decode_picture
from forensics.types.analysis import Verdict
from forensics.types.model_card import Measurement


def run_detection(detector: Detector, folder: Path) -> list[Measurement]:
    """Everything for the card."""
    return [
        *run_seen(detector, folder),
        *run_pairs(detector, folder),
        *run_masks(detector, folder),
        *run_foreign(detector, folder),
    ]


def run_seen(detector: Detector, folder: Path) -> list[Measurement]:
    """Forgeries of the kind the network was trained on, in photographs it never saw: openforensics-val."""
    answers = score_pictures(detector, list(archive_members(folder / f"{dataset_names.SEEN}.tar")), dataset_names.SEEN)
    where = dataset_names.SEEN, _command(detector)
    called = answers.called(Verdict.SIGNS, True)
    right = np.concatenate([~answers.called(Verdict.SIGNS, False), called])
    return [
        bootstrap_metric(Metric.AUC, auc, answers, *where),
        bootstrap_metric(Metric.EQUAL_ERROR_RATE, equal_error_rate, answers, *where),
        proportion(Metric.ACCURACY, right, *where),
        *decision_metrics(answers, *where),
        *coverage_metrics(answers, *where),
    ]


def run_pairs(detector: Detector, folder: Path) -> list[Measurement]:
    """Forgeries beside the untouched photograph they were made from, the half that never trained."""
    answers = score_pictures(detector, held_out_pairs(folder), PAIRS)
    return [bootstrap_metric(Metric.AUC, auc, answers, dataset_names.PAIRS, _command(detector))]


def held_out_pairs(folder: Path) -> list[tuple[str, bytes]]:
    """Names and contents of the forged and untouched pictures of the pairs that never trained."""
    pictures = [(n, c) for n, c in archive_members(folder / f"{PAIRS}.tar") if n.startswith(("fake/", "real/"))]
    return [(name, content) for name, content in pictures if int(name[-7:-4]) >= N_TRAINING_PAIRS]


def run_foreign(detector: Detector, folder: Path) -> list[Measurement]:
    """Forgeries by others, of kinds no training picture holds. These may choose a network: validation figures."""
    command = f"python -m forensics benchmark foreign --detector {detector.card.name}"
    parts = {
        p: score_pictures(detector, foreign_pictures(folder, p), dataset_names.foreign(p))
        for p in dataset_names.FOREIGN_PARTS
    }
    every = list(parts.values())
    pooled = concatenate(every)
    figures = [_mean_auc(every, command), false_alarm_rate(pooled, dataset_names.FOREIGN_POOLED, command)]
    for part, answers in parts.items():
        where = dataset_names.foreign(part), command
        figures += [bootstrap_metric(Metric.AUC, auc, answers, *where), *decision_metrics(answers, *where)]
    return [*figures, *coverage_metrics(pooled, dataset_names.FOREIGN_POOLED, command)]


def foreign_pictures(folder: Path, part: str) -> list[tuple[str, bytes]]:
    """Names and contents of the forged and untouched pictures of one part."""
    contents = archive_members(folder / "foreign-val.tar")
    return [(name, content) for name, content in contents if name.startswith((f"{part}/fake/", f"{part}/real/"))]


def _mean_auc(parts: list[Predictions], command: str) -> Measurement:
    """Every part counts the same, however many pictures it has."""
    sets = [answers.scored() for answers in parts]
    value = float(np.mean([auc(*one) for one in sets]))
    n = sum(len(scores) for scores, _ in sets)
    return Measurement(
        Metric.MEAN_AUC, value, *bootstrap_mean_over_sets(auc, sets), n, dataset_names.FOREIGN_MEAN, command
    )


def run_masks(detector: Detector, folder: Path) -> list[Measurement]:
    """Masks against the registered difference of forged and untouched photograph: pairs 33 to 67, whole pictures."""
    contents = dict(archive_members(folder / f"{PAIRS}.tar"))
    rows = []
    for name in [name for name, _ in held_out_pairs(folder) if name.startswith("fake/")]:
        true = decode_picture(contents[f"mask/{name[5:-4]}.png"])[..., 0] >= 128
        finding = central_finding(detector, decode_as_analysis(contents[name]))
        probability, boxed = np.zeros(true.shape, np.float32), np.zeros(true.shape, bool)
        if finding is not None:
            cut, box = finding.region.crop_box, finding.region.box
            probability[cut.top : cut.bottom, cut.left : cut.right] = finding.mask
            boxed[box.top : box.bottom, box.left : box.right] = True
        predicted = probability >= 0.5
        rows.append(
            (
                intersection_over_union(predicted, true),
                f1_score(predicted, true),
                float(roc_auc_score(true.ravel(), probability.ravel())),
                intersection_over_union(boxed, true),
                intersection_over_union(np.zeros_like(true), true),
            )
        )
    names = (Metric.MASK_IOU, Metric.MASK_F1, Metric.MASK_PIXEL_AUC, Metric.FACE_BOX_IOU, Metric.BLACK_MASK_IOU)
    return [
        Measurement(
            name, float(values.mean()), *bootstrap_mean(values), len(values), dataset_names.PAIRS, _command(detector)
        )
        for name, values in zip(names, np.array(rows).T, strict=True)
    ]


def _command(detector: Detector) -> str:
    return f"python -m forensics benchmark detection --detector {detector.card.name}"
