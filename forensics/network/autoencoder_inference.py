"""The trained autoencoder as a function from pixels to pixels."""

import hashlib
import json
from functools import cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load

from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.network.autoencoder import FaceAutoencoder

WEIGHTS = Path(__file__).parents[1] / "weights" / "resynthesis.safetensors"
"""Its card beside it, `resynthesis.json`, holds the hash, and how `python -m forensics train` made it."""


@cache
def autoencoder() -> FaceAutoencoder:
    """Raises DetectorError (`missing_weights`, `wrong_hash`)."""
    try:
        content = WEIGHTS.read_bytes()
        stated = json.loads(WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))["weights_sha256"]
    except (OSError, ValueError, KeyError) as error:
        raise DetectorError(DetectorCode.MISSING_RELEASE_FILE, file=WEIGHTS.name, reason=str(error)) from error
    if hashlib.sha256(content).hexdigest() != stated:
        raise DetectorError(DetectorCode.WRONG_RELEASE_FILE, file=WEIGHTS.name)
    network = FaceAutoencoder()
    network.load_state_dict({k: t.float() if t.is_floating_point() else t for k, t in load(content).items()})
    return network.to(memory_format=torch.channels_last).eval().requires_grad_(False)


@torch.inference_mode()
def reconstruct(pixels: NDArray[np.uint8], decoder: str, noise: NDArray[np.float32] | None) -> NDArray[np.uint8]:
    """pixels: (H, W, 3) RGB, H and W multiples of 8; decoder: one of `autoencoder.DECODERS`; noise: (H/8, W/8, 16),
    added to the latent in its own standard deviations. Returns the same shape.
    """
    network = autoencoder()
    picture = torch.from_numpy(np.ascontiguousarray(pixels)).permute(2, 0, 1)[None].float() / 255
    latent = network.encode(picture.contiguous(memory_format=torch.channels_last))  # (1, 16, H/8, W/8)
    if noise is not None:
        latent = latent + latent.std() * torch.from_numpy(noise).permute(2, 0, 1)[None]
    rebuilt = network.decode(latent, decoder)[0].permute(1, 2, 0)  # (H, W, 3)
    return rebuilt.mul(255).add(0.5).clamp(0, 255).to(torch.uint8).numpy()
