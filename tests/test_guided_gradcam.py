"""Guided Grad-CAM on networks whose rectifiers are known."""

import numpy as np
import pytest
import torch
from explained import mapped, painted, red_and_blue, windows_over
from specimens import TinyNetwork
from torch import nn

from explain.methods import guided_gradcam
from explain.methods.guided_gradcam import plain_rectifiers
from forensics.detectors import patches
from forensics.network import BtasNet, NetworkInput, TelltaleNet


class PairsNetwork(TinyNetwork):
    """The latent's manipulated channel is twice the red of a left pixel less the red of its right neighbor."""

    def __init__(self) -> None:
        super().__init__()
        red, pairs = nn.Conv2d(3, 1, 1, bias=False), nn.Conv2d(1, 2, (1, 2), (1, 2), bias=False)
        with torch.no_grad():
            red.weight.copy_(torch.tensor([1.0, 0.0, 0.0]).view(1, 3, 1, 1))
            pairs.weight.copy_(torch.tensor([[0.0, 0.0], [2.0, -1.0]]).view(2, 1, 1, 2))
        self.encoder = nn.Sequential(red, nn.ReLU6(), pairs, nn.ReLU(inplace=True))
        self.requires_grad_(False).eval()


def rectifiers(network: nn.Module) -> list[str]:
    """Of a network, in order; those in place with a mark."""
    kinds = [part for part in network.modules() if isinstance(part, nn.ReLU | nn.ReLU6)]
    return [type(part).__name__ + " in place" * part.inplace for part in kinds]


def test_no_slope_below_zero_passes_a_rectifier_even_one_with_a_cap() -> None:
    """Logit 4 over 16 × 8 left pixels. Unguided, the right ones with their slope of -1 would get a third."""
    map_ = mapped(guided_gradcam, PairsNetwork(), painted((16, 16)), 16)
    np.testing.assert_allclose(map_[:, ::2], 4 / 128, rtol=1e-5)
    assert not map_[:, 1::2].any()


def test_the_map_is_dealt_out_of_what_grad_cam_finds_for_the_target_and_has_its_unit() -> None:
    once, twice = PairsNetwork(), PairsNetwork()
    twice.encoder[2].weight.mul_(2)
    sums = [float(mapped(guided_gradcam, network, painted((16, 16)), 16).sum()) for network in (once, twice)]
    assert sums == pytest.approx([4.0, 8.0], rel=1e-5)


def test_rectifiers_become_plain_ones_and_the_output_stays_the_same() -> None:
    network = nn.Sequential(nn.ReLU6(), nn.Sequential(nn.ReLU(inplace=True)))
    plain_rectifiers(network)
    assert rectifiers(network) == ["ReLU", "ReLU"]
    assert network(torch.tensor([-1.0, 0.5, 6.0, 7.0])).tolist() == [0.0, 0.5, 6.0, 6.0]


@pytest.mark.parametrize(("kind", "count"), [(TelltaleNet, 25), (BtasNet, 21)])
def test_a_shipped_network_with_plain_rectifiers_says_the_same(kind: type[nn.Module], count: int) -> None:
    torch.manual_seed(0)
    network = kind().requires_grad_(False).eval()
    views = NetworkInput(torch.rand(1, 3, 64, 64), torch.rand(1, 2, 3, 32, 32))
    before = network(views)
    plain_rectifiers(network)
    assert rectifiers(network) == ["ReLU"] * count
    assert all(torch.equal(new, old) for new, old in zip(network(views), before, strict=True) if old is not None)


def test_the_network_that_is_explained_keeps_its_rectifiers() -> None:
    network = PairsNetwork()
    mapped(guided_gradcam, network, painted((16, 16)), 16)
    assert rectifiers(network) == ["ReLU6", "ReLU in place"]


def test_a_target_that_no_layer_reaches_gives_zeros() -> None:
    """This network's reconstruction is the face itself, past its encoder."""
    assert not mapped(guided_gradcam, TinyNetwork(), red_and_blue().region, 16, "reconstruction_error").any()


@pytest.mark.parametrize(("target", "reached"), [("fake_evidence", True), ("real_evidence", False)])
def test_evidence_of_the_windows_lies_where_they_lie(
    target: str, reached: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patches, "PATCH_CENTERS", patches.PATCH_CENTERS[:1])
    torch.manual_seed(1)
    network = TelltaleNet().requires_grad_(False).eval()
    network.to_latent[1].weight.zero_()
    network.traces.evidence.weight.fill_(1.0)
    map_ = mapped(guided_gradcam, network, painted((120, 110)), 64, target)
    assert bool(map_.any()) == reached
    assert not map_[windows_over(120, 110) == 0].any()
