"""What a file is, by its first bytes alone: names and suffixes are claims of the sender."""

import codecs
import re
import struct

from forensics.error_codes import DetailCode
from forensics.facts import Fact

SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),  # BigTIFF
    (b"MM\0+", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"\0\0\0\x0cjP  ", "image/jp2"),
    (b"\xff\x0a", "image/jxl"),
    (b"\0\0\0\x0cJXL ", "image/jxl"),
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"FLV\x01", "video/x-flv"),
    (b"OggS", "video/ogg"),
    (b"\0\0\x01\xba", "video/mpeg"),
    (b"\0\0\x01\xb3", "video/mpv"),  # MPEG-1 or MPEG-2 without a container
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-asf"),
    (b"\x06\x0e\x2b\x34\x02\x05\x01\x01\x0d\x01\x02", "application/mxf"),
    (b"DKIF", "video/x-ivf"),
    (b".RMF", "video/vnd.rn-realvideo"),
    (b"YUV4MPEG2 ", "video/x-yuv4mpeg"),
    (b"nut/multimedia container", "video/x-nut"),
    (b"FWS", "video/x-shockwave-flash"),
    (b"CWS", "video/x-shockwave-flash"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b".snd", "audio/basic"),
    (b"caff", "audio/x-caf"),
    (b"MThd", "audio/midi"),
    (b"\x0b\x77", "audio/ac3"),
)
"""First bytes, media type. Containers (RIFF, ISO base media, EBML) are told apart by the functions below."""

MPEG_SOUND = {
    0xFFF1: "audio/aac",
    0xFFF9: "audio/aac",
    0xFFFA: "audio/mpeg",
    0xFFFB: "audio/mpeg",
    0xFFF3: "audio/mpeg",
}
"""First two bytes of sound without a container."""

UNIT = re.compile(rb"\x00\x00\x01(..)", re.DOTALL)
"""The start code of a unit of a raw H.264 or H.265 stream and its first bytes (ITU-T H.264 and H.265, annex B)."""

VIDEO_TYPES = frozenset(
    {
        *("video/mp4", "video/quicktime", "video/3gpp", "video/webm", "video/x-matroska", "video/x-msvideo"),
        *("video/x-ms-asf", "video/mp2t", "video/mpeg", "video/mpv", "video/x-flv", "video/ogg", "application/mxf"),
        *("video/h264", "video/h265", "video/x-ivf", "image/gif", "image/apng", "image/webp-sequence"),
        "image/avif-sequence",
    }
)
"""What is taken as a video."""

BMP_HEADERS = frozenset({12, 40, 52, 56, 64, 108, 124})
"""Lengths of the second header of a BMP. Its magic of two letters alone could begin a text."""

HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis"})
SEQUENCE_BRANDS = frozenset({b"hevc", b"hevx", b"hevm", b"hevs", b"msf1", b"avis"})
AVIF_BRANDS = frozenset({b"avif"})
STILL_BRANDS = frozenset({b"mif1", b"mif2"})
"""Say only that a still picture is inside; the other brands of the file say how it is coded."""

QUICKTIME_ATOMS = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip"})
"""With one of these a QuickTime film from before `ftyp` begins."""

EBML, WEBM_DOC_TYPE = b"\x1a\x45\xdf\xa3", b"\x42\x82\x84webm"
"""What Matroska begins with, and the element in its header that makes it a WebM."""

TRANSPORT_PACKETS = ((0, 188), (4, 192))
"""Where the first packet's sync byte lies and how long packets are: broadcast, and a camcorder's with time stamps."""

WEBP_ANIMATION = 2
"""Flag of a WebP's extended header."""

UNKNOWN = "application/octet-stream"


def sniff_media_type(content: bytes) -> str:
    """The media type, such as "image/jpeg"; "text/plain" for text, "application/octet-stream" where nothing fits."""
    for magic, found in SIGNATURES:
        if content.startswith(magic):
            if found == "image/png" and _is_animated_png(content):
                return "image/apng"
            return "image/x-canon-cr2" if found == "image/tiff" and content[8:10] == b"CR" else found
    if content[:2] == b"BM" and int.from_bytes(content[14:18], "little") in BMP_HEADERS:
        return "image/bmp"
    held = _container_type(content) or _raw_stream_type(content)
    if held is None and _is_text(content[:4096]):
        return "text/plain"
    return held or ("video/quicktime" if content[4:8] in QUICKTIME_ATOMS else UNKNOWN)


