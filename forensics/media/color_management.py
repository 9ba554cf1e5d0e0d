"""From whatever colors a picture file holds to 8-bit sRGB.

What declares the colors is obeyed by what it says, not by its name, in this order: an ICC profile that fits the
samples; PNG's sRGB chunk; PNG's gAMA and cHRM (PNG, third edition, 11.3.2); else the samples are sRGB.
"""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms
from PIL.TiffImagePlugin import TiffImageFile

from forensics.validation import present

BACKGROUND = (255, 255, 255, 255)
"""Transparent pixels are laid on white, as a printed page and most viewers show them."""

WHITE_LEVELS = (1.0, 255.0, 65535.0)
"""What white may be in pictures whose format does not say it (float and 32-bit TIFF)."""

GRAY_MODES = ("1", "L", "LA", "La")

BITS_TAG, PHOTOMETRIC_TAG, WHITE_IS_ZERO = 0x0102, 0x0106, 0

SRGB_GAMMA, SRGB_CHROMATICITIES = 0.45455, (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""What PNG files that hold sRGB declare: white, red, green, blue, x and y each."""

GAMMA_TOLERANCE, CHROMATICITY_TOLERANCE, LEVEL_TOLERANCE = 0.005, 0.002, 2
"""Up to here a declaration says sRGB, and no pixel is touched. The last: levels of a profile's answer."""

TABLE_SIZE = 1 << 14
"""Entries of the table from light to sRGB: less than a quarter of a level apart where it is steepest."""

BAND_ROWS = 256
"""Rows that are converted at a time, so that a large picture takes little memory beside itself."""


def to_srgb8(image: Image.Image) -> NDArray[np.uint8]:
    """The picture as (H, W, 3) uint8 sRGB; a loaded picture of any mode of Pillow. Raises ValueError, OSError.

    16 bits are scaled by the depth that the file states, white-is-zero is turned. Gray of 32 bits or float: zero is
    black, white is the smallest of 1, 255 and 65535 that no pixel exceeds, or else the brightest pixel; NaN is black.
    Transparency is laid on white. CMYK without a profile goes by Pillow's simple formula.
    """
    profile = _read_profile(image.info.get("icc_profile"))
    if image.mode.startswith("I;16"):
        return _gray_to_srgb(_scaled_by_depth(image), image, profile)
    if image.mode in ("I", "F"):
        return _gray_to_srgb(_scaled(np.asarray(image)), image, None)
    is_gray = image.mode in GRAY_MODES
    if image.has_transparency_data:
        image = _flatten_alpha(image.convert("RGBA"))
    elif image.mode in ("1", "P", "PA"):
        image = image.convert("RGB")
    if is_gray and (profile is None or _color_space(profile) == "GRAY"):
        return _gray_to_srgb(np.asarray(image.convert("L")) / np.float32(255), image, profile)
    if image.mode == "LAB":
        return np.asarray(_by_profile(image, ImageCms.createProfile("LAB")))
    if profile is not None:
        return np.asarray(_by_profile(image, profile))
    pixels = np.asarray(image.convert("RGB"))
    return pixels if _says_srgb(image.info) else _by_gamma(pixels, image.info)


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
    candidates = WHITE_LEVELS if levels.dtype.kind == "f" else WHITE_LEVELS[1:]
    levels = np.nan_to_num(levels.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    brightest = float(levels.max())
    white = next((level for level in candidates if brightest <= level), brightest)
    return np.clip(levels / np.float32(white), 0, 1)


def _gray_to_srgb(
    levels: NDArray[np.floating[Any]], image: Image.Image, profile: ImageCms.ImageCmsProfile | None
) -> NDArray[np.uint8]:
    """levels: (H, W) in [0, 1]. The curve is that of the profile or of the file's declarations."""
    gray = levels * 255
    if profile is not None and _color_space(profile) == "GRAY":
        ramp = Image.fromarray(np.arange(256, dtype=np.uint8)[None])
        gray = np.interp(gray, np.arange(256), np.asarray(_by_profile(ramp, profile))[0, :, 1])
    elif profile is None and "gamma" in image.info and not _says_srgb(image.info):
        gray = _encode(levels ** (1 / image.info["gamma"]))
    return np.repeat(np.rint(gray).astype(np.uint8)[:, :, None], 3, axis=2)


def _read_profile(content: bytes | None) -> ImageCms.ImageCmsProfile | None:
    """None where there is none or it cannot be read."""
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(content)) if content else None
    except (ImageCms.PyCMSError, OSError):
        return None


def _color_space(profile: ImageCms.ImageCmsProfile) -> str:
    return profile.profile.xcolor_space.strip()


def _by_profile(image: Image.Image, source: Any) -> Image.Image:
    """RGB of sRGB. A profile for other colors than the picture has, or one that says sRGB, changes nothing."""
    try:
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), image.mode, "RGB")
    except ImageCms.PyCMSError:
        return image.convert("RGB")
    if image.mode == "RGB":
        steps = np.linspace(0, 255, 16).astype(np.uint8)
        lattice = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(16, 256, 3)
        answer = np.asarray(ImageCms.applyTransform(Image.fromarray(lattice), transform))
        if np.abs(answer.astype(int) - lattice).max() <= LEVEL_TOLERANCE:
            return image
    return present(ImageCms.applyTransform(image, transform))


