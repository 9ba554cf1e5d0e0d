"""Self-blended images (Shiohara & Yamasaki, *Detecting Deepfakes with Self-Blended Images*, CVPR 2022).

A face is changed slightly and laid back over itself inside a deformed landmark hull. What stays is what every swap
leaves behind: a seam, and two statistics of color, sharpness and noise on its two sides. Nobody is impersonated, any
photograph will do, and the mask says exactly which side a pixel is from.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.blending import poisson_clone
from forensics.synthesis.compositing import alpha_composite
from forensics.synthesis.forgery import Forgery
from forensics.synthesis.hull import deform_and_feather, hull_mask

PART_WEIGHTS = {"face": 0.2, "inner face": 0.4, "lower face": 0.12, "eyes": 0.1, "nose": 0.06, "mouth": 0.12}
"""How often each part is blended: swaps of the inner face are the commonest forgery, montages of parts the rarer."""

BLEND_RATIOS = (0.5, 0.75, 1.0, 1.0, 1.0)
"""Opacity of the changed face; the paper's 0.25 leaves differences under one gray level after a recompression."""

POISSON_SHARE = 0.25
"""Share blended in the gradient domain (Pérez et al., 2003), as OpenForensics does, instead of by opacity."""


def self_blend(
    image: NDArray[np.uint8], mesh: NDArray[np.float32], generator: np.random.Generator, part: str | None = None
) -> Forgery:
    """Forge the face of `image` (H, W, 3) uint8 RGB, whose mesh is (468, 2) in pixels. part: a name of `hull.PARTS`."""
    if part is None:
        part = str(generator.choice(list(PART_WEIGHTS), p=list(PART_WEIGHTS.values())))
    face_side = float(np.ptp(mesh, axis=0).max())
    mask = deform_and_feather(hull_mask(mesh, part, *image.shape[:2]), face_side, generator)
    if generator.random() < 0.5:
        source, target = _change(image, generator), image
    else:  # as in the paper, the surroundings may be the changed side, so that neither side has a typical look
        source, target = image, _change(image, generator)
    source = _move(source, mesh.mean(axis=0), face_side, generator)
    if generator.random() < POISSON_SHARE and (mask > 0.5).any():
        cloned = poisson_clone(source, target, mask > 0)
        return Forgery(alpha_composite(cloned, target, mask), mask, f"self-blended {part}, Poisson")
    ratio = float(generator.choice(BLEND_RATIOS))
    weight = mask[..., None] * ratio
    blended = source * weight + target * (1 - weight)
    return Forgery(np.clip(blended + 0.5, 0, 255).astype(np.uint8), mask, f"self-blended {part}, opacity {ratio:g}")


def _change(image: NDArray[np.uint8], generator: np.random.Generator) -> NDArray[np.uint8]:
    """Shift the colors, then blur by a detour through fewer pixels, sharpen, or add noise."""
    strength = generator.uniform(0.2, 1)
    gain = 1 + strength * generator.uniform(-0.15, 0.15, 3)  # of each color
    offset = strength * generator.uniform(-18, 18, 3)  # in gray levels
    pixels = image * gain.astype(np.float32) + offset.astype(np.float32)
    mean = pixels.mean()
    pixels = (pixels - mean) * np.float32(1 + strength * generator.uniform(-0.15, 0.15)) + mean  # contrast
    pixels = np.clip(pixels, 0, 255)
    height, width = image.shape[:2]
    kind = generator.random()
    if kind < 0.45:
        factor = generator.uniform(0.3, 0.8)
        small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        pixels = cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)
    elif kind < 0.7:
        soft = cv2.GaussianBlur(pixels, (0, 0), generator.uniform(0.8, 1.8))
        pixels += (pixels - soft) * np.float32(generator.uniform(0.4, 1.5))
    elif kind < 0.85:
        pixels += generator.normal(0, generator.uniform(1, 7), pixels.shape).astype(np.float32)
    return np.clip(pixels + 0.5, 0, 255).astype(np.uint8)


def _move(
    image: NDArray[np.uint8], center: NDArray[np.float32], face_side: float, generator: np.random.Generator
) -> NDArray[np.uint8]:
    """Shift by up to 4 %, scale by up to 5 % and turn by up to 3 degrees around the face."""
    turn = cv2.getRotationMatrix2D(center.tolist(), generator.uniform(-3, 3), generator.uniform(0.95, 1.05))
    turn[:, 2] += generator.uniform(-0.04, 0.04, 2) * face_side
    height, width = image.shape[:2]
    return cv2.warpAffine(image, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT)
