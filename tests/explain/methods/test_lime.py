"""LIME on networks whose answer is known."""

import numpy as np
import pytest
import torch
from explained import mapped, painted, red_and_blue
from small_detector import small_detector
from specimens import LinearNetwork, TinyNetwork
from torch import Tensor, nn

from explain.methods import explain, lime
from explain.methods.seeds import seed_generators
from explain.types import ExplanationRequest
from forensics.network import NetworkInput, NetworkOutput

pytestmark = pytest.mark.slow

QUARTERS = np.kron([[0, 1], [2, 3]], np.ones((8, 8), np.int64))


@pytest.fixture
def in_quarters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lime, "superpixels", lambda _crop: QUARTERS)


@pytest.mark.usefixtures("dark_baseline", "in_quarters")
def test_lime_of_a_linear_network_is_the_worth_of_each_part() -> None:
    """64 pixels a quarter. The ridge takes a few hundredths away."""
    weight = torch.zeros(3, 16, 16)
    weight[1, 3, 3], weight[0, 8:, 8:] = 64.0, -0.5
    with seed_generators(0):
        map_ = mapped(lime, LinearNetwork(weight), painted((16, 16)), 16)
    np.testing.assert_allclose(map_, np.float32([1.0, 0.0, 0.0, -0.5])[QUARTERS], atol=0.05)


@pytest.mark.usefixtures("dark_baseline", "in_quarters")
def test_lime_of_a_tiny_target_is_as_exact_as_of_a_large_one() -> None:
    """A penalty in units of the target would leave nothing."""
    weight = torch.zeros(3, 16, 16)
    weight[:, :8] = 1.0
    maps = []
    for network in (LinearNetwork(weight), LinearNetwork(1e-6 * weight)):
        with seed_generators(0):
            maps.append(mapped(lime, network, painted((16, 16)), 16))
    np.testing.assert_allclose(maps[1], 1e-6 * maps[0], rtol=1e-3, atol=1e-9)


@pytest.mark.usefixtures("dark_baseline", "in_quarters")
def test_draws_nearer_to_the_whole_face_count_more() -> None:
    """The logit is 64 where the whole face is there, and else 0. Were all draws alike, each quarter would get 8."""

    class Whole(nn.Module):
        def forward(self, views: NetworkInput, _manipulated: Tensor) -> NetworkOutput:
            whole = views.squares.amin((1, 2, 3))
            return NetworkOutput(64 * whole, views.squares, views.squares, views.squares)

    with seed_generators(0):
        map_ = mapped(lime, Whole(), painted((16, 16)), 16)
    np.testing.assert_allclose(map_, 15 / 64, atol=0.05)


def test_another_seed_draws_another_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lime, "N_SAMPLES", 50)
    detector = small_detector(TinyNetwork(), 16)
    first, again, other = (
        explain(detector, red_and_blue(), ExplanationRequest("lime", seed=seed)).heat_map for seed in (0, 0, 1)
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)
