"""Whatever colors a file holds become 8-bit sRGB."""

import io
import struct

import numpy as np
import pytest
from color_profiles import AS_SRGB, LINEAR, linear_gray_profile, linear_rgb_profile
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from forensics.media.color_management import to_srgb8


def one(mode: str, value: object) -> Image.Image:
    return Image.new(mode, (1, 1), value)


@pytest.mark.parametrize(
    ("image", "wanted"),
    [
        (one("RGB", (10, 20, 30)), [10, 20, 30]),
        (one("L", 77), [77, 77, 77]),
        (one("1", 1), [255, 255, 255]),
        (one("I;16", 65535), [255, 255, 255]),
        (one("I;16", 257 * 100), [100, 100, 100]),
        (one("CMYK", (0, 255, 255, 0)), [255, 0, 0]),
        (one("YCbCr", (128, 128, 128)), [128, 128, 128]),
        (one("RGBA", (0, 0, 0, 255)), [0, 0, 0]),
        (one("RGBA", (0, 0, 0, 51)), [204, 204, 204]),  # a fifth of black on white
        (one("LA", (100, 0)), [100, 100, 100]),  # zero everywhere: a channel never filled
    ],
)
def test_every_mode_has_its_rgb(image, wanted):
    assert to_srgb8(image)[0, 0].tolist() == wanted


def test_a_palette_with_a_transparent_color_shows_white_there():
    image = Image.new("P", (2, 1))
    image.putpalette([9, 8, 7, 200, 100, 50])
    image.putpixel((1, 0), 1)
    image.info["transparency"] = 0
    assert to_srgb8(image).tolist() == [[[255, 255, 255], [200, 100, 50]]]


@pytest.mark.parametrize(
    ("levels", "wanted"),
    [
        ([0.0, 0.5, 1.0], [0, 128, 255]),  # white is 1
        ([0.0, 51.0, 255.0], [0, 51, 255]),  # white is 255
        ([0.0, 257.0, 65535.0], [0, 1, 255]),  # white is 65535
        ([0.0, 65535 / 2, 100_000.0], [0, 128, 255]),  # brighter than white
        ([0.5] * 19 + [3.0], [128] * 19 + [255]),  # brighter than white
        ([-3.0, float("nan"), float("inf")], [0, 0, 0]),
    ],
)
def test_float_gray_has_a_fixed_white_where_one_fits(levels, wanted):
    image = Image.fromarray(np.array([levels], np.float32))
    assert to_srgb8(image)[0, :, 0].tolist() == wanted


def test_32_bit_gray_never_takes_one_for_white():
    image = Image.fromarray(np.array([[0, 1, 1]], np.int32))
    assert to_srgb8(image)[0, :, 0].tolist() == [0, 1, 1]


def test_an_embedded_profile_is_applied():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))
    red, blue = profile.index(b"rXYZ"), profile.index(b"bXYZ")
    swapped = bytearray(profile)
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    image = one("RGB", (255, 0, 0))
    image.info["icc_profile"] = bytes(swapped)
    assert np.abs(to_srgb8(image)[0, 0].astype(int) - [0, 0, 255]).max() <= 2


@pytest.mark.parametrize(
    "profile", [b"", b"nonsense", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()]
)
def test_a_damaged_or_unfit_profile_counts_as_none(profile):
    image = one("RGB", (10, 20, 30))
    image.info["icc_profile"] = profile
    assert to_srgb8(image)[0, 0].tolist() == [10, 20, 30]


def test_srgb_pixels_pass_unchanged():
    noise = np.random.default_rng(0).integers(0, 256, (8, 8, 3), np.uint8)
    image = Image.fromarray(noise)
    image.info["icc_profile"] = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert np.array_equal(to_srgb8(image), noise)


def test_lab_becomes_rgb():
    assert np.abs(to_srgb8(one("LAB", (255, 128, 128)))[0, 0].astype(int) - 255).max() <= 2


def test_a_profile_is_obeyed_by_what_it_says_and_not_by_its_name():
    image = Image.fromarray(np.rint(np.array(LINEAR) * 255).astype(np.uint8)[None].repeat(3, 0).T[None])
    image.info["icc_profile"] = linear_rgb_profile()
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(linear_rgb_profile())))
    np.testing.assert_allclose(to_srgb8(image)[0, 2:, 1], AS_SRGB[2:], atol=2)


