"""The sightings of a person to look at first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import logit
from forensics.decision.score_curve import Line
from forensics.types.video import Sighting, Track

NEAR_THE_EXTREME = 0.1
"""Difference of the line, in units of the logit, within which two points of it are equally high: of those the clearest
sighting is shown."""

CLEAR = 0.5
"""Share of the person's highest weight from which a sighting is clear enough to be shown."""


class Moments(NamedTuple):
    """worst: the most suspect; typical; best: the least suspect. All three may be the same sighting."""

    worst: Sighting
    typical: Sighting
    best: Sighting


def moments(track: Track, drawn: Line) -> Moments:
    """The sightings that stand for the person's line's highest point, for its median and for its lowest point.

    Only evaluated sightings whose weight is at least CLEAR of the highest are taken. Of those where the line is within
    NEAR_THE_EXTREME of its extreme, the one whose own score is nearest to that: an outlier stands for nothing. Where no
    sighting was evaluated, all three are the clearest one: the largest face, then the surest detection.
    """
    counted = [sighting for sighting in track.sightings if sighting.weight > 0]
    if not counted:
        clearest = max(track.sightings, key=_clearness)
        return Moments(clearest, clearest, clearest)
    heights = logit(drawn.score[~np.isnan(drawn.score)])  # one for each of `counted`
    weights = np.array([sighting.weight for sighting in counted])
    clear = np.flatnonzero(weights >= CLEAR * weights.max())
    own = logit(np.array([counted[i].fake_score for i in clear]))
    middle = heights[clear]
    high, low = middle.max(), middle.min()
    return Moments(
        counted[clear[_nearest(own, high, middle >= high - NEAR_THE_EXTREME)]],
        counted[clear[_nearest(own, float(np.median(heights)), np.ones(len(clear), bool))]],
        counted[clear[_nearest(own, low, middle <= low + NEAR_THE_EXTREME)]],
    )


def _nearest(values: NDArray[np.float64], wanted: float, allowed: NDArray[np.bool_]) -> int:
    return int(np.argmin(np.where(allowed, np.abs(values - wanted), np.inf)))


def _clearness(sighting: Sighting) -> tuple[float, float]:
    return sighting.box.width * sighting.box.height, sighting.detector_confidence
