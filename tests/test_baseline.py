"""The picture that stands for "no evidence"."""

import numpy as np
import pytest
import torch
from small_detector import small_detector
from specimens import TinyNetwork, region_of

from explain.methods.baseline import BASELINES, blurred_baseline
from explain.methods.face_input import face_input


def test_the_baseline_keeps_a_plain_color_and_takes_an_edge_away() -> None:
    plain = np.full((32, 24, 3), 128, np.uint8)
    assert np.array_equal(blurred_baseline(plain), plain)
    edge = np.zeros((32, 32, 3), np.uint8)
    edge[:, 16:] = 255
    slope = np.diff(blurred_baseline(edge)[..., 0].astype(int), axis=1).max()
    assert 38 < slope < 64  # 255 / (sqrt(2π) · 2 pixels) = 51


def test_the_baseline_of_a_large_crop_is_as_soft_as_that_of_a_small_one() -> None:
    edge = np.zeros((600, 1024, 3), np.uint8)
    edge[:, 512:] = 255
    soft = blurred_baseline(edge)
    assert soft.shape == edge.shape
    middle = soft[300, 448:577:64, 0].astype(int)  # one sigma before the edge, on it, one behind
    np.testing.assert_allclose(middle, [255 * 0.159, 255 * 0.5, 255 * 0.841], atol=3)


def test_the_choice_starts_with_the_blurred_crop() -> None:
    assert list(BASELINES) == ["blurred", "average colour", "black", "white"]
    assert BASELINES["blurred"] is blurred_baseline


@pytest.mark.parametrize(
    ("baseline", "color"), [("average colour", (64, 0, 191)), ("black", (0, 0, 0)), ("white", (255, 255, 255))]
)
def test_the_other_baselines_have_one_color_and_leave_the_crop_as_it_is(
    baseline: str, color: tuple[int, int, int]
) -> None:
    """A quarter of the crop is red, the rest blue."""
    crop = np.zeros((8, 6, 3), np.uint8)
    crop[:, :, 2] = 255
    crop[:4, :3] = (255, 0, 0)
    before = crop.copy()
    picture = BASELINES[baseline](crop)
    assert picture.shape == (8, 6, 3)
    assert picture.dtype == np.uint8
    assert np.unique(picture.reshape(-1, 3), axis=0).tolist() == [list(color)]
    assert np.array_equal(crop, before)


@pytest.mark.parametrize("baseline", list(BASELINES))
def test_both_views_are_of_the_baseline_asked_for(baseline: str) -> None:
    crop = np.random.default_rng(0).integers(0, 256, (120, 100, 3), np.uint8)
    detector = small_detector(TinyNetwork(), 16)
    face = face_input(detector, region_of(crop), baseline)
    expected = detector.preprocess([region_of(BASELINES[baseline](crop))])
    assert torch.equal(face.baseline.squares, expected.squares)
    assert torch.equal(face.baseline.windows, expected.windows)
