"""LayerCAM (Jiang et al., IEEE TIP 2021): each cell of a feature map times its own gradient where that is positive."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import LayerCAM

from explain.methods.cams import RawCAM, cam_of_both_streams
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore


class UnscaledLayerCAM(RawCAM, LayerCAM):
    """Never below zero: what speaks against the target is left out by definition."""


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32 from 0 up, units of the target per pixel of the crop: the positive half of HiResCAM."""
    return cam_of_both_streams(UnscaledLayerCAM, score, face)
