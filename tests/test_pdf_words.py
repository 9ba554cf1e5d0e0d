"""The words of the printed report."""

import pytest
from reasons import BETWEEN
from small_detector import small_card, small_card_with_evidence

from explain.pdf.verdict_wording import SYMBOLS, meanings, verdict_cell
from forensics.messages.catalogue import text as message
from forensics.messages.numbers import format_score, shortened
from forensics.types.analysis import Decision
from forensics.types.model_card import DetectorCard, ErrorRateBound, Thresholds


@pytest.mark.parametrize(
    ("score", "text"), [(0.0, "< 0.001"), (0.0005, "0.001"), (0.5, "0.500"), (0.9994, "0.999"), (1.0, "> 0.999")]
)
def test_a_score_is_never_a_certainty(score: float, text: str) -> None:
    assert format_score(score) == text


@pytest.mark.parametrize(("threshold", "text"), [(0.9, "0.9"), (0.67579, "0.676"), (1.0, "1"), (0.0, "0")])
def test_a_threshold_has_the_digits_of_a_score(threshold: float, text: str) -> None:
    assert shortened(threshold) == text


def test_the_thresholds_of_the_card_are_in_the_meanings() -> None:
    texts = dict(meanings(small_card()))
    assert "0.9 or more" in texts["▲ Signs of manipulation"]
    assert "0.1 or less" in texts["● No signs found"]
    assert "smaller than 8 pixels" in texts["○ Not evaluated"]
    assert "1/100 and 100" in texts["Likelihood ratio"]
    assert "no support below 2; limited support below 10" in texts["The ratio in words"]


def test_what_was_measured_on_no_other_kinds_says_so() -> None:
    text = dict(meanings(small_card()))["Likelihood ratio"]
    assert "holds for the kinds of forgery that the detector was trained on; nothing was measured on others" in text


def test_each_ratio_says_what_it_was_fitted_on() -> None:
    texts = dict(meanings(small_card_with_evidence()))
    leading = texts["Likelihood ratio"]
    assert "300 manipulated faces of kinds that the scoring network was not trained on" in leading
    assert "(montage, diffusion)" in leading
    assert "200 untouched faces, each source with the same weight (camera, site)" in leading
    assert "Held within 1/1.3 and 32" in leading
    assert leading.endswith("what the hardest kind supports: montage.")
    assert "1/100 and 100" in texts["… for kinds it knows"]
    person = texts["A person's ratio"]
    assert "50 manipulated ones" in person
    assert "40 untouched ones, of which 10 are films" in person
    assert "each person counts once, by the lower end" in person


def test_the_promise_of_the_threshold_has_its_bound_and_its_worst_source() -> None:
    limits = Thresholds(0.9, 0.1, 8, false_alarms=ErrorRateBound(0.02, 0.031, 700, "site"))
    text = dict(meanings(small_card(thresholds=limits)))["▲ Signs of manipulation"]
    assert (
        "With 95 % confidence no more than 3.1 % of the 700 untouched calibration faces of "
        "site, the worst source, reach it."
    ) in text


@pytest.mark.parametrize("card", [small_card(), small_card_with_evidence()])
def test_real_is_no_word_of_the_report(card: DetectorCard) -> None:
    texts = [message("pdf-caution"), *SYMBOLS, *(word for pair in meanings(card) for word in pair)]
    assert not any(word in text.lower().split() for text in texts for word in ("real", "genuine"))
    assert len(set(SYMBOLS.values())) == 4


def test_the_verdict_says_how_far_it_leans() -> None:
    card = small_card_with_evidence()
    leaning = Decision("inconclusive", 4.2, BETWEEN, known_ratio=30.0, false_alarms=0.07)
    assert verdict_cell(leaning, card) == "◆ inconclusive · leans towards manipulation, about 4 to 1"
    assert verdict_cell(Decision("inconclusive", 1.2, BETWEEN), card) == "◆ inconclusive"
    assert verdict_cell(Decision("no signs found", 0.8, BETWEEN), card) == "● no signs found"
