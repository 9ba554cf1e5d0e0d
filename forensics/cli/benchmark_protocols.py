"""Measuring how good and how fast the detectors are. What --help says is in the catalogue."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.cli.benchmark_results import write_results, write_to_card
from forensics.messages.catalogue import text

if TYPE_CHECKING:
    from forensics.detectors.registry import Detector
    from forensics.training.dataset import TrainingFace
    from forensics.types.model_card import Measurement

README = Path(__file__).parents[2] / "README.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("protocol", choices=PROTOCOLS)
    parser.add_argument("--data", type=Path, default=Path("data"), help=text("cli-data"))
    parser.add_argument("--detector", default="telltale", help=text("cli-benchmark-detector"))
    parser.add_argument("--limit", type=int, help=text("cli-benchmark-limit"))
    parser.add_argument("--out", type=Path, default=Path("out"), help=text("cli-benchmark-out"))
    parser.add_argument("--families", nargs="+", default=["resynthesis"], help=text("cli-benchmark-families"))
    parser.add_argument("--alone", action="store_true", help=text("cli-benchmark-alone"))
    parser.add_argument("--dry-run", action="store_true", help=text("cli-benchmark-dry-run"))


def run(args: argparse.Namespace) -> int:
    for figure in PROTOCOLS[args.protocol](args):
        interval = "" if figure.low is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
        print(f"{figure.value:8.3f}{interval:18} n={figure.n:<6} {figure.name} ({figure.data})")
    return 0


def _loaded(args: argparse.Namespace) -> "Detector":
    from forensics.detectors.registry import load_detector  # noqa: PLC0415

    return load_detector(args.detector)


def _detection(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import detection  # noqa: PLC0415

    detector = _loaded(args)
    return write_to_card(detector, detection.run_detection(detector, args.data), args)


def _foreign(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import detection  # noqa: PLC0415

    detector = _loaded(args)
    return write_to_card(detector, detection.run_foreign(detector, args.data), args)


def _ladder(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import corruption_robustness  # noqa: PLC0415

    detector = _loaded(args)
    return write_results(
        f"ladder_{args.detector}", corruption_robustness.run_ladder(detector, args.data, args.limit), args
    )


def _kinds(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import kinds  # noqa: PLC0415

    return write_results(f"kinds_{args.detector}", kinds.run_kinds(_loaded(args), args.data, args.out), args)


def _features(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import features  # noqa: PLC0415

    measured = features.run_features(_loaded(args), args.data, args.out)
    return write_results(f"features_{args.detector}", measured, args)


def _references(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import reference_faces  # noqa: PLC0415

    measured = reference_faces.run_references(_loaded(args), args.data, args.out)
    return write_results(f"references_{args.detector}", measured, args)


def _evidence(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import likelihood_ratio_quality  # noqa: PLC0415
    from forensics.measurements import tippett  # noqa: PLC0415

    detector = _loaded(args)
    figures, curves = likelihood_ratio_quality.run_evidence(detector, args.data, args.out)
    if not args.dry_run:
        tippett.write_evidence(args.detector, figures, curves, detector.card.version)
    return figures


def _shortcut(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import shortcut_baseline  # noqa: PLC0415

    return write_results("shortcut", shortcut_baseline.run_shortcut(args.data, args.limit), args)


def _cost(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import cost  # noqa: PLC0415
    from forensics.detectors.crop_detector import crop_detector  # noqa: PLC0415
    from forensics.detectors.registry import DETECTORS, load_detector  # noqa: PLC0415

    figures = cost.run_cost([crop_detector(load_detector(name)) for name in DETECTORS])
    return write_results("cost", figures, args)


def _faces(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import face_detection  # noqa: PLC0415

    return write_results("faces", face_detection.run_face_detection(args.data), args)


def _situations(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import face_situations  # noqa: PLC0415

    measured = face_situations.run_situations(_loaded(args), args.data, args.limit)
    return write_results(f"situations_{args.detector}", measured, args)


def _speed(args: argparse.Namespace) -> list["Measurement"]:
    from explain.methods import DEFAULTS, explain  # noqa: PLC0415
    from explain.types import ExplanationRequest  # noqa: PLC0415
    from forensics.benchmark import speed  # noqa: PLC0415
    from forensics.detectors.crop_detector import crop_detector  # noqa: PLC0415
    from forensics.detectors.registry import load_detector  # noqa: PLC0415
    from forensics.measurements import dataset_names  # noqa: PLC0415

    detector = load_detector(args.detector)
    figures = speed.run_speed(
        crop_detector(detector),
        crop_detector(load_detector(dataset_names.BASELINE)),
        lambda finding: [explain(detector, finding, ExplanationRequest(method)) for method in DEFAULTS],
    )
    return write_results("speed", figures, args)


def _table(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark.readme_table import render_table, write_table  # noqa: PLC0415
    from forensics.detectors.registry import DETECTORS, load_detector  # noqa: PLC0415

    table = render_table([load_detector(name).card for name in DETECTORS])
    if not args.dry_run:
        write_table(README, table)
    print(table)
    return []


def _cached_faces(args: argparse.Namespace) -> list["TrainingFace"]:
    from forensics.training.dataset import load_faces  # noqa: PLC0415

    return load_faces(args.out / "faces.npz")


def _unseen(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import leave_one_family_out  # noqa: PLC0415

    start, folder = args.out / "base" / "telltale.safetensors", args.out / "unseen"
    return write_results(
        "unseen", leave_one_family_out.run_unseen(_cached_faces(args), start, folder, args.data, args.limit), args
    )


def _little_data(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import few_shot  # noqa: PLC0415

    start, folder = args.out / "base" / "telltale.safetensors", args.out / "unseen"
    return write_results(
        "little_data", few_shot.run_little_data(args.families, _cached_faces(args), start, folder), args
    )


def _ablation(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import ablation  # noqa: PLC0415
    from forensics.detectors.crop_detector import crop_detector  # noqa: PLC0415
    from forensics.detectors.registry import load_detector  # noqa: PLC0415

    first, detector = args.out / "base" / "telltale.safetensors", crop_detector(load_detector("telltale"))
    return write_results("ablation", ablation.run_ablation(detector, args.data, first, _cached_faces(args)), args)


def _naming(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import family_confusion  # noqa: PLC0415
    from forensics.detectors.registry import load_detector  # noqa: PLC0415

    return write_results("naming", family_confusion.run_naming(load_detector("telltale"), _cached_faces(args)), args)


def _explanations(args: argparse.Namespace) -> list["Measurement"]:
    from explain.benchmark import cost, protocol  # noqa: PLC0415
    from forensics.detectors.crop_detector import crop_detector  # noqa: PLC0415
    from forensics.detectors.registry import load_detector  # noqa: PLC0415

    figures = protocol.run_faithfulness(args.detector, args.data, _cached_faces(args), args.out, args.limit)
    figures = [*figures, *cost.run_cost(crop_detector(load_detector(args.detector)))]
    return write_results("explanations", figures, args)


def _video(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import video  # noqa: PLC0415

    measured = video.run_video(args.detector, args.data, args.out, args.limit, alone=args.alone)
    return write_results("video", [*measured, *(_kept_of_videos(measured, args.detector) if args.alone else [])], args)


def _kept_of_videos(measured: list["Measurement"], detector: str) -> list["Measurement"]:
    """What the file says of other videos; after a change of the weights that alone which does not hang on them."""
    from forensics.detectors.registry import weights_dir  # noqa: PLC0415
    from forensics.measurements import results  # noqa: PLC0415
    from forensics.measurements.metrics import Metric  # noqa: PLC0415
    from forensics.types.model_card import read_card  # noqa: PLC0415

    known = {(figure.name, figure.data) for figure in measured}
    others = [figure for figure in results.read_results("video") if (figure.name, figure.data) not in known]
    changed = results.earlier_network("video", read_card(weights_dir(detector) / f"{detector}.json").version)
    return [figure for figure in others if not (changed and figure.name == Metric.STRONGEST_IS_FORGED)]


def _video_speed(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import video_speed  # noqa: PLC0415

    return write_results("video_speed", video_speed.run_video_speed(args.detector), args)


def _repeatability(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import repeatability  # noqa: PLC0415

    figures = repeatability.run_repeatability(_loaded(args))
    return write_results("repeatability", figures, args)


def _load(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.benchmark import load  # noqa: PLC0415

    return write_results("load", load.run_load(_loaded(args), args.limit or load.UPLOADS), args)


def _samples(args: argparse.Namespace) -> list["Measurement"]:
    from forensics.fitting import samples  # noqa: PLC0415

    detector = _loaded(args)
    findings = samples.run_samples(detector)
    if not args.dry_run:
        samples.write_findings(detector.card, findings)
    return samples.sample_metrics(findings, f"{samples.COMMAND} --detector {args.detector}")


PROTOCOLS = {
    "detection": _detection,
    "foreign": _foreign,
    "kinds": _kinds,
    "features": _features,
    "references": _references,
    "ladder": _ladder,
    "evidence": _evidence,
    "shortcut": _shortcut,
    "unseen": _unseen,
    "little-data": _little_data,
    "ablation": _ablation,
    "naming": _naming,
    "explanations": _explanations,
    "cost": _cost,
    "faces": _faces,
    "situations": _situations,
    "speed": _speed,
    "video": _video,
    "video-speed": _video_speed,
    "repeatability": _repeatability,
    "load": _load,
    "samples": _samples,
    "table": _table,
}
