"""Which faces get a number at all: classic measures of a crop against the range that the calibration saw.

What no measure here tells: a face behind a hand, a mask or hair. Only plain or clipped areas count as covered.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import size_rejection_reason
from forensics.faces.detection import CROP_MARGIN
from forensics.facts import Fact
from forensics.types.analysis import FaceRegion
from forensics.types.model_card import DetectorCard, Interval, QualityGate
from forensics.types.reasons import ReasonCode

QUALITY_FACE_SIZE = 64
"""Shorter side, in pixels, to which a face is shrunk before it is measured, so that a large but empty enlargement is no
sharper than what it was made from. Twice the smallest face that is evaluated."""

REBLUR_SIGMA = 1.5
"""Standard deviation, in pixels of the face at QUALITY_FACE_SIZE, of the blur that tells a sharp face from a blurred
one."""

LAPLACIAN_VARIANCE_FLOOR = 0.1
"""Added to the variance of the Laplacian after that blur: the rounding of a face without detail is no detail."""

BLOCKINESS_WINDOW = 256
"""Side of the middle of a face in which the grid of a compression is sought: more only takes longer."""

TAIL_QUANTILE = 0.005
"""Share of the calibration faces beyond each end of a measure's range, before its margin."""

RANGE_MARGIN = 1.5
"""By how much a range is widened, as a factor of each end's distance from the measure's zero: training has seen its
pictures recompressed and blurred, the calibration faces are as they were found."""

GRAIN_MARGIN = 2.0
"""The same at the upper end of sharpness: a sharp picture shows traces best, only heavy grain is to be refused."""

MAX_COVERED = 0.4
"""Share of a face from which plain and clipped areas are too much, if the calibration faces do not reach it: a box
around a face holds some background too."""

FLAT_GRAY_RANGE = 2
"""Gray levels, of 256, within which an area is plain: no camera's picture of skin has so little noise after 8 bits."""

CLIPPED_LEVELS = (8, 250)
"""All three colors under the first or over the second: black or white."""

MAX_LANDMARKS_OUTSIDE = 1
"""How many of the five landmarks may lie beyond the border of the picture."""


class FaceQuality(NamedTuple):
    """How a face is to look at.

    sharpness: how much fine detail a further blur takes from the face at QUALITY_FACE_SIZE; blurring lowers it, noise
    raises it. blockiness: step across the lines of the strongest 8 × 8 grid over that across all other lines; 1 = no
    grid. covered: share of the face that is plain or clipped, in [0, 1]. brightness, contrast: mean and standard
    deviation of the gray levels, 0 to 255."""

    sharpness: float
    blockiness: float
    covered: float
    brightness: float
    contrast: float


def rejection_reason(region: FaceRegion, card: DetectorCard, measured: FaceQuality | None = None) -> Fact | None:
    """Why this face gets no number; None where it is fit to be judged.

    measured: of this region, where that was done before. A card without a gate looks at size and border only.
    """
    reason = size_rejection_reason(region.box, card) or _cut_off(region)
    if reason is not None or card.gate is None:
        return reason
    return _unlike_calibration(measure_quality(region) if measured is None else measured, card.gate)


def _cut_off(region: FaceRegion) -> Fact | None:
    if region.landmarks is None:
        return None
    left, top, right, bottom = region.crop_box
    x, y = region.landmarks.T
    cut = int(((x < left) | (x >= right) | (y < top) | (y >= bottom)).sum())
    return None if cut <= MAX_LANDMARKS_OUTSIDE else Fact(ReasonCode.FACE_CUT_OFF, {"points": cut})


def _unlike_calibration(measured: FaceQuality, gate: QualityGate) -> Fact | None:
    outside = (
        (measured.blockiness > gate.blockiness.most, ReasonCode.TOO_COMPRESSED),
        (measured.covered > gate.covered.most, ReasonCode.MOSTLY_COVERED),
        (measured.brightness < gate.brightness.least, ReasonCode.TOO_DARK),
        (measured.brightness > gate.brightness.most, ReasonCode.TOO_BRIGHT),
        (measured.contrast < gate.contrast.least, ReasonCode.TOO_LITTLE_CONTRAST),
        (measured.contrast > gate.contrast.most, ReasonCode.TOO_MUCH_CONTRAST),
        (measured.sharpness < gate.sharpness.least, ReasonCode.TOO_BLURRED),
        (measured.sharpness > gate.sharpness.most, ReasonCode.TOO_GRAINY),
    )
    code = next((code for is_outside, code in outside if is_outside), None)
    if code is None:
        return None
    return Fact(code, {"share": measured.covered} if code == ReasonCode.MOSTLY_COVERED else {})


