"""LIME (Ribeiro et al., KDD 2016) through Captum: a linear model of the answer around the face, part by part."""

import numpy as np
import torch
from captum._utils.models.linear_model import SkLearnRidge
from captum.attr import Lime
from captum.attr._core.lime import get_exp_kernel_similarity_function
from numpy.typing import NDArray

from explain.methods.face_input import FaceInput
from explain.methods.superpixel_features import SuperpixelFeatures
from explain.methods.superpixels import superpixels
from explain.targets import TargetScore

N_SAMPLES = 300
"""The fewest with which the maps of two seeds put the parts of a portrait in much the same order."""

N_FAST_SAMPLES = 100
"""Enough to hold one map against another: twice as many as there are parts."""

KERNEL_WIDTH = 0.25
"""Width of the kernel over the cosine distance to the whole face, as in the authors' program for pictures."""

RIDGE_PENALTY = 1.0
"""As in the authors' program. Not Captum's Lasso: its penalty has the unit of the target, and would leave nothing of
one that is small."""


def heat_map(score: TargetScore, face: FaceInput, samples: int = N_SAMPLES) -> NDArray[np.float32]:
    """Weight of each superpixel in a linear model of the target, fitted to faces with half of their superpixels
    replaced, spread over its pixels. Returns (h, w) float32, in units of the target per pixel of the crop.

    Raises ExplanationError: as `superpixels` and `Parts.change`.
    """
    parts = SuperpixelFeatures(score, face, superpixels(face.region.crop))
    nearness = get_exp_kernel_similarity_function("cosine", KERNEL_WIDTH)
    method = Lime(parts.change, SkLearnRidge(alpha=RIDGE_PENALTY), nearness)
    whole, at_once = torch.ones(1, len(parts.areas)), parts.batch_size
    weights = method.attribute(whole, n_samples=samples, perturbations_per_eval=at_once)
    return parts.painted(weights[0])


def fast_heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The same from N_FAST_SAMPLES."""
    return heat_map(score, face, N_FAST_SAMPLES)
