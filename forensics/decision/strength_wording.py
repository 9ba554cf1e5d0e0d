"""How strong an answer is, in words: the one place for page, report, command line and annotated pictures.

What is decided here is which message is said with which codes and numbers; the words are those of the catalogue.
The ratio that leads is that for kinds of forgery that the detector may not know; that for the kinds it knows is said
beside it, where the two differ. What follows from a low score is never said without the kinds for which it follows.
"""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Literal, NamedTuple

from forensics.facts import Code, Fact, Value
from forensics.messages import numbers
from forensics.messages.catalogue import text
from forensics.types.analysis import MIN_LEANING_RATIO, Decision, Leaning, Verdict
from forensics.types.model_card import Calibration, DetectorCard
from forensics.types.reasons import ReasonCode
from forensics.validation import present

Noun = Literal["face", "person"]
Leans = Literal["scores", "wears"]
"""What untouched faces are counted for: that they score so high, or that they wear so large a mask."""


class SupportGrade(StrEnum):
    """Grades of the verbal scale."""

    NO = "no"
    LIMITED = "limited"
    MODERATE = "moderate"
    MODERATELY_STRONG = "moderately_strong"
    STRONG = "strong"
    VERY_STRONG = "very_strong"


SUPPORT_GRADES: tuple[tuple[float, SupportGrade], ...] = (
    (2, SupportGrade.NO),
    (10, SupportGrade.LIMITED),
    (100, SupportGrade.MODERATE),
    (1000, SupportGrade.MODERATELY_STRONG),
    (10_000, SupportGrade.STRONG),
    (math.inf, SupportGrade.VERY_STRONG),
)
"""Likelihood ratio below which the grade holds (ENFSI, Guideline for Evaluative Reporting in Forensic Science, 2015;
its "weak" is said as "limited", which is the same grade in the scale of the AFSP, Standards for the formulation of
evaluative forensic science expert opinion, 2009: nobody shall read it as "the detector is weak")."""

VERDICTS: Mapping[Verdict, str] = {verdict: verdict.name.lower() for verdict in Verdict}
"""What messages choose by."""

LEANINGS: Mapping[Leaning | None, str] = {leaning: leaning.name.lower() for leaning in Leaning} | {None: "none"}
"""The same."""

OF_PERSONS = (ReasonCode.STRETCH_REACHES_SIGNS, ReasonCode.STRETCH_WITHIN_NO_SIGNS, ReasonCode.STRETCH_BETWEEN)
"""Reasons of decisions about a person over time; all others are of single faces."""


class CalibrationBasis(NamedTuple):
    """What the ratios of a decision were fitted with.

    known: None where the leading one is of the kinds that the detector knows, because nothing was measured on others.
    untouched: number of untouched cases. noun: what one of them is.
    """

    leading: Calibration
    known: Calibration | None
    noun: Noun = "face"

    @property
    def untouched(self) -> int:
        return self.leading.n_real


def calibration_basis(decision: Decision, card: DetectorCard) -> CalibrationBasis:
    """card: the one that the decision was judged by."""
    if card.persons is not None and _innermost(decision.reason) in OF_PERSONS:
        return CalibrationBasis(card.persons.ratio, card.persons.known, "person")
    if card.evidence is None:
        return CalibrationBasis(card.calibration, None)
    return CalibrationBasis(card.evidence.ratio, card.calibration)


def _innermost(reason: Fact) -> Code:
    taken_over = (ReasonCode.STRONGEST_PERSON, ReasonCode.FEW_FRAMES)
    return _innermost(reason.because) if reason.code in taken_over and reason.because else reason.code


def verdict_label(verdict: Verdict) -> str:
    return text("verdict", verdict=VERDICTS[verdict])


class RatioParameters(NamedTuple):
    """A ratio as it is said. often: from 1 up. above: whether it speaks for manipulation, where it is not 1. beyond:
    whether it is at a bound of its calibration and may be "more" or "less", else "none"."""

    often: float
    above: bool
    beyond: str


NO_INFORMATION = 0.005
"""log10 of a ratio that is printed as 1: there is nothing beyond it, even where it is all that so few faces support."""


def _ratio_parameters(ratio: float, calibration: Calibration) -> RatioParameters:
    return RatioParameters(max(ratio, 1 / ratio), bool(ratio >= 1), _exceeds_bound(math.log10(ratio), calibration))


def _exceeds_bound(log10: float, calibration: Calibration) -> str:
    if abs(log10) < NO_INFORMATION:
        return "none"
    if log10 >= calibration.log10_limit - 1e-9:
        return "more"
    return "less" if log10 <= present(calibration.log10_floor) + 1e-9 else "none"


def _known_kind_parameters(times: RatioParameters) -> dict[str, Value]:
    """What messages call the ratio for the kinds that the detector knows, beside the leading one."""
    return {f"known_{name}": value for name, value in times._asdict().items()}


def format_bounds(calibration: Calibration) -> str:
    """Between which ratios it is held: "1/87 and 280"."""
    return text("ratio-bounds", **bounds_parameters(calibration))


def bounds_parameters(calibration: Calibration) -> dict[str, Value]:
    """What messages say that with."""
    low, high = 10 ** -present(calibration.log10_floor), 10**calibration.log10_limit
    return {"low": low, "high": high, "below": bool(round(low, 1) > 1)}


