"""One face and one target under test: what becomes of the target when pixels lose their evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from explain.methods.face_input import face_input
from explain.methods.map_resolution import downscale_map, downscaled_size, smooth_map
from explain.targets import target_score
from explain.types import ExplanationRequest
from forensics.detectors.crop_detector import CropDetector
from forensics.types.analysis import FaceFinding

Item = TypeVar("Item")


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """In their order, as many together, fewer at the end."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


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
            detector.network,
            finding,
            question.target,
            question.place,
            self._face.views.squares.shape[-1],
            detector=detector,
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
        return self.without_each([gone])[0]

    def without_each(self, sets: Sequence[NDArray[np.bool_]]) -> list[float]:
        """The same of several sets of pixels: as many at once as are best."""
        keys = [np.packbits(gone).tobytes() for gone in sets]
        unknown = {key: gone for key, gone in zip(keys, sets, strict=True) if key not in self._known}
        for some in batched(unknown.items(), self._score.batch_size):
            views = self._face.replaced(np.stack([self.in_crop(gone) for _, gone in some]))
            self._known |= zip((key for key, _ in some), self._score.measure(views).tolist(), strict=True)
        return [self._known[key] for key in keys]

    def of_crops(self, crops: Sequence[NDArray[np.uint8]]) -> list[float]:
        """The targets of the same face with other pixels, (h, w, 3) uint8 RGB each."""
        found: list[float] = []
        for some in batched(crops, self._score.batch_size):
            regions = [replace(self.finding.region, crop=crop) for crop in some]
            found += self._score.measure(self._detector.preprocess(regions)).tolist()
        return found

    def in_crop(self, gone: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Pixels chosen at any smaller size → (h, w) bool, the crop's."""
        height, width = self.finding.region.crop.shape[:2]
        return cv2.resize(gone.view(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST).astype(bool)


def top_fraction_mask(order_: NDArray[np.intp], share: float, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """The first `share` of the pixels, in [0, 1]: bool of that shape."""
    chosen = np.zeros(shape[0] * shape[1], bool)
    chosen[order_[: round(share * len(order_))]] = True
    return chosen.reshape(shape)
