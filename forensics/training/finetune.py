"""Adapting a trained network to a new attack from a few dozen pictures, without losing what it knew.

A user has none of the pictures the network learned from, so its knowledge is kept by other means:

- Half of each batch is replay: untouched faces of the user, and forgeries made of them by the families of
  `forensics.synthesis`. There the network is also drawn to what the old one answered (Li & Hoiem, Learning without
  Forgetting, ECCV 2016).
- The rate is low, and BatchNorm keeps its statistics: a few dozen pictures, often from one camera, would replace those
  of thousands.
- At the end the weights go part of the way back to the old ones (Wortsman et al., Robust fine-tuning of zero-shot
  models, CVPR 2022): between the two lie networks that know the new attack and have forgotten little.

A quarter of the pictures trains nothing: these, and replay made of them, choose the step and the part of the way.
"""

import copy
import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.metrics import roc_auc_score
from torch import Tensor

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.network import NETWORKS, FaceNetwork, NetworkInput
from forensics.synthesis.families import FAMILIES
from forensics.training.batches import Sample
from forensics.training.dataset import TrainingFace
from forensics.training.replay import distillation_loss, replay_samples, sample_without_repeats, to_batch, user_samples
from forensics.training.user_images import pairing_stem

MIN_FACES_PER_CLASS = 10
"""Untouched and forged faces without which nothing is tried: the held-out quarter would be one or two of each."""

INTERPOLATION_WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Parts of the way from the old weights to the new ones that are tried; none of it where nothing was gained."""


@dataclass(frozen=True, slots=True)
class FinetuneSettings:
    """What a fine-tuning can be told."""

    network: str = "telltale"
    steps: int = 300
    seed: int = 20261122
    learning_rate: float = 2e-4
    """A fifth of the training's: the new attack is learned in some hundred steps."""
    distillation: float = 1.0
    """Weight of the loss that draws the network to its old answers, beside that of the labels."""
    faces_of_each: int = 4
    """A batch holds as many new forgeries, untouched faces, own forgeries, and untouched faces these were made of."""
    check_every: int = 50
    replay: tuple[str, ...] = tuple(FAMILIES)
    """Families of our own that stand for what the network knew."""


class Split(NamedTuple):
    """A user's faces: those that train, and the quarter that chooses, calibrates and is measured."""

    training: list[TrainingFace]
    held_out: list[TrainingFace]


class ValidationMetrics(NamedTuple):
    """How a network does on the held-out faces and on replay made of them."""

    loss: float
    """Sum of the two mean log losses of the score; the network with the smallest is kept."""
    auc: float
    replay_auc: float


class FinetuneResult(NamedTuple):
    """network: in evaluation mode, on the CPU; share: the part of the way from the old weights that was kept."""

    network: FaceNetwork
    alpha: float
    measured: ValidationMetrics


