"""Measured figures kept as files: one JSON a protocol in `results`, read by the Method page and the README."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from forensics.io.atomic_write import atomic_write
from forensics.types.model_card import Measurement
from forensics.versions import software_versions

RESULTS_FOLDER = Path(__file__).parent / "results"


def read_results(name: str) -> list[Measurement]:
    """The figures of the file `<name>.json`; none where that was not measured."""
    path = RESULTS_FOLDER / f"{name}.json"
    if not path.is_file():
        return []
    return [Measurement(**figure) for figure in json.loads(path.read_text(encoding="utf-8"))["figures"]]


def earlier_network(name: str, version: str) -> str:
    """The version of the network that the figures of the file are of, where it is not this one; empty where it is, and
    where they hang on no weights."""
    path = RESULTS_FOLDER / f"{name}.json"
    measured = json.loads(path.read_text(encoding="utf-8")).get("network", "") if path.is_file() else ""
    return "" if measured == version else str(measured)


def write_results(name: str, figures: Iterable[Measurement], network: str = "") -> None:
    """Keep the figures, each with the command that measures it, and the versions they were measured with.

    network: version of the network whose weights they hang on; empty where they hang on none.
    """
    RESULTS_FOLDER.mkdir(exist_ok=True)
    document: dict[str, Any] = {"figures": [asdict(figure) for figure in figures]}
    document |= {"network": network} if network else {}
    document |= {"versions": dict(software_versions())}
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    atomic_write(RESULTS_FOLDER / f"{name}.json", text)
