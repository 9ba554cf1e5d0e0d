"""Occlusion (Zeiler & Fergus, ECCV 2014) through Captum: replace one patch of the crop after the other."""

import numpy as np
import torch
from captum.attr import Occlusion
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.face_input import FaceInput
from explain.methods.superpixel_features import SuperpixelFeatures
from explain.targets import TargetScore

PATCHES_ACROSS = 8
"""Patches side by side on the crop: about an eye or a mouth. Smaller ones change the answer too little, larger ones
cover several parts of a face at once."""

CELLS_PER_PATCH = 2
"""The patch moves by a cell, half its side: 15 × 15 positions, inner pixels covered four times."""


def heat_map(score: TargetScore, face: FaceInput, step: int = 1) -> NDArray[np.float32]:
    """What the target loses when a patch over this pixel is replaced in both views, per pixel of the patch, mean over
    the patches that cover it. step: by how many cells the patch moves.

    Returns (h, w) float32, in units of the target per pixel of the crop.
    """
    height, width = face.region.crop.shape[:2]
    # A crop of a few pixels has as many cells as pixels, so that no patch is empty.
    rows, columns = (min(length, PATCHES_ACROSS * CELLS_PER_PATCH) for length in (height, width))
    numbers = (np.arange(height) * rows // height)[:, None] * columns + np.arange(width) * columns // width
    parts = SuperpixelFeatures(score, face, numbers)

    def change_per_pixel(keep: Tensor) -> Tensor:
        replaced = ((1 - keep).flatten(1) * parts.areas).sum(1)
        return parts.change(keep.flatten(1)) / replaced.clamp(min=1)

    patch = (min(rows, CELLS_PER_PATCH), min(columns, CELLS_PER_PATCH))
    strides = tuple(min(step, side) for side in patch)
    whole, at_once = torch.ones(1, rows, columns), parts.batch_size
    cells = Occlusion(change_per_pixel).attribute(whole, patch, strides, perturbations_per_eval=at_once)
    return np.asarray(cells.flatten(), np.float32)[numbers]


def fast_heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The same with patches side by side: a quarter of the positions."""
    return heat_map(score, face, CELLS_PER_PATCH)
