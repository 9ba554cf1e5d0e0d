"""The forgery families, each by the name the network, the benchmark and the pages know it by."""

from collections.abc import Callable, Sequence

import numpy as np

from forensics.synthesis.forgery import Forgery, Sitter
from forensics.synthesis.hull_swap import hull_swap
from forensics.synthesis.identity_swap import identity_swap
from forensics.synthesis.patch_swap import patch_swap
from forensics.synthesis.reenactment import reenactment
from forensics.synthesis.resynthesis import resynthesis
from forensics.synthesis.retouch import retouch
from forensics.synthesis.self_blend import self_blend
from forensics.synthesis.splice import splice

Forge = Callable[[Sitter, Sequence[Sitter], np.random.Generator], Forgery]
"""From the face to forge, other people's faces to borrow from, and the source of chance. The same seed gives the same
forgery; the inputs stay as they are; outside the mask the forgery is the target, pixel by pixel, but for self-blending,
whose changed side may be the surroundings."""


def _self_blend(target: Sitter, donors: Sequence[Sitter], generator: np.random.Generator) -> Forgery:
    return self_blend(target.image, target.mesh, generator)


FAMILIES: dict[str, Forge] = {
    "self_blend": _self_blend,
    "identity_swap": identity_swap,
    "hull_swap": hull_swap,
    "patch_swap": patch_swap,
    "reenactment": reenactment,
    "splice": splice,
    "retouch": retouch,
    "resynthesis": resynthesis,
}
