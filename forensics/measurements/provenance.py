"""Whose a detector is, and whether what its card claims was measured on this installation.

A card is a text file that anybody can write. What this installation measured of a detector is therefore noted outside
of it, by the SHA-256 of the weights, in `detectors/measured-here` of the user's folder. A card that was brought or
changed has no such note.
"""

import hashlib
import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from forensics.io.atomic_write import atomic_write
from forensics.io.serialization import SerializationError, json_values
from forensics.io.user_data import detectors_folder
from forensics.messages.catalogue import text
from forensics.types.model_card import DetectorCard, Measurement, card_to_dict, read_card

SHIPPED = ("telltale", "btas2019")
"""Detectors that come with Telltale; no detector of a user can have their names."""


class Provenance(StrEnum):
    """Published: documents hold it as it is written here."""

    SHIPPED = "shipped"
    MEASURED = "made by a user, measured here"
    """Figures, thresholds and ratio are those that fine-tuning on this installation came to."""
    FIGURES_MEASURED = "made by a user, figures measured here"
    """Its figures are, and the rest is as its card says."""
    UNVERIFIED = "made by a user, figures not verified here"


def provenance(card: DetectorCard) -> Provenance:
    """As far as this installation knows."""
    if card.name in SHIPPED:
        return Provenance.SHIPPED
    noted = _notes().get(card.weights_sha256, [])
    if not card.figures or not all(_digest_of_figure(figure) in noted for figure in card.figures):
        return Provenance.UNVERIFIED
    return Provenance.MEASURED if _digest_of_rest(card) in noted else Provenance.FIGURES_MEASURED


def provenance_note(card: DetectorCard) -> str:
    """The same as words; empty for a detector that is shipped."""
    found = provenance(card)
    return "" if found is Provenance.SHIPPED else text("detector-provenance", provenance=found.name.lower())


def with_provenance_note(words: str, card: DetectorCard) -> str:
    """Words that name a detector, with the note behind them where there is one."""
    note = provenance_note(card)
    return f"{words} ({note})" if note else words


def note_measured(card_file: Path, figures: Sequence[Measurement], *, whole: bool) -> None:
    """These figures on a user's card were measured here; whole: all else on the card came of it, too.

    card_file: read again, since numbers are noted as they are read. Raises OSError, DetectorError.
    """
    card = read_card(card_file)
    if card.name in SHIPPED:
        return
    names = {(figure.name, figure.data, figure.command) for figure in figures}
    measured = [figure for figure in card.figures if (figure.name, figure.data, figure.command) in names]
    new = [*map(_digest_of_figure, measured), *([_digest_of_rest(card)] if whole else [])]
    notes = _notes()
    notes[card.weights_sha256] = sorted({*notes.get(card.weights_sha256, []), *new})
    detectors_folder().mkdir(parents=True, exist_ok=True)
    atomic_write(_notes_file(), json.dumps(notes, indent=1) + "\n")


def _notes_file() -> Path:
    return detectors_folder() / "measured-here"  # no card: these end with .json


def _notes() -> dict[str, list[str]]:
    """What was noted, by the SHA-256 of the weights; nothing where the file is missing or damaged."""
    try:
        found = json_values(_notes_file().read_bytes())
    except (OSError, SerializationError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: [*filter(_is_text, noted)] for name, noted in found.items() if isinstance(noted, list)}


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _digest_of_figure(figure: Measurement) -> str:
    named = [figure.name, figure.value, figure.low, figure.high, figure.n, figure.data, figure.command]
    return _digest(named)


def _digest_of_rest(card: DetectorCard) -> str:
    return _digest({name: value for name, value in card_to_dict(card).items() if name != "figures"})


def _digest(values: Any) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
