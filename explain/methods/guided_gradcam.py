"""Guided Grad-CAM (Selvaraju et al., ICCV 2017): the fine lines of guided backpropagation (Springenberg et al., ICLR
2015) where Grad-CAM finds evidence for the target, through Captum.

The two parts are multiplied here and not by Captum's GuidedGradCam, which can neither align the windows with their
features nor give the sum of Grad-CAM, and without that the product is in squared units.
"""

import threading
import warnings

import numpy as np
import torch
from captum.attr import GuidedBackprop, LayerAttribution, LayerGradCam
from numpy.typing import NDArray
from torch import Tensor, nn

from explain.methods.cams import ViewScore, latent_layer, windows_layer
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from forensics.network import NetworkInput

ONE_AT_A_TIME = threading.Lock()
"""Filters of warnings belong to the whole process: two threads would put back each other's."""


class Cap(nn.Module):
    """What ReLU6 does beside rectifying."""

    def forward(self, x: Tensor) -> Tensor:
        return x.clamp(max=6)


def plain_rectifiers(part: nn.Module) -> None:
    """Make every rectifier inside an nn.ReLU, the only one whose gradient Captum guides, and not in place, which its
    hooks do not survive. What `part` computes stays the same."""
    for name, child in part.named_children():
        if isinstance(child, nn.ReLU6):
            setattr(part, name, nn.Sequential(nn.ReLU(), Cap()))
        elif isinstance(child, nn.ReLU):
            setattr(part, name, nn.ReLU())
        else:
            plain_rectifiers(child)


class GuidableScore(ViewScore):
    """The score as a function of one view, as Captum wants it: a gradient arrives at every rectifier, so the other view
    carries one too, and at the layer, where the target does not depend on it as a slope of zero."""

    def __init__(self, score: TargetScore, views: NetworkInput, view: str, layer: nn.Module) -> None:
        super().__init__(score, NetworkInput(*(tensor.detach().clone().requires_grad_() for tensor in views)), view)
        self.layer = layer

    def forward(self, x: Tensor) -> Tensor:
        seen: list[Tensor] = []
        hook = self.layer.register_forward_hook(lambda _layer, _inputs, output: seen.append(output))
        try:
            return super().forward(x) + 0 * seen[0].sum()
        finally:
            hook.remove()


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, never below zero, in units of the target per pixel of the crop: what Grad-CAM finds for
    the target in each view, dealt out to the pixels by the size of the product, added over the views."""
    plain_rectifiers(score.network)
    map_ = face.square_to_crop(_view_map(score, face.views, "squares", latent_layer(score.network))[0])
    layer = windows_layer(score.network)
    if layer is not None:
        map_ = map_ + face.windows_to_crop(_view_map(score, face.views, "windows", layer))
    return map_


def _view_map(score: TargetScore, views: NetworkInput, view: str, layer: nn.Module) -> NDArray[np.float32]:
    """(K, H, W) float32 in units of the target per pixel of the view, K = 1 for the squares; the sum is Grad-CAM's."""
    guidable = GuidableScore(score, views, view, layer)
    x = getattr(guidable.views, view)
    coarse = LayerGradCam(guidable, layer).attribute(x, relu_attributions=True).detach()  # (K, 1, s, s)
    slopes = _guided_slopes(guidable, x).flatten(0, -4)  # (K, 3, H, W)
    # A slope's sign says whether a brighter or a darker pixel would add, and not whether the pixel speaks for or
    # against: the two sides of one line would cancel.
    product = LayerAttribution.interpolate(coarse, slopes.shape[2:])[:, 0] * slopes.abs().sum(1)  # (K, H, W)
    total = product.sum()
    return (product * (coarse.sum() / total) if total != 0 else torch.zeros_like(product)).numpy()


def _guided_slopes(guidable: GuidableScore, x: Tensor) -> Tensor:
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Setting backward hooks on ReLU activations")
        return GuidedBackprop(guidable).attribute(x).detach()
