"""Detectors that find faces with CenterFace and judge each by a network that sees its crop.

Here crops become tensors and a network's answers arrays.
"""

import copy
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensics.decision.decide import decide_face
from forensics.detectors.engines import chosen_device, chosen_engine
from forensics.detectors.letterbox import from_square, to_square
from forensics.detectors.patches import cut_windows
from forensics.faces.detection import Search, find_faces
from forensics.network import NetworkOutput, Views
from forensics.network.latent import to_views
from forensics.types.analysis import FaceFinding, FaceRegion, FamilyScore, Frame, FrameFindings
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import DetectorCard

FACES_PER_PASS = 2
"""More faces at once are slower on a CPU: their feature maps leave the cache, and memory is asked for anew."""

CPU = torch.device("cpu")

Run = Callable[[Views], NetworkOutput]

Tick = Callable[[], None]
"""Called before each pass of faces through a network. What it raises stops the work."""


def silent() -> None:
    """A tick that nobody listens to."""


@dataclass(frozen=True, slots=True, eq=False)
class CropDetector:
    """A loaded network with its card: a `forensics.detectors.registry.Detector`. Shared between threads and sessions;
    nobody changes it.

    lock: held while the network runs. device: where its weights lie. run: the engine that executes the network; None
    for the network itself.
    """

    card: DetectorCard
    network: nn.Module
    lock: threading.Lock
    device: torch.device = CPU
    run: Run | None = None

    def detect(self, frames: Sequence[Frame], search: Search, tick: Tick = silent) -> list[FrameFindings]:
        """Of each frame what is found in it; all faces of all frames are scored together."""
        found = [find_faces(frame, search) for frame in frames]
        findings = iter(self.score([region for regions, _ in found for region in regions], tick))
        return [FrameFindings(tuple(next(findings) for _ in regions), tuple(skipped)) for regions, skipped in found]

    def score(self, regions: Sequence[FaceRegion], tick: Tick = silent) -> list[FaceFinding]:
        """What the network finds in each of these faces, in the same order."""
        findings: list[FaceFinding] = []
        for start in range(0, len(regions), FACES_PER_PASS):
            tick()
            some = regions[start : start + FACES_PER_PASS]
            output = self._run(some)
            findings += [self._finding(region, output, i) for i, region in enumerate(some)]
        return findings

    def fake_scores(self, regions: Sequence[FaceRegion], tick: Tick = silent) -> list[float]:
        """The scores alone, in the same order: no mask and no reconstruction is brought back to the crop's size."""
        scores: list[float] = []
        for start in range(0, len(regions), FACES_PER_PASS):
            tick()
            scores += self._run(regions[start : start + FACES_PER_PASS]).logit.double().sigmoid().tolist()
        return scores

    def to_input(self, regions: Sequence[FaceRegion]) -> Views:
        """What the network sees of each face: its crop as a square, and windows of it as they lie."""
        crops = [region.crop for region in regions]
        squares = torch.from_numpy(np.stack([to_square(crop, self.card.input_size) for crop in crops]))
        windows = torch.from_numpy(np.stack([cut_windows(crop) for crop in crops]))
        squares, windows = squares.to(self.device), windows.to(self.device)
        return to_views(squares.permute(0, 3, 1, 2), windows.permute(0, 1, 4, 2, 3))

    def to_crop(self, square: NDArray[np.float32], region: FaceRegion) -> NDArray[np.float32]:
        """A map (S, S) or (S, S, 3) float32 of the network's input → (h, w, …) in the region's crop pixels."""
        return from_square(square, *region.crop.shape[:2])

    def _run(self, regions: Sequence[FaceRegion]) -> NetworkOutput:
        """Its tensors lie on the CPU."""
        run = self.network if self.run is None else self.run
        with self.lock, torch.inference_mode():
            output = run(self.to_input(regions))
        return NetworkOutput(*(None if one is None else one.cpu() for one in output))

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


@dataclass(frozen=True, slots=True)
class CropNetwork:
    """A network class as one of `forensics.detectors.registry.DETECTORS`."""

    network: type[nn.Module]

    def load(self, card: DetectorCard, tensors: Mapping[str, Tensor]) -> CropDetector:
        """Raises RuntimeError where the tensors are those of another network, SettingsError as
        `forensics.detectors.engines`.
        """
        device, engine = chosen_device(), chosen_engine()
        network = self.network()
        network.load_state_dict({key: _single(tensor) for key, tensor in tensors.items()})
        network = network.to(device, memory_format=torch.channels_last).eval().requires_grad_(False)
        return CropDetector(card, network, threading.Lock(), device, engine(network))


@lru_cache(maxsize=4)
def on_cpu(detector: CropDetector) -> CropDetector:
    """The same detector on the CPU: explanations look into the network, and how far their maps can be trusted was
    measured there."""
    if detector.device.type == "cpu":
        return detector
    return replace(
        detector, network=copy.deepcopy(detector.network).to(CPU), lock=threading.Lock(), device=CPU, run=None
    )


def _families(output: NetworkOutput, i: int) -> tuple[FamilyScore, ...]:
    if output.family_logits is None:
        return ()
    shares = output.family_logits[i].double().softmax(0).tolist()
    ranked = sorted(zip(FAMILY_NAMES, shares, strict=True), key=lambda pair: -pair[1])
    return tuple(FamilyScore(name, share) for name, share in ranked)


def _single(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
