"""The latent of two halves: untouched and manipulated (Nguyen et al., BTAS 2019, section III-B)."""

from typing import NamedTuple

import torch
from torch import Tensor


class NetworkInput(NamedTuple):
    """What a network sees of B faces."""

    squares: Tensor
    """(B, 3, S, S) RGB in [0, 1]: the whole crop, resized."""
    windows: Tensor
    """(B, K, 3, W, W) RGB in [0, 1]: parts of the crop at the picture's own resolution."""


def to_network_input(squares: Tensor, windows: Tensor) -> NetworkInput:
    """The same of uint8 tensors, 255 = 1."""
    return NetworkInput((squares.float() / 255).contiguous(memory_format=torch.channels_last), windows.float() / 255)


class NetworkOutput(NamedTuple):
    """What a network says about B face crops of S × S pixels."""

    logit: Tensor
    """(B,) class logit; sigmoid gives the fake score."""
    mask_logits: Tensor
    """(B, 1, S, S); sigmoid gives the probability that a pixel was manipulated."""
    reconstruction: Tensor
    """(B, 3, S, S) RGB, about [0, 1]."""
    activations: Tensor
    """(B, 2) class evidence: activation of the untouched half, of the manipulated half."""
    stream_logits: Tensor | None = None
    """(B, 2) class logits of the whole crop and of the windows, each on its own; None where there is one stream."""
    family_logits: Tensor | None = None
    """(B, F), in the order of `family_names.FAMILY_NAMES`; None where the network names no family."""


def half_activations(latent: Tensor) -> Tensor:
    """Class evidence a_c = mean |h_c| over the c-th half of the channels (BTAS 2019, equation 1).

    latent: (B, 2K, h, w), first half untouched, second half manipulated. Returns (B, 2).
    """
    untouched, manipulated = latent.chunk(2, dim=1)  # (B, K, h, w) each
    return torch.stack([untouched.abs().mean((1, 2, 3)), manipulated.abs().mean((1, 2, 3))], dim=1)


def select_half(latent: Tensor, manipulated: Tensor) -> Tensor:
    """Zero the half that lost, so that only the winner reaches the decoder. manipulated: (B,) bool."""
    untouched_half, manipulated_half = latent.chunk(2, dim=1)
    wins = manipulated.view(-1, 1, 1, 1).to(latent.dtype)
    return torch.cat([untouched_half * (1 - wins), manipulated_half * wins], dim=1)
