"""The last step of an endless training: its checkpoint is fine-tuned at a falling rate and goes part of the way there.

Networks that were trained differently from one start lie in one valley; between them lie some that do better on what
none of them has seen (Wortsman et al., Robust fine-tuning of zero-shot models, CVPR 2022). The fine-tuning sees
forgeries by others and rehearses what they would drive out (`rehearsal.py`); on the rehearsed part it is drawn to the
answers of the checkpoint.
"""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from forensics.network import NETWORKS, FaceNetwork
from forensics.training import loop
from forensics.training.dataset import TrainingFace
from forensics.training.finetune import INTERPOLATION_WEIGHTS, interpolate_weights, learning_rate_factor
from forensics.training.rehearsal import BATCH_SIZE, REHEARSED, RehearsalBatches
from forensics.training.stretch import NETWORK, read_history
from forensics.training.validation import ValidationSet

LOG_EVERY = 25
"""Steps between two lines on the loss."""

Log = Callable[[dict[str, float]], None]


@dataclass(frozen=True, slots=True)
class LastStepSettings:
    """What a last step can be told."""

    steps: int
    seed: int
    share: float = 0.3
    """Of the way from the checkpoint to the fine-tuned network."""
    learning_rate: float = 3e-4
    """From which the rate falls to zero."""
    watched: int = 200
    """As in StretchSettings."""
    workers: int = 1


def last_step(
    faces: Sequence[TrainingFace],
    checkpoint: Path,
    settings: LastStepSettings,
    log: Log,
    foreign: Sequence[TrainingFace] = (),
) -> None:
    """Replace the checkpoint by the network part of the way to the fine-tuned one; what it has seen stays in it.

    log: gets the loss now and then, and figures on watched faces for each of the shares that a fine-tuning tries.
    """
    old, seen = read_network(checkpoint), read_history(checkpoint)
    new = fine_tune(old, faces, settings, log)
    check = ValidationSet(list(faces), old.input_size, settings.seed, settings.watched, foreign)
    for share in INTERPOLATION_WEIGHTS:
        network = interpolate_weights(old, new, share)
        log({"share": share} | check.measure(network, next(old.parameters()).device))
    seen = seen._replace(stretches=(*seen.stretches, step_facts(settings)))
    loop.save_network(interpolate_weights(old, new, settings.share), checkpoint, seen.facts())


def read_network(checkpoint: Path) -> FaceNetwork:
    """In evaluation mode."""
    network = loop.build_network(NETWORK)
    loop.load_network(network, checkpoint)
    return network.eval().requires_grad_(False)


def fine_tune(old: FaceNetwork, faces: Sequence[TrainingFace], settings: LastStepSettings, log: Log) -> FaceNetwork:
    """A copy of the network after all steps."""
    device = next(old.parameters()).device
    torch.manual_seed(settings.seed)
    network = copy.deepcopy(old).requires_grad_(True)  # stays in evaluation mode, which keeps BatchNorm's statistics
    batches = loop._batch_loader(RehearsalBatches(faces, old.input_size, settings.seed), settings.workers)
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda done: learning_rate_factor(done, settings.steps))
    losses = []
    for step in range(1, settings.steps + 1):
        batch = next(batches)
        losses.append(
            loop._training_step(network, batch, NETWORKS[NETWORK].loss, optimizer, device, old, rehearsed=REHEARSED)
        )
        schedule.step()
        if step % LOG_EVERY == 0:
            log({"step": step, "loss": sum(losses) / len(losses)})
            losses.clear()
    return network.requires_grad_(False)


def step_facts(settings: LastStepSettings) -> str:
    """How the step was made, for the card."""
    return (
        f"last: {settings.share:.0%} of the way to a network fine-tuned for {settings.steps} steps of {BATCH_SIZE} "
        f"faces at a rate falling from {settings.learning_rate:g}, on forgeries by others in shares of their kinds, "
        f"with rehearsed faces of OpenForensics and StyleGAN and own forgeries, on which it is drawn to the answers of "
        f"the checkpoint, seed {settings.seed}, torch {torch.__version__}"
    )
