"""The picture that stands for "no evidence"."""

import numpy as np
import torch
from small_detector import small_detector
from specimens import TinyNetwork, region_of

from explain.methods.baseline import blurred
from explain.methods.viewing import viewed_face


def test_the_baseline_keeps_a_plain_colour_and_takes_an_edge_away() -> None:
    plain = np.full((32, 24, 3), 128, np.uint8)
    assert np.array_equal(blurred(plain), plain)
    edge = np.zeros((32, 32, 3), np.uint8)
    edge[:, 16:] = 255
    slope = np.diff(blurred(edge)[..., 0].astype(int), axis=1).max()
    assert 38 < slope < 64  # 255 / (sqrt(2π) · 2 pixels) = 51


def test_the_baseline_of_a_large_crop_is_as_soft_as_that_of_a_small_one() -> None:
    edge = np.zeros((600, 1024, 3), np.uint8)
    edge[:, 512:] = 255
    soft = blurred(edge)
    assert soft.shape == edge.shape
    middle = soft[300, 448:577:64, 0].astype(int)  # one sigma before the edge, on it, one behind
    np.testing.assert_allclose(middle, [255 * 0.159, 255 * 0.5, 255 * 0.841], atol=3)


def test_both_views_of_the_baseline_are_of_the_blurred_crop() -> None:
    crop = np.random.default_rng(0).integers(0, 256, (120, 100, 3), np.uint8)
    detector, region = small_detector(TinyNetwork(), 16), region_of(crop)
    face = viewed_face(detector, region)
    expected = detector.to_input([region_of(blurred(crop))])
    assert torch.equal(face.baseline.squares, expected.squares)
    assert torch.equal(face.baseline.windows, expected.windows)
