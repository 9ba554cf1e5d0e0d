"""Fitting everything that hangs on a set of weights. What --help says is in the catalogue."""

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from forensics.io.atomic_write import atomic_write
from forensics.messages.catalogue import text

ROOT = Path(__file__).parents[2]

BENCHMARKS = (
    *("detection", "evidence", "kinds", "references", "features", "ladder", "shortcut", "naming", "video"),
    *("video-speed", "speed", "explanations", "samples", "table"),
)
"""Benchmarks, in the order in which they are run. Trainings without a family (`unseen`, `ablation`, `little-data`) hang
on the recipe and not on the weights; they are run when the recipe changes."""

PICTURES_MODULE = "docs.make_pictures"
"""The program that takes the README's pictures, a process of its own: nothing here knows the app."""

EXIT_TOOL_MISSING = 3
"""Its exit code where a tool is missing, which it names."""

N_EXPLAINED_FACES = 100
"""Forged faces that the benchmark of explanations looks at."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("data"), help=text("cli-data"))
    parser.add_argument("--detector", default="telltale", help=text("cli-fit-detector"))
    parser.add_argument("--out", type=Path, default=Path("out"), help=text("cli-fit-out"))
    parser.add_argument("--quick", action="store_true", help=text("cli-fit-quick"))
    parser.add_argument("--threads", type=int, default=0, help=text("cli-fit-threads"))


def run(args: argparse.Namespace) -> int:
    import torch  # noqa: PLC0415

    from forensics.detectors.registry import load_detector, weights_dir  # noqa: PLC0415
    from forensics.fitting.answer_sets import load_fitting_answers  # noqa: PLC0415
    from forensics.fitting.card_changes import Snapshot, changes_report  # noqa: PLC0415
    from forensics.fitting.clips import load_clips  # noqa: PLC0415
    from forensics.fitting.fit import fit_card  # noqa: PLC0415
    from forensics.fitting.persons import fit_persons  # noqa: PLC0415
    from forensics.types.model_card import write_card  # noqa: PLC0415

    if args.threads:
        torch.set_num_threads(args.threads)
    detector = load_detector(args.detector)
    weights = detector.card.weights_sha256[:12]
    before = Snapshot.saved(args.out / "fit" / f"before-{weights}.json", args.detector)
    card = fit_card(detector.card, load_fitting_answers(detector, args.data, args.out))
    persons = fit_persons(load_clips(detector, args.data, args.out / "fit"), card)
    write_card(replace(card, persons=persons), weights_dir(args.detector) / f"{args.detector}.json")
    taken = True
    if not args.quick:
        _run_benchmarks(args)
        taken = _take_pictures(args)
    moved = changes_report(before, Snapshot.current(args.detector))
    moved += "" if taken else "\nPictures of the README: skipped, tool_missing\n"
    atomic_write(args.out / "fit" / "report.md", moved)
    print(moved)
    return 0


def _run_benchmarks(args: argparse.Namespace) -> None:
    """Each benchmark in a process of its own, once for each card. Raises CalledProcessError where one fails."""
    for name in BENCHMARKS:
        mark = _done_marker(args, name)
        if mark.exists():
            continue
        command = [sys.executable, "-m", "forensics", "benchmark", name, "--detector", args.detector]
        command += ["--data", str(args.data), "--out", str(args.out)]
        command += {"explanations": ["--limit", str(N_EXPLAINED_FACES)], "video": ["--alone"]}.get(name, [])
        subprocess.run(command, check=True)
        mark.touch()


def _take_pictures(args: argparse.Namespace) -> bool:
    """Whether the README's pictures are those of the card; False where a tool is missing. Raises CalledProcessError."""
    mark = _done_marker(args, "pictures")
    if not mark.exists():
        done = subprocess.run([sys.executable, "-m", PICTURES_MODULE], check=False, cwd=ROOT)
        if done.returncode == EXIT_TOOL_MISSING:
            return False
        done.check_returncode()
        mark.touch()
    return True


def _done_marker(args: argparse.Namespace, name: str) -> Path:
    """The empty file that says that a step was done for the card as it is now."""
    from forensics.detectors.registry import weights_dir  # noqa: PLC0415
    from forensics.fitting.card_changes import card_digest  # noqa: PLC0415
    from forensics.types.model_card import read_card  # noqa: PLC0415

    done = args.out / "fit" / "done"
    done.mkdir(parents=True, exist_ok=True)
    return done / f"{name}-{card_digest(read_card(weights_dir(args.detector) / f'{args.detector}.json'))}"