def _says_srgb(info: dict[Any, Any]) -> bool:
    """Whether the declarations of a PNG leave its samples as they are."""
    if "srgb" in info or ("gamma" not in info and "chromaticity" not in info):
        return True
    gamma, colors = info.get("gamma", SRGB_GAMMA), info.get("chromaticity", SRGB_CHROMATICITIES)
    if not 0 < gamma < np.inf:
        return True  # says nothing
    apart = np.abs(np.subtract(colors, SRGB_CHROMATICITIES)).max()
    return abs(gamma - SRGB_GAMMA) <= GAMMA_TOLERANCE and bool(apart <= CHROMATICITY_TOLERANCE)


def _by_gamma(pixels: NDArray[np.uint8], info: dict[Any, Any]) -> NDArray[np.uint8]:
    """(H, W, 3) by the gamma and the chromaticities of a PNG; without a gamma by sRGB's own curve."""
    levels = np.arange(256) / 255
    light = levels ** (1 / info["gamma"]) if "gamma" in info else _decode(levels)
    table = np.rint(_encode(np.linspace(0, 1, TABLE_SIZE))).astype(np.uint8)
    matrix = _to_srgb_primaries(info.get("chromaticity", SRGB_CHROMATICITIES))
    out = np.empty_like(pixels)
    for top in range(0, len(pixels), BAND_ROWS):
        linear = np.clip(light.astype(np.float32)[pixels[top : top + BAND_ROWS]] @ matrix.T, 0, 1)
        out[top : top + BAND_ROWS] = table[np.rint(linear * (TABLE_SIZE - 1)).astype(np.intp)]
    return out


def _to_srgb_primaries(chromaticities: tuple[float, ...]) -> NDArray[np.float32]:
    """(3, 3) from linear RGB of these chromaticities to that of sRGB, white to white (von Kries in XYZ)."""
    try:
        own, srgb = (_to_xyz(np.reshape(colors, (4, 2))) for colors in (chromaticities, SRGB_CHROMATICITIES))
        adapted = np.diag(srgb.sum(axis=1) / own.sum(axis=1)) @ own
        matrix = np.linalg.solve(srgb, adapted).astype(np.float32)
    except (np.linalg.LinAlgError, ZeroDivisionError, FloatingPointError):
        return np.eye(3, dtype=np.float32)
    return matrix if np.isfinite(matrix).all() else np.eye(3, dtype=np.float32)


def _to_xyz(chromaticities: NDArray[np.float64]) -> NDArray[np.float64]:
    """(3, 3) from linear RGB to XYZ. chromaticities: (4, 2), of white, red, green and blue."""
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        x, y = chromaticities.T
        white, *columns = np.stack([x / y, np.ones(4), (1 - x - y) / y], axis=1)
        primaries = np.stack(columns, axis=1)
        return primaries * np.linalg.solve(primaries, white)


def _encode(light: NDArray[Any]) -> NDArray[Any]:
    """Light in [0, 1] to sRGB in [0, 255] (IEC 61966-2-1)."""
    return 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def _decode(levels: NDArray[Any]) -> NDArray[Any]:
    """sRGB in [0, 1] to light in [0, 1]."""
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
