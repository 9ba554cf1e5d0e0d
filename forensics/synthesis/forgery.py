"""What goes into a forgery and what comes out of it."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class FaceImage(NamedTuple):
    """A face to forge or to borrow from. image: (H, W, 3) uint8 RGB; mesh: (468, 2) float32 x, y in its pixels."""

    image: NDArray[np.uint8]
    mesh: NDArray[np.float32]


class Forgery(NamedTuple):
    """image: (H, W, 3) uint8 RGB; mask: (H, W) float32 in [0, 1], 1 = manipulated; how: what was done, as text."""

    image: NDArray[np.uint8]
    mask: NDArray[np.float32]
    how: str
