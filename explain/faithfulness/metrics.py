"""The figures of one map: what the target does when the map is believed."""

import cv2
import numpy as np
import torch
from captum.metrics import infidelity as captum_infidelity
from numpy.typing import NDArray
from pytorch_grad_cam.metrics.road import NoisyLinearImputer, neighbors_weights
from scipy.sparse.linalg import spsolve
from torch import Tensor

from explain.faithfulness.localization import mask_agreement, sparseness
from explain.faithfulness.masked_scorer import MaskedScorer, top_fraction_mask
from explain.methods.map_resolution import downscale_map, rank_pixels
from explain.types import PIXEL_FRACTIONS, MapMetrics

ROAD_SHARES = (0.1, 0.3, 0.5)

ROAD_SIDE = 96
"""The pixels to impute are solved for at this longer side: some milliseconds instead of half a second."""

ROAD_NOISE = 0.01 * 255
"""Standard deviation in gray values, as published: a perfectly smooth patch would tell where pixels are missing."""

N_SQUARES = 24
"""Removed squares over which infidelity is taken."""

SQUARE_SIDE_RANGE = (1 / 8, 1 / 2)
"""Smallest and largest side of a square over the crop's: from an eye to half a face."""


def map_metrics(trial: MaskedScorer, heat_map: NDArray[np.float32], mask: NDArray[np.bool_] | None) -> MapMetrics:
    """heat_map: (h, w) float32, in crop pixels or smaller. mask: (h, w) bool, None where agreement means nothing."""
    ranked = trial.ranked(heat_map)
    strongest = rank_pixels(ranked)
    shares = [top_fraction_mask(strongest, share, trial.shape) for share in PIXEL_FRACTIONS]
    targets = trial.without_each([*shares, *(~share for share in shares)])
    return MapMetrics(
        deletion=tuple(targets[: len(shares)]),
        insertion=tuple(targets[len(shares) :]),
        road=_road(trial, strongest),
        infidelity=_infidelity(trial, downscale_map(heat_map)),
        sparseness=sparseness(downscale_map(heat_map)),
        agreement=None if mask is None else mask_agreement(heat_map, mask),
    )


def _road(trial: MaskedScorer, strongest: NDArray[np.intp]) -> float:
    """Half the mean of target without the weakest pixels less target without the strongest."""
    orders = (strongest[::-1], strongest)
    gone = [top_fraction_mask(order, share, trial.shape) for order in orders for share in ROAD_SHARES]
    targets = trial.of_crops([_imputed(trial, pixels) for pixels in gone])
    without_weakest, without_strongest = np.array(targets).reshape(2, -1)
    return float(np.mean(without_weakest - without_strongest) / 2)


def _imputed(trial: MaskedScorer, gone: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The crop with the pixels of `gone` solved for from their neighbors: nothing of them is left, but no shape that
    the network could read off either."""
    crop = trial.finding.region.crop
    tiny = downscale_map(crop.astype(np.float32), ROAD_SIDE)
    known = cv2.resize((~gone).view(np.uint8), tiny.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    if not known.any():
        return crop
    # The library's equations without its call, which hands tensors to NumPy.
    equations, values = NoisyLinearImputer.setup_sparse_system(
        known.astype(np.float32), np.moveaxis(tiny, -1, 0), neighbors_weights
    )
    tiny[known == 0] = spsolve(equations.tocsc(), values)
    filling = cv2.resize(tiny, crop.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    noise = np.random.default_rng(0).normal(0, ROAD_NOISE, crop.shape)
    imputed = np.clip(np.rint(filling + noise), 0, 255).astype(np.uint8)
    return np.where(trial.in_crop(gone)[..., None], imputed, crop)


def _infidelity(trial: MaskedScorer, map_: NDArray[np.float32]) -> float:
    """Squared difference of what the map promises for a removed square and what the target loses, over the squared
    loss (Yeh et al., On the (In)fidelity and Sensitivity of Explanations, NeurIPS 2019): 0 = all foreseen, 1 = nothing.

    The map is scaled as serves it best, as some methods have no unit of the target, but never turned around.
    """
    squares = _squares(trial.shape)

    def score(kept: Tensor) -> Tensor:
        return torch.tensor(trial.without_each([one[0].numpy() < 0.5 for one in kept]), dtype=torch.float64)

    def remove(kept: Tensor) -> tuple[Tensor, Tensor]:
        return squares, kept - squares

    everything = torch.ones(1, 1, *trial.shape, dtype=torch.float64)
    lost = score(everything) - score(everything - squares)
    attributions = torch.from_numpy(map_)[None, None].double()
    if float(((squares * attributions).sum((1, 2, 3)) * lost).sum()) <= 0:
        return 1.0  # Captum would scale it by a number below zero
    found = captum_infidelity(score, remove, everything, attributions, n_perturb_samples=N_SQUARES, normalize=True)
    return float(found) / float((lost**2).mean())


def _squares(shape: tuple[int, int]) -> Tensor:
    """(N_SQUARES, 1, h, w) float64, 1 inside a square; the same for every map of a face."""
    generator = np.random.default_rng(0)
    squares = torch.zeros(N_SQUARES, 1, *shape, dtype=torch.float64)
    for square in squares:
        share = generator.uniform(*SQUARE_SIDE_RANGE)
        height, width = (max(1, round(share * side)) for side in shape)
        top, left = (
            int(generator.integers(0, side - size + 1)) for side, size in zip(shape, (height, width), strict=True)
        )
        square[0, top : top + height, left : left + width] = 1
    return squares
