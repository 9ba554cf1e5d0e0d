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

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from forensics.training import loop
from forensics.training.finetune import SHARES, Check, FinetuneSettings, _between, _train
from forensics.training.framing import shrink
from forensics.training.mixtures import MIXTURES
from forensics.training.sources import TrainingFace, decode_picture
from forensics.training.stretch import MIXTURE, NETWORK, START, START_VERSION, read_seen
from forensics.training.watching import Watched
from forensics.types.analysis import Box

MOST_OF_A_SOURCE, MOST_CHECKED = 120, 4
"""Faces of a source, of either class, that train at most, and of those that are watched, that choose the step."""

CHECK_EVERY, LEARNING_RATE = 60, 3e-4
"""Steps after which some of the faces that are watched are looked at; and the rate that falls from there."""

WATCHED = 200
"""As in StretchSettings."""

Log = Callable[[dict[str, float]], None]


class Way(NamedTuple):
    """share: of the way from the checkpoint to the fine-tuned network; back: of the way from there to version 2."""

    share: float = 0.5
    back: float = 0.6


def last_step(
    faces: Sequence[TrainingFace],
    checkpoint: Path,
    settings: FinetuneSettings,
    way: Way,
    log: Log,
    foreign: Sequence[TrainingFace] = (),
) -> None:
    """Replace the checkpoint by the network at the end of the way.

    log: gets figures on watched faces for each of the shares that a fine-tuning tries.
    """
    old = read_network(checkpoint)
    new = fine_tuned(old, faces, settings, print)
    check = Watched(list(faces), old.input_size, settings.seed, WATCHED, foreign)
    for share in SHARES:
        network = mixed(old, new, way._replace(share=share))
        log({"share": share} | check.measure(network, next(old.parameters()).device))
    keep(mixed(old, new, way), checkpoint, settings, way)


def mixed(old: nn.Module, new: nn.Module, way: Way) -> nn.Module:
    """The network at the end of the way. old: that of the checkpoint; new: the fine-tuned one."""
    return _between(_between(old, new, way.share), read_network(START), way.back)


def keep(network: nn.Module, checkpoint: Path, settings: FinetuneSettings, way: Way) -> None:
    """Replace the checkpoint; what it has seen stays in it."""
    seen = read_seen(checkpoint)
    seen = seen._replace(stretches=(*seen.stretches, told(settings, way)))
    loop.save_network(network, checkpoint, seen.facts())


def read_network(checkpoint: Path) -> nn.Module:
    """In evaluation mode."""
    network = loop.build_network(NETWORK)
    loop.load_network(network, checkpoint)
    return network.eval().requires_grad_(False)


def fine_tuned(
    old: nn.Module, faces: Sequence[TrainingFace], settings: FinetuneSettings, log: Callable[[str], None]
) -> nn.Module:
    """A copy of the network after all steps, or of the step that does best on faces that are watched."""
    generator = np.random.default_rng(settings.seed)
    training = [_resized(f, generator) for f in some((f for f in faces if not f.held_out), MOST_OF_A_SOURCE)]
    checked = [_resized(f, generator) for f in some((f for f in faces if f.watched), MOST_CHECKED)]
    check = Check(checked, old.input_size, settings, next(old.parameters()).device)
    return _train(old, training, settings, check, log)


def some(faces: Iterable[TrainingFace], most: int) -> list[TrainingFace]:
    """At most so many of each source and class, the same ones each time, in an order that names do not give."""
    kept: dict[tuple[str, bool], list[TrainingFace]] = {}
    for face in sorted(faces, key=lambda face: hashlib.sha1(face.name.encode()).hexdigest()):
        group = kept.setdefault((face.source, face.manipulated), [])
        if len(group) < most:
            group.append(face)
    return [face for group in kept.values() for face in group]


def told(settings: FinetuneSettings, way: Way) -> str:
    """How the step was made, for the card."""
    return (
        f"last: {way.share:.0%} of the way to a network fine-tuned for {settings.steps} steps of "
        f"{4 * settings.faces_of_each} faces at a rate falling from {settings.learning_rate:g}, half of them own "
        f"forgeries and what these were made of, at most {MOST_OF_A_SOURCE} faces of a source and class, seed "
        f"{settings.seed}, torch {torch.__version__}; from there {way.back:.0%} of the way back to version "
        f"{START_VERSION}"
    )


def _resized(face: TrainingFace, generator: np.random.Generator) -> TrainingFace:
    """The face at a size drawn from the mixture's range, where it is larger: sharpness must not give a kind away."""
    wanted = float(np.exp(generator.uniform(*np.log(MIXTURES[MIXTURE].face_sides or (96, 400)))))
    scale = wanted / max(face.box.width, face.box.height)
    if scale >= 1:
        return face
    mask = None if face.mask is None else _png(shrink(decode_picture(face.mask), scale))
    box = Box(*(round(edge * scale) for edge in face.box))
    return replace(face, picture=_png(shrink(face.pixels(), scale)), box=box, mesh=face.mesh * scale, mask=mask)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """(H, W, 3) RGB without loss."""
    return cv2.imencode(".png", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))[1].tobytes()
