"""Every reason as a sentence, and the sentence once: everywhere else codes and numbers are compared."""

import json
import math
import string

import pytest
from reasons import BETWEEN, TOO_SMALL

from forensics.facts import Fact, fact_from_dict, fact_to_dict
from forensics.messages.catalogue import sentence
from forensics.types.reasons import ReasonCode

STRETCH = {"score": 0.95, "low": 0.91, "high": 0.97, "sightings": 9, "start": 1.0, "end": 2.5, "everything": False}

CASES = {
    Fact(ReasonCode.FACE_TOO_SMALL, {"pixels": 7, "least": 8}): (
        "The face is 7 pixels on its shorter side; under 8 nothing can be said."
    ),
    Fact(ReasonCode.FACE_CUT_OFF, {"points": 2}): (
        "The face is cut off by the border of the picture: 2 of its five points lie beyond it."
    ),
    Fact(ReasonCode.TOO_COMPRESSED): (
        "The face is too strongly compressed: its blocks hide finer traces; nothing can be said of it."
    ),
    Fact(ReasonCode.MOSTLY_COVERED, {"share": 0.62}): (
        "The face is mostly covered: 62 % of it is plain or clipped; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_DARK): (
        "The face is darker than those the detector was calibrated on; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_BRIGHT): (
        "The face is brighter than those the detector was calibrated on; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_LITTLE_CONTRAST): (
        "The face has less contrast than those the detector was calibrated on; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_MUCH_CONTRAST): (
        "The face has more contrast than those the detector was calibrated on; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_BLURRED): (
        "The face is too blurred, or was enlarged from a much smaller picture; nothing can be said of it."
    ),
    Fact(ReasonCode.TOO_GRAINY): (
        "The face is grainier than those the detector was calibrated on; nothing can be said of it."
    ),
    Fact(ReasonCode.SCORE_REACHES_SIGNS, {"score": 0.9999, "threshold": 0.884, "stated": 0.02, "bound": 0.0195}): (
        "The score > 0.999 reaches 0.884, the threshold for signs of manipulation, which with 95 % confidence no more "
        "than 1.9 % of the untouched calibration faces of all sources reach."
    ),
    Fact(ReasonCode.SCORE_REACHES_SIGNS, {"score": 0.9, "threshold": 0.884, "stated": 0.02, "bound": 0.072}): (
        "The score 0.900 reaches 0.884, the threshold for signs of manipulation, which some 2 % of the untouched "
        "calibration faces of the worst source reach (with 95 % confidence no more than 7.2 %)."
    ),
    Fact(ReasonCode.SCORE_WITHIN_NO_SIGNS, {"score": 0.05, "threshold": 0.1, "stated": 0.05, "bound": 0.04}): (
        "The score 0.050 is at most 0.100, the threshold for no signs found, under which with 95 % confidence no more "
        "than 4 % of the forged faces of kinds that the detector knows stay; forgeries of other kinds stay under it "
        "more often."
    ),
    BETWEEN: "The score 0.500 lies between the thresholds 0.100 and 0.900.",
    Fact(ReasonCode.STRETCH_REACHES_SIGNS, STRETCH | {"threshold": 0.9, "stated": 0.02, "bound": 0.084}): (
        "The 9 sightings from 1.0 s to 2.5 s, the strongest stretch, score 0.950 (95 % interval 0.910 to 0.970); its "
        "lower end reaches 0.900, the limit for signs of manipulation, which some 2 % of the untouched calibration "
        "clips of the worst source reach (with 95 % confidence no more than 8.4 %)."
    ),
    Fact(ReasonCode.STRETCH_WITHIN_NO_SIGNS, STRETCH | {"high": 0.98, "threshold": 0.99}): (
        "The 9 sightings from 1.0 s to 2.5 s, the strongest stretch, score 0.950 (95 % interval 0.910 to 0.980); its "
        "upper end is at most 0.990, the limit for no signs found of kinds that the detector knows."
    ),
    Fact(ReasonCode.STRETCH_BETWEEN, STRETCH | {"everything": True, "no_signs": 0.1, "signs": 0.95}): (
        "All 9 sightings together score 0.950 (95 % interval 0.910 to 0.970); the limits 0.100 and 0.950 leave that "
        "open."
    ),
    Fact(ReasonCode.FEW_FRAMES, {"frames": 3}, BETWEEN): (
        "Only 3 frames were looked at, too few for an interval; the median frame is judged as a photograph would be: "
        "The score 0.500 lies between the thresholds 0.100 and 0.900."
    ),
    Fact(ReasonCode.FEW_SIGHTINGS, {"sightings": 5, "evaluated": 3, "least": 4}, TOO_SMALL): (
        "Seen in 5 frames, evaluated in 3; a person is judged from 4 on. Most often: The face is 5 pixels on its "
        "shorter side; under 8 nothing can be said."
    ),
    Fact(ReasonCode.NOBODY_FOLLOWED, {"frames": 25}): "No face was followed in the 25 frames that were looked at.",
    Fact(ReasonCode.STRONGEST_PERSON, {"person": 3, "persons": 4, "not_evaluated": 1}, BETWEEN): (
        "Person 3: The score 0.500 lies between the thresholds 0.100 and 0.900. 1 of 4 persons could not be evaluated."
    ),
}


