"""One face as a network sees it, beside the same face without evidence, and the way back to the crop."""

from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from explain.methods.baseline import BASELINES
from forensics.detectors.crop_detector import CropDetector, to_cpu
from forensics.detectors.letterbox import letterbox
from forensics.detectors.patches import extract_patches
from forensics.detectors.registry import Detector
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.faces.orientation import quarter_turned, straightened
from forensics.network import NetworkInput
from forensics.types.analysis import FaceRegion


def explainable(detector: Detector) -> CropDetector:
    """The detector as the methods look into it. Raises ExplanationError (`not_explained`) where they cannot: they
    explain networks that see the crop of one face."""
    if not isinstance(detector, CropDetector):
        raise ExplanationError(ExplanationCode.NOT_EXPLAINED, network=detector.card.title)
    return to_cpu(detector)


@dataclass(frozen=True, slots=True, eq=False)
class FaceInput:
    """The views of one face, B = 1, and of its baseline, the crop without evidence.

    A place is where in the crop a pixel of a view lies: y and x of its middle, the crop's corner being 0, 0. What was
    repeated or mirrored to fill a view has the place of the pixels it repeats.
    """

    detector: CropDetector
    region: FaceRegion
    views: NetworkInput
    baseline: NetworkInput
    square_places: Tensor
    """(2, S, S)"""
    window_places: Tensor
    """(2, K, W, W)"""

    def replaced(self, gone: NDArray[np.bool_]) -> NetworkInput:
        """As many copies of the face as there are patterns in `gone`, (B, h, w), with the crop's pixels that are gone
        taken from the baseline, in both views."""
        patterns = torch.from_numpy(np.ascontiguousarray(gone)).flatten(1)  # (B, h·w)
        in_squares = patterns[:, self._numbers(self.square_places)][:, None]  # (B, 1, S, S)
        in_windows = patterns[:, self._numbers(self.window_places)][:, :, None]  # (B, K, 1, W, W)
        return NetworkInput(
            torch.where(in_squares, self.baseline.squares, self.views.squares),
            torch.where(in_windows, self.baseline.windows, self.views.windows),
        )

    def _numbers(self, places: Tensor) -> Tensor:
        """(2, …) → (…) int64, the number of the crop's pixel at each place, row by row."""
        rows, columns = places.long()
        return rows * self.region.crop.shape[1] + columns

    def square_to_crop(self, of_square: NDArray[np.float32]) -> NDArray[np.float32]:
        """(S, S) in logits per pixel of the square → (h, w) in logits per pixel of the crop; what lies on the square's
        border beside the crop is left out."""
        scale = of_square.shape[0] / max(self.region.crop.shape[:2])
        return self.detector.to_crop_pixels(of_square, self.region) * np.float32(scale**2)

    def windows_to_crop(self, of_windows: NDArray[np.float32]) -> NDArray[np.float32]:
        """(K, W, W) in logits per pixel → (h, w) with the same sum: windows that overlap are added, mirrored pixels are
        folded back."""
        height, width = self.region.crop.shape[:2]
        numbers = self._numbers(self.window_places).numpy().ravel()
        summed = np.bincount(numbers, of_windows.ravel(), height * width).reshape(height, width)
        return summed.astype(np.float32)


def face_input(detector: CropDetector, region: FaceRegion, baseline: str = "blurred") -> FaceInput:
    """The face of a region as this detector sees it, beside one of BASELINES."""
    height, width = region.crop.shape[:2]
    in_crop = np.moveaxis(np.indices((height, width), np.float32), 0, -1) + np.float32(0.5)  # (h, w, 2)
    views = detector.preprocess([region])
    without = detector.preprocess([replace(region, crop=BASELINES[baseline](region.crop))])
    of_square = letterbox(straightened(in_crop, region.landmarks), views.squares.shape[-1])
    # Enlarging may place the outermost pixels of the square a little outside the crop.
    of_square = np.clip(of_square, 0.5, [height - 0.5, width - 0.5])
    return FaceInput(
        detector,
        region,
        views,
        without,
        torch.from_numpy(of_square).movedim(-1, 0),
        torch.from_numpy(extract_patches(quarter_turned(in_crop, region.landmarks))).movedim(-1, 0),
    )
