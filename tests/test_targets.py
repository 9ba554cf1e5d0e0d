"""What is explained: a target's value, and a copy that never touches the shared network."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from specimens import finding_of, region_of
from torch import Tensor, nn

from explain.targets import TARGETS, target_score
from explain.wording import target_definition, target_opposes, target_short, target_supports, target_title
from forensics.errors import ExplanationError
from forensics.network import NetworkInput, NetworkOutput
from forensics.types.analysis import Box, FaceFinding


class Counting(nn.Module):
    """The logit is the red of the square and that of the windows, added up, less 1. The activation of the untouched
    half is the mean green. The manipulated half's mask logit is a pixel's red, and it rebuilds half of each color; the
    other's is -1, and it rebuilds nothing. Batch normalization would change its state in training mode.
    """

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(3, eps=1e-30)

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None) -> NetworkOutput:
        x = self.norm(views.squares)
        logit = x[:, 0].sum((1, 2)) + views.windows[:, :, 0].sum((1, 2, 3)) - 1
        wins = (logit > 0 if manipulated is None else manipulated).float().view(-1, 1, 1, 1)
        activations = torch.stack([x[:, 1].mean((1, 2)), x[:, 0].mean((1, 2))], dim=1)
        return NetworkOutput(logit, x[:, :1] * wins - (1 - wins), wins * x / 2, activations)


NO_WINDOWS = torch.zeros(1, 2, 3, 2, 2)


def finding(side: int = 4, fake_score: float = 0.97) -> FaceFinding:
    """The mask is 0.8 in the upper half and 0 in the lower."""
    return finding_of(region_of(np.zeros((side, side, 3), np.uint8)), fake_score)


def squares() -> Tensor:
    """(1, 3, 4, 4). Red 0.5 and 0.25 in the upper two rows, 0 and 1 in the lower; green 0.5 everywhere; no blue."""
    x = torch.zeros(1, 3, 4, 4)
    x[0, 0] = torch.tensor([0.5, 0.25, 0.0, 1.0])[:, None]
    x[0, 1] = 0.5
    return x


@pytest.mark.parametrize(
    ("target", "place", "value"),
    [
        ("fake_evidence", None, 4 * 1.75 - 1),
        ("real_evidence", None, 0.5),
        ("masked_area", None, 0.375),  # mean red of the upper half
        ("region", Box(1, 1, 3, 4), (0.25 + 0 + 1) / 3),
        ("region", Box(-9, 3, 99, 99), 1.0),  # only what lies on the face
        ("reconstruction_error", None, (1.75 / 4 + 0.5) / 2 / 3),  # half of each color is missing
    ],
)
def test_a_target_is_this_number(target: str, place: Box | None, value: float) -> None:
    score = target_score(Counting().eval(), finding(), target, place, 4)
    assert score(squares(), NO_WINDOWS).item() == pytest.approx(value)


def test_every_target_has_been_given_its_number() -> None:
    assert list(TARGETS) == ["fake_evidence", "real_evidence", "masked_area", "reconstruction_error", "region"]
    for words in (target_title, target_short, target_definition, target_supports):
        assert len({words(target) for target in TARGETS}) == len(TARGETS)
    assert all(target_title(target) == f"{target_short(target)} ({target_definition(target)})" for target in TARGETS)
    assert all(target_opposes(target) != target_supports(target) for target in TARGETS)


def test_fake_evidence_is_the_class_logit_of_each_face_through_both_views() -> None:
    squares, windows = torch.zeros(2, 3, 2, 2), torch.zeros(2, 2, 3, 2, 2)
    squares[1, 0] = 0.5
    windows[1, 1, 0] = 0.25
    assert target_score(Counting(), finding(), "fake_evidence", None, 2)(squares, windows).tolist() == [-1.0, 2.0]


@pytest.mark.parametrize("side", [4, 9, 16])
def test_the_mean_over_a_region_stays_a_mean_at_every_size_of_the_square(side: int) -> None:
    """Enlarging a region's edge overshoots; an even mask logit of 0.25 must stay 0.25."""
    score = target_score(Counting().eval(), finding(), "region", Box(1, 1, 2, 3), side)
    assert score(torch.full((1, 3, side, side), 0.25), NO_WINDOWS).item() == pytest.approx(0.25)


@pytest.mark.parametrize(("fake_score", "mask_logit"), [(0.97, 0.0), (0.5, -1.0), (0.1, -1.0)])
def test_the_half_that_won_on_the_face_stays_when_the_face_goes(fake_score: float, mask_logit: float) -> None:
    """A black square has the logit -1 and a red one 15; left to itself the network would change the half between."""
    score = target_score(Counting().eval(), finding(fake_score=fake_score), "masked_area", None, 4)
    black, red = torch.zeros(1, 3, 4, 4), torch.zeros(1, 3, 4, 4)
    red[:, 0] = 1
    values = [score(picture, NO_WINDOWS).item() for picture in (black, red)]
    assert values == [mask_logit, 1.0 if fake_score > 0.5 else mask_logit]


def test_the_half_that_won_rebuilds_the_picture() -> None:
    score = target_score(Counting().eval(), finding(fake_score=0.1), "reconstruction_error", None, 4)
    assert score(squares(), NO_WINDOWS).item() == pytest.approx((1.75 / 4 + 0.5) / 3)  # it rebuilds nothing


def test_a_face_without_the_thing_asked_for_has_no_score() -> None:
    face = finding()
    with pytest.raises(ExplanationError, match="marks no pixel") as no_mask:
        target_score(Counting(), replace(face, mask=face.mask / 2), "masked_area", None, 4)
    with pytest.raises(ExplanationError, match="holds no pixel") as no_region:
        target_score(Counting(), face, "region", Box(4, 0, 8, 4), 4)
    assert (no_mask.value.code, no_region.value.code) == ("no_mask", "no_region")


def test_every_pass_is_told_with_its_number_of_faces() -> None:
    faces = []
    score = target_score(Counting(), finding(), "fake_evidence", None, 4, faces.append)
    score(squares(), NO_WINDOWS)
    score(squares().expand(3, -1, -1, -1), NO_WINDOWS.expand(3, -1, -1, -1, -1))
    assert faces == [1, 3]


def test_the_copy_shares_the_weights_and_follows_them() -> None:
    network = Counting().eval()
    score = target_score(network, finding(), "fake_evidence", None, 2)
    with torch.no_grad():
        network.norm.bias.fill_(0.25)
    assert score(torch.zeros(1, 3, 2, 2), NO_WINDOWS).tolist() == [0.0]


def test_hooks_mode_and_gradients_stay_on_the_copy() -> None:
    network = Counting().train()
    score = target_score(network, finding(), "fake_evidence", None, 2)
    seen = []
    score.network.norm.register_forward_hook(lambda *_: seen.append("copy"))
    squares = torch.ones(1, 3, 2, 2, requires_grad=True)
    score(squares, NO_WINDOWS).sum().backward()
    network(NetworkInput(torch.ones(1, 3, 2, 2), NO_WINDOWS))
    assert seen == ["copy"]
    assert network.training and not score.network.training
    assert network.norm.weight.grad is None and network.norm.weight.requires_grad
    assert network.norm.num_batches_tracked.item() == 1  # of the line above, none of the copy's
    assert squares.grad[0, :, 0, 0].tolist() == [1.0, 0.0, 0.0]
