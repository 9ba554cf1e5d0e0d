"""Following faces from one sampled frame to the next inside a shot.

Faces and tracklets are assigned to each other at the least total cost (Kuhn, "The Hungarian method", 1955), as in SORT
(Bewley et al., 2016), by how far a face lies from where it was expected and how much it looks like the face followed
(DeepSORT, Wojke et al., 2017, with a network for the looks). A tracklet rather ends too early than follows somebody
else: forensics/tracking/linking.py joins the pieces.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from forensics.tracking.appearance import mean_descriptor, similarities
from forensics.types.video import Detection, FaceObservation, SampledFrame

MIN_SIMILARITY_UNAMBIGUOUS = 0.8
"""Similarity of appearance under which a face near the expected place is another one, even where it is more alike by
MARGIN_TO_SECOND than any other face around: somebody turns the head, or goes behind something. Over what most people
reach with one another, so that a dissolve or a cut that was missed does not hand a track on."""

MIN_SIMILARITY_AMBIGUOUS = 0.85
"""The same where others are as much alike."""

MARGIN_TO_SECOND = 0.1

RIVAL_RADIUS_FACTOR = 2
"""How many times farther off than a face itself others come into question."""

LOST_PENALTY = 0.1
"""Added to both for a face that was not seen in the sampled frame before."""

LOST_SECONDS = 1.5
"""How long a face that is not seen is waited for at its place."""

GATE_DISTANCE = 0.7
"""Distance from the expected place, in sides of the face, at which a face may be found at once…"""

GATE_GROWTH_PER_SECOND = 1.0
"""…and how much that grows with the time since it was seen."""

MAX_GATE_DISTANCE = 2.5

MAX_LOG_SCALE_CHANGE = 0.6
"""Logarithm of the ratio of two sizes of one face, at most: it does not double in a moment."""

DISTANCE_COST = 0.3
"""Similarity that outweighs a side of the face of distance."""

VELOCITY_SECONDS = 0.3
"""Time over which velocity is averaged."""

APPEARANCE_SHARE = 0.2
"""Share of the newest sighting in the appearance that is expected next."""

MAX_AVERAGED = 200
"""Sightings that make up the appearance of a person: half a minute and more."""


class Tracklet:
    """One face through a part of one shot, with where and how it is expected next."""

    def __init__(self, ordinal: int, observation: Detection) -> None:
        self.observations = [observation]
        self.ordinal = ordinal
        """Number of the sampled frame in which it was last seen."""
        self.seconds = observation.sighting.seconds
        self.place = center_and_log_size(observation)
        self.velocity = np.zeros(2)
        self.appearance = observation.appearance.astype(np.float32)

    def add(self, ordinal: int, observation: Detection) -> None:
        place, seconds = center_and_log_size(observation), observation.sighting.seconds
        step = seconds - self.seconds
        if step > 0:
            share = step / (step + VELOCITY_SECONDS)
            self.velocity += share * ((place[:2] - self.place[:2]) / step - self.velocity)
        self.appearance = (1 - APPEARANCE_SHARE) * self.appearance + APPEARANCE_SHARE * observation.appearance
        self.observations.append(observation)
        self.ordinal, self.seconds, self.place = ordinal, seconds, place

    @property
    def first(self) -> FaceObservation:
        return self.observations[0].sighting

    @property
    def last(self) -> FaceObservation:
        return self.observations[-1].sighting

    def mean_appearance(self) -> NDArray[np.float32]:
        return tracklet_descriptor(self.observations)

    def expected(self, seconds: float) -> NDArray[np.float64]:
        """(3,) x, y of the center and the logarithm of the side."""
        return self.place + np.append(self.velocity * (seconds - self.seconds), 0)


def tracklet_descriptor(observations: Sequence[Detection]) -> NDArray[np.float32]:
    """(666,), the mean appearance of at most MAX_AVERAGED of them, evenly spread: enough, and long videos need no more
    memory than short ones."""
    step = -(-len(observations) // MAX_AVERAGED)
    return mean_descriptor(np.array([observation.appearance for observation in observations[::step]], np.float32))


def center_and_log_size(observation: Detection) -> NDArray[np.float64]:
    """(3,) x, y of the center in pixels and the logarithm of the side, the root of the area."""
    box = observation.sighting.box
    area = box.width * box.height
    return np.array([(box.left + box.right) / 2, (box.top + box.bottom) / 2, np.log(area) / 2])


class TrackletTracker:
    """Fed with the sampled frames in order of time; tracklets: all so far, in order of first sight."""

    def __init__(self) -> None:
        self.tracklets: list[Tracklet] = []
        self._active: list[Tracklet] = []
        self._shot = 0
        self._ordinal = -1

    def update(self, frame: SampledFrame, observations: Sequence[Detection]) -> None:
        self._ordinal += 1
        if frame.shot != self._shot:
            self._active, self._shot = [], frame.shot
        self._active = [t for t in self._active if self._is_next(t) or frame.seconds - t.seconds <= LOST_SECONDS]
        taken = self._assign(frame.seconds, observations) if self._active and observations else {}
        for number, observation in enumerate(observations):
            if number in taken:
                taken[number].add(self._ordinal, observation)
            else:
                self._begin(observation)

    def _is_next(self, tracklet: Tracklet) -> bool:
        """Whether it was seen in the sampled frame before this one."""
        return tracklet.ordinal == self._ordinal - 1

    def _begin(self, observation: Detection) -> None:
        tracklet = Tracklet(self._ordinal, observation)
        self.tracklets.append(tracklet)
        self._active.append(tracklet)

    def _assign(self, seconds: float, observations: Sequence[Detection]) -> dict[int, Tracklet]:
        """Numbers of observations and the tracklets that go on with them."""
        expected = np.array([t.expected(seconds) for t in self._active])  # (T, 3)
        places = np.array([center_and_log_size(o) for o in observations])  # (N, 3)
        unseen = np.array([seconds - t.seconds for t in self._active])
        alike = similarities(
            np.array([t.appearance for t in self._active]), np.array([o.appearance for o in observations], np.float32)
        )
        growth = np.abs(expected[:, None, 2] - places[None, :, 2])
        sides = np.exp((expected[:, None, 2] + places[None, :, 2]) / 2)
        distance = np.hypot(*np.moveaxis(expected[:, None, :2] - places[None, :, :2], 2, 0)) / sides
        reach = np.minimum(GATE_DISTANCE + GATE_GROWTH_PER_SECOND * unseen, MAX_GATE_DISTANCE)[:, None]
        near = (distance <= reach) & (growth <= MAX_LOG_SCALE_CHANGE)
        lost = np.array([not self._is_next(t) for t in self._active])[:, None]
        least = np.where(
            _margin_to_second(np.where(distance <= RIVAL_RADIUS_FACTOR * reach, alike, 0)) >= MARGIN_TO_SECOND,
            MIN_SIMILARITY_UNAMBIGUOUS,
            MIN_SIMILARITY_AMBIGUOUS,
        )
        possible = near & (alike >= least + LOST_PENALTY * lost)
        gain = np.where(possible, 1 + alike - DISTANCE_COST * distance, 0)  # above 0 where possible
        pairs = zip(*(half.tolist() for half in linear_sum_assignment(gain, maximize=True)), strict=True)
        return {number: self._active[t] for t, number in pairs if possible[t, number]}


def _margin_to_second(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """By how much each pair is more alike than any other pair of one of the two; negative where it is less."""
    return alike - np.maximum(_best_other(alike), _best_other(alike.T).T)


def _best_other(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """The greatest of the other values in each row, 0 where there is none."""
    if values.shape[1] == 1:
        return np.zeros_like(values)
    second, first = np.partition(values, -2, axis=1)[:, -2:].T[:, :, None]
    return np.where(values == first, second, first)
