"""EigenCAM (Muhammad & Yeasin, IJCNN 2020): the strongest pattern in the latent, whatever the target."""

import numpy as np
from numpy.typing import NDArray
from pytorch_grad_cam import EigenCAM
from torch import Tensor, nn

from explain.methods.cams import RawCAM, cam_of_latent
from explain.methods.face_input import FaceInput
from explain.targets import TargetScore


class UnscaledEigenCAM(RawCAM, EigenCAM):
    """The projection on the first principal component, turned so that it rises with the summed activation: which of
    its two directions the library returns is chance. Cells below the average are zero, as in the library, because a
    weak pattern is no evidence against anything."""

    def get_cam_image(
        self,
        input_tensor: Tensor,
        target_layer: nn.Module,
        targets: list[nn.Module],
        activations: NDArray[np.float32],
        grads: NDArray[np.float32],
        eigen_smooth: bool,
    ) -> NDArray[np.float32]:
        """(1, s, s)."""
        if not np.isfinite(activations).all():  # which the library would take for zeros, or fail to decompose
            return np.full_like(activations[:, 0], np.nan)
        projection = super().get_cam_image(input_tensor, target_layer, targets, activations, grads, eigen_smooth)
        rises = (projection * activations.sum(1)).sum() >= 0  # the mean of the projection is zero
        return np.maximum(projection if rises else -projection, 0)


def heat_map(score: TargetScore, face: FaceInput) -> NDArray[np.float32]:
    """Returns (h, w) float32 from 0 up, activation per pixel of the crop; the windows are not looked at."""
    return cam_of_latent(UnscaledEigenCAM, score, face)
