import json
import math
import os
from dataclasses import replace

import pytest
from small_detector import SMALL_EVIDENCE, SMALL_PERSONS, small_card, small_card_with_evidence

from forensics.errors import DetectorError
from forensics.types.model_card import (
    Calibration,
    ErrorRateBound,
    Interval,
    Measurement,
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


def changed(path: str, value: object) -> dict:
    """The values of a card, but for one at a path of names."""
    values = json.loads(json.dumps(card_to_dict(FULL_CARD)))
    *above, last = path.split(".")
    inner = values
    for name in above:
        inner = inner[int(name)] if isinstance(inner, list) else inner[name]
    inner[last] = value
    return values


FULL_CARD = replace(
    small_card_with_evidence(),
    figures=(Measurement("AUC", 0.9, 0.8, 0.95, 40, "data", "command"),),
    gate=QualityGate(*[Interval(0.0, 1.0)] * 5, n=7),
)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("input_size", "big", "Expected `int`, got `str`"),
        ("thresholds.signs", "0.5", "Expected `float`, got `str`"),
        ("thresholds.signs", float("nan"), "want 0 ≤ no_signs < signs ≤ 1"),
        ("thresholds.no_signs", -1.0, "want 0 ≤ no_signs < signs ≤ 1"),
        ("thresholds.smallest_face", -1, "want smallest_face ≥ 0"),
        ("calibration.slope", float("inf"), "want finite numbers"),
        ("calibration.n_real", -1, "calibration.n_real counts something, got -1"),
        ("figures.0.high", float("inf"), "figures.high must be a finite number"),
        ("figures.0.high", 0.7, "want low ≤ high, got 0.8, 0.7"),
        ("figures.0.n", -1, "figures.n counts something"),
        ("gate.sharpness", [2.0, 1.0], "gate.sharpness: want least ≤ most"),
        ("evidence.untouched", [], "evidence.untouched must not be empty"),
        ("evidence.spread.mean", float("nan"), "evidence.spread.mean must be a finite number"),
        ("persons.untouched", [], "persons.untouched must not be empty"),
        ("persons.signs", 2.0, "persons: want 0 ≤ no_signs < signs ≤ 1"),
        ("title", "x" * 201, "title must have at most 200 characters"),
        ("licence", "x" * 5001, "licence must have at most 5000 characters"),
        ("known_limits", ["x"] * 10_001, "known_limits must have at most 10000 entries"),
        ("architecture", "x" * 4_000_001, "a card has at most 4000000 bytes"),
    ],
)
def test_what_no_page_and_no_report_could_use_is_refused_when_it_is_read(tmp_path, path, value, said):
    card = tmp_path / "card.json"
    write_card(FULL_CARD, card)
    assert read_card(card) == FULL_CARD
    card.write_text(json.dumps(changed(path, value)))
    with pytest.raises(DetectorError) as caught:
        read_card(card)
    assert caught.value.code == "damaged_card"
    assert said in str(caught.value)
    assert len(str(caught.value)) < 500


def test_a_card_nested_three_thousandfold_is_refused(tmp_path):
    card = tmp_path / "card.json"
    write_card(FULL_CARD, card)
    card.write_text(card.read_text().rstrip().removesuffix("}") + ', "more": ' + "[" * 3000 + "]" * 3000 + "}")
    with pytest.raises(DetectorError) as caught:
        read_card(card)
    assert caught.value.code == "damaged_card"


def test_a_figure_that_could_not_be_measured_is_none_or_nan(tmp_path):
    card = replace(FULL_CARD, figures=(Measurement("AUC", float("nan"), None, None, 0, "data", "command"),))
    write_card(card, tmp_path / "card.json")
    assert math.isnan(read_card(tmp_path / "card.json").figures[0].value)