def measure_quality(region: FaceRegion) -> FaceQuality:
    """The measures of the part of the crop that lies inside the face box."""
    face = _face_pixels(region)
    small = _downscale(
        _downscale(face, 4 * QUALITY_FACE_SIZE).astype(np.float32), QUALITY_FACE_SIZE
    )  # large ones in whole numbers first: faster
    gray = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    return FaceQuality(
        sharpness=sharpness(gray),
        blockiness=blockiness(face),
        covered=covered(small, gray),
        brightness=float(gray.mean()),
        contrast=float(gray.std()),
    )


def sharpness(gray: NDArray[np.float32]) -> float:
    """(h, w) float32 gray levels → variance of the Laplacian over the same after a further blur.

    What is blurred already loses little by more of it (Crete, Dolmiere, Ladret & Nicolas, The blur effect, SPIE 2007).
    """
    edge = min(gray.shape) // 16  # where the mirrored border bends every slope
    fine, coarse = (
        float(cv2.Laplacian(picture, cv2.CV_32F)[edge : len(picture) - edge, edge : picture.shape[1] - edge].var())
        for picture in (gray, cv2.GaussianBlur(gray, (0, 0), REBLUR_SIGMA))
    )
    return fine / (coarse + LAPLACIAN_VARIANCE_FLOOR)


def _face_pixels(region: FaceRegion) -> NDArray[np.uint8]:
    """The pixels of the face box; of a whole picture taken as one face its middle, as if it had a crop's margin."""
    box, cut = region.box, region.crop_box
    if box != cut:
        return region.crop[box.top - cut.top : box.bottom - cut.top, box.left - cut.left : box.right - cut.left]
    down, right = (round(side * (1 - 1 / CROP_MARGIN) / 2) for side in (box.height, box.width))
    return region.crop[down : box.height - down, right : box.width - right]


def _downscale(face: NDArray[Any], shorter: int) -> NDArray[Any]:
    scale = shorter / min(face.shape[:2])
    return face if scale >= 1 else cv2.resize(face, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def blockiness(face: NDArray[np.uint8]) -> float:
    """(h, w, 3) uint8 RGB → how strongly an 8 × 8 grid stands out, at any offset, in the weaker of the two directions.

    After Wang, Bovik & Evans, Blind measurement of blocking artifacts in images, ICIP 2000, in the pixels' own domain.
    """
    height, width = (min(side, BLOCKINESS_WINDOW) for side in face.shape[:2])
    top, left = (face.shape[0] - height) // 2, (face.shape[1] - width) // 2
    gray = cv2.cvtColor(face[top : top + height, left : left + width], cv2.COLOR_RGB2GRAY).astype(np.float32)
    return min(_strongest_phase_ratio(np.abs(np.diff(gray, axis=axis)).mean(axis=1 - axis)) for axis in (0, 1))


def _strongest_phase_ratio(steps: NDArray[np.float32]) -> float:
    """Mean steps across the lines of a face, one after the other → the strongest of eight phases over the others.

    The median of a phase's lines, because one hard edge is no grid. A tenth of a gray level keeps plain faces at 1.
    """
    phases = np.array([np.median(steps[phase::8]) for phase in range(min(8, len(steps)))]) + 0.1
    strongest = phases.argmax()
    return float(phases[strongest] / np.delete(phases, strongest).mean())


def covered(face: NDArray[np.float32], gray: NDArray[np.float32]) -> float:
    """Share of pixels that are clipped, or in a plain area of 5 × 5 or more, in [0, 1].

    face: (h, w, 3) float32 RGB, 0 to 255. gray: (h, w) float32, its gray levels.
    """
    window = np.ones((5, 5), np.uint8)
    plain = (cv2.dilate(gray, window) - cv2.erode(gray, window) <= FLAT_GRAY_RANGE).astype(np.uint8)
    clipped = (face.max(axis=2) <= CLIPPED_LEVELS[0]) | (face.min(axis=2) >= CLIPPED_LEVELS[1])
    return float(((cv2.dilate(plain, window) > 0) | clipped).mean())


def fit_gate(regions: Iterable[FaceRegion]) -> QualityGate:
    """The ranges of these faces, at least one, each widened by RANGE_MARGIN."""
    rows = np.array([measure_quality(region) for region in regions])
    low, high = (FaceQuality(*np.quantile(rows, q, axis=0).tolist()) for q in (TAIL_QUANTILE, 1 - TAIL_QUANTILE))
    return QualityGate(
        sharpness=Interval(low.sharpness / RANGE_MARGIN, high.sharpness * GRAIN_MARGIN),
        blockiness=Interval(1.0, high.blockiness * RANGE_MARGIN),
        covered=Interval(0.0, max(MAX_COVERED, high.covered)),
        brightness=Interval(low.brightness / RANGE_MARGIN, 255 - (255 - high.brightness) / RANGE_MARGIN),
        contrast=Interval(low.contrast / RANGE_MARGIN, high.contrast * RANGE_MARGIN),
        n=len(rows),
    )
