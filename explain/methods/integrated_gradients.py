"""Integrated Gradients (Sundararajan et al., ICML 2017): the path from the baseline to the crop, through Captum."""

from collections.abc import Callable

import numpy as np
import torch
from captum.attr import IntegratedGradients
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError

STEPS = (32, 64, 128)
"""Points on the path, more where fewer do not add up. 32 satisfy most faces and cost some 32 forward and backward
passes."""

MAX_RELATIVE_ERROR = 0.05
"""What may be missing from the sum of the map, as a share of the range that the target runs through on the path. Of the
range and not of the change from end to end: what rises and falls again on the way is in the map too, and where the
change is close to nothing no sum comes within a share of it. A range is in units of the target, so one rule fits
all."""

ROUNDING = 1e-6
"""Share of the sum of the map's absolute values: single precision loses as much, where all else cancels out."""

BATCH_SIZE = 1
"""Points of the path computed at once: the larger tensors of more cost a CPU as much time for each, or more."""


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop, added over colors and views: they add up to
    the target for the crop less that for its baseline, as far as resizing the square to the crop keeps the sum.

    Raises ExplanationError (code `incomplete`) where the maps of both views do not add up to that difference.
    """
    path: list[Tensor] = []
    method = IntegratedGradients(connect_both_views(score, path.append))
    for steps in STEPS:
        path.clear()
        maps, delta = method.attribute(
            tuple(face.views),
            tuple(face.baseline),
            n_steps=steps,
            internal_batch_size=BATCH_SIZE,
            return_convergence_delta=True,
        )
        missing, values = abs(float(delta)), torch.cat(path)
        values_range = float(values.max() - values.min())
        size = sum(float(map_.abs().sum()) for map_ in maps)
        if missing <= max(MAX_RELATIVE_ERROR * values_range, ROUNDING * size):
            return to_crop(maps, face)
    raise ExplanationError(ExplanationCode.INCOMPLETE, missing=missing, range=values_range, steps=STEPS[-1])


def fast_heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """The same from the fewest points of LUT_SIZE, whether it adds up or not: a network with randomized weights changes
    so abruptly on the way that it seldom does."""
    method = IntegratedGradients(connect_both_views(score))
    maps = method.attribute(tuple(face.views), tuple(face.baseline), n_steps=STEPS[0], internal_batch_size=BATCH_SIZE)
    return to_crop(maps, face)


def connect_both_views(
    score: TargetScore, seen: Callable[[Tensor], None] = lambda _values: None
) -> Callable[[Tensor, Tensor], Tensor]:
    """The score, with a slope of zero for a view that the target ignores: autograd refuses to give none.

    seen: called with the values of each pass, (B,) float32.
    """

    def value(squares: Tensor, windows: Tensor) -> Tensor:
        values = score(squares, windows) + 0 * (squares.sum((1, 2, 3)) + windows.sum((1, 2, 3, 4)))
        seen(values.detach())
        return values

    return value


def to_crop(maps: tuple[Tensor, Tensor], face: FaceInput) -> NDArray[np.float32]:
    """From what the squares (1, 3, S, S) and the windows (1, K, 3, W, W) add to the target to (h, w) float32."""
    of_square, of_windows = (map_[0].sum(-3).detach().numpy().astype(np.float32) for map_ in maps)
    return face.square_to_crop(of_square) + face.windows_to_crop(of_windows)
