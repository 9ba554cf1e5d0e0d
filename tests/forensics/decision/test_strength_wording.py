"""How strong an answer is, in words. The small card's ratio for kinds unknown is held within 1/1.25 and 31.6, that for
kinds known within 1/100 and 100."""

import pytest
from graded_decisions import GRADED, NARROW, PLAIN, STRETCH, WIDE, between, nothing, signs
from reasons import BETWEEN, TOO_SMALL
from small_detector import SMALL_EVIDENCE, SMALL_PERSONS, small_card

from forensics.decision.strength_wording import (
    SUPPORT_GRADES,
    SupportGrade,
    answer_parameters,
    calibration_basis,
    format_bounds,
    format_odds,
    format_ratio,
    leaning_label,
    ratio_summary,
    strength_sentence,
    support_grade_label,
    untouched_share_parameters,
    untouched_share_text,
    verdict_summary,
)
from forensics.facts import Fact
from forensics.messages import numbers
from forensics.types.analysis import Decision
from forensics.types.model_card import Calibration
from forensics.types.reasons import ReasonCode


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1.0"), (9.94, "9.9"), (9.96, "10"), (57.6, "58"), (1260.0, "1,300")]
)
def test_two_digits_are_all_a_ratio_is_known_to(value, text):
    assert numbers.ratio(value) == text


def test_a_ratio_at_its_bound_may_be_further_off():
    assert [format_ratio(ratio, NARROW) for ratio in (100.0, 99.0, 0.2, 0.1)] == [
        "100 or more",
        "99",
        "1/5.0",
        "1/10 or less",
    ]
    assert format_ratio(None, NARROW) == "none"


def test_bounds_are_told_in_one_way():
    assert format_bounds(NARROW) == "1/10 and 100"
    assert format_bounds(Calibration(1.0, 0.0, 1.0, 100, 100, "none", log10_floor=-0.0)) == "1 and 10"


@pytest.mark.parametrize(
    ("ratio", "text"),
    [
        (4.2, "about 4 to 1"),
        (2.4, "about 2.4 to 1"),
        (2.97, "about 3 to 1"),
        (58.4, "about 58 to 1"),
        (1 / 4.2, "about 1 to 4"),
        (100.0, "100 to 1 or more"),
        (0.1, "1 to 10 or less"),
    ],
)
def test_odds_are_as_round_as_they_are_known(ratio, text):
    assert format_odds(ratio, NARROW) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (None, ""),
        (0.0, "fewer than 1 untouched face in 200 scores so high"),
        (0.004, "fewer than 1 untouched face in 200 scores so high"),
        (0.07, "1 untouched face in 14 scores so high"),
        (0.29, "1 untouched face in 3 scores so high"),
        (0.42, "4 untouched faces in 10 score so high"),
        (0.97, "nearly every untouched face scores so high"),
    ],
)
def test_a_share_of_untouched_faces_is_counted_in_faces(share, text):
    assert untouched_share_text(share, "face", 200) == text


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (1.0, "no support either way (likelihood ratio 1.0)"),
        (0.6, "no support either way (likelihood ratio 1/1.7)"),
        (2.0, "limited support for manipulation (likelihood ratio 2.0)"),
        (34.0, "moderate support for manipulation (likelihood ratio 34)"),
        (1 / 34, "moderate support against manipulation (likelihood ratio 1/34)"),
        (100.0, "moderately strong support for manipulation (likelihood ratio 100)"),
        (1234.0, "strong support for manipulation (likelihood ratio 1,200)"),
        (10_000.0, "very strong support for manipulation (likelihood ratio 10,000)"),
    ],
)
def test_the_ratio_in_the_words_of_the_verbal_scale(ratio, words):
    card = small_card(calibration=WIDE)
    assert ratio_summary(between(ratio), card) == f"{words}, of the kinds of forgery that it was trained on alone"
    assert SUPPORT_GRADES[-1][0] == float("inf")


def test_both_ratios_stand_in_the_short_form_where_they_differ():
    assert ratio_summary(nothing(0.8001, 0.04), GRADED) == (
        "no support either way (likelihood ratio 1/1.2); 1/25 for kinds of forgery that it knows"
    )
    assert ratio_summary(between(4.0, 4.0, 0.07), GRADED) == "limited support for manipulation (likelihood ratio 4.0)"
    assert ratio_summary(Decision("not evaluated", None, TOO_SMALL), GRADED) == "no likelihood ratio"


