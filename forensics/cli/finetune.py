"""Adapting a detector to a new attack. What --help says is in the catalogue."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from forensics.cli.console import log
from forensics.cli.input_files import find_input_files, read_file
from forensics.cli.output_checks import make_folder
from forensics.error_codes import SettingsCode, TrainingCode
from forensics.errors import MediaError, SettingsError, TrainingError
from forensics.formatting import display_name
from forensics.io.user_data import detectors_folder, validate_detector_name
from forensics.measurements.provenance import provenance_note
from forensics.messages.catalogue import text
from forensics.types.analysis import AnalysisSettings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--real", metavar="DIR", type=Path, required=True, help=text("cli-finetune-real"))
    parser.add_argument("--fake", metavar="DIR", type=Path, required=True, help=text("cli-finetune-fake"))
    parser.add_argument("--masks", metavar="DIR", type=Path, help=text("cli-finetune-masks"))
    parser.add_argument("--name", required=True, help=text("cli-finetune-name"))
    parser.add_argument(
        "--detector", metavar="NAME", default=AnalysisSettings().detector, help=text("cli-finetune-detector")
    )
    parser.add_argument("--steps", metavar="N", type=int, default=300, help=text("cli-finetune-steps"))
    parser.add_argument("--seed", type=int, default=20261122, help=text("cli-finetune-seed"))


def run(args: argparse.Namespace) -> int:
    """Raises TelltaleError: nothing was written."""
    from forensics.detectors.crop_detector import crop_detector  # noqa: PLC0415
    from forensics.detectors.registry import DETECTORS, load_detector, network_name  # noqa: PLC0415, imports torch
    from forensics.training import user_detector, user_images  # noqa: PLC0415
    from forensics.training.finetune import FinetuneSettings, finetune, hold_out_quarter  # noqa: PLC0415

    validate_detector_name(args.name, list(DETECTORS))
    if args.steps < 1:
        raise SettingsError(SettingsCode.WRONG_STEPS, came=args.steps)
    base = load_detector(args.detector)
    settings = FinetuneSettings(network_name(base.card), args.steps, args.seed)
    real_paths, fake_paths = _paths(args.real), _paths(args.fake)
    masks = _masks(args.masks, fake_paths) if args.masks else {}
    untouched = user_images.load_user_images(_read(real_paths), False, {}, log)
    forged = user_images.load_user_images(_read(fake_paths), True, masks, log)
    user_images.check_disjoint(untouched, forged)
    faces = [picture.face for picture in untouched], [picture.face for picture in forged]
    log(text("cli-finetune-faces", untouched=len(untouched), forged=len(forged)))
    hold_out_quarter(*faces, args.seed)  # too few are refused before anything takes time
    make_folder(detectors_folder())
    user_detector.check_label_swap(base, [*faces[0], *faces[1]], log)
    tuned = finetune(crop_detector(base).network, *faces, settings, log)
    detector = user_detector.publish_user_detector(
        tuned, base, [*untouched, *forged], args.name, settings, detectors_folder()
    )
    for figure in detector.card.figures:
        print(f"{figure.value:8.3f} [{figure.low:.3f}, {figure.high:.3f}] n={figure.n:<4} {figure.name}")
    print(f"{args.name}: {provenance_note(detector.card)}")
    log(text("cli-finetune-written", name=args.name, folder=display_name(str(detectors_folder()))))
    return 0


def _paths(folder: Path) -> dict[str, Path]:
    """The pictures of a folder by their names in it. Raises TrainingError (`missing_data`) where there is none."""
    if not folder.is_dir():
        raise TrainingError(TrainingCode.MISSING_FOLDER, folder=display_name(str(folder)))
    found = find_input_files([folder], [])
    for path, error in found.failures:
        log(f"{display_name(str(path))}: {error}")
    if not found.files:
        raise TrainingError(TrainingCode.EMPTY_FOLDER, folder=display_name(str(folder)))
    return {path.relative_to(folder).as_posix(): path for path in found.files}


def _read(paths: dict[str, Path]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file; one that cannot be read is named and left out."""
    for name, path in paths.items():
        try:
            yield name, read_file(path)
        except MediaError as error:
            log(f"{display_name(name)}: {error}")


def _masks(folder: Path, forged: dict[str, Path]) -> dict[str, bytes]:
    """The masks by what they share with their pictures' names. Raises TrainingError where no picture has one."""
    from forensics.training.user_images import pairing_stem  # noqa: PLC0415, imports OpenCV and torch

    masks = {pairing_stem(name): content for name, content in _read(_paths(folder))}
    if not masks.keys() & {pairing_stem(name) for name in forged}:
        raise TrainingError(TrainingCode.NO_FITTING_MASK, folder=display_name(str(folder)))
    return masks
