"""A crop in parts, each kept or replaced: what Captum's perturbation methods take for the input of the network.

They ask for `batch_size` faces at a time.
"""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.face_input import FaceInput
from explain.targets import TargetScore
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError


class SuperpixelFeatures:
    """One face whose crop is divided into P parts, and how its target changes when some give way to the baseline.

    numbers: (h, w) int64, the part to which each pixel belongs, every one of 0 to P - 1 at least once. areas: (P,)
    float32 in pixels of the crop.
    """

    def __init__(self, score: TargetScore, face: FaceInput, numbers: NDArray[np.int64]) -> None:
        self.score = score
        self.face = face
        self.numbers = numbers
        self.areas = torch.from_numpy(np.bincount(numbers.ravel()).astype(np.float32))
        self.whole = score.measure(face.views)  # (1,)

    @property
    def batch_size(self) -> int:
        return self.score.batch_size

    def change(self, keep: Tensor) -> Tensor:
        """keep: (B, P), zero for the parts that are replaced in both views at once. Returns (B,) float32, the target
        less that of the face as it is: exactly zero, and not a rounding error, where the target stays the same.

        Raises ExplanationError (code `not_finite`) where the network gives no number: no model can be fitted to it.
        """
        gone = keep.numpy() == 0
        change = self.score.measure(self.face.replaced(gone[:, self.numbers])) - self.whole
        if not torch.isfinite(change).all():
            raise ExplanationError(ExplanationCode.PARTS_NOT_FINITE)
        return change

    def painted(self, values: Tensor) -> NDArray[np.float32]:
        """(P,), what each part adds to the target → (h, w) float32, the same per pixel of the crop."""
        return np.asarray(values / self.areas, np.float32)[self.numbers]
