"""measure how good and how fast the detectors are

  detection   AUC, error rates and masks on openforensics-val and -pairs, AUC on foreign-val; written to the card
  foreign     the figures on foreign-val alone, which may choose between networks; written to the card
  kinds       decisions on kinds of forgery that the network was not trained on, and how far the ratio holds for each
  features    whether more of the answer than its score helps on kinds left out
  references  what 3 to 50 untouched faces of the same source are worth
  ladder      the same faces at four levels of damage, and false alarms on photographs of LFW
  evidence    how truthful the likelihood ratios are; wants the answers that `fit` keeps in OUT
  shortcut    a classifier that sees only size, format, JPEG tables, mean colour and sharpness
  unseen      every forgery family kept from a training of its own (hours), and OpenForensics as a whole; wants the
              checkpoint of `train --last-stage 1 --out OUT/base`
  little-data fine-tuning of the networks of `unseen` on 10, 50 and 200 forgeries of what they never saw
  ablation    either stream and both, on foreign-val: chooses their weights
  naming      how often the family of a forgery is named rightly
  explanations  faithfulness of every method's maps on forged faces with known masks, and what they cost; rows are kept
              in OUT, so that a broken run goes on where it was (hours on two cores)
  cost        parameters, multiply-accumulates, time a face, speed of training, of every detector
  faces       recall and false alarms of the face finder on multiface-photos
  speed       ratios and seconds on this machine
  video       videos made of talking-heads and of photographs set in motion: AUC per person and per frame, when the
              forged seconds are found, identity switches; videos and rows are kept in OUT, so that a broken run goes on
  video-speed speed as a multiple of real time with 1, 4 and 8 faces, memory for 10 seconds and 10 minutes
  samples     what is said of every face of sample_media, kept there in findings.json, and how much of it is right
  table       no measurement: the README's table, made from the cards and the result files

What is not written to the card goes to forensics/benchmark/results/. Pictures are read from the data folder; nothing is
tuned.
"""

