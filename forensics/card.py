"""A detector's card: who it is, what it was trained on, how well it was measured to do, what it cannot do.

The card is a JSON file beside the weights. Nothing about a detector that can change with a training is written in code.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from forensics.checks import check
from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.evidence import (
    Calibration,
    Evidence,
    PersonEvidence,
    Promise,
    evidence_from_dict,
    evidence_to_dict,
    persons_from_dict,
)
from forensics.writing import atomic_write


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
        "evidence": None if card.evidence is None else evidence_to_dict(card.evidence),
        "persons": None if card.persons is None else evidence_to_dict(card.persons),
    }
    return {field.name: getattr(card, field.name) for field in fields(card)} | nested


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
            "evidence": evidence_from_dict(values.get("evidence")),
            "persons": persons_from_dict(values.get("persons")),
        }
    )


def _thresholds(values: dict) -> Thresholds:
    promises = {key: Promise(**values[key]) for key in ("false_alarms", "misses") if values.get(key) is not None}
    return Thresholds(**values | promises)


def _gate(values: dict | None) -> Gate | None:
    if values is None:
        return None
    return Gate(**{key: Range(*value) if isinstance(value, list | tuple) else value for key, value in values.items()})


def read_card(path: Path) -> DetectorCard:
    """Raises DetectorError (code `damaged_card`) where the file is missing or is not a card."""
    try:
        return card_from_dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise DetectorError(DetectorCode.DAMAGED_CARD, file=path.name, reason=str(error)) from error


def write_card(card: DetectorCard, path: Path) -> None:
    """Raises OSError; the card that was there is then as it was."""
    atomic_write(path, json.dumps(card_to_dict(card), indent=2, ensure_ascii=False) + "\n")
