"""What somebody looks like from afar: the colors of hair, face and clothes, to follow a person through one video.

Nothing here is made to know a face: no shape, no distance between features, no trained embedding. Two people in the
same clothes look alike, and one person on another day does not. The numbers are of no use outside the video that they
were taken from, and the analysis forgets them when it ends.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.types.analysis import Box

COLUMNS = (-0.9, 0.05, 0.95, 1.9)
"""Borders of the cells, in widths of the face box from its left side: left of the head, the head, right of it."""

ROWS = (-0.5, 0.15, 1.0, 2.0)
"""Borders of the cells, in heights of the face box from its upper side: hair, face, clothes."""

WEIGHTS = ((1, 3, 1), (1, 3, 1), (2, 4, 2))
"""What each cell counts: beside the head lies long hair, and mostly background."""

CELL_SIDE = 16
"""Pixels of each cell that are counted, in a row."""

HISTOGRAM_BINS = ((0, 255, 24), (96, 160, 25), (96, 160, 25))
"""Lowest and highest center and number of the bins of L, a and b of 8-bit Lab."""

BRIGHTNESS = 110.0
"""Mean of R, G and B to which every picture is brought, so that a change of exposure is no change of person."""

CELLS = np.arange(9).reshape(3, 3).repeat(CELL_SIDE, axis=0).repeat(CELL_SIDE, axis=1).ravel()
"""The cell of each counted pixel."""

MAX_GAIN = 2.0
"""Largest factor by which they are changed for that; what is darker still was a dark picture."""

UNIFORM_TOLERANCE = 16
"""Greatest difference of a channel along a row or a column of one color: black bars are not black to the last bit."""

BORDER_SAMPLES = 64
"""Pixels of a row or a column that are compared for that, at least."""

SIZE = 9 * sum(bins for _, _, bins in HISTOGRAM_BINS)


def color_descriptor(pixels: NDArray[np.uint8], box: Box) -> NDArray[np.float32]:
    """(666,) float32 from a frame (H, W, 3) uint8 RGB and the box of a face in it.

    The square roots of color histograms of nine cells around the box. The squares sum to 1; a cell that the picture's
    border cuts has less of it. Bars of one color around the picture do not belong to it.
    """
    x = _grid(box.left, box.width, COLUMNS)
    y = _grid(box.top, box.height, ROWS)
    height, width = pixels.shape[:2]
    (left, right), (top, bottom) = _content_extent(pixels.swapaxes(0, 1)), _content_extent(pixels)
    inside = np.outer((y >= top) & (y < bottom), (x >= left) & (x < right)).ravel()
    if not inside.any():
        inside[:] = True
    patch = pixels[np.ix_(y.clip(0, height - 1), x.clip(0, width - 1))]  # (48, 48, 3)
    gain = BRIGHTNESS / max(1.0, float(patch.reshape(-1, 3)[inside].mean()))
    patch = cv2.convertScaleAbs(patch, alpha=float(np.clip(gain, 1 / MAX_GAIN, MAX_GAIN)))
    lab = cv2.cvtColor(patch, cv2.COLOR_RGB2LAB).reshape(-1, 3)[inside].astype(np.float32)
    counts = np.concatenate(
        [_histograms(lab[:, channel], CELLS[inside], *levels) for channel, levels in enumerate(HISTOGRAM_BINS)], axis=1
    )
    counts *= np.asarray(WEIGHTS).reshape(-1, 1)
    return np.sqrt(counts / counts.sum()).astype(np.float32).ravel()


def _content_extent(lines: NDArray[np.uint8]) -> tuple[int, int]:
    """(n, m, 3) rows or columns of a frame → the first that is not of one color, and the one after the last; all
    where all are."""
    some = lines[:, :: max(1, lines.shape[1] // BORDER_SAMPLES)]
    shown = np.flatnonzero((np.ptp(some, axis=1) > UNIFORM_TOLERANCE).any(axis=1))
    return (int(shown[0]), int(shown[-1]) + 1) if len(shown) else (0, len(lines))


def _grid(start: int, length: int, borders: tuple[float, ...]) -> NDArray[np.intp]:
    """(48,) pixels along one axis, as many in each of the three cells."""
    places = np.interp((np.arange(3 * CELL_SIDE) + 0.5) / CELL_SIDE, range(4), borders)
    return np.floor(start + length * places).astype(np.intp)


def _histograms(
    values: NDArray[np.float32], cells: NDArray[np.intp], low: int, high: int, bins: int
) -> NDArray[np.float64]:
    """(9, bins) counts; a value between two centers counts for both, so that a little more light changes little."""
    place = np.clip((values - low) * ((bins - 1) / (high - low)), 0, bins - 1)
    lower = np.minimum(place.astype(np.intp), bins - 2)
    index, share = cells * bins + lower, place - lower
    counts = np.bincount(index, 1 - share, 9 * bins) + np.bincount(index + 1, share, 9 * bins)
    return counts.reshape(9, bins).astype(np.float64, copy=False)


def similarity(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """In [0, 1], 1 = the same colors in every cell; see similarities."""
    return float(similarities(a[None], b[None])[0, 0])


def similarities(a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, 666) and (m, 666) → (n, m) in [0, 1].

    The mean over the cells of Bhattacharyya's coefficient of the histograms (Bhattacharyya, 1943); cells that one of
    the two does not show do not count.
    """
    seen = _cell_sizes(a) @ _cell_sizes(b).T
    return np.clip(a @ b.T / np.maximum(seen, np.finfo(np.float32).tiny), 0, 1)


def _cell_sizes(appearances: NDArray[np.float32]) -> NDArray[np.float32]:
    """(n, 666) → (n, 9), the length of the vector in each cell."""
    return np.linalg.norm(appearances.reshape(len(appearances), 9, -1), axis=2)


def mean_descriptor(appearances: NDArray[np.float32], weights: Sequence[float] | None = None) -> NDArray[np.float32]:
    """(n, 666) → (666,): the square roots of the mean histograms."""
    return np.sqrt(np.average(np.square(appearances), axis=0, weights=weights)).astype(np.float32)
