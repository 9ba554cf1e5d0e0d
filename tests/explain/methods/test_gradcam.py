"""Grad-CAM on a network whose answer is known."""

import numpy as np
import pytest
from explained import mapped
from specimens import TinyNetwork, region_of

from explain.methods import gradcam


def test_gradcam_is_the_signed_weighted_sum_of_the_latent() -> None:
    """Latent 4 × 4; gradient ± 4 / 16 where a channel is active. 4 cells are red, 2 blue: the mean gradients are
    0.25 · 4 / 16 = 0.0625 and -0.25 · 2 / 16 = -0.03125, spread over the 4 pixels of a cell."""
    crop = np.zeros((8, 8, 3), np.uint8)
    crop[:4, :4, 0] = 255
    crop[4:, :2, 2] = 255
    map_ = mapped(gradcam, TinyNetwork(), region_of(crop), 8)
    assert map_.shape == (8, 8)
    assert (map_[0, 0], map_[7, 0], map_[0, 7], map_[7, 7]) == (0.015625, -0.0078125, 0.0, 0.0)
    assert map_.sum() == pytest.approx(4 * 0.0625 - 2 * 0.03125)
