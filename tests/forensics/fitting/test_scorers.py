"""Version 2 scores what the network under fit was trained on, on that network's scale."""

import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from made_answers import drawn, made_answers
from small_detector import small_card, small_detector

from forensics.detectors.crop_detector import CropDetector
from forensics.errors import TrainingError
from forensics.fitting import scorers as module
from forensics.fitting.calibration_set import CALIBRATION_PARTS
from forensics.fitting.fit import fit_card
from forensics.fitting.scorers import (
    TAIL,
    LogitMap,
    RescaledNet,
    find_scorers,
    fit_logit_map,
    scored_by,
    weighted_quantiles,
)
from forensics.fitting.states import STATES
from forensics.network import TelltaleNet
from forensics.network.latent import to_network_input
from forensics.training import stretch
from forensics.training.stretch import TRAINED_PARTS, trained_parts_fact

GROUPS = [("openforensics", False, -2), ("lfw", False, -3), ("openforensics", True, 3), ("stylegan", True, 1)]

TRAINED = {TRAINED_PARTS: "dfdc portraits"}


def pair(slope=0.8, intercept=-0.3, noise=0.1):
    """Answers of the older network and of the newer one, which bends what is forged."""
    newer = drawn([*GROUPS, ("ffhq", False, -2)], 400)
    generator = np.random.default_rng(1)
    older = newer.with_logits((newer.logit + generator.normal(0, noise, len(newer)) - intercept) / slope)
    bent = np.where(newer.manipulated, 0.5 * newer.logit - 1, newer.logit)
    return older, newer.with_logits(bent)


def test_the_map_makes_the_upper_tail_of_untouched_faces_agree_whatever_forged_ones_do():
    older, newer = pair()
    logit_map = fit_logit_map(older, newer)
    assert logit_map == pytest.approx(LogitMap(0.8, -0.3), abs=0.06)
    untouched = ~newer.manipulated
    weights = newer.select(untouched).weights
    mapped = logit_map.to_scale(older).logit
    tail, wanted = (weighted_quantiles(one[untouched], weights, TAIL) for one in (mapped, newer.logit))
    assert abs(tail - wanted).max() < 0.1
    assert abs((tail - wanted).mean()) < 0.01


def test_a_tail_that_is_longer_than_the_middle_says_is_met():
    """A line by mean and spread would fall short of it."""
    older, newer = pair(noise=0)
    longer = np.where((newer.logit > -1) & ~newer.manipulated, 1.5 * newer.logit + 0.5, newer.logit)
    mapped = fit_logit_map(older, newer.with_logits(longer)).to_scale(older)
    for share in (0.9, 0.95, 0.99):
        ends = [np.quantile(one[~newer.manipulated], share) for one in (mapped.logit, longer)]
        assert ends[0] == pytest.approx(ends[1], abs=0.15)


def test_faces_that_the_gate_refuses_do_not_move_the_map():
    older, newer = pair()
    refused = made_answers([("lfw", False, f"refused {i}", 40.0 + i) for i in range(60)], quality="")
    low = refused.with_logits(-refused.logit)
    both = (module.concatenate([one, other]) for one, other in ((older, low), (newer, refused)))
    assert fit_logit_map(*both) == fit_logit_map(older, newer)


def test_a_source_with_many_faces_moves_the_map_no_further_than_one_with_few():
    few, many = drawn(GROUPS, 400), drawn([GROUPS[0]], 4000, seed=4)
    newer = module.concatenate([few.select(~((few.group == "openforensics") & ~few.manipulated)), many])
    assert fit_logit_map(newer.with_logits(newer.logit * 2 + 1), newer) == LogitMap(0.5, -0.5)
    bent, bent_few = (one.with_logits(np.where(one.group == "lfw", one.logit + 1, one.logit)) for one in (newer, few))
    assert fit_logit_map(bent, newer) == pytest.approx(fit_logit_map(bent_few, few), abs=0.15)


def test_quantiles_follow_the_weights():
    values, weights = np.array([3.0, 1.0, 2.0]), np.array([1.0, 2.0, 1.0])
    found = weighted_quantiles(values, weights, np.array([0.0, 0.25, 0.5, 1.0]))
    assert found.tolist() == pytest.approx([1, 1, 5 / 3, 3])


def test_answers_on_another_scale_keep_all_but_their_logits():
    made = made_answers([("lfw", False, "a", 1.0)], mask_share=0.3)
    made = replace(made, features=np.array([[1.0, 2.0, 4.0, 0.1, 0.2, 0.3]]))
    scaled = LogitMap(0.5, -1.0).to_scale(made)
    assert scaled.logit.tolist() == [-0.5]
    assert scaled.features.tolist() == [[-0.5, 0.0, 2.0, 0.1, 0.2, 0.3]]
    assert scaled.mask_share.tolist() == [0.3] and made.features[0, 0] == 1.0


