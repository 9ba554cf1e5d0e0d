"""An intact picture that is coded in a way that is not read is not called damaged."""

import io
import struct

import numpy as np
import pytest
from PIL import Image

from forensics.errors import MediaError
from forensics.media.image import decode_image, probe_image


def tiff(bits=8, photometric=1, compression=1, samples=1, sample_format=1, data=bytes(64), planar=1):
    """Two by two pixels, by hand."""
    values = {256: 2, 257: 2, 259: compression, 262: photometric, 273: 0, 277: samples, 278: 2, 279: len(data)}
    values |= {258: bits, 339: sample_format, 284: planar}
    start = 8 + 2 + 12 * len(values) + 4
    extra = b""
    entries = b""
    for tag, value in sorted(values.items()):
        if tag in (258, 339) and samples > 2:
            entries += struct.pack("<HHII", tag, 3, samples, start + len(extra))
            extra += struct.pack(f"<{samples}H", *[value] * samples)
        else:
            place = start + 32 if tag == 273 else value
            entries += struct.pack("<HHII", tag, 4 if tag in (273, 279) else 3, 1, place)
    return b"II*\0" + struct.pack("<IH", 8, len(values)) + entries + bytes(4) + extra.ljust(32, b"\0") + data


def jpeg_of(process=0xC0, precision=8):
    file = io.BytesIO()
    Image.fromarray(np.zeros((16, 16, 3), np.uint8)).save(file, "JPEG")
    content = bytearray(file.getvalue())
    at = content.index(b"\xff\xc0")
    content[at + 1], content[at + 4] = process, precision
    return bytes(content)


def bmp(compression):
    return b"BM" + struct.pack("<IIIIiiHHIIIIII", 54, 0, 54, 40, 4, 4, 1, 24, compression, 0, 0, 0, 0, 0) + bytes(64)


@pytest.mark.parametrize(
    ("content", "coding"),
    [
        (tiff(compression=50001), "WebP"),
        (tiff(compression=34712), "JPEG2000"),
        (tiff(compression=34676), "LogLuv"),
        (tiff(compression=12345), "12345"),
        (tiff(bits=32, photometric=2, samples=3, sample_format=3), "3×float32-RGB"),
        (tiff(bits=64, sample_format=3), "1×float64-gray"),
        (tiff(bits=16, sample_format=3), "1×float16-gray"),
        (tiff(bits=16, photometric=32803), "1×uint16-CFA"),
        (tiff(bits=16, photometric=2, samples=3, planar=2), "3×uint16-RGB"),
        (jpeg_of(precision=12), "12-bit"),
        (jpeg_of(process=0xC3), "SOF3"),
        (bmp(4), "JPEG"),
    ],
)
def test_it_is_called_by_its_coding(content, coding, capfd):
    with pytest.raises(MediaError) as caught:
        decode_image(probe_image(content, "a"))
    assert (caught.value.code, caught.value.fact.parameters.get("coding")) == ("unsupported_type", coding)
    assert coding in str(caught.value)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [jpeg_of()[:300], tiff(compression=5, data=b"\xff" * 64), bmp(1)[:60], b"II*\0"])
def test_what_is_damaged_is_still_called_so(content):
    with pytest.raises(MediaError) as caught:
        decode_image(probe_image(content, "a"))
    assert caught.value.code == "damaged"
