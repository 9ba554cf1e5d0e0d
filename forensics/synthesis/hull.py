"""Soft masks of parts of a face, from the 468 points of the mesh."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.landmarks import FACE_OVAL, INNER_FACE

LEFT_EYE = (70, 63, 105, 66, 107, 55, 193, 245, 128, 121, 120, 119, 118, 117, 111, 143, 156)
RIGHT_EYE = (336, 296, 334, 293, 300, 383, 372, 340, 346, 347, 348, 349, 350, 357, 465, 417, 285)
NOSE = (168, 122, 174, 198, 49, 48, 219, 218, 79, 238, 2, 458, 309, 438, 439, 278, 279, 420, 399, 351)
MOUTH = (164, 167, 92, 186, 57, 43, 106, 182, 83, 18, 313, 406, 335, 273, 287, 410, 322, 393)
LOWER_FACE = (
    *(137, 123, 50, 36, 198, 4, 420, 266, 280, 352, 366),  # from cheek to cheek under the eyes
    *(401, 435, 367, 364, 394, 395, 369, 396, 175),  # down to the chin
    *(171, 140, 170, 169, 135, 138, 215, 177),
)

PARTS: dict[str, tuple[Sequence[int], ...]] = {
    "face": (FACE_OVAL,),
    "inner face": (INNER_FACE,),
    "lower face": (LOWER_FACE,),
    "eyes": (LEFT_EYE, RIGHT_EYE),
    "nose": (NOSE,),
    "mouth": (MOUTH,),
}
"""Outlines a forgery may follow, as indices of the mesh."""


def hull_mask(mesh: NDArray[np.float32], part: str, height: int, width: int) -> NDArray[np.float32]:
    """mesh: (468, 2) x, y in pixels. Returns (height, width) float32, 1 inside the hulls of the part."""
    mask = np.zeros((height, width), np.uint8)
    for outline in PARTS[part]:
        points = cv2.convexHull(mesh[list(outline)].round().astype(np.int32))
        cv2.fillConvexPoly(mask, points, 1)
    return mask.astype(np.float32)


def deform_and_feather(
    mask: NDArray[np.float32], face_side: float, generator: np.random.Generator
) -> NDArray[np.float32]:
    """Bend the outline elastically, grow or shrink it, and soften its edge, all relative to the face's side in pixels.

    Returns a mask of the same shape in [0, 1] (Shiohara & Yamasaki, CVPR 2022, section 3.2: deformed hull, two blurs).
    """
    height, width = mask.shape
    strength = generator.uniform(0, 0.06) * face_side
    coarse = generator.uniform(-strength, strength, (2, 5, 5)).astype(np.float32)
    shift = [cv2.resize(field, (width, height), interpolation=cv2.INTER_CUBIC) for field in coarse]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    bent = cv2.remap(mask, x + shift[0], y + shift[1], cv2.INTER_LINEAR)

    edge = odd_kernel_size(generator.uniform(0.02, 0.16) * face_side)
    level = generator.uniform(0.25, 0.75)  # where the first blur is cut decides whether the outline grows or shrinks
    cut = (cv2.GaussianBlur(bent, (edge, edge), 0) > level).astype(np.float32)
    edge = odd_kernel_size(generator.uniform(0.01, 0.14) * face_side)
    return np.clip(cv2.GaussianBlur(cut, (edge, edge), 0), 0, 1)


def odd_kernel_size(pixels: float) -> int:
    """The nearest odd number of pixels, at least 1: the size of a filter."""
    return 2 * int(pixels // 2) + 1
