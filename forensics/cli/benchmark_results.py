"""Where measured figures go: a file of results, or the card of the detector."""

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector
    from forensics.types.model_card import Measurement

WITHOUT_WEIGHTS = frozenset({"faces", "shortcut", "unseen", "little-data", "cost", "speed", "video-speed", "load"})
"""Protocols whose figures do not hang on the weights that are shipped."""


def write_results(name: str, figures: list["Measurement"], args: argparse.Namespace) -> list["Measurement"]:
    """The figures, written to the file of this name. With --dry-run nothing is written."""
    from forensics.detectors.registry import weights_dir  # noqa: PLC0415
    from forensics.measurements import results  # noqa: PLC0415
    from forensics.types.model_card import read_card  # noqa: PLC0415

    if not args.dry_run:
        card = read_card(weights_dir(args.detector) / f"{args.detector}.json")
        results.write_results(name, figures, "" if args.protocol in WITHOUT_WEIGHTS else card.version)
    return figures


def write_to_card(detector: "Detector", measured: list["Measurement"], args: argparse.Namespace) -> list["Measurement"]:
    """In place of what the same commands, or others of the same name on the same data, have left there."""
    from forensics.detectors.registry import weights_dir  # noqa: PLC0415
    from forensics.measurements.provenance import note_measured  # noqa: PLC0415
    from forensics.types.model_card import write_card  # noqa: PLC0415

    commands = {figure.command for figure in measured}
    names = {(figure.name, figure.data) for figure in measured}
    others = [f for f in detector.card.figures if f.command not in commands and (f.name, f.data) not in names]
    if not args.dry_run:
        path = weights_dir(args.detector) / f"{args.detector}.json"
        write_card(replace(detector.card, figures=(*measured, *others)), path)
        note_measured(path, measured, whole=False)
    return measured
