"""Kinds that a network knows, as networks see them that were kept from them."""

import threading

import numpy as np
import pytest
import torch
from made_answers import drawn, made_answers
from small_detector import RedAgainstBlue, small_card
from training_faces import kept_back, training_faces

from forensics.detectors import Detector
from forensics.fitting import left_out
from forensics.fitting.answers import joined
from forensics.fitting.fit import fitted_card
from forensics.fitting.left_out import Shares, as_answers, load_shares, shares_of
from forensics.training.mixtures import MIXTURES, POOLS


def table(untouched, forged):
    """Logits of one untouched source and of one kind."""
    rows = [("camera", False, f"u{i}", value) for i, value in enumerate(untouched)]
    return made_answers([*rows, *(("swap", True, f"f{i}", value) for i, value in enumerate(forged))])


def test_a_forged_face_is_the_share_of_untouched_ones_that_score_as_high():
    shares = shares_of(table([0.0, 1.0, 2.0, 3.0], [2.0, 0.5, 9.0, -9.0]))
    # Of four, 2 and 3 reach 2.0; three reach 0.5; none reaches 9, which counts as half a face; all reach −9.
    np.testing.assert_allclose(shares.share, [2 / 4, 3 / 4, 0.5 / 4, 1 - 0.5 / 4])
    assert shares.group.tolist() == ["swap"] * 4


def test_sources_weigh_the_same_in_a_share():
    rows = [("large", False, f"l{i}", 1.0) for i in range(9)] + [("small", False, "s", -1.0), ("swap", True, "f", 0.0)]
    np.testing.assert_allclose(shares_of(made_answers(rows)).share, [0.5])


def test_another_network_gets_the_logit_that_as_many_of_its_untouched_faces_reach():
    generator = np.random.default_rng(0)
    logits = generator.normal(0, 1, 400)
    forged = generator.normal(1.5, 1, 100)
    shares = shares_of(table(logits, forged))
    # The other network's logits are twice as wide and moved by 3: so are the forged ones then.
    moved = as_answers(shares, table(2 * logits + 3, [0.0]))
    inside = shares.share > 0.03
    np.testing.assert_allclose(moved.logit[inside], 2 * forged[inside] + 3, atol=0.35)
    assert moved.manipulated.all() and not moved.known.any()
    assert (moved.logit <= 2 * logits.max() + 3).all()


def test_what_the_gate_refused_takes_no_part():
    judged = table([0.0, 1.0], [0.5])
    refused = made_answers([("camera", False, "r", 9.0), ("swap", True, "q", 9.0)], quality="")
    assert shares_of(joined([judged, refused])).share.tolist() == [0.5]


def test_shares_are_kept_without_pickles(tmp_path):
    shares = shares_of(table([0.0, 1.0], [0.5]))
    shares.save(tmp_path / "shares.npz")
    again = load_shares(tmp_path / "shares.npz")
    assert again.share.tolist() == [0.5] and again.recipe == "" and again.face.tolist() == ["f0"]


def test_the_shares_of_the_repository_are_of_every_kind_that_is_left_out():
    shares = load_shares()
    assert set(shares.group.tolist()) == {kind for kinds in left_out.TRAININGS for kind in kinds}
    assert ((shares.share > 0) & (shares.share < 1)).all()
    assert len(set(shares.face.tolist())) > 200
    assert len(set(shares.state.tolist())) == 5


def test_every_family_and_pool_of_before_is_left_out_once():
    mixture = MIXTURES[left_out.STAGE.mixture]
    names = [name for kinds in left_out.TRAININGS for names in kinds.values() for name in names]
    assert sorted(names) == sorted([*mixture.families, "openforensics", "registered", "stylegan"])
    assert set(names) <= {*mixture.families, *POOLS}


def test_kinds_left_out_join_the_unknown_ones_of_the_card():
    answers = drawn([("openforensics", False, -2), ("lfw", False, -2.5), ("openforensics", True, 3)], 120)
    answers = made_answers(
        list(zip(answers.group, answers.manipulated, answers.face, answers.logit, strict=True)),
        known=("openforensics",),
    )
    n = 60
    shares = Shares(
        np.full(n, 0.02),
        np.full(n, "self-blend"),
        np.array([f"b{i}" for i in range(n)]),
        np.full(n, "as found"),
        np.full(n, "clean"),
    )
    card = fitted_card(small_card(), joined([answers, as_answers(shares, answers)]))
    assert card.evidence.kinds == ("self-blend",) and card.evidence.ratio.n_fake == n


@pytest.fixture
def small_training(monkeypatch):
    def trained(kinds, faces, folder):
        network = RedAgainstBlue().eval()
        return Detector(small_card(), network, threading.Lock())

    monkeypatch.setattr(left_out, "_trained_without", trained)
    monkeypatch.setattr(left_out, "MOST", 3)
    torch.manual_seed(0)


def test_own_forgeries_are_made_of_untouched_faces_that_never_train(small_training):
    some = training_faces()
    faces = [*some, *kept_back(some, watched=True), *kept_back(some, watched=False)]
    forged = list(left_out._forged("edited parts", ("splice", "retouch"), faces, left_out.SHARES.parent))
    assert [subject.name.split("/")[0] for subject in forged] == ["splice", "retouch", "splice"]
    names = {face.name for face in faces if face.held_out and not face.watched and not face.manipulated}
    assert {subject.name.split("/", 1)[1] for subject in forged} <= names
    assert all(subject.manipulated and not subject.known for subject in forged)
