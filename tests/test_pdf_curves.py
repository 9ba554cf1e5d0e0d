"""The deletion and insertion curves of the report."""

import dataclasses
import io

import numpy as np
import pytest
from PIL import Image
from specimens import faithfulness_of, figures_of

from explain.pdf.curves import axis_limits, curve_plot
from explain.pdf.plots import DPI


def pixels_of(png: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def test_one_axis_holds_the_curves_of_all_maps() -> None:
    assert axis_limits([faithfulness_of()]) == pytest.approx((-0.2, 4.2))  # 0 to 4 and a twentieth on either side
    higher = dataclasses.replace(faithfulness_of(), randomised=figures_of(8.0))
    assert axis_limits([faithfulness_of(), higher]) == pytest.approx((-4.6, 8.6))  # deletion to -4, insertion to 8


def test_curves_that_never_move_have_an_axis_too() -> None:
    flat = dataclasses.replace(figures_of(0.0), deletion=(2.0,) * 8, insertion=(2.0,) * 8)
    still = dataclasses.replace(faithfulness_of(), figures=flat, random=(flat, flat), randomised=None)
    assert axis_limits([still]) == (1.0, 3.0)
    assert pixels_of(curve_plot(still, axis_limits([still]), 100, 60)).min() < 60


def test_the_line_lies_at_the_values_of_the_map() -> None:
    picture = pixels_of(curve_plot(faithfulness_of(), (0.0, 4.0), 200, 100))
    assert picture.shape == (int(100 / 72 * DPI), int(200 / 72 * DPI), 3)
    top, bottom = 9 / 72 * DPI, 88 / 72 * DPI  # of the axes: 4 and 0
    for column, value in ((0.3, 1.0), (0.8, 3.0)):  # deletion falls to 1, insertion rises to 3
        dark = np.nonzero((picture[:, int(column * picture.shape[1])] < 60).all(axis=1))[0]
        dark = dark[(dark > top + 5) & (dark < bottom - 5)]
        assert dark.mean() == pytest.approx(bottom - (bottom - top) * value / 4, abs=3)


def test_random_maps_are_a_gray_band_as_wide_as_they_spread() -> None:
    picture = pixels_of(curve_plot(faithfulness_of(), (0.0, 4.0), 200, 100))
    column = picture[:, int(0.3 * picture.shape[1])]
    band = (np.abs(column - (0xCF, 0xCD, 0xC4)) < 4).all(axis=1).sum()
    high = 2 * np.std([3, 2], ddof=1) / 4 * 79 / 72 * DPI  # deletion of the two falls to 3 and to 2
    assert band == pytest.approx(high, rel=0.1)


def test_the_same_figures_give_the_same_bytes() -> None:
    assert curve_plot(faithfulness_of(), (0, 4), 120, 60) == curve_plot(faithfulness_of(), (0, 4), 120, 60)
