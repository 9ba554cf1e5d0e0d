import json

import numpy as np
import pytest
import torch
from training_faces import training_faces

from forensics.training import loop
from forensics.training.loop import TrainingSettings, train


def held_out_too(faces):
    """Faces of which some are held out, whatever their names hash to."""
    more = []
    for face in faces:
        for number in range(40):
            name = f"{face.name}-{number}"
            more.append(type(face)(name, face.source, face.manipulated, face.picture, face.box, face.mesh, face.mask))
    return more


def test_the_rate_warms_up_and_falls_to_zero():
    settings = TrainingSettings(steps=110, warm_up=10)
    assert loop._rate(0, settings) == pytest.approx(0.1)
    assert loop._rate(9, settings) == 1
    assert loop._rate(60, settings) == pytest.approx(0.5)
    assert loop._rate(110, settings) == pytest.approx(0)


@pytest.mark.parametrize("name", ["telltale", "btas2019"])
def test_two_steps_leave_checkpoint_and_log_and_the_same_weights_for_the_same_seed(tmp_path, name, monkeypatch):
    for network in (loop.TelltaleNet, loop.BtasNet):
        monkeypatch.setattr(network, "input_size", 64)
    faces = held_out_too(training_faces())
    settings = TrainingSettings(network=name, steps=2, seed=3, warm_up=1, check_every=1, workers=0)
    first, second = (train(faces, settings, tmp_path / str(run)) for run in range(2))
    for key, tensor in first.state_dict().items():
        torch.testing.assert_close(tensor, second.state_dict()[key])
    lines = [json.loads(line) for line in (tmp_path / "0" / f"{name}.log").read_text().splitlines()]
    assert [line["step"] for line in lines] == [1, 2]
    assert all(np.isfinite(line["loss"]) and 0 <= line["held_out_auc_self_blended"] <= 1 for line in lines)
    assert (tmp_path / "0" / f"{name}.safetensors").stat().st_size > 100_000
    assert json.loads((tmp_path / "0" / f"{name}.settings.json").read_text())["seed"] == 3


def test_the_average_follows_the_weights_and_counts_what_cannot_be_averaged():
    network, average = torch.nn.BatchNorm1d(1), torch.nn.BatchNorm1d(1)
    torch.nn.init.constant_(network.weight, 3.0)  # the average starts at 1
    network.num_batches_tracked += 5
    loop._average(average, network, 10_000, TrainingSettings(averaging=0.75))
    assert average.weight.item() == pytest.approx(1.5)
    assert average.num_batches_tracked.item() == 5
