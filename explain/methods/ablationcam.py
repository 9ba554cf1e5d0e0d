"""Ablation-CAM (Desai & Ramaswamy, WACV 2020): set one channel of the latent to zero after the other and watch.

The library's own loop is not used: it divides by the score, which turns the signs of a negative one and is nothing
at zero, it prints a bar, and it shares one layer between all threads.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from pytorch_grad_cam import AblationCAM
from torch import Tensor, nn

from explain.methods.cams import RawCAM, cam_of_latent
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore

BATCH_SIZE = 2
"""Channels set to zero at once: larger batches leave the cache and are no faster on a CPU."""

PREFIX_LAYERS = ("encoder", "traces")
"""Parts of the networks that take nearly all of a pass and see the same face at each."""


class CachedModule(nn.Module):
    """Gives at each call what the part gave at the first, for as many faces as are asked about."""

    def __init__(self, part: nn.Module) -> None:
        super().__init__()
        self.part = part
        self.output: Tensor | tuple[Tensor, ...] | None = None

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, ...]:
        if self.output is None:
            self.output = self.part(x)  # of one face
        if isinstance(self.output, Tensor):
            return self.output.expand(len(x), *self.output.shape[1:])
        return tuple(tensor.expand(len(x), *tensor.shape[1:]) for tensor in self.output)


class UnscaledAblationCAM(RawCAM, AblationCAM):
    """Signed: the target may rise without a channel."""

    def get_cam_weights(
        self,
        input_tensor: Tensor,
        target_layer: nn.Module,
        targets: list[nn.Module],
        activations: NDArray[np.float32],
        grads: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """What the target loses without each channel over the sum of that channel: (1, C). Channels that are zero
        everywhere can lose nothing and are not tried."""
        sums = np.abs(activations).sum((0, 2, 3))  # (C,)
        weights = np.zeros_like(sums)
        alive = np.flatnonzero(sums)
        for channels in (alive[start : start + BATCH_SIZE] for start in range(0, len(alive), BATCH_SIZE)):
            drops = self.outputs - self._without(channels, input_tensor, target_layer)  # (n,)
            weights[channels] = drops.numpy() / sums[channels]
        return weights[None]

    def _without(self, channels: NDArray[np.int64], input_tensor: Tensor, target_layer: nn.Module) -> Tensor:
        """The target with one of the channels at zero, of each in turn: (n,)."""
        places = (torch.arange(len(channels)), torch.from_numpy(channels))
        handle = target_layer.register_forward_hook(
            lambda _layer, _inputs, latent: latent.index_put(places, latent.new_zeros(()))
        )
        try:
            return self.model(input_tensor.expand(len(channels), *input_tensor.shape[1:]))
        finally:
            handle.remove()


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop: what is lost with a channel is spread over the
    cells where that channel is active, so the map adds up to all the losses. The windows are not looked at."""
    for name, part in list(score.network.named_children()):
        if name in PREFIX_LAYERS:
            setattr(score.network, name, CachedModule(part))
    return cam_of_latent(UnscaledAblationCAM, score, face)
