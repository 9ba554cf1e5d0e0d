"""What is left of a detector when a family of forgeries is kept from its training, and what a few pictures win back.

For every family the network is trained again without it, for a short and equal time, and tested on it. A training that
leaves out nothing shows what the family costs. OpenForensics is left out as a whole, with its registered pairs, and
tested through the product's path.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.benchmark.scoring import balanced_subset, score_pictures
from forensics.benchmark.statistics import auc, bootstrap
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.registry import Detector, load_detector
from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.faces.detection import crop_region
from forensics.io.atomic_write import atomic_write
from forensics.measurements.metrics import Metric
from forensics.network import FaceNetwork, TelltaleNet
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.batches import DonorPool
from forensics.training.dataset import TrainingFace, archive_members, decode_picture
from forensics.training.loop import Stage, TrainingSettings, load_network, train
from forensics.types.analysis import Box, FaceRegion, Frame
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import Measurement
from forensics.validation import present

STEPS = 90
"""Batches of each training that goes on from a checkpoint; those that cannot start there get
TOTAL_STEPS_FROM_IMAGENET."""

TOTAL_STEPS_FROM_IMAGENET = 160
TEST_FACES = 200
WORKERS = 1  # processes that make batches, as in TrainingSettings
OPENFORENSICS = "openforensics"
NO_FAMILY = "nothing"
LEFT_OUT = (NO_FAMILY, *FAMILY_NAMES, OPENFORENSICS)

JPEG_QUALITY = 90
"""JPEG quality of untouched and forged test faces alike."""

COMMAND = "python -m forensics benchmark unseen"


def excluded_pools(left_out: str) -> tuple[str, ...]:
    """Everything that must not be trained on when a family, or OpenForensics, is left out."""
    if left_out == NO_FAMILY:
        return ()
    if left_out == OPENFORENSICS:
        return ("openforensics", "registered")
    return (left_out, "stylegan") if left_out == "resynthesis" else (left_out,)


def family_in_training(left_out: str) -> bool:
    """Whether the shared first stages have seen what is to be left out, so that they cannot be the start."""
    first = COMPOSITIONS["blends"]
    return any(name in first.families or name in first.fakes for name in excluded_pools(left_out))


def train_without(left_out: str, faces: list[TrainingFace], start: Path, folder: Path, seed: int = 1) -> FaceNetwork:
    """The network trained without a family. start: checkpoint of the shared first stages. Progress goes to `folder`."""
    steps = TOTAL_STEPS_FROM_IMAGENET if family_in_training(left_out) else STEPS
    stage = Stage(steps, steps, 1e-3, "all families")
    settings = TrainingSettings(
        stages=(stage,),
        left_out=excluded_pools(left_out),
        seed=seed,
        warm_up=20,
        averaging=0.98,
        check_every=steps,
        workers=WORKERS,
    )
    if family_in_training(left_out):
        return train(faces, settings, folder)
    if not start.is_file():
        raise TrainingError(TrainingCode.MISSING_CHECKPOINT, path=str(start))
    folder.mkdir(parents=True, exist_ok=True)
    atomic_write(folder / "telltale.safetensors", start.read_bytes())
    return train(faces, replace(settings, stages=(stage, stage)), folder, first_stage=1)


def cached_detector_without(left_out: str, faces: list[TrainingFace], start: Path, folder: Path) -> CropDetector:
    """The detector of `train_without`, trained where `folder` does not hold it finished."""
    finished = folder / left_out / "finished.safetensors"
    network = TelltaleNet()
    if not finished.is_file():
        train_without(left_out, faces, start, folder / left_out)
        (folder / left_out / "telltale.safetensors").rename(finished)
    load_network(network, finished)
    return CropDetector(load_detector("telltale").card, network.eval(), threading.Lock())


class TestFace(NamedTuple):
    """A face that never trained, untouched and forged, both through the same compression. mask: (h, w) bool, the
    manipulated pixels of the crop."""

    untouched: FaceRegion
    forged: FaceRegion
    mask: NDArray[np.bool_]


def test_faces(family: str, faces: Sequence[TrainingFace], count: int) -> Iterator[TestFace]:
    """So many faces, drawn the same each time, forged by the family.

    Faces of group photographs are left out: the first stages knew other faces of the same photographs.
    """
    generator = np.random.default_rng(7)
    untouched = [f for f in faces if f.held_out and not f.manipulated and f.source != "multiface-photos"]
    lenders = DonorPool(untouched)
    for i in generator.permutation(len(untouched))[:count]:
        face = untouched[i]
        pixels = face.pixels()
        forgery = FAMILIES[family](FaceImage(pixels, face.mesh), lenders.nearest_donors(face, generator), generator)
        plain, forged = (_found(picture, face.box) for picture in (pixels, forgery.image))
        cut = forged.crop_box
        yield TestFace(plain, forged, forgery.mask[cut.top : cut.bottom, cut.left : cut.right] >= 0.5)


def _found(pixels: NDArray[np.uint8], box: Box) -> FaceRegion:
    """The face of that box in a picture after compression."""
    _, encoded = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    return crop_region(Frame(0, 0.0, decode_picture(encoded.tobytes())), 1, box, 1.0, None)


def test_regions(family: str, faces: Sequence[TrainingFace], count: int) -> list[tuple[FaceRegion, bool]]:
    """The same as regions with their labels, each untouched face before its forgery."""
    return [
        pair for face in test_faces(family, faces, count) for pair in ((face.untouched, False), (face.forged, True))
    ]


def auc_on_family(
    detector: Detector, family: str, faces: Sequence[TrainingFace], data: str, command: str
) -> Measurement:
    """How well the detector tells this family's forgeries from the faces they were made of."""
    regions = test_regions(family, faces, TEST_FACES)
    scores = np.array([detector.score([region])[0].fake_score for region, _ in regions])
    return _figure(scores, np.array([manipulated for _, manipulated in regions]), data, command)


def auc_on_openforensics(detector: Detector, data_folder: Path, data: str, limit: int | None) -> Measurement:
    """The same for openforensics-val, through the product's own path."""
    pictures = balanced_subset(archive_members(data_folder / "openforensics-val.tar"), limit)
    return _figure(*score_pictures(detector, pictures, data).scored(), data, COMMAND)


def _figure(scores: np.ndarray, manipulated: np.ndarray, data: str, command: str) -> Measurement:
    low, high = bootstrap(auc, scores, manipulated)
    return Measurement(Metric.AUC, auc(scores, manipulated), low, high, len(scores), data, command)


def run_unseen(
    faces: list[TrainingFace], start: Path, folder: Path, data_folder: Path, limit: int | None = None
) -> list[Measurement]:
    """Train without each family in turn, unless `folder` holds the network, and test it on what it never saw."""
    everything = cached_detector_without(NO_FAMILY, faces, start, folder)
    figures = []
    for left_out in tqdm(LEFT_OUT[1:], desc="left out"):
        detector = cached_detector_without(left_out, faces, start, folder)
        for kind, who in (("unseen", detector), ("seen", everything)):
            data = f"{kind} family {left_out}"
            if left_out == OPENFORENSICS:
                figures.append(auc_on_openforensics(who, data_folder, data, limit))
            else:
                figures.append(auc_on_family(who, left_out, faces, data, COMMAND))
    unseen = [present(figure.value) for figure in figures if figure.data.startswith("unseen family")]
    n = sum(figure.n for figure in figures if figure.data.startswith("unseen family"))
    return [*figures, Measurement(Metric.MEAN_AUC, float(np.mean(unseen)), None, None, n, "unseen families", COMMAND)]
