"""A real detector around a network whose weights are set by hand: red speaks for manipulation, blue against it."""

import threading

import torch
from torch import Tensor, nn

from forensics.detectors.crop_detector import CropDetector
from forensics.network import NetworkInput, NetworkOutput
from forensics.types.evidence import Calibration, ErrorRateBound, Evidence, PersonEvidence, SourceSpread, StateLimit
from forensics.types.model_card import DetectorCard, Measurement, Thresholds


class RedAgainstBlue(nn.Module):
    """logit = 10 · (mean red − mean blue); the mask's logit is 10 · (red − blue) of each pixel."""

    def forward(self, views: NetworkInput, _manipulated: Tensor | None = None) -> NetworkOutput:
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
        "figures": (Measurement("AUC", 1.0, 0.9, 1.0, 10, "none", "none"),),
        "known_limits": ("knows colors only",),
    }
    return DetectorCard(**values | changes)


SMALL_EVIDENCE = Evidence(
    ratio=Calibration(0.5, 0.0, 1.5, 200, 300, "kinds left out", log10_floor=-0.097),  # 1 / 1.25 to 31.6
    kinds=("montage", "diffusion"),
    hardest="montage",
    sources=("camera", "site"),
    untouched=((-2.0, 0.95), (0.0, 0.5), (2.0, 0.02)),
    spread=SourceSpread(mean=-2.0, between=1.0, within=1.0, faces=5.0),
    states={
        "clean": StateLimit(0.0, ErrorRateBound(0.02, 0.019, 700, "camera")),
        "small": StateLimit(0.5, ErrorRateBound(0.02, 0.031, 300, "site")),
    },
    masks=((0.0, 1.0), (0.2, 0.3), (0.4, 0.1)),
)

SMALL_PERSONS = PersonEvidence(
    ratio=Calibration(0.25, 0.0, 1.0, 40, 50, "clips of kinds left out", log10_floor=-0.2),
    known=Calibration(0.5, 0.0, 1.5, 40, 30, "clips of kinds known"),
    signs=0.8,
    no_signs=0.2,
    false_alarms=ErrorRateBound(0.02, 0.05, 40, "stills in motion"),
    untouched=((-2.0, 0.9), (0.0, 0.4), (4.0, 0.0)),
    kinds=("reenactment", "talking head"),
    hardest="talking head",
    real_clips=10,
)


def small_card_with_evidence(**changes: object) -> DetectorCard:
    """The small card with ratios of its own for kinds that it may not know, and for persons."""
    return small_card(**{"evidence": SMALL_EVIDENCE, "persons": SMALL_PERSONS} | changes)


def small_detector(network: nn.Module | None = None, side: int = 16) -> CropDetector:
    """side: of the squares that the network sees."""
    return CropDetector(small_card(input_size=side), network or RedAgainstBlue().eval(), threading.Lock())
