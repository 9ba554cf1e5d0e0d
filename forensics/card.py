"""A detector's card: who it is, what it was trained on, how well it was measured to do, what it cannot do.

The card is a JSON file beside the weights. Nothing about a detector that can change with a training is written in code.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from forensics.checks import check
from forensics.errors import DetectorError


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number with its 95 % confidence interval, sample size and the command that measures it."""

    name: str
    value: float
    low: float | None
    high: float | None
    n: int
    data: str
    command: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An error rate that a threshold was set for, in [0, 1].

    bound: upper end of the 95 % Clopper-Pearson interval of the rate on the n calibration faces of that class, where
    `source` is named on those of the source with the highest rate.
    """

    stated: float
    bound: float
    n: int
    source: str = ""

    def __post_init__(self) -> None:
        check(0 <= self.bound <= 1 and 0 <= self.stated <= 1, f"want shares, got {self.bound}, {self.stated}")
        check(bool(self.source) or self.bound <= self.stated, f"want bound ≤ stated, got {self.bound}, {self.stated}")


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Scores at or above `signs` are called signs of manipulation, at or below `no_signs` no signs found."""

    signs: float
    no_signs: float
    smallest_face: int
    """Shorter side of the face box, in pixels, under which a face is not evaluated."""
    false_alarms: Promise | None = None
    """Share of untouched faces at or above `signs`; None where nothing is promised."""
    misses: Promise | None = None
    """Share of manipulated faces at or below `no_signs`; None where nothing is promised."""

    def __post_init__(self) -> None:
        check(0 <= self.no_signs < self.signs <= 1, f"want 0 ≤ no_signs < signs ≤ 1, got {self.no_signs}, {self.signs}")


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
        bounds = (self.log10_floor, self.log10_limit)
        check(bounds[0] <= 0 <= bounds[1], f"want log10_floor ≤ 0 ≤ log10_limit, got {bounds[0]}, {bounds[1]}")


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
        check(min(self.between, self.within, self.faces) > 0, "spreads and their weight must be positive")


@dataclass(frozen=True, slots=True)
class StateLimit:
    """What holds for pictures in one state of forensics/quality.py.

    offset: how much higher, in logits, a face of such a picture must score to mean the same; at least 0. false_alarms:
    what the threshold for signs, so raised, does in this state.
    """

    offset: float
    false_alarms: Promise


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
            check(rising, f"{name}: places must rise and shares must not")


@dataclass(frozen=True, slots=True)
class PersonEvidence:
    """The same for a person in a video, fitted on whole clips: frames of one person are no independent cases.

    ratio, known: of kinds that the network may not know, and of those it was trained on; over the lower end of the
    interval of the strongest stretch. signs: what that lower end must reach, and what this promises. no_signs: what the
    upper end must not pass. untouched: as in `Evidence`, of lower ends. real_clips: how many of the untouched ones are
    real films; the others are photographs set in motion.
    """

    ratio: Calibration
    known: Calibration
    signs: float
    no_signs: float
    false_alarms: Promise
    untouched: tuple[tuple[float, float], ...]
    kinds: tuple[str, ...]
    hardest: str
    real_clips: int


class Range(NamedTuple):
    """What a measure may be, both ends included."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Gate:
    """The ranges outside of which a face gets no number; forensics/gate.py says how each is measured."""

    sharpness: Range
    blockiness: Range
    covered: Range
    brightness: Range
    contrast: Range
    n: int
    """Faces the ranges were fitted on."""


@dataclass(frozen=True, slots=True)
class DetectorCard:
    """Who a detector is: what it was trained on, how well it was measured to do, what it cannot do."""

    name: str
    version: str
    title: str
    architecture: str
    weights_sha256: str
    licence: str
    papers: tuple[str, ...]
    training_data: tuple[str, ...]
    training: Mapping[str, str]
    """Seed, configuration and hashes of the data, as text."""
    input_size: int
    thresholds: Thresholds
    calibration: Calibration
    figures: tuple[Figure, ...]
    known_limits: tuple[str, ...]
    gate: Gate | None = None
    """None: only the size of a face is looked at."""
    evidence: Evidence | None = None
    """None: the ratio is known for the kinds that the network was trained on alone."""
    persons: PersonEvidence | None = None
    """None: a person in a video is judged as a photograph's face of the stretch's score would be."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "training", MappingProxyType(dict(self.training)))
        check(self.input_size > 0, f"input_size must be positive, got {self.input_size}")


