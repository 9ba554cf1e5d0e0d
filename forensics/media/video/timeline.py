"""The clock of a video, as players show it: when it begins, when it ends, and which of its frames are shown at all."""

import re
from fractions import Fraction
from typing import NamedTuple

import av
from av.container import InputContainer
from av.video.stream import VideoStream

from forensics.validation import present

CLOCKS_FROM_ZERO = ("mov", "matroska")
"""Containers whose own clock begins at 0, so that a picture that begins later is shown later: browsers go by it. Any
other may begin anywhere, and its players count from the first picture or sound."""

MATROSKA_DURATION = re.compile(r"(\d{1,3}):(\d\d):(\d\d\.\d{1,9})")
"""Hours, minutes, seconds, as the tag of a stream has them."""


def clock_zero(container: InputContainer, stream: VideoStream, first: int) -> Fraction:
    """Where players begin to count, in seconds of the container's time stamps. first: the first frame's, in the
    stream's unit. A picture that begins before 0 is counted from its own beginning; so is that of an AVI, whose stamps
    count frames in the order in which they are stored."""
    begins = first * present(stream.time_base)
    if container.format.name == "avi":
        return begins
    if any(name in container.format.name for name in CLOCKS_FROM_ZERO):
        return min(begins, Fraction(0))
    starts = [
        other.start_time * present(other.time_base)
        for other in container.streams
        if other.type in ("video", "audio") and other.start_time is not None
    ]
    return min([begins, *starts])


def declared_end(container: InputContainer, stream: VideoStream, first: int) -> Fraction | None:
    """When the last frame ends, in seconds of the container's time stamps; None where the file does not say. A Matroska
    file says it of this stream where it is tagged so, else of all; a program stream does not, and what
    libavformat makes of the stamps near its end is too short. first: the first frame's time stamp."""
    begins = first * present(stream.time_base)
    if container.format.name == "mpeg":
        return None
    if "matroska" not in container.format.name:
        return begins + stream.duration * present(stream.time_base) if stream.duration else None
    tag = MATROSKA_DURATION.fullmatch(stream.metadata.get("DURATION", ""))
    if tag is None:
        end = Fraction(container.duration or 0, av.time_base)
    else:
        hours, minutes, seconds = tag.groups()
        end = Fraction(seconds) + 60 * int(minutes) + 3600 * int(hours)
    return end if end > begins else None


class FrameCounts(NamedTuple):
    """shown: how often players show a frame, None where that is not known before all are read. stored, hidden: how many
    frames the file holds, and how many of them are never shown, 0 where nothing is known of that."""

    shown: int | None
    stored: int = 0
    hidden: int = 0


def frame_counts(container: InputContainer, stream: VideoStream) -> FrameCounts:
    """An edit list (ISO/IEC 14496-12, 8.6.6) shows parts of what an MP4 or a MOV holds; libavformat marks the rest in
    its index, or leaves it out of that."""
    stored = stream.frames
    if "mov" not in container.format.name or not stored or not len(stream.index_entries):
        return FrameCounts(stored or None)
    shown = [entry.pos for entry in stream.index_entries if not entry.is_discard]
    return FrameCounts(len(shown), stored, max(0, stored - len(set(shown))))
