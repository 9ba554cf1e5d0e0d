"""The words of the pages."""

import pytest
from reasons import BETWEEN
from small_detector import small_card

from forensics.card import Calibration
from forensics.types import Decision
from pages.parts.wording import counted, counted_words, strength

CALIBRATION = Calibration(1.0, 0.0, 2.0, 100, 100, "none")


@pytest.mark.parametrize(
    ("ratio", "sentence"),
    [
        (
            34.2,
            "Moderate support for manipulation (likelihood ratio 34): among the faces used for calibration such a "
            "score is 34 times as common in manipulated as in untouched ones.",
        ),
        (
            0.25,
            "Weak support against manipulation (likelihood ratio 1 / 4.0): among the faces used for calibration such "
            "a score is 4.0 times as common in untouched as in manipulated ones.",
        ),
        (
            1.2,
            "No support either way (likelihood ratio 1.2): among the faces used for calibration such a score is about "
            "as common in manipulated as in untouched ones.",
        ),
    ],
)
def test_the_likelihood_ratio_is_told_in_both_directions(ratio, sentence):
    assert strength(Decision("inconclusive", ratio, BETWEEN), CALIBRATION) == sentence


def test_a_face_that_was_not_evaluated_has_no_strength_of_evidence():
    assert strength(Decision("not evaluated", None, BETWEEN), small_card().calibration) == ""


def test_verdicts_are_counted_the_most_serious_first():
    said = ("no signs found", "not evaluated", "signs of manipulation", "no signs found")
    counts = counted(said)
    assert list(counts.items()) == [("signs of manipulation", 1), ("no signs found", 2), ("not evaluated", 1)]
    assert counted_words(counts, "face") == "4 faces: 1 signs of manipulation, 2 no signs found, 1 not evaluated"
    assert counted_words({}, "person") == "no face found"
