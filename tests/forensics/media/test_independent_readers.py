"""Programs that share no code with Telltale's readers see the same pixels: Chromium, libvips, ImageMagick."""

import base64
import os
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import pyvips
from browsing import opened
from declared_pictures import DECLARED, NOTED, PLAIN
from independent_files import FILES
from PIL import Image, ImageCms

from forensics.media.image import decode_image, probe_image

PIXELS = """async content => {
  const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const sheet = new OffscreenCanvas(picture.width, picture.height).getContext("2d", {colorSpace: "srgb"});
  sheet.drawImage(picture, 0, 0);
  return Array.from(sheet.getImageData(0, 0, picture.width, picture.height).data);
}"""

SHOWN_ALIKE = [*DECLARED, "PNG, Display P3 by cICP", "PNG, profile that cannot be read", "JPEG, text behind it"]
"""Light of high dynamic range is mapped to a screen by each reader in its own way: no standard fixes it."""

SEEN_BY_READERS = FILES | {name: make for name, make in (DECLARED | NOTED).items() if "high dynamic range" not in name}

BY_CODE_POINTS = ["PNG, linear light by cICP", "PNG, cICP before another ICC profile", "PNG, Display P3 by cICP"]
"""Neither libvips nor this ImageMagick knows them; the third edition of PNG (4.3) says what they mean, and Chromium
reads them so."""

NOT_BY_LIBVIPS = {
    **dict.fromkeys(BY_CODE_POINTS, "code points"),
    "PNG, gAMA 1": "it passes over gAMA, which the standard of PNG (4.3) and Chromium obey",
    "CMYK JPEG": "without a profile no standard says what CMYK looks like; it takes one of its own",
    "Lab TIFF": "it does not read 8 bits of Lab",
    "HEIC, a video in a box of its own": "its build has no decoder for HEVC",
}

NOT_BY_IMAGEMAGICK = {
    **dict.fromkeys(BY_CODE_POINTS, "code points"),
    "HEIC, a video in a box of its own": "not every build of it has a decoder for HEVC",
}

MAGICK = shutil.which("magick") or shutil.which("convert-im6.q16")


@pytest.mark.parametrize("declared", DECLARED)
def test_each_declaration_gives_the_same_picture(declared):
    media = probe_image(DECLARED[declared](), "a")
    np.testing.assert_allclose(decode_image(media).pixels, PLAIN, atol=4)


@pytest.mark.slow
def test_a_browser_shows_what_is_read():
    shown, read = {}, {}
    with opened("data:text/html,<p>reader") as page:
        for name in SHOWN_ALIKE:
            content = (DECLARED | NOTED)[name]()
            seen = page.evaluate(PIXELS, base64.b64encode(content).decode())
            shown[name] = np.array(seen, np.uint8).reshape(*PLAIN.shape[:2], 4)[:, :, :3]
            read[name] = decode_image(probe_image(content, "a")).pixels
    apart = {name: int(np.abs(shown[name].astype(int) - read[name]).max()) for name in SHOWN_ALIKE}
    assert {name: levels for name, levels in apart.items() if levels > 3} == {}


def by_libvips(content: bytes) -> np.ndarray:
    picture = pyvips.Image.new_from_buffer(content, "")
    if picture.get_typeof("icc-profile-data"):
        picture = picture.icc_transform("srgb", embedded=True, intent="relative", depth=8)
    elif picture.format == "float":
        picture = picture * 255
    picture = picture.colourspace("srgb")
    picture = picture.flatten(background=255) if picture.hasalpha() else picture
    return picture.rint().cast("uchar").numpy()


def by_imagemagick(content: bytes, folder: Path, has_profile: bool) -> np.ndarray:
    given, profile, made = folder / "given", folder / "srgb.icc", folder / "made.png"
    given.write_bytes(content)
    profile.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    colors = ("-profile", profile) if has_profile else ("-colorspace", "sRGB")
    flat = ("-background", "white", "-flatten", *colors, "-depth", "8", f"PNG24:{made}")
    alone = {"MAGICK_THREAD_LIMIT": "1", "PATH": os.environ["PATH"]}
    subprocess.run([MAGICK, given, *flat], check=False, env=alone, capture_output=True)  # 1 where it warns
    with Image.open(made) as picture:
        return np.asarray(picture.convert("RGB"))


def levels_apart(name: str, seen: np.ndarray) -> int:
    """The most by which what another reader sees differs from what Telltale reads, of 255."""
    read = decode_image(probe_image(SEEN_BY_READERS[name](), "a")).pixels
    return int(np.abs(np.broadcast_to(seen, read.shape).astype(int) - read).max())


@pytest.mark.parametrize("name", [name for name in SEEN_BY_READERS if name not in NOT_BY_LIBVIPS])
def test_libvips_sees_what_is_read(name):
    assert levels_apart(name, by_libvips(SEEN_BY_READERS[name]())) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in SEEN_BY_READERS if name not in NOT_BY_IMAGEMAGICK])
def test_imagemagick_sees_what_is_read(name, tmp_path):
    assert levels_apart(name, by_imagemagick(SEEN_BY_READERS[name](), tmp_path, "profile" in name)) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("name", ["PNG, linear light by cICP", "PNG, gAMA 1"])
def test_where_libvips_disagrees_the_standard_decides(name):
    """The files are written so that they look like PLAIN by the standard of PNG (third edition, 4.3)."""
    content = SEEN_BY_READERS[name]()
    assert np.abs(by_libvips(content).astype(int) - PLAIN).max() > 50
    np.testing.assert_allclose(decode_image(probe_image(content, "a")).pixels, PLAIN, atol=4)
