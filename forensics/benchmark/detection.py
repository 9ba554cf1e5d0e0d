"""How well a detector tells manipulated from untouched faces, and how well its masks lie: the figures on its card."""

from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from forensics.benchmark.decisions import decision_figures
from forensics.benchmark.scoring import (
    Answers,
    central_finding,
    false_alarms,
    of_scores,
    score_pictures,
    share,
    together,
    unanswered,
    upright,
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
from forensics.training.dataset import PAIRS, TRAINING_PAIRS, decode_picture, members
from forensics.types.analysis import Verdict
from forensics.types.model_card import Figure


def all_figures(detector: Detector, folder: Path) -> list[Figure]:
    """Everything for the card."""
    return [*seen(detector, folder), *pairs(detector, folder), *masks(detector, folder), *foreign(detector, folder)]


def seen(detector: Detector, folder: Path) -> list[Figure]:
    """Forgeries of the kind the network was trained on, in photographs it never saw: openforensics-val."""
    answers = score_pictures(detector, list(members(folder / f"{dataset_names.SEEN}.tar")), dataset_names.SEEN)
    where = dataset_names.SEEN, _command(detector)
    called = answers.called(Verdict.SIGNS, True)
    right = np.concatenate([~answers.called(Verdict.SIGNS, False), called])
    return [
        of_scores(Metric.AUC, auc, answers, *where),
        of_scores(Metric.EQUAL_ERROR_RATE, equal_error_rate, answers, *where),
        share(Metric.ACCURACY, right, *where),
        *decision_figures(answers, *where),
        *unanswered(answers, *where),
    ]


def pairs(detector: Detector, folder: Path) -> list[Figure]:
    """Forgeries beside the untouched photograph they were made from, the half that never trained."""
    answers = score_pictures(detector, kept_pairs(folder), PAIRS)
    return [of_scores(Metric.AUC, auc, answers, dataset_names.PAIRS, _command(detector))]


def kept_pairs(folder: Path) -> list[tuple[str, bytes]]:
    """Names and contents of the forged and untouched pictures of the pairs that never trained."""
    pictures = [(n, c) for n, c in members(folder / f"{PAIRS}.tar") if n.startswith(("fake/", "real/"))]
    return [(name, content) for name, content in pictures if int(name[-7:-4]) >= TRAINING_PAIRS]


def foreign(detector: Detector, folder: Path) -> list[Figure]:
    """Forgeries by others, of kinds no training picture holds. These may choose a network: validation figures."""
    command = f"python -m forensics benchmark foreign --detector {detector.card.name}"
    parts = {
        p: score_pictures(detector, foreign_pictures(folder, p), dataset_names.foreign(p))
        for p in dataset_names.FOREIGN_PARTS
    }
    every = list(parts.values())
    pooled = together(every)
    figures = [_mean_auc(every, command), false_alarms(pooled, dataset_names.FOREIGN_POOLED, command)]
    for part, answers in parts.items():
        where = dataset_names.foreign(part), command
        figures += [of_scores(Metric.AUC, auc, answers, *where), *decision_figures(answers, *where)]
    return [*figures, *unanswered(pooled, dataset_names.FOREIGN_POOLED, command)]


def foreign_pictures(folder: Path, part: str) -> list[tuple[str, bytes]]:
    """Names and contents of the forged and untouched pictures of one part."""
    contents = members(folder / "foreign-val.tar")
    return [(name, content) for name, content in contents if name.startswith((f"{part}/fake/", f"{part}/real/"))]


def _mean_auc(parts: list[Answers], command: str) -> Figure:
    """Every part counts the same, however many pictures it has."""
    sets = [answers.scored() for answers in parts]
    value = float(np.mean([auc(*one) for one in sets]))
    n = sum(len(scores) for scores, _ in sets)
    return Figure(Metric.MEAN_AUC, value, *bootstrap_mean_over_sets(auc, sets), n, dataset_names.FOREIGN_MEAN, command)


def masks(detector: Detector, folder: Path) -> list[Figure]:
    """Masks against the registered difference of forged and untouched photograph: pairs 33 to 67, whole pictures."""
    contents = dict(members(folder / f"{PAIRS}.tar"))
    rows = []
    for name in [name for name, _ in kept_pairs(folder) if name.startswith("fake/")]:
        true = decode_picture(contents[f"mask/{name[5:-4]}.png"])[..., 0] >= 128
        finding = central_finding(detector, upright(contents[name]))
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
        Figure(
            name, float(values.mean()), *bootstrap_mean(values), len(values), dataset_names.PAIRS, _command(detector)
        )
        for name, values in zip(names, np.array(rows).T, strict=True)
    ]


def _command(detector: Detector) -> str:
    return f"python -m forensics benchmark detection --detector {detector.card.name}"
