"""Analyzing photographs and videos. What --help says is in the catalogue."""

import argparse
import sys
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from forensics.analysis.failures import failure_fact
from forensics.analysis.references import decide_any_with_references
from forensics.cli.analysis_outputs import AnalysisOutputs
from forensics.cli.console import log
from forensics.cli.input_files import (
    PICTURE_SUFFIXES,
    VIDEO_SUFFIXES,
    InputFiles,
    canonical_path,
    file_version,
    find_input_files,
    hash_video,
    is_video_file,
    read_file,
)
from forensics.cli.output_checks import check_target, make_folder
from forensics.cli.references import find_reference_files, read_references
from forensics.cli.report import check_report_length, parse_explain_option
from forensics.cli.unfinished_run import UnfinishedRun, part_path, run_question
from forensics.cli.video_progress import analyze_file
from forensics.error_codes import MediaCode, SettingsCode
from forensics.errors import MediaError, SettingsError
from forensics.formatting import display_name
from forensics.measurements.provenance import provenance_note
from forensics.media.bounded_process import decoding_limit
from forensics.media.decoding_process import PROCESSES, probe_image
from forensics.messages.catalogue import text
from forensics.types.analysis import AnalysisSettings, FailedFile
from forensics.types.outcome import Outcome
from forensics.types.references import References

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector

PROGRESS_AFTER_SECONDS = 20
"""Number of files from which progress is shown even where nobody watches a terminal (a log)."""


def _path(given: str) -> Path:
    """An empty one would mean the folder one stands in."""
    if not given.strip():
        raise argparse.ArgumentTypeError(text("cli-empty-path"))
    return Path(given)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    defaults = AnalysisSettings()
    parser.add_argument("paths", metavar="PATH", nargs="+", type=_path, help=text("cli-analyze-paths"))
    parser.add_argument(
        "--reference",
        metavar="PATH",
        action="append",
        type=_path,
        default=[],
        help=text("cli-analyze-reference"),
    )
    _add_outputs(parser)
    parser.add_argument(
        "--sample-fps",
        metavar="N",
        type=float,
        default=defaults.sample_fps,
        help=text("cli-analyze-sample-fps"),
    )
    parser.add_argument(
        "--faces",
        choices=("detect", "whole"),
        default=defaults.faces,
        help=text("cli-analyze-faces"),
    )
    parser.add_argument(
        "--detector",
        metavar="NAME",
        default=defaults.detector,
        help=text("cli-analyze-detector"),
    )


def _add_outputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", metavar="OUT", type=Path, help=text("cli-analyze-json"))
    parser.add_argument("--pdf", metavar="OUT", type=Path, help=text("cli-analyze-pdf"))
    parser.add_argument(
        "--masks",
        metavar="DIR",
        type=Path,
        help=text("cli-analyze-masks"),
    )
    parser.add_argument("--csv", metavar="DIR", type=Path, help=text("cli-analyze-csv"))
    parser.add_argument("--annotated", metavar="DIR", type=Path, help=text("cli-analyze-annotated"))
    parser.add_argument(
        "--explain",
        metavar="METHOD[:TARGET],…",
        type=_parse_names,
        default=(),
        help=text("cli-analyze-explain"),
    )


def _parse_names(given: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in given.split(",") if name.strip()))


def run(args: argparse.Namespace) -> int:
    """Returns 0 or 1. Raises TelltaleError, OSError: nothing was analyzed, or an output could not be written."""
    settings = AnalysisSettings(faces=args.faces, detector=args.detector, sample_fps=args.sample_fps)
    found = _check_settings(args)
    pictures = find_reference_files(args.reference)
    questions = parse_explain_option(args.explain) if args.explain else ()
    PROCESSES.start()  # while torch is loaded
    from forensics.detectors.registry import load_detector  # noqa: PLC0415, imports torch; --help and wrong use need not wait

    detector = load_detector(args.detector)
    if note := provenance_note(detector.card):
        log(f"{args.detector}: {note}")
    references = read_references(pictures, found.files, settings, detector)
    outputs = AnalysisOutputs(
        args.json,
        args.pdf,
        args.masks,
        detector,
        questions,
        args.csv,
        args.annotated,
        found.files,
        _unfinished_run(args, settings, detector, references, len(found.files)),
    )
    outputs.begin()
    for path in _progress(found.files):
        _analyze_and_add(path, settings, detector, outputs, references)
    for path, error in found.failures:
        outputs.add(path, FailedFile(display_name(path.name), error.fact))
    if found.left_out:
        log(text("cli-passed-over", files=found.left_out))
    outputs.finish(settings, args.command_line)
    return 1 if outputs.failed or outputs.incomplete else 0


