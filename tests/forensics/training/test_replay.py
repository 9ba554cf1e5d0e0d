"""The batches of a fine-tuning, and what draws it to the old answers."""

import numpy as np
import pytest
import torch
from own_faces import untouched_and_forged

from forensics.network import NetworkOutput
from forensics.synthesis.families import FAMILIES
from forensics.training.replay import distillation_loss, replay_samples, sample_without_repeats, to_batch, user_samples
from forensics.types.family_names import FAMILY_NAMES


@pytest.fixture(scope="module")
def faces():
    return untouched_and_forged(5)


def output(logits, mask_logits):
    logit, masks = torch.tensor(logits), torch.tensor(mask_logits)[:, None, None, None].expand(-1, 1, 4, 4)
    return NetworkOutput(logit, masks, torch.zeros(len(logit), 3, 4, 4), torch.zeros(len(logit), 2))


def test_own_pictures_come_with_label_and_mask(faces):
    untouched, forged = user_samples([faces[0][0], faces[1][0]], 32, np.random.default_rng(0))
    assert untouched.family == -1 and untouched.mask.max() == 0
    assert forged.family >= 0 and forged.mask.max() > 200


def test_replay_is_a_forgery_of_every_target_and_the_target_itself(faces):
    samples = replay_samples(faces[0][:3], faces[0], list(FAMILIES), 32, np.random.default_rng(0))
    families = [sample.family for sample in samples]
    assert families[1::2] == [-1, -1, -1]
    assert all(FAMILY_NAMES[family] in FAMILIES for family in families[::2])
    assert [sample.mask.max() > 0 for sample in samples] == [True, False] * 3


def test_no_face_is_drawn_twice_before_each_was_drawn_once(faces):
    drawn = sample_without_repeats(faces[0], 7, np.random.default_rng(0))
    assert len(drawn) == 7
    assert len({face.name for face in drawn[:5]}) == 5


def test_a_batch_holds_float_tensors_and_the_families(faces):
    samples = user_samples([faces[0][0], faces[1][0]], 32, np.random.default_rng(0))
    views, masks, families = to_batch(samples, torch.device("cpu"))
    assert views.squares.shape == (2, 3, 32, 32)
    assert masks.dtype == torch.float32
    assert masks[0].max() == 0 and 0.7 < masks[1].max() <= 1
    np.testing.assert_allclose(views.squares[0].permute(1, 2, 0).numpy() * 255, samples[0].square, atol=1e-3)
    assert families.tolist() == [-1, 0]


def test_distillation_is_the_cross_entropy_with_the_old_answer():
    old = output([0.0 - 1e-6], [0.0])  # rightly, but barely, called untouched
    loss = distillation_loss(output([0.0], [0.0]), old, torch.tensor([False]))
    assert loss.item() == pytest.approx(2 * np.log(2), abs=1e-5)
    further = distillation_loss(output([2.0], [0.0]), old, torch.tensor([False]))
    assert further.item() == pytest.approx(np.log(2) + np.log1p(np.exp(2)) - 1, abs=1e-5)


def test_the_old_networks_errors_are_not_taught():
    old = output([3.0, 3.0], [0.0, 0.0])
    labels = torch.tensor([True, False])  # it is right on the first alone
    loss = distillation_loss(output([3.0, -9.0], [0.0, 50.0]), old, labels)
    entropy = np.log1p(np.exp(-3)) + 3 * (1 - 1 / (1 + np.exp(-3)))
    assert loss.item() == pytest.approx((entropy + np.log(2)) / 2, abs=1e-5)
