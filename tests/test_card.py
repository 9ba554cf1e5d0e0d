import json

import pytest
from small_detector import small_card

from forensics.card import Thresholds, card_from_dict, card_to_dict, read_card, write_card
from forensics.errors import DetectorError


def test_a_card_is_read_back_without_loss(tmp_path):
    card = small_card()
    write_card(card, tmp_path / "card.json")
    assert read_card(tmp_path / "card.json") == card
    assert card_from_dict(json.loads(json.dumps(card_to_dict(card)))) == card


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
