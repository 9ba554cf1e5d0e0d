"""The forgery families, each by the name the network, the benchmark and the pages know it by."""

from collections.abc import Callable, Sequence

import numpy as np

from forensics.synthesis.forgery import Forgery, Sitter
from forensics.synthesis.self_blend import self_blend

Forge = Callable[[Sitter, Sequence[Sitter], np.random.Generator], Forgery]
"""From the face to forge, other people's faces to borrow from, and the source of chance. The same seed gives the same
forgery; the inputs stay as they are; outside the mask the forgery is the target, pixel by pixel."""


def _self_blend(target: Sitter, donors: Sequence[Sitter], generator: np.random.Generator) -> Forgery:
    return self_blend(target.image, target.mesh, generator)


FAMILIES: dict[str, Forge] = {
    "self_blend": _self_blend,
}
