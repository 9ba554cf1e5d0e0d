"""The baseline: the multi-task network of Nguyen, Fang, Yamagishi and Echizen, BTAS 2019 (arXiv 1906.06876).

Built from the paper, with three mistakes of the published code left out: it normalized over the batch axis, named the
classes the other way round, and applied a softmax before a loss that applies it again.
"""

import torch
from torch import Tensor, nn

from forensics.network.base import FaceNetwork
from forensics.network.latent import NetworkInput, NetworkOutput, half_activations, select_half
from forensics.network.losses import btas_loss
from forensics.network.papers import BTAS_2019


def _layer(layer: nn.Conv2d | nn.ConvTranspose2d) -> list[nn.Module]:
    nn.init.normal_(layer.weight, 0.0, 0.02)
    norm = nn.BatchNorm2d(layer.out_channels)
    nn.init.normal_(norm.weight, 0.5, 0.02)
    return [layer, norm, nn.ReLU()]


def _down(channels: int, out_channels: int, stride: int) -> list[nn.Module]:
    return _layer(nn.Conv2d(channels, out_channels, 3, stride, 1))


def _up(channels: int, out_channels: int, stride: int) -> list[nn.Module]:
    return _layer(nn.ConvTranspose2d(channels, out_channels, 3, stride, 1, output_padding=stride - 1))


def _branch(out_channels: int) -> nn.Sequential:
    last = nn.ConvTranspose2d(8, out_channels, 3, 1, 1)
    nn.init.normal_(last.weight, 0.0, 0.02)
    return nn.Sequential(*_up(32, 16, 1), *_up(16, 16, 2), *_up(16, 8, 1), *_up(8, 8, 2), last)


class BtasNet(FaceNetwork):
    """Class, mask and reconstruction of a batch of 256 × 256 face crops."""

    title = "BTAS 2019 baseline"
    architecture = (
        "Y-shaped autoencoder as in the paper: five stages of plain convolutions, latent of 128 × 16 × 16 in two "
        "halves, softmax of the two activations"
    )
    papers = (BTAS_2019,)
    input_size = 256
    loss = staticmethod(btas_loss)

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))
        self.encoder = nn.Sequential(
            *_down(3, 8, 1),
            *_down(8, 8, 2),
            *_down(8, 16, 1),
            *_down(16, 16, 2),
            *_down(16, 32, 1),
            *_down(32, 32, 2),
            *_down(32, 64, 1),
            *_down(64, 64, 2),
            *_down(64, 128, 1),
        )
        self.trunk = nn.Sequential(*_up(128, 64, 1), *_up(64, 64, 2), *_up(64, 32, 1), *_up(32, 32, 2))
        self.mask = _branch(2)
        self.colours = _branch(3)

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None, *, decoded: bool = True) -> NetworkOutput:
        """views: the squares are used alone."""
        latent = self.encoder((views.squares - self.mean) / self.std)  # (B, 128, S/16, S/16)
        activations = half_activations(latent)  # (B, 2)
        logit = activations[:, 1] - activations[:, 0]  # (B,) softmax of two = sigmoid of their difference
        if not decoded:
            nothing = logit.new_empty(len(logit), 0)
            return NetworkOutput(logit, nothing, nothing, activations)
        winner = logit > 0 if manipulated is None else manipulated
        x = self.trunk(select_half(latent, winner))  # (B, 32, S/4, S/4)
        classes = self.mask(x)  # (B, 2, S, S) logits: untouched, manipulated
        mask_logits = classes[:, 1:] - classes[:, :1]  # (B, 1, S, S)
        reconstruction = (torch.tanh(self.colours(x)) + 1) / 2  # (B, 3, S, S)
        return NetworkOutput(logit, mask_logits, reconstruction, activations)
