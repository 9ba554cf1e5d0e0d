"""The words of the printed report."""

import math

import pytest
from reasons import BETWEEN
from small_detector import small_card

from explain.pdf.words import (
    CAUTION,
    SUPPORT,
    SYMBOLS,
    meanings,
    number,
    ratio_text,
    support,
    threshold_text,
)
from forensics.card import Calibration
from forensics.types import Decision
from forensics.wording import score_text

WIDE = Calibration(1.0, 0.0, 6.0, 100, 100, "none")


def decision(ratio: float | None) -> Decision:
    return Decision("not evaluated" if ratio is None else "inconclusive", ratio, BETWEEN)


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "no support either way (likelihood ratio 1.0)"),
        (0.6, "no support either way (likelihood ratio 1 / 1.7)"),
        (2.0, "weak support for manipulation (likelihood ratio 2.0)"),
        (34.0, "moderate support for manipulation (likelihood ratio 34)"),
        (1 / 34, "moderate support against manipulation (likelihood ratio 1 / 34)"),
        (100.0, "moderately strong support for manipulation (likelihood ratio 100)"),
        (1234.0, "strong support for manipulation (likelihood ratio 1,200)"),
        (10_000.0, "very strong support for manipulation (likelihood ratio 10,000)"),
        (None, "no likelihood ratio"),
    ],
)
def test_the_ratio_in_words(ratio: float | None, words: str) -> None:
    assert support(decision(ratio), WIDE) == words


def test_at_the_limit_of_the_calibration_the_ratio_may_be_further_off() -> None:
    narrow = Calibration(1.0, 0.0, 2.0, 100, 100, "none")
    assert ratio_text(decision(100.0), narrow) == "100 or more"
    assert ratio_text(decision(0.01), narrow) == "1 / 100 or less"
    assert ratio_text(decision(99.0), narrow) == "99"
    assert ratio_text(decision(None), narrow) == "none"


def test_the_limits_of_the_calibration_need_not_be_alike() -> None:
    uneven = Calibration(1.0, 0.0, 3.0, 100, 100, "none", log10_floor=-1.0)
    assert ratio_text(decision(100.0), uneven) == "100"
    assert ratio_text(decision(0.1), uneven) == "1 / 10 or less"
    texts = dict(meanings(small_card(calibration=uneven)))
    assert "Held within 1 / 10 and 1,000" in texts["Likelihood ratio"]


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1.0"), (9.94, "9.9"), (9.96, "10"), (57.6, "58"), (1260.0, "1,300")]
)
def test_two_digits_are_all_a_ratio_is_known_to(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("score", "text"), [(0.0, "< 0.001"), (0.0005, "0.001"), (0.5, "0.500"), (0.9994, "0.999"), (1.0, "> 0.999")]
)
def test_a_score_is_never_a_certainty(score: float, text: str) -> None:
    assert score_text(score) == text


@pytest.mark.parametrize(("threshold", "text"), [(0.9, "0.9"), (0.67579, "0.676"), (1.0, "1"), (0.0, "0")])
def test_a_threshold_has_the_digits_of_a_score(threshold: float, text: str) -> None:
    assert threshold_text(threshold) == text


def test_the_thresholds_of_the_card_are_in_the_meanings() -> None:
    texts = dict(meanings(small_card()))
    assert "0.9 or more" in texts["▲ Signs of manipulation"]
    assert "0.1 or less" in texts["● No signs found"]
    assert "smaller than 8 pixels" in texts["○ Not evaluated"]
    assert "1 / 100 and 100" in texts["Likelihood ratio"]
    assert "no support below 2; weak support below 10" in texts["Likelihood ratio"]


def test_real_is_no_word_of_the_report() -> None:
    texts = [CAUTION, *SYMBOLS, *(word for pair in meanings(small_card()) for word in pair)]
    assert not any("real" in text.lower().split() for text in texts)
    assert len(set(SYMBOLS.values())) == 4
    assert SUPPORT[-1][0] == math.inf
