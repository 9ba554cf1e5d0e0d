"""Maps drawn at random, and networks that have learned nothing."""

import numpy as np
import pytest
import torch
from explained import awake
from torch import Tensor, nn

from explain.faithfulness.controls import N_RANDOM_MAPS, draw_random_maps, randomize_weights
from forensics.network import BtasNet, NetworkInput, TelltaleNet


def test_random_maps_are_white_noise_the_same_at_every_call() -> None:
    maps, again = (list(draw_random_maps((40, 30))) for _ in range(2))
    assert len(maps) == N_RANDOM_MAPS
    np.testing.assert_array_equal(maps, again)
    assert np.mean(maps) == pytest.approx(0, abs=0.03)
    assert np.std(maps) == pytest.approx(1, abs=0.03)
    between = np.corrcoef([map_.ravel() for map_ in maps])
    assert np.abs(between - np.eye(len(maps))).max() < 0.15
    assert maps[0].dtype == np.float32


def views() -> NetworkInput:
    generator = torch.Generator().manual_seed(3)
    return NetworkInput(torch.rand(1, 3, 64, 64, generator=generator), torch.rand(1, 2, 3, 96, 96, generator=generator))


def tensors(network: nn.Module) -> dict[str, Tensor]:
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


@pytest.mark.parametrize("kind", [TelltaleNet, BtasNet])
def test_every_layer_of_the_shipped_networks_forgets_and_the_original_does_not(kind: type[nn.Module]) -> None:
    torch.manual_seed(1)
    network = awake(kind())
    before = tensors(network)
    fresh = randomize_weights(network, views(), 0)
    for name, tensor in tensors(network).items():
        torch.testing.assert_close(tensor, before[name], rtol=0, atol=0)
    layers = [
        name for name, part in network.named_modules() if isinstance(part, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear))
    ]
    kept = [name for name in layers if torch.equal(fresh.get_submodule(name).weight, before[f"{name}.weight"])]
    assert layers and kept == []
    assert not fresh.training and not network.training


@pytest.mark.parametrize("kind", [TelltaleNet, BtasNet])
def test_its_answer_depends_on_the_face_and_not_on_chance(kind: type[nn.Module]) -> None:
    torch.manual_seed(1)
    network, seen = awake(kind()), views()
    state = torch.get_rng_state()
    one, same, other = (randomize_weights(network, seen, seed) for seed in (0, 0, 1))
    assert torch.equal(torch.get_rng_state(), state)
    with torch.inference_mode():
        answers = [fresh(seen).logit.item() for fresh in (one, same, other)]
        turned = one(NetworkInput(1 - seen.squares, 1 - seen.windows)).logit.item()
    assert answers[0] == answers[1] != answers[2]
    assert turned != answers[0]


def test_the_normalization_is_that_of_the_face() -> None:
    class Normalized(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.norm = nn.BatchNorm2d(3)

        def forward(self, seen: NetworkInput) -> Tensor:
            return self.norm(seen.squares)

    network = Normalized().eval()
    with torch.no_grad():
        network.norm.running_mean.fill_(100)  # in which the face would drown
        network.norm.weight.fill_(7)
    squares = torch.zeros(1, 3, 2, 2)
    squares[..., 0] = 1  # mean 1 / 2, variance of the sample 1 / 3
    seen = NetworkInput(squares, torch.zeros(1, 1, 3, 2, 2))
    fresh = randomize_weights(network, seen, 0)
    torch.testing.assert_close(fresh.norm.running_mean, torch.full((3,), 0.5))
    torch.testing.assert_close(fresh.norm.running_var, torch.full((3,), 1 / 3))
    assert fresh(seen)[0, 0, 0].tolist() == pytest.approx([0.5 * 3**0.5, -0.5 * 3**0.5], abs=1e-4)
    assert network.norm.running_mean.tolist() == [100] * 3
