"""By which network each part of a fit is scored.

What a score is worth for kinds of forgery that a network may not know can only be fitted on kinds that it does not
know. Version 3 was trained on all of those there are: in its fit, version 2 stands in for it on the parts that it
trained on, forged and untouched. Its logits are brought to the scale of the network under fit by an affine map that
gives them the mean and the spread of the other's on faces as found that were held out for both.
"""

import threading
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from forensics.detectors.crop_detector import CropDetector
from forensics.fitting.answers import Answers, joined
from forensics.fitting.scoring import answers_of
from forensics.fitting.states import AS_FOUND
from forensics.fitting.subjects import PARTS, fitted_on
from forensics.network import NetworkOutput, TelltaleNet, Views
from forensics.training.loop import load_network
from forensics.training.stretch import START, START_VERSION, trained_parts
from forensics.types.model_card import DetectorCard


class Line(NamedTuple):
    """A map of logits, rising."""

    slope: float
    intercept: float


class OnScale(TelltaleNet):
    """A network whose logits are brought to the scale of another's; its masks and maps are its own."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line

    def forward(self, views: Views, manipulated: Tensor | None = None) -> NetworkOutput:
        output = super().forward(views, manipulated)
        logits = (output.logit, output.stream_logits)
        mapped = (None if one is None else self.line.slope * one + self.line.intercept for one in logits)
        logit, stream_logits = mapped
        return output._replace(logit=logit, stream_logits=stream_logits)


def scorers(detector: CropDetector, folder: Path, out: Path) -> dict[str, CropDetector]:
    """Of each part of a fit the detector that scores it: the one under fit, or where that one trained on the part,
    version 2 on its scale, which decides by its card. out: where answers are kept."""
    trained = trained_parts(detector.card)
    if not trained:
        return dict.fromkeys(PARTS, detector)
    shared = [part for part in PARTS if part not in trained]
    unmapped = _older(detector, Line(1, 0))
    older, newer = [], []
    for part in shared:
        older.append(answers_of(unmapped, part, lambda part=part: fitted_on(part, folder), out / "older", (AS_FOUND,)))
        newer.append(answers_of(detector, part, lambda part=part: fitted_on(part, folder), out / "fitted"))
    found = joined(newer)
    stand_in = _older(detector, line_between(joined(older), found.where(found.state == AS_FOUND)))
    return {part: stand_in if part in trained else detector for part in PARTS}


def line_between(older: Answers, newer: Answers) -> Line:
    """The map of the older network's logits that gives them mean and standard deviation of the newer one's.

    Either: the same faces in the same order. Classes, kinds, sources and faces weigh as in a ratio.
    """
    weights = older.weights.copy()
    for label in (True, False):
        weights[older.manipulated == label] /= weights[older.manipulated == label].sum()
    (mean, spread), (wanted, wide) = (_moments(one.logit, weights) for one in (older, newer))
    slope = wide / spread
    return Line(slope, wanted - slope * mean)


def _moments(values: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    mean = float(np.average(values, weights=weights))
    return mean, float(np.average((values - mean) ** 2, weights=weights)) ** 0.5


def _older(detector: CropDetector, line: Line) -> CropDetector:
    network = OnScale(line)
    load_network(network, START)
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return replace(detector, network=network, lock=threading.Lock(), device=torch.device("cpu"), run=None)


def whose(card: DetectorCard) -> str:
    """How kinds are unknown to the network that scored them, to be read after "forgeries of seven kinds"."""
    if trained_parts(card):
        return (
            f", scored by version {START_VERSION} of the network, which had seen none of them, on the scale of this one"
        )
    return " that the network was not trained on"
