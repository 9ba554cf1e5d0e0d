import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from training_faces import kept_back, shrink_batches, training_faces

from forensics.errors import TrainingError
from forensics.network import NETWORKS
from forensics.training import batches, loop
from forensics.training.loop import Stage, TrainingSettings, train

pytestmark = pytest.mark.slow


def test_the_rate_warms_up_and_falls_to_zero():
    stage = Stage(steps=110, schedule=110, learning_rate=2.0, mixture="blends")
    assert loop._learning_rate_factor(0, stage, warm_up=10) == pytest.approx(0.2)
    assert loop._learning_rate_factor(9, stage, warm_up=10) == 2
    assert loop._learning_rate_factor(60, stage, warm_up=10) == pytest.approx(1)
    assert loop._learning_rate_factor(110, stage, warm_up=10) == pytest.approx(0)


@pytest.mark.parametrize("name", ["telltale", "btas2019"])
def test_a_broken_off_training_goes_on_to_the_same_weights(tmp_path, name, monkeypatch):
    monkeypatch.setattr(batches, "WEAK_SAMPLE", 6)
    shrink_batches(monkeypatch)
    for network in NETWORKS.values():
        monkeypatch.setattr(network, "input_size", 64)
    faces = [*training_faces(), *kept_back(training_faces(), watched=True)]
    stages = (Stage(1, 2, 1e-3, "blends"), Stage(1, 1, 1e-3, "all families"))
    settings = TrainingSettings(network=name, stages=stages, seed=3, warm_up=1, check_every=1, workers=0)
    first = train(faces, settings, tmp_path / "0")
    train(faces, replace(settings, stages=stages[:1]), tmp_path / "1")  # broken off after the first stage
    second = train(faces, settings, tmp_path / "1", first_stage=1)
    for key, tensor in first.state_dict().items():
        torch.testing.assert_close(tensor, second.state_dict()[key])
    lines = [json.loads(line) for line in (tmp_path / "0" / f"{name}.log").read_text().splitlines()]
    assert [(line["stage"], line["step"]) for line in lines] == [(0, 1), (1, 1)]
    assert all(np.isfinite(line["loss"]) and 0 <= line["held_out_auc_own"] <= 1 for line in lines)
    assert (tmp_path / "0" / f"{name}.safetensors").stat().st_size > 100_000
    assert json.loads((tmp_path / "0" / f"{name}.settings.json").read_text())["seed"] == 3


@pytest.mark.parametrize("stage", [-1, 4])
def test_a_stage_that_there_is_not_is_refused_before_anything_is_written(tmp_path, stage):
    with pytest.raises(TrainingError, match="There are 4 stages"):
        train([], TrainingSettings(), tmp_path / "new", first_stage=stage)
    assert not (tmp_path / "new").exists()


def test_the_average_follows_the_weights_and_counts_what_cannot_be_averaged():
    network, average = torch.nn.BatchNorm1d(1), torch.nn.BatchNorm1d(1)
    torch.nn.init.constant_(network.weight, 3.0)  # the average starts at 1
    network.num_batches_tracked += 5
    loop._update_ema(average, network, 0.75)
    assert average.weight.item() == pytest.approx(1.5)
    assert average.num_batches_tracked.item() == 5


def test_the_average_warms_up_from_a_tenth_to_its_decay():
    network, average = torch.nn.BatchNorm1d(2), torch.nn.BatchNorm1d(2).eval()
    weight, running_mean = np.array([1.0, 1.0]), np.array([0.0, 0.0])  # as a fresh layer has them
    for step, decay in enumerate([1 / 10, 2 / 11, 3 / 12, 0.3, 0.3]):  # 4 / 13 and 5 / 14 are more than 0.3
        new = np.array([step + 2.0, -3.0 * step])
        with torch.no_grad():
            network.weight.copy_(torch.from_numpy(new))
            network.running_mean.copy_(torch.from_numpy(-new))
        network.num_batches_tracked += 1
        loop._update_ema(average, network, loop._warmed_decay(0.3, step))
        weight = decay * weight + (1 - decay) * new
        running_mean = decay * running_mean - (1 - decay) * new
        assert average.num_batches_tracked.item() == step + 1
    np.testing.assert_allclose(average.weight.detach(), weight, rtol=1e-6)
    np.testing.assert_allclose(average.running_mean, running_mean, rtol=1e-6)


def test_an_average_is_saved_under_the_names_of_the_network(tmp_path):
    network, average = torch.nn.BatchNorm1d(2), torch.nn.BatchNorm1d(2)
    loop._update_ema(average, network, 0.1)
    loop.save_network(average, tmp_path / "a.safetensors")
    saved = load_file(tmp_path / "a.safetensors")
    assert saved.keys() == network.state_dict().keys()
    assert (saved["weight"].dtype, saved["num_batches_tracked"].dtype) == (torch.float16, torch.int64)
