"""Which figures a fit moved: those of the card and of all result files, before and after."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from forensics.benchmark import results
from forensics.card import DetectorCard, card_to_dict, read_card
from forensics.detectors import folder_of
from forensics.writing import atomic_write

SMALLEST_MOVE = 5e-4
"""What is printed with three digits after the point has not moved by less."""


def digest_of(card: DetectorCard) -> str:
    """Tells cards apart by all but their figures."""
    values = {name: value for name, value in card_to_dict(card).items() if name != "figures"}
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All figures of a detector. values: by name and data."""

    values: dict[tuple[str, str], float]

    @classmethod
    def now(cls, name: str) -> "Snapshot":
        """As they stand on the card and in the result files."""
        card = read_card(folder_of(name) / f"{name}.json")
        files = sorted(path.stem for path in results.RESULTS_FOLDER.glob("*.json"))
        figures = [*card.figures, *(figure for file in files for figure in results.read(file))]
        limits = card.thresholds
        values = {("threshold for signs", "card"): limits.signs, ("threshold for no signs", "card"): limits.no_signs}
        return cls(values | {(figure.name, figure.data): figure.value for figure in figures})

    @classmethod
    def kept(cls, path: Path, name: str) -> "Snapshot":
        """That of the first run of a fit, which a broken and resumed one is compared with."""
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            rows = [[*key, value] for key, value in cls.now(name).values.items()]
            atomic_write(path, json.dumps(rows, ensure_ascii=False))
        rows = json.loads(path.read_text(encoding="utf-8"))
        return cls({(figure, data): value for figure, data, value in rows})


def report(before: Snapshot, after: Snapshot) -> str:
    """A Markdown table of what moved, what is new and what went, in the order of the names."""
    lines = ["| figure | data | before | after |", "|---|---|---|---|"]
    for key in sorted(before.values.keys() | after.values.keys()):
        old, new = before.values.get(key), after.values.get(key)
        if old is None or new is None or abs(old - new) >= SMALLEST_MOVE:
            lines.append(f"| {key[0]} | {key[1]} | {_text(old)} | {_text(new)} |")
    return "\n".join(lines) + "\n"


def _text(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"