@pytest.mark.parametrize(
    ("ratio", "known", "said"),
    [
        (1 / 1.2, 1 / 25, "this speaks against manipulation (1/25); for others it hardly does (1/1.2)."),
        (1.1, 1 / 25, "this speaks against manipulation (1/25); for others it does not (1.1)."),
        (1 / 4, 1 / 25, "this speaks against manipulation (1/25); for others it does less (1/4.0 or less)."),
        (1 / 25, 1 / 25, "this speaks against manipulation (1/25); for others it does as well (1/25 or less)."),
        (2.5, 1 / 25, "this speaks against manipulation (1/25); for others it speaks for manipulation (2.5)."),
        (1.1, 1 / 1.5, "this hardly speaks either way (1/1.5); for others neither (1.1)."),
    ],
)
def test_nothing_found_says_for_which_kinds_that_speaks(ratio, known, said):
    assert (
        strength_sentence(nothing(ratio, known), GRADED)
        == f"Nothing found. For kinds of forgery that this detector knows, {said}"
    )


def test_nothing_found_by_a_card_that_knows_no_other_kinds_says_that_none_were_measured():
    assert strength_sentence(nothing(0.04), PLAIN) == (
        "Nothing found. For the kinds of forgery that this detector was trained on, this speaks against manipulation "
        "(1/25); on others nothing was measured, and they may score as low."
    )


def test_an_inconclusive_answer_says_how_far_it_leans():
    assert strength_sentence(between(4.2, 30.0, 0.07), GRADED) == (
        "Leans towards manipulation: limited support, about 4 to 1, for kinds of forgery that this detector may not "
        "know; 1 untouched face in 14 scores so high. For kinds of forgery that this detector knows it is about 30 "
        "to 1."
    )
    assert strength_sentence(between(1.1, 1.1, 0.42), GRADED) == (
        "Leans to neither side: no support, about 1.1 to 1, for kinds of forgery that this detector may not know; 4 "
        "untouched faces in 10 score so high. For kinds of forgery that this detector knows it is the same."
    )
    assert strength_sentence(between(0.25), PLAIN) == (
        "Leans away from manipulation: limited support, about 1 to 4, for the kinds of forgery that this detector was "
        "trained on; nothing was measured on others."
    )


def test_signs_have_both_ratios_and_the_bound_of_each():
    assert strength_sentence(signs(10**1.5, 100.0, 0.02), GRADED) == (
        "Speaks for manipulation: moderate support, 32 to 1 or more, for kinds of forgery that this detector may not "
        "know; 1 untouched face in 50 scores so high. For kinds of forgery that this detector knows it is 100 to 1 or "
        "more."
    )
    assert strength_sentence(signs(50.0), PLAIN) == (
        "Speaks for manipulation: moderate support, about 50 to 1, for the kinds of forgery that this detector was "
        "trained on; nothing was measured on others."
    )


def test_a_face_that_was_not_evaluated_has_no_strength():
    assert strength_sentence(Decision("not evaluated", None, TOO_SMALL), GRADED) == ""


def test_a_person_is_weighed_by_what_was_fitted_on_clips_and_a_single_frame_is_not():
    assert calibration_basis(between(2.0, 2.0, 0.4, STRETCH), GRADED) == (
        SMALL_PERSONS.ratio,
        SMALL_PERSONS.known,
        "person",
    )
    of_file = Fact(ReasonCode.STRONGEST_PERSON, {"person": 1, "persons": 1, "not_evaluated": 0}, STRETCH)
    assert calibration_basis(between(2.0, 2.0, 0.4, of_file), GRADED).noun == "person"
    of_frame = Fact(ReasonCode.FEW_FRAMES, {"frames": 1}, BETWEEN)
    assert calibration_basis(between(2.0, 2.0, 0.4, of_frame), GRADED) == (
        SMALL_EVIDENCE.ratio,
        GRADED.calibration,
        "face",
    )
    assert calibration_basis(between(2.0, reason=STRETCH), PLAIN) == (PLAIN.calibration, None, "face")
    assert "4 untouched persons in 10 score so high" in strength_sentence(between(2.0, 3.0, 0.4, STRETCH), GRADED)


def test_only_what_leans_is_said_to_lean():
    assert leaning_label(between(4.2, 30.0, 0.07), GRADED) == "leans towards manipulation, about 4 to 1"
    assert leaning_label(between(1.2, 30.0, 0.07), GRADED) == ""
    assert leaning_label(signs(30.0, 100.0, 0.02), GRADED) == ""


