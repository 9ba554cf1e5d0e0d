"""The words that belong to the printed report as a whole: verdicts with their symbols, and what all of it means."""

import math

from forensics.decision.strength_wording import SUPPORT_GRADES, VERDICTS, bounds_parameters, leaning_label
from forensics.decision.strength_wording import verdict_label as plain_words
from forensics.messages.catalogue import format_list, text
from forensics.types.analysis import Decision, Verdict
from forensics.types.model_card import Calibration, DetectorCard, Evidence, PersonEvidence, Thresholds

SYMBOLS: dict[Verdict, str] = {
    Verdict.SIGNS: "▲",
    Verdict.INCONCLUSIVE: "◆",
    Verdict.NO_SIGNS: "●",
    Verdict.NOT_EVALUATED: "○",
}

MEASURES = ("score", "mask", "reconstruction", "confidence", "scored-again", "family", "crop")
"""What is explained beside verdicts and ratios, as its messages call it."""


def symbol_and_label(verdict: Verdict) -> str:
    """ "◆ inconclusive"."""
    return f"{SYMBOLS[verdict]} {plain_words(verdict)}"


def verdict_cell(decision: Decision, card: DetectorCard) -> str:
    """ "◆ inconclusive · leans towards manipulation, about 4 to 1". card: that judged it."""
    leaning = leaning_label(decision, card)
    verdict = symbol_and_label(decision.verdict)
    return f"{verdict} · {leaning}" if leaning else verdict


def meanings(card: DetectorCard) -> list[tuple[str, str]]:
    """What each word and number of the report means, for this detector."""
    measures = [_meaning(name, side=card.input_size) for name in MEASURES]
    return [*_verdicts(card.thresholds), *measures, *ratio_meanings(card)]


def _meaning(name: str, **parameters: str | float) -> tuple[str, str]:
    return text(f"pdf-meaning-{name}"), text(f"pdf-meaning-{name}-means", **parameters)


def _verdicts(limits: Thresholds) -> list[tuple[str, str]]:
    promise = limits.false_alarms
    given: dict[str, str | float] = {
        "signs": limits.signs,
        "no_signs": limits.no_signs,
        "smallest": limits.smallest_face,
        "bound": math.nan if promise is None else promise.bound,
        "faces": 0 if promise is None else promise.n,
        "source": (promise and promise.source) or "all",
    }
    rows = []
    for verdict, symbol in SYMBOLS.items():
        title, means = _meaning(VERDICTS[verdict].replace("_", "-"), **given)
        rows.append((f"{symbol} {title}", means))
    return rows


def ratio_meanings(card: DetectorCard) -> list[tuple[str, str]]:
    """What the ratios mean, and what each was fitted on."""
    rows = _unknown_and_known(card.evidence, card.calibration) if card.evidence else [_known_alone(card.calibration)]
    rows += [_persons(card.persons)] if card.persons else []
    return [*rows, _meaning("scale", scale=_scale())]


def _scale() -> str:
    grades = [
        text("pdf-scale-below", grade=grade.value, below=below)
        if below < math.inf
        else text("pdf-scale-above", grade=grade.value)
        for below, grade in SUPPORT_GRADES
    ]
    return format_list(grades, join="list-clause")


def _known_alone(calibration: Calibration) -> tuple[str, str]:
    means = text("pdf-meaning-known-alone-means", data=calibration.data, **_counted(calibration))
    return text("pdf-meaning-ratio"), means


def _unknown_and_known(evidence: Evidence, known: Calibration) -> list[tuple[str, str]]:
    return [
        _meaning(
            "ratio",
            kinds=format_list(evidence.kinds),
            sources=format_list(evidence.sources),
            hardest=evidence.hardest,
            **_counted(evidence.ratio),
        ),
        _meaning("known-ratio", data=known.data, **_counted(known)),
        _meaning("untouched"),
    ]


def _persons(persons: PersonEvidence) -> tuple[str, str]:
    given: dict[str, str | float] = {
        "kinds": format_list(persons.kinds),
        "hardest": persons.hardest,
        "films": persons.real_clips,
    }
    return _meaning("person-ratio", **given, **_counted(persons.ratio))


def _counted(calibration: Calibration) -> dict[str, str | float]:
    """From how many faces a ratio comes, and within what it is held."""
    return {
        "fake": calibration.n_fake,
        "real": calibration.n_real,
        "bounds": text("pdf-meaning-bounds", **bounds_parameters(calibration)),
    }
