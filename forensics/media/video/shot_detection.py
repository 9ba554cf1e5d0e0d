"""Finding hard cuts: frames after which the picture is another one.

Color histograms of consecutive pictures are compared, as in Boreczky & Rowe, "Comparison of video shot boundary
detection techniques", 1996: they change at a cut and hardly with people or cameras that move. A border of
one color does not count, or a small picture in it would have no cuts. Fades, dissolves and wipes, in which no two
consecutive frames differ much, are missed, and so are a cut between pictures of the same colors and one of a small
picture on a motley ground.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.media.video.stream_frame import StreamFrame

HISTOGRAM_BINS = ((0, 255, 8), (90, 166, 10), (90, 166, 10))
"""Lowest and highest center and number of the bins of L, a and b of 8-bit Lab; few pictures have stronger colors."""

CUT_THRESHOLD = 0.075
"""Distance of the histograms of two pictures inside their borders, from which on they are a cut apart. Chosen on the
first five of ten clips, whole and in borders, between their own greatest and the least between two of them."""

PLAIN = 3
"""Greatest difference of a channel along a row or a column of a border, in both pictures together: black bars are not
black to the last bit."""

FLASH_SECONDS = 0.11
"""A picture that comes back within this time, three frames at 30 a second, was interrupted by a flash, not by cuts."""

FLASH_FRAMES = 3
"""Longest flash in frames, so that fast cameras do not fill the memory."""


class _Thumbnail(NamedTuple):
    seconds: float
    picture: NDArray[np.uint8]


def detect_shot_boundaries(frames: Iterable[StreamFrame]) -> Iterator[tuple[StreamFrame, bool]]:
    """Each frame, and whether it is the first of a new shot; the very first is not. Runs FLASH_FRAMES ahead."""
    before: deque[_Thumbnail] = deque(maxlen=FLASH_FRAMES + 1)
    looks = ((frame, _Thumbnail(frame.seconds, frame.thumbnail())) for frame in frames)
    ahead = deque(islice(looks, FLASH_FRAMES))
    while ahead:
        ahead.extend(islice(looks, 1))
        frame, look = ahead.popleft()
        yield frame, bool(before) and _is_cut(before, look, [later for _, later in ahead])
        before.append(look)


def _is_cut(before: Sequence[_Thumbnail], look: _Thumbnail, after: Sequence[_Thumbnail]) -> bool:
    """Whether all pictures shortly before differ from this one and all shortly after."""
    if not _differs(before[-1].picture, look.picture):
        return False
    old = [other for other in before if before[-1].seconds - other.seconds <= FLASH_SECONDS]
    new = [look, *(other for other in after if other.seconds - look.seconds <= FLASH_SECONDS)]
    return all(_differs(one.picture, other.picture) for one in old for other in new)


def _differs(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> bool:
    inside = content_area(one, other)
    return difference(color_histogram(one[inside]), color_histogram(other[inside])) >= CUT_THRESHOLD


def content_area(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> tuple[slice, slice]:
    """Rows and columns of two pictures (h, w, 3) uint8 RGB without the border of one color that both have."""
    rows, columns = np.concatenate([one, other], axis=1), np.concatenate([one, other]).swapaxes(0, 1)
    return _extent(rows), _extent(columns)


def _extent(lines: NDArray[np.uint8]) -> slice:
    """From the first to the last row (n, m, 3) that is not of one color; all where all are."""
    motley = np.flatnonzero((np.ptp(lines, axis=1) > PLAIN).any(axis=1))
    return slice(int(motley[0]), int(motley[-1]) + 1) if len(motley) else slice(0, len(lines))


def difference(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Share of the picture whose colors differ, in [0, 1]; a sixth of the distance, of two for each channel."""
    return float(np.abs(one - other).sum() / (2 * len(HISTOGRAM_BINS)))


def color_histogram(small: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(28,) histograms of L, a and b of a picture (h, w, 3) uint8 RGB, each with sum 1; a pixel between the centers of
    two bins counts for both, so that a little more light changes little."""
    lab = cv2.cvtColor(small, cv2.COLOR_RGB2LAB).reshape(-1, 3).astype(np.float32)
    return np.concatenate(
        [_histogram(lab[:, channel], *levels) for channel, levels in enumerate(HISTOGRAM_BINS)], dtype=np.float32
    )


def _histogram(values: NDArray[np.float32], low: int, high: int, bins: int) -> NDArray[np.float64]:
    place = np.clip((values - low) * ((bins - 1) / (high - low)), 0, bins - 1)
    lower = place.astype(np.intp)
    share = place - lower
    counts = np.bincount(lower, 1 - share, bins + 1) + np.bincount(lower + 1, share, bins + 1)
    return counts[:bins] / len(values)
