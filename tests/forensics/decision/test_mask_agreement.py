"""Whether the mask fits the verdict. Of untouched faces 30 % wear a mask of 20 % of the crop, 10 % one of 40 %."""

from dataclasses import replace

import pytest
from reasons import BETWEEN, TOO_SMALL
from small_detector import SMALL_EVIDENCE, small_card, small_card_with_evidence

from forensics.decision.mask_agreement import MaskMatch, mask_match, mask_note
from forensics.types.analysis import Decision

SIGNS = Decision("signs of manipulation", 50.0, BETWEEN)
NOTHING = Decision("no signs found", 0.5, BETWEEN)
LEANING = Decision("inconclusive", 4.0, BETWEEN)
REFUSED = Decision("not evaluated", None, TOO_SMALL)


@pytest.mark.parametrize(
    ("decision", "share", "match"),
    [
        (SIGNS, 0.009, MaskMatch.EMPTY_WITH_SIGNS),
        (SIGNS, 0.01, MaskMatch.FITS),
        (NOTHING, 0.049, MaskMatch.FITS),
        (NOTHING, 0.05, MaskMatch.MARKS_WITHOUT_SIGNS),
        (LEANING, 0.05, MaskMatch.MARKS_WITHOUT_SIGNS),
        (REFUSED, 0.5, None),
    ],
)
def test_a_large_mask_without_signs_and_an_empty_one_with_them_do_not_fit(decision, share, match):
    assert mask_match(decision, share) == match


def test_the_words_count_the_untouched_faces_with_so_large_a_mask():
    card = small_card_with_evidence()
    assert mask_note(NOTHING, 0.3, card) == (  # halfway between 30 % and 10 %
        "The mask marks 30 % of the crop although the score does not speak for manipulation; 1 untouched face in 5 "
        "wears so large a mask."
    )
    assert mask_note(LEANING, 0.3, card).startswith(
        "The mask marks 30 % of the crop although the score only leans towards manipulation; 1 untouched"
    )


@pytest.mark.parametrize("card", [small_card(), small_card_with_evidence(evidence=replace(SMALL_EVIDENCE, masks=()))])
def test_a_card_that_knows_no_masks_of_untouched_faces_says_the_first_half_alone(card):
    assert mask_note(NOTHING, 0.31, card) == (
        "The mask marks 31 % of the crop although the score does not speak for manipulation."
    )


def test_signs_without_a_mask_say_so_and_what_fits_says_nothing():
    card = small_card_with_evidence()
    assert mask_note(SIGNS, 0.0, card) == (
        "The mask marks nothing although the score speaks for manipulation: it does not say where."
    )
    assert [mask_note(*case, card) for case in ((SIGNS, 0.4), (NOTHING, 0.01), (REFUSED, 0.4))] == ["", "", ""]


def test_the_share_of_the_mask_is_told_as_it_is():
    assert "marks 60 % of the crop" in mask_note(NOTHING, 0.6, small_card())
