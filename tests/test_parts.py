"""Parts of a crop replaced on networks whose answer is known."""

import numpy as np
import pytest
import torch
from explained import painted
from small_detector import small_detector
from specimens import LinearNetwork, finding_of
from torch import Tensor, nn

from explain.methods.face_input import face_input
from explain.methods.superpixel_features import SuperpixelFeatures
from explain.targets import target_score
from forensics.errors import ExplanationError
from forensics.network import NetworkInput, NetworkOutput

HALVES = np.repeat([0, 1], 8)[:, None].repeat(16, 1)  # the upper and the lower half of 16 × 16 pixels


def parts_of(network: nn.Module) -> SuperpixelFeatures:
    region = painted((16, 16))
    return SuperpixelFeatures(
        target_score(network, finding_of(region), "fake_evidence", None, 16),
        face_input(small_detector(network, 16), region),
        HALVES,
    )


@pytest.mark.usefixtures("dark_baseline")
def test_change_is_what_the_replaced_parts_were_worth_in_both_views() -> None:
    """Each pixel of the upper half is worth 1 in the square and 2 in the first window."""
    network = LinearNetwork(torch.zeros(3, 16, 16), torch.zeros(5, 3, 96, 96))
    network.weight[0, :8] = 1.0
    network.window_weight[0, 0, :8, :16] = 2.0
    parts = parts_of(network)
    assert parts.areas.tolist() == [128.0, 128.0]
    assert parts.change(torch.tensor([[1, 1], [0, 1], [1, 0], [0, 0]])).tolist() == [0.0, -384.0, 0.0, -384.0]


def test_change_is_exactly_zero_where_nothing_moves_the_target() -> None:
    class Constant(nn.Module):
        def forward(self, views: NetworkInput, _manipulated: Tensor) -> NetworkOutput:
            logit = torch.full((len(views.squares),), 0.3)
            return NetworkOutput(logit, views.squares, views.squares, views.squares)

    assert parts_of(Constant()).change(torch.tensor([[0, 1], [0, 0]])).tolist() == [0.0, 0.0]


def test_an_answer_that_is_no_number_is_refused_with_a_sentence() -> None:
    parts = parts_of(LinearNetwork(torch.full((3, 16, 16), torch.inf)))
    with pytest.raises(ExplanationError, match="no finite answer") as error:
        parts.change(torch.ones(1, 2))
    assert error.value.code == "not_finite"


def test_value_of_a_part_is_spread_over_its_pixels() -> None:
    map_ = parts_of(LinearNetwork(torch.zeros(3, 16, 16))).painted(torch.tensor([64.0, -128.0]))
    assert map_.dtype == np.float32
    assert np.array_equal(map_, np.float32([0.5, -1.0])[HALVES])
