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

from forensics.card import DetectorCard, read_card
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.facts import Fact
from forensics.family_names import FAMILY_NAMES
from forensics.judging import decide_face
from forensics.network import BtasNet, NetworkOutput, TelltaleNet, Views
from forensics.network.latent import to_views
from forensics.squares import from_square, to_square
from forensics.types import FaceFinding, FaceRegion, FamilyScore
from forensics.user_data import detectors_folder, own_detectors
from forensics.windows import cut_windows

WEIGHTS_FOLDER = Path(__file__).parent / "weights"

DETECTORS: dict[str, type[nn.Module]] = {
    "telltale": TelltaleNet,
    "btas2019": BtasNet,
}
"""The networks, and the detectors shipped with each: `<name>.safetensors` and `<name>.json` in the weights folder.
A user's detector is one of these networks with other weights."""

FACES_PER_PASS = 2
"""More faces at once are slower on a CPU: their feature maps leave the cache, and memory is asked for anew."""


@dataclass(frozen=True, slots=True)
class Detector:
    """A loaded network with its card. Shared between threads and sessions; nobody changes it."""

    card: DetectorCard
    network: nn.Module
    lock: threading.Lock

    def to_input(self, regions: Sequence[FaceRegion]) -> Views:
        """What the network sees of each face: its crop as a square, and windows of it as they lie."""
        crops = [region.crop for region in regions]
        squares = torch.from_numpy(np.stack([to_square(crop, self.card.input_size) for crop in crops]))
        windows = torch.from_numpy(np.stack([cut_windows(crop) for crop in crops]))
        return to_views(squares.permute(0, 3, 1, 2), windows.permute(0, 1, 4, 2, 3))

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

    def fake_scores(self, regions: Sequence[FaceRegion]) -> list[float]:
        """The scores alone, in the same order: no mask and no reconstruction is brought back to the crop's size."""
        scores: list[float] = []
        for start in range(0, len(regions), FACES_PER_PASS):
            with self.lock, torch.inference_mode():
                output = self.network(self.to_input(regions[start : start + FACES_PER_PASS]))
            scores += output.logit.double().sigmoid().tolist()
        return scores

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
            decision=decide_face(fake_score, region, self.card),
            families=_families(output, i),
        )


def available_detectors() -> list[str]:
    """The shipped detectors, then the user's own, without the damaged ones."""
    return [*DETECTORS, *(name for name in _own() if _damage(name) is None)]


def damaged_detectors() -> list[Fact]:
    """Why each of the user's detectors that cannot be used is unusable."""
    return [reason for name in _own() if (reason := _damage(name)) is not None]


def load_detector(name: str) -> Detector:
    """The shipped or the user's detector of that name, loaded once a process.

    Raises DetectorError: `unknown_detector`, or as `read_detector` does.
    """
    if name not in (*DETECTORS, *_own()):
        known = ", ".join([*DETECTORS, *_own()])
        raise DetectorError(DetectorCode.UNKNOWN_DETECTOR, name=repr(name), known=known)
    folder = folder_of(name)
    written = 0 if name in DETECTORS else (folder / f"{name}.json").stat().st_mtime_ns
    return _load(name, folder, written)


def folder_of(name: str) -> Path:
    """Where the weights and the card of a detector lie."""
    return WEIGHTS_FOLDER if name in DETECTORS else detectors_folder()


def network_name(card: DetectorCard) -> str:
    """Which of the networks in `DETECTORS` the weights of a card belong to."""
    return str(card.training.get("network", card.name))


def _own() -> list[str]:
    return [name for name in own_detectors() if name not in DETECTORS]


def _damage(name: str) -> Fact | None:
    try:
        load_detector(name)
    except DetectorError as error:
        return error.fact
    return None


@cache
def _load(name: str, folder: Path, _written: int) -> Detector:
    """_written: when a user's card was, so that one removed and made anew is not mistaken for its predecessor."""
    return read_detector(name, folder)


def read_detector(name: str, folder: Path) -> Detector:
    """The detector whose card and weights lie in `folder`.

    Raises DetectorError: `damaged_card`, `missing_weights`, `wrong_hash` or `wrong_weights`.
    """
    card = read_card(folder / f"{name}.json")
    if card.name != name or network_name(card) not in DETECTORS:
        raise DetectorError(DetectorCode.CARD_OF_ANOTHER, name=name, found=card.name, network=network_name(card))
    try:
        content = (folder / f"{name}.safetensors").read_bytes()
    except OSError as error:
        raise DetectorError(DetectorCode.MISSING_WEIGHTS, name=name, reason=error.strerror) from error
    found = hashlib.sha256(content).hexdigest()
    if found != card.weights_sha256:
        raise DetectorError(DetectorCode.WRONG_HASH, name=name, found=found[:12], wanted=card.weights_sha256[:12])
    network = DETECTORS[network_name(card)]()
    try:
        network.load_state_dict({key: _single(tensor) for key, tensor in load_tensors(content).items()})
    except (SafetensorError, RuntimeError) as error:
        raise DetectorError(DetectorCode.WRONG_WEIGHTS, name=name) from error
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return Detector(card, network, threading.Lock())


def _families(output: NetworkOutput, i: int) -> tuple[FamilyScore, ...]:
    if output.family_logits is None:
        return ()
    shares = output.family_logits[i].double().softmax(0).tolist()
    ranked = sorted(zip(FAMILY_NAMES, shares, strict=True), key=lambda pair: -pair[1])
    return tuple(FamilyScore(name, share) for name, share in ranked)


def _single(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
