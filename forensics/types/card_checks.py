"""What a card that somebody wrote must keep to, beside the types of its fields: else pages and reports stop over it."""

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from forensics.validation import require

if TYPE_CHECKING:
    from forensics.types.model_card import DetectorCard

MAX_BYTES = 4_000_000
"""Of the file: one that lists the hashes of thirty thousand pictures fits."""

MAX_TEXT = 5_000
"""Characters of a text; the longest that is shipped has 700. What is said of the training may be longer: hashes."""

MAX_SHORT_TEXT = 200
"""Of what stands on one line: name, version, title."""

MAX_ITEMS = 10_000
"""Of a list."""


def check_card(card: "DetectorCard", values: Mapping[str, Any]) -> None:
    """values: the card as plain JSON values. Raises ValueError where it is none that can be used."""
    for name in ("name", "version", "title"):
        require(len(values[name]) <= MAX_SHORT_TEXT, f"{name} must have at most {MAX_SHORT_TEXT} characters")
    for path, value in _leaves({name: value for name, value in values.items() if name != "training"}):
        _check_leaf(path, value)
    for figure in card.figures:
        ends = [end for end in (figure.low, figure.high) if end is not None and not math.isnan(end)]
        require(ends == sorted(ends), f"figures: want low ≤ high, got {figure.low}, {figure.high}")
    require(card.thresholds.smallest_face >= 0, f"want smallest_face ≥ 0, got {card.thresholds.smallest_face}")
    if card.gate is not None:
        for name in ("sharpness", "blockiness", "covered", "brightness", "contrast"):
            least, most = getattr(card.gate, name)
            require(least <= most, f"gate.{name}: want least ≤ most, got {least}, {most}")
    if card.evidence is not None:
        require(bool(card.evidence.untouched), "evidence.untouched must not be empty")
    if card.persons is not None:
        limits = card.persons.no_signs, card.persons.signs
        require(bool(card.persons.untouched), "persons.untouched must not be empty")
        require(0 <= limits[0] < limits[1] <= 1, f"persons: want 0 ≤ no_signs < signs ≤ 1, got {limits}")


def _check_leaf(path: tuple[str, ...], value: object) -> None:
    place = ".".join(path)
    if isinstance(value, str):
        require(len(value) <= MAX_TEXT, f"{place} must have at most {MAX_TEXT} characters")
    elif isinstance(value, float):
        unmeasured = path[0] == "figures" and math.isnan(value)
        require(math.isfinite(value) or unmeasured, f"{place} must be a finite number, got {value}")
    elif isinstance(value, int):
        counts = path[-1] == "n" or path[-1].startswith("n_") or path[-1] == "real_clips"
        require(value >= 0 or not counts, f"{place} counts something, got {value}")


def _leaves(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """What is no list and no dictionary, with the names that lead there. Raises ValueError for too long a list."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _leaves(part, (*path, name))
    elif isinstance(value, list | tuple):
        require(len(value) <= MAX_ITEMS, f"{'.'.join(path)} must have at most {MAX_ITEMS} entries")
        for part in value:
            yield from _leaves(part, path)
    else:
        yield path, value
