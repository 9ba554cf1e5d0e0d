"""What an explanation is."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from forensics.checks import check, read_only


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Where in one face the network's answer comes from.

    heat_map: (h, w) float32 in crop pixels, signed and unscaled: above zero speaks for the target, below zero against
    it. method and target are names of the registries in `explain.methods` and `explain.targets`.
    """

    face_id: int
    method: str
    target: str
    heat_map: NDArray[np.float32] = field(repr=False)
    seconds: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "heat_map", read_only(self.heat_map, (None, None), np.float32, "heat_map"))
        check(bool(np.isfinite(self.heat_map).all()), "heat_map must be finite")
