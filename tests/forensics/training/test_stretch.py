from dataclasses import replace

import numpy as np
import pytest
import torch
from training_faces import SAMPLES, faces_of_kinds, kept_back, shrink_batches, training_faces

from forensics.errors import TrainingError
from forensics.network import TelltaleNet
from forensics.network.latent import to_network_input
from forensics.training import batches, stretch
from forensics.training.batch_composition import COMPOSITIONS
from forensics.training.loop import _training_step, load_network, save_network
from forensics.training.stretch import StretchSettings, TrainingHistory, read_history

pytestmark = pytest.mark.slow

A_MOMENT = StretchSettings(1e-9, seed=3, watched=8, workers=0, averaging=0.5)
"""Time for one batch."""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(batches, "WEAK_SAMPLE", 4)
    shrink_batches(monkeypatch)
    monkeypatch.setattr(TelltaleNet, "input_size", 64)


@pytest.fixture(scope="module")
def faces():
    some = [*training_faces()[::3], *faces_of_kinds(1)]
    return [*some, *kept_back(some, watched=True)]


def foreign(faces):
    """An untouched face and a forged one of the same photograph."""
    picture = (SAMPLES / "swap-poisson.jpg").read_bytes()
    one, other = (replace(faces[0], source="foreign-val/composite", manipulated=forged) for forged in (False, True))
    return [one, replace(other, picture=picture)]


def test_a_stretch_starts_from_version_2_and_the_next_goes_on_from_its_checkpoint(faces, tmp_path):
    checkpoint, states = tmp_path / "new" / "checkpoint.safetensors", []
    first = stretch.stretch(faces, checkpoint, A_MOMENT, states.append, foreign(faces))
    assert (first.step, first.faces) == (1, 19)
    assert len(first.stretches) == 1 and first.stretches[0].startswith("from batch 1: today, rate 0.0004, ")
    assert read_history(checkpoint)[:2] == (1, 19)
    assert [state["step"] for state in states] == [0, 1]
    assert all(np.isfinite(state["held_out_auc_kinds"]) for state in states)
    assert all(state["held_out_auc_foreign-val/composite"] in (0, 1) for state in states)  # one pair: ordered or not
    assert np.isfinite(states[1]["loss"]) and "loss" not in states[0]
    before = TelltaleNet()
    load_network(before, checkpoint)
    second = stretch.stretch(faces, checkpoint, A_MOMENT, states.append)
    assert (second.step, second.faces) == (2, 38)
    assert second.seconds >= first.seconds
    assert read_history(checkpoint).stretches == second.stretches
    assert second.stretches[0] == first.stretches[0] and second.stretches[1].startswith("from batch 2: ")
    after = TelltaleNet()
    load_network(after, checkpoint)
    moved = torch.cat([(a - b).abs().flatten() for a, b in zip(after.parameters(), before.parameters(), strict=True)])
    assert 0 < moved.max() < 0.01  # one warm step of the same weights, not others
    begun = TelltaleNet()
    load_network(begun, stretch.START)
    for (name, now), then in zip(after.named_buffers(), begun.buffers(), strict=True):
        assert torch.equal(now, then), name  # BatchNorm keeps the statistics of thousands of faces
    assert [path.name for path in checkpoint.parent.iterdir()] == ["checkpoint.safetensors"]


def test_without_the_weights_of_version_2_no_stretch_begins_and_the_error_says_where_they_are(tmp_path, monkeypatch):
    monkeypatch.setattr(stretch, "START", tmp_path / "telltale-2.safetensors")
    with pytest.raises(TrainingError, match=r"telltale-2.safetensors is missing: a wheel does without.* a checkout"):
        stretch.stretch([], tmp_path / "checkpoint.safetensors", A_MOMENT, lambda _: None)


def test_a_checkpoint_says_what_it_has_seen_in_half_precision(tmp_path):
    path = tmp_path / "a.safetensors"
    save_network(TelltaleNet(), path, TrainingHistory(7, 252, 31.4, ("one", "two")).facts())
    assert read_history(path) == (7, 252, 31, ("one", "two"))
    assert path.stat().st_size < 2.5 * sum(p.numel() for p in TelltaleNet().parameters())


def test_the_rate_warms_up_and_stays():
    settings = StretchSettings(1, learning_rate=3e-4, warm_up=10)
    rates = [stretch.learning_rate_factor(step, settings) for step in (0, 4, 9, 10, 100_000)]
    assert rates == pytest.approx([3e-5, 1.5e-4, 3e-4, 3e-4, 3e-4])


@pytest.mark.parametrize("wrong", [{"minutes": 0}, {"minutes": -1}, {"minutes": 1, "left_out": ("dfcd",)}])
def test_a_stretch_of_no_time_or_without_what_there_is_not_is_refused(wrong):
    with pytest.raises(TrainingError):
        StretchSettings(**wrong)


def test_a_step_draws_the_network_to_what_its_teacher_answers_rightly(faces):
    torch.manual_seed(1)
    network, teacher = TelltaleNet().eval(), TelltaleNet().eval().requires_grad_(False)
    batch = next(iter(batches.ForgeryBatches(faces, 64, 5, COMPOSITIONS["today"])))
    views, labels = to_network_input(batch.squares, batch.windows), batch.families >= 0
    with torch.no_grad():
        wanted = teacher(views, labels).logit
    right = (wanted > 0) == labels
    assert 0 < right.sum() < len(labels)

    def distance() -> torch.Tensor:
        with torch.no_grad():
            return (network(views, labels).logit.sigmoid() - wanted.sigmoid()).abs()[right].mean()

    before = distance()
    optimizer = torch.optim.SGD(network.parameters(), lr=0.01)
    for _ in range(3):
        _training_step(
            network, batch, lambda output, *_: 0 * output.logit.sum(), optimizer, torch.device("cpu"), teacher
        )
    assert distance() < before
