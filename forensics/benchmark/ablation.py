"""What each part of the main network is worth: the streams alone and together, and the trainings that came before.

foreign-val may choose between networks, so it chooses between these; the test sets are not touched.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from forensics.benchmark.detection import foreign_pictures
from forensics.benchmark.scoring import central_region, decode_as_analysis, is_forged
from forensics.benchmark.statistics import auc, bootstrap
from forensics.detectors.crop_detector import CropDetector
from forensics.measurements.dataset_names import FOREIGN_MEAN, FOREIGN_PARTS, foreign
from forensics.measurements.metrics import Metric
from forensics.training.dataset import TrainingFace
from forensics.training.loop import load_network
from forensics.types.analysis import FaceRegion
from forensics.types.model_card import Measurement

COMMAND = "python -m forensics benchmark ablation"

Combination = Callable[[NDArray[np.float64]], NDArray[np.float64]]

VARIANTS: dict[str, Combination] = {
    "whole crop alone": lambda logits: logits[:, 0],
    "windows alone": lambda logits: logits[:, 1],
    "both, 2 to 1": lambda logits: logits @ [2, 1],
    "both, 1 to 1": lambda logits: logits @ [1, 1],
    "both, 1 to 2": lambda logits: logits @ [1, 2],
    "both, 1 to 4": lambda logits: logits @ [1, 4],
}
"""Ways to add the logits (n, 2) of the whole crop and of the windows."""


def run_ablation(
    detector: CropDetector, folder: Path, first_stages: Path, faces: Sequence[TrainingFace]
) -> list[Measurement]:
    """AUC on each part of foreign-val, their mean, and on OpenForensics faces that were watched while training.

    first_stages: checkpoint of the training on OpenForensics and self-blending alone; left out where there is none.
    """
    parts = [foreign_pictures(folder, part) for part in FOREIGN_PARTS]
    figures = []
    if first_stages.is_file():
        network = type(detector.network)()
        load_network(network, first_stages)
        before = replace(detector, network=network.eval())
        figures += _auc_figures(before, parts, {"whole crop, before all families": VARIANTS["whole crop alone"]})
    return figures + _auc_figures(detector, parts, VARIANTS) + _on_known_kind(detector, faces)


def _on_known_kind(detector: CropDetector, faces: Sequence[TrainingFace]) -> list[Measurement]:
    """What each variant costs on the kind it was trained on."""
    watched = [face for face in faces if face.watched and face.source.startswith("openforensics-train")]
    logits = np.stack([_logits(detector, face.region()) for face in watched])
    labels = np.array([face.manipulated for face in watched])
    figures = []
    for variant, mix in VARIANTS.items():
        scores = mix(logits)
        interval = bootstrap(auc, scores, labels)
        data = f"{variant}: OpenForensics faces watched while training"
        figures.append(Measurement(Metric.AUC, auc(scores, labels), *interval, len(scores), data, COMMAND))
    return figures


def _auc_figures(
    detector: CropDetector, parts: Sequence[Sequence[tuple[str, bytes]]], variants: Mapping[str, Combination]
) -> list[Measurement]:
    logits, labels = {}, {}
    for part, pictures in zip(FOREIGN_PARTS, parts, strict=True):
        logits[part], labels[part] = stream_logits(detector, pictures)
    figures = []
    for variant, mix in variants.items():
        values = []
        for part in FOREIGN_PARTS:
            scores = mix(logits[part])
            values.append(auc(scores, labels[part]))
            interval = bootstrap(auc, scores, labels[part])
            figures.append(
                Measurement(Metric.AUC, values[-1], *interval, len(scores), f"{variant}: {foreign(part)}", COMMAND)
            )
        n = sum(len(part) for part in labels.values())
        figures.append(
            Measurement(Metric.AUC, float(np.mean(values)), None, None, n, f"{variant}: {FOREIGN_MEAN}", COMMAND)
        )
    return figures


def stream_logits(
    detector: CropDetector, pictures: Sequence[tuple[str, bytes]]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """(n, 2) logits of the streams and (n,) labels, of the pictures whose face is found."""
    rows, labels = [], []
    for name, content in pictures:
        region = central_region(decode_as_analysis(content))
        if region is not None:
            rows.append(_logits(detector, region))
            labels.append(is_forged(name))
    return np.stack(rows), np.array(labels)


@torch.inference_mode()
def _logits(detector: CropDetector, region: FaceRegion) -> NDArray[np.float64]:
    return detector.network(detector.preprocess([region])).stream_logits[0].double().numpy()
