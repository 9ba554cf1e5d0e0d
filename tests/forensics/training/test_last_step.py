"""The last step of an endless training."""

import pytest
import torch
from training_faces import faces_of_kinds, kept_back, training_faces

from forensics.network import TelltaleNet
from forensics.training import last_step as module
from forensics.training.finetune import FinetuneSettings
from forensics.training.last_step import InterpolationShares, interpolate, last_step, read_network, sample_faces
from forensics.training.loop import save_network
from forensics.training.stretch import TrainingHistory, read_history, start_weights

SETTINGS = FinetuneSettings(steps=1, seed=3, faces_of_each=1, check_every=1, replay=("splice",))


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(TelltaleNet, "input_size", 64)
    monkeypatch.setattr(module, "MAX_CHECKED_PER_SOURCE", 1)
    monkeypatch.setattr(module, "N_VALIDATION_FACES", 8)


def test_the_checkpoint_goes_part_of_the_way_and_says_so(tmp_path, monkeypatch):
    faces = [*training_faces()[::3], *faces_of_kinds(1)]
    checkpoint, states, asked = tmp_path / "checkpoint.safetensors", [], []
    torch.manual_seed(0)
    before = TelltaleNet()
    save_network(before, checkpoint, TrainingHistory(7, 252, 31.0, ("from batch 1: slowly",)).facts())
    before = read_network(checkpoint)
    train = module.train_on

    def noted(old, training, settings, check, log):
        asked.extend(training)
        return train(old, training, settings, check, log)

    monkeypatch.setattr(module, "train_on", noted)
    last_step(
        [*faces, *kept_back(faces, watched=True)], checkpoint, SETTINGS, InterpolationShares(0.5, 0.0), states.append
    )
    assert asked and not any(face.held_out for face in asked)
    assert [state["share"] for state in states] == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert states[0]["held_out_auc_openforensics"] >= 0
    seen = read_history(checkpoint)
    assert seen[:3] == (7, 252, 31.0) and seen.stretches[0] == "from batch 1: slowly"
    assert seen.stretches[1].startswith("last: 50% of the way to a network fine-tuned for 1 steps of 4 faces")
    after = read_network(checkpoint)
    pairs = zip(after.parameters(), before.parameters(), strict=True)
    assert 0 < torch.cat([(a - b).abs().flatten() for a, b in pairs]).max() < 0.01


def test_the_way_ends_between_three_networks():
    torch.manual_seed(0)
    old, new, start = TelltaleNet(), TelltaleNet(), read_network(start_weights())
    end = interpolate(old, new, InterpolationShares(0.5, 0.25))
    for name, weight in end.named_parameters():
        parts = (dict(network.named_parameters())[name].detach() for network in (old, new, start))
        one, other, begun = parts
        torch.testing.assert_close(weight.detach(), 0.375 * one + 0.375 * other + 0.25 * begun, atol=1e-5, rtol=1e-4)


def test_as_many_faces_of_every_source_and_class_whatever_their_order():
    faces = faces_of_kinds(3)
    chosen = sample_faces(faces, 2)
    counts = {(f.source, f.manipulated): 0 for f in chosen}
    for face in chosen:
        counts[face.source, face.manipulated] += 1
    assert set(counts.values()) == {2} and len(counts) == 12
    assert {face.name for face in sample_faces(faces[::-1], 2)} == {face.name for face in chosen}