def format_ratio(ratio: float | None, calibration: Calibration) -> str:
    """12 or 1/12; at what its calibration supports, that it may be further from 1."""
    if ratio is None:
        return text("ratio-none")
    return text("ratio", **_ratio_parameters(ratio, calibration)._asdict())


def format_odds(ratio: float, calibration: Calibration) -> str:
    """ "about 4 to 1", "about 1 to 4", at the bound "100 to 1 or more"."""
    return text("odds", **_ratio_parameters(ratio, calibration)._asdict())


def support_grade(ratio: float) -> SupportGrade:
    """The same in both directions."""
    return next(grade for below, grade in SUPPORT_GRADES if max(ratio, 1 / ratio) < below)


def support_grade_label(grade: SupportGrade) -> str:
    """ "limited support"."""
    return text("support-grade", grade=grade.value)


def ratio_summary(decision: Decision, card: DetectorCard) -> str:
    """The ratios in a few words, with their numbers and the kinds they are of."""
    return text("support", **answer_parameters(decision, card))


def verdict_summary(decision: Decision, card: DetectorCard) -> str:
    """Verdict and ratios in one line: "no signs found (likelihood ratio 1/1.3; 1/25 for kinds that it knows)"."""
    return text("brief", **answer_parameters(decision, card))


def leaning_label(decision: Decision, card: DetectorCard) -> str:
    """ "leans towards manipulation, about 4 to 1"; empty where nothing leans."""
    return "" if decision.leaning is None else text("leans-by", **answer_parameters(decision, card))


def untouched_share_text(share: float | None, noun: Noun, cases: int, does: Leans = "scores") -> str:
    """ "1 untouched face in 14 scores so high"; empty where the share is not known. cases: it was counted in."""
    return "" if share is None else text("untouched", **untouched_share_parameters(share, noun, cases, does))


def untouched_share_parameters(share: float | None, noun: Noun, cases: int, does: Leans = "scores") -> dict[str, Value]:
    """What messages say that with: `counted`, how the share is counted, "none" where it is not known; `in_all`, one in
    how many it is; `tenths`."""
    given = {"noun": noun, "does": does}
    if share is None:
        return {**given, "counted": "none"}
    if share * cases < 1:
        return {**given, "counted": "fewer", "in_all": cases}
    if share < 0.3:
        return {**given, "counted": "one", "in_all": round(1 / share)}
    if share < 0.95:
        return {**given, "counted": "tenths", "tenths": round(10 * share)}
    return {**given, "counted": "nearly"}


def strength_sentence(decision: Decision, card: DetectorCard) -> str:
    """What the answer is worth, in one or two sentences; empty where the face was not evaluated."""
    if decision.likelihood_ratio is None:
        return ""
    message = "strength-of-nothing" if decision.verdict == Verdict.NO_SIGNS else "strength"
    return text(message, **answer_parameters(decision, card))


def answer_parameters(decision: Decision, card: DetectorCard) -> dict[str, Value]:
    """What messages about an answer choose by and count.

    measured: on which kinds of forgery its ratios were: "none", where it was not evaluated; "trained", where that is
    known alone; "both". same_ratio, same_odds: whether the two are said alike. speaks: what the ratio says for the
    kinds that the detector knows, others: what it says for others after that.
    """
    by, ratio, known = calibration_basis(decision, card), decision.likelihood_ratio, decision.known_ratio
    given: dict[str, Value] = {"verdict": VERDICTS[decision.verdict], "leaning": LEANINGS[decision.leaning]}
    if ratio is None:
        return {**given, "measured": "none"}
    leading = _ratio_parameters(ratio, by.leading)
    given |= {"grade": support_grade(ratio).value, "direction": _direction(ratio), **leading._asdict()}
    given |= untouched_share_parameters(decision.false_alarms, by.noun, by.untouched)
    if by.known is None or known is None:
        return {**given, "measured": "trained", "speaks": _direction(ratio)}
    beside = _ratio_parameters(known, by.known)
    alike = {
        "same_ratio": _ratio_message(beside) == _ratio_message(leading),
        "same_odds": _odds_message(beside) == _odds_message(leading),
    }
    others = {"speaks": _direction(known), "others": _other_kinds_sentence(ratio, known)}
    return {**given, "measured": "both", **_known_kind_parameters(beside), **alike, **others}


def _ratio_message(times: RatioParameters) -> tuple[str, bool, str]:
    return numbers.ratio(times.often), times.above, times.beyond


def _odds_message(times: RatioParameters) -> tuple[str, bool, str]:
    """1 to 1 is the same in both directions."""
    often = numbers.odds(times.often)
    return often, times.above or often == "1", times.beyond


def _direction(ratio: float) -> str:
    if ratio >= MIN_LEANING_RATIO:
        return "for"
    return "against" if ratio <= 1 / MIN_LEANING_RATIO else "neither"


def _other_kinds_sentence(ratio: float, known: float) -> str:
    """What a low score says where the kind may be another, after what it says for the known ones."""
    if ratio >= MIN_LEANING_RATIO:
        return "for"
    if known > 1 / MIN_LEANING_RATIO:
        return "against" if ratio <= 1 / MIN_LEANING_RATIO else "neither"
    if abs(math.log10(ratio)) < NO_INFORMATION:
        return "nothing"
    if ratio >= 1:
        return "not"
    if ratio > 1 / MIN_LEANING_RATIO:
        return "hardly"
    return "less" if ratio > 1.2 * known else "as_well"
