"""From whatever colors a picture file holds to 8-bit sRGB.

What declares the colors is obeyed by what it says, not by its name, in this order: the code points of a PNG (cICP; PNG,
third edition, 4.3); an ICC profile; the code points of a HEIC (nclx); PNG's sRGB, or its gAMA and cHRM; EXIF's color
space; else the samples are sRGB.
"""

import io
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import TiffImageFile

from forensics.facts import Fact
from forensics.media.color_spaces import (
    DeclaredSpace,
    declared_space,
    decode_srgb,
    encode_srgb,
    is_wide,
    to_srgb_primaries,
)
from forensics.media.video.hdr import CURVES, to_srgb
from forensics.types.image_codes import ImageNoteCode
from forensics.validation import present

BACKGROUND = (255, 255, 255, 255)
"""Transparent pixels are laid on white, as a printed page and most viewers show them."""

WHITE_LEVELS = (255.0, 65535.0)
"""What white may be in 32-bit gray, whose format does not say it; in float gray it may also be 1."""

FLOAT_LIMITS = ((16.0, 1.0), (4096.0, 255.0), (float("inf"), 65535.0))
"""Of float gray: up to which level nine tenths of the pixels lie, and what white is then. What is brighter than white
is clipped: float files may hold it."""

GRAY_MODES = ("1", "L", "LA", "La")

BITS_TAG, PHOTOMETRIC_TAG, WHITE_IS_ZERO = 0x0102, 0x0106, 0

LEVEL_TOLERANCE = 2
"""Up to so many levels a profile's answer says sRGB, and no pixel is touched."""

TABLE_SIZE = 1 << 14
"""Entries of the table from light to sRGB: less than a quarter of a level apart where it is steepest."""

GRAY_LEVELS = 1 << 16

MAX_LOOKED_AT = 1_000_000
"""Pixels by which the white of float gray is told."""

BAND_ROWS = 256
"""Rows that are converted at a time, so that a large picture takes little memory beside itself."""

Profile = ImageCms.ImageCmsProfile


def to_srgb8(image: Image.Image) -> NDArray[np.uint8]:
    """The picture as (H, W, 3) uint8 sRGB; a loaded picture of any mode of Pillow. Raises ValueError, OSError.

    `image.info` holds what declares the colors: "icc_profile", or "cicp", known code points (primaries, transfer, …),
    where those come first. 16 bits are
    scaled by the depth that the file states, white-is-zero is turned. Gray of 32 bits or float: zero is black, white as
    WHITE_LEVELS and FLOAT_LIMITS have it; NaN is black. Transparency is laid on white. CMYK without a profile goes by
    Pillow's simple formula.
    """
    profile = _usable_profile(image)
    if image.mode.startswith("I;16"):
        return _gray_to_srgb(_scaled_by_depth(image), image, profile)
    if image.mode in ("I", "F"):
        return _gray_to_srgb(_scaled(np.asarray(image)), image, profile)
    is_gray = image.mode in GRAY_MODES
    if image.has_transparency_data:
        image = _flatten_alpha(image.convert("RGBA"))
    elif image.mode in ("1", "P", "PA"):
        image = image.convert("RGB")
    if is_gray:
        return _gray_to_srgb(np.asarray(image.convert("L")) / np.float32(255), image, profile)
    if image.mode == "LAB":
        return np.asarray(_by_profile(image, ImageCms.createProfile("LAB")))
    if profile is not None:
        return np.asarray(_by_profile(image, profile))
    pixels = np.asarray(image.convert("RGB"))
    return toned(pixels.astype(np.uint16) * 257, image) if is_hdr(image) else _by_space(pixels, declared_space(image))


def is_hdr(image: Image.Image) -> bool:
    """Whether its code points name a curve of high dynamic range."""
    return image.info.get("cicp", (0, 0))[1] in CURVES


def toned(pixels: NDArray[np.uint16], image: Image.Image) -> NDArray[np.uint8]:
    """pixels: (H, W, 3) uint16 RGB of high dynamic range, by the code points of the picture → uint8 sRGB."""
    primaries, transfer, *_ = image.info["cicp"]
    bands = [to_srgb(pixels[top : top + BAND_ROWS], transfer, primaries) for top in range(0, len(pixels), BAND_ROWS)]
    return np.concatenate(bands)


def color_notes(image: Image.Image) -> Iterator[Fact]:
    """What is said of the colors; the picture need not be loaded."""
    profile = _usable_profile(image)
    if profile is None and image.info.get("icc_profile"):
        yield Fact(ImageNoteCode.UNUSED_PROFILE)
    if is_hdr(image):
        yield Fact(ImageNoteCode.TONED)
    elif image.mode != "LAB" and is_wide(_primaries_of(profile, declared_space(image))):
        yield Fact(ImageNoteCode.WIDE_GAMUT)


def _primaries_of(profile: Profile | None, space: DeclaredSpace) -> NDArray[Any]:
    """(3, 3) to linear sRGB; a profile whose primaries are no three numbers each, such as a printer's, has sRGB's."""
    if profile is None:
        return to_srgb_primaries(space.chromaticities)
    own, srgb = (
        [getattr(found.profile, f"{name}_colorant") for name in ("red", "green", "blue")]
        for found in (profile, Profile(ImageCms.createProfile("sRGB")))
    )
    if None in own:
        return np.eye(3)
    columns, wanted = (np.array([one[0] for one in colorants]).T for colorants in (own, srgb))
    return np.linalg.solve(wanted, columns)


