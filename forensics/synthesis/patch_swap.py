"""Low-resolution patches: Deepfakes (autoencoder swaps), one of the four attacks of FaceForensics++.

An autoencoder gives back a small, smooth square; it is warped onto the face and laid over it in a rectangle, a rounded
rectangle or an oval with a smoothed edge. What it leaves is a region of less detail with a shape of its own.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.faces.landmarks import INNER_FACE
from forensics.synthesis.color_match import adapt_colors
from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.degradation import add_noise, compress, match_grain
from forensics.synthesis.donors import MARGIN, choose_donor
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.warp import similarity_transform

DRAFT_SIDE = 160  # pixels; the face's square before it is made small
OUTER_EYES = (33, 263)
SELF_SHARE = 0.35
"""Share made of the target's own face: then resolution and smoothness are the only traces."""


def patch_swap(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Lay a low-resolution rendering of a face, somebody else's or the target's own, over the target's inner face."""
    window = face_window(target, MARGIN)
    near = window.cut(target)
    own = generator.random() < SELF_SHARE
    source = near if own else choose_donor(target, donors, generator)
    to_square = _face_square(near.mesh)
    mask = _patch(near.image.shape[:2], to_square, generator)
    solid = mask >= mask.max() / 2
    side = int(generator.integers(36, 129))
    image = _through_autoencoder(source, near, to_square, side, generator)
    if not own:
        image = adapt_colors(image, near.image, solid, generator)
    image = _shift_colors(image, generator)
    if generator.random() < 0.25:
        image = match_grain(image, near.image, generator)
    whose = "own" if own else "another"
    return window.put_back(
        Forgery(alpha_composite(image, near.image, mask), mask, f"patch of {side} px, {whose} face"), target
    )


def _face_square(mesh: NDArray[np.float32]) -> NDArray[np.float64]:
    """The (2, 3) map that takes the inner face, upright, to the square from -1 to 1."""
    left, right = mesh[list(OUTER_EYES)]
    angle = np.arctan2(right[1] - left[1], right[0] - left[0])
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    points = mesh[list(INNER_FACE)] @ turn.T
    low, high = points.min(axis=0), points.max(axis=0)
    scale = 2 / (high - low)
    return np.column_stack([scale[:, None] * turn, -scale * (low + high) / 2])


def _patch(
    shape: tuple[int, int], to_square: NDArray[np.float64], generator: np.random.Generator
) -> NDArray[np.float32]:
    """(h, w) float32: a superellipse |u|ᵖ + |v|ᵖ ≤ 1, an oval at p = 2, a rectangle for large p; its edge is smooth."""
    x, y = np.arange(shape[1], dtype=np.float32), np.arange(shape[0], dtype=np.float32)[:, None]
    size = generator.uniform(0.8, 1.1, (2, 1))
    (a, b, c), (d, e, f) = ((to_square + [[0, 0, s] for s in generator.uniform(-0.05, 0.05, 2)]) / size).astype(
        np.float32
    )
    u, v = np.abs(a * x + b * y + c), np.abs(d * x + e * y + f)
    power = float(np.exp(generator.uniform(np.log(2), np.log(24))))
    distance = (u**power + v**power) ** np.float32(1 / power)
    edge = generator.uniform(0.04, 0.35)
    t = np.clip((1 - distance) / edge, 0, 1)
    return t * t * (3 - 2 * t)


def _through_autoencoder(
    source: FaceImage, near: FaceImage, to_square: NDArray[np.float64], side: int, generator: np.random.Generator
) -> NDArray[np.uint8]:
    """The source's face on the target's points, as a network of side × side pixels would give it back."""
    reach = generator.uniform(1.15, 1.35)  # the square ends outside of every patch
    draft = np.vstack([(to_square / reach + [[0, 0, 1]] * 2) * DRAFT_SIDE / 2, [0, 0, 1]])
    align = np.vstack([similarity_transform(source.mesh, near.mesh), [0, 0, 1]])
    square = cv2.warpAffine(
        source.image,
        (draft @ align)[:2],
        (DRAFT_SIDE, DRAFT_SIDE),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REFLECT,
    )
    small = cv2.resize(square, (side, side), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), generator.uniform(0.3, 0.9))
    small = _bend(small, generator)
    if generator.random() < 0.3:
        small = add_noise(small, generator.uniform(0.5, 3), 3, generator)
    if generator.random() < 0.3:
        small = compress(small, int(generator.integers(60, 96)))
    back = np.linalg.inv(np.diag([side / DRAFT_SIDE, side / DRAFT_SIDE, 1]) @ draft)[:2]
    height, width = near.image.shape[:2]
    kind = int(generator.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC]))
    return cv2.warpAffine(small, back, (width, height), flags=kind, borderMode=cv2.BORDER_REPLICATE)


def _bend(image: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """Shift parts of the face by up to 2 % of its side: a network does not draw every line where it was."""
    side = image.shape[0]
    field = generator.uniform(-0.02, 0.02, (5, 5, 2)).astype(np.float32) * side
    x, y = np.meshgrid(np.arange(side, dtype=np.float32), np.arange(side, dtype=np.float32))
    shift = cv2.resize(field, (side, side), interpolation=cv2.INTER_CUBIC)
    return cv2.remap(image, np.dstack([x, y]) + shift, None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _shift_colors(image: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """By up to 5 % and 5 gray levels for each color."""
    levels = np.arange(256)[:, None] * generator.uniform(0.95, 1.05, 3) + generator.uniform(-5, 5, 3)
    return cv2.LUT(image, np.clip(levels + 0.5, 0, 255).astype(np.uint8)[None])
