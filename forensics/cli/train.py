"""Training a detector. What --help says is in the catalogue."""

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.cli.analysis_outputs import log
from forensics.io.atomic_write import atomic_write
from forensics.messages.catalogue import text

if TYPE_CHECKING:
    from forensics.training.dataset import TrainingFace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, default=Path("data"), help=text("cli-data"))
    parser.add_argument("--network", choices=("telltale", "btas2019", "resynthesis"), default="telltale")
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--threads", type=int, default=0, help=text("cli-train-threads"))
    parser.add_argument("--out", type=Path, default=Path("out"), help=text("cli-train-out"))
    parser.add_argument("--first-stage", type=int, default=0, help=text("cli-train-first-stage"))
    parser.add_argument("--last-stage", type=int, help=text("cli-train-last-stage"))
    parser.add_argument("--publish-only", action="store_true", help=text("cli-train-publish-only"))
    parser.add_argument("--stretch", metavar="CHECKPOINT", type=Path, help=text("cli-train-stretch"))
    parser.add_argument("--minutes", type=float, default=60.0, help=text("cli-train-minutes"))
    parser.add_argument("--left-out", default="", metavar="NAMES", help=text("cli-train-left-out"))
    parser.add_argument("--tune", type=int, default=0, metavar="STEPS", help=text("cli-train-tune"))
    parser.add_argument("--share", type=float, default=0.3, help=text("cli-train-share"))


def run(args: argparse.Namespace) -> int:
    import torch  # noqa: PLC0415

    from forensics.detectors.registry import WEIGHTS_FOLDER  # noqa: PLC0415
    from forensics.training import autoencoder, dataset, loop, publishing  # noqa: PLC0415

    if args.threads:
        torch.set_num_threads(args.threads)
    if args.stretch is not None and not args.publish_only:
        return _last_step(args) if args.tune else _stretch(args)
    faces = _faces(args)
    if args.stretch is not None:
        publishing.publish_stretch(args.stretch, faces, dataset.archive_hashes(args.data), WEIGHTS_FOLDER)
        return 0
    if args.network == "resynthesis":
        autoencoder.train_autoencoder(faces, autoencoder.N_STEPS, args.seed, args.out)
        weights = WEIGHTS_FOLDER / "resynthesis.safetensors"
        atomic_write(weights, (args.out / weights.name).read_bytes())
        autoencoder.write_autoencoder_card(weights, args.seed, dataset.archive_hashes(args.data))
        return 0
    if args.publish_only:
        network, settings = publishing.read_checkpoint(args.out, args.network)
    else:
        settings = loop.TrainingSettings(network=args.network, seed=args.seed)
        if args.last_stage is not None:
            some = dataclasses.replace(settings, stages=settings.stages[: args.last_stage + 1])
            loop.train(faces, some, args.out, args.first_stage)
            return 0
        network = loop.train(faces, settings, args.out, args.first_stage).cpu()
    publishing.publish(network, settings, faces, dataset.archive_hashes(args.data), WEIGHTS_FOLDER)
    return 0


def _faces(args: argparse.Namespace) -> list["TrainingFace"]:
    """The faces kept in OUT, found first where there are none yet."""
    from forensics.training import dataset, forgery_archive  # noqa: PLC0415

    stored = args.out / "faces.npz"
    if not stored.is_file():
        others = forgery_archive.read_forgeries(args.data)
        for line in others.summary_lines():
            log(line)
        dataset.save_faces([*dataset.read_faces(args.data), *others.faces], stored)
    faces = dataset.load_faces(stored)
    dataset.check_split(faces, args.data)
    return faces


def _stretch(args: argparse.Namespace) -> int:
    from forensics.training.foreign_faces import read_foreign_faces  # noqa: PLC0415
    from forensics.training.stretch import StretchSettings, stretch  # noqa: PLC0415

    left_out = tuple(name for name in args.left_out.split(",") if name)
    settings = StretchSettings(args.minutes, left_out, seed=args.seed)  # a wrong one is refused before the faces
    faces, foreign = _faces(args), read_foreign_faces(args.data)
    stretch(faces, args.stretch, settings, lambda state: print(json.dumps(state), flush=True), foreign)
    return 0


def _last_step(args: argparse.Namespace) -> int:
    from forensics.training.foreign_faces import read_foreign_faces  # noqa: PLC0415
    from forensics.training.last_step import LastStepSettings, last_step  # noqa: PLC0415

    settings = LastStepSettings(args.tune, args.seed, args.share)
    faces, foreign = _faces(args), read_foreign_faces(args.data)
    last_step(faces, args.stretch, settings, lambda state: print(json.dumps(state), flush=True), foreign)
    return 0
