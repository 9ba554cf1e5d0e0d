"""Detectors that find faces with CenterFace and judge each by a network that sees its crop.

Here crops become tensors and a network's answers arrays.
"""

import copy
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensics.decision.decide import decide_face
from forensics.detectors.engines import Engine, PyTorchEngine, requested_device, requested_engine
from forensics.detectors.letterbox import letterbox, undo_letterbox
from forensics.detectors.patches import extract_patches
from forensics.faces.detection import SearchSettings, detect_faces
from forensics.faces.orientation import (
    quarter_turned,
    remaining_tilt,
    straightened,
    straightened_size,
    undo_straightened,
)
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput
from forensics.network.latent import to_network_input
from forensics.types.analysis import FaceFinding, FaceRegion, FamilyScore, Frame, FrameFindings
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import DetectorCard

CPU = torch.device("cpu")


OnProgress = Callable[[], None]
"""Called before faces are looked for in a frame and before each pass of faces through a network. What it raises stops
the work."""


def ignore_progress() -> None:
    """A tick that nobody listens to."""


@dataclass(frozen=True, slots=True, eq=False)
class CropDetector:
    """A loaded network with its card: a `forensics.detectors.registry.Detector`. Shared between threads and sessions;
    nobody changes it.

    lock: held while the network runs. device: where its weights lie. engine: executes the network; None for PyTorch.
    """

    card: DetectorCard
    network: FaceNetwork
    lock: threading.Lock
    device: torch.device = CPU
    engine: Engine | None = None

    def detect(
        self, frames: Sequence[Frame], search: SearchSettings, tick: OnProgress = ignore_progress
    ) -> list[FrameFindings]:
        """For each frame what is found in it; all faces of all frames are scored together."""
        found = []
        for frame in frames:
            tick()
            found.append(detect_faces(frame, search))
        findings = iter(self.score([region for regions, _ in found for region in regions], tick))
        return [FrameFindings(tuple(next(findings) for _ in regions), tuple(skipped)) for regions, skipped in found]

    def score(self, regions: Sequence[FaceRegion], tick: OnProgress = ignore_progress) -> list[FaceFinding]:
        """What the network finds in each of these faces, in the same order."""
        findings: list[FaceFinding] = []
        for some in self._batches(regions):
            tick()
            output = self._run(some)
            findings += [self._finding(region, output, i) for i, region in enumerate(some)]
        return findings

    def predict_scores(self, regions: Sequence[FaceRegion], tick: OnProgress = ignore_progress) -> list[float]:
        """The scores alone, in the same order: no mask and no reconstruction is brought back to the crop's size."""
        scores: list[float] = []
        for some in self._batches(regions):
            tick()
            scores += self.logits(self.preprocess(some)).double().sigmoid().tolist()
        return scores

    def logits(self, views: NetworkInput) -> Tensor:
        """(B,) class logits of faces as the network sees them, batch_size of which are best asked about at once."""
        with self.lock, torch.inference_mode():
            return self._engine.logits(views)

    @property
    def batch_size(self) -> int:
        return self._engine.batch_size

    def preprocess(self, regions: Sequence[FaceRegion]) -> NetworkInput:
        """What the network sees of each face: its crop, straightened, as a square, and windows of it turned by quarters
        alone: fine detail would not outlast more."""
        squares = torch.from_numpy(
            np.stack([letterbox(straightened(one.crop, one.landmarks), self.card.input_size) for one in regions])
        )
        windows = torch.from_numpy(
            np.stack([extract_patches(quarter_turned(one.crop, one.landmarks)) for one in regions])
        )
        squares, windows = squares.to(self.device), windows.to(self.device)
        return to_network_input(squares.permute(0, 3, 1, 2), windows.permute(0, 1, 4, 2, 3))

    def to_crop_pixels(self, square: NDArray[np.float32], region: FaceRegion) -> NDArray[np.float32]:
        """A map (S, S) or (S, S, 3) float32 of the network's input → (h, w, …) in the region's crop pixels; 0 in those
        that the network has not seen, corners of a crop that was straightened."""
        height, width = region.crop.shape[:2]
        straight = undo_letterbox(square, *straightened_size(height, width, region.landmarks))
        return undo_straightened(straight, height, width, region.landmarks)

    def _batches(self, regions: Sequence[FaceRegion]) -> Iterator[Sequence[FaceRegion]]:
        size = self.batch_size
        return (regions[start : start + size] for start in range(0, len(regions), size))

    @property
    def _engine(self) -> Engine:
        return self.engine or PyTorchEngine(self.network)

    def _run(self, regions: Sequence[FaceRegion]) -> NetworkOutput:
        """Its tensors lie on the CPU."""
        views = self.preprocess(regions)
        with self.lock, torch.inference_mode():
            output = self._engine.run(views)
        return NetworkOutput._make(None if one is None else one.cpu() for one in output)

    def _finding(self, region: FaceRegion, output: NetworkOutput, i: int) -> FaceFinding:
        fake_score = float(output.logit[i].double().sigmoid())
        mask = self.to_crop_pixels(output.mask_logits[i, 0].sigmoid().numpy(), region)
        reconstruction = self._reconstruction(output.reconstruction[i].permute(1, 2, 0).numpy(), region)
        difference = np.abs(region.crop.astype(np.float32) - reconstruction.astype(np.float32))
        return FaceFinding(
            region=region,
            fake_score=fake_score,
            mask=np.clip(mask, 0, 1),
            reconstruction=reconstruction,
            reconstruction_error=float(difference.mean()) / 255,
            decision=decide_face(fake_score, region, self.card),
            families=_family_scores(output, i),
        )

    def _reconstruction(self, square: NDArray[np.float32], region: FaceRegion) -> NDArray[np.uint8]:
        """The crop as the network gives it back; pixels that it has not seen as they are."""
        colors = self.to_crop_pixels(np.ascontiguousarray(square), region) * 255
        if remaining_tilt(region.landmarks):
            seen = self.to_crop_pixels(np.ones(square.shape[:2], np.float32), region)
            colors += (1 - seen[..., None]) * region.crop
        return np.clip(colors + 0.5, 0, 255).astype(np.uint8)


