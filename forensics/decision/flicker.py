"""How much the mask and the rebuilding error of a face change from one sighting to the next.

A forgery made frame by frame may sit a little differently in each; so may what a network makes of it. The line shows
where the maps jump. It does not say why: a turning head, talking, a change of light and a key frame of the compression
make them jump as well, and a mask that is empty cannot. It is no evidence by itself, and no decision uses it.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.decision.score_curve import MAX_GAP_SECONDS, sampling_interval
from forensics.types.video import FaceObservation, Track

MIN_STEP_FRACTION = 0.9
"""Sightings at least this fraction of their usual distance apart are compared."""


PEAK_SECONDS = 1.1
"""Over which a person's strongest flicker is a mean, so that a single jump is none."""


class FlickerSeries(NamedTuple):
    """All (n,), in the order of time; NaN in mask and error where the line breaks.

    seconds: halfway between the two sightings that are compared. mask, error: mean absolute difference of their coarse
    maps, in [0, 1].
    """

    seconds: NDArray[np.float64]
    mask: NDArray[np.float64]
    error: NDArray[np.float64]


def compute_flicker(track: Track) -> FlickerSeries:
    """Each evaluated sighting against the latest one about a usual step earlier.

    Always one step, and not a rate of change: where frames were looked at more densely, two neighbors differ by the
    noise of two maps over a shorter time, and a rate would rise for that alone.
    """
    seen = [sighting for sighting in track.sightings if sighting.evaluated]
    least = MIN_STEP_FRACTION * sampling_interval(track)
    rows, earlier = [], 0
    for later, sighting in enumerate(seen):
        while earlier + 1 < later and sighting.seconds - seen[earlier + 1].seconds >= least:
            earlier += 1
        if later and sighting.seconds - seen[earlier].seconds >= least:
            rows.append(_compared(seen[earlier], sighting, MAX_GAP_SECONDS + least))
    return FlickerSeries(*np.array(rows, np.float64).reshape(-1, 3).T)


def peak_flicker(line: FlickerSeries) -> float:
    """The largest mean of the mask's flicker over PEAK_SECONDS; NaN where the line has no point."""
    near = np.abs(line.seconds[:, None] - line.seconds) <= PEAK_SECONDS / 2
    known = near & ~np.isnan(line.mask)
    counts = known.sum(axis=1)
    sums = np.where(known, np.nan_to_num(line.mask), 0).sum(axis=1)
    return float((sums[counts > 0] / counts[counts > 0]).max(initial=-np.inf)) if counts.any() else float("nan")


def _compared(earlier: FaceObservation, later: FaceObservation, longest: float) -> tuple[float, float, float]:
    middle = (earlier.seconds + later.seconds) / 2
    if later.seconds - earlier.seconds > longest:
        return middle, np.nan, np.nan
    return (
        middle,
        _difference(earlier.coarse_mask, later.coarse_mask),
        _difference(earlier.coarse_error, later.coarse_error),
    )


def _difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    return float(np.abs(one.astype(np.int16) - other).mean()) / 255
