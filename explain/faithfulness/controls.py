"""What a map must beat: maps drawn at random, and a network that has learned nothing."""

import copy
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from explain.methods.seeds import seed_generators
from forensics.network import NetworkInput

N_RANDOM_MAPS = 10
"""Enough for a mean and a spread; each costs some thirty passes of the face through the network."""


def draw_random_maps(shape: tuple[int, int], seed: int = 0) -> Iterator[NDArray[np.float32]]:
    """N_RANDOM_MAPS maps of that shape, white noise: smoothed as every map is before it is ranked, they have blobs as
    wide as those of the coarsest method, at places that mean nothing."""
    generator = np.random.default_rng(seed)
    for _ in range(N_RANDOM_MAPS):
        yield generator.normal(size=shape).astype(np.float32)


def randomize_weights(network: nn.Module, views: NetworkInput, seed: int) -> nn.Module:
    """A copy whose layers have weights as before any training (Adebayo et al., 2018, complete randomization); the
    scale of the logit and the weights of the streams stay.

    Its normalization is that of this face: with what the trained layers were normalized by, fresh weights would drown
    in it.
    """
    fresh = copy.deepcopy(network)
    with seed_generators(seed):
        for module in fresh.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.momentum = None  # the plain average of what comes, which is one face
            if callable(reset := getattr(module, "reset_parameters", None)):
                reset()
    with torch.no_grad():
        fresh.train()(views)
    return fresh.eval()