import argparse
from dataclasses import replace
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("protocol", choices=PROTOCOLS)
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder of the archives (%(default)s)")
    parser.add_argument("--detector", default="telltale", help="name of a detector (%(default)s)")
    parser.add_argument(
        "--limit",
        type=int,
        help="ladder, shortcut, unseen: at most so many pictures of an archive; explanations: faces; video: videos",
    )
    parser.add_argument("--out", type=Path, default=Path("out"), help="where the faces lie (%(default)s)")
    parser.add_argument("--families", nargs="+", default=["resynthesis"], help="little-data: families (%(default)s)")
    parser.add_argument(
        "--alone", action="store_true", help="video: only videos of one person; figures of the others stay as they were"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")


def run(args: argparse.Namespace) -> int:
    for figure in PROTOCOLS[args.protocol](args):
        interval = "" if figure.low is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
        print(f"{figure.value:8.3f}{interval:18} n={figure.n:<6} {figure.name} ({figure.data})")
    return 0


def _detection(args: argparse.Namespace) -> list:
    from forensics.benchmark import detection  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    return _keep_on_card(detector, detection.all_figures(detector, args.data), args)


def _foreign(args: argparse.Namespace) -> list:
    from forensics.benchmark import detection  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    return _keep_on_card(detector, detection.foreign(detector, args.data), args)


def _ladder(args: argparse.Namespace) -> list:
    from forensics.benchmark import ladder  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    return _keep(f"ladder_{args.detector}", ladder.measure(detector, args.data, args.limit), args)


def _kinds(args: argparse.Namespace) -> list:
    from forensics.benchmark import kinds  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    return _keep(f"kinds_{args.detector}", kinds.measure(load_detector(args.detector), args.data, args.out), args)


def _features(args: argparse.Namespace) -> list:
    from forensics.benchmark import features  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    measured = features.measure(load_detector(args.detector), args.data, args.out)
    return _keep(f"features_{args.detector}", measured, args)


def _references(args: argparse.Namespace) -> list:
    from forensics.benchmark import references  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    measured = references.measure(load_detector(args.detector), args.data, args.out)
    return _keep(f"references_{args.detector}", measured, args)


def _evidence(args: argparse.Namespace) -> list:
    from forensics.benchmark import evidence, tippett  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    figures, curves = evidence.measure(load_detector(args.detector), args.data, args.out)
    if not args.dry_run:
        tippett.write_evidence(args.detector, figures, curves)
    return figures


def _shortcut(args: argparse.Namespace) -> list:
    from forensics.benchmark import shortcut  # noqa: PLC0415

    return _keep("shortcut", shortcut.measure(args.data, args.limit), args)


def _cost(args: argparse.Namespace) -> list:
    from forensics.benchmark import cost  # noqa: PLC0415
    from forensics.detectors import DETECTORS, load_detector  # noqa: PLC0415

    figures = cost.measure([load_detector(name) for name in DETECTORS])
    return _keep("cost", figures, args)


def _faces(args: argparse.Namespace) -> list:
    from forensics.benchmark import face_finding  # noqa: PLC0415

    return _keep("faces", face_finding.measure(args.data), args)


def _speed(args: argparse.Namespace) -> list:
    from explain.methods import DEFAULTS, explain  # noqa: PLC0415
    from explain.types import Question  # noqa: PLC0415
    from forensics.benchmark import labels, speed  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    figures = speed.measure(
        detector,
        load_detector(labels.BASELINE),
        lambda finding: [explain(detector, finding, Question(method)) for method in DEFAULTS],
    )
    return _keep("speed", figures, args)


def _table(args: argparse.Namespace) -> list:
    from forensics.benchmark.table import figures_table, write_table  # noqa: PLC0415
    from forensics.detectors import DETECTORS, load_detector  # noqa: PLC0415

    table = figures_table([load_detector(name).card for name in DETECTORS])
    if not args.dry_run:
        write_table(README, table)
    print(table)
    return []


def _faces_kept(args: argparse.Namespace) -> list:
    from forensics.training.sources import load_faces  # noqa: PLC0415

    return load_faces(args.out / "faces.npz")


def _unseen(args: argparse.Namespace) -> list:
    from forensics.benchmark import unseen  # noqa: PLC0415

    start, folder = args.out / "base" / "telltale.safetensors", args.out / "unseen"
    return _keep("unseen", unseen.measure(_faces_kept(args), start, folder, args.data, args.limit), args)


def _little_data(args: argparse.Namespace) -> list:
    from forensics.benchmark import little_data  # noqa: PLC0415

    start, folder = args.out / "base" / "telltale.safetensors", args.out / "unseen"
    return _keep("little_data", little_data.measure(args.families, _faces_kept(args), start, folder), args)


def _ablation(args: argparse.Namespace) -> list:
    from forensics.benchmark import ablation  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    first = args.out / "base" / "telltale.safetensors"
    return _keep("ablation", ablation.measure(load_detector("telltale"), args.data, first, _faces_kept(args)), args)


def _naming(args: argparse.Namespace) -> list:
    from forensics.benchmark import naming  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    return _keep("naming", naming.measure(load_detector("telltale"), _faces_kept(args)), args)


def _explanations(args: argparse.Namespace) -> list:
    from explain.benchmark import cost, protocol  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    figures = protocol.measure(args.detector, args.data, _faces_kept(args), args.out, args.limit)
    return _keep("explanations", [*figures, *cost.measure(load_detector(args.detector))], args)


def _video(args: argparse.Namespace) -> list:
    from forensics.benchmark import results, video  # noqa: PLC0415

    measured = video.measure(args.detector, args.data, args.out, args.limit, alone=args.alone)
    known = {(figure.name, figure.data) for figure in measured}
    others = [f for f in results.read("video") if (f.name, f.data) not in known] if args.alone else []
    return _keep("video", [*measured, *others], args)


def _video_speed(args: argparse.Namespace) -> list:
    from forensics.benchmark import video_speed  # noqa: PLC0415

    return _keep("video_speed", video_speed.measure(args.detector), args)


def _samples(args: argparse.Namespace) -> list:
    from forensics.benchmark import samples  # noqa: PLC0415
    from forensics.detectors import load_detector  # noqa: PLC0415

    detector = load_detector(args.detector)
    findings = samples.measure(detector)
    if not args.dry_run:
        samples.write(detector.card, findings)
    return samples.figures(findings, f"{samples.COMMAND} --detector {args.detector}")


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
    "speed": _speed,
    "video": _video,
    "video-speed": _video_speed,
    "samples": _samples,
    "table": _table,
}


def _keep(name: str, figures: list, args: argparse.Namespace) -> list:
    from forensics.benchmark import results  # noqa: PLC0415

    if not args.dry_run:
        results.write(name, figures)
    return figures


def _keep_on_card(detector, measured: list, args: argparse.Namespace) -> list:
    """In place of what the same commands, or others of the same name on the same data, have left there."""
    from forensics.card import write_card  # noqa: PLC0415
    from forensics.detectors import folder_of  # noqa: PLC0415

    commands = {figure.command for figure in measured}
    names = {(figure.name, figure.data) for figure in measured}
    others = [f for f in detector.card.figures if f.command not in commands and (f.name, f.data) not in names]
    if not args.dry_run:
        card = replace(detector.card, figures=(*measured, *others))
        write_card(card, folder_of(args.detector) / f"{args.detector}.json")
    return measured
