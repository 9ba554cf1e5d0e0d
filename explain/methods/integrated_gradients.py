"""Integrated Gradients (Sundararajan et al., ICML 2017): the path from a blurred crop to the crop, through Captum."""

import numpy as np
from captum.attr import IntegratedGradients
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.viewing import ViewedFace
from explain.targets import TargetScore
from forensics.errors import ExplanationError

STEPS = (32, 64, 128, 256)
"""Points on the path, more where fewer do not add up. 32 satisfy most faces and cost some 32 forward and backward
passes."""

INCOMPLETE_SHARE = 0.05
"""Of the change along the path, what may be missing from the sum of the map."""

INCOMPLETE_LOGITS = 0.2
"""What may be missing where the change is small: it moves no score by more than 0.05, as the logistic slope is at
most a quarter. A network of ReLUs leaves that much after many steps."""

BATCH = 4
"""Points of the path computed at once: larger batches leave the cache and are no faster on a CPU."""


def heat_map(score: TargetScore, face: ViewedFace) -> NDArray[np.float32]:
    """Returns (h, w) float32, logits per pixel of the crop, added over colours and views: they add up to the logit of
    the crop less the logit of the blurred crop, as far as resizing the square to the crop keeps the sum.

    Raises ExplanationError (code `incomplete`) where the maps of both views do not add up to that difference.
    """

    def touched(squares: Tensor, windows: Tensor) -> Tensor:
        """The score, with a slope of zero for a view that the network ignores: autograd refuses to give none."""
        return score(squares, windows) + 0 * (squares.sum((1, 2, 3)) + windows.sum((1, 2, 3, 4)))

    method = IntegratedGradients(touched)
    for steps in STEPS:
        maps, delta = method.attribute(
            tuple(face.views),
            tuple(face.baseline),
            n_steps=steps,
            internal_batch_size=BATCH,
            return_convergence_delta=True,
        )
        missing, found = abs(float(delta)), sum(float(map_.sum()) for map_ in maps)
        if missing <= max(INCOMPLETE_LOGITS, INCOMPLETE_SHARE * abs(found - float(delta))):
            of_square, of_windows = (map_[0].sum(-3).detach().numpy().astype(np.float32) for map_ in maps)
            return face.square_to_crop(of_square) + face.windows_to_crop(of_windows)
    raise ExplanationError(
        f"Integrated Gradients does not add up for this face: {missing:.3g} logits of {abs(found - float(delta)):.3g} "
        f"are missing after {STEPS[-1]} steps, so its map is not shown; use the other methods.",
        code="incomplete",
    )
