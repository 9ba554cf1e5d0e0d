"""Colors that files declare by numbers, wide ones, and what is noted of them."""

import struct

import numpy as np
import pytest
from color_profiles import AS_SRGB, LINEAR, linear_gray_profile, linear_rgb_profile
from PIL import ExifTags, Image, ImageCms

from forensics.media.color_management import color_notes, to_srgb8
from forensics.types.image_codes import ImageNoteCode


def one(mode, value):
    return Image.new(mode, (1, 1), value)


def codes(image):
    return [note.code for note in color_notes(image)]


def with_exif(tags, folder):
    """A gray of 128 and a red of half the signal, with these tags in one of EXIF's folders."""
    image = Image.fromarray(np.array([[[128, 128, 128], [0, 255, 0]]], np.uint8))
    exif = Image.Exif()
    exif[ExifTags.IFD.Exif] = tags if folder == ExifTags.IFD.Exif else {folder: tags}
    image.info["exif"] = exif.tobytes()
    return image


@pytest.mark.parametrize(
    ("tags", "folder"),
    [({40961: 2}, ExifTags.IFD.Exif), ({1: "R03"}, ExifTags.IFD.Interop)],
)
def test_exif_can_say_adobe_rgb(tags, folder):
    """Adobe RGB (1998): gray 128 is light (128 / 255) ^ 2.19921875 = 0.2196, in sRGB 128; its green is more than sRGB
    can show, with a red below zero."""
    image = with_exif(tags, folder)
    assert to_srgb8(image)[0, 0].tolist() == pytest.approx([128] * 3, abs=1)
    assert to_srgb8(image)[0, 1].tolist() == [0, 255, 0]
    assert codes(image) == [ImageNoteCode.WIDE_GAMUT]
    half = Image.fromarray(np.array([[[110, 128, 110]]], np.uint8))
    half.info = image.info
    light = (np.array([110, 128, 110]) / 255) ** (563 / 256) @ ADOBE_TO_SRGB.T
    wanted = 255 * (1.055 * light ** (1 / 2.4) - 0.055)
    np.testing.assert_allclose(to_srgb8(half)[0, 0], wanted, atol=1)


ADOBE_TO_SRGB = np.array([[1.39836, -0.39836, 0], [0, 1, 0], [0, -0.04293, 1.04293]])
"""Linear light, by Bruce Lindbloom's matrices of both spaces."""


@pytest.mark.parametrize("exif", [b"", b"nonsense", b"Exif\0\0MM\0*\0\0\0\x08\xff\xff"])
def test_exif_that_says_nothing_changes_nothing(exif):
    image = one("RGB", (10, 20, 30))
    image.info["exif"] = exif
    assert to_srgb8(image)[0, 0].tolist() == [10, 20, 30]
    assert codes(image) == []
    assert to_srgb8(with_exif({40961: 1}, ExifTags.IFD.Exif))[0, 0].tolist() == [128] * 3


@pytest.mark.parametrize("mode", ["RGB", "L", "LA"])
def test_code_points_of_high_dynamic_range_are_toned(mode):
    """SMPTE ST 2084: signal 0.5807 is 203 cd/m², the white of paper, which BT.2408 puts there; it lands near white, and
    0.4428 is 50.75 cd/m², a quarter of it, which sRGB writes as 137."""
    image = Image.fromarray(np.rint(np.array([[0.4428, 0.5807]]) * 255).astype(np.uint8)).convert("L").convert(mode)
    image.info["cicp"] = (9, 16, 0, 1)
    quarter, white = to_srgb8(image)[0, :, 0].tolist()
    assert quarter == pytest.approx(137, abs=2)
    assert 225 < white < 250
    assert codes(image) == [ImageNoteCode.TONED]


@pytest.mark.parametrize("mode", ["L", "LA", "I;16"])
def test_gray_with_a_profile_of_colors_is_read_as_that_gray_in_colors(mode):
    depth = 65535 if mode == "I;16" else 255
    levels = np.rint(np.array([LINEAR]) * depth).astype(np.uint16 if depth > 255 else np.uint8)
    image = Image.fromarray(levels)
    image = image.convert("LA") if mode == "LA" else image
    image.info["icc_profile"] = linear_rgb_profile()
    np.testing.assert_allclose(to_srgb8(image)[0, :, 0][2:], AS_SRGB[2:], atol=2)
    assert codes(image) == []


def with_primaries(red, green, blue):
    """The sRGB profile with other colorants: X, Y, Z each, for the white of D50."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(profile[128:132], "big")
    for place in range(132, 132 + 12 * count, 12):
        name, offset = bytes(profile[place : place + 4]), int.from_bytes(profile[place + 4 : place + 8], "big")
        colors = {b"rXYZ": red, b"gXYZ": green, b"bXYZ": blue}.get(name)
        if colors:
            profile[offset + 8 : offset + 20] = struct.pack(">3i", *(round(value * 65536) for value in colors))
    return bytes(profile)


DISPLAY_P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))


def test_wide_colors_are_noted_and_those_of_srgb_are_not():
    image = one("RGB", (200, 30, 30))
    image.info["icc_profile"] = with_primaries(*DISPLAY_P3)
    assert codes(image) == [ImageNoteCode.WIDE_GAMUT]
    assert to_srgb8(image)[0, 0].tolist()[0] > 210
    for plain in (linear_rgb_profile(), ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()):
        image.info["icc_profile"] = plain
        assert codes(image) == []
    cicp = one("RGB", (200, 30, 30))
    cicp.info["cicp"] = (12, 13, 0, 1)
    assert codes(cicp) == [ImageNoteCode.WIDE_GAMUT]
    image.info["icc_profile"] = with_primaries(*DISPLAY_P3)
    np.testing.assert_allclose(to_srgb8(cicp), to_srgb8(image), atol=2)


def test_a_profile_that_is_not_used_is_noted():
    for content in (b"nonsense", linear_gray_profile()):
        image = one("RGB", (10, 20, 30))
        image.info["icc_profile"] = content
        assert codes(image) == [ImageNoteCode.UNUSED_PROFILE]
        assert to_srgb8(image)[0, 0].tolist() == [10, 20, 30]
