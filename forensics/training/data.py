"""Batches to train on: untouched faces and forgeries of the same photographs, all through one re-encoding."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import IterableDataset

from forensics.faces import crop_box
from forensics.squares import to_square
from forensics.synthesis.hull import hull_mask, odd
from forensics.synthesis.self_blend import self_blend
from forensics.training.recode import recode
from forensics.training.sources import TrainingFace, decode_picture
from forensics.types import Box

OPENFORENSICS_HULL = 0.87
"""Outline of a foreign forgery whose mask is not known: the face's oval about its middle, made smaller. Chosen on pairs
0 to 32, whose registered masks it fits better than the whole oval or the inner face does."""

BATCH = {"foreign fakes": 9, "generated fakes": 2, "registered fakes": 1, "self-blended pairs": 8, "untouched": 4}
"""What a batch of 32 holds; a pair is the untouched face and its forgery."""

REAL_SHARES = {"openforensics": 0.45, "lfw-faces": 0.2, "stylegan-faces": 0.2, "multiface-photos": 0.15}
"""Where the untouched faces come from: every source also lends faces to forge, so that no source is one class."""


@dataclass(frozen=True, slots=True)
class Sample:
    """crop: (S, S, 3) uint8 RGB; mask: (S, S) uint8, 255 = manipulated; manipulated: the label."""

    crop: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    manipulated: bool


class Batches(IterableDataset):
    """Endless batches of (crops (B, 3, S, S) uint8, masks (B, 1, S, S) uint8, labels (B,) bool).

    The same seed gives the same batches.
    """

    def __init__(self, faces: Sequence[TrainingFace], side: int, seed: int) -> None:
        self.side, self.seed = side, seed
        training = [face for face in faces if not face.held_out]
        self.pools = {
            "foreign fakes": [f for f in training if f.manipulated and f.source.startswith("openforensics-train")],
            "generated fakes": [f for f in training if f.manipulated and f.source == "stylegan-faces"],
            "registered fakes": [f for f in training if f.mask is not None],
        }
        self.untouched = {
            source: [f for f in training if not f.manipulated and f.source.startswith(source)] for source in REAL_SHARES
        }

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        generator = np.random.default_rng(self.seed)
        while True:
            samples = list(self._draw(generator))
            yield (
                torch.from_numpy(np.stack([s.crop for s in samples])).permute(0, 3, 1, 2),
                torch.from_numpy(np.stack([s.mask for s in samples]))[:, None],
                torch.tensor([s.manipulated for s in samples]),
            )

    def _draw(self, generator: np.random.Generator) -> Iterator[Sample]:
        for kind, pool in self.pools.items():
            for _ in range(BATCH[kind]):
                face = pool[generator.integers(len(pool))]
                yield make_sample(face.pixels(), known_mask(face), face.box, True, self.side, generator)
        sources, shares = list(REAL_SHARES), list(REAL_SHARES.values())
        for i in range(BATCH["self-blended pairs"] + BATCH["untouched"]):
            pool = self.untouched[sources[generator.choice(len(sources), p=shares)]]
            face = pool[generator.integers(len(pool))]
            pixels = face.pixels()
            if i < BATCH["self-blended pairs"]:
                forged = self_blend(pixels, face.mesh, generator)
                yield make_sample(forged.image, forged.mask, face.box, True, self.side, generator)
            yield make_sample(pixels, np.zeros(pixels.shape[:2], np.float32), face.box, False, self.side, generator)


def known_mask(face: TrainingFace) -> NDArray[np.float32]:
    """(H, W) float32: the registered mask of a pair, or the usual outline where only the label is known."""
    pixels = face.pixels()
    if face.mask is not None:
        return decode_picture(face.mask)[..., 0].astype(np.float32) / 255
    if face.source == "stylegan-faces":
        return np.ones(pixels.shape[:2], np.float32)  # the whole picture is made
    middle = face.mesh.mean(axis=0)
    mask = hull_mask((face.mesh - middle) * OPENFORENSICS_HULL + middle, "face", *pixels.shape[:2])
    edge = odd(0.06 * face.box.width)
    return cv2.GaussianBlur(mask, (edge, edge), 0)


def make_sample(
    pixels: NDArray[np.uint8],
    mask: NDArray[np.float32],
    box: Box,
    manipulated: bool,
    side: int,
    generator: np.random.Generator,
) -> Sample:
    """Re-encode a picture, then cut and resize its face as in use, with a box as unsure as a detector's."""
    pixels, scale = recode(pixels, generator)
    height, width = pixels.shape[:2]
    shift = generator.uniform(-0.06, 0.06, 2) * (box.width, box.height)
    grow = generator.uniform(0.92, 1.1) * scale
    x, y = (box.left + box.right) / 2 + shift[0], (box.top + box.bottom) / 2 + shift[1]
    half_width, half_height = box.width / 2 * grow, box.height / 2 * grow
    x, y = x * scale, y * scale
    unsure = Box(round(x - half_width), round(y - half_height), round(x + half_width), round(y + half_height))
    cut = crop_box(unsure, width, height)
    crop = to_square(np.ascontiguousarray(pixels[cut.top : cut.bottom, cut.left : cut.right]), side)
    mask = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR)
    mask = to_square(np.ascontiguousarray(mask[cut.top : cut.bottom, cut.left : cut.right]), side)
    if generator.random() < 0.5:
        crop, mask = crop[:, ::-1], mask[:, ::-1]
    return Sample(np.ascontiguousarray(crop), np.clip(mask * 255 + 0.5, 0, 255).astype(np.uint8), manipulated)
