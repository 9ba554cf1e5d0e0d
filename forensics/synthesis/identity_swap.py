"""Identity swaps: another person's face, aligned, its colours adapted, blended in.

The workflow of OpenForensics (Le et al., ICCV 2021, section 3) with a photograph of another person in the place of the
generated face: any number of new identities without training anything for a person.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.blending import blend_bands, clone_gradients
from forensics.synthesis.color_match import adapt_colours
from forensics.synthesis.compositing import face_window, lay_over
from forensics.synthesis.degradation import match_grain, vary
from forensics.synthesis.donors import MARGIN, choose_donor
from forensics.synthesis.forgery import Forgery, Sitter
from forensics.synthesis.hull import deform_and_soften, hull_mask
from forensics.synthesis.warp import warp_affine

PART_WEIGHTS = {"inner face": 0.55, "face": 0.25, "lower face": 0.2}

BLEND_WEIGHTS = {"feathered": 0.35, "Poisson": 0.45, "in two bands": 0.2}
"""Poisson most often: it is what OpenForensics and the common programs do."""

GRAIN_SHARE = 0.4
"""Share of forgeries whose maker matched the grain."""


def identity_swap(target: Sitter, donors: Sequence[Sitter], generator: np.random.Generator) -> Forgery:
    """Lay another person's face over the target's, inside a soft outline of chance."""
    donor = choose_donor(target, donors, generator)
    window = face_window(target, MARGIN)
    near = window.cut(target)
    part = str(generator.choice(list(PART_WEIGHTS), p=list(PART_WEIGHTS.values())))
    mask = _outline(near, part, generator)
    solid = mask >= mask.max() / 2
    source = warp_affine(Sitter(vary(donor.image, generator), donor.mesh), near.mesh, *mask.shape)
    source = adapt_colours(source, near.image, solid, generator)
    if generator.random() < GRAIN_SHARE:
        source = match_grain(source, near.image, generator)
    image, mask, blend = _blend(source, near.image, mask, generator)
    return window.put_back(Forgery(image, mask, f"swapped {part}, {blend}"), target)


def _outline(face: Sitter, part: str, generator: np.random.Generator) -> NDArray[np.float32]:
    """A soft mask of the part, drawn on a smaller face: bent and softened it keeps off the hair behind the jaw."""
    middle = face.mesh.mean(axis=0)
    smaller = (face.mesh - middle) * np.float32(generator.uniform(0.82, 0.96)) + middle
    return deform_and_soften(
        hull_mask(smaller, part, *face.image.shape[:2]), float(np.ptp(smaller, axis=0).max()), generator
    )


def _blend(
    source: NDArray[np.uint8], target: NDArray[np.uint8], mask: NDArray[np.float32], generator: np.random.Generator
) -> tuple[NDArray[np.uint8], NDArray[np.float32], str]:
    """The blended picture, the mask of what it changed, and the blend's name."""
    blend = str(generator.choice(list(BLEND_WEIGHTS), p=list(BLEND_WEIGHTS.values())))
    if blend == "in two bands":
        return *blend_bands(source, target, mask, generator.uniform(2, 6)), blend
    if blend == "Poisson":
        if generator.random() < 0.5:
            mask = (mask > 0.5).astype(np.float32)
        source = clone_gradients(source, target, mask > 0)
    return lay_over(source, target, mask), mask, blend
