"""Grad-CAM (Selvaraju et al., ICCV 2017) from the latent of the whole crop, signed and unscaled.

The weights and the weighted sum are those of the grad-cam library. Left out are its three habits that would falsify a
comparison: the ReLU that hides what speaks against the target, the min-max scaling of each map on its own, and the
context manager that swallows an IndexError.
"""

import cv2
import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM
from torch import Tensor, nn

from explain.methods.viewing import ViewedFace
from explain.targets import TargetScore


class SignedGradCAM(GradCAM):
    """Grad-CAM as the plain weighted sum of the channels, (B, s, s) float32. Only for one layer."""

    def compute_cam_per_layer(
        self, input_tensor: Tensor, targets: list[nn.Module], eigen_smooth: bool
    ) -> NDArray[np.float32]:
        activations = self.activations_and_grads.activations[0].numpy()  # (B, C, s, s)
        gradients = self.activations_and_grads.gradients[0].numpy()  # (B, C, s, s)
        return self.get_cam_image(input_tensor, self.target_layers[0], targets, activations, gradients, eigen_smooth)

    def aggregate_multi_layers(self, cam_per_target_layer: NDArray[np.float32]) -> NDArray[np.float32]:
        return cam_per_target_layer


def target_layer(network: nn.Module) -> nn.Module:
    """The layer whose output is the latent of two halves, the last feature map before the class logit.

    The logit rises with each channel of the manipulated half and falls with each of the untouched half, so every weight
    has the sign of its half. One layer earlier the weights would be slopes through a ReLU, and their signs a guess.
    """
    return network.to_latent if hasattr(network, "to_latent") else network.encoder


class SquareScore(nn.Module):
    """The score as a function of the squares alone, as the grad-cam library wants it; the windows stay as they are."""

    def __init__(self, score: TargetScore, windows: Tensor) -> None:
        super().__init__()
        self.score = score
        self.windows = windows

    def forward(self, squares: Tensor) -> Tensor:
        return self.score(squares, self.windows)


def heat_map(score: TargetScore, face: ViewedFace) -> NDArray[np.float32]:
    """Returns (h, w) float32, logits per pixel of the crop.

    Where a channel is active everywhere its share is exact; where not, the mean gradient makes it smaller.
    """
    squares, windows = face.views
    cam = SignedGradCAM(SquareScore(score, windows), [target_layer(score.network)])
    try:
        # A tensor of our own that asks for gradients: with frozen weights nothing else would carry them to the latent.
        coarse = cam(squares.detach().clone().requires_grad_(), [lambda logit: logit])[0]  # (s, s)
    finally:
        cam.activations_and_grads.release()
    side = squares.shape[-1]
    pixels_per_cell = side * side / coarse.size
    fine = cv2.resize(coarse, (side, side), interpolation=cv2.INTER_LINEAR)
    return face.square_to_crop(np.float32(fine / pixels_per_cell))
