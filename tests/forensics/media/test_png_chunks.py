"""Faults beside the picture of a PNG are named; the picture is read."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms
from png_files import PIXELS, chunk, png

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.image import decode_image, probe_image
from forensics.media.png_chunks import split_png
from forensics.types.image_codes import ImageNoteCode


def profile_chunk(name=b"iCCP", method=b"\0", crc=None):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return chunk(name, b"x\0" + method + zlib.compress(profile), crc)


def faulty(*names):
    return (Fact(ImageNoteCode.FAULTY_PARTS, {"parts": ", ".join(names)}),)


@pytest.mark.parametrize(
    ("chunks", "notes"),
    [
        ([], ()),
        ([chunk(b"pHYs", bytes(9), crc=1)], faulty("pHYs")),
        ([chunk(b"pHYs", b"\1")], ()),  # says nothing of pixels, and is not read
        ([chunk(b"tEXt", b"a\0b", crc=1), chunk(b"tEXt", b"c\0d", crc=2)], faulty("tEXt")),
        ([chunk(b"zTXt", b"workflow\0\0" + zlib.compress(bytes(3_000_000)))], ()),
        ([chunk(b"gAMA", b"\0")], faulty("gAMA")),
        ([chunk(b"gAMA", struct.pack(">I", 100_000), crc=1)], faulty("gAMA")),
        ([chunk(b"cHRM", bytes(31)), chunk(b"sRGB", b"")], faulty("cHRM", "sRGB")),
        ([chunk(b"tRNS", b"\0")], faulty("tRNS")),
        ([chunk(b"acTL", bytes(3))], faulty("acTL")),
        ([profile_chunk()], ()),
        ([profile_chunk(crc=1)], faulty("iCCP")),
        ([profile_chunk(method=b"\1")], faulty("iCCP")),
        ([chunk(b"iCCP", b"x\0\0not packed")], faulty("iCCP")),
        ([chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(17_000_000)))], faulty("iCCP")),
        ([chunk(b"eXIf", b"nonsense")], ()),
    ],
)
def test_what_is_not_the_picture_never_hides_it(chunks, notes):
    media = probe_image(png(*chunks), "a.png")
    assert media.notes == notes
    np.testing.assert_array_equal(decode_image(media).pixels, PIXELS)


@pytest.mark.parametrize(("name", "place"), [(b"IHDR", 13), (b"IDAT", 40)])
def test_a_fault_in_the_picture_itself_is_damage(name, place):
    """In the CRC of the header, or in the packed samples, whose own check sum is Adler's."""
    content = bytearray(png())
    content[content.index(name) + 4 + place] ^= 0xFF
    with pytest.raises(MediaError) as caught:
        decode_image(probe_image(bytes(content), "a.png"))
    assert caught.value.code == "damaged"


def test_what_stands_before_the_data_is_handed_on_in_its_order():
    content = png(chunk(b"tEXt", b"a\0b"), chunk(b"gAMA", struct.pack(">I", 45_455)), after=b"tail")
    parts = split_png(content)
    assert parts.content == png(chunk(b"gAMA", struct.pack(">I", 45_455)))
    assert parts.end == len(content) - 4
    assert parts.faulty == ()


@pytest.mark.parametrize("kept", [8, 20, 60, 90])
def test_a_cut_off_file_is_left_to_the_decoder(kept):
    assert split_png(png()[:kept]).content == png()[:kept]


def test_code_points_come_before_a_profile():
    """PNG, third edition, 4.3: linear light by cICP, sRGB by iCCP; half of the light is 188."""
    points = chunk(b"cICP", bytes([1, 8, 0, 1]))
    media = probe_image(png(points, profile_chunk()), "a.png")
    light = PIXELS / 255
    wanted = 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)
    np.testing.assert_allclose(decode_image(media).pixels, wanted, atol=1)
    unspecified = probe_image(png(chunk(b"cICP", bytes([2, 2, 0, 1])), profile_chunk()), "a.png")
    np.testing.assert_array_equal(decode_image(unspecified).pixels, PIXELS)


def test_a_profile_of_png_reaches_the_picture():
    file = io.BytesIO()
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    profile[red : red + 4], profile[blue : blue + 4] = b"bXYZ", b"rXYZ"
    Image.new("RGB", (4, 4), (255, 0, 0)).save(file, "PNG", icc_profile=bytes(profile))
    pixels = decode_image(probe_image(file.getvalue(), "a.png")).pixels
    assert np.abs(pixels[0, 0].astype(int) - [0, 0, 255]).max() <= 2
