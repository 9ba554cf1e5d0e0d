"""Identity swaps: another person's face, aligned, its colors adapted, blended in.

The workflow of OpenForensics (Le et al., ICCV 2021, section 3) with a photograph of another person in the place of the
generated face: any number of new identities without training anything for a person.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.blending import laplacian_pyramid_blend, poisson_clone
from forensics.synthesis.color_match import adapt_colors
from forensics.synthesis.compositing import alpha_composite, face_window
from forensics.synthesis.degradation import degrade_source, match_grain
from forensics.synthesis.donors import MARGIN, choose_donor
from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull import deform_and_feather, hull_mask
from forensics.synthesis.warp import warp_affine

PART_WEIGHTS = {"inner face": 0.55, "face": 0.25, "lower face": 0.2}

BLEND_WEIGHTS = {"feathered": 0.35, "Poisson": 0.45, "in two bands": 0.2}
"""Poisson most often: it is what OpenForensics and the common programs do."""

GRAIN_SHARE = 0.4
"""Share of forgeries whose maker matched the grain."""


def identity_swap(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    """Lay another person's face over the target's, inside a soft outline of chance."""
    donor = choose_donor(target, donors, generator)
    window = face_window(target, MARGIN)
    near = window.cut(target)
    part = str(generator.choice(list(PART_WEIGHTS), p=list(PART_WEIGHTS.values())))
    mask = _outline(near, part, generator)
    solid = mask >= mask.max() / 2
    source = warp_affine(FaceImage(degrade_source(donor.image, generator), donor.mesh), near.mesh, *mask.shape)
    source = adapt_colors(source, near.image, solid, generator)
    if generator.random() < GRAIN_SHARE:
        source = match_grain(source, near.image, generator)
    image, mask, blend = _blend(source, near.image, mask, generator)
    return window.put_back(Forgery(image, mask, f"swapped {part}, {blend}"), target)


def _outline(face: FaceImage, part: str, generator: np.random.Generator) -> NDArray[np.float32]:
    """A soft mask of the part, drawn on a smaller face: bent and softened it keeps off the hair behind the jaw."""
    middle = face.mesh.mean(axis=0)
    smaller = (face.mesh - middle) * np.float32(generator.uniform(0.82, 0.96)) + middle
    return deform_and_feather(
        hull_mask(smaller, part, *face.image.shape[:2]), float(np.ptp(smaller, axis=0).max()), generator
    )


def _blend(
    source: NDArray[np.uint8], target: NDArray[np.uint8], mask: NDArray[np.float32], generator: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.float32], str]:
    """The blended picture, the mask of what it changed, and the blend's name."""
    blend = str(generator.choice(list(BLEND_WEIGHTS), p=list(BLEND_WEIGHTS.values())))
    if blend == "in two bands":
        return *laplacian_pyramid_blend(source, target, mask, generator.uniform(2, 6)), blend
    if blend == "Poisson":
        if generator.random() < 0.5:
            mask = (mask > 0.5).astype(np.float32)
        source = poisson_clone(source, target, mask > 0)
    return alpha_composite(source, target, mask), mask, blend
