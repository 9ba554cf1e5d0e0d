"""Why a decision is what it is: a code with its numbers. The words for it are made in forensics/wording.py."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from forensics.checks import check


class ReasonCode(StrEnum):
    """Every reason for a decision. What it is called here is what JSON and records call it."""

    FACE_TOO_SMALL = "face_too_small"
    FACE_CUT_OFF = "face_cut_off"
    TOO_COMPRESSED = "too_compressed"
    MOSTLY_COVERED = "mostly_covered"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    TOO_LITTLE_CONTRAST = "too_little_contrast"
    TOO_MUCH_CONTRAST = "too_much_contrast"
    TOO_BLURRED = "too_blurred"
    TOO_GRAINY = "too_grainy"

    SCORE_REACHES_SIGNS = "score_reaches_signs"
    SCORE_WITHIN_NO_SIGNS = "score_within_no_signs"
    SCORE_BETWEEN = "score_between"

    STRETCH_REACHES_SIGNS = "stretch_reaches_signs"
    STRETCH_WITHIN_NO_SIGNS = "stretch_within_no_signs"
    STRETCH_BETWEEN = "stretch_between"
    FEW_FRAMES = "few_frames"
    FEW_SIGHTINGS = "few_sightings"
    NOBODY_FOLLOWED = "nobody_followed"
    STRONGEST_PERSON = "strongest_person"


_GATE: Mapping[str, type] = {}
_SCORE: Mapping[str, type] = {"score": float, "threshold": float, "stated": float, "bound": float}
_STRETCH: Mapping[str, type] = {
    **{"score": float, "low": float, "high": float, "sightings": int, "start": float, "end": float},
    "everything": bool,
}

PARAMETERS: Mapping[ReasonCode, Mapping[str, type]] = {
    ReasonCode.FACE_TOO_SMALL: {"pixels": int, "least": int},
    ReasonCode.FACE_CUT_OFF: {"points": int},
    ReasonCode.TOO_COMPRESSED: _GATE,
    ReasonCode.MOSTLY_COVERED: {"share": float},
    ReasonCode.TOO_DARK: _GATE,
    ReasonCode.TOO_BRIGHT: _GATE,
    ReasonCode.TOO_LITTLE_CONTRAST: _GATE,
    ReasonCode.TOO_MUCH_CONTRAST: _GATE,
    ReasonCode.TOO_BLURRED: _GATE,
    ReasonCode.TOO_GRAINY: _GATE,
    ReasonCode.SCORE_REACHES_SIGNS: _SCORE,
    ReasonCode.SCORE_WITHIN_NO_SIGNS: _SCORE,
    ReasonCode.SCORE_BETWEEN: {"score": float, "no_signs": float, "signs": float},
    ReasonCode.STRETCH_REACHES_SIGNS: {**_STRETCH, "threshold": float},
    ReasonCode.STRETCH_WITHIN_NO_SIGNS: {**_STRETCH, "threshold": float},
    ReasonCode.STRETCH_BETWEEN: {**_STRETCH, "no_signs": float, "signs": float},
    ReasonCode.FEW_FRAMES: {"frames": int},
    ReasonCode.FEW_SIGHTINGS: {"sightings": int, "evaluated": int, "least": int},
    ReasonCode.NOBODY_FOLLOWED: {"frames": int},
    ReasonCode.STRONGEST_PERSON: {"person": int, "persons": int, "not_evaluated": int},
}
"""What each reason is given with. `stated` is a promised share and `bound` the upper end of its 95 % interval, NaN
where nothing is promised."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A code with its numbers, as PARAMETERS names them.

    because: a further reason inside this one: of FEW_FRAMES and STRONGEST_PERSON the decision taken over, of
    FEW_SIGHTINGS the commonest one of the sightings that were not evaluated, where there are any.
    """

    code: ReasonCode
    numbers: Mapping[str, float] = field(default_factory=dict)
    because: "Reason | None" = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", ReasonCode(self.code))
        wanted = PARAMETERS[self.code]
        check(self.numbers.keys() == wanted.keys(), f"{self.code} wants {sorted(wanted)}, got {sorted(self.numbers)}")
        numbers = {name: _plain(wanted[name](self.numbers[name])) for name in wanted}
        object.__setattr__(self, "numbers", MappingProxyType(numbers))

    def __hash__(self) -> int:
        return hash((self.code, tuple(self.numbers.items()), self.because))


def _plain(value: float) -> float:
    """The one NaN, which equals itself inside a mapping: two reasons that promise nothing are the same reason."""
    return math.nan if isinstance(value, float) and math.isnan(value) else value


def reason_to_dict(reason: Reason) -> dict:
    """Plain JSON values; NaN where nothing is promised becomes null."""
    numbers = {name: None if value != value else value for name, value in reason.numbers.items()}  # noqa: PLR0124, NaN
    inner = None if reason.because is None else reason_to_dict(reason.because)
    return {"code": reason.code.value, "numbers": numbers, "because": inner}


def reason_from_dict(values: Mapping) -> Reason:
    """What `reason_to_dict` made. Raises KeyError, TypeError or ValueError where the values are no reason."""
    numbers = {name: float("nan") if value is None else value for name, value in values["numbers"].items()}
    inner = None if values["because"] is None else reason_from_dict(values["because"])
    return Reason(values["code"], numbers, inner)
