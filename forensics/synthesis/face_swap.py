"""Face swaps: one person's face, or a part of it, laid over another's.

The classical recipe (Kowalski's FaceSwap, 2016; the swaps of OpenForensics): align by landmarks, match the colors,
blend inside the landmark hull. What it leaves are a seam and two statistics on its sides.
"""

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.color_match import match_colors
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import hull_mask, odd_kernel_size
from forensics.synthesis.poisson import blend_gradients
from forensics.synthesis.warp import warp_affine

Blend = Literal["feather", "poisson"]

EDGE = 0.07
"""By how much of the face's side the hull is made smaller, and how wide its softened edge is: narrower shows a line or
takes colors from behind the jaw, wider fades the face away."""


def swap_face(
    source: NDArray[np.uint8],
    source_mesh: NDArray[np.float32],
    target: NDArray[np.uint8],
    target_mesh: NDArray[np.float32],
    part: str,
    blend: Blend,
) -> Forgery:
    """Lay the part of the source's face over the target's.

    Pictures are (H, W, 3) uint8 RGB, meshes (468, 2) in pixels of their picture, part is a name of `hull.PARTS`.
    """
    height, width = target.shape[:2]
    aligned = warp_affine(FaceImage(source, source_mesh), target_mesh, height, width)
    hull = hull_mask(target_mesh, part, height, width)
    aligned = match_colors(aligned, target, hull > 0)
    edge = odd_kernel_size(EDGE * float(np.ptp(target_mesh, axis=0).max()))
    inner = cv2.erode(hull, np.ones((edge, edge), np.uint8))  # the jaw of the mesh is wider than a turned head's
    if blend == "poisson":
        inner[[0, -1]] = inner[:, [0, -1]] = 0  # the picture's border has no neighbors to take its color from
        return Forgery(blend_gradients(aligned, target, inner > 0), inner, f"swapped {part}, Poisson")
    mask = cv2.GaussianBlur(inner, (edge, edge), 0)  # reaches as far as the hull and not beyond
    mixed = aligned * mask[..., None] + target * (1 - mask[..., None])
    return Forgery(np.clip(mixed + 0.5, 0, 255).astype(np.uint8), mask, f"swapped {part}, feathered")
