"""The contract of every explanation method, and each one on networks whose answer is known."""

import threading

import numpy as np
import pytest
import torch
from specimens import LinearNetwork, TinyDetector, TinyNetwork, finding_of, region_of

from explain.methods import METHODS, explain, gradcam, integrated_gradients, occlusion
from explain.methods.baseline import blurred
from explain.targets import TARGETS, TargetScore
from forensics.errors import ExplanationError
from forensics.network import BtasNet, NetworkOutput, TelltaleNet
from forensics.types import FaceFinding

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))


def red_and_blue(height: int = 40, width: int = 32) -> FaceFinding:
    """A crop, red above and blue below."""
    crop = np.zeros((height, width, 3), np.uint8)
    crop[: height // 2, :, 0] = 255
    crop[height // 2 :, :, 2] = 255
    return finding_of(region_of(crop))


def scored(network: torch.nn.Module) -> TargetScore:
    return TargetScore(network, TARGETS["fake_evidence"])


@EVERY_METHOD
def test_map_has_the_size_of_the_crop_and_speaks_for_red_and_against_blue(method: str) -> None:
    explanation = explain(TinyDetector(TinyNetwork(), 16), red_and_blue(), method)
    assert (explanation.face_id, explanation.method, explanation.target) == (1, method, "fake_evidence")
    assert explanation.heat_map.shape == (40, 32)
    assert explanation.heat_map.dtype == np.float32
    assert explanation.heat_map[16:19].mean() > 0 > explanation.heat_map[21:24].mean()
    assert explanation.seconds > 0


@EVERY_METHOD
def test_map_is_not_scaled_twice_the_evidence_is_twice_the_map(method: str) -> None:
    weight = torch.zeros(3, 16, 16)
    weight[0, :8] = 1.0
    if method == "gradcam":
        once, twice = TinyNetwork(), TinyNetwork()
        twice.encoder[0].weight.mul_(2)
    else:
        once, twice = LinearNetwork(weight), LinearNetwork(2 * weight)
    maps = [explain(TinyDetector(network, 16), red_and_blue(), method).heat_map for network in (once, twice)]
    assert np.abs(maps[0]).max() > 0
    np.testing.assert_allclose(maps[1], 2 * maps[0], rtol=1e-4, atol=1e-6)


@EVERY_METHOD
def test_network_and_arrays_are_left_as_they_were(method: str) -> None:
    network, finding = TinyNetwork(), red_and_blue()
    network.train()
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    crop = finding.region.crop.copy()
    explain(TinyDetector(network, 16), finding, method)
    assert network.training
    assert all(torch.equal(weights, before[name]) for name, weights in network.state_dict().items())
    assert not any(part._forward_hooks or part._backward_hooks for part in network.modules())
    assert all(weights.grad is None and not weights.requires_grad for weights in network.parameters())
    assert np.array_equal(finding.region.crop, crop)


@EVERY_METHOD
def test_trainable_weights_get_no_gradient(method: str) -> None:
    network = TinyNetwork().requires_grad_(True)
    explain(TinyDetector(network, 16), red_and_blue(), method)
    assert network.encoder[0].weight.requires_grad
    assert network.encoder[0].weight.grad is None


@EVERY_METHOD
def test_the_same_face_gives_the_same_map(method: str) -> None:
    detector = TinyDetector(TinyNetwork(), 16)
    first, second = (explain(detector, red_and_blue(), method).heat_map for _ in range(2))
    assert np.array_equal(first, second)


@EVERY_METHOD
def test_an_index_error_of_the_network_is_not_swallowed(method: str) -> None:
    network = TinyNetwork()
    network.encoder.append(torch.nn.Flatten())
    network.encoder.append(torch.nn.Unflatten(1, (2, 64)))  # three axes where the latent has four
    with pytest.raises(IndexError):
        explain(TinyDetector(network, 16), red_and_blue(), method)


@EVERY_METHOD
def test_autocast_around_it_changes_nothing(method: str) -> None:
    detector = TinyDetector(TinyNetwork(), 16)
    plain = explain(detector, red_and_blue(), method).heat_map
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside = explain(detector, red_and_blue(), method).heat_map
    assert np.array_equal(plain, inside)


@EVERY_METHOD
def test_a_map_that_is_not_finite_is_refused(method: str) -> None:
    network = TinyNetwork()
    network.encoder[0].weight.fill_(torch.inf)
    with pytest.raises(ExplanationError) as error:
        explain(TinyDetector(network, 16), red_and_blue(), method)
    assert error.value.code in ("not_finite", "incomplete")


@EVERY_METHOD
@pytest.mark.parametrize("network", [TelltaleNet, BtasNet])
def test_the_shipped_networks_can_be_explained(method: str, network: type[torch.nn.Module]) -> None:
    torch.manual_seed(1)
    detector = TinyDetector(network().requires_grad_(False).eval(), 64)
    assert explain(detector, red_and_blue(), method).heat_map.shape == (40, 32)


def test_two_threads_do_not_see_each_others_faces() -> None:
    detector = TinyDetector(TinyNetwork(), 16)
    red, blue = (finding_of(region_of(np.full((16, 16, 3), colour, np.uint8))) for colour in ((255, 0, 0), (0, 0, 255)))
    sums = {"red": [], "blue": []}

    def work(name: str, finding: FaceFinding) -> None:
        for _ in range(10):
            sums[name].append(float(explain(detector, finding, "gradcam").heat_map.sum()))

    threads = [threading.Thread(target=work, args=pair) for pair in (("red", red), ("blue", blue))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sums == {"red": [4.0] * 10, "blue": [-4.0] * 10}


@pytest.mark.parametrize(
    ("method", "target", "code"), [("lime", "fake_evidence", "unknown_method"), ("gradcam", "age", "unknown_target")]
)
def test_unknown_names_are_refused_and_the_known_ones_listed(method: str, target: str, code: str) -> None:
    with pytest.raises(ExplanationError, match="choose from") as error:
        explain(TinyDetector(TinyNetwork(), 16), red_and_blue(), method, target)
    assert error.value.code == code


def test_every_entry_says_what_it_shows_and_what_not() -> None:
    assert list(METHODS) == ["gradcam", "integrated_gradients", "occlusion"]
    for entry in METHODS.values():
        assert all(text.endswith(".") and " real" not in text for text in (entry.shows, entry.does_not_show))


def test_gradcam_is_the_signed_weighted_sum_of_the_latent() -> None:
    """Latent 4 × 4; gradient ± 4 / 16 where a channel is active. 4 cells are red, 2 blue: the mean gradients are
    0.25 · 4 / 16 = 0.0625 and -0.25 · 2 / 16 = -0.03125, spread over the 4 pixels of a cell."""
    inputs = torch.zeros(1, 3, 8, 8)
    inputs[0, 0, :4, :4] = 1.0
    inputs[0, 2, 4:, :2] = 1.0
    map_ = gradcam.heat_map(scored(TinyNetwork()), inputs)
    assert map_.shape == (8, 8)
    assert (map_[0, 0], map_[7, 0], map_[0, 7], map_[7, 7]) == (0.015625, -0.0078125, 0.0, 0.0)
    assert map_.sum() == pytest.approx(4 * 0.0625 - 2 * 0.03125)


def test_gradcam_looks_at_the_latent() -> None:
    telltale, btas = TelltaleNet(), BtasNet()
    assert gradcam.target_layer(telltale) is telltale.to_latent
    assert gradcam.target_layer(btas) is btas.encoder


def test_integrated_gradients_of_a_linear_network_is_weight_times_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrated_gradients, "blurred", lambda inputs: torch.full_like(inputs, 0.25))
    weight = torch.zeros(3, 8, 8)
    weight[0, 2, 3], weight[2, 2, 3], weight[1, 5, 5] = 4.0, 2.0, -8.0
    map_ = integrated_gradients.heat_map(scored(LinearNetwork(weight)), torch.full((1, 3, 8, 8), 0.75))
    expected = np.zeros((8, 8), np.float32)
    expected[2, 3], expected[5, 5] = 3.0, -4.0  # (4 + 2) · 0.5 and -8 · 0.5
    np.testing.assert_allclose(map_, expected, atol=1e-5)


class Stairs(torch.nn.Module):
    """A logit that jumps and has no slope: no gradient can add up to it."""

    def forward(self, crops: torch.Tensor) -> NetworkOutput:
        logit = (crops.sum((1, 2, 3)) > 100).float() * 10 + 0 * crops.sum((1, 2, 3))
        return NetworkOutput(logit, crops, crops, crops)


def test_integrated_gradients_refuses_a_map_that_does_not_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrated_gradients, "blurred", torch.zeros_like)
    with pytest.raises(ExplanationError, match="10 logits of 10 are missing after 256 steps") as error:
        integrated_gradients.heat_map(scored(Stairs()), torch.ones(1, 3, 8, 8))
    assert error.value.code == "incomplete"


def test_occlusion_gives_a_point_of_evidence_to_the_patches_that_cover_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """S = 16: patches of 2 × 2 that move by 1. Of the four patches over a pixel, 4, 2 or 1 cover the point."""
    monkeypatch.setattr(occlusion, "blurred", torch.zeros_like)
    weight = torch.zeros(3, 16, 16)
    weight[1, 8, 8] = 16.0
    map_ = occlusion.heat_map(scored(LinearNetwork(weight)), torch.ones(1, 3, 16, 16))
    assert map_[7:10, 7:10].tolist() == [[1.0, 2.0, 1.0], [2.0, 4.0, 2.0], [1.0, 2.0, 1.0]]
    assert map_.sum() == 16.0


def test_occlusion_of_even_evidence_is_even_up_to_the_border(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occlusion, "blurred", torch.zeros_like)
    map_ = occlusion.heat_map(scored(LinearNetwork(torch.full((3, 16, 16), -0.5))), torch.ones(1, 3, 16, 16))
    np.testing.assert_allclose(map_, -1.5)


def test_the_baseline_keeps_a_plain_colour_and_takes_an_edge_away() -> None:
    plain = torch.full((1, 3, 32, 32), 0.5)
    torch.testing.assert_close(blurred(plain), plain)
    edge = torch.zeros(1, 3, 32, 32)
    edge[..., 16:] = 1.0
    soft = blurred(edge)
    assert float((edge[..., 1:] - edge[..., :-1]).max()) == 1.0
    assert 0.15 < float((soft[..., 1:] - soft[..., :-1]).max()) < 0.25  # 1 / (sqrt(2π) · 2 pixels) = 0.199
