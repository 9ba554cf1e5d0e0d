"""Batches to train on: untouched faces and forgeries of the same photographs, all through one re-encoding."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import IterableDataset

from forensics.detectors.letterbox import letterbox
from forensics.detectors.patches import extract_patches
from forensics.faces.detection import expand_box
from forensics.synthesis.donors import shape_distances
from forensics.synthesis.families import FAMILIES, ForgeryFunction
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.hard_examples import Suspicion, fit_weak_classifier, generate_hard_example
from forensics.synthesis.hull import hull_mask, odd_kernel_size
from forensics.training.augmentation import LIGHT_COMPRESSION_PROBABILITY, augment_compression
from forensics.training.batch_composition import FORGERY_SOURCES, BatchComposition
from forensics.training.dataset import TrainingFace, decode_picture
from forensics.training.forgery_kinds import WHOLE_PICTURE, kind_source
from forensics.training.framing import random_cut, shrink
from forensics.types.analysis import Box
from forensics.types.family_names import FAMILY_NAMES, FamilyName

OPENFORENSICS_HULL_SCALE = 0.87
"""Outline of a foreign forgery whose mask is not known: the face's oval about its middle, made smaller. Chosen on pairs
0 to 32, whose registered masks it fits better than the whole oval or the inner face does."""


CANDIDATES, DONORS = 200, 4
"""A donor is one of the few that lie most alike among so many drawn by chance."""


WEAK_SAMPLE, WEAK_LIMIT, WEAK_TRIES = 150, 0.5, 3
"""Faces of each kind that the weak classifier is fitted on, the suspicion a forgery is to stay below, and how often it
may be made anew."""

N_PATCHES = 3
"""Windows of a face that are trained on at once, chosen by chance: neighbors tell the same."""


WHOLE_FACE_SOURCES = ("stylegan-faces", *(kind_source(kind) for kind in WHOLE_PICTURE))
"""Sources of forgeries of which every pixel is made."""


class Sample(NamedTuple):
    """square: (S, S, 3) uint8 RGB; windows: (K, W, W, 3) uint8 RGB; mask: (S, S) uint8, 255 = manipulated; family: the
    place in FAMILY_NAMES, −1 = untouched."""

    square: NDArray[np.uint8]
    windows: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    family: int


class TrainingPicture(NamedTuple):
    """What a sample is made of. pixels: (H, W, 3) uint8 RGB; mask: (H, W) float32 in [0, 1]; box: the face; family: as
    in Sample; scale: as in make_sample."""

    pixels: NDArray[np.uint8]
    mask: NDArray[np.float32]
    box: Box
    family: int
    scale: float = 1.0


class Batch(NamedTuple):
    """squares (B, 3, S, S) uint8, windows (B, K, 3, W, W) uint8, masks (B, 1, S, S) uint8, families (B,) int64; twins
    (T,) int64: the faces of which the last T of the batch are second views."""

    squares: Tensor
    windows: Tensor
    masks: Tensor
    families: Tensor
    twins: Tensor = torch.empty(0, dtype=torch.int64)


def collate(samples: Sequence[Sample], twins: Sequence[int] = ()) -> Batch:
    """Samples as one batch of tensors."""
    squares, windows, masks, families = zip(*samples, strict=True)
    return Batch(
        torch.from_numpy(np.stack(squares)).permute(0, 3, 1, 2),
        torch.from_numpy(np.stack(windows)).permute(0, 1, 4, 2, 3),
        torch.from_numpy(np.stack(masks))[:, None],
        torch.tensor(families),
        torch.tensor(twins, dtype=torch.int64),
    )


class ForgeryBatches(IterableDataset[Batch]):
    """Endless batches of a mixture. The same seed gives the same ones."""

    def __init__(
        self,
        faces: Sequence[TrainingFace],
        side: int,
        seed: int,
        mixture: BatchComposition,
        clean_share: float = LIGHT_COMPRESSION_PROBABILITY,
    ) -> None:
        self.seed, self.mixture = seed, mixture
        self.make = partial(make_sample, side=side, clean_share=clean_share, tight_share=mixture.tight_share)
        training = [face for face in faces if not face.held_out]
        self.pools = {
            pool: [f for f in training if f.manipulated and f.source.startswith(FORGERY_SOURCES[pool][0])]
            for pool in mixture.fakes
        }
        self.untouched = {
            source: [f for f in training if not f.manipulated and f.source.startswith(source)]
            for source in mixture.real_shares
        }
        self.lenders = DonorPool([face for pool in self.untouched.values() for face in pool])
        self.sizes = np.array([max(f.box.width, f.box.height) for f in self.untouched["openforensics"]])

    def __iter__(self) -> Iterator[Batch]:
        generator = np.random.default_rng(self.seed)
        suspicion = self._weak_classifier(generator)
        while True:
            pictures = list(self._draw(generator, suspicion))
            twins = generator.choice(len(pictures), self.mixture.second_views, replace=False).tolist()
            drawn = [*pictures, *(pictures[i] for i in twins)]
            samples = [self.make(*picture[:4], generator=generator, scale=picture.scale) for picture in drawn]
            yield collate(samples, twins)

    def _weak_classifier(self, generator: np.random.Generator) -> Suspicion:
        untouched, forged = [], []
        for _ in range(WEAK_SAMPLE):
            face, pixels = self._untouched_face(generator)
            untouched.append(FaceImage(pixels, face.mesh))
            forgery = self._family(generator)[1](untouched[-1], self.lenders.nearest_donors(face, generator), generator)
            forged.append(FaceImage(forgery.image, face.mesh))
        return fit_weak_classifier(untouched, forged)

    def _untouched_face(self, generator: np.random.Generator) -> tuple[TrainingFace, NDArray[np.uint8]]:
        shares = self.mixture.real_shares
        pool = self.untouched[str(generator.choice(list(shares), p=list(shares.values())))]
        face = pool[generator.integers(len(pool))]
        return face, face.pixels()

    def _family(self, generator: np.random.Generator) -> tuple[int, ForgeryFunction]:
        names, weights = list(self.mixture.families), list(self.mixture.families.values())
        name = str(generator.choice(names, p=weights))
        return FAMILY_NAMES.index(FamilyName(name)), FAMILIES[name].forge

    def _scale(self, box: Box, generator: np.random.Generator, pool: str | None = None) -> float:
        """Change of scale of a face's picture: to one common range of sizes, or of a pool of forgeries to that of its
        untouched."""
        if self.mixture.face_sides is not None:
            wanted = float(np.exp(generator.uniform(*np.log(self.mixture.face_sides))))
        elif self.mixture.equal_sizes and pool is not None and pool != "stylegan":
            wanted = float(generator.choice(self.sizes))
        else:
            return 1.0
        return min(1.0, wanted / max(box.width, box.height))

    def _draw(self, generator: np.random.Generator, suspicion: Suspicion) -> Iterator[TrainingPicture]:
        for pool, count in self.mixture.fakes.items():
            family = FAMILY_NAMES.index(FORGERY_SOURCES[pool][1])
            for _ in range(count):
                face = self.pools[pool][generator.integers(len(self.pools[pool]))]
                yield TrainingPicture(
                    face.pixels(), ground_truth_mask(face), face.box, family, self._scale(face.box, generator, pool)
                )
        for i in range(self.mixture.pairs + self.mixture.untouched):
            face, pixels = self._untouched_face(generator)
            if i < self.mixture.pairs:
                family, forge = self._family(generator)
                lent = self.lenders.nearest_donors(face, generator)
                sitter = FaceImage(pixels, face.mesh)
                forged = generate_hard_example(forge, sitter, lent, generator, suspicion, WEAK_LIMIT, WEAK_TRIES)
                yield TrainingPicture(forged.image, forged.mask, face.box, family, self._scale(face.box, generator))
            nothing = np.zeros(pixels.shape[:2], np.float32)
            yield TrainingPicture(pixels, nothing, face.box, -1, self._scale(face.box, generator))


class DonorPool:
    """Untouched faces to borrow from, found by their landmarks without decoding them all."""

    def __init__(self, faces: Sequence[TrainingFace]) -> None:
        self.faces = faces
        self.meshes = np.stack([face.mesh for face in faces])

    def nearest_donors(self, face: TrainingFace, generator: np.random.Generator) -> list[FaceImage]:
        """Some faces of other pictures whose landmarks lie like this one's."""
        drawn = generator.integers(len(self.faces), size=min(CANDIDATES, len(self.faces)))
        others = np.array([i for i in drawn if self.faces[i].photograph != face.photograph], int)
        nearest = others[np.argsort(shape_distances(face.mesh, self.meshes[others]), kind="stable")[:DONORS]]
        return [FaceImage(self.faces[i].pixels(), self.faces[i].mesh) for i in nearest]


