"""Occlusion on networks whose answer is known."""

import numpy as np
import pytest
import torch
from explained import mapped, painted, windows_over
from specimens import LinearNetwork
from torch import Tensor, nn

from explain.methods import occlusion
from forensics.network import NetworkInput, NetworkOutput

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_gives_a_point_of_evidence_to_the_patches_that_cover_it() -> None:
    """S = 16: patches of 2 × 2 that move by 1. Of the four patches over a pixel, 4, 2 or 1 cover the point."""
    weight = torch.zeros(3, 16, 16)
    weight[1, 8, 8] = 16.0
    map_ = mapped(occlusion, LinearNetwork(weight), painted((16, 16)), 16)
    assert map_[7:10, 7:10].tolist() == [[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]
    assert map_.sum() == 16.0


@pytest.mark.usefixtures("dark_baseline")
@pytest.mark.parametrize("shape", [(16, 16), (15, 11), (9, 5), (1, 1)])
def test_occlusion_of_even_evidence_is_even_up_to_the_border(shape: tuple[int, int]) -> None:
    """Each pixel is worth -0.5 a color where the first window shows it; its mirrored copies are worth nothing."""
    network = LinearNetwork(torch.zeros(3, 16, 16), torch.zeros(5, 3, 96, 96))
    network.window_weight[0, :, : shape[0], : shape[1]] = -0.5
    np.testing.assert_allclose(mapped(occlusion, network, painted(shape), 16), -1.5, rtol=1e-4)


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_replaces_a_patch_in_both_views_at_once() -> None:
    """The logit is worth 1 where the patch hides neither view, and is gone as soon as it hides one."""

    class Both(nn.Module):
        def forward(self, views: NetworkInput, _manipulated: Tensor) -> NetworkOutput:
            hidden = [(view == 0).flatten(1).sum(1) for view in views]  # values of 3 colors
            logit = torch.stack([hidden[0] / 3, hidden[1] / 3], 1).amin(1)
            return NetworkOutput(-logit, views.squares, views.squares, views.squares)

    map_ = mapped(occlusion, Both(), painted((96, 96)), 96)
    # 12 × 12 pixels are hidden in the square, as many in each of the five windows.
    np.testing.assert_allclose(map_, 1.0)


@pytest.mark.usefixtures("dark_baseline")
def test_occlusion_finds_windows_where_the_patches_touch_them() -> None:
    network = LinearNetwork(torch.zeros(3, 16, 16), window_weight=1.0)
    map_ = mapped(occlusion, network, painted((320, 320)), 16)
    over = windows_over(320, 320)
    for top, left in ((0, 0), (160, 160), (60, 140), (280, 20)):
        patches = [
            over[row : row + 40, column : column + 40].mean()
            for row in (top - 20, top)
            for column in (left - 20, left)
            if 0 <= row <= 280 and 0 <= column <= 280
        ]
        np.testing.assert_allclose(map_[top : top + 20, left : left + 20], 3 * np.mean(patches), rtol=1e-4)
    assert map_[0, 0] == 0 < map_[160, 160]
