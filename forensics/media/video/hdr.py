"""High dynamic range and wide colors to 8-bit sRGB.

Signal → light by the curve that the stream names, relative to the reference white of 203 cd/m² (ITU-R BT.2408); BT.2020
or P3 primaries → BT.709; what is brighter than KNEE is rolled off towards white without a change of hue; light → sRGB.
Light up to KNEE, in which faces lie, stays as it is.
"""

from functools import cache
from typing import Any

import cv2
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorTrc
from numpy.typing import NDArray

from forensics.media.color_spaces import PRIMARIES, decode_srgb, encode_srgb, to_srgb_primaries

REFERENCE_WHITE = 203.0
"""cd/m², of a white sheet of paper in HDR (ITU-R BT.2408-7, 2.2)."""

KNEE = 0.8
"""Share of the light of reference white: from here on light is compressed."""

HLG_PEAK, HLG_GAMMA = 1000.0, 1.2
"""Peak luminance in cd/m² and system gamma of the display that hybrid log-gamma is made for (ITU-R BT.2100-2, table
5)."""

WIDE_PRIMARIES = {
    code: to_srgb_primaries(PRIMARIES[code])
    for code in (ColorPrimaries.BT2020, ColorPrimaries.SMPTE431, ColorPrimaries.SMPTE432)
}
"""Primaries beyond those of ordinary screens → linear BT.709, white to white. Any other is taken for BT.709's."""

LUMA_BT2020 = np.array([[0.2627, 0.6780, 0.0593]], np.float32)

LUT_SIZE = 4096
"""Entries of the tables: finer than a signal of 10 or 12 bits."""


def _perceptual_quantizer(signal: NDArray[Any]) -> NDArray[Any]:
    """SMPTE ST 2084: signal in [0, 1] → light by reference white."""
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    power = signal ** (1 / m2)
    return (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1) * 10_000 / REFERENCE_WHITE


def _hybrid_log_gamma(signal: NDArray[Any]) -> NDArray[Any]:
    """ITU-R BT.2100: signal in [0, 1] → light of the scene in [0, 1]."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)


CURVES = {ColorTrc.SMPTE2084: _perceptual_quantizer, ColorTrc.ARIB_STD_B67: _hybrid_log_gamma}
"""Transfer curves of high dynamic range. Any other is taken for sRGB's, as it is for ordinary videos."""


def to_srgb(pixels: NDArray[np.uint16], curve: int, primaries: int) -> NDArray[np.uint8]:
    """pixels: (H, W, 3) uint16 RGB; curve, primaries: their numbers in the stream (ITU-T H.273)."""
    light = _table(curve)[pixels >> 4]
    if curve == ColorTrc.ARIB_STD_B67:
        scene = cv2.transform(light, LUMA_BT2020)
        light *= (np.maximum(scene, 1e-6) ** (HLG_GAMMA - 1) * (HLG_PEAK / REFERENCE_WHITE))[..., None]
    if primaries in WIDE_PRIMARIES:
        light = np.maximum(cv2.transform(light, WIDE_PRIMARIES[ColorPrimaries(primaries)]), 0)
    if curve in CURVES:
        light *= _roll_off(np.maximum.reduce(cv2.split(light)))[..., None]
    return _from_light()[(np.minimum(light, 1) * (LUT_SIZE * 4 - 1) + 0.5).astype(np.uint16)]


def _roll_off(brightest: NDArray[np.float32]) -> NDArray[np.float32]:
    """The factor for light whose strongest part is `brightest`: 1 up to the knee, then such that no light is above 1
    and the curve has no corner."""
    above = np.maximum(brightest - KNEE, 0) / (1 - KNEE)
    return (np.minimum(brightest, KNEE) + (1 - KNEE) * above / (1 + above)) / np.maximum(brightest, 1e-6)


@cache
def _table(curve: int) -> NDArray[np.float32]:
    signal = np.linspace(0, 1, LUT_SIZE)
    if curve in CURVES:
        return CURVES[ColorTrc(curve)](signal).astype(np.float32)
    return decode_srgb(signal).astype(np.float32)


@cache
def _from_light() -> NDArray[np.uint8]:
    return np.round(encode_srgb(np.linspace(0, 1, LUT_SIZE * 4))).astype(np.uint8)
