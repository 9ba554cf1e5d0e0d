"""Grad-CAM++ (Chattopadhay et al., WACV 2018): positive gradients count more where few of them carry a channel."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import GradCAMPlusPlus
from torch import Tensor, nn

from explain.methods.cams import RawCAM, cam_of_both_streams
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore


class UnscaledGradCAMPlusPlus(RawCAM, GradCAMPlusPlus):
    """Never below zero: the weights are sums of positive gradients."""

    def get_cam_weights(
        self,
        input_tensor: Tensor,
        target_layers: list[nn.Module],
        targets: list[nn.Module],
        activations: NDArray[np.float32],
        grads: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """(B, C). The library adds 1e-6 to a sum of squared gradients, which here are smaller: nearly all weight would
        go to the steepest cells. Equation 19 stays the same when gradients are divided by what activations are
        multiplied by."""
        steepest = np.abs(grads).max()
        if steepest == 0:
            return np.zeros(grads.shape[:2], np.float32)
        return steepest * super().get_cam_weights(
            input_tensor, target_layers, targets, activations * steepest, grads / steepest
        )


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32 from 0 up. The weights are sums over the cells, so the map is no share of the target."""
    return cam_of_both_streams(UnscaledGradCAMPlusPlus, score, face)
