"""A real detector around a network whose weights are set by hand: red speaks for manipulation, blue against it."""

import threading

import torch
from torch import Tensor, nn

from forensics.card import Calibration, DetectorCard, Figure, Thresholds
from forensics.detectors import Detector
from forensics.network import NetworkOutput, Views


class RedAgainstBlue(nn.Module):
    """logit = 10 · (mean red − mean blue); the mask's logit is 10 · (red − blue) of each pixel."""

    def forward(self, views: Views, _manipulated: Tensor | None = None) -> NetworkOutput:
        squares = views.squares
        difference = 10 * (squares[:, :1] - squares[:, 2:])  # (B, 1, S, S)
        return NetworkOutput(difference.mean((1, 2, 3)), difference, squares, torch.zeros(len(squares), 2))


def small_card(**changes: object) -> DetectorCard:
    values = {
        "name": "telltale",
        "version": "0",
        "title": "Red against blue",
        "architecture": "a difference",
        "weights_sha256": "0" * 64,
        "licence": "MIT",
        "papers": (),
        "training_data": ("none",),
        "training": {"seed": "0"},
        "input_size": 16,
        "thresholds": Thresholds(signs=0.9, no_signs=0.1, smallest_face=8),
        "calibration": Calibration(1.0, 0.0, 2.0, 100, 100, "none"),
        "figures": (Figure("AUC", 1.0, 0.9, 1.0, 10, "none", "none"),),
        "known_limits": ("knows colours only",),
    }
    return DetectorCard(**values | changes)


def small_detector(network: nn.Module | None = None, side: int = 16) -> Detector:
    """side: of the squares that the network sees."""
    return Detector(small_card(input_size=side), network or RedAgainstBlue().eval(), threading.Lock())
