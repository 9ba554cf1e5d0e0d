"""The last step of an endless training."""

import pytest
import torch
from training_faces import faces_of_kinds, kept_back, training_faces

from forensics.network import TelltaleNet
from forensics.training.last_step import LastStepSettings, fine_tune, last_step, read_network
from forensics.training.loop import save_network
from forensics.training.stretch import TrainingHistory, read_history

SETTINGS = LastStepSettings(steps=1, seed=3, share=0.5, watched=8, workers=0)


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(TelltaleNet, "input_size", 64)


@pytest.fixture(scope="module")
def faces():
    some = [*training_faces()[::3], *faces_of_kinds(1)]
    return [*some, *kept_back(some, watched=True)]


def test_the_checkpoint_goes_part_of_the_way_and_says_so(tmp_path, faces):
    checkpoint, states = tmp_path / "checkpoint.safetensors", []
    torch.manual_seed(0)
    save_network(TelltaleNet(), checkpoint, TrainingHistory(7, 252, 31.0, ("from batch 1: slowly",)).facts())
    before = read_network(checkpoint)
    last_step(faces, checkpoint, SETTINGS, states.append)
    assert [state["share"] for state in states] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert states[0]["held_out_auc_openforensics"] >= 0
    seen = read_history(checkpoint)
    assert seen[:3] == (7, 252, 31.0) and seen.stretches[0] == "from batch 1: slowly"
    assert seen.stretches[1].startswith("last: 50% of the way to a network fine-tuned for 1 steps of 30 faces")
    after = read_network(checkpoint)
    pairs = zip(after.parameters(), before.parameters(), strict=True)
    assert 0 < torch.cat([(a - b).abs().flatten() for a, b in pairs]).max() < 0.01


def test_a_fine_tuning_moves_weights_and_keeps_the_statistics_of_thousands_of_faces(faces):
    torch.manual_seed(0)
    old = TelltaleNet().eval().requires_grad_(False)
    new = fine_tune(old, faces, SETTINGS, lambda _: None)
    assert not any(parameter.requires_grad for parameter in new.parameters())
    assert any(not torch.equal(a, b) for a, b in zip(new.parameters(), old.parameters(), strict=True))
    for (name, now), then in zip(new.named_buffers(), old.buffers(), strict=True):
        assert torch.equal(now, then), name
