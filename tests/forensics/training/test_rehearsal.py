"""Batches of forgeries by others beside what must not be forgotten for them."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from training_faces import faces_of_kinds, kept_back, training_faces

from forensics.training import rehearsal
from forensics.training.forgery_kinds import KINDS
from forensics.training.rehearsal import (
    BATCH_SIZE,
    KIND_SHARES,
    N_OF_KINDS,
    N_PAIRS,
    N_UNTOUCHED,
    REHEARSED,
    UNTOUCHED_SHARES,
    RehearsalBatches,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def faces():
    return [*training_faces(), *faces_of_kinds()]


def test_every_kind_and_source_has_its_share():
    assert KIND_SHARES.keys() == set(KINDS)
    assert sum(KIND_SHARES.values()) == pytest.approx(1)
    assert sum(UNTOUCHED_SHARES.values()) == pytest.approx(1)


def test_a_batch_holds_new_faces_first_and_then_the_rehearsed_ones(faces):
    batch = next(iter(RehearsalBatches(faces, 32, 1)))
    assert batch.squares.shape == (BATCH_SIZE, 3, 32, 32) and BATCH_SIZE == 30
    forged = (batch.families >= 0).tolist()
    new, rehearsed = forged[: REHEARSED.start], forged[REHEARSED]
    assert new == [True] * N_OF_KINDS + [False] * N_UNTOUCHED
    assert rehearsed == [True] * 4 + [False] * 3 + [True] * 2 + [False] * 2 + [True, False] * N_PAIRS
    made = batch.masks.flatten(1).amax(1) > 0
    assert made[: -2 * N_PAIRS].tolist() == forged[: -2 * N_PAIRS]
    assert not made[~(batch.families >= 0)].any()


def test_the_same_seed_gives_the_same_batch(faces):
    one, same, other = (next(iter(RehearsalBatches(faces, 32, seed))) for seed in (1, 1, 2))
    assert torch.equal(one.squares, same.squares) and torch.equal(one.families, same.families)
    assert not torch.equal(one.squares, other.squares)


def test_faces_that_never_train_are_in_no_pool(faces):
    batches = RehearsalBatches([*faces, *kept_back(faces, watched=True)], 32, 1)
    pools = [*batches.forged.values(), *batches.untouched.values()]
    assert all(pools) and not any(face.held_out for pool in pools for face in pool)


def test_large_faces_are_made_smaller_but_for_the_share_that_keeps_its_size(faces, monkeypatch):
    scales = []
    batches = RehearsalBatches(faces, 32, 1)

    def noted(pixels, mask, box, family, side, generator, scale, clean, tight):
        scales.append(scale)

    monkeypatch.setattr(rehearsal, "make_sample", noted)
    monkeypatch.setattr(rehearsal, "FACE_SIDES", (10, 10))
    generator = np.random.default_rng(0)
    face = replace(faces[0])
    for share in (0.0, 1.0):
        batches._sample(face, -1, generator, share)
    assert scales == [pytest.approx(10 / max(face.box.width, face.box.height)), 1.0]
