"""What a few pictures of a new attack win back: fine-tuning a network that never saw a family on some of its forgeries.

The start is the network of `benchmark unseen` that was trained without the family; the fine-tuning is the one users
have (`python -m forensics finetune`), its replay without the family; the test faces are those of `benchmark unseen`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

from forensics.benchmark.leave_one_family_out import auc_on_family, cached_detector_without
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.training.batches import DonorPool
from forensics.training.dataset import TrainingFace
from forensics.training.finetune import FinetuneSettings, finetune
from forensics.types.model_card import Measurement

SHOT_COUNTS = (10, 50, 200)
"""Forged pictures, and as many untouched ones, that a fine-tuning is given."""

STEPS = 60
COMMAND = "python -m forensics benchmark little-data"


def make_user_images(
    family: str, faces: Sequence[TrainingFace], count: int
) -> tuple[list[TrainingFace], list[TrainingFace]]:
    """`count` untouched faces of the training part, and forgeries of as many others of them."""
    generator = np.random.default_rng(11)
    pool = [f for f in faces if not f.held_out and not f.manipulated and "#" not in f.name]
    lenders, order = DonorPool(pool), generator.permutation(len(pool))
    forged = []
    for i in order[count : 2 * count]:
        face = pool[i]
        forgery = FAMILIES[family](
            FaceImage(face.pixels(), face.mesh), lenders.nearest_donors(face, generator), generator
        )
        picture, mask = _png(forgery.image[..., ::-1]), _png((forgery.mask * 255 + 0.5).astype(np.uint8))
        forged.append(replace(face, name=f"{face.name}-forged", manipulated=True, picture=picture, mask=mask))
    return [pool[i] for i in order[:count]], forged


def _png(pixels: np.ndarray) -> bytes:
    return cv2.imencode(".png", np.ascontiguousarray(pixels))[1].tobytes()


def run_little_data(families: Sequence[str], faces: list[TrainingFace], start: Path, folder: Path) -> list[Measurement]:
    """AUC on each family after fine-tuning on 10, 50 and 200 of its forgeries."""
    figures = []
    for family in families:
        unseen = cached_detector_without(family, faces, start, folder)
        for count in tqdm(SHOT_COUNTS, desc=family):
            untouched, forged = make_user_images(family, faces, count)
            replay = tuple(name for name in FAMILIES if name != family)
            settings = FinetuneSettings(steps=STEPS, replay=replay)
            tuned = finetune(unseen.network, untouched, forged, settings, tqdm.write)
            detector = replace(unseen, network=tuned.network.eval())
            figures.append(auc_on_family(detector, family, faces, f"{family}, {count} pictures", COMMAND))
    return figures
