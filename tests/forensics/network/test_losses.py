import math

import pytest
import torch

from forensics.network import NetworkOutput
from forensics.network.losses import FAMILY_WEIGHT, btas_loss, consistency_loss, dice_loss, multi_task_loss


def output(logit, mask_logit, activations, reconstruction=0.0):
    count = len(logit)
    return NetworkOutput(
        torch.tensor(logit),
        torch.full((count, 1, 2, 2), mask_logit),
        torch.full((count, 3, 2, 2), reconstruction),
        torch.tensor(activations),
        torch.tensor([[0.0, 0.0]] * count),
        torch.tensor([[0.0] * 4] * count),
    )


def test_dice_is_zero_for_the_right_mask_and_near_one_for_the_opposite():
    masks = torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])
    assert dice_loss((masks * 2 - 1) * 50, masks).item() == pytest.approx(0, abs=1e-6)
    assert dice_loss((1 - masks * 2) * 50, masks).item() == pytest.approx(1 - 1 / 5)  # (0 + 1) / (2 + 2 + 1)


def test_the_parts_of_the_multi_task_loss_add_up():
    crops, masks = torch.full((1, 3, 2, 2), 0.25), torch.ones(1, 1, 2, 2)
    value = multi_task_loss(output([0.0], 0.0, [[0.0, 0.0]]), crops, masks, torch.tensor([3]))
    dice = 1 - (2 * 2 + 1) / (2 + 4 + 1)
    # two streams and the mask at log 2 each, four families at log 4
    assert value.item() == pytest.approx(3 * math.log(2) + 0.5 * dice + 0.25 + FAMILY_WEIGHT * math.log(4))


def test_masks_of_untouched_faces_need_no_overlap():
    crops, masks = torch.zeros(1, 3, 2, 2), torch.zeros(1, 1, 2, 2)
    value = multi_task_loss(output([0.0], 0.0, [[0.0, 0.0]]), crops, masks, torch.tensor([-1]))
    assert value.item() == pytest.approx(3 * math.log(2))


def test_the_baselines_activation_loss_gives_each_class_the_same_weight():
    crops, masks = torch.zeros(3, 3, 2, 2), torch.zeros(3, 1, 2, 2)
    families = torch.tensor([0, 5, -1])
    # forged: |0 − 0| + |1 − 1| = 0 twice; untouched: |0 − 1| + |1 − 0| = 2; classes weigh the same: (0 + 2) / 2
    value = btas_loss(output([0.0] * 3, 0.0, [[0.0, 1.0]] * 3, 0.5), crops, masks, families)
    assert value.item() == pytest.approx(1 + math.log(2) + 0.25)


def test_two_views_of_a_face_are_drawn_together_stream_by_stream():
    seen = output([0.0] * 4, 0.0, [[0.0, 0.0]] * 4)
    seen = seen._replace(stream_logits=torch.tensor([[9.0, 9.0], [1.0, 2.0], [5.0, 5.0], [1.5, 5.0]]))
    # the last is a second view of face 1: half a logit apart costs 0.5² / 2, three logits 3 − 0.5; mean of the streams
    assert consistency_loss(seen, torch.tensor([1])).item() == pytest.approx((0.125 + 2.5) / 2)
    assert consistency_loss(seen, torch.empty(0, dtype=torch.int64)).item() == 0
    one_stream = seen._replace(stream_logits=None, logit=torch.tensor([0.0, 1.0, 0.0, 2.0]))
    assert consistency_loss(one_stream, torch.tensor([1])).item() == pytest.approx(0.5)
