"""What class activation maps have in common: weighted sums of a feature map's channels, brought back to the crop.

Weights and sums are those of the grad-cam library. Left out are its three habits that would falsify a comparison: the
ReLU that hides what speaks against the target, the min-max scaling of each map on its own, and the context manager that
swallows an IndexError.
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam.base_cam import BaseCAM
from torch import Tensor, nn

from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from forensics.network import NetworkInput


class RawCAM(BaseCAM):
    """Stands before a class of the library and gives its plain sum over the channels, (B, s, s), of one layer."""

    def compute_cam_per_layer(
        self, input_tensor: Tensor, targets: list[nn.Module], eigen_smooth: bool
    ) -> NDArray[np.float32]:
        kept = self.activations_and_grads
        activations = kept.activations[0].numpy()  # (B, C, s, s)
        # No gradient arrives where the target does not depend on the layer: its slope there is zero.
        gradients = kept.gradients[0].numpy() if kept.gradients else np.zeros_like(activations)
        return self.get_cam_image(input_tensor, self.target_layers[0], targets, activations, gradients, eigen_smooth)

    def aggregate_multi_layers(self, cam_per_target_layer: NDArray[np.float32]) -> NDArray[np.float32]:
        return cam_per_target_layer


class ViewScore(nn.Module):
    """The score as a function of one view, as the library wants it; the other stays as it is.

    view: name of a field of `NetworkInput`.
    """

    def __init__(self, score: TargetScore, views: NetworkInput, view: str) -> None:
        super().__init__()
        self.score = score
        self.views = views
        self.view = view

    def forward(self, x: Tensor) -> Tensor:
        views = NetworkInput(*(tensor.expand(len(x), *tensor.shape[1:]) for tensor in self.views))
        # With a slope of zero where the target ignores this view: autograd refuses to give none.
        return self.score(*views._replace(**{self.view: x})) + 0 * x.flatten(1).sum(1)


def latent_layer(network: nn.Module) -> nn.Module:
    """The layer whose output is the latent of two halves, the last feature map before the class logit.

    The logit rises with each channel of the manipulated half and falls with each of the untouched half, so every weight
    has the sign of its half. One layer earlier the weights would be slopes through a ReLU, and their signs a guess.
    """
    layer: nn.Module = getattr(network, "to_latent" if hasattr(network, "to_latent") else "encoder")
    return layer


def windows_layer(network: nn.Module) -> nn.Module | None:
    """The layer whose output is the last feature map of the windows; None where the network does not look at them."""
    traces = getattr(network, "traces", None)
    return None if traces is None else traces.features


def cam_of_both_streams(kind: type[RawCAM], score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The maps of both streams, added: of the latent and, where the network looks at windows, of their last feature
    map. Two runs, because the library mixes up the gradients of layers that lie side by side. Returns (h, w) float32.
    """
    map_ = cam_of_latent(kind, score, face)
    layer = windows_layer(score.network)
    if layer is not None:
        coarse = _coarse(kind, score, face, "windows", layer)  # (K, s, s)
        side = face.views.windows.shape[-1]
        map_ = map_ + face.windows_to_crop(np.stack([_enlarged(cells, side) for cells in coarse]))
    return map_


def cam_of_latent(kind: type[RawCAM], score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The map of the stream that sees the whole crop: (h, w) float32."""
    coarse = _coarse(kind, score, face, "squares", latent_layer(score.network))  # (1, s, s)
    return face.square_to_crop(_enlarged(coarse[0], face.views.squares.shape[-1]))


def _coarse(
    kind: type[RawCAM], score: TargetScore, face: FaceInput, view: str, layer: nn.Module
) -> NDArray[np.float32]:
    """One value a cell of the layer's output: (B, s, s), where the layer sees B pictures for this face."""
    cam = kind(ViewScore(score, face.views, view), [layer])
    try:
        # A tensor of our own that asks for gradients: with frozen weights nothing else would carry them to the layer.
        x = getattr(face.views, view).detach().clone().requires_grad_(cam.uses_gradients)
        return cam(x, [lambda value: value])
    finally:
        cam.activations_and_grads.release()


def _enlarged(cells: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """(s, s) per cell → (side, side) per pixel, with the same sum where `side` is a multiple of s."""
    fine = cv2.resize(cells, (side, side), interpolation=cv2.INTER_LINEAR)
    return np.asarray(fine / (side * side / cells.size), np.float32)
