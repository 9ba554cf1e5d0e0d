"""What a map must beat: maps drawn at random, and a network that has learned nothing."""

import copy
from collections.abc import Iterator

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from explain.methods.seeds import seeded
from forensics.network import Views

RANDOM_MAPS = 10
"""Enough for a mean and a spread; each costs some thirty passes of the face through the network."""


def random_maps(shape: tuple[int, int], seed: int = 0) -> Iterator[NDArray[np.float32]]:
    """RANDOM_MAPS maps of that shape, white noise: smoothed as every map is before it is ranked, they have blobs as
    wide as those of the coarsest method, at places that mean nothing."""
    generator = np.random.default_rng(seed)
    for _ in range(RANDOM_MAPS):
        yield generator.normal(size=shape).astype(np.float32)


def randomised(network: nn.Module, views: Views, seed: int) -> nn.Module:
    """A copy whose layers have weights as before any training (Adebayo et al., 2018, complete randomisation); the
    scale of the logit and the weights of the streams stay.

    Its normalisation is that of this face: with what the trained layers were normalised by, fresh weights would drown
    in it.
    """
    fresh = copy.deepcopy(network)
    with seeded(seed):
        for module in fresh.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.momentum = None  # the plain average of what comes, which is one face
            if hasattr(module, "reset_parameters"):
                module.reset_parameters()
    with torch.no_grad():
        fresh.train()(views)
    return fresh.eval()
