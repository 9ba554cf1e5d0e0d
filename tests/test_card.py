import json
import os
from dataclasses import replace

import pytest
from small_detector import SMALL_EVIDENCE, SMALL_PERSONS, small_card, small_card_with_evidence

from forensics.errors import DetectorError
from forensics.types.model_card import (
    Calibration,
    ErrorRateBound,
    Interval,
    QualityGate,
    Thresholds,
    card_from_dict,
    card_to_dict,
    read_card,
    write_card,
)


def test_a_card_is_read_back_without_loss(tmp_path):
    card = small_card()
    write_card(card, tmp_path / "card.json")
    assert read_card(tmp_path / "card.json") == card
    assert card_from_dict(json.loads(json.dumps(card_to_dict(card)))) == card


def test_a_card_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    write_card(small_card(), tmp_path / "card.json")

    def full_disk(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        write_card(small_card(name="other"), tmp_path / "card.json")
    assert read_card(tmp_path / "card.json") == small_card()
    assert [path.name for path in tmp_path.iterdir()] == ["card.json"]


def test_promises_bounds_and_gate_are_read_back_too():
    card = small_card(
        thresholds=Thresholds(
            0.9, 0.1, 8, false_alarms=ErrorRateBound(0.02, 0.019, 700), misses=ErrorRateBound(0.05, 0.05, 500)
        ),
        calibration=Calibration(1.0, 0.0, 2.0, 100, 100, "none", log10_floor=-1.5),
        gate=QualityGate(
            Interval(0.1, 2.0), Interval(1.0, 2.0), Interval(0.0, 0.4), Interval(20.0, 210.0), Interval(9.0, 110.0), n=7
        ),
    )
    assert card_from_dict(json.loads(json.dumps(card_to_dict(card)))) == card


def test_evidence_of_faces_and_persons_is_read_back_too(tmp_path):
    card = small_card_with_evidence()
    write_card(card, tmp_path / "card.json")
    read = read_card(tmp_path / "card.json")
    assert (read.evidence, read.persons) == (SMALL_EVIDENCE, SMALL_PERSONS)
    assert read == card


def test_of_evidence_the_places_rise_and_the_shares_do_not():
    with pytest.raises(ValueError, match="untouched: places must rise"):
        replace(SMALL_EVIDENCE, untouched=((0.0, 0.5), (1.0, 0.6)))
    with pytest.raises(ValueError, match="masks: places must rise"):
        replace(SMALL_EVIDENCE, masks=((0.5, 0.5), (0.4, 0.4)))


def test_a_card_of_before_promises_nothing_and_has_no_gate():
    values = card_to_dict(small_card())
    del values["gate"], values["evidence"], values["persons"], values["calibration"]["log10_floor"]
    del values["thresholds"]["false_alarms"], values["thresholds"]["misses"]
    card = card_from_dict(json.loads(json.dumps(values)))
    assert card == small_card()
    assert card.calibration.log10_floor == -2


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": "x"}', "not json"])
def test_a_damaged_card_is_a_detector_error(tmp_path, text):
    path = tmp_path / "card.json"
    path.write_text(text)
    with pytest.raises(DetectorError) as caught:
        read_card(path)
    assert caught.value.code == "damaged_card"


def test_a_missing_card_is_a_detector_error(tmp_path):
    with pytest.raises(DetectorError, match=r"none\.json is missing"):
        read_card(tmp_path / "none.json")


def test_thresholds_must_leave_room_between_them():
    with pytest.raises(ValueError, match="no_signs < signs"):
        Thresholds(signs=0.4, no_signs=0.4, smallest_face=1)


def test_a_promise_is_not_broken_by_its_own_bound():
    with pytest.raises(ValueError, match="bound ≤ stated"):
        ErrorRateBound(stated=0.02, bound=0.021, n=100)


def test_the_bounds_of_a_ratio_leave_one_inside():
    with pytest.raises(ValueError, match="log10_floor ≤ 0 ≤ log10_limit"):
        Calibration(1.0, 0.0, 2.0, 100, 100, "none", log10_floor=0.5)