def ground_truth_mask(face: TrainingFace) -> NDArray[np.float32]:
    """(H, W) float32: the registered mask of a pair, or the usual outline where only the label is known."""
    pixels = face.pixels()
    if face.mask is not None:
        return decode_picture(face.mask)[..., 0].astype(np.float32) / np.float32(255)
    if face.source in WHOLE_FACE_SOURCES:
        return np.ones(pixels.shape[:2], np.float32)
    middle = face.mesh.mean(axis=0)
    mask = hull_mask((face.mesh - middle) * OPENFORENSICS_HULL_SCALE + middle, "face", *pixels.shape[:2])
    edge = odd_kernel_size(0.06 * face.box.width)
    return cv2.GaussianBlur(mask, (edge, edge), 0)


def make_sample(
    pixels: NDArray[np.uint8],
    mask: NDArray[np.float32],
    box: Box,
    family: int,
    side: int,
    generator: np.random.Generator,
    scale: float = 1.0,
    clean_share: float = LIGHT_COMPRESSION_PROBABILITY,
    tight_share: float = 0.0,
) -> Sample:
    """Re-encode a picture, then cut and resize its face as in use, with a box as unsure as a detector's.

    scale: make the picture smaller first, to this share of its sides. tight_share: as in `random_cut`.
    """
    pixels, mask, box = random_cut(pixels, mask, box, generator, tight_share)
    pixels, change = augment_compression(shrink(pixels, scale), generator, clean_share)
    scale = min(1.0, scale) * change
    height, width = pixels.shape[:2]
    shift = generator.uniform(-0.06, 0.06, 2) * (box.width, box.height)
    grow = generator.uniform(0.92, 1.1) * scale
    x, y = (box.left + box.right) / 2 + shift[0], (box.top + box.bottom) / 2 + shift[1]
    half_width, half_height = box.width / 2 * grow, box.height / 2 * grow
    x, y = x * scale, y * scale
    unsure = Box(round(x - half_width), round(y - half_height), round(x + half_width), round(y + half_height))
    cut = expand_box(unsure, width, height)
    crop = np.ascontiguousarray(pixels[cut.top : cut.bottom, cut.left : cut.right])
    mask = cv2.resize(mask, (width, height), interpolation=cv2.INTER_LINEAR)
    mask = np.ascontiguousarray(mask[cut.top : cut.bottom, cut.left : cut.right])
    if generator.random() < 0.5:
        crop, mask = np.ascontiguousarray(crop[:, ::-1]), np.ascontiguousarray(mask[:, ::-1])
    levels = np.clip(letterbox(mask, side) * 255 + 0.5, 0, 255).astype(np.uint8)
    windows = generator.permutation(extract_patches(crop))[:N_PATCHES]
    return Sample(letterbox(crop, side), windows, levels, family)
