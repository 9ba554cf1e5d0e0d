"""The contract of every explanation method."""

import threading

import numpy as np
import pytest
import torch
from explained import red_and_blue
from small_detector import small_detector
from specimens import LinearNetwork, TinyNetwork, finding_of, region_of
from torch import nn

from explain.methods import METHODS, explain, occlusion
from forensics import windows
from forensics.errors import ExplanationError
from forensics.network import BtasNet, TelltaleNet
from forensics.types import FaceFinding

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))


@EVERY_METHOD
def test_map_has_the_size_of_the_crop_and_speaks_for_red_and_against_blue(method: str) -> None:
    explanation = explain(small_detector(TinyNetwork(), 16), red_and_blue(), method)
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
    maps = [explain(small_detector(network, 16), red_and_blue(), method).heat_map for network in (once, twice)]
    assert np.abs(maps[0]).max() > 0
    np.testing.assert_allclose(maps[1], 2 * maps[0], rtol=1e-4, atol=1e-6)


@EVERY_METHOD
def test_network_and_arrays_are_left_as_they_were(method: str) -> None:
    network, finding = TinyNetwork(), red_and_blue()
    network.train()
    before = {name: weights.clone() for name, weights in network.state_dict().items()}
    crop = finding.region.crop.copy()
    explain(small_detector(network, 16), finding, method)
    assert network.training
    assert all(torch.equal(weights, before[name]) for name, weights in network.state_dict().items())
    assert not any(part._forward_hooks or part._backward_hooks for part in network.modules())
    assert all(weights.grad is None and not weights.requires_grad for weights in network.parameters())
    assert np.array_equal(finding.region.crop, crop)


@EVERY_METHOD
def test_trainable_weights_get_no_gradient(method: str) -> None:
    network = TinyNetwork().requires_grad_(True)
    explain(small_detector(network, 16), red_and_blue(), method)
    assert network.encoder[0].weight.requires_grad
    assert network.encoder[0].weight.grad is None


@EVERY_METHOD
def test_the_same_face_gives_the_same_map(method: str) -> None:
    detector = small_detector(TinyNetwork(), 16)
    first, second = (explain(detector, red_and_blue(), method).heat_map for _ in range(2))
    assert np.array_equal(first, second)


@EVERY_METHOD
def test_an_index_error_of_the_network_is_not_swallowed(method: str) -> None:
    network = TinyNetwork()
    network.encoder.append(nn.Flatten())
    network.encoder.append(nn.Unflatten(1, (2, 64)))  # three axes where the latent has four
    with pytest.raises(IndexError):
        explain(small_detector(network, 16), red_and_blue(), method)


@EVERY_METHOD
def test_autocast_around_it_changes_nothing(method: str) -> None:
    detector = small_detector(TinyNetwork(), 16)
    plain = explain(detector, red_and_blue(), method).heat_map
    with torch.autocast("cpu", dtype=torch.bfloat16):
        inside = explain(detector, red_and_blue(), method).heat_map
    assert np.array_equal(plain, inside)


@EVERY_METHOD
def test_a_map_that_is_not_finite_is_refused(method: str) -> None:
    network = TinyNetwork()
    network.encoder[0].weight.fill_(torch.inf)
    with pytest.raises(ExplanationError) as error:
        explain(small_detector(network, 16), red_and_blue(), method)
    assert error.value.code in ("not_finite", "incomplete")


@pytest.fixture
def little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """One window and a few large patches, so that a whole network is soon explained."""
    monkeypatch.setattr(windows, "CENTRES", windows.CENTRES[:1])
    monkeypatch.setattr(occlusion, "PATCHES_ACROSS", 2)


@EVERY_METHOD
@pytest.mark.usefixtures("little_work")
@pytest.mark.parametrize("network", [TelltaleNet, BtasNet])
def test_the_shipped_networks_can_be_explained(method: str, network: type[nn.Module]) -> None:
    torch.manual_seed(1)
    detector = small_detector(network().requires_grad_(False).eval(), 64)
    assert explain(detector, red_and_blue(), method).heat_map.shape == (40, 32)


def test_two_threads_do_not_see_each_others_faces() -> None:
    detector = small_detector(TinyNetwork(), 16)
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
        explain(small_detector(TinyNetwork(), 16), red_and_blue(), method, target)
    assert error.value.code == code


def test_every_entry_says_what_it_shows_and_what_not() -> None:
    assert list(METHODS) == ["gradcam", "integrated_gradients", "occlusion"]
    for entry in METHODS.values():
        assert all(text.endswith(".") and " real" not in text for text in (entry.shows, entry.does_not_show))


@pytest.mark.usefixtures("little_work")
def test_gradcam_leaves_the_windows_out_and_says_so() -> None:
    torch.manual_seed(1)
    network = TelltaleNet().requires_grad_(False).eval()
    network.weights.copy_(torch.tensor([0.0, 1.0]))
    maps = {name: explain(small_detector(network, 64), red_and_blue(), name).heat_map for name in METHODS}
    assert {name: bool(map_.any()) for name, map_ in maps.items()} == {
        "gradcam": False,
        "integrated_gradients": True,
        "occlusion": True,
    }
    assert "windows at the picture's own resolution" in METHODS["gradcam"].does_not_show
