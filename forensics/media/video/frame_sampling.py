"""Which frames of a video are looked at: some in each second, the first of every shot, and a few between in reserve."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from forensics.media.video.shot_detection import detect_shot_boundaries
from forensics.media.video.stream_frame import StreamFrame

MAX_IN_BETWEEN = 3
"""Frames kept between two samples, for where more are wanted."""

TIMESTAMP_TOLERANCE = 0.001
"""Seconds that a frame may come early: Matroska and WebM round times to milliseconds."""


class Sample(NamedTuple):
    """A sample and the way to it.

    between: at most MAX_IN_BETWEEN frames after the previous sample, evenly spaced in time, of that sample's shot.
    shot: cuts since the beginning of the stream. is_cut: the sample is the first frame of its shot. held: seconds that
    it has been on the screen, 0 at its own time."""

    between: tuple[StreamFrame, ...]
    sample: StreamFrame
    shot: int
    is_cut: bool
    held: float = 0.0


def sample_frames(
    stream: Iterable[StreamFrame], sample_fps: float, shot_start: float | None = None
) -> Iterator[Sample]:
    """The samples of a stream in order of time, each with what lies before it.

    A sample is the first frame at or after each multiple of 1 / sample_fps seconds of presentation time, counted from
    the first frame of its shot, which is always one. Where none comes before the next multiple, the frame that is then
    on the screen is the sample, so that what is long seen counts as long, however few frames a file has for it; the
    last frame is seen for as long as the file says. Every frame is compared with the one before, none is converted, and
    of a gap at most MAX_IN_BETWEEN are kept. What follows the last sample is dropped. shot_start: seconds at which the
    shot of the first frame began; None where it begins with this frame."""
    grid, shot, last = _Grid(1 / sample_fps, shot_start), 0, None
    for frame, is_cut in detect_shot_boundaries(stream):
        if last is not None:
            yield from grid.held_until(frame.seconds, last, shot)
        shot += is_cut
        if is_cut or frame.seconds + TIMESTAMP_TOLERANCE >= grid.due:
            yield Sample(grid.between(), frame, shot, is_cut)
            grid.take(frame.seconds, begins=is_cut)
        else:
            grid.pass_over(frame)
        last = frame
    if last is not None:
        yield from grid.held_until(last.end, last, shot)


class _Grid:
    """When the next sample is due, and the frames since the last one. step: seconds between two samples."""

    def __init__(self, step: float, start: float | None) -> None:
        self._step, self._start = step, start
        self.due = -math.inf
        self._spare: list[StreamFrame] = []

    def held_until(self, end: float, frame: StreamFrame, shot: int) -> Iterator[Sample]:
        """The frame, on the screen until `end`, as a sample wherever one is due a whole step or more before that."""
        while self.due + self._step <= end + TIMESTAMP_TOLERANCE:
            seconds = self.due
            yield Sample(self.between(but=frame), frame, shot, is_cut=False, held=seconds - frame.seconds)
            self.take(seconds)

    def between(self, but: StreamFrame | None = None) -> tuple[StreamFrame, ...]:
        """The frames that were passed over since the last sample."""
        return tuple(frame for frame in self._spare if frame is not but)

    def take(self, seconds: float, begins: bool = False) -> None:
        """A sample is taken at this time. begins: a shot, with it."""
        if begins or self._start is None:
            self._start = seconds
        self.due = _next(self._start, self._step, seconds + TIMESTAMP_TOLERANCE)
        self._spare, self._spare_start = [], seconds
        self._spare_step = (self.due - seconds) / (MAX_IN_BETWEEN + 1)
        self._spare_due = seconds + self._spare_step

    def pass_over(self, frame: StreamFrame) -> None:
        """A frame that is no sample; of those at the ends of equal parts of the way to the next one some are kept."""
        seconds = frame.seconds + TIMESTAMP_TOLERANCE
        if seconds >= self._spare_due:
            self._spare.append(frame)
            self._spare_due = _next(self._spare_start, self._spare_step, seconds)


def _next(start: float, step: float, seconds: float) -> float:
    """The first of start, start + step, start + 2 step… after `seconds`."""
    return start + (math.floor((seconds - start) / step) + 1) * step
