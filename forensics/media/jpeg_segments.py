"""A JPEG as its segments (ITU-T T.81, B.1): its frame header, what stands beside the picture, and where it ends."""

import re
from typing import NamedTuple

JPEG_START = b"\xff\xd8\xff"

END_MARKER = 0xD9

FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}

APPLICATION_MARKERS = frozenset(range(0xE0, 0xF0))

NEXT_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""After the data of a scan: a marker that is neither a stuffed byte nor a restart."""


class JpegParts(NamedTuple):
    """process: low byte of the frame's marker; 0 where there is none. precision: bits of a sample. applications: the
    data of the application segments. end: where the picture ends in the bytes, their length where it does not."""

    process: int
    precision: int
    height: int
    width: int
    applications: tuple[bytes, ...]
    end: int


def split_jpeg(content: bytes, start: int = 0) -> JpegParts:
    """The JPEG that begins at `start`."""
    frame: tuple[int, int, int, int] = (0, 0, 0, 0)
    applications: list[bytes] = []
    at = start + 2
    while marker := NEXT_MARKER.search(content, at):
        code, at = content[marker.end() - 1], marker.end()
        if code == END_MARKER:
            return JpegParts(*frame, tuple(applications), at)
        length = int.from_bytes(content[at : at + 2], "big")
        if code in FRAME_MARKERS and not frame[0]:
            height, width = (int.from_bytes(content[at + place : at + place + 2], "big") for place in (3, 5))
            frame = (code, int.from_bytes(content[at + 2 : at + 3]), height, width)
        elif code in APPLICATION_MARKERS:
            applications.append(content[at + 2 : at + length])
        at += length
    return JpegParts(*frame, tuple(applications), len(content))
