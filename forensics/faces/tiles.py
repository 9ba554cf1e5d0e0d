"""Overlapping parts of a very tall or wide picture: shrunk as a whole, its faces would be too small to be found."""

from itertools import pairwise
from typing import NamedTuple

MAX_ASPECT = 2.5
"""Longer side over the shorter one up to which a picture is searched as a whole: photographs and upright phone
screenshots are."""

TILE_ASPECT = 2
"""Sides of a tile; half of it lies in the next one, so that a face as large as the shorter side is whole in the tile
whose middle is nearest."""

MIN_TILE = 1280
"""Pixels of a tile's longer side at least: what is no longer is searched without being shrunk."""


class Tile(NamedTuple):
    """From `start` to `end` along the longer side; what has its middle in [first, last) is sought in this tile."""

    start: int
    end: int
    first: float
    last: float


def tiles(longer: int, shorter: int) -> list[Tile]:
    """The tiles along a picture's longer side, in pixels; one for a picture of ordinary proportions."""
    length = max(MIN_TILE, TILE_ASPECT * shorter)
    if longer <= MAX_ASPECT * shorter or longer <= length:
        return [Tile(0, longer, 0, float("inf"))]
    count = -(-2 * (longer - length) // length) + 1  # half a tile's length from one to the next, or less
    starts = [round((longer - length) * i / (count - 1)) for i in range(count)]
    borders = [(start + after + length) / 2 for start, after in pairwise(starts)]
    ends = [*borders, float("inf")]
    return [
        Tile(start, start + length, first, last) for start, first, last in zip(starts, [0, *borders], ends, strict=True)
    ]
