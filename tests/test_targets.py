"""What is explained: a target's value, and a copy that never touches the shared network."""

import torch
from torch import nn

from explain.targets import TARGETS, TargetScore
from forensics.network import NetworkOutput, Views


class Counting(nn.Module):
    """The logit is the red of the square and that of the windows, added up; batch normalisation would change its
    state in training mode."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(3, eps=1e-30)

    def forward(self, views: Views) -> NetworkOutput:
        x = self.norm(views.squares)
        logit = x[:, 0].sum((1, 2)) + views.windows[:, :, 0].sum((1, 2, 3))
        return NetworkOutput(logit, x[:, :1], x, torch.zeros(len(x), 2))


NO_WINDOWS = torch.zeros(1, 2, 3, 2, 2)


def test_fake_evidence_is_the_class_logit_of_each_face_through_both_views() -> None:
    squares, windows = torch.zeros(2, 3, 2, 2), torch.zeros(2, 2, 3, 2, 2)
    squares[1, 0] = 0.5
    windows[1, 1, 0] = 0.25
    assert TargetScore(Counting(), TARGETS["fake_evidence"])(squares, windows).tolist() == [0.0, 3.0]


def test_the_copy_shares_the_weights_and_follows_them() -> None:
    network = Counting().eval()
    score = TargetScore(network, TARGETS["fake_evidence"])
    with torch.no_grad():
        network.norm.bias.fill_(0.25)
    assert score(torch.zeros(1, 3, 2, 2), NO_WINDOWS).tolist() == [1.0]


def test_hooks_mode_and_gradients_stay_on_the_copy() -> None:
    network = Counting().train()
    score = TargetScore(network, TARGETS["fake_evidence"])
    seen = []
    score.network.norm.register_forward_hook(lambda *_: seen.append("copy"))
    squares = torch.ones(1, 3, 2, 2, requires_grad=True)
    score(squares, NO_WINDOWS).sum().backward()
    network(Views(torch.ones(1, 3, 2, 2), NO_WINDOWS))
    assert seen == ["copy"]
    assert network.training and not score.network.training
    assert network.norm.weight.grad is None and network.norm.weight.requires_grad
    assert network.norm.num_batches_tracked.item() == 1  # of the line above, none of the copy's
    assert squares.grad[0, :, 0, 0].tolist() == [1.0, 0.0, 0.0]