def hold_out_quarter(untouched: Sequence[TrainingFace], forged: Sequence[TrainingFace], seed: int) -> Split:
    """Hold out a quarter of each class, and with a picture all that share its name: a forgery and its original.

    Raises TrainingError (`too_few`) where there are fewer than MIN_FACES_PER_CLASS of a class.
    """
    chosen: set[str] = set()
    for faces, are_forged in ((untouched, False), (forged, True)):
        if len(faces) < MIN_FACES_PER_CLASS:
            raise TrainingError(TrainingCode.TOO_FEW, least=MIN_FACES_PER_CLASS, came=len(faces), forged=are_forged)
        stems = sorted((pairing_stem(face.name) for face in faces), key=lambda text: _hash_order(seed, text))
        chosen.update(stems[: -(-len(stems) // 4)])
    parts = Split([], [])
    for face in (*untouched, *forged):
        (parts.held_out if pairing_stem(face.name) in chosen else parts.training).append(face)
    return parts


def _hash_order(seed: int, text: str) -> bytes:
    """By chance, but the same for equal texts."""
    return hashlib.sha256(f"{seed}/{text}".encode()).digest()


def finetune(
    network: FaceNetwork,
    untouched: Sequence[TrainingFace],
    forged: Sequence[TrainingFace],
    settings: FinetuneSettings,
    log: Callable[[str], None],
) -> FinetuneResult:
    """Adapt a copy of the network to the forged faces. log: gets a line at each check.

    Raises TrainingError (`too_few`).
    """
    parts = hold_out_quarter(untouched, forged, settings.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    old = copy.deepcopy(network).to(device).eval().requires_grad_(False)
    check = Validator(parts.held_out, network.input_size, settings, device)
    log(f"before: {_format_metrics(check.measure(old))}")
    new = train_on(old, parts.training, settings, check, log)
    mixed = {share: interpolate_weights(old, new, share) for share in INTERPOLATION_WEIGHTS}
    measured = {share: check.measure(candidate) for share, candidate in mixed.items()}
    best = min(INTERPOLATION_WEIGHTS, key=lambda share: measured[share].loss)
    log(f"{best:.0%} of the way from the old weights to the new: {_format_metrics(measured[best])}")
    return FinetuneResult(mixed[best].cpu(), best, measured[best])


def train_on(
    old: FaceNetwork,
    faces: Sequence[TrainingFace],
    settings: FinetuneSettings,
    check: "Validator",
    log: Callable[[str], None],
) -> FaceNetwork:
    """The network of the step that does best on the held-out faces."""
    untouched, forged = ([f for f in faces if f.manipulated is kind] for kind in (False, True))
    generator = np.random.default_rng(settings.seed)
    network = copy.deepcopy(old).requires_grad_(True)  # stays in evaluation mode, which keeps BatchNorm's statistics
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda done: learning_rate_factor(done, settings.steps))
    best, least = network, float("inf")
    for step in range(1, settings.steps + 1):
        each, side = settings.faces_of_each, network.input_size
        samples = user_samples(
            [*sample_without_repeats(forged, each, generator), *sample_without_repeats(untouched, each, generator)],
            side,
            generator,
        )
        samples += replay_samples(
            sample_without_repeats(untouched, each, generator), untouched, settings.replay, side, generator
        )
        optimizer.zero_grad(set_to_none=True)
        _total_loss(network, old, samples, settings, check.device).backward()
        optimizer.step()
        schedule.step()
        if step % settings.check_every == 0 or step == settings.steps:
            measured = check.measure(network)
            log(f"step {step} of {settings.steps}: {_format_metrics(measured)}")
            if measured.loss < least:
                best, least = copy.deepcopy(network), measured.loss
    return best.requires_grad_(False)


def learning_rate_factor(done: int, steps: int) -> float:
    """A tenth of the steps to warm up, as Adam's first ones move every weight by the whole rate; then half a cosine."""
    return min(1.0, 10 * (done + 1) / steps) * 0.5 * (1 + math.cos(math.pi * done / steps))


def _total_loss(
    network: FaceNetwork, old: FaceNetwork, samples: list[Sample], settings: FinetuneSettings, device: torch.device
) -> Tensor:
    """The network's own training loss on the batch, and distillation on its second half, the replay."""
    views, masks, families = to_batch(samples, device)
    labels = families >= 0
    output = network(views, labels)
    new = 2 * settings.faces_of_each
    replay = slice(new, None)
    with torch.no_grad():
        before = old(NetworkInput(*(view[replay] for view in views)), labels[replay])
    now = output._replace(logit=output.logit[replay], mask_logits=output.mask_logits[replay])
    if output.family_logits is not None:  # a new attack has no family to learn
        named = torch.cat([output.family_logits[:new].detach(), output.family_logits[new:]])
        output = output._replace(family_logits=named)
    loss_of_labels = NETWORKS[settings.network].loss(output, views.squares, masks, families)
    return loss_of_labels + settings.distillation * distillation_loss(now, before, labels[replay])


def interpolate_weights(old: FaceNetwork, new: FaceNetwork, share: float) -> FaceNetwork:
    """old + share · (new − old), weight by weight."""
    mixed = copy.deepcopy(old)
    with torch.no_grad():
        for kept, changed in zip(mixed.state_dict().values(), new.state_dict().values(), strict=True):
            if kept.is_floating_point():
                kept.lerp_(changed, share)
    return mixed


class Validator:
    """The held-out faces, and replay made of them, prepared once."""

    def __init__(
        self, faces: Sequence[TrainingFace], side: int, settings: FinetuneSettings, device: torch.device
    ) -> None:
        generator = np.random.default_rng(settings.seed + 1)
        untouched = [face for face in faces if not face.manipulated]
        self.device = device
        self.own = user_samples(faces, side, generator)
        self.replayed = replay_samples(untouched, untouched, settings.replay, side, generator)

    def measure(self, network: FaceNetwork) -> ValidationMetrics:
        (loss, auc), (replay_loss, replay_auc) = (self._score(network, part) for part in (self.own, self.replayed))
        return ValidationMetrics(loss + replay_loss, auc, replay_auc)

    @torch.inference_mode()
    def _score(self, network: FaceNetwork, samples: list[Sample]) -> tuple[float, float]:
        """Log loss, with classes of equal weight, and AUC."""
        batches = [to_batch(samples[start : start + 8], self.device) for start in range(0, len(samples), 8)]
        logits = torch.cat([network(views).logit for views, _, _ in batches]).cpu()
        labels = torch.cat([families for _, _, families in batches]).cpu() >= 0
        losses = F.binary_cross_entropy_with_logits(logits, labels.float(), reduction="none")
        loss = (losses[labels].mean() + losses[~labels].mean()) / 2
        return float(loss), float(roc_auc_score(labels.numpy(), logits.numpy()))


def _format_metrics(measured: ValidationMetrics) -> str:
    return f"loss {measured.loss:.3f}, AUC {measured.auc:.3f} on your pictures, {measured.replay_auc:.3f} on replay"
