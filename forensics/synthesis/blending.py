"""Ways to lay one face over another so that nothing outside the mask changes: the mask stays ground truth."""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.hull import odd_kernel_size

N_SWEEPS = 6
"""Averagings at each size of the membrane: more come nearer to the exact solution and cost as much again."""


def laplacian_pyramid_blend(
    source: NDArray[np.uint8], target: NDArray[np.uint8], mask: NDArray[np.float32], reach: float
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Coarse structure over a wide edge, fine structure over the mask's own (two bands of Burt & Adelson, 1983).

    reach: half the width of the wide edge in pixels. Returns the picture and the mask of what the blend has touched.
    """
    size = odd_kernel_size(2 * reach)
    wide = cv2.GaussianBlur(mask, (size, size), 0)
    coarse_source, coarse_target = (cv2.GaussianBlur(i.astype(np.float32), (size, size), 0) for i in (source, target))
    coarse = coarse_target + (coarse_source - coarse_target) * wide[..., None]
    fine_target = target - coarse_target
    fine = fine_target + (source - coarse_source - fine_target) * mask[..., None]
    touched = np.maximum(mask, wide)
    return np.clip(coarse + fine + 0.5, 0, 255).astype(np.uint8), touched


def poisson_clone(source: NDArray[np.uint8], target: NDArray[np.uint8], inside: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The source plus a membrane that takes it to the target's colors at the edge of `inside`.

    What `poisson.blend_gradients` solves exactly, and too slowly for training: there f − s is harmonic inside, and
    equals target − source on the ring around it (Farbman et al., *Convolution Pyramids*, 2011, speaks of the membrane).
    """
    ring = cv2.dilate(inside.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & ~inside
    if not ring.any():
        return target.copy()
    difference = target.astype(np.float32) - source
    cloned = np.clip(source + _membrane(difference, ring) + 0.5, 0, 255).astype(np.uint8)
    return np.where(inside[..., None], cloned, target)


def _membrane(values: NDArray[np.float32], known: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Values (h, w, 3) where known, smooth between: solved at half the size first, then averaged over neighbors."""
    height, width = known.shape
    weight = known.astype(np.float32)
    if min(height, width) < 3:
        mean = (values * weight[..., None]).sum((0, 1)) / max(1.0, float(weight.sum()))
        return np.where(known[..., None], values, mean.astype(np.float32))
    half = ((width + 1) // 2, (height + 1) // 2)
    share = cv2.resize(weight, half, interpolation=cv2.INTER_AREA)
    coarse = cv2.resize(values * weight[..., None], half, interpolation=cv2.INTER_AREA)
    coarse = _membrane(coarse / np.maximum(share, 1e-6)[..., None], share > 1e-6)
    filled = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR)
    fixed, given = known.astype(np.uint8), np.ascontiguousarray(values)
    for _ in range(N_SWEEPS):
        cv2.copyTo(given, fixed, filled)
        filled = cv2.blur(filled, (3, 3))
    return filled
