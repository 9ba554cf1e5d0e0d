"""Integrated Gradients on networks whose answer is known, and evidence in crop pixels."""

from types import ModuleType

import numpy as np
import pytest
import torch
from explained import mapped, painted, windows_over
from specimens import LinearNetwork, TinyNetwork, region_of
from torch import nn

from explain.methods import gradcam, integrated_gradients, occlusion
from forensics.errors import ExplanationError
from forensics.network import NetworkOutput, Views


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_of_a_linear_network_is_weight_times_difference() -> None:
    weight = torch.zeros(3, 8, 8)
    weight[0, 2, 3], weight[2, 2, 3], weight[1, 5, 5] = 4.0, 2.0, -8.0
    map_ = mapped(integrated_gradients, LinearNetwork(weight), painted((8, 8)), 8)
    expected = np.zeros((8, 8), np.float32)
    expected[2, 3], expected[5, 5] = 6.0, -8.0
    np.testing.assert_allclose(map_, expected, atol=1e-5)


@pytest.mark.usefixtures("dark_baseline")
@pytest.mark.parametrize("method", [gradcam, integrated_gradients, occlusion])
@pytest.mark.parametrize("shape", [(16, 16), (32, 32), (8, 8)])
def test_evidence_of_the_whole_crop_adds_up_to_the_logit_at_every_size(
    method: ModuleType, shape: tuple[int, int]
) -> None:
    """The square has 16 × 16 pixels. Red everywhere gives the latent 1 and the logit 4 (and 0.5 in any case)."""
    crop = np.zeros((*shape, 3), np.uint8)
    crop[..., 0] = 255
    assert float(mapped(method, TinyNetwork(), region_of(crop), 16).sum()) == pytest.approx(4.0, rel=1e-3)


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_of_windows_lie_where_the_windows_lie() -> None:
    network = LinearNetwork(torch.zeros(3, 16, 16), window_weight=1.0)
    map_ = mapped(integrated_gradients, network, painted((300, 260)), 16)
    np.testing.assert_allclose(map_, 3 * windows_over(300, 260), rtol=1e-4)  # three colours, each worth 1
    assert (map_ == 0).any()


@pytest.mark.usefixtures("dark_baseline")
def test_evidence_in_mirrored_pixels_is_folded_back_to_those_they_repeat() -> None:
    """The crop fills 60 columns of the first window, 36 more are columns 59 to 24 again."""
    weight = torch.zeros(5, 3, 96, 96)
    weight[0, 1, 0, [59, 60, 95]] = torch.tensor([1.0, 2.0, 4.0])
    map_ = mapped(integrated_gradients, LinearNetwork(torch.zeros(3, 16, 16), weight), painted((96, 60)), 16)
    assert map_[0, [59, 24, 0]] == pytest.approx([3.0, 4.0, 0.0], abs=1e-4)
    assert map_.sum() == pytest.approx(7.0, rel=1e-4)


@pytest.mark.usefixtures("dark_baseline")
def test_both_views_have_one_unit_logits_per_pixel_of_the_crop() -> None:
    """A square of 16 × 16 for 32 × 32 pixels: 0.25 a colour is spread over 4 pixels, each in 45 window pixels."""
    network = LinearNetwork(torch.full((3, 16, 16), 0.25), window_weight=0.5)
    map_ = mapped(integrated_gradients, network, painted((32, 32)), 16)
    np.testing.assert_allclose(map_, 3 * (0.25 / 4 + 0.5 * 45), rtol=1e-4)  # 5 windows of 3 × 3 times the crop


class Stairs(nn.Module):
    """A logit that jumps and has no slope: no gradient can add up to it."""

    def forward(self, views: Views) -> NetworkOutput:
        squares = views.squares
        logit = (squares.sum((1, 2, 3)) > 100).float() * 10 + 0 * squares.sum((1, 2, 3))
        return NetworkOutput(logit, squares, squares, squares)


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_refuses_a_map_that_does_not_add_up() -> None:
    with pytest.raises(ExplanationError, match="10 logits of 10 are missing after 256 steps") as error:
        mapped(integrated_gradients, Stairs(), painted((8, 8)), 8)
    assert error.value.code == "incomplete"
