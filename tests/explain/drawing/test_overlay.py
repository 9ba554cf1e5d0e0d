"""Maps turned into pictures, on one scale."""

import numpy as np
import pytest

from explain.drawing.overlay import (
    error_picture,
    heat_overlay,
    mask_overlay,
    normalize_by_mean_abs,
    shared_color_limit,
    signed_bar,
)
from explain.drawing.palette import VERDICT_COLORS

GRAY = np.full((8, 8, 3), 100, np.uint8)


def test_an_even_map_has_relative_evidence_one_with_its_sign() -> None:
    np.testing.assert_allclose(normalize_by_mean_abs(np.full((10, 10), -3e-5, np.float32)), -1, rtol=1e-5)


def test_relative_evidence_keeps_sign_and_proportion_and_averages_to_one() -> None:
    map_ = np.full((140, 140), -1e-4, np.float32)
    map_[:, :70] = -3e-4  # mean of absolute values: 2e-4
    relative = normalize_by_mean_abs(map_)
    assert relative.dtype == np.float32
    assert relative[70, 5] == pytest.approx(-1.5, rel=1e-3)
    assert relative[70, 135] == pytest.approx(-0.5, rel=1e-3)
    assert np.abs(relative).mean() == pytest.approx(1.0, rel=1e-5)
    np.testing.assert_allclose(normalize_by_mean_abs(map_ * 7), relative, rtol=1e-5)


def test_a_point_is_smoothed_over_a_twentieth_of_the_side() -> None:
    map_ = np.zeros((140, 100), np.float32)
    map_[70, 50] = 1.0  # standard deviation 140 / 20 = 7 pixels
    relative = normalize_by_mean_abs(map_)
    assert relative[70, 57] / relative[70, 50] == pytest.approx(np.exp(-0.5), rel=0.01)


def test_no_evidence_stays_zero_and_the_smallest_crop_works() -> None:
    assert not normalize_by_mean_abs(np.zeros((4, 6), np.float32)).any()
    assert normalize_by_mean_abs(np.full((1, 1), 2.0, np.float32)).tolist() == [[1.0]]


def test_the_limit_is_shared_and_ignores_a_single_pixel() -> None:
    small, large = np.full((20, 50), 0.5, np.float32), np.full((20, 50), -2.0, np.float32)
    large[0, 0] = 900
    assert shared_color_limit([small, large]) == 2.0


def test_the_limit_is_above_zero() -> None:
    assert shared_color_limit([]) == 1.0
    assert shared_color_limit([np.zeros((3, 3), np.float32)]) == 1.0
    rare = np.zeros((30, 30), np.float32)
    rare[0, 0] = 4.0  # above the percentile
    assert shared_color_limit([rare]) == 4.0


def test_heat_is_clear_at_zero_orange_above_and_blue_below_in_equal_measure() -> None:
    map_ = np.zeros((8, 8), np.float32)
    map_[0], map_[1], map_[2], map_[3] = 2.0, 5.0, -2.0, -5.0
    picture = heat_overlay(GRAY, map_, 2.0, opacity=1.0)
    assert picture.dtype == np.uint8
    assert picture[0, 0].tolist() == picture[1, 0].tolist() == [217, 90, 0]
    assert picture[2, 0].tolist() == picture[3, 0].tolist() == [0, 96, 168]
    assert picture[7, 7].tolist() == [100, 100, 100]


def test_opacity_lets_the_gray_crop_through() -> None:
    crop = np.zeros((2, 2, 3), np.uint8)
    crop[..., 0] = 200  # red; its gray is 0.299 · 200 = 60
    full = np.full((2, 2), 1.0, np.float32)
    assert heat_overlay(crop, full, 1.0, opacity=0.0)[0, 0].tolist() == [60, 60, 60]
    assert heat_overlay(crop, full, 1.0, opacity=0.5)[0, 0].tolist() == [138, 75, 30]


