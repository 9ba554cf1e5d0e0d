"""Where a person's face is at any time, between the frames in which it was looked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np

from forensics.types.analysis import Box
from forensics.types.video import FaceObservation, SampledFrame, Track, VideoResult

MAX_MISSED_SAMPLES = 2.5
"""Sampling intervals that may lie between two sightings for the face to be drawn in between: one sample may miss a face
that is there, two in a row mean that its place is not known."""


def visible_runs(track: Track, sample_fps: float) -> tuple[tuple[FaceObservation, ...], ...]:
    """The sightings in runs between whose members the place is known: in one shot and close in time."""
    runs: list[list[FaceObservation]] = []
    for sighting in track.sightings:
        if runs and _continues(runs[-1][-1], sighting, sample_fps):
            runs[-1].append(sighting)
        else:
            runs.append([sighting])
    return tuple(map(tuple, runs))


def _continues(earlier: FaceObservation, later: FaceObservation, sample_fps: float) -> bool:
    if earlier.frame.shot != later.frame.shot:
        return False
    neighbors = later.frame.index == earlier.frame.index + 1  # of a slide show, seconds apart
    return neighbors or later.seconds - earlier.seconds <= MAX_MISSED_SAMPLES / sample_fps


class FacePath:
    """The place of one person's face over time."""

    def __init__(self, result: VideoResult, track: Track) -> None:
        interval = 1 / result.settings.sample_fps
        self._runs = [_Run(run, result.frames, interval) for run in visible_runs(track, result.settings.sample_fps)]
        self._starts = [run.start for run in self._runs]

    def box(self, seconds: float, shot: int) -> Box | None:
        """In pixels of the video's frame, between two sightings on the straight line from one to the other; None where
        the person was not seen. shot: of the frame of this time."""
        after = bisect_right(self._starts, seconds)
        near = self._runs[max(0, after - 2) : after]  # before a cut the next shot's face may have its start already
        return next((run.box(seconds) for run in near if run.shot == shot and seconds <= run.end), None)


class _Run:
    """A run of sightings without a gap, and a little around it: up to halfway to the frame that was looked at before or
    after it and did not show the person. At a cut, and at the end of the video, there is none, and then up to one
    sampling interval."""

    def __init__(self, sightings: Sequence[FaceObservation], frames: Sequence[SampledFrame], interval: float) -> None:
        self.times = np.array([sighting.seconds for sighting in sightings])  # (n,)
        self.edges = np.array([sighting.box for sighting in sightings], np.float64).T.copy()  # (4, n)
        first, last = sightings[0].frame, sightings[-1].frame
        self.shot = first.shot
        before, after = bisect_left(frames, first), bisect_right(frames, last)
        self.start = first.seconds - _reach(first, frames[max(0, before - 1) : before], interval)
        self.end = last.seconds + _reach(last, frames[after : after + 1], interval)

    def box(self, seconds: float) -> Box:
        return Box(*(round(float(np.interp(seconds, self.times, edge))) for edge in self.edges))


def _reach(frame: SampledFrame, neighbor: Sequence[SampledFrame], interval: float) -> float:
    halves = [abs(other.seconds - frame.seconds) / 2 for other in neighbor if other.shot == frame.shot]
    return min(interval, *halves) if halves else interval
