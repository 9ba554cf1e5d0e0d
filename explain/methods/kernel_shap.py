"""Kernel SHAP (Lundberg & Lee, NeurIPS 2017) through Captum: every part's fair share of the answer."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import torch
from captum.attr import KernelShap
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.face_input import FaceInput
from explain.methods.superpixel_features import SuperpixelFeatures
from explain.methods.superpixels import superpixels
from explain.targets import TargetScore

N_SAMPLES = 300
"""The fewest with which the maps of two seeds put the parts of a portrait in much the same order; even, as the draws
come in pairs."""

N_FAST_SAMPLES = 100
"""Enough to hold one map against another: twice as many as there are parts."""


class PairedKernelShap(KernelShap):
    """Kernel SHAP that follows each draw with its opposite, the kept parts replaced and the replaced ones kept: what
    parts do in pairs cancels out, and far fewer draws are enough (Covert & Lee, AISTATS 2021)."""

    def kernel_shap_perturb_generator(self, original_inp: Tensor, **kwargs: object) -> Iterator[Tensor]:
        draws = super().kernel_shap_perturb_generator(original_inp, **kwargs)
        yield from islice(draws, 2)  # all parts and none, each other's opposite already
        for keep in draws:
            yield keep
            yield 1 - keep


def heat_map(score: TargetScore, face: FaceInput, samples: int = N_SAMPLES) -> NDArray[np.float32]:
    """Shapley value of each superpixel, estimated and spread over its pixels. Returns (h, w) float32, in units of the
    target per pixel of the crop: they add up to the target of the face less that of its baseline.

    Raises ExplanationError: as `superpixels` and `Parts.change`.
    """
    parts = SuperpixelFeatures(score, face, superpixels(face.region.crop))
    whole, at_once = torch.ones(1, len(parts.areas)), parts.batch_size
    values = PairedKernelShap(parts.change).attribute(whole, n_samples=samples, perturbations_per_eval=at_once)
    return parts.painted(values[0])


def fast_heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The same from N_FAST_SAMPLES."""
    return heat_map(score, face, N_FAST_SAMPLES)
