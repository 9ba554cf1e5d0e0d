"""A detector's card: who it is, what it was trained on, how well it was measured to do, what it cannot do.

The card is a JSON file beside the weights. Nothing about a detector that can change with a training is written in code.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from forensics.error_codes import DetectorCode
from forensics.errors import DetectorError
from forensics.io.atomic_write import atomic_write
from forensics.io.serialization import encode_hook, from_builtins, json_values
from forensics.types import card_checks
from forensics.types.evidence import Calibration, ErrorRateBound, Evidence, PersonEvidence
from forensics.validation import require

MAX_INPUT_SIZE = 4096
"""Side of a network's square, in pixels: no card asks for memory that no picture needs."""


MAX_REASON = 300
"""Characters of what is said of a damaged card; what came may be long."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """A measured number with its 95 % confidence interval, sample size and the command that measures it.

    value: NaN where it could not be measured, which JSON has no number for and keeps as null.
    """

    name: str
    value: float | None
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
    false_alarms: ErrorRateBound | None = None
    """Share of untouched faces at or above `signs`; None where nothing is promised."""
    misses: ErrorRateBound | None = None
    """Share of manipulated faces at or below `no_signs`; None where nothing is promised."""

    def __post_init__(self) -> None:
        require(
            0 <= self.no_signs < self.signs <= 1, f"want 0 ≤ no_signs < signs ≤ 1, got {self.no_signs}, {self.signs}"
        )


class Interval(NamedTuple):
    """What a measure may be, both ends included."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class QualityGate:
    """The ranges outside of which a face gets no number; forensics/decision/quality_gate.py says how each is
    measured.
    """

    sharpness: Interval
    blockiness: Interval
    covered: Interval
    brightness: Interval
    contrast: Interval
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
    figures: tuple[Measurement, ...]
    known_limits: tuple[str, ...]
    gate: QualityGate | None = None
    """None: only the size of a face is looked at."""
    evidence: Evidence | None = None
    """None: the ratio is known for the kinds that the network was trained on alone."""
    persons: PersonEvidence | None = None
    """None: a person in a video is judged as a photograph's face of the stretch's score would be."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "training", MappingProxyType(dict(self.training)))
        require(0 < self.input_size <= MAX_INPUT_SIZE, f"input_size must be 1 to {MAX_INPUT_SIZE}")


def card_to_dict(card: DetectorCard) -> dict[str, Any]:
    """The card as plain JSON values; `card_from_dict` reads it back without loss."""
    return msgspec.to_builtins(card, enc_hook=encode_hook)


def card_from_dict(values: dict[str, Any]) -> DetectorCard:
    """Raises SerializationError where the values are not a card, of this version or an earlier one."""
    return from_builtins(values, DetectorCard)


def read_card(path: Path) -> DetectorCard:
    """Raises DetectorError (code `damaged_card`) where the file is missing or is not a card that can be used."""
    try:
        with path.open("rb") as file:
            content = file.read(card_checks.MAX_BYTES + 1)
        require(len(content) <= card_checks.MAX_BYTES, f"a card has at most {card_checks.MAX_BYTES} bytes")
        card = card_from_dict(json_values(content))
        card_checks.check_card(card, card_to_dict(card))
    except (OSError, ValueError) as error:
        reason = str(error)[:MAX_REASON]
        raise DetectorError(DetectorCode.DAMAGED_CARD, file=path.name, reason=reason) from error
    return card


def write_card(card: DetectorCard, path: Path) -> None:
    """Raises OSError; the card that was there is then as it was."""
    atomic_write(path, json.dumps(card_to_dict(card), indent=2, ensure_ascii=False) + "\n")
