"""Colors that a file declares by numbers: PNG's gAMA and cHRM, code points of ITU-T H.273 (cICP, nclx), EXIF."""

import struct
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image

Chromaticities = tuple[float, ...]
"""x and y of white, red, green and blue, one after the other."""

D65, C_WHITE = (0.3127, 0.329), (0.310, 0.316)

SRGB_CHROMATICITIES: Chromaticities = (*D65, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)

ADOBE_RGB_CHROMATICITIES: Chromaticities = (*D65, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)

P3 = (*D65, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06)

SMPTE_170M = (*D65, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07)

PRIMARIES: Mapping[int, Chromaticities] = {
    1: SRGB_CHROMATICITIES,
    4: (*C_WHITE, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08),
    5: (*D65, 0.64, 0.33, 0.29, 0.6, 0.15, 0.06),
    6: SMPTE_170M,
    7: SMPTE_170M,
    8: (*C_WHITE, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049),
    9: (*D65, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046),
    11: P3,
    12: P3,
    22: (*D65, 0.63, 0.34, 0.295, 0.605, 0.155, 0.077),
}
"""ITU-T H.273, table 2; 11, which is P3 with the white of cinemas, is read with that of screens."""

TRANSFER_GAMMAS: Mapping[int, float] = {4: 1 / 2.2, 5: 1 / 2.8, 8: 1.0}
"""ITU-T H.273, table 3: exponent from light to signal. High dynamic range is toned (hdr.py); the curves of television
are shown as sRGB's, as players and browsers do."""

ADOBE_RGB_GAMMA = 256 / 563
"""Adobe RGB (1998), 4.3.4.2."""

SRGB_GAMMA = 0.45455
"""What PNG files that hold sRGB declare."""

GAMMA_TOLERANCE, CHROMATICITY_TOLERANCE = 0.005, 0.002
"""Up to here a declaration says sRGB, and no pixel is touched."""

WIDE = 0.03
"""Light of sRGB, below zero, from which on a primary lies outside of what sRGB can show."""

ADOBE_RGB_COLOR_SPACE, ADOBE_RGB_INTEROP = 2, "R03"
"""EXIF's ColorSpace as cameras write it beside the standard, and the interoperability index of Exif 2.3, 4.6.6."""


SHOWN_AS_SRGB, HIGH_DYNAMIC_RANGE = frozenset({1, 6, 13, 14, 15}), frozenset({16, 18})
"""The other transfer curves of that table that are read."""


def known_code_points(primaries: int, transfer: int) -> bool:
    """Whether both say something: 2 is "unspecified"."""
    return primaries in PRIMARIES and transfer in TRANSFER_GAMMAS.keys() | SHOWN_AS_SRGB | HIGH_DYNAMIC_RANGE


class DeclaredSpace(NamedTuple):
    """gamma: exponent from light to signal, None for sRGB's own curve."""

    gamma: float | None
    chromaticities: Chromaticities

    @property
    def is_srgb(self) -> bool:
        gamma = self.gamma is None or abs(self.gamma - SRGB_GAMMA) <= GAMMA_TOLERANCE
        apart = np.abs(np.subtract(self.chromaticities, SRGB_CHROMATICITIES)).max()
        return gamma and bool(apart <= CHROMATICITY_TOLERANCE)


SRGB = DeclaredSpace(None, SRGB_CHROMATICITIES)


def declared_space(image: Image.Image) -> DeclaredSpace:
    """By the first of these that the picture has: code points, PNG's sRGB, gAMA and cHRM, EXIF; else sRGB."""
    info = image.info
    if "cicp" in info:
        primaries, transfer, *_ = info["cicp"]
        return DeclaredSpace(TRANSFER_GAMMAS.get(transfer), PRIMARIES.get(primaries, SRGB_CHROMATICITIES))
    if "srgb" in info:
        return SRGB
    if "gamma" in info or "chromaticity" in info:
        gamma = info.get("gamma")
        sound = gamma is not None and 0 < gamma < np.inf
        return DeclaredSpace(gamma if sound else None, info.get("chromaticity", SRGB_CHROMATICITIES))
    return DeclaredSpace(ADOBE_RGB_GAMMA, ADOBE_RGB_CHROMATICITIES) if _exif_says_adobe_rgb(image) else SRGB


def _exif_says_adobe_rgb(image: Image.Image) -> bool:
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif") or b"")
        space = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.ColorSpace)
        index = exif.get_ifd(ExifTags.IFD.Interop).get(ExifTags.Interop.InteropIndex)
    except (SyntaxError, ValueError, LookupError, TypeError, OSError, UserWarning, struct.error):
        return False  # damaged metadata say nothing
    return space == ADOBE_RGB_COLOR_SPACE or str(index).strip("\0 ") == ADOBE_RGB_INTEROP


def encode_srgb(light: NDArray[Any]) -> NDArray[Any]:
    """Light in [0, 1] to sRGB in [0, 255] (IEC 61966-2-1)."""
    return 255 * np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def decode_srgb(levels: NDArray[Any]) -> NDArray[Any]:
    """sRGB in [0, 1] to light in [0, 1]."""
    return np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)


def to_srgb_primaries(chromaticities: Chromaticities) -> NDArray[np.float32]:
    """(3, 3) from linear RGB of these chromaticities to that of sRGB, white to white (von Kries in XYZ)."""
    try:
        own, srgb = (_to_xyz(np.reshape(colors, (4, 2))) for colors in (chromaticities, SRGB_CHROMATICITIES))
        adapted = np.diag(srgb.sum(axis=1) / own.sum(axis=1)) @ own
        matrix = np.linalg.solve(srgb, adapted).astype(np.float32)
    except (np.linalg.LinAlgError, ZeroDivisionError, FloatingPointError):
        return np.eye(3, dtype=np.float32)
    return matrix if np.isfinite(matrix).all() else np.eye(3, dtype=np.float32)


def is_wide(to_srgb: NDArray[Any]) -> bool:
    """to_srgb: (3, 3), as of `to_srgb_primaries`. Whether a primary lies outside of what sRGB can show."""
    return bool(to_srgb.min() < -WIDE)


def _to_xyz(chromaticities: NDArray[np.float64]) -> NDArray[np.float64]:
    """(3, 3) from linear RGB to XYZ. chromaticities: (4, 2), of white, red, green and blue."""
    with np.errstate(divide="raise", invalid="raise", over="raise"):
        x, y = chromaticities.T
        white, *columns = np.stack([x / y, np.ones(4), (1 - x - y) / y], axis=1)
        primaries = np.stack(columns, axis=1)
        return primaries * np.linalg.solve(primaries, white)
