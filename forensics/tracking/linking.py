"""Who is who in a video: the same person keeps one track through motion, a moment out of sight and a cut back.

Faces are first followed inside each shot (forensics/tracking/tracklets.py). Then the pieces are joined, in the order in
which they begin, each to the person who looks most like it, if nobody else does: two people in one track would mix up
what is said of them, one person in two tracks is only said twice. Nobody is identified.
"""

from collections.abc import Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from forensics.facts import Fact
from forensics.tracking.appearance import SIZE, mean_descriptor, similarities
from forensics.tracking.fragments import merge_fragments
from forensics.tracking.tracklets import Tracklet, TrackletTracker
from forensics.types.analysis import Skipped
from forensics.types.reasons import SkippedCode
from forensics.types.video import Chunk, Detection, FaceObservation

MIN_SIMILARITY = 0.93
"""Similarity of appearance from which two pieces may be one person: above what two people of the first five of
ten clips reach, two of whom sit before the same wall, and below what two pieces of one of these clips reach."""

MARGIN = 0.02
"""How much more a piece must look like one person than like any other, and a person like one piece, to be joined."""

SAME_PLACE_BONUS = 0.05
"""Similarity that the same place in the picture is worth in that comparison: a cut back to the same framing."""

MAX_GALLERY_SIZE = 512
"""Persons to whom a piece is compared, those last seen; only a hostile video has more."""

MIN_OBSERVATIONS = 3
"""Sightings from which somebody is a person however weakly the detections are."""

MIN_CONFIDENCE_SINGLE = 0.6
"""Confidence of the detector from which one sighting is enough."""


def build_tracks(chunks: Sequence[Chunk]) -> tuple[list[tuple[FaceObservation, ...]], list[Skipped]]:
    """The persons of a video in order of first sight, each as its sightings in order of time, at most one a frame; and
    what was seen too briefly to be a person.

    Too brief is who has fewer sightings than MIN_OBSERVATIONS and than the shots in which they lie have sampled frames,
    none of them with a confidence of MIN_CONFIDENCE_SINGLE or more."""
    tracker = TrackletTracker()
    shots: dict[int, int] = {}
    for chunk in chunks:
        for frame, observations in zip(chunk.frames, chunk.observations, strict=True):
            shots[frame.shot] = shots.get(frame.shot, 0) + 1
            tracker.update(frame, observations)
    persons: dict[int, list[Detection]] = {}
    for owner, tracklet in zip(assign_person_ids(tracker.tracklets), tracker.tracklets, strict=True):
        persons.setdefault(owner, []).extend(tracklet.observations)
    tracks = [tuple(seen.sighting for seen in person) for person in merge_fragments(list(persons.values()))]
    kept = [track for track in tracks if not _is_brief(track, shots)]
    return kept, _skipped(len(tracks) - len(kept))


def _is_brief(track: tuple[FaceObservation, ...], shots: dict[int, int]) -> bool:
    frames = sum(shots[shot] for shot in {sighting.frame.shot for sighting in track})
    return len(track) < min(MIN_OBSERVATIONS, frames) and all(
        s.detector_confidence < MIN_CONFIDENCE_SINGLE for s in track
    )


def _skipped(brief: int) -> list[Skipped]:
    if not brief:
        return []
    return [Skipped(Fact(SkippedCode.SEEN_TOO_BRIEFLY, {"faces": brief, "least": MIN_OBSERVATIONS}))]


def assign_person_ids(tracklets: Sequence[Tracklet]) -> list[int]:
    """For each tracklet, in order of first sight, the number of its person, from 0."""
    known = PersonGallery(len(tracklets))
    return [
        person
        for _, together in groupby(tracklets, key=lambda tracklet: tracklet.first.frame)
        for person in known.join(list(together))
    ]


class PersonGallery:
    """The persons so far: what each looks like, and where and when each was last seen."""

    def __init__(self, most: int) -> None:
        self._count = 0
        self._appearances = np.zeros((most, SIZE), np.float32)
        self._sightings = np.zeros(most, np.intp)
        self._boxes = np.zeros((most, 4))
        self._last_seen = np.zeros(most)

    def join(self, pieces: Sequence[Tracklet]) -> list[int]:
        """The persons of pieces that begin in the same frame; who is not known is known from here on."""
        found = self._found(pieces) if self._count else {}
        persons = []
        for number, piece in enumerate(pieces):
            person = found.get(number, self._count)
            self._count = max(self._count, person + 1)
            self._add(person, piece)
            persons.append(person)
        return persons

    def _add(self, person: int, piece: Tracklet) -> None:
        before, more = self._sightings[person], len(piece.observations)
        both = [before / (before + more), more / (before + more)]
        looks = np.array([self._appearances[person], piece.mean_appearance()])
        self._appearances[person] = mean_descriptor(looks, both)
        self._sightings[person] += more
        self._boxes[person], self._last_seen[person] = piece.last.box, piece.last.seconds

    def _found(self, pieces: Sequence[Tracklet]) -> dict[int, int]:
        """Numbers of pieces and of the known persons who they are."""
        recent = np.argsort(self._last_seen[: self._count], kind="stable")[-MAX_GALLERY_SIZE:]
        away = recent[self._last_seen[recent] < pieces[0].first.seconds]
        if not len(away):
            return {}
        alike = similarities(np.array([piece.mean_appearance() for piece in pieces]), self._appearances[away])
        boxes = np.array([piece.first.box for piece in pieces], float)
        score = alike + SAME_PLACE_BONUS * _pairwise_iou(boxes, self._boxes[away])
        chosen = linear_sum_assignment(np.where(alike >= MIN_SIMILARITY, score, 0), maximize=True)
        return {
            piece: int(away[person])
            for piece, person in zip(*(numbers.tolist() for numbers in chosen), strict=True)
            if alike[piece, person] >= MIN_SIMILARITY and _margin_to_second(score, piece, person) >= MARGIN
        }


def _margin_to_second(score: NDArray[np.float64], piece: int, person: int) -> float:
    """How far the score of a pair is above that of any other pair of one of the two."""
    rivals = [*np.delete(score[piece], person), *np.delete(score[:, person], piece)]
    return score[piece, person] - max(rivals, default=-np.inf)


def _pairwise_iou(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 4) and (m, 4) boxes → (n, m) intersections over unions."""
    a, b = first[:, None], second[None]
    sides = np.clip(np.minimum(a[..., 2:], b[..., 2:]) - np.maximum(a[..., :2], b[..., :2]), 0, None)
    shared = sides.prod(axis=-1)
    return shared / ((a[..., 2:] - a[..., :2]).prod(axis=-1) + (b[..., 2:] - b[..., :2]).prod(axis=-1) - shared)