def card_to_dict(card: DetectorCard) -> dict:
    """The card as plain JSON values; `card_from_dict` reads it back without loss."""
    nested = {
        "training": dict(card.training),
        "thresholds": asdict(card.thresholds),
        "calibration": asdict(card.calibration),
        "figures": [asdict(figure) for figure in card.figures],
        "gate": None if card.gate is None else asdict(card.gate),
        "evidence": None if card.evidence is None else _flat(card.evidence),
        "persons": None if card.persons is None else _flat(card.persons),
    }
    return {field.name: getattr(card, field.name) for field in fields(card)} | nested


def _flat(values: Evidence | PersonEvidence) -> dict:
    """Plain values, one level of named tables inside."""
    flat = {field.name: getattr(values, field.name) for field in fields(values)}
    tables = {
        name: asdict(value) for name, value in flat.items() if isinstance(value, (Calibration, SourceSpread, Promise))
    }
    if isinstance(values, Evidence):
        tables["states"] = {state: asdict(limit) for state, limit in values.states.items()}
    return flat | tables


def card_from_dict(values: dict) -> DetectorCard:
    """Raises KeyError, TypeError or ValueError where the values are not a card."""
    return DetectorCard(
        **values
        | {
            "papers": tuple(values["papers"]),
            "training_data": tuple(values["training_data"]),
            "thresholds": _thresholds(values["thresholds"]),
            "calibration": Calibration(**values["calibration"]),
            "figures": tuple(Figure(**figure) for figure in values["figures"]),
            "known_limits": tuple(values["known_limits"]),
            "gate": _gate(values.get("gate")),
            "evidence": _evidence(values.get("evidence")),
            "persons": _persons(values.get("persons")),
        }
    )


def _thresholds(values: dict) -> Thresholds:
    promises = {key: Promise(**values[key]) for key in ("false_alarms", "misses") if values.get(key) is not None}
    return Thresholds(**values | promises)


def _knots(values: list) -> tuple[tuple[float, float], ...]:
    return tuple((float(place), float(share)) for place, share in values)


def _evidence(values: dict | None) -> Evidence | None:
    if values is None:
        return None
    read = {
        "ratio": Calibration(**values["ratio"]),
        "kinds": tuple(values["kinds"]),
        "sources": tuple(values["sources"]),
        "untouched": _knots(values["untouched"]),
        "spread": SourceSpread(**values["spread"]),
        "states": {state: _state_limit(limit) for state, limit in values["states"].items()},
        "masks": _knots(values["masks"]),
    }
    return Evidence(**values | read)


def _state_limit(values: dict) -> StateLimit:
    return StateLimit(values["offset"], Promise(**values["false_alarms"]))


def _persons(values: dict | None) -> PersonEvidence | None:
    if values is None:
        return None
    read = {
        "ratio": Calibration(**values["ratio"]),
        "known": Calibration(**values["known"]),
        "false_alarms": Promise(**values["false_alarms"]),
        "untouched": _knots(values["untouched"]),
        "kinds": tuple(values["kinds"]),
    }
    return PersonEvidence(**values | read)


def _gate(values: dict | None) -> Gate | None:
    if values is None:
        return None
    return Gate(**{key: Range(*value) if isinstance(value, list | tuple) else value for key, value in values.items()})


def read_card(path: Path) -> DetectorCard:
    """Raises DetectorError (code `damaged_card`) where the file is missing or is not a card."""
    try:
        return card_from_dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DetectorError(
            f"The detector's card {path.name} is missing or damaged ({error}); restore it.",
            code="damaged_card",
        ) from error


def write_card(card: DetectorCard, path: Path) -> None:
    path.write_text(json.dumps(card_to_dict(card), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
