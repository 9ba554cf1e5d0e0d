"""GradientShap (Lundberg & Lee, NeurIPS 2017; as in Captum): slopes at points drawn at random between the baseline and
the crop with a little noise, times the way."""

import numpy as np
import torch
from captum.attr import GradientShap
from numpy.typing import NDArray

from explain.methods.face_input import FaceInput
from explain.methods.integrated_gradients import connect_both_views, to_crop
from explain.targets import TargetScore

N_SAMPLES = 32
"""Points drawn, as many as Integrated Gradients takes at least; maps of two seeds are then much alike."""

NOISE_SIGMA = 0.01
"""Standard deviation of what is added to the crop, of full brightness: the grain of a camera, on which no evidence
should hang. More would cover the traces that the network looks for."""


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop, added over colors and views. The sum is that
    of Integrated Gradients but for chance.

    The one baseline is that of the question, and not all of BASELINES in turn: a map must say against which picture it
    holds, and those pictures differ so much that maps of two seeds would.
    """
    method = GradientShap(connect_both_views(score))
    squares, windows = torch.zeros_like(face.views.squares), torch.zeros_like(face.views.windows)
    for _ in range(N_SAMPLES):  # Captum would compute all its samples in one batch
        of_square, of_windows = method.attribute(
            tuple(face.views), tuple(face.baseline), n_samples=1, stdevs=NOISE_SIGMA
        )
        squares += of_square.detach()
        windows += of_windows.detach()
    return to_crop((squares / N_SAMPLES, windows / N_SAMPLES), face)
