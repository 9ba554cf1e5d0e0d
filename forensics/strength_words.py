"""How strong an answer is, in words: the one place for page, report, command line and annotated pictures.

The ratio that leads is that for kinds of forgery that the detector may not know; that for the kinds it knows is said
beside it, where the two differ. What follows from a low score is never said without the kinds for which it follows.
"""

import math
from typing import NamedTuple

from forensics.card import Calibration, DetectorCard
from forensics.facts import Fact
from forensics.reasons import ReasonCode
from forensics.types import LEANS_FROM, Decision

SUPPORT: tuple[tuple[float, str], ...] = (
    (2, "no"),
    (10, "limited"),
    (100, "moderate"),
    (1000, "moderately strong"),
    (10_000, "strong"),
    (math.inf, "very strong"),
)
"""Likelihood ratio below which the word holds (ENFSI, Guideline for Evaluative Reporting in Forensic Science, 2015; its
"weak" is said as "limited", which is the same grade in the scale of the AFSP, Standards for the formulation of
evaluative forensic science expert opinion, 2009: nobody shall read it as "the detector is weak")."""

OF_PERSONS = (ReasonCode.STRETCH_REACHES_SIGNS, ReasonCode.STRETCH_WITHIN_NO_SIGNS, ReasonCode.STRETCH_BETWEEN)
"""Reasons of decisions about a person over time; all others are of single faces."""

KNOWN = "kinds of forgery that this detector knows"
UNKNOWN = "kinds of forgery that this detector may not know"


class Grounds(NamedTuple):
    """What the ratios of a decision were fitted with.

    known: None where the leading one is of the kinds that the detector knows, because nothing was measured on others.
    untouched: number of untouched cases. noun: what one of them is, "face" or "person".
    """

    leading: Calibration
    known: Calibration | None
    noun: str = "face"

    @property
    def untouched(self) -> int:
        return self.leading.n_real


def grounds(decision: Decision, card: DetectorCard) -> Grounds:
    """card: the one that the decision was judged by."""
    if card.persons is not None and _innermost(decision.reason) in OF_PERSONS:
        return Grounds(card.persons.ratio, card.persons.known, "person")
    if card.evidence is None:
        return Grounds(card.calibration, None)
    return Grounds(card.evidence.ratio, card.calibration)


def _innermost(reason: Fact) -> ReasonCode:
    taken_over = (ReasonCode.STRONGEST_PERSON, ReasonCode.FEW_FRAMES)
    return _innermost(reason.because) if reason.code in taken_over and reason.because else reason.code


def number(value: float) -> str:
    """Two significant digits, which is more than a likelihood ratio is known to: 3.4, 58, 1,200."""
    return f"{value:.1f}" if value < 9.95 else f"{float(f'{value:.2g}'):,.0f}"


def bounds_text(calibration: Calibration) -> str:
    """Between which ratios it is held: "1/87 and 280"."""
    low = number(10**-calibration.log10_floor)
    return f"{'1' if low == '1.0' else f'1/{low}'} and {number(10**calibration.log10_limit)}"


def ratio_text(ratio: float | None, calibration: Calibration) -> str:
    """12 or 1/12; at what its calibration supports, that it may be further from 1."""
    if ratio is None:
        return "none"
    text = number(ratio) if ratio >= 1 else f"1/{number(1 / ratio)}"
    return f"{text}{_beyond(ratio, calibration)}"


def odds(ratio: float, calibration: Calibration) -> str:
    """ "about 4 to 1", "about 1 to 4", at the bound "100 to 1 or more"."""
    often = max(ratio, 1 / ratio)
    rounded = f"{often:.1f}".removesuffix(".0") if often < 2.95 else f"{float(f'{often:.2g}'):,.0f}"
    beyond = _beyond(ratio, calibration)
    return f"{'' if beyond else 'about '}{f'{rounded} to 1' if ratio >= 1 else f'1 to {rounded}'}{beyond}"


SAYS_NOTHING = 0.005
"""log10 of a ratio that is printed as 1: there is nothing beyond it, even where it is all that so few faces support."""


def _beyond(ratio: float, calibration: Calibration) -> str:
    log10 = math.log10(ratio)
    if abs(log10) < SAYS_NOTHING:
        return ""
    if log10 >= calibration.log10_limit - 1e-9:
        return " or more"
    return " or less" if log10 <= calibration.log10_floor + 1e-9 else ""


def support_word(ratio: float) -> str:
    """ "limited support", the same in both directions."""
    return f"{next(word for below, word in SUPPORT if max(ratio, 1 / ratio) < below)} support"


def support(decision: Decision, card: DetectorCard) -> str:
    """The ratios in a few words, with their numbers and the kinds they are of."""
    ratio = decision.likelihood_ratio
    if ratio is None:
        return "no likelihood ratio"
    leading, known, _ = grounds(decision, card)
    direction = "for" if ratio >= LEANS_FROM else "against" if ratio <= 1 / LEANS_FROM else "either way"
    which = direction if direction == "either way" else f"{direction} manipulation"
    words = f"{support_word(ratio)} {which} (likelihood ratio {ratio_text(ratio, leading)})"
    if known is None or decision.known_ratio is None:
        return f"{words}, of the kinds of forgery that it was trained on alone"
    said = ratio_text(decision.known_ratio, known)
    if said == ratio_text(ratio, leading):
        return words
    return f"{words}; {said} for kinds of forgery that it knows"


