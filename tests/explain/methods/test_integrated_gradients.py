"""Integrated Gradients on networks whose answer is known, and evidence in crop pixels."""

from collections.abc import Callable
from types import ModuleType

import numpy as np
import pytest
import torch
from explained import mapped, painted, windows_over
from small_detector import small_detector
from specimens import LinearNetwork, TinyNetwork, finding_of, region_of
from torch import Tensor, nn

from explain.methods import explain, gradcam, integrated_gradients, occlusion
from explain.methods.face_input import face_input
from explain.targets import target_score
from explain.types import ExplanationRequest
from forensics.errors import ExplanationError
from forensics.network import NetworkInput, NetworkOutput

pytestmark = pytest.mark.slow


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
    np.testing.assert_allclose(map_, 3 * windows_over(300, 260), rtol=1e-4)  # three colors, each worth 1
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
    """A square of 16 × 16 for 32 × 32 pixels: 0.25 a color is spread over 4 pixels, each in 45 window pixels."""
    network = LinearNetwork(torch.full((3, 16, 16), 0.25), window_weight=0.5)
    map_ = mapped(integrated_gradients, network, painted((32, 32)), 16)
    np.testing.assert_allclose(map_, 3 * (0.25 / 4 + 0.5 * 45), rtol=1e-4)  # 5 windows of 3 × 3 times the crop


@pytest.mark.parametrize(("baseline", "value"), [("black", 0), ("white", 255), ("average colour", 64)])
def test_the_map_is_taken_against_the_baseline_asked_for(baseline: str, value: int) -> None:
    """A crop of which a quarter is white: 64 on the average."""
    crop = np.zeros((8, 8, 3), np.uint8)
    crop[:4, :4] = 255
    detector = small_detector(LinearNetwork(torch.ones(3, 8, 8)), 8)
    question = ExplanationRequest("integrated_gradients", baseline=baseline)
    map_ = explain(detector, finding_of(region_of(crop)), question).heat_map
    np.testing.assert_allclose(map_, (crop.astype(np.float32).sum(-1) - 3 * value) / 255, atol=1e-5)


@pytest.mark.usefixtures("dark_baseline")
def test_a_target_far_smaller_than_a_logit_adds_up_too() -> None:
    """The activation of the untouched half is the mean of blue."""
    map_ = mapped(integrated_gradients, TinyNetwork(), painted((16, 16), 51), 16, "real_evidence")
    assert float(map_.sum()) == pytest.approx(0.2, rel=1e-4)


class OnTheWay(nn.Module):
    """A value of the share t of the way from black to white, mean over all pixels."""

    def __init__(self, value: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.value = value

    def forward(self, views: NetworkInput, _manipulated: Tensor | None = None) -> NetworkOutput:
        squares = views.squares
        return NetworkOutput(self.value(squares.mean((1, 2, 3))), squares, squares, squares)


@pytest.mark.usefixtures("dark_baseline")
def test_what_rises_and_falls_again_is_measured_by_how_far_it_rose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Up by 1 and back to 0.01, with a jump of 0.01 that has no slope: a hundredth is missing, all of the change."""
    network = OnTheWay(lambda t: 4 * t * (1 - t) + 0.01 * (t > 0.5))
    monkeypatch.setattr(integrated_gradients, "STEPS", (32,))
    assert abs(float(mapped(integrated_gradients, network, painted((8, 8)), 8).sum())) < 1e-3


@pytest.mark.usefixtures("dark_baseline")
def test_integrated_gradients_refuses_a_map_that_does_not_add_up() -> None:
    """A jump has no slope: no gradient can add up to it."""
    with pytest.raises(ExplanationError, match=r"10 of the 10 .* missing after 128 steps") as error:
        mapped(integrated_gradients, OnTheWay(lambda t: 10 * (t > 0.5) + 0 * t), painted((8, 8)), 8)
    assert error.value.code == "incomplete"
    assert "logit" not in str(error.value)


@pytest.mark.usefixtures("dark_baseline")
def test_more_steps_are_taken_where_few_do_not_add_up() -> None:
    """A rise from 0 to 1 within a fiftieth of the way falls between 32 points and almost between 64, not 128."""
    passes = []
    network = OnTheWay(lambda t: (200 * (t - 0.5)).sigmoid())
    region = painted((8, 8))
    face = face_input(small_detector(network, 8), region)
    score = target_score(network, finding_of(region), "fake_evidence", None, 8, passes.append)
    assert float(integrated_gradients.heat_map(score, face).sum()) == pytest.approx(1.0, abs=0.05)
    assert sum(passes) == (32 + 2) + (64 + 2) + (128 + 2)  # each time crop and baseline once more
