"""What a fit moved: the figures of the card and of all result files, and what is said of the samples."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from forensics.detectors.registry import weights_dir
from forensics.fitting import samples
from forensics.fitting.samples import SampleFinding
from forensics.io.atomic_write import atomic_write
from forensics.measurements import results
from forensics.types.model_card import DetectorCard, card_to_dict, read_card
from forensics.validation import present

MIN_CHANGE = 5e-4
"""What is printed with three digits after the point has not moved by less."""

COMPARED_FIELDS = ("verdict", "reason", "leaning", "spans", "fake_score", "likelihood_ratio")
"""What an analyst sees of a sample, in the order in which changes are listed."""


def card_digest(card: DetectorCard) -> str:
    """Tells cards apart by all but their figures."""
    values = {name: value for name, value in card_to_dict(card).items() if name != "figures"}
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was measured of a detector. values: figures by name and data. findings: of the samples."""

    values: dict[tuple[str, str], float]
    findings: tuple[SampleFinding, ...] = ()

    @classmethod
    def current(cls, name: str) -> "Snapshot":
        """As it stands on the card, in the result files and beside the samples."""
        card = read_card(weights_dir(name) / f"{name}.json")
        files = sorted(path.stem for path in results.RESULTS_FOLDER.glob("*.json"))
        findings = tuple(samples.read_findings(name))
        figures = [*card.figures, *(figure for file in files for figure in results.read_results(file))]
        figures += samples.sample_metrics(findings)
        limits = card.thresholds
        values = {("threshold for signs", "card"): limits.signs, ("threshold for no signs", "card"): limits.no_signs}
        return cls(values | {(figure.name, figure.data): present(figure.value) for figure in figures}, findings)

    @classmethod
    def saved(cls, path: Path, name: str) -> "Snapshot":
        """That of the first run of a fit, which a broken and resumed one is compared with."""
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            now = cls.current(name)
            figures = [[*key, value] for key, value in now.values.items()]
            kept = {"figures": figures, "samples": [asdict(one) for one in now.findings]}
            atomic_write(path, json.dumps(kept, ensure_ascii=False))
        kept = json.loads(path.read_text(encoding="utf-8"))
        values = {(figure, data): value for figure, data, value in kept["figures"]}
        return cls(values, tuple(map(samples.finding_from_dict, kept["samples"])))


def changes_report(before: Snapshot, after: Snapshot) -> str:
    """Markdown tables of what moved, what is new and what went: the figures in the order of their names, then what is
    said of the samples, verdicts first."""
    lines = ["| figure | data | before | after |", "|---|---|---|---|"]
    for key in sorted(before.values.keys() | after.values.keys()):
        old, new = before.values.get(key), after.values.get(key)
        if _metric_changes(old, new):
            lines.append(f"| {key[0]} | {key[1]} | {_format_value(old)} | {_format_value(new)} |")
    lines += ["", "| sample | face | manipulated | what is said | before | after |", "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *_sample_changes(before.findings, after.findings)]) + "\n"


def _sample_changes(before: tuple[SampleFinding, ...], after: tuple[SampleFinding, ...]) -> Iterator[str]:
    old, new = ({(one.file, one.face): one for one in findings} for findings in (before, after))
    for said in COMPARED_FIELDS:
        for key in sorted(old.keys() | new.keys()):
            values = [getattr(findings.get(key), said, None) for findings in (old, new)]
            texts = [_format_value(value) for value in values]
            if _metric_changes(*values) and texts[0] != texts[1]:
                truth = (new.get(key) or old[key]).manipulated
                yield f"| {key[0]} | {key[1]} | {_format_value(truth)} | {said} | {texts[0]} | {texts[1]} |"


def _metric_changes(old: object, new: object) -> bool:
    if isinstance(old, float) and isinstance(new, float):
        return abs(old - new) >= MIN_CHANGE
    return old != new


def _format_value(value: object) -> str:
    """Numbers with three digits after the point; spans as "start–end", in seconds."""
    if isinstance(value, tuple):
        return ", ".join(f"{start:.2f}–{end:.2f}" for start, end in value) or "—"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    return "—" if value is None else str(value)
