"""A stretch of an endless training: from a checkpoint, at a steady rate, until the time is up.

The checkpoint is a long running average of the weights with the steps and faces seen so far. Each stretch starts from
it alone, with a new optimizer after a short warm-up, on any machine; with a falling rate there would be no going on.
Version 2 is its teacher: where that answers rightly, the new one is drawn to its answers, so that it learns
new kinds without forgetting the old ones (Li & Hoiem, Learning without Forgetting, ECCV 2016).
"""

import copy
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors import safe_open
from torch import nn

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.network import NETWORKS, FaceNetwork
from forensics.training import loop
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.batches import Batch, ForgeryBatches
from forensics.training.dataset import PORTRAITS, TrainingFace
from forensics.training.forgery_kinds import KINDS
from forensics.training.validation import ValidationSet
from forensics.types.model_card import DetectorCard

NETWORK, MIXTURE = "telltale", "today"

START, START_VERSION = Path(__file__).with_name("telltale-2.safetensors"), "2"
"""The weights that the first stretch begins from, and that teach. They saw no forgeries by others but swaps of
OpenForensics and StyleGAN's faces."""


def start_weights() -> Path:
    """Where the weights lie that the first stretch begins from. A wheel does without them.

    Raises TrainingError (`missing_start`).
    """
    if not START.is_file():
        raise TrainingError(TrainingCode.MISSING_START, path=str(START))
    return START


TRAINED_PARTS = "parts of a fit trained on"
"""Name of the fact, on a card, that names parts of a fit that version 2 had not seen and the network was trained on."""


@dataclass(frozen=True, slots=True)
class StretchSettings:
    """What a stretch can be told."""

    minutes: float
    left_out: tuple[str, ...] = ()
    """Families and pools of forgeries that it does without; of a kind, its untouched pictures stay."""
    mixture: str = MIXTURE
    clean_share: float = 0.5
    learning_rate: float = 4e-4
    """Less than half of what version 2 was trained at: it goes on from weights that know most of the kinds."""
    warm_up: int = 60
    seed: int = 20261127
    averaging: float = 0.997
    """Decay of the average of the weights, from the first step on: half of it is 230 steps old. As a stretch begins
    from it alone, with a slower one most of what some hundred steps learned is lost."""
    save_minutes: float = 5.0
    watch_minutes: float = 20.0
    watched: int = 200
    """Faces of OpenForensics that are watched at most, and half as many untouched ones with own forgeries."""
    workers: int = 1

    def __post_init__(self) -> None:
        if not self.minutes > 0:
            raise TrainingError(TrainingCode.WRONG_MINUTES, came=self.minutes)
        COMPOSITIONS[self.mixture].without(self.left_out)  # raises where a name is not known


class TrainingHistory(NamedTuple):
    """What a checkpoint has behind it since version 2: batches, faces in them, seconds of training, and how each
    stretch was made, in words for the card."""

    step: int = 0
    faces: int = 0
    seconds: float = 0.0
    stretches: tuple[str, ...] = ()

    def counts(self) -> dict[str, float | int]:
        return {"step": self.step, "faces": self.faces, "seconds": self.seconds}

    def facts(self) -> dict[str, str]:
        """As they stand in the checkpoint."""
        counts = {"step": str(self.step), "faces": str(self.faces), "seconds": f"{self.seconds:.0f}"}
        return counts | {"stretches": json.dumps(self.stretches)}


def read_history(checkpoint: Path) -> TrainingHistory:
    """What the checkpoint has seen; nothing where it says nothing."""
    with safe_open(checkpoint, "pt") as file:
        facts = file.metadata() or {}
    counts = int(facts.get("step", 0)), int(facts.get("faces", 0)), float(facts.get("seconds", 0))
    return TrainingHistory(*counts, tuple(json.loads(facts.get("stretches", "[]"))))


