"""The detectors, each with its card; here crops become tensors and a network's answers arrays."""

import hashlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load as load_tensors
from torch import Tensor, nn

from forensics.calibration import decide
from forensics.card import DetectorCard, read_card
from forensics.errors import DetectorError
from forensics.network import BtasNet, NetworkOutput, TelltaleNet
from forensics.squares import from_square, to_square
from forensics.types import FaceFinding, FaceRegion

WEIGHTS_FOLDER = Path(__file__).parent / "weights"

DETECTORS: dict[str, type[nn.Module]] = {
    "telltale": TelltaleNet,
    "btas2019": BtasNet,
}
"""Every detector by name; its weights and card are `<name>.safetensors` and `<name>.json` in the weights folder."""

FACES_PER_PASS = 2
"""More faces at once are slower on a CPU: their feature maps leave the cache, and memory is asked for anew."""


@dataclass(frozen=True, slots=True)
class Detector:
    """A loaded network with its card. Shared between threads and sessions; nobody changes it."""

    card: DetectorCard
    network: nn.Module
    lock: threading.Lock

    def to_input(self, regions: Sequence[FaceRegion]) -> Tensor:
        """(n, 3, S, S) float32 RGB in [0, 1]: each crop as the network sees it."""
        squares = np.stack([to_square(region.crop, self.card.input_size) for region in regions])
        crops = torch.from_numpy(squares).permute(0, 3, 1, 2).float() / 255
        return crops.contiguous(memory_format=torch.channels_last)

    def to_crop(self, square: NDArray[np.float32], region: FaceRegion) -> NDArray[np.float32]:
        """A map (S, S) or (S, S, 3) float32 of the network's input → (h, w, …) in the region's crop pixels."""
        return from_square(square, *region.crop.shape[:2])

    def score(self, regions: Sequence[FaceRegion]) -> list[FaceFinding]:
        """What the network finds in each face, in the same order."""
        findings: list[FaceFinding] = []
        for start in range(0, len(regions), FACES_PER_PASS):
            some = regions[start : start + FACES_PER_PASS]
            with self.lock, torch.inference_mode():
                output = self.network(self.to_input(some))
            findings += [self._finding(region, output, i) for i, region in enumerate(some)]
        return findings

    def _finding(self, region: FaceRegion, output: NetworkOutput, i: int) -> FaceFinding:
        fake_score = float(output.logit[i].double().sigmoid())
        mask = self.to_crop(output.mask_logits[i, 0].sigmoid().numpy(), region)
        colours = self.to_crop(np.ascontiguousarray(output.reconstruction[i].permute(1, 2, 0).numpy()), region)
        reconstruction = np.clip(colours * 255 + 0.5, 0, 255).astype(np.uint8)
        difference = np.abs(region.crop.astype(np.float32) - reconstruction.astype(np.float32))
        return FaceFinding(
            region=region,
            fake_score=fake_score,
            mask=np.clip(mask, 0, 1),
            reconstruction=reconstruction,
            reconstruction_error=float(difference.mean()) / 255,
            decision=decide(fake_score, region.box, self.card),
        )


@cache
def load_detector(name: str) -> Detector:
    """The shipped detector of that name, loaded once a process. Raises DetectorError as `read_detector` does."""
    return read_detector(name, WEIGHTS_FOLDER)


def read_detector(name: str, folder: Path) -> Detector:
    """The detector whose card and weights lie in `folder`.

    Raises DetectorError: `unknown_detector`, `damaged_card`, `missing_weights`, `wrong_hash` or `wrong_weights`.
    """
    if name not in DETECTORS:
        raise DetectorError(
            f"There is no detector {name!r}; there are {', '.join(DETECTORS)}.", code="unknown_detector"
        )
    card = read_card(folder / f"{name}.json")
    try:
        content = (folder / f"{name}.safetensors").read_bytes()
    except OSError as error:
        raise DetectorError(
            f"The weights of the detector {name!r} cannot be read ({error.strerror}); restore them from the release.",
            code="missing_weights",
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != card.weights_sha256:
        raise DetectorError(
            f"The weights of the detector {name!r} are not those of its card (SHA-256 {found[:12]}… instead of "
            f"{card.weights_sha256[:12]}…); nothing was analysed. Restore both files from the release.",
            code="wrong_hash",
        )
    network = DETECTORS[name]()
    try:
        network.load_state_dict({key: _single(tensor) for key, tensor in load_tensors(content).items()})
    except (SafetensorError, RuntimeError) as error:
        raise DetectorError(
            f"The weights of the detector {name!r} do not fit its network.", code="wrong_weights"
        ) from error
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return Detector(card, network, threading.Lock())


def _single(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