@dataclass(frozen=True, slots=True)
class CropNetwork:
    """A network class as one of `forensics.detectors.registry.DETECTORS`."""

    network: type[FaceNetwork]

    def load(self, card: DetectorCard, tensors: Mapping[str, Tensor]) -> CropDetector:
        """Raises RuntimeError where the tensors are those of another network, SettingsError as
        `forensics.detectors.engines`.
        """
        device, engine = requested_device(), requested_engine()
        network = self.network()
        network.load_state_dict({key: _to_float32(tensor) for key, tensor in tensors.items()})
        network = network.to(device).to(memory_format=torch.channels_last).eval().requires_grad_(False)
        return CropDetector(card, network, threading.Lock(), device, engine(network, card.input_size))


def crop_detector(detector: object) -> CropDetector:
    """The same, for whoever looks into its network. Raises TypeError for a detector of another kind."""
    if not isinstance(detector, CropDetector):
        raise TypeError(f"want a CropDetector, got {type(detector).__name__}")
    return detector


@lru_cache(maxsize=4)
def to_cpu(detector: CropDetector) -> CropDetector:
    """The same detector on the CPU: explanations look into the network, and how far their maps can be trusted was
    measured there."""
    if detector.device.type == "cpu":
        return detector
    return replace(
        detector, network=copy.deepcopy(detector.network).to(CPU), lock=threading.Lock(), device=CPU, engine=None
    )


def _family_scores(output: NetworkOutput, i: int) -> tuple[FamilyScore, ...]:
    if output.family_logits is None:
        return ()
    shares = output.family_logits[i].double().softmax(0).tolist()
    ranked = sorted(zip(FAMILY_NAMES, shares, strict=True), key=lambda pair: -pair[1])
    return tuple(FamilyScore(name, share) for name, share in ranked)


def _to_float32(tensor: Tensor) -> Tensor:
    return tensor.float() if tensor.is_floating_point() else tensor
