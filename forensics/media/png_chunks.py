"""A PNG as its chunks (PNG, third edition, 5 and 11): what decides its pixels goes to the decoder, faults in all else
are named.

A decoder may pass over an ancillary chunk that is faulty (13.2); Pillow refuses the file.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

SIGNATURE_LENGTH, CHUNK_FRAME = 8, 12
"""Bytes of the signature; those of a chunk beside its data: length, name, CRC."""

CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})

CHUNK_LENGTHS = {b"gAMA": {4}, b"cHRM": {32}, b"sRGB": {1}, b"cICP": {4}, b"acTL": {8}, b"fcTL": {26}}
"""Bytes of the data of ancillary chunks that always have the same number."""

TRANSPARENCY_LENGTHS = {0: {2}, 2: {6}, 3: set(range(1, 257))}
"""Color type → bytes that tRNS may have; other types have none."""

KEPT = CRITICAL | CHUNK_LENGTHS.keys() | {b"tRNS", b"eXIf", b"fdAT"}
"""What the decoder gets. The profile is read here, and no other chunk changes a pixel."""

NAME = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

MAX_PROFILE_BYTES = 16_000_000
"""Of an unpacked color profile; the largest in use, of printers, have some 3 MB."""


class PngParts(NamedTuple):
    """content: the file with what the decoder needs. profile: the ICC profile. cicp: code points of primaries,
    transfer, matrix and range (ITU-T H.273). faulty: names of the chunks that were passed over. end: where the picture
    ends in the file."""

    content: bytes
    profile: bytes | None
    cicp: tuple[int, int, int, int] | None
    faulty: tuple[str, ...]
    end: int


class _Chunk(NamedTuple):
    name: bytes
    start: int
    data: bytes
    sound: bool
    """Whether its CRC is right. Not asked of critical chunks, which the decoder checks."""


def split_png(content: bytes) -> PngParts:
    """content: begins with the signature of a PNG. What ends early or is no chunk is left to the decoder."""
    kept, faulty = [content[:SIGNATURE_LENGTH]], []
    profile, cicp, end, color_type = None, None, SIGNATURE_LENGTH, content[25:26]
    for chunk in _chunks(content):
        end = chunk.start + CHUNK_FRAME + len(chunk.data)
        if chunk.name == b"iCCP":
            profile = _inflate(chunk.data) if chunk.sound else None
        if not _is_sound(chunk, color_type) or (chunk.name == b"iCCP" and profile is None):
            faulty.append(chunk.name.decode("ascii"))
        elif chunk.name == b"cICP":
            cicp = struct.unpack("4B", chunk.data)
        elif chunk.name in KEPT:
            kept.append(content[chunk.start : end])
    rest = content[end:] if kept[-1][4:8] != b"IEND" else b""
    return PngParts(b"".join([*kept, rest]), profile, cicp, tuple(dict.fromkeys(faulty)), end)


def _chunks(content: bytes) -> Iterator[_Chunk]:
    """Up to IEND, or to the first that is cut off or has no name."""
    start, name = SIGNATURE_LENGTH, b""
    while name != b"IEND" and start + CHUNK_FRAME <= len(content):
        length, name = struct.unpack_from(">I4s", content, start)
        end = start + CHUNK_FRAME + length
        if end > len(content) or name.strip(NAME):
            return
        data = content[start + 8 : end - 4]
        sound = name in CRITICAL or zlib.crc32(name + data) == int.from_bytes(content[end - 4 : end], "big")
        yield _Chunk(name, start, data, sound)
        start = end


def _is_sound(chunk: _Chunk, color_type: bytes) -> bool:
    lengths = CHUNK_LENGTHS.get(chunk.name)
    if chunk.name == b"tRNS":
        lengths = TRANSPARENCY_LENGTHS.get(int.from_bytes(color_type), set())
    return chunk.sound and (lengths is None or len(chunk.data) in lengths)


def _inflate(data: bytes) -> bytes | None:
    """The profile of an iCCP chunk: a name, a zero, the method 0, a zlib stream. None where it is none."""
    packed = data.partition(b"\0")[2]
    unpacker = zlib.decompressobj()
    try:
        profile = unpacker.decompress(packed[1:], MAX_PROFILE_BYTES)
    except zlib.error:
        return None
    return profile if unpacker.eof and packed[:1] == b"\0" else None
