"""The English of reasons, for page, report, command line and JSON. Nothing reads it back: code reads codes."""

import math
from collections.abc import Callable, Mapping

from forensics.reasons import Reason, ReasonCode

Numbers = Mapping[str, float]


def score_text(fake_score: float) -> str:
    """Three digits, and never a certainty: a score that would round to 1.000 is > 0.999."""
    if fake_score >= 0.9995:
        return "> 0.999"
    return "< 0.001" if fake_score < 0.0005 else f"{fake_score:.3f}"


def percent(share: float) -> str:
    """Three significant digits, as many as a promised rate has: 2 %, 12.5 %."""
    return f"{100 * share:.3g} %"


def sentence(reason: Reason) -> str:
    """The reason in one sentence."""
    return SENTENCES[reason.code](reason.numbers, reason.because)


def _unfit(words: str) -> Callable[[Numbers, Reason | None], str]:
    return lambda numbers, _: f"The face {words.format(**numbers)}; nothing can be said of it."


def _reaches(numbers: Numbers, _: Reason | None) -> str:
    # Over all sources together a bound stays under what is stated; above it is that of the worst source.
    whose = "the worst source" if numbers["bound"] > numbers["stated"] else "all sources"
    promise = _promised(numbers, f"of the untouched calibration faces of {whose} reach")
    return (
        f"The score {score_text(numbers['score'])} reaches {numbers['threshold']:.3f}, the threshold for signs of "
        f"manipulation{promise}."
    )


def _within(numbers: Numbers, _: Reason | None) -> str:
    promise = _promised(numbers, "of the forged faces of kinds that the detector knows stay under")
    return (
        f"The score {score_text(numbers['score'])} is at most {numbers['threshold']:.3f}, the threshold for no signs "
        f"found{promise}; forgeries of other kinds stay under it more often."
    )


def _promised(numbers: Numbers, which: str) -> str:
    if math.isnan(numbers["stated"]):
        return ""
    bound = percent(float(f"{numbers['bound']:.2g}"))
    return f", which some {percent(numbers['stated'])} {which} (with 95 % confidence no more than {bound})"


def _between(numbers: Numbers, _: Reason | None) -> str:
    between = f"{numbers['no_signs']:.3f} and {numbers['signs']:.3f}"
    return f"The score {score_text(numbers['score'])} lies between the thresholds {between}."


def _stretch(numbers: Numbers) -> str:
    where = f"from {numbers['start']:.1f} s to {numbers['end']:.1f} s"
    count = f"{numbers['sightings']} sightings"
    subject = f"All {count} together" if numbers["everything"] else f"The {count} {where}, the strongest stretch,"
    interval = f"{score_text(numbers['low'])} to {score_text(numbers['high'])}"
    return f"{subject} score {score_text(numbers['score'])} (95 % interval {interval})"


def _stretch_reaches(numbers: Numbers, _: Reason | None) -> str:
    return (
        f"{_stretch(numbers)}; its lower end reaches {numbers['threshold']:.3f}, the limit for signs of manipulation."
    )


def _stretch_within(numbers: Numbers, _: Reason | None) -> str:
    return (
        f"{_stretch(numbers)}; its upper end is at most {numbers['threshold']:.3f}, the limit for no signs found of "
        "kinds that the detector knows."
    )


def _stretch_between(numbers: Numbers, _: Reason | None) -> str:
    between = f"{numbers['no_signs']:.3f} and {numbers['signs']:.3f}"
    return f"{_stretch(numbers)}; the limits {between} leave that open."


def _few_frames(numbers: Numbers, because: Reason | None) -> str:
    looked = "A single frame was" if numbers["frames"] == 1 else f"Only {numbers['frames']} frames were"
    said = "." if because is None else f": {sentence(because)}"
    return f"{looked} looked at, too few for an interval; the median frame is judged as a photograph would be{said}"


def _few_sightings(numbers: Numbers, because: Reason | None) -> str:
    seen = numbers["sightings"]
    said = (
        f"Seen in {seen} frame{'s' * (seen > 1)}, evaluated in {numbers['evaluated']}; a person is judged from "
        f"{numbers['least']} on."
    )
    return said if because is None else f"{said} Most often: {sentence(because)}"


def _strongest_person(numbers: Numbers, because: Reason | None) -> str:
    said = f"Person {numbers['person']}: {'' if because is None else sentence(because)}"
    left = numbers["not_evaluated"]
    if not 0 < left < numbers["persons"]:
        return said
    return f"{said} {left} of {numbers['persons']} persons could not be evaluated."


SENTENCES: Mapping[ReasonCode, Callable[[Numbers, Reason | None], str]] = {
    ReasonCode.FACE_TOO_SMALL: lambda n, _: (
        f"The face is {n['pixels']} pixels on its shorter side; under {n['least']} nothing can be said."
    ),
    ReasonCode.FACE_CUT_OFF: lambda n, _: (
        f"The face is cut off by the border of the picture: {n['points']} of its five points lie beyond it."
    ),
    ReasonCode.TOO_COMPRESSED: _unfit("is too strongly compressed: its blocks hide finer traces"),
    ReasonCode.MOSTLY_COVERED: lambda n, _: (
        f"The face is mostly covered: {100 * n['share']:.0f} % of it is plain or clipped; nothing can be said of it."
    ),
    ReasonCode.TOO_DARK: _unfit("is darker than those the detector was calibrated on"),
    ReasonCode.TOO_BRIGHT: _unfit("is brighter than those the detector was calibrated on"),
    ReasonCode.TOO_LITTLE_CONTRAST: _unfit("has less contrast than those the detector was calibrated on"),
    ReasonCode.TOO_MUCH_CONTRAST: _unfit("has more contrast than those the detector was calibrated on"),
    ReasonCode.TOO_BLURRED: _unfit("is too blurred, or was enlarged from a much smaller picture"),
    ReasonCode.TOO_GRAINY: _unfit("is grainier than those the detector was calibrated on"),
    ReasonCode.SCORE_REACHES_SIGNS: _reaches,
    ReasonCode.SCORE_WITHIN_NO_SIGNS: _within,
    ReasonCode.SCORE_BETWEEN: _between,
    ReasonCode.STRETCH_REACHES_SIGNS: _stretch_reaches,
    ReasonCode.STRETCH_WITHIN_NO_SIGNS: _stretch_within,
    ReasonCode.STRETCH_BETWEEN: _stretch_between,
    ReasonCode.FEW_FRAMES: _few_frames,
    ReasonCode.FEW_SIGHTINGS: _few_sightings,
    ReasonCode.NOBODY_FOLLOWED: lambda n, _: f"No face was followed in the {n['frames']} frames that were looked at.",
    ReasonCode.STRONGEST_PERSON: _strongest_person,
}
