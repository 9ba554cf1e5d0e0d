"""How a picture is coded, where that is a way that is not read: an intact file is not called damaged."""

import io
import struct
from collections.abc import Mapping
from typing import Any

from PIL.TiffImagePlugin import ImageFileDirectory_v2

from forensics.media.jpeg_segments import split_jpeg

READ_PRECISION, READ_PROCESSES = 8, frozenset({0xC0, 0xC1, 0xC2, 0xC9, 0xCA})
"""Of JPEG: bits of a sample; baseline, sequential and progressive, by Huffman or arithmetic codes."""

COMPRESSION_TAG, PHOTOMETRIC_TAG, SAMPLES_TAG = 259, 262, 277

BITS_TAG, PLANAR_TAG, FORMAT_TAG = 258, 284, 339

READ_COMPRESSIONS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 32773, 32946, 34925, 50000})

COMPRESSIONS: Mapping[int, str] = {
    **{9: "JBIG", 10: "JBIG", 32766: "NeXT", 32809: "ThunderScan", 34661: "JBIG", 34676: "LogLuv"},
    **{34677: "LogLuv", 34712: "JPEG2000", 34887: "LERC", 34892: "LossyJPEG", 34933: "PNG"},
    **{34934: "JPEG-XR", 50001: "WebP", 50002: "JPEG-XL", 52546: "JPEG-XL"},
}
"""Of TIFF: its registered values."""

SAMPLE_FORMATS: Mapping[int, str] = {1: "uint", 2: "int", 3: "float", 5: "complex", 6: "complex"}

PHOTOMETRICS: Mapping[int, str] = {
    **{0: "gray", 1: "gray", 2: "RGB", 3: "palette", 4: "mask", 5: "CMYK", 6: "YCbCr", 8: "CIELab", 9: "ICCLab"},
    **{10: "ITULab", 32803: "CFA", 32844: "LogL", 32845: "LogLuv", 34892: "LinearRaw"},
}

BMP_COMPRESSIONS: Mapping[int, str] = {4: "JPEG", 5: "PNG", 11: "CMYK", 12: "CMYK-RLE8", 13: "CMYK-RLE4"}


def unread_coding(content: bytes, found: str) -> str | None:
    """What a picture that could not be decoded is coded as, such as "WebP"; None where it is a way that is read.
    found: its media type."""
    if found == "image/jpeg":
        parts = split_jpeg(content)
        if parts.process and parts.process not in READ_PROCESSES:
            return f"SOF{parts.process & 0xF}"
        return f"{parts.precision}-bit" if parts.process and parts.precision != READ_PRECISION else None
    if found == "image/bmp":
        return BMP_COMPRESSIONS.get(int.from_bytes(content[30:34], "little"))
    return unread_compression(content) or _unread_samples(_tags(content)) if found == "image/tiff" else None


def unread_compression(tiff: bytes) -> str | None:
    """The compression of the first page of a TIFF, where it is none that is read."""
    compression = int(_tags(tiff).get(COMPRESSION_TAG, 1))
    return None if compression in READ_COMPRESSIONS else COMPRESSIONS.get(compression, str(compression))


def misread_samples(tiff: bytes) -> str | None:
    """The samples of a TIFF that Pillow reads as others without a word: 16 bits of several colors, a plane each."""
    tags = _tags(tiff)
    in_planes = tags.get(PLANAR_TAG, 1) == 2 and int(tags.get(SAMPLES_TAG, 1)) > 1
    return _unread_samples(tags) if in_planes else None


def _tags(tiff: bytes) -> Mapping[int, Any]:
    """Of the first page; none where they cannot be read."""
    file = io.BytesIO(tiff)
    try:
        tags = ImageFileDirectory_v2(file.read(16 if b"+" in tiff[2:4] else 8))
        file.seek(tags.next)
        tags.load(file)
        return dict(tags)
    except (OSError, SyntaxError, ValueError, TypeError, LookupError, struct.error):
        return {}


def _unread_samples(tags: Mapping[int, Any]) -> str | None:
    """The samples of a TIFF, where they are no kind that Pillow has a mode for."""
    bits, formats = tags.get(BITS_TAG, (1,)), tags.get(FORMAT_TAG, (1,))
    samples, photometric = int(tags.get(SAMPLES_TAG, 1)), int(tags.get(PHOTOMETRIC_TAG, 1))
    unusual = (
        (samples > 1 and (formats[0] != 1 or bits[0] not in (8, 16)))
        or bits[0] > 32
        or photometric not in (0, 1, 2, 3, 5, 6, 8)
        or (formats[0] == 3 and bits[0] != 32)
        or (samples > 1 and bits[0] == 16 and tags.get(PLANAR_TAG, 1) != 1)
    )
    if not unusual:
        return None
    kind, colors = SAMPLE_FORMATS.get(formats[0], "sample"), PHOTOMETRICS.get(photometric, str(photometric))
    return f"{samples}×{kind}{bits[0]}-{colors}"
