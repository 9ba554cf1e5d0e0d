"""Whatever colors a file holds become 8-bit sRGB."""

import numpy as np
import pytest
from PIL import Image, ImageCms

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
        (one("I;16", 256 * 100 + 99), [100, 100, 100]),
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
        ([0.0, 50_000.0, 100_000.0], [0, 128, 255]),  # white is the brightest pixel
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
