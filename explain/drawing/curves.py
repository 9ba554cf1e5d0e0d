"""Deletion and insertion of one map, as every drawing shows them: its curves beside those of maps that know nothing."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explain.types import Faithfulness

CURVE_NAMES = ("deletion", "insertion")


class Curve(NamedTuple):
    """The target over PIXEL_FRACTIONS, (n,) each: of the map, of maps drawn at random (mean, and standard deviation
    around it), of the same network with randomized weights; None where the method has no map for that."""

    own: NDArray[np.float64]
    random: NDArray[np.float64]
    spread: NDArray[np.float64]
    randomised: NDArray[np.float64] | None


def build_curves(measured: Faithfulness) -> dict[str, Curve]:
    """By the names in CURVE_NAMES."""
    return {name: _curve(measured, name) for name in CURVE_NAMES}


def _curve(measured: Faithfulness, name: str) -> Curve:
    random = np.array([getattr(figures, name) for figures in measured.random])
    randomised = measured.randomised
    return Curve(
        np.array(getattr(measured.figures, name)),
        random.mean(0),
        random.std(0, ddof=1),
        None if randomised is None else np.array(getattr(randomised, name)),
    )
