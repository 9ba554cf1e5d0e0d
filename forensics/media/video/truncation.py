"""Why the frames of a video end before the video does."""

import math
from collections.abc import Callable
from fractions import Fraction
from os import SEEK_CUR, SEEK_END
from pathlib import Path
from typing import BinaryIO

from forensics.facts import Fact
from forensics.media.video.container import open_file
from forensics.types.video_codes import EndingCode

MAX_BOXES = 100_000
"""Parts of a file that are looked at for its length; a film in fragments of a second has as many in a day."""

DURATION_TOLERANCE = 1.0
"""Seconds that may be missing from the declared length: sound often lasts a little longer."""

TIMESTAMP_TOLERANCE = 0.1
"""Seconds: what is shown of a time."""

GIF_TRAILER, GIF_IMAGE, GIF_EXTENSION = b"\x3b", b"\x2c", b"\x21"
"""What a GIF's blocks begin with."""

BOXES = frozenset(b"ftyp moov moof mdat mfra free skip wide uuid meta styp sidx ssix prft emsg pdin pnot udta".split())
"""Boxes that stand outside all others in an MP4 or a MOV. Whatever else follows them, such as text that somebody
appended, declares nothing."""

ELEMENTS = (b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67")
"""The same of a Matroska file: its header and its segment."""


def duration_limit_reason(limit: float, declared: Fraction | None) -> Fact:
    """limit: in seconds. declared: length of the video, None where it is not known."""
    return Fact(EndingCode.LIMIT_REACHED, {"limit": limit, "declared": _seconds(declared)})


def truncation_reason(seconds: float, declared: Fraction | None) -> Fact:
    """seconds: up to where there are frames."""
    missing = declared is not None and declared >= seconds + TIMESTAMP_TOLERANCE
    return Fact(EndingCode.CUT_OFF, {"seconds": seconds, "declared": _seconds(declared if missing else None)})


def early_end_reason(seconds: float, declared: Fraction | None) -> Fact:
    """seconds: up to where there are frames, in a file that has all its bytes."""
    return Fact(EndingCode.ENDS_EARLY, {"seconds": seconds, "declared": _seconds(declared)})


def _seconds(declared: Fraction | None) -> float:
    return math.nan if declared is None else float(declared)


def is_truncated(path: Path, media_type: str) -> bool:
    """Whether the parts of the file (boxes, chunks, segments) declare more bytes than it has. False for types that
    declare none. Raises MediaError (`file_missing`)."""
    with open_file(path) as file:
        size = file.seek(0, SEEK_END)
        if media_type in ("video/mp4", "video/quicktime", "video/3gpp"):
            return _end(file, size, _box_length) > size
        if media_type == "video/x-msvideo":
            return _end(file, size, _chunk_length) > size
        if media_type in ("video/webm", "video/x-matroska"):
            return _end(file, size, _element_length) > size
        if media_type == "image/gif":
            return _is_gif_truncated(file)
    return False


def _end(file: BinaryIO, size: int, length: Callable[[bytes], int]) -> int:
    """Where the last part that begins in the file would end. length: of a part by its first 16 bytes, 0 where it is not
    known."""
    at = 0
    for _ in range(MAX_BOXES):
        if at >= size:
            break
        file.seek(at)
        declared = length(file.read(16))
        if not declared:
            break
        at += declared
    return at


def _box_length(head: bytes) -> int:
    """Length of an ISO box (ISO/IEC 14496-12, 4.2); 0 where it goes to the end of the file or is none."""
    if head[4:8] not in BOXES:
        return 0
    short = int.from_bytes(head[:4], "big")
    if short == 1 and len(head) == 16:
        return int.from_bytes(head[8:], "big")
    return short if short >= 8 else 0


def _chunk_length(head: bytes) -> int:
    """Length of a RIFF chunk, without the byte after an odd one, which files may lack; 0 where it was never filled
    in."""
    length = int.from_bytes(head[4:8], "little")
    return length + 8 if head[:4] == b"RIFF" and length else 0


def _element_length(head: bytes) -> int:
    """Length of an EBML element (RFC 8794, 4 and 6); 0 where it is not known."""
    if len(head) < 16 or head[:4] not in ELEMENTS or head[4] == 0:
        return 0
    width = 9 - head[4].bit_length()
    value = int.from_bytes(head[4 : 4 + width], "big") & ((1 << 7 * width) - 1)
    return 0 if value == (1 << 7 * width) - 1 else 4 + width + value


def _is_gif_truncated(file: BinaryIO) -> bool:
    """Whether a GIF ends before its trailer (GIF89a, 15 to 27). False where what comes is no block, for then nothing is
    known."""
    file.seek(0)
    file.seek(_color_table_size(file.read(13)[10:11]), SEEK_CUR)
    while block := file.read(1):
        if block == GIF_IMAGE:
            file.seek(_color_table_size(file.read(9)[8:]) + 1, SEEK_CUR)
        elif block == GIF_EXTENSION:
            file.seek(1, SEEK_CUR)
        else:
            return False
        while length := int.from_bytes(file.read(1)):
            file.seek(length, SEEK_CUR)
    return True


def _color_table_size(flags: bytes) -> int:
    """Bytes of the table of colors that follows."""
    value = int.from_bytes(flags)
    return 3 << (value & 7) + 1 if value & 0x80 else 0
