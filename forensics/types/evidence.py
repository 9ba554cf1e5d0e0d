"""What a card knows of the worth of its scores: ratios, promised rates, how sources and states of pictures differ.

How it is fitted: forensics/fitting/ and forensics/training/calibration_fit.py.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from forensics.validation import present, require


@dataclass(frozen=True, slots=True)
class ErrorRateBound:
    """An error rate that a threshold was set for, in [0, 1].

    bound: upper end of the 95 % Clopper-Pearson interval of the rate on the n calibration faces of that class, where
    `source` is named on those of the source with the highest rate.
    """

    stated: float
    bound: float
    n: int
    source: str = ""

    def __post_init__(self) -> None:
        require(0 <= self.bound <= 1 and 0 <= self.stated <= 1, f"want shares, got {self.bound}, {self.stated}")
        require(bool(self.source) or self.bound <= self.stated, f"want bound ≤ stated, got {self.bound}, {self.stated}")


@dataclass(frozen=True, slots=True)
class Calibration:
    """log10 likelihood ratio = slope · logit(fake_score) + intercept, held within log10_floor to log10_limit."""

    slope: float
    intercept: float
    log10_limit: float
    n_real: int
    n_fake: int
    data: str
    log10_floor: float | None = None
    """At birth None for −log10_limit; afterwards always a number."""

    def __post_init__(self) -> None:
        if self.log10_floor is None:
            object.__setattr__(self, "log10_floor", -self.log10_limit)
        bounds = (present(self.log10_floor), self.log10_limit)
        line = (self.slope, self.intercept, *bounds)
        require(all(map(math.isfinite, line)), f"want finite numbers, got {line}")
        require(bounds[0] <= 0 <= bounds[1], f"want log10_floor ≤ 0 ≤ log10_limit, got {bounds[0]}, {bounds[1]}")


@dataclass(frozen=True, slots=True)
class SourceSpread:
    """How the logits of untouched faces scatter, from which a few faces of one source tell what is usual there.

    mean, between: of the sources' means, and their standard deviation. within: standard deviation of the faces of one
    source. faces: as how many faces of its own the common `within` counts beside those of a source.
    """

    mean: float
    between: float
    within: float
    faces: float

    def __post_init__(self) -> None:
        require(min(self.between, self.within, self.faces) > 0, "spreads and their weight must be positive")


@dataclass(frozen=True, slots=True)
class StateLimit:
    """What holds for pictures in one state of forensics/decision/image_quality.py.

    offset: how much higher, in logits, a face of such a picture must score to mean the same; at least 0. false_alarms:
    what the threshold for signs, so raised, does in this state.
    """

    offset: float
    false_alarms: ErrorRateBound


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a score is worth where the forgery may be of a kind that the network does not know.

    ratio: fitted on forged faces of `kinds` that the scoring network was not trained on, each with the same weight, and
    on untouched faces of `sources`, each with the same weight; its floor is what the hardest kind supports, `hardest`.
    untouched: (logit, share of untouched faces that score at least so high), logits rising. states: by the name of a
    picture's state. masks: (mask share, share of untouched faces whose mask covers at least
    so much of the crop), shares rising.
    """

    ratio: Calibration
    kinds: tuple[str, ...]
    hardest: str
    sources: tuple[str, ...]
    untouched: tuple[tuple[float, float], ...]
    spread: SourceSpread
    states: Mapping[str, StateLimit]
    masks: tuple[tuple[float, float], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "states", MappingProxyType(dict(self.states)))
        for name in ("untouched", "masks"):
            knots = getattr(self, name)
            rising = all(a[0] < b[0] and a[1] >= b[1] for a, b in pairwise(knots))
            require(rising, f"{name}: places must rise and shares must not")


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """The same for a person in a video, fitted on whole clips: frames of one person are no independent cases.

    ratio, known: of kinds that the network may not know, and of those it was trained on; over the lower end of the
    interval of the strongest stretch. signs: what that lower end must reach; false_alarms: what this promises, None
    where nothing is. no_signs: what the upper end must not pass. untouched: as in `Evidence`, of lower ends.
    real_clips: how many of the untouched ones are real films; the others are photographs set in motion.
    """

    ratio: Calibration
    known: Calibration
    signs: float
    no_signs: float
    false_alarms: ErrorRateBound | None
    untouched: tuple[tuple[float, float], ...]
    kinds: tuple[str, ...]
    hardest: str
    real_clips: int
