"""Kernel SHAP on networks whose answer is known."""

from itertools import islice

import numpy as np
import pytest
import torch
from explained import mapped, painted, red_and_blue, windows_over
from specimens import LinearNetwork, TinyNetwork
from torch import Tensor, nn
from torch.distributions import Categorical

from explain.methods import kernel_shap
from explain.methods.kernel_shap import PairedKernelShap
from explain.methods.seeds import seed_generators
from forensics.network import NetworkInput, NetworkOutput

pytestmark = pytest.mark.slow

QUARTERS = np.kron([[0, 1], [2, 3]], np.ones((8, 8), np.int64))


@pytest.fixture
def in_quarters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel_shap, "superpixels", lambda _crop: QUARTERS)


@pytest.mark.usefixtures("dark_baseline", "in_quarters")
def test_shares_in_a_linear_network_are_the_worth_of_each_part() -> None:
    """64 pixels a quarter."""
    weight = torch.zeros(3, 16, 16)
    weight[1, 3, 3], weight[0, 8:, 8:] = 64.0, -0.5
    with seed_generators(0):
        map_ = mapped(kernel_shap, LinearNetwork(weight), painted((16, 16)), 16)
    np.testing.assert_allclose(map_, np.float32([1.0, 0.0, 0.0, -0.5])[QUARTERS], atol=1e-4)


@pytest.mark.usefixtures("dark_baseline", "in_quarters")
def test_what_two_parts_do_together_is_split_between_them() -> None:
    """The logit is 64 where both upper quarters are there, and else 0: 32 for each."""

    class Both(nn.Module):
        def forward(self, views: NetworkInput, _manipulated: Tensor) -> NetworkOutput:
            there = views.squares[:, 0, [4, 4], [4, 12]].amin(1)
            return NetworkOutput(64 * there, views.squares, views.squares, views.squares)

    with seed_generators(0):
        map_ = mapped(kernel_shap, Both(), painted((16, 16)), 16)
    np.testing.assert_allclose(map_, np.float32([0.5, 0.5, 0.0, 0.0])[QUARTERS], atol=0.05)
    assert float(map_.sum()) == pytest.approx(64.0, rel=1e-4)


@pytest.mark.usefixtures("dark_baseline")
def test_shares_of_superpixels_add_up_to_the_face_less_its_baseline() -> None:
    """TinyNetwork: half of the face is red, the other half blue at half the brightness, 4 (1/2 - 128/510)."""
    with seed_generators(0):
        map_ = mapped(kernel_shap, TinyNetwork(), red_and_blue(40, 40, blue=128).region, 16)
    assert float(map_.sum()) == pytest.approx(4 * (0.5 - 128 / 510), rel=1e-3)


@pytest.mark.usefixtures("dark_baseline")
def test_shares_of_windows_lie_where_the_windows_lie() -> None:
    """A crop of 320 × 320 white pixels, each worth 3 a window that shows it."""
    network = LinearNetwork(torch.zeros(3, 16, 16), window_weight=1.0)
    region = painted((320, 320))
    with seed_generators(0):
        map_ = mapped(kernel_shap, network, region, 16)
    numbers = kernel_shap.superpixels(region.crop)
    over = windows_over(320, 320).ravel()
    expected = 3 * np.bincount(numbers.ravel(), over) / np.bincount(numbers.ravel())
    np.testing.assert_allclose(map_, expected[numbers], atol=0.01)


def test_each_draw_is_followed_by_its_opposite() -> None:
    method = PairedKernelShap(lambda keep: keep.sum(1))
    with seed_generators(0):
        draws = method.kernel_shap_perturb_generator(
            torch.ones(1, 6), num_select_distribution=Categorical(torch.ones(6)), num_interp_features=6
        )
        drawn = torch.cat(list(islice(draws, 12)))
    assert drawn[0].tolist() == [1] * 6
    assert (drawn[::2] + drawn[1::2] == 1).all()
    assert len(drawn.unique(dim=0)) > 6
