"""Occlusion (Zeiler & Fergus, ECCV 2014): blur one patch after the other and watch the answer, through Captum."""

import numpy as np
from captum.attr import Occlusion
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.baseline import blurred
from explain.targets import TargetScore

PATCHES_ACROSS = 8
"""Patches side by side on the crop: 28 of 224 pixels, about an eye or a mouth. Smaller ones change the answer too
little, larger ones cover several parts of a face at once. 8 divides the input sizes: no patch is cut at the border."""

SHIFTS_PER_PATCH = 2
"""The patch moves by half its side: 15 × 15 positions, inner pixels covered four times, two seconds on two cores."""

BATCH = 8
"""Positions computed at once: larger batches leave the cache and are no faster on a CPU."""


def heat_map(score: TargetScore, inputs: Tensor) -> NDArray[np.float32]:
    """inputs: (1, 3, S, S) float32. Returns (S, S) float32, logits per input pixel: what the logit loses when a patch
    over this pixel is blurred, mean over the patches that cover it, divided by the patch's area."""
    channels, side = inputs.shape[1:3]
    patch = max(1, side // PATCHES_ACROSS)
    step = max(1, patch // SHIFTS_PER_PATCH)
    losses = Occlusion(score).attribute(
        inputs,
        sliding_window_shapes=(channels, patch, patch),
        strides=(channels, step, step),
        baselines=blurred(inputs),
        perturbations_per_eval=BATCH,
    )  # (1, 3, S, S), the same in each colour
    return np.float32(losses[0, 0].cpu().numpy() / patch**2)