def test_a_network_on_another_scale_differs_in_its_logits_alone():
    torch.manual_seed(0)
    plain, mapped = TelltaleNet().eval(), RescaledNet(LogitMap(2.0, 0.5)).eval()
    mapped.load_state_dict(plain.state_dict())
    generator = torch.Generator().manual_seed(1)
    squares = torch.randint(0, 256, (2, 3, 64, 64), dtype=torch.uint8, generator=generator)
    windows = torch.randint(0, 256, (2, 5, 3, 96, 96), dtype=torch.uint8, generator=generator)
    winner = torch.tensor([True, False])
    with torch.no_grad():
        before, after = (network(to_network_input(squares, windows), winner) for network in (plain, mapped))
    torch.testing.assert_close(after.logit, 2 * before.logit + 0.5)
    torch.testing.assert_close(after.stream_logits, 2 * before.stream_logits + 0.5)
    torch.testing.assert_close(after.mask_logits, before.mask_logits)


@pytest.fixture
def asked(monkeypatch):
    """Parts asked for, with whether the network under fit was asked, where its answers are kept, and their states."""
    asked = []

    def load_or_score_part(one, part, _images, kept, states):
        asked.append((part, not isinstance(one.network, RescaledNet), kept.name, len(states)))
        found = drawn([("lfw", False, -1), ("fake", True, 3)], 50)
        return found if asked[-1][1] else found.with_logits(found.logit / 2)

    monkeypatch.setattr(module, "load_or_score_part", load_or_score_part)
    return asked


def test_what_the_network_was_trained_on_is_scored_by_version_2_and_nothing_else(tmp_path, asked):
    detector = CropDetector(small_card(training=TRAINED), TelltaleNet().eval(), threading.Lock())
    scorers = find_scorers(detector, tmp_path, tmp_path)
    assert scorers.logit_map == LogitMap(2.0, 0.0)
    shared = [part for part in CALIBRATION_PARTS if part not in ("dfdc", "portraits")]
    assert sorted(asked) == sorted(
        row for part in shared for row in ((part, True, "fitted", len(STATES)), (part, False, "older", 1))
    )
    asked.clear()
    detectors = scorers.detectors()
    assert tuple(detectors) == CALIBRATION_PARTS
    assert {part for part, one in detectors.items() if one is not detector} == {"dfdc", "portraits"}
    assert detectors["dfdc"].network.logit_map == LogitMap(2.0, 0.0)
    assert detectors["dfdc"].card is detector.card  # by whose limits and gate it is decided
    own, other = scorers.answers("lfw"), scorers.answers("dfdc")
    assert asked == [("lfw", True, "fitted", len(STATES)), ("dfdc", False, "older", len(STATES))]
    np.testing.assert_allclose(own.logit, other.logit)  # kept as version 2 says it, then brought to the scale


def test_a_network_that_trained_on_none_of_them_is_asked_alone(tmp_path, asked):
    detector = small_detector()
    scorers = find_scorers(detector, tmp_path, tmp_path)
    assert scorers.detectors() == dict.fromkeys(CALIBRATION_PARTS, detector)
    scorers.answers("dfdc")
    assert asked == [("dfdc", True, "fitted", len(STATES))]


def test_a_fit_from_a_wheel_says_in_one_sentence_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(stretch, "START", tmp_path / "telltale-2.safetensors")
    detector = CropDetector(small_card(training=TRAINED), TelltaleNet().eval(), threading.Lock())
    said = r"^[^\n]*telltale-2.safetensors is missing: a wheel [^\n]* from a checkout\.$"
    with pytest.raises(TrainingError, match=said) as raised:
        find_scorers(detector, tmp_path, tmp_path)
    assert raised.value.code == "missing_start"


def test_masks_are_those_of_the_network_under_fit():
    answers = drawn([*GROUPS[:3], ("dfdc", False, -1), ("dfdc", True, 1)], 120)
    answers = replace(answers, known=answers.manipulated & (answers.group == "openforensics"))
    answers = replace(answers, mask_share=np.where(answers.group == "dfdc", 0.9, 0.1))
    before, after = (fit_card(card, answers).evidence for card in _cards().values())
    assert max(share for share, _ in before.masks) > 0.9
    assert max(share for share, _ in after.masks) < 0.2
    assert before.sources == after.sources


def test_the_card_says_who_scored_the_kinds():
    answers = drawn([*GROUPS[:3], ("ffhq", False, -1), ("dfdc", True, 1)], 120)
    answers = replace(answers, known=answers.manipulated & (answers.group == "openforensics"))
    told = {name: fit_card(card, answers).evidence.ratio.data for name, card in _cards().items()}
    assert told["before"] == "forgeries of 1 kinds that the network was not trained on"
    assert told["after"] == f"forgeries of 1 kinds{scored_by(_cards()['after'])}"
    assert "scored by version 2" in told["after"] and "had seen none of them" in told["after"]


def _cards():
    return {"before": small_card(), "after": small_card(training=TRAINED)}


def test_the_mixture_of_version_3_draws_from_every_kind_and_that_of_version_2_from_none():
    assert set(trained_parts_fact("today").split()) == {
        *("dfdc", "inswapper", "diffusion", "sd21", "stylegan2", "stargan", "talking", "portraits")
    }
    assert trained_parts_fact("all families") == ""