def test_the_bar_shows_the_colors_of_the_overlay() -> None:
    bar = signed_bar(3, opacity=1.0)
    assert bar.tolist() == [[[0, 96, 168], [128, 128, 128], [217, 90, 0]]]


def test_mask_leaves_untouched_pixels_alone_and_outlines_one_half() -> None:
    mask = np.zeros((60, 60), np.float32)
    mask[20:40, 20:40] = 1.0
    crop = np.full((60, 60, 3), 100, np.uint8)
    picture = mask_overlay(crop, mask)
    assert picture[5, 5].tolist() == [100, 100, 100]
    assert picture[20, 30].tolist() == [255, 255, 255]
    assert picture[30, 30].tolist() == [
        192,
        179,
        73,
    ]  # 0.4 · 100 + 0.6 · cividis (253.9, 231.9, 55.5)
    assert (mask_overlay(crop, mask * 0.4)[20, 30] != 255).all()


def test_error_rises_from_dark_blue_to_yellow_and_stays_there() -> None:
    picture = error_picture(np.array([[0.0, 0.1, 0.4]], np.float32), 0.1)
    assert picture[0].tolist() == [[0, 34, 78], [254, 232, 56], [254, 232, 56]]


def test_overlays_leave_their_inputs_alone() -> None:
    crop, map_ = GRAY.copy(), np.full((8, 8), 0.7, np.float32)
    crop.flags.writeable = map_.flags.writeable = False
    for _ in (heat_overlay(crop, map_, 1.0), mask_overlay(crop, map_), error_picture(map_, 1.0)):
        assert (crop == 100).all()
        assert (map_ == np.float32(0.7)).all()


@pytest.mark.parametrize("color", VERDICT_COLORS.values())
def test_white_text_can_be_read_on_every_verdict_color(color: str) -> None:
    """Contrast 4.5 : 1 as WCAG asks for."""
    channels = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    assert 1.05 / (linear @ [0.2126, 0.7152, 0.0722] + 0.05) >= 4.5


def test_a_map_without_evidence_keeps_its_shape() -> None:
    assert normalize_by_mean_abs(np.zeros((4, 6), np.float32)).shape == (4, 6)


def test_half_the_limit_has_half_the_opacity_and_the_color_between() -> None:
    """#f2a059 lies three quarters of the way, over a gray of 100."""
    picture = heat_overlay(GRAY, np.full((8, 8), 1.0, np.float32), 2.0, opacity=1.0)
    assert picture[0, 0].tolist() == pytest.approx([(100 + 0xF2) / 2, (100 + 0xA0) / 2, (100 + 0x59) / 2], abs=1.5)


def test_white_stays_white_where_nothing_is_marked() -> None:
    white = np.full((60, 60, 3), 255, np.uint8)
    assert (mask_overlay(white, np.zeros((60, 60), np.float32)) == 255).all()


def test_the_outline_is_a_white_line_in_a_black_one() -> None:
    """One pixel in three, of a face 60 pixels large; two in six, of one 300 large. The mask is one half."""
    for side, first, width in ((60, 20, 1), (300, 100, 2)):
        mask = np.zeros((side, side), np.float32)
        mask[first : 2 * first, first : 2 * first] = 0.5
        down = mask_overlay(np.full((side, side, 3), 100, np.uint8), mask)[: side // 2, side // 2].tolist()
        white = [row for row, color in enumerate(down) if color == [255, 255, 255]]
        black = [row for row, color in enumerate(down) if color == [0, 0, 0]]
        assert len(white) == pytest.approx(width, abs=width - 1)
        assert {first} <= {*white}
        assert {white[0] - 1, white[-1] + 1} <= {*black}
        assert down[first - 4 * width] == [100, 100, 100]
        assert width == 1 or len(white) > 1


def test_a_hole_in_the_mask_is_outlined_too() -> None:
    mask = np.ones((60, 60), np.float32)
    mask[20:40, 20:40] = 0
    picture = mask_overlay(np.full((60, 60, 3), 100, np.uint8), mask)
    assert picture[19, 30].tolist() == [255, 255, 255]
