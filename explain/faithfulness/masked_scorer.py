"""One face and one target under test: what becomes of the target when pixels lose their evidence."""

from dataclasses import replace

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from explain.methods.face_input import face_input
from explain.methods.map_resolution import downscale_map, downscaled_size, smooth_map
from explain.targets import target_score
from explain.types import ExplanationRequest
from forensics.detectors.crop_detector import CropDetector
from forensics.types.analysis import FaceFinding


class MaskedScorer:
    """Scores the target of a question on one face with pixels taken away. Each set of pixels is scored once.

    Evidence is taken away by blur, never by black: a black hole is an edge that no camera makes, and the network
    answers to it. The border between sharp and blurred stays hard: with a soft one, tried on the sample pictures, faces
    half blurred in places drawn at random scored higher than sharp and than blurred ones.
    """

    def __init__(self, detector: CropDetector, finding: FaceFinding, question: ExplanationRequest) -> None:
        self.finding = finding
        self._detector = detector
        self._face = face_input(detector, finding.region)
        self._score = target_score(
            detector.network, finding, question.target, question.place, self._face.views.squares.shape[-1]
        )
        self._known: dict[bytes, float] = {}

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width at which maps are ranked and pixels chosen."""
        return downscaled_size(*self.finding.region.crop.shape[:2])

    def ranked(self, heat_map: NDArray[np.float32]) -> NDArray[np.float32]:
        """(h, w) float32 in crop pixels → the same at `shape`, smoothed to the resolution that all methods share."""
        return smooth_map(downscale_map(heat_map))

    def without(self, gone: NDArray[np.bool_]) -> float:
        """The target with the pixels of `gone`, at `shape`, blurred."""
        key = np.packbits(gone).tobytes()
        if key not in self._known:
            with torch.inference_mode():
                self._known[key] = float(self._score(*self._face.replaced(self.in_crop(gone)[None])))
        return self._known[key]

    def of_crop(self, crop: NDArray[np.uint8]) -> float:
        """The target of the same face with other pixels, (h, w, 3) uint8 RGB."""
        views = self._detector.preprocess([replace(self.finding.region, crop=crop)])
        with torch.inference_mode():
            return float(self._score(*views))

    def in_crop(self, gone: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Pixels chosen at any smaller size → (h, w) bool, the crop's."""
        height, width = self.finding.region.crop.shape[:2]
        return cv2.resize(gone.view(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST).astype(bool)


def top_fraction_mask(order_: NDArray[np.intp], share: float, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """The first `share` of the pixels, in [0, 1]: bool of that shape."""
    chosen = np.zeros(shape[0] * shape[1], bool)
    chosen[order_[: round(share * len(order_))]] = True
    return chosen.reshape(shape)
