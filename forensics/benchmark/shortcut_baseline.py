"""Shortcut control: what a classifier reaches that never looks at a face.

It sees size, format, JPEG quantization tables, mean color and sharpness of a whole picture, and learns from the same
archives as the networks. Where it does well the test gives its labels away; where a network does not do better, that
network may have learned no more (Torralba & Efros, Unbiased look at dataset bias, CVPR 2011). Below one half the
shortcuts of the training pictures point the wrong way. The classifier is logistic regression: a forest answers every
picture whose tables it never saw with the same score.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from forensics.benchmark.detection import foreign_pictures, held_out_pairs
from forensics.benchmark.scoring import balanced_subset, is_forged
from forensics.benchmark.statistics import auc, bootstrap
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import ARCHIVES, N_TRAINING_PAIRS, PAIRS, archive_members, decode_picture
from forensics.types.model_card import Measurement

FORMATS = ("JPEG", "PNG", "WEBP")
QUANTIZATION_TABLE = 64
"""Entries of a quantization table; luma and chroma are taken, zeros where there is none."""


def shortcut_features(content: bytes) -> NDArray[np.float64]:
    """(137,) float64: width, height, format, mean R, G, B, log variance of the Laplacian, two quantization tables."""
    image = Image.open(io.BytesIO(content))
    tables = getattr(image, "quantization", {})
    steps = np.concatenate([np.resize(tables.get(number, [0]), QUANTIZATION_TABLE) for number in (0, 1)])
    pixels = decode_picture(content)
    gray = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    sharpness = float(np.log1p(cv2.Laplacian(gray, cv2.CV_64F).var()))
    kind = [image.format == known for known in FORMATS]
    return np.array([*image.size, *kind, *pixels.mean((0, 1)), sharpness, *steps], np.float64)


def run_shortcut(folder: Path, limit: int | None) -> list[Measurement]:
    """limit: pictures of each archive at most, half of them forged."""
    table, forged = _feature_table(
        picture for archive in _training(folder) for picture in balanced_subset(archive, limit)
    )
    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced", max_iter=2000))
    model.fit(table, forged)
    tests = {
        dataset_names.SEEN: archive_members(folder / f"{dataset_names.SEEN}.tar"),
        dataset_names.PAIRS: held_out_pairs(folder),
    }
    tests |= {dataset_names.foreign(part): foreign_pictures(folder, part) for part in dataset_names.FOREIGN_PARTS}
    command = "python -m forensics benchmark shortcut" + (f" --limit {limit}" if limit else "")
    figures = []
    for data, pictures in tests.items():
        table, forged = _feature_table(balanced_subset(pictures, limit))
        scores = model.predict_proba(table)[:, 1]
        interval = bootstrap(auc, scores, forged)
        figures.append(Measurement(Metric.SHORTCUT_AUC, auc(scores, forged), *interval, len(forged), data, command))
    return figures


def _training(folder: Path) -> Iterator[Iterable[tuple[str, bytes]]]:
    for archive in ARCHIVES:
        yield archive_members(folder / f"{archive}.tar")
    pictures = archive_members(folder / f"{PAIRS}.tar")
    yield [(n, c) for n, c in pictures if n.startswith(("fake/", "real/")) and int(n[-7:-4]) < N_TRAINING_PAIRS]


def _feature_table(pictures: Iterable[tuple[str, bytes]]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """(n, 137) features and (n,) labels."""
    rows = [(shortcut_features(content), is_forged(name)) for name, content in pictures]
    return np.stack([row for row, _ in rows]), np.array([forged for _, forged in rows])
