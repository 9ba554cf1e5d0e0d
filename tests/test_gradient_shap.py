"""GradientShap on networks whose answer is known."""

import numpy as np
import pytest
import torch
from explained import mapped, painted, red_and_blue
from small_detector import small_detector
from specimens import LinearNetwork, TinyNetwork, finding_of
from torch import Tensor, nn

from explain.methods import explain, gradient_shap
from explain.types import ExplanationRequest
from forensics.network import NetworkInput, NetworkOutput


@pytest.mark.usefixtures("dark_baseline")
def test_the_map_of_a_linear_network_is_weight_times_difference_but_for_the_noise() -> None:
    weight = torch.zeros(3, 8, 8)
    weight[0, 2, 3], weight[2, 2, 3], weight[1, 5, 5] = 4.0, 2.0, -8.0
    torch.manual_seed(0)
    map_ = mapped(gradient_shap, LinearNetwork(weight), painted((8, 8)), 8)
    expected = np.zeros((8, 8), np.float32)
    expected[2, 3], expected[5, 5] = 6.0, -8.0
    np.testing.assert_allclose(map_, expected, atol=4 * 8 * 0.01 / 32**0.5)  # four standard errors
    assert map_[2, 3] != 6.0


class ProductNetwork(nn.Module):
    """The logit is the first pixel's red in the square times that in the first window."""

    def forward(self, views: NetworkInput, _manipulated: Tensor | None = None) -> NetworkOutput:
        logit = views.squares[:, 0, 0, 0] * views.windows[:, 0, 0, 0, 0]
        return NetworkOutput(logit, views.squares[:, :1], views.squares, torch.zeros(len(logit), 2))


@pytest.mark.usefixtures("dark_baseline")
def test_both_views_are_at_the_same_point_between_baseline_and_crop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each view's slope is then the point's share of the way, and both add up to twice the mean of the 32 shares."""
    monkeypatch.setattr(gradient_shap, "NOISE_SIGMA", 0.0)
    shares = []
    uniform = np.random.default_rng(5).uniform

    def drawn(*args: float) -> np.ndarray:
        shares.append(uniform(*args))
        return shares[-1]

    monkeypatch.setattr(np.random, "uniform", drawn)
    map_ = mapped(gradient_shap, ProductNetwork(), painted((96, 96)), 96)
    assert len(shares) == 32
    assert map_.sum() == pytest.approx(2 * np.mean(shares), rel=1e-5)
    assert map_[0, 0] == map_.sum()


def test_the_baseline_asked_for_is_the_one_that_is_used() -> None:
    """A white crop has nothing more than white, and all that the untouched half sees more than black."""
    detector, finding = small_detector(TinyNetwork(), 16), finding_of(painted((16, 16)))
    white, black = (
        explain(detector, finding, ExplanationRequest("gradient_shap", "real_evidence", baseline)).heat_map
        for baseline in ("white", "black")
    )
    assert float(black.sum()) == pytest.approx(1.0, abs=0.02)
    assert float(white.sum()) == pytest.approx(0.0, abs=0.02)


def test_another_seed_draws_another_map_close_to_the_first() -> None:
    detector = small_detector(TinyNetwork(), 16)
    first, second = (
        explain(detector, red_and_blue(), ExplanationRequest("gradient_shap", seed=seed)).heat_map for seed in (0, 1)
    )
    assert not np.array_equal(first, second)
    assert np.corrcoef(first.ravel(), second.ravel())[0, 1] > 0.99
