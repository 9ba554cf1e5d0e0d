"""Occlusion (Zeiler & Fergus, ECCV 2014): blur one patch of the crop after the other and watch the answer."""

import numpy as np
import torch
from numpy.typing import NDArray

from explain.methods.viewing import ViewedFace
from explain.targets import TargetScore
from forensics.types import Box

PATCHES_ACROSS = 8
"""Patches side by side on the crop: about an eye or a mouth. Smaller ones change the answer too little, larger ones
cover several parts of a face at once."""

SHIFTS_PER_PATCH = 2
"""The patch moves by half its side: 15 × 15 positions, inner pixels covered four times."""

BATCH = 4
"""Positions computed at once: larger batches leave the cache and are no faster on a CPU."""


def heat_map(score: TargetScore, face: ViewedFace) -> NDArray[np.float32]:
    """What the logit loses when a patch over this pixel is blurred in both views, mean over the patches that cover it,
    divided by the patch's area. Returns (h, w) float32, logits per pixel of the crop."""
    height, width = face.region.crop.shape[:2]
    total, covered = np.zeros((height, width)), np.zeros((height, width))
    patches = _patches(height, width)
    with torch.no_grad():
        groups = [patches[start : start + BATCH] for start in range(0, len(patches), BATCH)]
        losses = score(*face.views) - torch.cat([score(*face.occluded(group)) for group in groups])
    for patch, loss in zip(patches, losses.tolist(), strict=True):
        place = np.s_[patch.top : patch.bottom, patch.left : patch.right]
        total[place] += loss / (patch.width * patch.height)
        covered[place] += 1
    return np.float32(total / covered)


def _patches(height: int, width: int) -> list[Box]:
    """Every position of the patch, without those that a very small crop leaves no pixel."""
    steps = PATCHES_ACROSS * SHIFTS_PER_PATCH
    rows, columns = (np.linspace(0, length, steps + 1).round().astype(int).tolist() for length in (height, width))
    return [
        Box(left, top, right, bottom)
        for top, bottom in zip(rows, rows[SHIFTS_PER_PATCH:], strict=False)
        for left, right in zip(columns, columns[SHIFTS_PER_PATCH:], strict=False)
        if right > left and bottom > top
    ]