def _flatten_alpha(image: Image.Image) -> Image.Image:
    """RGBA → RGB. A channel that is zero everywhere was never filled (32-bit BMP) and counts as none."""
    info = image.info
    extrema: Any = image.getextrema()  # of each of four channels
    lowest, highest = extrema[3]
    if lowest < 255 and highest > 0:
        image = Image.alpha_composite(Image.new("RGBA", image.size, BACKGROUND), image)
    image = image.convert("RGB")
    image.info = info
    return image


def _scaled_by_depth(image: Image.Image) -> NDArray[np.floating[Any]]:
    """16-bit gray in [0, 1], by the bits that a TIFF states and the sense of its samples."""
    levels = np.asarray(image).astype(np.float32)
    if not isinstance(image, TiffImageFile):
        return levels / 65535
    bits = image.tag_v2.get(BITS_TAG, (16,))[0]
    levels = np.minimum(levels / (2**bits - 1), 1)
    return 1 - levels if image.tag_v2.get(PHOTOMETRIC_TAG) == WHITE_IS_ZERO else levels


def _scaled(levels: NDArray[Any]) -> NDArray[np.float32]:
    """32-bit or float gray in [0, 1]."""
    is_float = levels.dtype.kind == "f"
    levels = np.nan_to_num(levels.astype(np.float32), copy=False, nan=0.0, posinf=0.0, neginf=0.0)
    if is_float:
        usual = np.percentile(levels.ravel()[:: 1 + levels.size // MAX_LOOKED_AT], 90)
        white = next(white for limit, white in FLOAT_LIMITS if usual <= limit)
    else:
        brightest = float(levels.max())
        white = next((level for level in WHITE_LEVELS if brightest <= level), brightest)
    levels /= np.float32(white)
    return np.clip(levels, 0, 1, out=levels)


def _gray_to_srgb(levels: NDArray[np.floating[Any]], image: Image.Image, profile: Profile | None) -> NDArray[np.uint8]:
    """levels: (H, W) in [0, 1]. The curve is that of the profile or of the file's declarations."""
    ramp = np.arange(256, dtype=np.uint8)[None]
    space = declared_space(image)
    if profile is not None:
        grays = Image.fromarray(ramp).convert("L" if _color_space(profile) == "GRAY" else "RGB")
        curve = np.asarray(_by_profile(grays, profile))[0, :, 1].astype(np.float32)
    elif is_hdr(image):
        signal = np.linspace(0, 65535, 1 << 12).astype(np.uint16)[None, :, None].repeat(3, axis=2)
        curve = toned(signal, image)[0, :, 1].astype(np.float32)
    elif space.is_srgb or space.gamma is None:
        curve = np.arange(256, dtype=np.float32)
    else:
        curve = encode_srgb(np.linspace(0, 1, TABLE_SIZE) ** (1 / space.gamma)).astype(np.float32)
    fine = np.interp(np.arange(GRAY_LEVELS) / (GRAY_LEVELS - 1), np.linspace(0, 1, len(curve)), curve)
    table = np.rint(fine).astype(np.uint8)
    gray = np.empty((*levels.shape, 3), np.uint8)
    for top in range(0, len(levels), BAND_ROWS):
        band = table[np.rint(levels[top : top + BAND_ROWS] * (GRAY_LEVELS - 1)).astype(np.uint16)]
        gray[top : top + BAND_ROWS] = band[:, :, None]
    return gray


def _usable_profile(image: Image.Image) -> Profile | None:
    """None where there is none, it cannot be read, or is one for other colors than the picture has."""
    content = image.info.get("icc_profile")
    if not content:
        return None
    try:
        profile = Profile(io.BytesIO(content))
        is_gray = image.mode in (*GRAY_MODES, "I", "F") or image.mode.startswith("I;16")
        mode = "L" if is_gray and _color_space(profile) == "GRAY" else "CMYK" if image.mode == "CMYK" else "RGB"
        ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError):
        return None
    return profile


def _color_space(profile: Profile) -> str:
    return profile.profile.xcolor_space.strip()


def _by_profile(image: Image.Image, source: Any) -> Image.Image:
    """RGB of sRGB. A profile that says sRGB changes nothing."""
    transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), image.mode, "RGB")
    if image.mode == "RGB":
        steps = np.linspace(0, 255, 16).astype(np.uint8)
        lattice = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(16, 256, 3)
        answer = np.asarray(ImageCms.applyTransform(Image.fromarray(lattice), transform))
        if np.abs(answer.astype(int) - lattice).max() <= LEVEL_TOLERANCE:
            return image
    return present(ImageCms.applyTransform(image, transform))


def _by_space(pixels: NDArray[np.uint8], space: DeclaredSpace) -> NDArray[np.uint8]:
    """(H, W, 3) of the declared colors."""
    if space.is_srgb:
        return pixels
    levels = np.arange(256) / 255
    light = decode_srgb(levels) if space.gamma is None else levels ** (1 / space.gamma)
    table = np.rint(encode_srgb(np.linspace(0, 1, TABLE_SIZE))).astype(np.uint8)
    matrix = to_srgb_primaries(space.chromaticities)
    out = np.empty_like(pixels)
    for top in range(0, len(pixels), BAND_ROWS):
        linear = np.clip(light.astype(np.float32)[pixels[top : top + BAND_ROWS]] @ matrix.T, 0, 1)
        out[top : top + BAND_ROWS] = table[np.rint(linear * (TABLE_SIZE - 1)).astype(np.intp)]
    return out
