"""LayerCAM (Jiang et al., IEEE TIP 2021): each cell of a feature map times its own gradient where that is positive."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import LayerCAM

from explain.methods.cams import Unscaled, of_both_views
from explain.methods.face_input import ViewedFace
from explain.targets import TargetScore


class UnscaledLayerCAM(Unscaled, LayerCAM):
    """Never below zero: what speaks against the target is left out by definition."""


def heat_map(score: TargetScore, face: ViewedFace) -> NDArray[np.float32]:
    """Returns (h, w) float32 from 0 up, units of the target per pixel of the crop: the positive half of HiResCAM."""
    return of_both_views(UnscaledLayerCAM, score, face)