def _unfinished_run(
    args: argparse.Namespace,
    settings: AnalysisSettings,
    detector: "Detector",
    references: References | None,
    files: int,
) -> UnfinishedRun | None:
    """What the same command left when it was killed, and a sentence about it; None where no document is written."""
    if not args.json:
        return None
    folders = {"masks": args.masks, "csv": args.csv, "annotated": args.annotated}
    question = run_question(settings, detector.card, references, args.explain, folders)
    run = UnfinishedRun.open(part_path(args.json), question)
    if run.set_aside:
        log(text("cli-other-run", file=str(run.path), kept=str(run.set_aside)))
    elif run.done and args.pdf:
        log(text("cli-report-begins-anew", file=str(run.path)))
    elif run.done:
        log(text("cli-continuing", done=len(run.done), files=files, file=str(run.path)))
    return run


def _analyze_and_add(
    path: Path,
    settings: AnalysisSettings,
    detector: "Detector",
    outputs: AnalysisOutputs,
    references: References | None,
) -> None:
    """Analyze one file, unless its bytes were analyzed before, and hand on what came of it, decided with the reference
    pictures where there are some."""
    digest = None
    try:
        if is_video_file(path):
            version = file_version(path)
            digest = hash_video(path)
            work = partial(_analyze_video, path, version, digest, settings, detector)
        else:
            content = read_file(path)
            digest = sha256(content).hexdigest()
            work = partial(_analyze_picture, content, path.name, settings, detector)
        if outputs.repeat(path, digest):
            return
        outputs.check(digest)
    except MediaError as error:
        outcome: Outcome = FailedFile(display_name(path.name), error.fact, digest)
    else:
        outcome = _outcome(path.name, digest, work, references)
    outputs.add(path, outcome)


def _outcome(name: str, digest: str, work: Callable[[], Outcome], references: References | None) -> Outcome:
    """What comes of the work, or why nothing does: whatever one file makes it raise, the others are analyzed."""
    try:
        outcome = work()
        if references is None or isinstance(outcome, FailedFile):
            return outcome
        return decide_any_with_references(outcome, references)
    except Exception as error:
        return FailedFile(display_name(name), failure_fact(error, display_name(name)), digest)


def _analyze_video(
    path: Path, version: tuple[int, ...], digest: str, settings: AnalysisSettings, detector: "Detector"
) -> Outcome:
    """version: of the file that has this digest; what was found of another one is dropped. Raises MediaError."""
    try:
        return analyze_file(path, digest, settings, detector)
    finally:
        if file_version(path) != version:
            raise MediaError(MediaCode.CHANGED_FILE)


def _analyze_picture(content: bytes, name: str, settings: AnalysisSettings, detector: "Detector") -> Outcome:
    from forensics.analysis.image import analyze_image  # noqa: PLC0415, imports torch

    return analyze_image(probe_image(content, name), settings, detector)


def _check_settings(args: argparse.Namespace) -> InputFiles:
    """Refuse what cannot work before the work begins. Raises SettingsError."""
    decoding_limit()
    targets = [target for target in (args.json, args.pdf, args.json and part_path(args.json)) if target]
    for target in targets:
        check_target(target)
    if args.json and args.pdf and canonical_path(args.json) == canonical_path(args.pdf):
        raise SettingsError(SettingsCode.SAME_OUTPUT)
    if args.explain and not targets:
        raise SettingsError(SettingsCode.EXPLAIN_WITHOUT_OUTPUT)
    folders = [folder for folder in (args.masks, args.csv, args.annotated) if folder]
    for folder in folders:
        make_folder(folder)
    found = find_input_files(args.paths, folders, PICTURE_SUFFIXES | VIDEO_SUFFIXES)
    if not found.files and all(error.code == "no_pictures" for _, error in found.failures):
        raise SettingsError(SettingsCode.NOTHING_TO_ANALYSE, because=found.failures[0][1].fact)
    originals = {canonical_path(file) for file in found.files}
    for target in targets:
        if canonical_path(target) in originals:
            raise SettingsError(SettingsCode.OUTPUT_IS_INPUT, path=str(target))
    if args.pdf:
        check_report_length(len(found.files))
    return found


def _progress(files: tuple[Path, ...]) -> Iterable[Path]:
    """The files one by one, with a bar on the standard error once they take longer than a second; a single file has
    none, or its own."""
    watched = sys.stderr.isatty()
    return tqdm(
        files,
        desc=text("cli-analyzing"),
        unit=text("cli-file"),
        file=sys.stderr,
        delay=1,
        mininterval=0.1 if watched else 10,
        disable=len(files) == 1 or (not watched and len(files) < PROGRESS_AFTER_SECONDS),
    )