def brief(decision: Decision, card: DetectorCard) -> str:
    """Verdict and ratios in one line: "no signs found (likelihood ratio 1/1.3; 1/25 for kinds that it knows)"."""
    if decision.likelihood_ratio is None:
        return decision.verdict
    leading, known, _ = grounds(decision, card)
    ratios = f"likelihood ratio {ratio_text(decision.likelihood_ratio, leading)}"
    if known is not None and decision.known_ratio is not None:
        ratios += f"; {ratio_text(decision.known_ratio, known)} for kinds that it knows"
    else:
        ratios += ", of the kinds that it was trained on"
    leaning = f", leans {decision.leaning}" if decision.leaning else ""
    return f"{decision.verdict}{leaning} ({ratios})"


def leaning_words(decision: Decision, card: DetectorCard) -> str:
    """ "leans towards manipulation, about 4 to 1"; empty where nothing leans."""
    if decision.leaning is None:
        return ""
    return f"leans {decision.leaning}, {odds(decision.likelihood_ratio, grounds(decision, card).leading)}"


def so_high(
    share: float | None, noun: str, cases: int, does: tuple[str, str] = ("scores so high", "score so high")
) -> str:
    """ "1 untouched face in 14 scores so high"; empty where the share is not known. cases: from which the share comes.
    does: what one and what many of them do."""
    if share is None:
        return ""
    if share * cases < 1:
        return f"fewer than 1 untouched {noun} in {cases:,} {does[0]}"
    if share < 0.3:
        return f"1 untouched {noun} in {1 / share:,.0f} {does[0]}"
    if share < 0.95:
        return f"{10 * share:.0f} untouched {noun}s in 10 {does[1]}"
    return f"nearly every untouched {noun} {does[0]}"


def strength(decision: Decision, card: DetectorCard) -> str:
    """What the answer is worth, in one or two sentences; empty where the face was not evaluated."""
    if decision.likelihood_ratio is None:
        return ""
    if decision.verdict == "no signs found":
        return f"Nothing found. {_of_nothing(decision, grounds(decision, card))}"
    return _of_a_score(decision, grounds(decision, card))


def _of_a_score(decision: Decision, by: Grounds) -> str:
    ratio, known = decision.likelihood_ratio, decision.known_ratio
    common = so_high(decision.false_alarms, by.noun, by.untouched)
    head = f"{_side(decision)}: {_graded(ratio, by.leading)}"
    if by.known is None or known is None:
        scope = "for the kinds of forgery that this detector was trained on; nothing was measured on others"
        return f"{head}, {scope}{f'; {common}' if common else ''}."
    first = f"{head}, for {UNKNOWN}{f'; {common}' if common else ''}."
    if odds(known, by.known) == odds(ratio, by.leading):
        return f"{first} For {KNOWN} it is the same."
    return f"{first} For {KNOWN} it is {odds(known, by.known)}."


def _side(decision: Decision) -> str:
    if decision.leaning:
        return f"Leans {decision.leaning}"
    ratio = decision.likelihood_ratio
    if ratio >= LEANS_FROM:
        return "Speaks for manipulation"
    return "Speaks against manipulation" if ratio <= 1 / LEANS_FROM else "Leans to neither side"


def _graded(ratio: float, calibration: Calibration) -> str:
    return f"{support_word(ratio)}, {odds(ratio, calibration)}"


def _of_nothing(decision: Decision, by: Grounds) -> str:
    ratio, known = decision.likelihood_ratio, decision.known_ratio
    if by.known is None or known is None:
        return (
            f"For the kinds of forgery that this detector was trained on, {_speaks(ratio)} "
            f"({ratio_text(ratio, by.leading)}); on others nothing was measured, and they may score as low."
        )
    first = f"For {KNOWN}, {_speaks(known)} ({ratio_text(known, by.known)})"
    return f"{first}; {_others(ratio, known)} ({ratio_text(ratio, by.leading)})."


def _speaks(ratio: float) -> str:
    if ratio <= 1 / LEANS_FROM:
        return "this speaks against manipulation"
    return "this speaks for manipulation" if ratio >= LEANS_FROM else "this hardly speaks either way"


def _others(ratio: float, known: float) -> str:
    """What a low score says where the kind may be another, after what it says for the known ones."""
    if ratio >= LEANS_FROM:
        return "for others it speaks for manipulation"
    if known > 1 / LEANS_FROM:
        return "for others it speaks against it" if ratio <= 1 / LEANS_FROM else "for others neither"
    if abs(math.log10(ratio)) < SAYS_NOTHING:
        return "for others it says nothing"
    if ratio >= 1:
        return "for others it does not"
    if ratio > 1 / LEANS_FROM:
        return "for others it hardly does"
    return "for others it does less" if ratio > 1.2 * known else "for others it does as well"