def stretch(
    faces: list[TrainingFace],
    checkpoint: Path,
    settings: StretchSettings,
    log: Callable[[dict[str, float | int]], None],
    foreign: Sequence[TrainingFace] = (),
) -> TrainingHistory:
    """Train until the minutes are over and return what the checkpoint has seen then.

    The checkpoint is read and replaced; where there is none the training starts from version 2. log: gets
    the state at the start, at each checkpoint and, with figures on faces that are watched, more seldom. foreign: more
    of those, of kinds that no training holds.
    """
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    start = checkpoint if checkpoint.is_file() else start_weights()
    seen = read_history(checkpoint) if checkpoint.is_file() else TrainingHistory()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(settings.seed + seen.step)
    network = loop.build_network(NETWORK)
    loop.load_network(network, start)
    network = network.to(device).eval()  # BatchNorm keeps its statistics: new ones of each batch forget kinds at once
    teacher = loop.build_network(NETWORK)
    loop.load_network(teacher, start_weights())
    teacher = teacher.to(device).eval().requires_grad_(False)
    average = copy.deepcopy(network).eval()
    check = ValidationSet(faces, network.input_size, settings.seed, settings.watched, foreign)
    log(seen.counts() | check.measure(average, device))
    seen = seen._replace(stretches=(*seen.stretches, stretch_facts(settings, seen, device.type)))
    mixture = COMPOSITIONS[settings.mixture].without(settings.left_out)
    dataset = ForgeryBatches(faces, network.input_size, settings.seed + seen.step, mixture, settings.clean_share)
    batches = loop._batch_loader(dataset, settings.workers)
    return _run(network, average, teacher, batches, check, checkpoint, seen, settings, log)


def _run(
    network: FaceNetwork,
    average: nn.Module,
    teacher: nn.Module,
    batches: Iterator[Batch],
    check: ValidationSet,
    checkpoint: Path,
    seen: TrainingHistory,
    settings: StretchSettings,
    log: Callable[[dict[str, float | int]], None],
) -> TrainingHistory:
    device, started = next(network.parameters()).device, time.monotonic()
    training = loop.TrainingSettings(network=NETWORK, averaging=settings.averaging)
    optimizer, loss_of = loop._build_optimizer(network, training), NETWORKS[NETWORK].loss
    first, saved, measured, losses = seen, started, started, []
    while True:
        for group in optimizer.param_groups:
            group["lr"] = group["share"] * learning_rate_factor(seen.step - first.step, settings)
        batch = next(batches)
        losses.append(loop._training_step(network, batch, loss_of, optimizer, device, teacher))
        loop._update_ema(average, network, settings.averaging)
        now = time.monotonic()
        counts = seen.step + 1, seen.faces + len(batch.families), first.seconds + now - started
        seen = TrainingHistory(*counts, first.stretches)
        over = now - started >= 60 * settings.minutes
        if over or now - saved >= 60 * settings.save_minutes:
            loop.save_network(average, checkpoint, seen.facts())
            report = seen.counts() | {"loss": float(np.mean(losses))}
            if over or now - measured >= 60 * settings.watch_minutes:
                report |= check.measure(average, device)
                measured = now
            saved = now
            losses.clear()
            log(report)
        if over:
            return seen


def stretch_facts(settings: StretchSettings, before: TrainingHistory, device: str) -> str:
    """How a stretch is made, after what the checkpoint had seen before it."""
    left_out = f", without {', '.join(settings.left_out)}" if settings.left_out else ""
    return (
        f"from batch {before.step + 1:,}: {settings.mixture}{left_out}, rate {settings.learning_rate:g}, "
        f"{settings.clean_share:.0%} lightly compressed, average of {settings.averaging:g}, taught by "
        f"version {START_VERSION}, seed {settings.seed}, {device}, torch {torch.__version__}"
    )


def learning_rate_factor(step: int, settings: StretchSettings) -> float:
    """Linear warm-up over the first steps of a stretch, then steady."""
    return settings.learning_rate * min(1.0, (step + 1) / max(1, settings.warm_up))


def trained_parts_fact(mixture: str) -> str:
    """Parts of a fit that a mixture draws from and version 2 had not seen, as they stand on a card."""
    parts = [kind for kind in KINDS if kind in COMPOSITIONS[mixture].fakes]
    return " ".join([*parts, *(["portraits"] if PORTRAITS in COMPOSITIONS[mixture].real_shares else [])])


def trained_parts(card: DetectorCard) -> tuple[str, ...]:
    """Parts of a fit that the network of a card was trained on, but for those that hold faces held out for it."""
    return tuple(card.training.get(TRAINED_PARTS, "").split())
