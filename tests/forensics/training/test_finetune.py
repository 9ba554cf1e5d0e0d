"""Adapting a network to a new attack."""

from dataclasses import replace

import pytest
import torch
from own_faces import ColorNetwork, untouched_and_forged

from forensics.errors import TrainingError
from forensics.training import finetune as module
from forensics.training.finetune import INTERPOLATION_WEIGHTS, FinetuneSettings, finetune, hold_out_quarter

pytestmark = pytest.mark.slow

SETTINGS = FinetuneSettings(steps=2, seed=1, learning_rate=0.1, faces_of_each=1, check_every=1)


@pytest.fixture(scope="module")
def faces():
    return untouched_and_forged(10)


@pytest.fixture
def network():
    return ColorNetwork()


def test_a_quarter_of_each_class_is_held_out_and_a_forgery_stays_with_its_original(faces):
    parts = hold_out_quarter(*faces, seed=1)
    names = [{face.name for face in parts.held_out if face.manipulated is kind} for kind in (False, True)]
    assert len(names[0]) == 3  # a quarter of ten, rounded up
    assert names[0] == names[1]
    assert len(parts.training) == 14
    assert {face.name for face in hold_out_quarter(*faces, seed=2).held_out} != names[0]


def test_the_split_does_not_depend_on_the_order_of_the_pictures(faces):
    backwards = hold_out_quarter(faces[0][::-1], faces[1][::-1], seed=1)
    assert {face.name for face in backwards.held_out} == {
        face.name for face in hold_out_quarter(*faces, seed=1).held_out
    }


@pytest.mark.parametrize(("real", "fake", "kind"), [(9, 10, "untouched"), (10, 9, "forged")])
def test_too_few_faces_are_refused(faces, network, real, fake, kind):
    with pytest.raises(TrainingError, match=f"10 {kind} faces are needed and 9 came") as caught:
        finetune(network, faces[0][:real], faces[1][:fake], SETTINGS, print)
    assert caught.value.code == "too_few"


def test_the_same_seed_gives_the_same_network_and_the_old_one_stays_as_it_was(faces, network, monkeypatch):
    monkeypatch.setattr(module, "INTERPOLATION_WEIGHTS", (1.0,))  # whatever was gained
    before = {key: tensor.clone() for key, tensor in network.state_dict().items()}
    first, second = (finetune(network, *faces, SETTINGS, lambda line: None) for _ in range(2))
    changed = 0
    for key, tensor in first.network.state_dict().items():
        torch.testing.assert_close(tensor, second.network.state_dict()[key])
        assert torch.equal(network.state_dict()[key], before[key])
        changed += not torch.equal(tensor, before[key])
        if "running" in key or "tracked" in key:
            assert torch.equal(tensor, before[key])  # BatchNorm's statistics
    assert changed >= 2  # weight and bias
    assert not first.network.training
    assert not any(parameter.requires_grad for parameter in first.network.parameters())


def test_it_tells_the_new_forgeries_apart_in_the_end(faces, network):
    lines = []
    settings = replace(SETTINGS, steps=15, faces_of_each=2, check_every=5)
    tuned = finetune(network, *faces, settings, lines.append)
    assert tuned.measured.auc == 1
    assert tuned.alpha in INTERPOLATION_WEIGHTS
    assert [line.split(":")[0] for line in lines[:-1]] == ["before", *(f"step {n} of 15" for n in (5, 10, 15))]
    assert lines[-1].startswith(f"{tuned.alpha:.0%} of the way")


def test_the_weights_go_the_part_of_the_way_that_loses_least(faces, network, monkeypatch):
    losses = {0.0: 5.0, 0.25: 3.0, 0.5: 1.0, 0.75: 2.0, 1.0: 4.0}
    between, asked = module.interpolate_weights, []

    def remembered(old, new, share):
        asked.append(share)
        mixed = between(old, new, share)
        mixed.alpha = share
        return mixed

    def measure(_, tried):
        return module.ValidationMetrics(losses.get(getattr(tried, "alpha", None), 9.0), 0.5, 0.5)

    monkeypatch.setattr(module, "interpolate_weights", remembered)
    monkeypatch.setattr(module.Validator, "measure", measure)
    assert finetune(network, *faces, SETTINGS, lambda line: None).alpha == 0.5
    assert asked == list(INTERPOLATION_WEIGHTS)


def test_the_rate_warms_up_and_falls_to_zero():
    assert module.learning_rate_factor(0, 100) == pytest.approx(0.1, rel=1e-3)
    assert module.learning_rate_factor(9, 100) == pytest.approx(0.98, abs=0.01)
    assert module.learning_rate_factor(50, 100) == pytest.approx(0.5)
    assert module.learning_rate_factor(100, 100) == 0
    assert module.learning_rate_factor(0, 1) == 1


def test_where_nothing_is_gained_the_old_weights_are_kept(faces, network):
    """A rate that throws the weights anywhere."""
    tuned = finetune(network, *faces, replace(SETTINGS, steps=1, learning_rate=1e4), lambda line: None)
    assert tuned.alpha == 0
    assert tuned.network.weight.tolist() == [0, 0, 0]


def test_between_two_networks_lies_their_mean():
    old, new = torch.nn.BatchNorm1d(1), torch.nn.BatchNorm1d(1)
    torch.nn.init.constant_(new.weight, 5.0)  # the old one's is 1
    new.num_batches_tracked += 7
    mixed = module.interpolate_weights(old, new, 0.25)
    assert mixed.weight.item() == 2
    assert mixed.num_batches_tracked.item() == 0
    assert old.weight.item() == 1
