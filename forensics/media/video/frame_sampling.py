"""Which frames of a video are looked at: some in each second, the first of every shot, and a few between in reserve."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from forensics.media.video.reader import StreamFrame
from forensics.media.video.shot_detection import detect_shot_boundaries

MAX_IN_BETWEEN = 3
"""Frames kept between two samples, for where more are wanted."""

TIMESTAMP_TOLERANCE = 0.001
"""Seconds that a frame may come early: Matroska and WebM round times to milliseconds."""


class Sample(NamedTuple):
    """A sample and the way to it.

    between: at most MAX_IN_BETWEEN frames after the previous sample, evenly spaced in time, of that sample's shot.
    shot: cuts since the beginning of the stream. is_cut: the sample is the first frame of its shot."""

    between: tuple[StreamFrame, ...]
    sample: StreamFrame
    shot: int
    is_cut: bool


def sample_frames(
    stream: Iterable[StreamFrame], sample_fps: float, shot_start: float | None = None
) -> Iterator[Sample]:
    """The samples of a stream in order of time, each with what lies before it.

    A sample is the first frame at or after each multiple of 1 / sample_fps seconds of presentation time, counted from
    the first frame of its shot, which is always one. Every frame is compared with the one before, none is converted,
    and of a gap at most MAX_IN_BETWEEN are kept. What follows the last sample is dropped. shot_start: seconds at which
    the shot of the first frame began; None where it begins with this frame."""
    shot, due, spare_due = 0, -math.inf, math.inf
    spare: list[StreamFrame] = []
    for frame, is_cut in detect_shot_boundaries(stream):
        seconds = frame.seconds + TIMESTAMP_TOLERANCE
        if is_cut or seconds >= due:
            yield Sample(tuple(spare), frame, shot := shot + is_cut, is_cut)
            if is_cut or shot_start is None:
                shot_start = frame.seconds
            due = _next(shot_start, 1 / sample_fps, seconds)
            spare_step = (due - frame.seconds) / (MAX_IN_BETWEEN + 1)
            spare, spare_start, spare_due = [], frame.seconds, frame.seconds + spare_step
        elif seconds >= spare_due:
            spare.append(frame)
            spare_due = _next(spare_start, spare_step, seconds)


def _next(start: float, step: float, seconds: float) -> float:
    """The first of start, start + step, start + 2 step… after `seconds`."""
    return start + (math.floor((seconds - start) / step) + 1) * step
