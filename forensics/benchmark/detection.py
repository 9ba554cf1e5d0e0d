"""How well a detector tells manipulated from untouched faces, and how well its masks lie, through the product's path.

Every picture goes the way an upload goes: bytes, decoding, face finding, crop, network. The label of a picture is that
of its central face. A picture whose face is not found counts as not scored; how many there were is a figure of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from tqdm import tqdm

from forensics.benchmark.metrics import (
    Statistic,
    auc,
    bootstrap,
    bootstrap_mean,
    equal_error_rate,
    f1_score,
    intersection_over_union,
)
from forensics.calibration import clopper_pearson
from forensics.card import Figure
from forensics.detectors import Detector
from forensics.media import decode, read_media
from forensics.pipeline import face_finder
from forensics.training.sources import PAIRS, TRAINING_PAIRS, central_face, decode_picture, members
from forensics.types import AnalysisSettings, FaceFinding, Frame

FOREIGN_PARTS = ("composite", "diffusion", "videoswap")


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """fake_score (n,) float64 of the faces found, their labels (n,) bool, and how many pictures had none."""

    scores: NDArray[np.float64]
    manipulated: NDArray[np.bool_]
    not_found: int


def score_central(detector: Detector, content: bytes) -> tuple[Frame, FaceFinding | None]:
    """The upright picture and the finding of its central face; None where no face is found."""
    frame = decode(read_media(content, "benchmark"))
    regions, _ = face_finder().find(frame, AnalysisSettings().max_faces)
    height, width = frame.pixels.shape[:2]
    region = central_face(regions, width, height)
    return frame, None if region is None else detector.score([region])[0]


def score_pictures(detector: Detector, pictures: Iterable[tuple[str, bytes]], what: str) -> Scores:
    """pictures: (name, content); a name with `fake/` in it is a manipulated face."""
    scores, labels, not_found = [], [], 0
    for name, content in tqdm(pictures, desc=f"{detector.card.name}, {what}", mininterval=5):
        finding = score_central(detector, content)[1]
        if finding is None:
            not_found += 1
        else:
            scores.append(finding.fake_score)
            labels.append("fake/" in name)
    return Scores(np.array(scores), np.array(labels), not_found)


def seen(detector: Detector, folder: Path) -> list[Figure]:
    """Forgeries of the kind the network was trained on, in photographs it never saw: openforensics-val."""
    data = "openforensics-val"
    result = score_pictures(detector, members(folder / f"{data}.tar"), data)
    thresholds = detector.card.thresholds
    untouched, forged = result.scores[~result.manipulated], result.scores[result.manipulated]
    command = _command(detector)
    return [
        _of_scores("AUC", auc, result, data, command),
        _of_scores("equal error rate", equal_error_rate, result, data, command),
        _share("untouched faces called manipulated", untouched >= thresholds.signs, data, command),
        _share("forged faces called manipulated", forged >= thresholds.signs, data, command),
        _share("forged faces called “no signs found”", forged <= thresholds.no_signs, data, command),
        _share("pictures whose face was not found", _flags(result.not_found, len(result.scores)), data, command),
    ]


def foreign(detector: Detector, folder: Path) -> list[Figure]:
    """Forgeries by others, of kinds no training picture holds. These may choose a network: validation figures."""
    contents = list(members(folder / "foreign-val.tar"))
    figures = []
    for part in FOREIGN_PARTS:
        data = f"foreign-val, {part} (validation)"
        pictures = [(n, c) for n, c in contents if n.startswith((f"{part}/fake/", f"{part}/real/"))]
        result = score_pictures(detector, pictures, data)
        untouched = result.scores[~result.manipulated]
        figures += [
            _of_scores("AUC", auc, result, data, _command(detector)),
            _share(
                "untouched faces called manipulated",
                untouched >= detector.card.thresholds.signs,
                data,
                _command(detector),
            ),
        ]
    return figures


def masks(detector: Detector, folder: Path) -> list[Figure]:
    """Masks against the registered difference of forged and untouched photograph: pairs 33 to 67, whole pictures."""
    contents = dict(members(folder / f"{PAIRS}.tar"))
    numbers = sorted(int(name[-7:-4]) for name in contents if name.startswith("fake/"))
    rows = []
    for number in [n for n in numbers if n >= TRAINING_PAIRS]:
        true = decode_picture(contents[f"mask/pair_{number:03d}.png"])[..., 0] >= 128
        _, finding = score_central(detector, contents[f"fake/pair_{number:03d}.jpg"])
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
    names = ("mask IoU", "mask F1", "mask pixel AUC", "mask IoU of the whole face box", "mask IoU of an all-black mask")
    data = f"openforensics-pairs {TRAINING_PAIRS} to {numbers[-1]}"
    return [
        Figure(name, float(values.mean()), *bootstrap_mean(values), len(values), data, _command(detector))
        for name, values in zip(names, np.array(rows).T, strict=True)
    ]


def all_figures(detector: Detector, folder: Path) -> tuple[Figure, ...]:
    """Everything for the card."""
    return (*seen(detector, folder), *masks(detector, folder), *foreign(detector, folder))


def _command(detector: Detector) -> str:
    return f"python -m forensics benchmark detection --detector {detector.card.name}"


def _of_scores(name: str, statistic: Statistic, result: Scores, data: str, command: str) -> Figure:
    value = statistic(result.scores, result.manipulated)
    low, high = bootstrap(statistic, result.scores, result.manipulated)
    return Figure(name, value, low, high, len(result.scores), data, command)


def _share(name: str, hits: NDArray[np.bool_], data: str, command: str) -> Figure:
    low, high = clopper_pearson(int(hits.sum()), len(hits))
    return Figure(name, float(hits.mean()), low, high, len(hits), data, command)


def _flags(hits: int, others: int) -> NDArray[np.bool_]:
    return np.arange(hits + others) < hits
