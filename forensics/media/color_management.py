"""From whatever colors a picture file holds to 8-bit sRGB."""

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from forensics.validation import present

BACKGROUND = (255, 255, 255, 255)
"""Transparent pixels are laid on white, as a printed page and most viewers show them."""

WHITE_LEVELS = (1.0, 255.0, 65535.0)
"""What white may be in pictures whose format does not say it (float and 32-bit TIFF)."""


def to_srgb8(image: Image.Image) -> NDArray[np.uint8]:
    """The picture as (H, W, 3) uint8 sRGB; a loaded picture of any mode of Pillow. Raises ValueError, OSError.

    16 bits a channel keep their upper eight. Gray of 32 bits or float: zero is black, white is the smallest of 1, 255
    and 65535 that no pixel exceeds, or else the brightest pixel; NaN is black. Transparency is laid on white. Colors
    with a profile are converted to sRGB, CMYK without one by Pillow's simple formula.
    """
    if image.mode.startswith("I;16"):
        return _gray(np.asarray(image).astype(np.uint16) >> 8)
    if image.mode in ("I", "F"):
        return _gray(_scaled(np.asarray(image)))
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        image = _flatten_alpha(image.convert("RGBA"))
    elif image.mode in ("1", "P", "PA"):
        image = image.convert("RGB")
    return np.asarray(_to_srgb(image, profile))


def _flatten_alpha(image: Image.Image) -> Image.Image:
    """RGBA → RGB. A channel that is zero everywhere was never filled (32-bit BMP) and counts as none."""
    extrema: Any = image.getextrema()  # of each of four channels
    lowest, highest = extrema[3]
    if lowest < 255 and highest > 0:
        image = Image.alpha_composite(Image.new("RGBA", image.size, BACKGROUND), image)
    return image.convert("RGB")


def _gray(levels: NDArray[Any]) -> NDArray[np.uint8]:
    return np.repeat(levels.astype(np.uint8)[:, :, None], 3, axis=2)


def _scaled(levels: NDArray[Any]) -> NDArray[np.float32]:
    candidates = WHITE_LEVELS if levels.dtype.kind == "f" else WHITE_LEVELS[1:]
    levels = np.nan_to_num(levels.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    brightest = float(levels.max())
    white = next((level for level in candidates if brightest <= level), brightest)
    return np.rint(np.clip(levels / white, 0, 1) * 255)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert by the embedded profile; a damaged one, or one for other colors, counts as none."""
    source: ImageCms.ImageCmsProfile | ImageCms.core.CmsProfile
    if image.mode == "LAB":
        source = ImageCms.createProfile("LAB")
    elif profile and image.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" in ImageCms.getProfileDescription(source):
                return image.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            return image.convert("RGB")
    else:
        return image.convert("RGB")
    try:
        return present(ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"))
    except ImageCms.PyCMSError:
        return image.convert("RGB")
