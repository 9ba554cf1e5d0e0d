"""The README's table of measured figures, made from the cards and the result files."""

from collections.abc import Sequence
from pathlib import Path

from forensics.io.atomic_write import atomic_write
from forensics.measurements import dataset_names, results, video_names
from forensics.measurements.metrics import Metric
from forensics.training.forgery_kinds import KINDS
from forensics.types.model_card import DetectorCard, Measurement

START = "<!-- figures:"
END = "<!-- end of figures -->"

TRUST = (
    Metric.DELETION_GAIN,
    Metric.INSERTION_GAIN,
    Metric.ENERGY_LIFT,
    Metric.POINTING_GAME,
    Metric.RANDOMISED_CORRELATION,
)
"""How far the maps of a method can be trusted."""

JUDGED = (
    *(
        Metric.PERSON_AUC,
        Metric.FRAME_AUC,
        Metric.FRAME_AUC_UNTOUCHED_VIDEOS,
        Metric.FALSE_ALARMS,
        Metric.PEOPLE_WITH_FALSE_FRAMES,
        Metric.PEOPLE_DETECTED,
        Metric.PEOPLE_MISSED,
    ),
    *(Metric.SPAN_START_ERROR, Metric.SPAN_END_ERROR),
)
"""How persons in videos are judged."""

DECIDED = (Metric.AUC, Metric.DETECTED, Metric.MISSES, Metric.BELOW_A_THIRD)
"""What is decided about pictures of a kind that are kept back."""

COSTS = (Metric.CLLR, Metric.CLLR_CAL, Metric.CALIBRATION_ERROR)
"""How truthful the ratio for known kinds is."""

ROWS = (
    (Metric.AUC, dataset_names.SEEN),
    (Metric.EQUAL_ERROR_RATE, dataset_names.SEEN),
    (Metric.ACCURACY, dataset_names.SEEN),
    (Metric.FALSE_ALARMS, dataset_names.SEEN),
    (Metric.DETECTED, dataset_names.SEEN),
    (Metric.MISSES, dataset_names.SEEN),
    *((name, dataset_names.SEEN) for name in COSTS),
    (Metric.NOT_FOUND, dataset_names.SEEN),
    *(
        (name, dataset_names.PAIRS)
        for name in (Metric.MASK_IOU, Metric.MASK_F1, Metric.MASK_PIXEL_AUC, Metric.FACE_BOX_IOU)
    ),
    (Metric.MEAN_AUC, dataset_names.FOREIGN_MEAN),
    *((Metric.AUC, dataset_names.foreign(part)) for part in dataset_names.FOREIGN_PARTS),
    (Metric.FALSE_ALARMS, dataset_names.FOREIGN_POOLED),
    (Metric.MEAN_AUC, dataset_names.KINDS_KEPT_BACK),
    *((name, dataset_names.kind(kind)) for kind in KINDS for name in DECIDED),
    (Metric.CLLR, "all kinds, ratio fitted without it"),
    *(
        (name, dataset_names.references(count, "mean over sources"))
        for count in (0, 5, 20)
        for name in (Metric.FALSE_ALARMS, Metric.DETECTED)
    ),
    (Metric.MEAN_AUC, dataset_names.UNSEEN_MEAN),
    (Metric.AUC, f"{dataset_names.UNSEEN}openforensics"),
    *((Metric.AUC_LOSS, dataset_names.at_level(dataset_names.SEEN, level)) for level in dataset_names.LEVELS[1:]),
    *((Metric.FALSE_ALARMS, dataset_names.at_level(dataset_names.LFW, level)) for level in (0, 1)),
    *((name, video_names.made_videos("stills in motion", crf)) for crf in video_names.CRFS for name in JUDGED),
    *(
        (Metric.TRACKS_KEPT, video_names.made_videos(kind, crf))
        for kind in video_names.TOGETHER
        for crf in video_names.CRFS
    ),
    *((Metric.VIDEO_SPEED, video_names.faces_side_by_side(faces)) for faces in video_names.FACES),
    *((Metric.VIDEO_MEMORY, f"{length}, 1 face") for length in ("10 seconds", "10 minutes")),
    *(
        (name, dataset_names.of_method(method, data))
        for data in (dataset_names.PAIRS, dataset_names.OWN_FAMILIES)
        for method in dataset_names.SHOWN_FIRST
        for name in TRUST
    ),
)
"""What matters most, by name and data; the rest is on the Method page."""


OF_THE_MAIN_NETWORK = (
    *("unseen", "video", "video_speed", "explanations"),
    *("kinds_telltale", "references_telltale", "evidence_telltale"),
)
"""Result files that hold no other: it alone is trained again without a family, and its maps and videos are measured."""


def render_table(cards: Sequence[DetectorCard]) -> str:
    """A Markdown table: those of ROWS that were measured, a column a detector."""
    lines = [
        "| figure | data | n | " + " | ".join(f"`{card.name}`" for card in cards) + " |",
        "|---|---|---|" + "---|" * len(cards),
    ]
    measured = [_all_figures(card) for card in cards]
    for row in ROWS:
        same = [figures.get(row) for figures in measured]
        known = [one for one in same if one is not None]
        if known:
            cells = " | ".join("—" if one is None else _value(*one) for one in same)
            lines.append(f"| {row[0]} | {row[1]} | {known[0][0].n} | {cells} |")
    return "\n".join(lines)


def write_table(readme: Path, table: str) -> None:
    """Replace what stands between the two marks of the README."""
    before, rest = readme.read_text(encoding="utf-8").split(START)
    mark, after = rest.split("-->\n", 1)
    after = after.split(END)[1]
    atomic_write(readme, f"{before}{START}{mark}-->\n{table}\n{END}{after}")


def _all_figures(card: DetectorCard) -> dict[tuple[str, str], tuple[Measurement, str]]:
    """Those of the card and of the files that are about this detector, by name and data; with each the version of the
    network that it is of, where that is an earlier one."""
    files = [f"ladder_{card.name}", *(OF_THE_MAIN_NETWORK if card.name == "telltale" else ())]
    found = [(figure, "") for figure in card.figures]
    for name in files:
        earlier = results.earlier_network(name, card.version)
        found += [(figure, earlier) for figure in results.read_results(name)]
    return {(figure.name, figure.data): (figure, earlier) for figure, earlier in found}


def _value(figure: Measurement, earlier: str) -> str:
    interval = "" if figure.low is None else f" [{figure.low:.3f}, {figure.high:.3f}]"
    return f"{figure.value:.3f}{interval}" + (f" (version {earlier})" if earlier else "")
