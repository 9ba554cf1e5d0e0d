import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from training_faces import training_faces

from forensics.errors import TrainingError
from forensics.training import loop
from forensics.training.loop import Stage, TrainingSettings, train


def held_out_too(faces):
    """Faces of which some are held out, whatever their names hash to."""
    more = []
    for face in faces:
        for number in range(40):
            name = f"{face.name}-{number}"
            more.append(type(face)(name, face.source, face.manipulated, face.picture, face.box, face.mesh, face.mask))
    return more


def test_the_rate_warms_up_and_falls_to_zero():
    stage = Stage(steps=110, schedule=110, learning_rate=2.0)
    assert loop._rate(0, stage, warm_up=10) == pytest.approx(0.2)
    assert loop._rate(9, stage, warm_up=10) == 2
    assert loop._rate(60, stage, warm_up=10) == pytest.approx(1)
    assert loop._rate(110, stage, warm_up=10) == pytest.approx(0)


@pytest.mark.parametrize("name", ["telltale", "btas2019"])
def test_a_broken_off_training_goes_on_to_the_same_weights(tmp_path, name, monkeypatch):
    for network in (loop.TelltaleNet, loop.BtasNet):
        monkeypatch.setattr(network, "input_size", 64)
    faces = held_out_too(training_faces())
    stages = (Stage(1, 2, 1e-3), Stage(1, 1, 1e-3))
    settings = TrainingSettings(network=name, stages=stages, seed=3, warm_up=1, check_every=1, workers=0)
    first = train(faces, settings, tmp_path / "0")
    train(faces, replace(settings, stages=stages[:1]), tmp_path / "1")  # broken off after the first stage
    second = train(faces, settings, tmp_path / "1", first_stage=1)
    for key, tensor in first.state_dict().items():
        torch.testing.assert_close(tensor, second.state_dict()[key])
    lines = [json.loads(line) for line in (tmp_path / "0" / f"{name}.log").read_text().splitlines()]
    assert [(line["stage"], line["step"]) for line in lines] == [(0, 1), (1, 1)]
    assert all(np.isfinite(line["loss"]) and 0 <= line["held_out_auc_self_blended"] <= 1 for line in lines)
    assert (tmp_path / "0" / f"{name}.safetensors").stat().st_size > 100_000
    assert json.loads((tmp_path / "0" / f"{name}.settings.json").read_text())["seed"] == 3


@pytest.mark.parametrize("stage", [-1, 2])
def test_a_stage_that_there_is_not_is_refused_before_anything_is_written(tmp_path, stage):
    with pytest.raises(TrainingError, match="There are 2 stages"):
        train([], TrainingSettings(), tmp_path / "new", first_stage=stage)
    assert not (tmp_path / "new").exists()


def test_the_average_follows_the_weights_and_counts_what_cannot_be_averaged():
    network, average = torch.nn.BatchNorm1d(1), torch.nn.BatchNorm1d(1)
    torch.nn.init.constant_(network.weight, 3.0)  # the average starts at 1
    network.num_batches_tracked += 5
    loop._average(average, network, 10_000, TrainingSettings(averaging=0.75))
    assert average.weight.item() == pytest.approx(1.5)
    assert average.num_batches_tracked.item() == 5
