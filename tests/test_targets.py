"""What is explained: a target's value, and a copy that never touches the shared network."""

import torch
from torch import Tensor, nn

from explain.targets import TARGETS, TargetScore
from forensics.network import NetworkOutput


class Counting(nn.Module):
    """The logit is the sum of the red channel; batch normalisation would change its state in training mode."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(3, eps=1e-30)

    def forward(self, crops: Tensor) -> NetworkOutput:
        x = self.norm(crops)
        return NetworkOutput(x[:, 0].sum((1, 2)), x[:, :1], x, torch.zeros(len(x), 2))


def test_fake_evidence_is_the_class_logit_of_each_face() -> None:
    crops = torch.zeros(2, 3, 2, 2)
    crops[1, 0] = 0.5
    assert TargetScore(Counting(), TARGETS["fake_evidence"])(crops).tolist() == [0.0, 2.0]


def test_the_copy_shares_the_weights_and_follows_them() -> None:
    network = Counting().eval()
    score = TargetScore(network, TARGETS["fake_evidence"])
    with torch.no_grad():
        network.norm.bias.fill_(0.25)
    assert score(torch.zeros(1, 3, 2, 2)).tolist() == [1.0]


def test_hooks_mode_and_gradients_stay_on_the_copy() -> None:
    network = Counting().train()
    score = TargetScore(network, TARGETS["fake_evidence"])
    seen = []
    score.network.norm.register_forward_hook(lambda *_: seen.append("copy"))
    crops = torch.ones(1, 3, 2, 2, requires_grad=True)
    score(crops).sum().backward()
    network(torch.ones(1, 3, 2, 2))
    assert seen == ["copy"]
    assert network.training and not score.network.training
    assert network.norm.weight.grad is None and network.norm.weight.requires_grad
    assert network.norm.num_batches_tracked.item() == 1  # of the line above, none of the copy's
    assert crops.grad[0, :, 0, 0].tolist() == [1.0, 0.0, 0.0]
