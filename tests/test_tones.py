"""High dynamic range: faces keep their light, highlights are rolled off."""

import numpy as np
import pytest
from av.video.reformatter import ColorPrimaries, ColorTrc

from forensics.media.video.hdr import to_srgb

PQ, HLG, ORDINARY = ColorTrc.SMPTE2084, ColorTrc.ARIB_STD_B67, ColorTrc.BT709
WIDE, NARROW = ColorPrimaries.BT2020, ColorPrimaries.BT709


def gray(signal, curve):
    """The sRGB value of a gray signal in [0, 1]."""
    pixels = np.full((1, 1, 3), round(signal * 65535), np.uint16)
    red, green, blue = to_srgb(pixels, curve, WIDE)[0, 0].tolist()
    assert max(red, green, blue) - min(red, green, blue) <= 1
    return green


@pytest.mark.parametrize(
    ("signal", "curve", "wanted"),
    [
        (0.0, PQ, 0),
        (0.3800, PQ, 100),  # ITU-R BT.2408, table 1: a gray card at 38 % and 26 cd/m², which is light of 0.128
        (0.5806, PQ, 244),  # and reference white at 58 % and 203 cd/m², light of 0.9 after the roll-off
        (1.0, PQ, 255),
        (0.0, HLG, 0),
        (0.3800, HLG, 100),  # the same two, at 38 % and 75 %
        (0.7500, HLG, 244),
        (0.5, ORDINARY, 128),
        (1.0, ORDINARY, 255),
    ],
)
def test_light_by_the_standards_becomes_srgb(signal, curve, wanted):
    assert gray(signal, curve) == pytest.approx(wanted, abs=2)


def test_brighter_is_never_darker():
    ramp = np.repeat(np.linspace(0, 65535, 500).astype(np.uint16)[None, :, None], 3, 2)
    for curve in (PQ, HLG):
        assert np.all(np.diff(to_srgb(ramp, curve, WIDE)[0, :, 1].astype(int)) >= 0)


def test_a_highlight_keeps_its_hue():
    pixels = np.array([[[50000, 42000, 42000]]], np.uint16)
    red, green, blue = to_srgb(pixels, PQ, NARROW)[0, 0].tolist()
    assert green == blue and red - green > 40


def test_wide_colours_are_less_wide_on_an_ordinary_screen():
    pixels = np.array([[[30000, 20000, 20000]]], np.uint16)
    wide, narrow = to_srgb(pixels, ORDINARY, WIDE)[0, 0], to_srgb(pixels, ORDINARY, NARROW)[0, 0]
    assert narrow.tolist() == [117, 78, 78]
    assert wide[0] > narrow[0] and wide[1] < narrow[1]
