"""Batches of the last step of a training: forgeries by others, and beside them what must not be forgotten for them.

Kinds, own forgeries and sources of untouched faces come in shares of their own, whatever their number of pictures. The
faces of OpenForensics and StyleGAN, and own forgeries with what they are made of, are the rehearsed part: there the
network is also drawn to what it answered before (see `replay.distillation_loss`).
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from torch.utils.data import IterableDataset

from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.training.batch_composition import COMPOSITIONS, FORGERY_SOURCES
from forensics.training.batches import Batch, DonorPool, Sample, collate, ground_truth_mask, make_sample
from forensics.training.dataset import TrainingFace
from forensics.training.forgery_kinds import kind_source
from forensics.types.family_names import FAMILY_NAMES

KIND_SHARES = {
    "dfdc": 0.2,
    "inswapper": 0.14,
    "diffusion": 0.2,
    "sd21": 0.12,
    "stylegan2": 0.1,
    "stargan": 0.12,
    "talking": 0.12,
}
"""Of the forgeries by others."""

UNTOUCHED_SHARES = {
    "openforensics": 0.12,
    "lfw-faces": 0.09,
    "stylegan-faces": 0.15,
    "multiface-photos": 0.08,
    "talking-heads": 0.06,
    "portraits-large": 0.17,
    kind_source("dfdc"): 0.13,
    kind_source("inswapper"): 0.07,
    kind_source("stargan"): 0.06,
    kind_source("talking"): 0.07,
}
"""Of the untouched faces beside them, and of those that own forgeries are made of."""

N_OF_KINDS, N_UNTOUCHED, N_PAIRS = 6, 5, 4
"""Of a batch: forgeries by others, untouched faces, own forgeries each with the face it is made of."""

N_REHEARSED = {"openforensics": (4, 3), "stylegan": (2, 2)}
"""Of a batch: rehearsed forgeries and untouched faces of the same source."""

REHEARSED = slice(N_OF_KINDS + N_UNTOUCHED, None)
"""The part of a batch in which the network is drawn to its old answers."""

BATCH_SIZE = N_OF_KINDS + N_UNTOUCHED + 2 * N_PAIRS + sum(map(sum, N_REHEARSED.values()))

REGISTERED_SHARE = 0.1
"""Of the rehearsed forgeries of OpenForensics, those of the pairs whose masks are registered."""

FULL_SIZE_SHARES = {"openforensics": 0.6, "stylegan": 0.7}
FULL_SIZE_SHARE_OF_PAIRS = 0.3
"""Shares of rehearsed pictures that keep their size. All others are made as small as a size drawn from the mixture's
range, where they are larger: sharpness must not give a kind away."""

FACE_SIDES = COMPOSITIONS["today"].face_sides or (96, 400)

CLEAN_SHARE, TIGHT_SHARE = 0.5, 0.1
"""Shares of the pictures that are only lightly compressed, and that end closely around the face."""


class RehearsalBatches(IterableDataset[Batch]):
    """Endless batches of faces that train. The same seed gives the same ones.

    faces: held-out ones among them take no part; of every source that has a share there must be some.
    """

    def __init__(self, faces: Sequence[TrainingFace], side: int, seed: int) -> None:
        self.side, self.seed = side, seed
        training = [face for face in faces if not face.held_out]
        forged, untouched = ([f for f in training if f.manipulated is label] for label in (True, False))
        self.forged = {
            pool: [f for f in forged if f.source.startswith(source)] for pool, (source, _) in FORGERY_SOURCES.items()
        }
        self.untouched = {source: [f for f in untouched if f.source.startswith(source)] for source in UNTOUCHED_SHARES}
        self.lenders = DonorPool([face for pool in self.untouched.values() for face in pool])

    def __iter__(self) -> Iterator[Batch]:
        generator = np.random.default_rng(self.seed)
        while True:
            yield collate([*self._new(generator), *self._rehearsed(generator), *self._pairs(generator)])

    def _new(self, generator: np.random.Generator) -> Iterator[Sample]:
        for _ in range(N_OF_KINDS):
            yield self._forgery(_draw_name(KIND_SHARES, generator), generator)
        for _ in range(N_UNTOUCHED):
            yield self._sample(self._untouched_face(generator), -1, generator)

    def _rehearsed(self, generator: np.random.Generator) -> Iterator[Sample]:
        for pool, (n_forged, n_untouched) in N_REHEARSED.items():
            share, source = FULL_SIZE_SHARES[pool], FORGERY_SOURCES[pool][0].removesuffix("-train")
            for _ in range(n_forged):
                registered = pool == "openforensics" and generator.random() < REGISTERED_SHARE
                yield self._forgery("registered" if registered else pool, generator, share)
            for _ in range(n_untouched):
                yield self._sample(_draw(self.untouched[source], generator), -1, generator, share)

    def _pairs(self, generator: np.random.Generator) -> Iterator[Sample]:
        for _ in range(N_PAIRS):
            face, family = self._untouched_face(generator), int(generator.integers(len(FAMILY_NAMES)))
            donors = self.lenders.nearest_donors(face, generator)
            made = FAMILIES[FAMILY_NAMES[family]](FaceImage(face.pixels(), face.mesh), donors, generator)
            yield self._sample(face, family, generator, FULL_SIZE_SHARE_OF_PAIRS, (made.image, made.mask))
            yield self._sample(face, -1, generator, FULL_SIZE_SHARE_OF_PAIRS)

    def _untouched_face(self, generator: np.random.Generator) -> TrainingFace:
        return _draw(self.untouched[_draw_name(UNTOUCHED_SHARES, generator)], generator)

    def _forgery(self, pool: str, generator: np.random.Generator, full_size_share: float = 0.0) -> Sample:
        family = FAMILY_NAMES.index(FORGERY_SOURCES[pool][1])
        return self._sample(_draw(self.forged[pool], generator), family, generator, full_size_share)

    def _sample(
        self,
        face: TrainingFace,
        family: int,
        generator: np.random.Generator,
        full_size_share: float = 0.0,
        made: tuple[NDArray[np.uint8], NDArray[np.float32]] | None = None,
    ) -> Sample:
        """made: picture and mask of a forgery of the face; without them, the face as it is."""
        wanted = float(np.exp(generator.uniform(*np.log(FACE_SIDES))))
        full = generator.random() < full_size_share
        scale = 1.0 if full else min(1.0, wanted / max(face.box.width, face.box.height))
        if made is None:
            pixels = face.pixels()
            made = pixels, ground_truth_mask(face) if face.manipulated else np.zeros(pixels.shape[:2], np.float32)
        return make_sample(*made, face.box, family, self.side, generator, scale, CLEAN_SHARE, TIGHT_SHARE)


def _draw(faces: Sequence[TrainingFace], generator: np.random.Generator) -> TrainingFace:
    return faces[int(generator.integers(len(faces)))]


def _draw_name(shares: Mapping[str, float], generator: np.random.Generator) -> str:
    return str(generator.choice(list(shares), p=list(shares.values())))
