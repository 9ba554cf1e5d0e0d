"""The forgery families, each by the name the network, the benchmark and the pages know it by."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from forensics.synthesis.forgery import FaceImage, Forgery
from forensics.synthesis.hull_swap import hull_swap
from forensics.synthesis.identity_swap import identity_swap
from forensics.synthesis.patch_swap import patch_swap
from forensics.synthesis.reenactment import reenactment
from forensics.synthesis.resynthesis import resynthesis
from forensics.synthesis.retouch import retouch
from forensics.synthesis.self_blend import self_blend
from forensics.synthesis.splice import splice
from forensics.types.family_names import FamilyName

ForgeryFunction = Callable[[FaceImage, Sequence[FaceImage], np.random.Generator], Forgery]
"""From the face to forge, other people's faces to borrow from, and the source of chance. The same seed gives the same
forgery; the inputs stay as they are; outside the mask the forgery is the target, pixel by pixel, but for self-blending,
whose changed side may be the surroundings."""


class Family(NamedTuple):
    """One family. forge: makes a forgery of it; the family itself can be called for that. share: of the forgeries that
    a training makes on the fly. steady: whether its choices do not depend on the frame, so that it can forge a video.
    """

    forge: ForgeryFunction
    share: float
    steady: bool = True

    def __call__(self, target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
        return self.forge(target, donors, generator)


def _self_blend(target: FaceImage, donors: Sequence[FaceImage], generator: np.random.Generator) -> Forgery:
    return self_blend(target.image, target.mesh, generator)


FAMILIES: dict[str, Family] = {
    FamilyName.SELF_BLEND: Family(_self_blend, 0.2, steady=False),
    FamilyName.IDENTITY_SWAP: Family(identity_swap, 0.13),
    FamilyName.HULL_SWAP: Family(hull_swap, 0.09),
    FamilyName.PATCH_SWAP: Family(patch_swap, 0.16),
    FamilyName.REENACTMENT: Family(reenactment, 0.09),
    FamilyName.SPLICE: Family(splice, 0.15),
    FamilyName.RETOUCH: Family(retouch, 0.06, steady=False),
    FamilyName.RESYNTHESIS: Family(resynthesis, 0.12),
}
"""The one registration: a new family is a file, a line here, its name in forensics/types/family_names.py, and its words
in each language."""

STEADY_FAMILIES = tuple(name for name, family in FAMILIES.items() if family.steady)
"""Self-blending may change the surroundings in place of the face, and the spots of retouching are drawn among the
pixels of the skin, which are others in every frame."""
