"""How many faces are found, and what is said of them, where they are hard to find: turned, cut by the picture's edge,
behind glass, on posters and screens. The pictures are made from those of openforensics-val, the same in every run."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.benchmark.face_detection import MATCH_IOU
from forensics.benchmark.scoring import (
    Predictions,
    balanced_subset,
    central_region,
    decode_as_analysis,
    false_alarm_rate,
    is_forged,
    leading_ratio,
    proportion,
)
from forensics.benchmark.statistics import bootstrap_mean
from forensics.corruption.situations import (
    Pixels,
    Placed,
    behind_dirt,
    behind_glass,
    half_outside,
    placed_box,
    tight_crop,
    turned,
)
from forensics.corruption.surfaces import poster, screen
from forensics.detectors.registry import Detector
from forensics.faces.detection import SearchSettings, iou
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import archive_members
from forensics.types.analysis import AnalysisSettings, Box, FaceFinding, Frame, Verdict
from forensics.types.model_card import Measurement

N_PICTURES = 120
"""Half of them forged."""


@dataclass(frozen=True, slots=True, eq=False)
class Sitter:
    """A picture with the box of its central face, and a part of the next one, for a pane to reflect.

    way: −1 or 1, by turns: to which side the face is tilted or cut.
    """

    name: str
    pixels: Pixels
    box: Box
    reflected: Pixels
    way: int

    def generator(self) -> np.random.Generator:
        """The same chance in every run."""
        return np.random.default_rng(int.from_bytes(hashlib.sha256(self.name.encode()).digest()[:8]))


Situation = Callable[[Sitter], Placed]


def _turned(degrees: float) -> Situation:
    return lambda sitter: turned(sitter.pixels, degrees)


def _tilted(degrees: float) -> Situation:
    return lambda sitter: turned(sitter.pixels, sitter.way * degrees)


SITUATIONS: dict[str, Situation] = {
    "as it is": lambda sitter: Placed(sitter.pixels, np.eye(3)),
    **{f"turned by {degrees}°": _turned(degrees) for degrees in (90, 180, 270)},
    **{f"tilted by {degrees}°": _tilted(degrees) for degrees in (15, 30, 45, 60)},
    "tight crop, forehead to chin": lambda sitter: tight_crop(sitter.pixels, sitter.box),
    "half beyond the left or right edge": lambda sitter: half_outside(
        sitter.pixels, sitter.box, "left" if sitter.way < 0 else "right"
    ),
    "upper half beyond the edge": lambda sitter: half_outside(sitter.pixels, sitter.box, "top"),
    "lower half beyond the edge": lambda sitter: half_outside(sitter.pixels, sitter.box, "bottom"),
    "behind glass that reflects a quarter": lambda sitter: behind_glass(sitter.pixels, sitter.reflected, 0.25),
    "behind glass that reflects half": lambda sitter: behind_glass(sitter.pixels, sitter.reflected, 0.5),
    "behind dirty glass": lambda sitter: behind_dirt(sitter.pixels, sitter.generator()),
    "poster on a wall": lambda sitter: poster(sitter.pixels, sitter.generator()),
    "screen in a dim room": lambda sitter: screen(sitter.pixels, sitter.generator()),
}
"""By what figures call them."""


def run_situations(detector: Detector, folder: Path, limit: int | None) -> list[Measurement]:
    """Each situation's figures, on at most `limit` pictures (N_PICTURES if None) whose central face is found as the
    picture is: that find says where the face is."""
    command = f"python -m forensics benchmark situations --detector {detector.card.name}"
    command += f" --limit {limit}" if limit else ""
    pictures = balanced_subset(archive_members(folder / f"{dataset_names.SEEN}.tar"), limit or N_PICTURES)
    sitters = list(_sitters(pictures))
    figures, before = [], None
    for name, situation in SITUATIONS.items():
        found = [_found(detector, situation(one), one.box) for one in tqdm(sitters, desc=name, mininterval=5)]
        answers = _predictions(found, [is_forged(sitter.name) for sitter in sitters])
        overlaps = np.array([overlap for overlap, finding in found if finding is not None])
        where = dataset_names.situation(name), command
        figures += _figures(answers, overlaps, *where)
        if before is not None:
            figures.append(_score_change(before, answers, *where))
        before = answers if before is None else before
    return figures


def _sitters(pictures: Sequence[tuple[str, bytes]]) -> Iterator[Sitter]:
    frames = [(name, decode_as_analysis(content)) for name, content in pictures]
    for number, ((name, frame), (_, after)) in enumerate(pairwise([*frames, frames[0]])):
        region = central_region(frame)
        if region is not None:
            height, width = after.pixels.shape[:2]
            quarter = after.pixels[: (height + 1) // 2, : (width + 1) // 2]  # its face would be on the face
            yield Sitter(name, frame.pixels, region.box, quarter, number % 2 * 2 - 1)


def _found(detector: Detector, placed: Placed, upright: Box) -> tuple[float, FaceFinding | None]:
    """How far the find that fits best covers the face, and what the whole way of a photograph says of it; None where it
    fits too badly to be this face. upright: the face's box in the picture as it is."""
    box = placed_box(upright, placed)
    search = SearchSettings(AnalysisSettings().max_faces)
    ((findings, _),) = detector.detect([Frame(0, 0.0, placed.pixels)], search)
    overlap, number = max(((iou(one.region.box, box), -i) for i, one in enumerate(findings)), default=(0.0, 0))
    return overlap, findings[-number] if overlap >= MATCH_IOU else None


def _predictions(found: Sequence[tuple[float, FaceFinding | None]], forged: Sequence[bool]) -> Predictions:
    findings = [finding for _, finding in found]
    return Predictions(
        np.array([np.nan if one is None else one.fake_score for one in findings]),
        np.array(["" if one is None else one.decision.verdict for one in findings]),
        np.array(forged),
        np.array([np.nan if one is None else leading_ratio(one.decision) for one in findings]),
    )


def _figures(answers: Predictions, overlaps: NDArray[np.float64], data: str, command: str) -> list[Measurement]:
    refused = answers.verdicts[answers.found] == Verdict.NOT_EVALUATED
    return [
        proportion(Metric.FACES_FOUND, answers.found, data, command),
        _mean(Metric.BOX_OVERLAP, overlaps, data, command),
        proportion(Metric.NOT_EVALUATED, refused, data, command),
        false_alarm_rate(answers, data, command),
        proportion(Metric.DETECTED, answers.called(Verdict.SIGNS, True), data, command),
    ]


def _score_change(before: Predictions, answers: Predictions, data: str, command: str) -> Measurement:
    """Over the faces that are found in the picture as it is and in the made one."""
    change = np.abs(answers.scores - before.scores)
    return _mean(Metric.SCORE_CHANGE, change[~np.isnan(change)], data, command)


def _mean(name: str, values: NDArray[np.float64], data: str, command: str) -> Measurement:
    """With its bootstrap interval: 0 to 1 where there is no value."""
    low, high = bootstrap_mean(values) if len(values) else (0.0, 1.0)
    return Measurement(name, float(values.sum()) / max(1, len(values)), low, high, len(values), data, command)