@pytest.mark.parametrize(("reason", "said"), CASES.items(), ids=[str(reason.code) for reason in CASES])
def test_a_reason_is_one_sentence_with_its_numbers(reason, said):
    assert sentence(reason) == said


def test_every_code_has_its_case():
    assert set(ReasonCode) == {reason.code for reason in CASES}


OTHER = {"frames": 1, "sightings": 12, "everything": True, "person": 1, "persons": 9}


@pytest.mark.parametrize("reason", CASES, ids=[str(reason.code) for reason in CASES])
def test_every_parameter_is_said(reason):
    """The sentence changes with each number."""
    for name, value in reason.parameters.items():
        other = not value if isinstance(value, bool) else OTHER.get(name, value + 2 if value >= 1 else value / 2)
        changed = Fact(reason.code, {**reason.parameters, name: other}, reason.because)
        hidden = (name in ("start", "end") and reason.parameters["everything"]) or changed == reason
        hidden |= name == "stated" and reason.code == ReasonCode.SCORE_WITHIN_NO_SIGNS  # its bound is said
        assert hidden or sentence(changed) != sentence(reason), name


@pytest.mark.parametrize("reason", CASES, ids=[str(reason.code) for reason in CASES])
def test_a_sentence_begins_with_a_capital_and_has_no_hole(reason):
    said = sentence(reason)
    assert said[0] in string.ascii_uppercase
    assert said.endswith(".")
    assert not set("{}") & set(said)
    assert "nan" not in said


def test_what_is_not_promised_is_not_said():
    numbers = {"score": 0.95, "threshold": 0.9}
    silent = Fact(ReasonCode.SCORE_REACHES_SIGNS, numbers | {"stated": math.nan, "bound": math.nan})
    assert sentence(silent) == "The score 0.950 reaches 0.900, the threshold for signs of manipulation."


@pytest.mark.parametrize("reason", CASES, ids=[str(reason.code) for reason in CASES])
def test_a_reason_is_read_back_from_json_without_loss(reason):
    assert fact_from_dict(json.loads(json.dumps(fact_to_dict(reason))), ReasonCode) == reason


def test_nothing_promised_is_null_in_json_and_read_back():
    numbers = {"score": 0.95, "threshold": 0.9}
    silent = Fact(ReasonCode.SCORE_REACHES_SIGNS, numbers | {"stated": math.nan, "bound": math.nan})
    assert silent == Fact(ReasonCode.SCORE_REACHES_SIGNS, numbers | {"stated": float("nan"), "bound": float("nan")})
    written = fact_to_dict(silent)
    assert written["numbers"]["stated"] is None
    assert fact_from_dict(written, ReasonCode) == silent


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"code": "no_such_code", "numbers": {}, "because": None}, ValueError),
        ({"code": "too_dark", "numbers": {"share": 0.5}, "because": None}, ValueError),
        ({"code": "too_dark", "numbers": {}}, KeyError),
    ],
)
def test_what_is_no_reason_is_refused(values, error):
    with pytest.raises(error):
        fact_from_dict(values, ReasonCode)
