"""Training of the autoencoder whose rebuilt faces are the forgery family `resynthesis`."""

import hashlib
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from forensics.io.atomic_write import atomic_write
from forensics.network.autoencoder import DECODERS, Discriminator, FaceAutoencoder, autoencoder_loss
from forensics.training.dataset import TrainingFace
from forensics.training.loop import save_network

PATCH_SIZE = 96
BATCH_SIZE = 12
ADVERSARIAL_WEIGHT = 0.02
"""Enough that texture is invented where the latent does not hold it, as generators do."""

REPORT_EVERY = 100
N_STEPS = 4000


def train_autoencoder(faces: Sequence[TrainingFace], steps: int, seed: int, folder: Path) -> FaceAutoencoder:
    """Train on untouched faces that are not held out; log and weights go to `folder`. Returns it in evaluation mode."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    untouched = [face for face in faces if not face.manipulated and not face.held_out]
    network = FaceAutoencoder().train().to(memory_format=torch.channels_last)
    critic = Discriminator().train().to(memory_format=torch.channels_last)
    optimizer = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=1e-4)
    critic_optimizer = torch.optim.AdamW(critic.parameters(), 4e-4, betas=(0.5, 0.99))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps, pct_start=0.1)
    started, losses = time.monotonic(), []
    for step in range(steps):
        pictures = _random_patches(untouched, generator)
        decoder = DECODERS[int(generator.integers(len(DECODERS)))]
        rebuilt = network(pictures, decoder)
        loss = autoencoder_loss(rebuilt, pictures)
        losses.append(float(loss.detach()))
        if step > steps // 3:
            _train_critic(critic, critic_optimizer, pictures, rebuilt.detach())
            loss = loss - ADVERSARIAL_WEIGHT * critic(rebuilt).mean()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        schedule.step()
        if (step + 1) % REPORT_EVERY == 0 or step + 1 == steps:
            report = {"step": step + 1, "seconds": round(time.monotonic() - started), "loss": float(np.mean(losses))}
            losses.clear()
            folder.mkdir(parents=True, exist_ok=True)
            save_network(network, folder / "resynthesis.safetensors")
            with (folder / "resynthesis.log").open("a") as log:
                log.write(json.dumps(report) + "\n")
    return network.eval()


def write_autoencoder_card(weights: Path, seed: int, data_hashes: dict[str, str]) -> None:
    """The card beside the weights: their hash, and what made them."""
    facts = {
        "weights_sha256": hashlib.sha256(weights.read_bytes()).hexdigest(),
        "command": f"python -m forensics train --network resynthesis --seed {seed}",
        "steps": N_STEPS,
        "batch": f"{BATCH_SIZE} patches of {PATCH_SIZE} × {PATCH_SIZE} pixels",
    }
    facts |= {f"sha256 of {name}.tar": digest for name, digest in data_hashes.items()}
    atomic_write(weights.with_suffix(".json"), json.dumps(facts, indent=2, ensure_ascii=False) + "\n")


def _train_critic(critic: Discriminator, optimizer: torch.optim.Optimizer, pictures: Tensor, rebuilt: Tensor) -> None:
    """One step with the hinge loss (Lim & Ye, 2017)."""
    loss = F.relu(1 - critic(pictures)).mean() + F.relu(1 + critic(rebuilt)).mean()
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()


def _random_patches(faces: Sequence[TrainingFace], generator: np.random.Generator) -> Tensor:
    """(B, 3, PATCH_SIZE, PATCH_SIZE) in [0, 1], cut from the faces as they lie."""
    patches: list[NDArray[np.uint8]] = []
    while len(patches) < BATCH_SIZE:
        face = faces[int(generator.integers(len(faces)))]
        pixels = face.pixels()
        if min(pixels.shape[:2]) < PATCH_SIZE:
            continue
        x, y = (face.box.left + face.box.right) // 2, (face.box.top + face.box.bottom) // 2
        reach = np.array([face.box.height, face.box.width]) // 2
        corner = np.array([y, x]) - PATCH_SIZE // 2 + generator.integers(-reach, reach + 1)
        top, left = np.clip(corner, 0, np.array(pixels.shape[:2]) - PATCH_SIZE)
        patches.append(pixels[top : top + PATCH_SIZE, left : left + PATCH_SIZE])
    batch = torch.from_numpy(np.stack(patches)).permute(0, 3, 1, 2).float() / 255
    return batch.contiguous(memory_format=torch.channels_last)
