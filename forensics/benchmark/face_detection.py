"""How many faces are found, and how many finds are none: `multiface-photos`, the pictures with labeled boxes."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
from tqdm import tqdm

from forensics.decision.calibration import clopper_pearson
from forensics.faces.detection import iou, shared_face_detector
from forensics.measurements.metrics import Metric
from forensics.media.image import decode_image, probe_image
from forensics.training.dataset import archive_members
from forensics.types.analysis import Box
from forensics.types.model_card import Measurement

MIN_LABEL_SIDE = 24
"""Faces smaller than this, labeled or found, do not count."""

MATCH_IOU = 0.4
"""Intersection over union from which a found box is a labeled face: the two draw a forehead differently."""

COMMAND = "python -m forensics benchmark faces"


def run_face_detection(folder: Path) -> list[Measurement]:
    """Recall and false alarms. A find that overlaps no label may be a face that nobody labeled."""
    labeled = _labels(folder / "multiface-photos.csv")
    found_labels, false_alarms = [], []
    for name, content in tqdm(archive_members(folder / "multiface-photos.tar"), desc="faces", mininterval=5):
        if name not in labeled:
            continue
        regions, _ = shared_face_detector().detect(decode_image(probe_image(content, name)), 1000)
        for box in labeled[name]:
            if min(box.width, box.height) >= MIN_LABEL_SIDE:
                found_labels.append(any(iou(box, region.box) >= MATCH_IOU for region in regions))
        for region in regions:
            if min(region.box.width, region.box.height) >= MIN_LABEL_SIDE:
                false_alarms.append(all(iou(box, region.box) < MATCH_IOU / 2 for box in labeled[name]))
    data = f"multiface-photos m*, faces of at least {MIN_LABEL_SIDE} pixels; every fourth picture chose the threshold"
    return [
        _share(Metric.FACES_FOUND, found_labels, data),
        _share(Metric.FALSE_FINDS, false_alarms, data),
    ]


def _share(name: str, hits: list[bool], data: str) -> Measurement:
    return Measurement(name, float(np.mean(hits)), *clopper_pearson(sum(hits), len(hits)), len(hits), data, COMMAND)


def _labels(path: Path) -> dict[str, list[Box]]:
    labeled = defaultdict(list)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            labeled[row["name"]].append(Box(*(int(row[edge]) for edge in Box._fields)))
    return labeled
