"""By which network each part of a fit is scored.

What a score is worth for kinds of forgery that a network may not know can only be fitted on kinds that it does not
know. Version 3 was trained on all of those there are: in its fit, version 2 stands in for it on the parts that it
trained on, forged and untouched. Its logits are brought to the scale of the network under fit by a straight line.
Thresholds hang on the upper tail of untouched faces, so it is the line that makes this tail agree, on faces as found
that were held out for both networks and that the gate lets pass.
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
from forensics.fitting.states import AS_FOUND, STATES
from forensics.network import NetworkInput, NetworkOutput, TelltaleNet
from forensics.training.loop import load_network
from forensics.training.stretch import START_VERSION, start_weights, trained_parts
from forensics.types.model_card import DetectorCard

TAIL = np.linspace(0.9, 0.99, 10)
"""Shares of untouched faces below the logits on which two networks are made to agree."""


class LogitMap(NamedTuple):
    """A straight line from logits of version 2 to the scale of another network."""

    slope: float
    intercept: float

    def to_scale(self, answers: Answers) -> Answers:
        """Answers of version 2 with their logits on the other network's scale, those of its streams too."""
        features = answers.features.copy()
        features[:, :2] = self.slope * features[:, :2] + self.intercept
        features[:, 2] *= self.slope  # a range of logits
        return replace(answers, logit=self.slope * answers.logit + self.intercept, features=features)


class RescaledNet(TelltaleNet):
    """A network whose logits are brought to the scale of another's; its masks and maps are its own."""

    def __init__(self, logit_map: LogitMap) -> None:
        super().__init__()
        self.logit_map = logit_map

    def forward(self, views: NetworkInput, manipulated: Tensor | None = None, *, decoded: bool = True) -> NetworkOutput:
        output = super().forward(views, manipulated, decoded=decoded)
        streams = None if output.stream_logits is None else self._to_scale(output.stream_logits)
        return output._replace(logit=self._to_scale(output.logit), stream_logits=streams)

    def _to_scale(self, logits: Tensor) -> Tensor:
        return self.logit_map.slope * logits + self.logit_map.intercept


class Scorers(NamedTuple):
    """Who scores in the fit of a detector. folder: of the data; kept: where answers are kept. logit_map: of version 2,
    None where it is not asked."""

    detector: CropDetector
    folder: Path
    kept: Path
    logit_map: LogitMap | None

    def answers(self, part: str) -> Answers:
        """Answers on one part of the fit, in every state, on the scale of the detector."""
        if self.logit_map is None or part not in trained_parts(self.detector.card):
            return _load_answers(self.detector, part, self.folder, self.kept / "fitted")
        older = version_2(self.detector, LogitMap(1, 0))
        return self.logit_map.to_scale(_load_answers(older, part, self.folder, self.kept / "older"))

    def detectors(self) -> dict[str, CropDetector]:
        """For every part the detector that scores it, on the scale of the one under fit."""
        trained = () if self.logit_map is None else trained_parts(self.detector.card)
        stand_in = self.detector if self.logit_map is None else version_2(self.detector, self.logit_map)
        return {part: stand_in if part in trained else self.detector for part in CALIBRATION_PARTS}


def find_scorers(detector: CropDetector, folder: Path, kept: Path) -> Scorers:
    """The detector alone, or beside it version 2 for the parts that it was trained on, with the map of its logits.

    Raises TrainingError (`missing_start`) where version 2 is needed and not installed.
    """
    trained = trained_parts(detector.card)
    if not trained:
        return Scorers(detector, folder, kept, None)
    older, newer, unmapped = [], [], version_2(detector, LogitMap(1, 0))
    for part in (part for part in CALIBRATION_PARTS if part not in trained):
        older.append(_load_answers(unmapped, part, folder, kept / "older", (AS_FOUND,)))
        newer.append(_load_answers(detector, part, folder, kept / "fitted"))
    found = concatenate(newer)
    return Scorers(detector, folder, kept, fit_logit_map(concatenate(older), found.select(found.state == AS_FOUND)))


def _load_answers(
    detector: CropDetector, part: str, folder: Path, kept: Path, states: tuple[str, ...] = tuple(STATES)
) -> Answers:
    return load_or_score_part(detector, part, partial(calibration_images, part, folder), kept, states)


def fit_logit_map(older: Answers, newer: Answers) -> LogitMap:
    """The line that brings the upper tail of the older network's untouched faces nearest to that of the newer one's.

    Either: the same faces in the same order; those that the gate refuses take no part. Sources and faces weigh as in a
    ratio. Rounded, so that the last digits of a machine's arithmetic move nothing.
    """
    rows = ~newer.manipulated & (newer.quality != "")
    weights = newer.select(rows).weights
    tail, wanted = (weighted_quantiles(one.logit[rows], weights, TAIL) for one in (older, newer))
    slope, intercept = np.polyfit(tail, wanted, 1)
    return LogitMap(round(float(slope), 3), round(float(intercept), 3))


def weighted_quantiles(
    values: NDArray[np.float64], weights: NDArray[np.float64], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    """values, weights: (n,). For each share the value below which so much of the weight lies."""
    order = np.argsort(values, kind="stable")
    middles = np.cumsum(weights[order]) - weights[order] / 2
    return np.interp(shares, middles / weights.sum(), values[order])


def version_2(detector: CropDetector, logit_map: LogitMap) -> CropDetector:
    """Version 2 on the scale of the map, on the CPU, which decides by the card of the detector.

    Raises TrainingError (`missing_start`).
    """
    network = RescaledNet(logit_map)
    load_network(network, start_weights())
    network = network.to(memory_format=torch.channels_last).eval().requires_grad_(False)
    return replace(detector, network=network, lock=threading.Lock(), device=torch.device("cpu"), engine=None)


def scored_by(card: DetectorCard) -> str:
    """How kinds are unknown to the network that scored them, to be read after "forgeries of seven kinds"."""
    if trained_parts(card):
        return (
            f", scored by version {START_VERSION} of the network, which had seen none of them, on the scale of this one"
        )
    return " that the network was not trained on"
