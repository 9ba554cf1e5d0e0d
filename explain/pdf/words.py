"""The words of the printed report. "Real" is not among them: the network can only fail to find signs."""

import math

from forensics.card import Calibration, DetectorCard, Evidence, PersonEvidence, Promise, Thresholds
from forensics.messages.numbers import percent
from forensics.strength_words import SUPPORT, bounds_text, grade_words, leaning_words
from forensics.types import Decision, Verdict

SYMBOLS: dict[Verdict, str] = {
    "signs of manipulation": "▲",
    "inconclusive": "◆",
    "no signs found": "●",
    "not evaluated": "○",
}

CAUTION = (
    "This report supports an examiner; it does not replace one. A score is the answer of one trained network to "
    "traces in pixels. It does not say who made a picture, when, or why, and the absence of signs does not show that "
    "a picture is authentic. The likelihood ratio must be weighed together with all other findings of the case."
)


def verdict_words(decision: Decision, card: DetectorCard) -> str:
    """ "◆ inconclusive · leans towards manipulation, about 4 to 1". card: that judged it."""
    leaning = leaning_words(decision, card)
    verdict = f"{SYMBOLS[decision.verdict]} {decision.verdict}"
    return f"{verdict} · {leaning}" if leaning else verdict


def threshold_text(threshold: float) -> str:
    """As many digits as a score is printed with: 0.9, 0.676."""
    return f"{threshold:.3f}".rstrip("0").rstrip(".")


def meanings(card: DetectorCard) -> list[tuple[str, str]]:
    """What each word and number of the report means, for this detector."""
    return [*_verdicts(card.thresholds), *_measures(card), *ratio_meanings(card)]


def _verdicts(limits: Thresholds) -> list[tuple[str, str]]:
    signs, no_signs = threshold_text(limits.signs), threshold_text(limits.no_signs)
    return [
        (
            "▲ Signs of manipulation",
            f"The score is {signs} or more: the range that manipulated faces reach and untouched ones seldom do."
            f"{_promise(limits.false_alarms)} In worse pictures, and with reference pictures, threshold and bound are "
            "others: each finding states those that it was told by.",
        ),
        (
            "◆ Inconclusive",
            f"The score lies between {no_signs} and {signs}, where both kinds are found. Where such a score is "
            "at least twice as probable on one side, the answer leans to that side, and the ratio says how far; "
            "elsewhere it leans to neither.",
        ),
        (
            "● No signs found",
            f"The score is {no_signs} or less: the network found none of the traces of the kinds of forgery that it "
            "knows; a face forged in another way may score as low, and how much that weakens the answer is what the "
            "likelihood ratio for such kinds says, where it was measured.",
        ),
        (
            "○ Not evaluated",
            f"The face is smaller than {limits.smallest_face} pixels, or too blurred, too compressed, too much covered "
            "or otherwise unlike the faces of the calibration; its score has no meaning and must not be used.",
        ),
    ]


def _promise(promise: Promise | None) -> str:
    if promise is None:
        return ""
    of = f"of {promise.source}, the worst source," if promise.source else "of all sources together"
    return (
        f" With 95 % confidence no more than {percent(promise.bound)} of the {promise.n:,} untouched calibration faces "
        f"{of} reach it."
    )


def _measures(card: DetectorCard) -> list[tuple[str, str]]:
    return [
        (
            "Score",
            "The network's answer from 0 to 1, higher with manipulation. It is not a probability that the face is "
            "manipulated.",
        ),
        (
            "Mask",
            "For each pixel the probability that it was manipulated; outlined where it passes 0.5. The mask share is "
            "the part of the crop inside the outline.",
        ),
        (
            "Reconstruction and its error",
            "The crop as the network rebuilds it from what it kept, and the mean absolute "
            "difference from the crop (0 to 1). It shows how much of the face the network took in; alone it is no sign "
            "of manipulation.",
        ),
        (
            "Detector confidence",
            "How sure the face finder is that this is a face, 0 to 1. It says nothing about manipulation.",
        ),
        (
            "Scored again",
            "The same face after JPEG compression of quality 75 and 50, at half size, slightly blurred, and cut out a "
            "little beside its place, with the verdict's symbol for each; the spread is the highest less the lowest of "
            "all its scores. A face whose verdict hangs on such a change is weak evidence. The score and the verdict "
            "above are those of the picture as it came.",
        ),
        (
            "Looks most like",
            "The kind of forgery to which the network's second answer points, where it has one: a hint where to look, "
            "of kinds it was trained on only. It takes no part in the verdict.",
        ),
        ("Crop", f"The face with a margin, brought to {card.input_size} × {card.input_size} pixels for the network."),
    ]


def ratio_meanings(card: DetectorCard) -> list[tuple[str, str]]:
    """What the ratios mean, and what each was fitted on."""
    rows = _unknown_and_known(card.evidence, card.calibration) if card.evidence else [_known_alone(card.calibration)]
    rows += [("A person's ratio", _persons(card.persons))] if card.persons else []
    scale = "; ".join(
        f"{grade_words(grade)} below {below:,.0f}" if below < math.inf else f"{grade_words(grade)} from there on"
        for below, grade in SUPPORT
    )
    return [*rows, ("The ratio in words", f"After ENFSI 2015, the same in both directions: {scale}.")]


def _known_alone(calibration: Calibration) -> tuple[str, str]:
    return (
        "Likelihood ratio",
        f"How many times more often such a score came from a manipulated face than from an untouched one among the "
        f"{calibration.n_fake:,} manipulated and {calibration.n_real:,} untouched faces of the calibration set "
        f"({calibration.data}). It holds for the kinds of forgery that the detector was trained on; nothing was "
        f"measured on others, and against these a low score says nothing. {_bounds(calibration)}",
    )


def _unknown_and_known(evidence: Evidence, known: Calibration) -> list[tuple[str, str]]:
    ratio = evidence.ratio
    return [
        (
            "Likelihood ratio",
            "How many times more probable such a score is if the face was manipulated, by a method that the detector "
            f"may not know, than if it was not. Fitted on {ratio.n_fake:,} manipulated faces of kinds that the scoring "
            f"network was not trained on, each kind with the same weight ({', '.join(evidence.kinds)}), and on "
            f"{ratio.n_real:,} untouched faces, each source with the same weight ({', '.join(evidence.sources)}). "
            f"{_bounds(ratio)} How low it may fall is what the hardest kind supports: {evidence.hardest}.",
        ),
        (
            "… for kinds it knows",
            f"The same for the kinds of forgery that the detector was trained on: {known.n_fake:,} manipulated and "
            f"{known.n_real:,} untouched faces ({known.data}). It says nothing of other kinds. {_bounds(known)}",
        ),
        (
            "Untouched faces that score so high",
            "Share of the untouched faces of the calibration, each source with the same weight, whose score is at "
            "least that of the face.",
        ),
    ]


def _persons(persons: PersonEvidence) -> str:
    return (
        f"Fitted on whole clips: {persons.ratio.n_fake:,} manipulated ones of kinds that the detector may not know "
        f"({', '.join(persons.kinds)}; the hardest: {persons.hardest}) and {persons.ratio.n_real:,} untouched ones, of "
        f"which {persons.real_clips:,} are films and the others photographs set in motion. Frames of one person are no "
        "independent cases: each person counts once, by the lower end of the interval of the strongest stretch. "
        f"{_bounds(persons.ratio)}"
    )


def _bounds(calibration: Calibration) -> str:
    return f"Held within {bounds_text(calibration)}, which is all that so many cases can tell."