def _container_type(content: bytes) -> str | None:
    """What a container of several formats holds; None for what is no such container."""
    if content[:4] == b"RIFF":
        animated = content[12:16] == b"VP8X" and bool(content[20:21]) and bool(content[20] & WEBP_ANIMATION)
        webp = "image/webp-sequence" if animated else "image/webp"
        kinds = {b"WEBP": webp, b"AVI ": "video/x-msvideo", b"WAVE": "audio/wav"}
        return kinds.get(content[8:12], UNKNOWN)
    if content[:4] == b"FORM" and content[8:12] in (b"AIFF", b"AIFC"):
        return "audio/aiff"
    if content[4:8] == b"ftyp":
        return _iso_base_media_type(content)
    if content.startswith(EBML):
        return "video/webm" if WEBM_DOC_TYPE in content[:64] else "video/x-matroska"
    transport = any(_is_transport_stream(content, *layout) for layout in TRANSPORT_PACKETS)
    return "video/mp2t" if transport else None


def _raw_stream_type(content: bytes) -> str | None:
    """What a stream without a container holds: of H.264 and H.265 one with the parameters of a sequence near its
    beginning, sound by its sync word."""
    if content.startswith((b"\0\0\0\1", b"\0\0\1")):
        units = UNIT.findall(content)
        if any(unit in (b"\x40\1", b"\x42\1") for unit in units):
            return "video/h265"
        if any(unit[0] & 0x9F == 7 for unit in units):
            return "video/h264"
    return MPEG_SOUND.get(int.from_bytes(content[:2]))


def _is_animated_png(content: bytes) -> bool:
    """Whether a chunk before the picture announces several ones (PNG, third edition, 11.3.6.1)."""
    at = 8
    while at + 12 <= len(content) and content[at + 4 : at + 8] != b"IDAT":
        if content[at + 4 : at + 8] == b"acTL":
            return content[at : at + 4] == ACTL_LENGTH and int.from_bytes(content[at + 8 : at + 12]) > 1
        at += 12 + int.from_bytes(content[at : at + 4])
    return False


ACTL_LENGTH = b"\0\0\0\x08"
"""Of the data of an APNG's first chunk of its own; any other is a fault, and the file a still picture."""


def is_video(head: bytes) -> bool:
    """Whether a file that begins so goes the way of videos; head: its first kilobytes."""
    return sniff_media_type(head) in VIDEO_TYPES


def _iso_base_media_type(content: bytes) -> str:
    """HEIC, AVIF or a film: the box `ftyp` lists its brands, the major one first, then a version, then the others."""
    end = min(int.from_bytes(content[:4], "big"), 512)
    brands = [content[8:12]] + [content[at : at + 4] for at in range(16, end, 4)]
    if brands[0] in SEQUENCE_BRANDS:
        return "image/avif-sequence" if brands[0] == b"avis" else "image/heic-sequence"
    if AVIF_BRANDS & set(brands):
        return "image/avif"
    if brands[0] in HEIF_BRANDS or (brands[0] in STILL_BRANDS and HEIF_BRANDS & set(brands)):
        return "image/heic"
    if brands[0] in STILL_BRANDS:
        return UNKNOWN
    if brands[0][:2] in (b"3g", b"3G"):
        return "video/3gpp"
    return {b"qt  ": "video/quicktime", b"crx ": "image/x-canon-cr3"}.get(brands[0], "video/mp4")


def _is_transport_stream(content: bytes, start: int, length: int) -> bool:
    """A sync byte at the beginning of each of the first packets."""
    syncs = content[start : start + 5 * length : length]
    return len(syncs) >= 3 and set(syncs) == {0x47}


def _is_text(start: bytes) -> bool:
    if not start or any(byte < 9 or 13 < byte < 27 for byte in start):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)  # may end within a letter
    except UnicodeDecodeError:
        return False
    return True


class HeaderError(ValueError):
    """The header of a picture or video is none."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(fact.code)
        self.fact = fact


def header_dimensions(content: bytes, found: str) -> tuple[int, int] | None:
    """Width and height as the header of a PNG, WebP or GIF declares them; None for other types, whose readers tell the
    size before they take memory. Raises HeaderError.
    """
    try:
        if found == "image/png":
            return struct.unpack_from(">II", content, 16)
        if found == "image/gif":
            return struct.unpack_from("<HH", content, 6)
        return _webp_size(content) if found in ("image/webp", "image/webp-sequence") else None
    except struct.error as error:
        raise HeaderError(Fact(DetailCode.HEADER_CUT_OFF)) from error


def _webp_size(content: bytes) -> tuple[int, int]:
    chunk = content[12:16]
    if chunk == b"VP8X":
        wide_low, wide_high, high_low, high_high = struct.unpack_from("<HBHB", content, 24)
        return (wide_high << 16 | wide_low) + 1, (high_high << 16 | high_low) + 1
    if chunk == b"VP8L":
        bits = struct.unpack_from("<I", content, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", content, 26)
        return width & 0x3FFF, height & 0x3FFF
    raise HeaderError(Fact(DetailCode.WRONG_WEBP_CHUNK, {"chunk": repr(chunk)}))
