"""HiResCAM (Draelos & Carin, 2020, arXiv 2011.08891): each cell of a feature map times its own gradient."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import HiResCAM

from explain.methods.cams import RawCAM, cam_of_both_streams
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore


class UnscaledHiResCAM(RawCAM, HiResCAM):
    """Signed: gradients may be negative."""


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32, units of the target per pixel of the crop.

    The class logit of the whole crop is linear in the latent, so its map adds up to that logit less its bias, as far as
    resizing the square to the crop keeps the sum. Through the decoder and in the windows it is a slope.
    """
    return cam_of_both_streams(UnscaledHiResCAM, score, face)