@pytest.mark.parametrize("mode", ["L", "LA", "I;16"])
def test_gray_goes_through_its_profile(mode):
    depth = 65535 if mode == "I;16" else 255
    levels = np.rint(np.array([LINEAR]) * depth)
    image = Image.fromarray(levels.astype(np.uint16 if depth > 255 else np.uint8))
    image = image.convert("LA") if mode == "LA" else image
    assert image.mode == mode
    image.info["icc_profile"] = linear_gray_profile()
    np.testing.assert_allclose(to_srgb8(image)[0, :, 0][2:], AS_SRGB[2:], atol=1)


def png(levels, *chunks):
    """The PNG file with further chunks, as a reader opens it. levels: (n,) in [0, 1], gray."""
    info, file = PngInfo(), io.BytesIO()
    for name, content in chunks:
        info.add(name, content)
    Image.fromarray(np.rint(np.array([levels]) * 255).astype(np.uint8)).convert("RGB").save(file, "PNG", pnginfo=info)
    image = Image.open(file)
    image.load()
    return image


GAMMA_1 = (b"gAMA", struct.pack(">I", 100_000))


def test_the_gamma_of_a_png_is_obeyed():
    np.testing.assert_allclose(to_srgb8(png(LINEAR, GAMMA_1))[0, 2:, 0], AS_SRGB[2:], atol=1)
    sixteen = Image.fromarray(np.rint(np.array([LINEAR]) * 65535).astype(np.uint16))
    sixteen.info["gamma"] = 1.0
    np.testing.assert_array_equal(to_srgb8(sixteen)[0, :, 0], AS_SRGB)


def test_a_png_that_says_srgb_is_left_as_it_is_whatever_gamma_stands_beside():
    levels = np.arange(256) / 255
    usual = (b"gAMA", struct.pack(">I", 45_455))
    for chunks in ([usual], [(b"sRGB", b"\0"), GAMMA_1], [(b"gAMA", struct.pack(">I", 0))]):
        np.testing.assert_array_equal(to_srgb8(png(levels, *chunks))[0, :, 0], np.arange(256))


def test_the_primaries_of_a_png_are_obeyed_and_its_white_stays_white():
    """Display P3's primaries: its red (1, 0, 0) is more than sRGB can show, and (0.5, 0, 0) of its light has the red
    0.5 · 1.2249 and a green below zero (SMPTE EG 432-1, matrix to sRGB)."""
    p3 = (31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
    image = Image.fromarray(np.array([[[255, 255, 255], [128, 0, 0]]], np.uint8))
    image.info |= {"gamma": 1.0, "chromaticity": tuple(value / 100_000 for value in p3)}
    white, red = to_srgb8(image)[0].tolist()
    assert white == [255, 255, 255]
    light = 1.2249 * 128 / 255
    assert red == [pytest.approx(255 * (1.055 * light ** (1 / 2.4) - 0.055), abs=1), 0, 0]


def test_chromaticities_that_cannot_be_change_no_color():
    for wrong in ((0.0,) * 8, (0.3127, 0.329, *(0.64, 0.33) * 3)):
        image = Image.fromarray(np.array([[[10, 20, 30]]], np.uint8))
        image.info["chromaticity"] = wrong
        assert to_srgb8(image)[0, 0].tolist() == [10, 20, 30]


def tiff(bits, photometric, data):
    """A TIFF of one row of two pixels, by hand."""
    values = {
        256: 2,
        257: 1,
        258: bits,
        259: 1,
        262: photometric,
        273: 8 + 2 + 9 * 12 + 4,
        277: 1,
        278: 1,
        279: len(data),
    }
    entries = b"".join(
        struct.pack("<HHII", tag, 4 if tag in (273, 279) else 3, 1, value) for tag, value in values.items()
    )
    image = Image.open(io.BytesIO(b"II*\0" + struct.pack("<IH", 8, 9) + entries + bytes(4) + data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("bits", "photometric", "data", "wanted"),
    [
        (12, 1, bytes.fromhex("fff800"), [255, 128]),  # 4095 and 2048, packed
        (16, 1, struct.pack("<HH", 65535, 257 * 20), [255, 20]),
        (16, 0, struct.pack("<HH", 65535, 257 * 20), [0, 235]),  # white is zero
    ],
)
def test_samples_of_a_tiff_have_the_depth_and_the_sense_that_it_states(bits, photometric, data, wanted):
    image = tiff(bits, photometric, data)
    assert image.mode == "I;16"
    assert to_srgb8(image)[0, :, 0].tolist() == wanted
