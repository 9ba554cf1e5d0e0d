"""By which network each part of a fit is scored.

What a score is worth for kinds of forgery that a network may not know can only be fitted on kinds that it does not
know. Version 3 was trained on all of those there are: in its fit, version 2 stands in for it on the parts that it
trained on, forged and untouched. Its logits are brought to the scale of the network under fit by an affine map that
gives them the mean and the spread of the other's on faces as found that were held out for both.
"""

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from forensics.detectors.crop_detector import CropDetector
from forensics.fitting.answers import Answers, concatenate
from forensics.fitting.calibration_set import CALIBRATION_PARTS, calibration_images
from forensics.fitting.scoring import load_or_score_part
from forensics.fitting.states import AS_FOUND
from forensics.network import NetworkInput, NetworkOutput, TelltaleNet
from forensics.training.loop import load_network
from forensics.training.stretch import START, START_VERSION, trained_parts
from forensics.types.model_card import DetectorCard


class LogitMap(NamedTuple):
    """A map of logits, rising."""

    slope: float
    intercept: float


class RescaledNet(TelltaleNet):
    """A network whose logits are brought to the scale of another's; its masks and maps are its own."""

    def __init__(self, logit_map: LogitMap) -> None:
        super().__init__()
        self.logit_map = logit_map

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None) -> NetworkOutput:
        output = super().forward(views, manipulated)
        streams = None if output.stream_logits is None else self._to_scale(output.stream_logits)
        return output._replace(logit=self._to_scale(output.logit), stream_logits=streams)

    def _to_scale(self, logits: Tensor) -> Tensor:
        return self.logit_map.slope * logits + self.logit_map.intercept


def part_scorers(detector: CropDetector, folder: Path, out: Path) -> dict[str, CropDetector]:
    """Of each part of a fit the detector that scores it: the one under fit, or where that one trained on the part,
    version 2 on its scale, which decides by its card. out: where answers are kept."""
    trained = trained_parts(detector.card)
    if not trained:
        return dict.fromkeys(CALIBRATION_PARTS, detector)
    shared = [part for part in CALIBRATION_PARTS if part not in trained]
    unmapped = _load_version_2(detector, LogitMap(1, 0))
    older, newer = [], []
    for part in shared:
        images = partial(calibration_images, part, folder)
        older.append(load_or_score_part(unmapped, part, images, out / "older", (AS_FOUND,)))
        newer.append(load_or_score_part(detector, part, images, out / "fitted"))
    found = concatenate(newer)
    stand_in = _load_version_2(detector, fit_logit_map(concatenate(older), found.select(found.state == AS_FOUND)))
    return {part: stand_in if part in trained else detector for part in CALIBRATION_PARTS}


def fit_logit_map(older: Answers, newer: Answers) -> LogitMap:
    """The map of the older network's logits that gives them mean and standard deviation of the newer one's.

    Either: the same faces in the same order. Classes, kinds, sources and faces weigh as in a ratio.
    """
    weights = older.weights.copy()
    for label in (True, False):
        weights[older.manipulated == label] /= weights[older.manipulated == label].sum()
    (mean, spread), (wanted, wide) = (_moments(one.logit, weights) for one in (older, newer))
    slope = wide / spread
    return LogitMap(slope, wanted - slope * mean)


def _moments(values: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, float]:
    mean = float(np.average(values, weights=weights))
    return mean, float(np.average((values - mean) ** 2, weights=weights)) ** 0.5


def _load_version_2(detector: CropDetector, logit_map: LogitMap) -> CropDetector:
    network = RescaledNet(logit_map)
    load_network(network, START)
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return replace(detector, network=network, lock=threading.Lock(), device=torch.device("cpu"), run=None)


def scored_by(card: DetectorCard) -> str:
    """How kinds are unknown to the network that scored them, to be read after "forgeries of seven kinds"."""
    if trained_parts(card):
        return (
            f", scored by version {START_VERSION} of the network, which had seen none of them, on the scale of this one"
        )
    return " that the network was not trained on"
