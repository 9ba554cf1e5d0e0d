"""Giving back to a person what was seen while somebody or something passed in front.

A half hidden face looks too unlike the whole one to be followed; but when the same person is there shortly before and
shortly after, and not at that moment, the face between is known by its place.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from forensics.tracking.appearance import similarity
from forensics.tracking.tracklets import (
    GATE_DISTANCE,
    LOST_SECONDS,
    MARGIN_TO_SECOND,
    MAX_LOG_SCALE_CHANGE,
    center_and_log_size,
    tracklet_descriptor,
)
from forensics.types.video import Detection, SampledFrame

MAX_OBSERVATIONS = 3
"""Sightings of a fragment, at most."""

MIN_SIMILARITY = 0.6
"""Smallest similarity of a fragment and a person: place and time have spoken already."""

Seen = list[Detection]


def merge_fragments(persons: Sequence[Seen]) -> list[Seen]:
    """The persons, in the same order, without those that are fragments of others; these have them back."""
    whole = {number: list(seen) for number, seen in enumerate(persons) if len(seen) > MAX_OBSERVATIONS}
    looks = {number: tracklet_descriptor(seen) for number, seen in whole.items()}
    kept = dict(enumerate(persons)) | whole
    for number, fragment in enumerate(persons):
        if number not in whole:
            fits = sorted(_candidate_persons(fragment, whole, looks), reverse=True)
            if fits and fits[0][0] - (fits[1][0] if len(fits) > 1 else 0) >= MARGIN_TO_SECOND:
                whole[fits[0][1]].extend(fragment)
                whole[fits[0][1]].sort(key=_frame)
                del kept[number]
    return list(kept.values())


def _candidate_persons(
    fragment: Seen, persons: dict[int, Seen], looks: dict[int, NDArray[np.float32]]
) -> Iterator[tuple[float, int]]:
    """How much it looks like each person in whose gap it lies, and the number of the person."""
    first, last, look = _frame(fragment[0]), _frame(fragment[-1]), tracklet_descriptor(fragment)
    for number, seen in persons.items():
        if _frame(seen[0]) < first and last < _frame(seen[-1]):
            after = bisect(seen, last, key=_frame)
            if _frame(seen[after - 1]) < first and _is_between(seen[after - 1], fragment, seen[after]):
                alike = similarity(look, looks[number])
                if alike >= MIN_SIMILARITY:
                    yield alike, number


def _frame(observation: Detection) -> SampledFrame:
    return observation.sighting.frame


def _is_between(before: Detection, fragment: Seen, after: Detection) -> bool:
    """Whether the fragment is of the same shot, soon enough, and near the straight way from one to the other."""
    start, end = before.sighting.frame, after.sighting.frame
    if start.shot != end.shot or end.seconds - start.seconds > 2 * LOST_SECONDS:
        return False
    places = np.array([center_and_log_size(before), center_and_log_size(after)])
    for observation in fragment:
        share = (observation.sighting.seconds - start.seconds) / (end.seconds - start.seconds)
        way = center_and_log_size(observation) - ((1 - share) * places[0] + share * places[1])
        if np.hypot(*way[:2]) > GATE_DISTANCE * np.exp(places[:, 2].mean()) or abs(way[2]) > MAX_LOG_SCALE_CHANGE:
            return False
    return True
