"""What a picture's file holds beside the picture: gain maps, depth maps, further pictures, videos, data after its end.

A viewer shows none of it, and it may contradict what is shown; it is named, not analyzed.
"""

import re
from collections import Counter
from collections.abc import Iterator

from PIL.ImageFile import ImageFile as PillowImage
from pillow_heif import HeifImageFile

from forensics.facts import Fact
from forensics.media.file_type import is_video, sniff_media_type
from forensics.media.jpeg_segments import JPEG_START, JpegParts, split_jpeg
from forensics.types.image_codes import ImageNoteCode
from forensics.validation import present

GAIN_MAP_MARKS = (b"hdrgm:", b"urn:iso:std:iso:ts:21496", b"hdrgainmap", b"HDRGainMap")
"""In the application segments of a gain map: Ultra HDR, ISO 21496-1, Apple's; or in the type of an auxiliary item."""

DEPTH_MARKS = (b"GDepth:Data", b"GDepth:Format", b"depthmap", b"DepthMap", b"auxid:2", b":depth", b"disparity")

EMBEDDED_PICTURE_MARK = b"GImage:Data"
"""In XMP of Google's camera: a further picture, as text."""

ALPHA_MARKS = (b":alpha", b"hevc:2015:auxid:1")
"""Types of auxiliary items that hold transparency, which is obeyed."""

SAME_SHAPE = 0.02
"""Up to so great a difference of width over height a smaller picture is taken for a smaller version."""

PADDING = re.compile(rb"(?:[\0\n\r ]|\xff(?!\xd8))*")

MAX_PARTS = 64
"""Pictures behind each other that are looked at one by one."""

MOTION_PHOTO_BOX = b"mpvd"

VIDEO_IN_DATA = b"ftyp"
"""At the fifth byte of an MP4. Telephones put the video of a motion photo after data of their own."""

HEAD = 4096
"""Bytes by which the type of what follows is told."""


def further_content(content: bytes, found: str, end: int, image: PillowImage) -> list[Fact]:
    """What else is in the file. found: its media type. end: where the picture ends, as `picture_end` has it."""
    counts: Counter[ImageNoteCode] = Counter()
    appended = 0
    for code, number in (*_inside(content, found, image), *_after(content, end)):
        if code == ImageNoteCode.APPENDED_DATA:
            appended += number
        else:
            counts[code] += number
    facts = [Fact(code, dict.fromkeys(code.parameters, counts[code])) for code in ImageNoteCode if counts[code]]
    return facts + ([Fact(ImageNoteCode.APPENDED_DATA, {"bytes": appended})] if appended else [])


def picture_end(content: bytes, found: str) -> int:
    """Where the picture ends in the file; the file's length where that cannot be told."""
    if found == "image/jpeg":
        return split_jpeg(content).end
    if found in ("image/heic", "image/avif"):
        return _boxes_end(content)
    declared = 0
    if found == "image/webp":
        length = int.from_bytes(content[4:8], "little")
        declared = 8 + length + length % 2
    elif found == "image/bmp":
        declared = int.from_bytes(content[2:6], "little")
    return declared if 0 < declared < len(content) else len(content)


def _inside(content: bytes, found: str, image: PillowImage) -> Iterator[tuple[ImageNoteCode, int]]:
    if found == "image/jpeg":
        said = b"".join(split_jpeg(content).applications)
        if any(mark in said for mark in DEPTH_MARKS[:2]):
            yield ImageNoteCode.DEPTH_MAP, 1
        if EMBEDDED_PICTURE_MARK in said:
            yield ImageNoteCode.FURTHER_PICTURES, 1
    if isinstance(image, HeifImageFile):
        depths = len(image.info.get("depth_images") or ())
        if depths:
            yield ImageNoteCode.DEPTH_MAP, depths
        for kind, items in (image.info.get("aux") or {}).items():
            mark = str(kind).encode()
            if not any(alpha in mark for alpha in ALPHA_MARKS):
                yield _kind_of(mark) or ImageNoteCode.FURTHER_PICTURES, len(items)


def _after(content: bytes, end: int) -> Iterator[tuple[ImageNoteCode, int]]:
    """Pictures and videos that lie one after the other behind the picture, and what cannot be told."""
    first = split_jpeg(content) if content.startswith(JPEG_START) else None
    for _ in range(MAX_PARTS):
        end = present(PADDING.match(content, end)).end()
        if not content.startswith(JPEG_START, end):
            break
        inner = split_jpeg(content, end)
        yield _kind_of(b"".join(inner.applications)) or _size_kind(inner, first), 1
        end = inner.end
    head = content[end : end + HEAD]
    if not head:
        return
    if is_video(head) or content.find(VIDEO_IN_DATA, end) >= 0:
        yield ImageNoteCode.FURTHER_VIDEO, 1
    elif sniff_media_type(head).startswith("image/"):
        yield ImageNoteCode.FURTHER_PICTURES, 1
    else:
        yield ImageNoteCode.APPENDED_DATA, len(content) - end


def _kind_of(said: bytes) -> ImageNoteCode | None:
    if any(mark in said for mark in GAIN_MAP_MARKS):
        return ImageNoteCode.GAIN_MAP
    return ImageNoteCode.DEPTH_MAP if any(mark in said for mark in DEPTH_MARKS) else None


def _size_kind(inner: JpegParts, first: JpegParts | None) -> ImageNoteCode:
    if first is not None and inner.height and first.height and inner.width <= first.width:
        apart = inner.width / inner.height * first.height / max(first.width, 1) - 1
        smaller = inner.width < first.width and abs(apart) <= SAME_SHAPE
        return ImageNoteCode.SMALLER_VERSIONS if smaller else ImageNoteCode.FURTHER_PICTURES
    return ImageNoteCode.FURTHER_PICTURES


def _boxes_end(content: bytes) -> int:
    """Of ISO base media (ISO/IEC 14496-12, 4.2): up to the box of a motion photo's video, or to what is no box."""
    at = 0
    while at + 8 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if length == 1:
            length = int.from_bytes(content[at + 8 : at + 16], "big")
        elif length == 0:
            return len(content)
        if name == MOTION_PHOTO_BOX or not name.isalnum() or length < 8:
            return at
        at += length
    return min(at, len(content))
