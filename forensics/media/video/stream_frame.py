"""What a stream of frames is, whether its frames lie in this process or in one of their own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from forensics.facts import Fact
from forensics.types.analysis import Frame


class FramePictures(Protocol):
    """What can be made of one frame, as long as its stream is open."""

    def to_rgb(self) -> NDArray[np.uint8]: ...

    def thumbnail(self) -> NDArray[np.uint8]: ...


@dataclass(frozen=True, slots=True)
class StreamFrame:
    """A frame in its place in time. index: in the order of presentation, from 0. pts: in the stream's unit. seconds:
    on the clock of the video. end: when it leaves the screen, as the file says of it, at most at the limit of what is
    analyzed. Its pictures are made when they are asked for."""

    index: int
    pts: int
    seconds: float
    end: float
    _pictures: FramePictures = field(repr=False)

    def to_rgb(self) -> Frame:
        """Upright, with square pixels, 8-bit sRGB. Raises MediaError (`damaged`)."""
        return Frame(self.index, self.seconds, self._pictures.to_rgb())

    def thumbnail(self) -> NDArray[np.uint8]:
        """(36, 64, 3) uint8 RGB, for finding cuts: cheap, neither turned nor in exact colors."""
        return self._pictures.thumbnail()


class FrameStream(Protocol):
    """Iterates frames in the order of presentation, once, and says what it met on the way so far.

    ended: why it ended before the end of the file; None while it did not. notes: what the pictures showed of the file
    that its header does not say. broken_packets: pieces that could not be decoded and were passed over, from where this
    stream began.
    """

    @property
    def ended(self) -> Fact | None: ...

    @property
    def notes(self) -> tuple[Fact, ...]: ...

    @property
    def broken_packets(self) -> int: ...

    def __iter__(self) -> Iterator[StreamFrame]: ...
