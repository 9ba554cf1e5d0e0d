"""What was forged in a frame of which the original is known: where the two differ, if that tells."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.hull import hull_mask, odd_kernel_size

SMOOTHING_SHARE = 0.12
"""Share of the face's side: the filter that joins the differences of single features to a region."""

MIN_CONTRAST = 2.2
"""How many times stronger than around the face the difference inside it has to be for a mask to be taken from it."""

NOISE_LEVEL = 2.0
"""Levels by which two compressions of the same surroundings differ anyway, at the least."""

STRONG_SHARE = 0.3
"""Share of the strongest difference (the 95th percentile in the face, above the surroundings') of a forged pixel."""

AREA_RANGE = (0.35, 1.2)
"""Smallest and largest believed mask over the area of the face's hull."""


def color_difference(forged: NDArray[np.uint8], original: NDArray[np.uint8], side: float) -> NDArray[np.float32]:
    """(H, W) float32: the largest difference of a pixel's colors in levels, smoothed over a face of that side."""
    apart = cv2.absdiff(forged, original).max(axis=2).astype(np.float32)
    size = odd_kernel_size(SMOOTHING_SHARE * side)
    return cv2.GaussianBlur(apart, (size, size), 0)


def pair_mask(
    forged: NDArray[np.uint8], original: NDArray[np.uint8], mesh: NDArray[np.float32]
) -> NDArray[np.float32] | None:
    """(H, W) float32 in [0, 1], or None where the difference does not tell. mesh: (468, 2), of the forged face.

    It does not where the two are not of one moment or differ all over, or by their compression alone. A swap leaves
    cheeks alike and changes eyes and mouth, so the mask is the convex hull of all that differs strongly in the face.
    """
    if forged.shape != original.shape:
        return None
    side = float(np.ptp(mesh, axis=0).max())
    apart, face = color_difference(forged, original, side), hull_mask(mesh, "face", *forged.shape[:2]) > 0
    if not 0 < face.sum() < 0.95 * face.size:
        return None
    background = max(NOISE_LEVEL, float(apart[~face].mean()))
    if apart[face].mean() < MIN_CONTRAST * background:
        return None
    level = background + STRONG_SHARE * (float(np.percentile(apart[face], 95)) - background)
    points = cv2.findNonZero(((apart > level) & face).astype(np.uint8))
    mask = cv2.fillConvexPoly(np.zeros(face.shape, np.uint8), cv2.convexHull(points), 1)
    if not AREA_RANGE[0] < mask.sum() / face.sum() < AREA_RANGE[1]:
        return None
    edge = odd_kernel_size(0.06 * side)
    return np.clip(cv2.GaussianBlur(mask.astype(np.float32), (edge, edge), 0), 0, 1)
