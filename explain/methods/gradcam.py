"""Grad-CAM (Selvaraju et al., ICCV 2017): each channel of a feature map counts by the mean of its gradient."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM

from explain.methods.cams import Unscaled, of_both_views
from explain.methods.face_input import ViewedFace
from explain.targets import TargetScore


class UnscaledGradCAM(Unscaled, GradCAM):
    """Signed: the mean gradient of a channel may be negative."""


def heat_map(score: TargetScore, face: ViewedFace) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop.

    Where a channel is active everywhere its share is exact; where not, the mean gradient makes it smaller.
    """
    return of_both_views(UnscaledGradCAM, score, face)
