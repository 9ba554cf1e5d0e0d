"""Integrated Gradients (Sundararajan et al., ICML 2017): the path from a blurred crop to the crop, through Captum."""

import numpy as np
from captum.attr import IntegratedGradients
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.baseline import blurred
from explain.targets import TargetScore
from forensics.errors import ExplanationError

STEPS = (32, 64, 128, 256)
"""Points on the path, more where fewer do not add up. 32 satisfy most faces and cost some 32 forward and backward
passes, about a second on two cores."""

INCOMPLETE_SHARE = 0.05
"""Of the change along the path, what may be missing from the sum of the map."""

INCOMPLETE_LOGITS = 0.2
"""What may be missing where the change is small: it moves no score by more than 0.05, as the logistic slope is at
most a quarter. A network of ReLUs leaves that much after many steps."""

BATCH = 8
"""Points of the path computed at once: larger batches leave the cache and are no faster on a CPU."""


def heat_map(score: TargetScore, inputs: Tensor) -> NDArray[np.float32]:
    """inputs: (1, 3, S, S) float32. Returns (S, S) float32, logits per input pixel, added over the colours: they add up
    to the logit of the crop less the logit of the blurred crop.

    Raises ExplanationError (code `incomplete`) where the map does not add up to that difference.
    """
    baseline = blurred(inputs)
    method = IntegratedGradients(score)
    for steps in STEPS:
        map_, delta = method.attribute(
            inputs.detach().clone(),
            baseline,
            n_steps=steps,
            internal_batch_size=BATCH,
            return_convergence_delta=True,
        )
        missing, found = abs(float(delta)), float(map_.sum())
        if missing <= max(INCOMPLETE_LOGITS, INCOMPLETE_SHARE * abs(found - float(delta))):
            return map_[0].sum(0).detach().cpu().numpy().astype(np.float32)
    raise ExplanationError(
        f"Integrated Gradients does not add up for this face: {missing:.3g} logits of {abs(found - float(delta)):.3g} "
        f"are missing after {STEPS[-1]} steps, so its map is not shown; use the other methods.",
        code="incomplete",
    )
