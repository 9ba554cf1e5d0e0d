"""What is explained: one number of the network's answer, apart from how it is explained (`explain.methods`)."""

import copy
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.letterbox import letterbox
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.faces.orientation import straightened
from forensics.network import FaceNetwork, NetworkInput, NetworkOutput
from forensics.types.analysis import Box, FaceFinding

TargetFunction = Callable[[NetworkOutput, NetworkInput], Tensor]
"""From the output for B faces, and what the network saw of them, to (B,) float32."""


@dataclass(frozen=True, slots=True)
class Target:
    """A number the network computes for each face.

    value: makes the function for one face, from its finding, the place drawn by the analyst (crop pixels, None unless
    the target wants one) and the side S of the network's square. decoded: whether it is one of the mask or of the
    reconstruction; what decodes them is left out otherwise.
    """

    value: Callable[[FaceFinding, Box | None, int], TargetFunction]
    decoded: bool = True


def _fake_evidence(_finding: FaceFinding, _place: Box | None, _side: int) -> TargetFunction:
    # The logit and not the score: near 0 and 1 the sigmoid is flat, and every gradient through it vanishes.
    return lambda output, _views: output.logit


def _real_evidence(_finding: FaceFinding, _place: Box | None, _side: int) -> TargetFunction:
    return lambda output, _views: output.activations[:, 0]


def _masked_area(finding: FaceFinding, _place: Box | None, side: int) -> TargetFunction:
    masked = finding.mask >= 0.5
    if not masked.any():
        raise ExplanationError(ExplanationCode.NO_MASK)
    return _mean_mask_logit(masked, finding, side)


def _region(finding: FaceFinding, place: Box | None, side: int) -> TargetFunction:
    inside = np.zeros(finding.mask.shape, bool)
    if place is not None:
        inside[max(0, place.top) : max(0, place.bottom), max(0, place.left) : max(0, place.right)] = True
    if not inside.any():
        raise ExplanationError(ExplanationCode.NO_REGION)
    return _mean_mask_logit(inside, finding, side)


def _mean_mask_logit(inside: NDArray[np.bool_], finding: FaceFinding, side: int) -> TargetFunction:
    """Mean of the mask's logits over the pixels of the crop that are inside; a logit never goes flat.

    Raises ExplanationError where the network has seen none of them: they lie in a corner that straightening cut off.
    """
    straight = straightened(inside.astype(np.float32), finding.region.landmarks)
    weights = torch.from_numpy(letterbox(straight, side)).clamp(0, 1)  # enlarging may overshoot
    if not weights.any():
        raise ExplanationError(ExplanationCode.NO_REGION)
    weights = weights / weights.sum()
    return lambda output, _views: (output.mask_logits[:, 0] * weights).sum((1, 2))


def _reconstruction_error(_finding: FaceFinding, _place: Box | None, _side: int) -> TargetFunction:
    return lambda output, views: (output.reconstruction - views.squares).abs().mean((1, 2, 3))


FAKE_EVIDENCE = "fake_evidence"

TARGETS: dict[str, Target] = {
    FAKE_EVIDENCE: Target(_fake_evidence, decoded=False),
    "real_evidence": Target(_real_evidence, decoded=False),
    "masked_area": Target(_masked_area),
    "reconstruction_error": Target(_reconstruction_error),
    "region": Target(_region),
}
"""Their words are in the catalogue (explain/wording.py)."""


class TargetScore(nn.Module):
    """A network with the target as its only output: the tensors of `NetworkInput` → (B,) float32.

    Holds a copy of the network's structure, in evaluation mode, that shares its weights. A detector is shared between
    threads, so a hook set on the network itself would fire in another analyst's analysis; no hook, mode or gradient set
    on the copy reaches the original.

    manipulated: which half of the latent is decoded, that which won on the face as it is. Left to the network, the half
    would change halfway through a deletion, and mask and reconstruction would jump. decoded: as in Target. tick: called
    with the number of faces at each pass; what it raises stops the explanation. detector: whose network this is, where
    the target is its logit: `measure` asks its engine then.
    """

    def __init__(
        self,
        network: nn.Module,
        value: TargetFunction,
        manipulated: bool,
        tick: Callable[[int], None] = lambda _faces: None,
        *,
        decoded: bool = True,
        detector: CropDetector | None = None,
    ) -> None:
        super().__init__()
        shared: dict[int, Tensor] = {
            id(weights): nn.Parameter(weights.detach(), requires_grad=False) for weights in network.parameters()
        }
        shared |= {id(buffer): buffer for buffer in network.buffers()}
        self.network = copy.deepcopy(network, shared).eval()
        self.value = value
        self.manipulated = manipulated
        self.tick = tick
        self._detector = detector
        self._options = {} if decoded or not isinstance(network, FaceNetwork) else {"decoded": False}

    @property
    def batch_size(self) -> int:
        """Faces that are best measured at once. More of PyTorch's leave the cache of a CPU."""
        return 1 if self._detector is None else self._detector.batch_size

    def measure(self, views: NetworkInput) -> Tensor:
        """(B,) float32, for whoever does not look into the network: no gradient, no hook."""
        if self._detector is None:
            with torch.inference_mode():
                return self(*views)
        self.tick(len(views.squares))
        return self._detector.logits(views)

    def forward(self, squares: Tensor, windows: Tensor) -> Tensor:
        self.tick(len(squares))
        # Three times as fast on a CPU; the methods build their batches in the plain layout.
        views = NetworkInput(squares.contiguous(memory_format=torch.channels_last), windows)
        half = torch.full((len(squares),), self.manipulated)
        return self.value(self.network(views, half, **self._options), views)


def target_score(
    network: nn.Module,
    finding: FaceFinding,
    target: str,
    place: Box | None,
    side: int,
    tick: Callable[[int], None] = lambda _faces: None,
    detector: CropDetector | None = None,
) -> TargetScore:
    """The score of a target of TARGETS for one face. detector: whose network this is, None for a network of nobody's.

    Raises ExplanationError where the face has no such thing.
    """
    chosen = TARGETS[target]
    return TargetScore(
        network,
        chosen.value(finding, place, side),
        finding.fake_score > 0.5,
        tick,
        decoded=chosen.decoded,
        detector=detector if target == FAKE_EVIDENCE else None,
    )
