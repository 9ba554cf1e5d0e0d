"""measure how good and how fast the detectors are

  detection   AUC, error rates and masks on openforensics-val and -pairs, AUC on foreign-val; written to the card
  faces       recall and false alarms of the face finder on multiface-photos
  speed       ratios and seconds on this machine
  table       no measurement: the README's table, made from the cards

Faces and speed are written to forensics/benchmark/results/. Pictures are read from the data folder; nothing is tuned.
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

RESULTS_FOLDER = Path(__file__).parents[1] / "benchmark" / "results"
README = Path(__file__).parents[2] / "README.md"
PROTOCOLS = ("detection", "faces", "speed", "table")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("protocol", choices=PROTOCOLS)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the archives (%(default)s)")
    parser.add_argument("--detector", default="telltale", help="name of a detector (%(default)s)")
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")


def run(args: argparse.Namespace) -> int:
    figures = {"detection": _detection, "faces": _faces, "speed": _speed, "table": _table}[args.protocol](args)
    for figure in figures:
        interval = "" if figure.low is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
        print(f"{figure.value:8.3f}{interval:18} n={figure.n:<6} {figure.name} ({figure.data})")
    return 0


def _detection(args: argparse.Namespace) -> list:
    from forensics.benchmark import detection  # noqa: PLC0415
    from forensics.card import write_card  # noqa: PLC0415
    from forensics.detectors import WEIGHTS_FOLDER, load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    figures = detection.all_figures(detector, args.data)
    if not args.dry_run:
        write_card(replace(detector.card, figures=figures), WEIGHTS_FOLDER / f"{args.detector}.json")
    return list(figures)


def _faces(args: argparse.Namespace) -> list:
    from forensics.benchmark import face_finding  # noqa: PLC0415

    return _keep(face_finding.measure(args.data), args)


def _speed(args: argparse.Namespace) -> list:
    from explain.methods import METHODS, explain  # noqa: PLC0415
    from forensics.benchmark import speed  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    figures = speed.measure(
        detector,
        load_detector("btas2019"),
        lambda finding: [explain(detector, finding, method) for method in METHODS],
    )
    return _keep(figures, args)


def _table(args: argparse.Namespace) -> list:
    from forensics.benchmark.table import figures_table, write_table  # noqa: PLC0415
    from forensics.detectors import DETECTORS, load_detector  # noqa: PLC0415

    table = figures_table([load_detector(name).card for name in DETECTORS])
    if not args.dry_run:
        write_table(README, table)
    print(table)
    return []


def _keep(figures: list, args: argparse.Namespace) -> list:
    from forensics.environment import versions  # noqa: PLC0415

    if not args.dry_run:
        RESULTS_FOLDER.mkdir(exist_ok=True)
        document = {"figures": [asdict(figure) for figure in figures], "versions": dict(versions())}
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        (RESULTS_FOLDER / f"{args.protocol}.json").write_text(text, encoding="utf-8")
    return figures