@pytest.mark.parametrize("card", [PLAIN, GRADED])
@pytest.mark.parametrize("ratio", [0.01, 0.3, 1.0, 3.0, 50.0])
@pytest.mark.parametrize("known", [0.01, 1.0, 50.0])
@pytest.mark.parametrize("verdict", ["signs of manipulation", "inconclusive", "no signs found"])
def test_no_word_exculpates_and_every_low_ratio_names_its_kinds(verdict, ratio, known, card):
    said = strength_sentence(Decision(verdict, ratio, BETWEEN, None if card is PLAIN else known, 0.5), card)
    assert not {"real", "authentic", "genuine", "untampered"} & set(said.lower().replace(".", "").split())
    assert "kinds of forgery that this detector" in said
    assert said.count("None") == said.count("nan") == 0


def test_grades_and_summaries_have_their_words():
    assert support_grade_label(SupportGrade.MODERATELY_STRONG) == "moderately strong support"
    assert verdict_summary(nothing(1 / 1.2, 1 / 25), GRADED) == (
        "no signs found (likelihood ratio 1/1.2; 1/25 for kinds that it knows)"
    )
    assert verdict_summary(Decision("not evaluated", None, TOO_SMALL), GRADED) == "not evaluated"


@pytest.mark.parametrize(
    ("floor", "text"), [(-0.02, "1 and 10"), (-0.021, "1 and 10"), (-0.022, "1/1.1 and 10"), (-0.04, "1/1.1 and 10")]
)
def test_a_lower_bound_that_rounds_to_one_is_one(floor, text):
    """From 1.05 = 10 ** 0.0212 on it is told as 1.1."""
    assert format_bounds(Calibration(1.0, 0.0, 1.0, 100, 100, "none", log10_floor=floor)) == text


def test_what_untouched_faces_do_is_said_by_what_is_counted():
    assert untouched_share_text(0.07, "person", 200, "wears") == "1 untouched person in 14 wears so large a mask"


@pytest.mark.parametrize(
    ("ratio", "known", "alike"),
    [(1.04, 1 / 1.04, True), (1.2, 1 / 1.2, False), (2.0, 2.0, True), (2.0, 2.2, False)],
)
def test_odds_of_one_to_one_are_the_same_in_both_directions(ratio, known, alike):
    assert answer_parameters(between(ratio, known, 0.4), GRADED)["same_odds"] is alike


@pytest.mark.parametrize(
    ("ratio", "known", "others"),
    [
        (2.0, 0.1, "for"),
        (0.5, 0.6, "against"),
        (0.51, 0.6, "neither"),
        (0.6, 0.5, "hardly"),
        (1.0, 0.5, "nothing"),
        (1.02, 0.5, "not"),
        (0.98, 0.5, "hardly"),
        (0.5, 0.4, "less"),
        (0.25, 0.2, "less"),
        (0.24, 0.2, "as_well"),
        (0.23, 0.2, "as_well"),
    ],
)
def test_what_a_low_score_says_for_other_kinds_follows_what_it_says_for_known_ones(ratio, known, others):
    assert answer_parameters(nothing(ratio, known), GRADED)["others"] == others


@pytest.mark.parametrize(
    ("share", "counted"),
    [
        (0.00499, {"counted": "fewer", "in_all": 200}),
        (0.005, {"counted": "one", "in_all": 200}),
        (0.0075, {"counted": "one", "in_all": 133}),
        (0.3, {"counted": "tenths", "tenths": 3}),
        (0.95, {"counted": "nearly"}),
        (None, {"counted": "none"}),
    ],
)
def test_a_share_of_200_cases_is_counted_from_one_case_up(share, counted):
    assert untouched_share_parameters(share, "face", 200) == {"noun": "face", "does": "scores", **counted}


def test_messages_choose_by_these_words():
    said = answer_parameters(between(1.5, 2.5, 0.4), GRADED)
    chosen = ("measured", "direction", "speaks", "beyond", "known_beyond")
    assert [said[name] for name in chosen] == ["both", "neither", "for", "none", "none"]
    assert answer_parameters(nothing(1.0, 1.0), GRADED)["beyond"] == "none"
    assert answer_parameters(nothing(0.5, 0.5), GRADED)["direction"] == "against"
    assert answer_parameters(between(4.0), GRADED)["measured"] == "trained"


def test_only_what_is_taken_over_is_looked_behind():
    numbers_of_file = {"person": 1, "persons": 1, "not_evaluated": 0}
    for reason in (Fact(ReasonCode.STRONGEST_PERSON, numbers_of_file), Fact(BETWEEN.code, BETWEEN.parameters, STRETCH)):
        assert calibration_basis(between(2.0, 2.0, 0.4, reason), GRADED).noun == "face"
