"""Batches to fine-tune on: a user's pictures beside forgeries of our own, which stand for what was learned before."""

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from forensics.network import NetworkInput, NetworkOutput
from forensics.network.latent import to_network_input
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.training.batches import Sample, collate, ground_truth_mask, make_sample
from forensics.training.dataset import TrainingFace
from forensics.types.family_names import FAMILY_NAMES

N_DONORS = 4
"""Other people's faces that a forgery may borrow from: some choice, without decoding every picture for each forgery."""

UNTOUCHED, NEW_ATTACK = -1, 0
"""`Sample.family` of a user's pictures. A new attack has no name of its own: any will do that says "forged"."""


def user_samples(faces: Sequence[TrainingFace], side: int, generator: np.random.Generator) -> list[Sample]:
    """Each face once, re-encoded, with its mask and its label."""
    samples = []
    for face in faces:
        pixels = face.pixels()
        mask = ground_truth_mask(face) if face.manipulated else np.zeros(pixels.shape[:2], np.float32)
        family = NEW_ATTACK if face.manipulated else UNTOUCHED
        samples.append(make_sample(pixels, mask, face.box, family, side, generator))
    return samples


def replay_samples(
    targets: Sequence[TrainingFace],
    untouched: Sequence[TrainingFace],
    families: Sequence[str],
    side: int,
    generator: np.random.Generator,
) -> list[Sample]:
    """Each target, an untouched face, forged by one of the families, with donors from `untouched`, and as it is."""
    samples = []
    for face in targets:
        name = families[int(generator.integers(len(families)))]
        forged = FAMILIES[name](
            FaceImage(face.pixels(), face.mesh), _pick_donors(face, untouched, generator), generator
        )
        family = FAMILY_NAMES.index(name)
        samples.append(make_sample(forged.image, forged.mask, face.box, family, side, generator))
        samples += user_samples([face], side, generator)
    return samples


def _pick_donors(
    face: TrainingFace, untouched: Sequence[TrainingFace], generator: np.random.Generator
) -> list[FaceImage]:
    others = [other for other in untouched if other.name != face.name]
    chosen = generator.choice(len(others), min(N_DONORS, len(others)), replace=False)
    return [FaceImage(others[i].pixels(), others[i].mesh) for i in chosen]


def sample_without_repeats(
    faces: Sequence[TrainingFace], count: int, generator: np.random.Generator
) -> list[TrainingFace]:
    """`count` of the faces; none comes twice before each has come once."""
    rounds = -(-count // len(faces))
    order = np.concatenate([generator.permutation(len(faces)) for _ in range(rounds)])
    return [faces[i] for i in order[:count]]


def to_batch(samples: Sequence[Sample], device: torch.device) -> tuple[NetworkInput, Tensor, Tensor]:
    """What the network sees of each, masks (B, 1, S, S) float32 in [0, 1], families (B,) int64."""
    batch = collate(samples)
    views = to_network_input(batch.squares.to(device), batch.windows.to(device))
    return views, batch.masks.to(device).float() / 255, batch.families.to(device)


def distillation_loss(new: NetworkOutput, old: NetworkOutput, labels: Tensor) -> Tensor:
    """Draw the new network's scores and masks to the old one's (Li & Hoiem, Learning without Forgetting, ECCV 2016).

    Only on faces that the old network decided rightly: its errors are not worth keeping.
    """
    right = (old.logit > 0) == labels  # (B,)
    score = F.binary_cross_entropy_with_logits(new.logit, old.logit.sigmoid(), reduction="none")
    mask = F.binary_cross_entropy_with_logits(new.mask_logits, old.mask_logits.sigmoid(), reduction="none")
    return ((score + mask.mean((1, 2, 3))) * right).mean()
