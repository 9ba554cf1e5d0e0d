"""Face swaps: one person's face, or a part of it, laid over another's.

The classical recipe (Kowalski's FaceSwap, 2016; the swaps of OpenForensics): align by landmarks, match the colours,
blend inside the landmark hull. What it leaves are a seam and two statistics on its sides.
"""

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.forgery import Forgery
from forensics.synthesis.hull import hull_mask, odd
from forensics.synthesis.poisson import blend_gradients

Blend = Literal["feather", "poisson"]

EDGE = 0.07
"""By how much of the face's side the hull is made smaller, and how wide its softened edge is: narrower shows a line or
takes colours from behind the jaw, wider fades the face away."""


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
    aligned = cv2.warpAffine(
        source,
        _alignment(source_mesh, target_mesh),
        (width, height),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REFLECT,
    )
    hull = hull_mask(target_mesh, part, height, width)
    aligned = match_colours(aligned, target, hull > 0)
    edge = odd(EDGE * float(np.ptp(target_mesh, axis=0).max()))
    inner = cv2.erode(hull, np.ones((edge, edge), np.uint8))  # the jaw of the mesh is wider than a turned head's
    if blend == "poisson":
        inner[[0, -1]] = inner[:, [0, -1]] = 0  # the picture's border has no neighbours to take its colour from
        return Forgery(blend_gradients(aligned, target, inner > 0), inner, f"swapped {part}, Poisson")
    mask = cv2.GaussianBlur(inner, (edge, edge), 0)  # reaches as far as the hull and not beyond
    mixed = aligned * mask[..., None] + target * (1 - mask[..., None])
    return Forgery(np.clip(mixed + 0.5, 0, 255).astype(np.uint8), mask, f"swapped {part}, feathered")


def _alignment(source_mesh: NDArray[np.float32], target_mesh: NDArray[np.float32]) -> NDArray[np.float64]:
    """The (2, 3) affine map of least squared error from the source's points to the target's."""
    points = np.column_stack([source_mesh, np.ones(len(source_mesh))])
    return np.linalg.lstsq(points, target_mesh, rcond=None)[0].T


def match_colours(
    image: NDArray[np.uint8], reference: NDArray[np.uint8], where: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Give the image the reference's mean and spread of each Lab channel inside `where` (Reinhard et al., 2001)."""
    lab, wanted = (cv2.cvtColor(pixels, cv2.COLOR_RGB2LAB).astype(np.float32) for pixels in (image, reference))
    spread = wanted[where].std(axis=0) / np.maximum(lab[where].std(axis=0), 1)
    moved = (lab - lab[where].mean(axis=0)) * spread + wanted[where].mean(axis=0)
    return cv2.cvtColor(np.clip(moved + 0.5, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)
