"""Superpixels: parts of a crop that follow its edges, as eyes, brows, cheeks and seams do."""

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.segmentation import slic

from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError

N_SUPERPIXELS = 50
"""Asked for; a face gets some 40. Each about a seventh of the crop wide: an eye with its lid, half a mouth."""

COMPACTNESS = 20.0
"""Weight of place against color. Twice the library's: with less, a cheek and the wall behind it become one large
part."""

SMOOTHING_SIGMA = 1.0
"""Pixels, standard deviation. Without it sensor noise breaks every part into crumbs, which are then merged into one."""

SEGMENTATION_SIDE = 224
"""A larger crop is divided at this size: its parts are as good and do not take seconds."""


def superpixels(crop: NDArray[np.uint8]) -> NDArray[np.int64]:
    """(h, w, 3) RGB → (h, w), the number of the part to which each pixel belongs, from 0 without a gap: SLIC (Achanta
    et al., TPAMI 2012), the same for the same crop.

    Raises ExplanationError (code `one_part`) where the crop cannot be divided.
    """
    height, width = crop.shape[:2]
    scale = min(1.0, SEGMENTATION_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = slic(
        cv2.resize(crop, size, interpolation=cv2.INTER_AREA),
        N_SUPERPIXELS,
        COMPACTNESS,
        sigma=SMOOTHING_SIGMA,
        start_label=0,
    )
    large = cv2.resize(small.astype(np.int32), (width, height), interpolation=cv2.INTER_NEAREST)
    parts, numbers = np.unique(large, return_inverse=True)
    if len(parts) == 1:
        raise ExplanationError(ExplanationCode.ONE_PART)
    return numbers
