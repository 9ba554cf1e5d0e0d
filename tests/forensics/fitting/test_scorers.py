"""Version 2 scores what the network under fit was trained on, on that network's scale."""

import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from made_answers import drawn, made_answers
from small_detector import small_card, small_detector

from forensics.detectors.crop_detector import CropDetector
from forensics.fitting import scorers as module
from forensics.fitting.calibration_set import CALIBRATION_PARTS
from forensics.fitting.fit import fit_card
from forensics.fitting.scorers import LogitMap, RescaledNet, fit_logit_map, part_scorers, scored_by
from forensics.fitting.states import AS_FOUND
from forensics.network import TelltaleNet
from forensics.network.latent import to_network_input
from forensics.training.stretch import TRAINED_PARTS, trained_parts_fact

GROUPS = [("openforensics", False, -2), ("lfw", False, -3), ("openforensics", True, 3), ("stylegan", True, 1)]

TRAINED = {TRAINED_PARTS: "dfdc portraits"}


def test_the_map_gives_the_older_logits_mean_and_spread_of_the_newer():
    newer = drawn(GROUPS, 80)
    older = newer.with_logits((newer.logit - 0.7) / 1.6)
    assert fit_logit_map(older, newer) == pytest.approx(LogitMap(1.6, 0.7))
    generator = np.random.default_rng(1)
    noisy = newer.with_logits(older.logit + generator.normal(0, 0.5, len(newer)))
    line = fit_logit_map(noisy, newer)
    weights = np.where(newer.manipulated, 0.5, 0.5) / 160  # groups of one size: classes weigh the same
    for moment in (lambda v: weights @ v, lambda v: weights @ (v - weights @ v) ** 2):
        assert moment(line.slope * noisy.logit + line.intercept) == pytest.approx(moment(newer.logit))


def test_a_source_with_many_faces_moves_the_map_no_further_than_one_with_few():
    few, many = drawn(GROUPS, 80), drawn([GROUPS[0]], 900, seed=4)
    newer = module.concatenate([few.select(~((few.group == "openforensics") & ~few.manipulated)), many])
    older = newer.with_logits(newer.logit * 2 + 1)
    assert fit_logit_map(older, newer) == pytest.approx(LogitMap(0.5, -0.5))
    bent = newer.with_logits(np.where(newer.group == "lfw", newer.logit + 1, newer.logit))
    bent_few = few.with_logits(np.where(few.group == "lfw", few.logit + 1, few.logit))
    assert fit_logit_map(bent, newer) == pytest.approx(fit_logit_map(bent_few, few), abs=0.1)


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


def test_what_the_network_was_trained_on_is_scored_by_version_2_and_nothing_else(tmp_path, monkeypatch):
    detector = CropDetector(small_card(training=TRAINED), TelltaleNet().eval(), threading.Lock())
    asked = []

    def load_or_score_part(one, part, _subjects, _kept, states=(AS_FOUND, "small")):
        asked.append((part, one.network is detector.network))
        rows = [made_answers([("lfw", False, "a", -1), ("fake", True, "b", 3)], state) for state in states]
        rows = module.concatenate(rows)
        return rows if one.network is detector.network else rows.with_logits(rows.logit / 2)

    monkeypatch.setattr(module, "load_or_score_part", load_or_score_part)
    whom = part_scorers(detector, tmp_path, tmp_path)
    assert set(whom) == set(CALIBRATION_PARTS)
    assert {part for part, one in whom.items() if one is not detector} == {"dfdc", "portraits"}
    assert whom["dfdc"].network.logit_map == pytest.approx(LogitMap(2.0, 0.0))
    assert whom["dfdc"].card is detector.card  # by whose limits and gate it is decided
    shared = [part for part in CALIBRATION_PARTS if part not in ("dfdc", "portraits")]
    assert sorted(asked) == sorted((part, own) for part in shared for own in (True, False))


def test_a_network_that_trained_on_none_of_them_is_asked_alone(tmp_path):
    detector = small_detector()
    assert part_scorers(detector, tmp_path, tmp_path) == dict.fromkeys(CALIBRATION_PARTS, detector)


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
