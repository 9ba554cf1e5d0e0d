"""The sightings of a person to look at first."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.decision.calibration import logit
from forensics.decision.score_curve import ScoreCurve
from forensics.types.video import FaceObservation, Track

EXTREME_TOLERANCE = 0.1
"""Difference of the line, in units of the logit, within which two points of it are equally high: of those the clearest
sighting is shown."""

CLEAR_WEIGHT = 0.5
"""Share of the person's highest weight from which a sighting is clear enough to be shown."""


class KeyMoments(NamedTuple):
    """worst: the most suspect; typical; best: the least suspect. All three may be the same sighting."""

    worst: FaceObservation
    typical: FaceObservation
    best: FaceObservation


def key_moments(track: Track, drawn: ScoreCurve) -> KeyMoments:
    """The sightings that stand for the person's line's highest point, for its median and for its lowest point.

    Only evaluated sightings whose weight is at least CLEAR_WEIGHT of the highest are taken. Of those where the line is
    within EXTREME_TOLERANCE of its extreme, the one whose own score is nearest to that: an outlier stands for nothing.
    Where no sighting was evaluated, all three are the clearest one: the largest face, then the surest detection."""
    counted = [sighting for sighting in track.sightings if sighting.weight > 0]
    if not counted:
        clearest = max(track.sightings, key=_clarity)
        return KeyMoments(clearest, clearest, clearest)
    heights = logit(drawn.score[~np.isnan(drawn.score)])  # one for each of `counted`
    weights = np.array([sighting.weight for sighting in counted])
    clear = np.flatnonzero(weights >= CLEAR_WEIGHT * weights.max())
    own = logit(np.array([counted[i].fake_score for i in clear]))
    middle = heights[clear]
    high, low = middle.max(), middle.min()
    return KeyMoments(
        counted[clear[_nearest(own, high, middle >= high - EXTREME_TOLERANCE)]],
        counted[clear[_nearest(own, float(np.median(heights)), np.ones(len(clear), bool))]],
        counted[clear[_nearest(own, low, middle <= low + EXTREME_TOLERANCE)]],
    )


def _nearest(values: NDArray[np.float64], wanted: float, allowed: NDArray[np.bool_]) -> int:
    return int(np.argmin(np.where(allowed, np.abs(values - wanted), np.inf)))


def _clarity(sighting: FaceObservation) -> tuple[float, float]:
    return sighting.box.width * sighting.box.height, sighting.detector_confidence
