"""The last step of an endless training: its checkpoint is fine-tuned at a falling rate, goes part of the way there, and
from there part of the way back to the weights that the training began with.

Networks that were trained differently from one start lie in one valley; between them lie some that do better on what
none of them has seen (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022). The way back regains what
the stretches forgot of what version 2 knew. The fine-tuning is that of `finetune.py`, on faces that train: some of
every source, as many of each.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from forensics.network import FaceNetwork
from forensics.training import loop
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.dataset import TrainingFace, decode_picture, encode_picture
from forensics.training.finetune import (
    INTERPOLATION_WEIGHTS,
    FinetuneSettings,
    Validator,
    interpolate_weights,
    train_on,
)
from forensics.training.framing import shrink
from forensics.training.stretch import MIXTURE, NETWORK, START_VERSION, read_history, start_weights
from forensics.training.validation import ValidationSet
from forensics.types.analysis import Box

MAX_PER_SOURCE, MAX_CHECKED_PER_SOURCE = 120, 4
"""Faces of a source, of either class, that train at most, and of those that are watched, that choose the step."""

CHECK_EVERY, LEARNING_RATE = 60, 3e-4
"""Steps after which some of the faces that are watched are looked at; and the rate that falls from there."""

N_VALIDATION_FACES = 200
"""As in StretchSettings."""

Log = Callable[[dict[str, float]], None]


class InterpolationShares(NamedTuple):
    """share: of the way from the checkpoint to the fine-tuned network; back: of the way from there to version 2."""

    share: float = 0.5
    back: float = 0.6


def last_step(
    faces: Sequence[TrainingFace],
    checkpoint: Path,
    settings: FinetuneSettings,
    shares: InterpolationShares,
    log: Log,
    foreign: Sequence[TrainingFace] = (),
) -> None:
    """Replace the checkpoint by the network at the end of the way.

    log: gets figures on watched faces for each of the shares that a fine-tuning tries.
    """
    old = read_network(checkpoint)
    new = fine_tune(old, faces, settings, print)
    check = ValidationSet(list(faces), old.input_size, settings.seed, N_VALIDATION_FACES, foreign)
    for share in INTERPOLATION_WEIGHTS:
        network = interpolate(old, new, shares._replace(share=share))
        log({"share": share} | check.measure(network, next(old.parameters()).device))
    replace_checkpoint(interpolate(old, new, shares), checkpoint, settings, shares)


def interpolate(old: FaceNetwork, new: FaceNetwork, shares: InterpolationShares) -> FaceNetwork:
    """The network at the end of the way. old: that of the checkpoint; new: the fine-tuned one."""
    between = interpolate_weights(old, new, shares.share)
    return interpolate_weights(between, read_network(start_weights()), shares.back)


def replace_checkpoint(
    network: FaceNetwork, checkpoint: Path, settings: FinetuneSettings, shares: InterpolationShares
) -> None:
    """Replace the checkpoint; what it has seen stays in it."""
    seen = read_history(checkpoint)
    seen = seen._replace(stretches=(*seen.stretches, step_facts(settings, shares)))
    loop.save_network(network, checkpoint, seen.facts())


def read_network(checkpoint: Path) -> FaceNetwork:
    """In evaluation mode."""
    network = loop.build_network(NETWORK)
    loop.load_network(network, checkpoint)
    return network.eval().requires_grad_(False)


def fine_tune(
    old: FaceNetwork, faces: Sequence[TrainingFace], settings: FinetuneSettings, log: Callable[[str], None]
) -> FaceNetwork:
    """A copy of the network after all steps, or of the step that does best on faces that are watched."""
    generator = np.random.default_rng(settings.seed)
    training = [_resized(f, generator) for f in sample_faces((f for f in faces if not f.held_out), MAX_PER_SOURCE)]
    checked = [_resized(f, generator) for f in sample_faces((f for f in faces if f.watched), MAX_CHECKED_PER_SOURCE)]
    check = Validator(checked, old.input_size, settings, next(old.parameters()).device)
    return train_on(old, training, settings, check, log)


def sample_faces(faces: Iterable[TrainingFace], most: int) -> list[TrainingFace]:
    """At most so many of each source and class, the same ones each time, in an order that names do not give."""
    kept: dict[tuple[str, bool], list[TrainingFace]] = {}
    for face in sorted(faces, key=lambda face: hashlib.sha1(face.name.encode()).hexdigest()):
        group = kept.setdefault((face.source, face.manipulated), [])
        if len(group) < most:
            group.append(face)
    return [face for group in kept.values() for face in group]


def step_facts(settings: FinetuneSettings, shares: InterpolationShares) -> str:
    """How the step was made, for the card."""
    return (
        f"last: {shares.share:.0%} of the way to a network fine-tuned for {settings.steps} steps of "
        f"{4 * settings.faces_of_each} faces at a rate falling from {settings.learning_rate:g}, half of them own "
        f"forgeries and what these were made of, at most {MAX_PER_SOURCE} faces of a source and class, seed "
        f"{settings.seed}, torch {torch.__version__}; from there {shares.back:.0%} of the way back to version "
        f"{START_VERSION}"
    )


def _resized(face: TrainingFace, generator: np.random.Generator) -> TrainingFace:
    """The face at a size drawn from the mixture's range, where it is larger: sharpness must not give a kind away."""
    wanted = float(np.exp(generator.uniform(*np.log(COMPOSITIONS[MIXTURE].face_sides or (96, 400)))))
    scale = wanted / max(face.box.width, face.box.height)
    if scale >= 1:
        return face
    mask = None if face.mask is None else encode_picture(shrink(decode_picture(face.mask), scale))
    box = Box(*(round(edge * scale) for edge in face.box))
    picture = encode_picture(shrink(face.pixels(), scale))
    return replace(face, picture=picture, box=box, mesh=face.mesh * scale, mask=mask)
