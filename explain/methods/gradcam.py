"""Grad-CAM (Selvaraju et al., ICCV 2017): each channel of a feature map counts by the mean of its gradient."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAM

from explain.methods.cams import RawCAM, cam_of_both_streams
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore


class UnscaledGradCAM(RawCAM, GradCAM):
    """Signed: the mean gradient of a channel may be negative."""


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop.

    Where a channel is active everywhere its share is exact; where not, the mean gradient makes it smaller.
    """
    return cam_of_both_streams(UnscaledGradCAM, score, face)
