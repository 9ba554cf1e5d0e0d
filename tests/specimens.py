"""Small values of every type, made by hand, for the tests of `explain`."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np
import torch
from numpy.typing import NDArray
from reasons import BETWEEN
from small_detector import small_card
from torch import Tensor, nn

from explain.report import Report
from explain.types import (
    PIXEL_FRACTIONS,
    Explanation,
    ExplanationRequest,
    Faithfulness,
    MapMetrics,
    MaskAgreement,
    Trust,
)
from forensics.facts import told_fact
from forensics.network import NetworkInput, NetworkOutput
from forensics.network.latent import half_activations
from forensics.types.analysis import (
    AnalysisSettings,
    Box,
    Decision,
    FaceFinding,
    FaceRegion,
    FailedFile,
    ImageFile,
    ImageResult,
    Verdict,
)


class TinyNetwork(nn.Module):
    """Two channels at half the size: blue speaks for untouched, red for manipulated. logit = 4 (red - blue) + 0.5."""

    def __init__(self) -> None:
        super().__init__()
        mean_of_four = nn.Conv2d(3, 2, 2, stride=2, bias=False)
        with torch.no_grad():
            mean_of_four.weight.zero_()
            mean_of_four.weight[0, 2] = 0.25
            mean_of_four.weight[1, 0] = 0.25
        self.encoder = nn.Sequential(mean_of_four, nn.ReLU())
        self.requires_grad_(False).eval()

    def forward(self, views: NetworkInput, _manipulated: Tensor | None = None) -> NetworkOutput:
        squares = views.squares
        activations = half_activations(self.encoder(squares))
        return NetworkOutput(4 * (activations[:, 1] - activations[:, 0]) + 0.5, squares[:, :1], squares, activations)


class LinearNetwork(nn.Module):
    """logit = sum of weight · square + sum of window_weight · windows.

    weight: (3, S, S). window_weight: broadcast to (K, 3, W, W).
    """

    def __init__(self, weight: Tensor, window_weight: float | Tensor = 0.0) -> None:
        super().__init__()
        self.register_buffer("weight", weight)
        self.register_buffer("window_weight", torch.as_tensor(window_weight))
        self.eval()

    def forward(self, views: NetworkInput, _manipulated: Tensor | None = None) -> NetworkOutput:
        squares, windows = views
        logit = (squares * self.weight).sum((1, 2, 3)) + (windows * self.window_weight).sum((1, 2, 3, 4))
        return NetworkOutput(logit, squares[:, :1], squares, torch.zeros(len(squares), 2))


def region_of(crop: NDArray[np.uint8], face_id: int = 1, left: int = 0, top: int = 0) -> FaceRegion:
    height, width = crop.shape[:2]
    box = Box(left, top, left + width, top + height)
    return FaceRegion(face_id, 0, 0.0, box, box, 0.9, None, crop)


def finding_of(region: FaceRegion, fake_score: float = 0.97, decision: Decision | None = None) -> FaceFinding:
    height, width = region.crop.shape[:2]
    mask = np.zeros((height, width), np.float32)
    mask[: height // 2] = 0.8
    signs = Decision("signs of manipulation", 120.0, BETWEEN)
    reconstruction = np.clip(region.crop.astype(np.int16) + 10, 0, 255).astype(np.uint8)
    return FaceFinding(region, fake_score, mask, reconstruction, 0.04, decision or signs)


def result_of(findings: Sequence[FaceFinding], picture: NDArray[np.uint8], name: str = "group.png") -> ImageResult:
    """A result for a picture of which the overview is the whole; its bytes are the pixels themselves."""
    content = picture.tobytes()
    height, width = picture.shape[:2]
    media = ImageFile(name, "image", content, hashlib.sha256(content).hexdigest(), "image/png", width, height)
    versions = {"telltale": "0.1.0", "torch": "2.15.0"}
    return ImageResult(media, small_card(), AnalysisSettings(), tuple(findings), (), versions, picture)


def decision_of(verdict: Verdict) -> Decision:
    """A decision with the likelihood ratio and the reason that go with the verdict."""
    ratios = {"signs of manipulation": 120.0, "inconclusive": 1.5, "no signs found": 0.02, "not evaluated": None}
    return Decision(verdict, ratios[verdict], BETWEEN)


def explanation_of(
    finding: FaceFinding, method: str = "occlusion", faithfulness: Faithfulness | None = None, **asked: object
) -> Explanation:
    """A map that speaks for the target above and half as much against it below. asked: the rest of the question."""
    heat_map = np.full(finding.region.crop.shape[:2], -0.001, np.float32)
    heat_map[: len(heat_map) // 2] = 0.002
    return Explanation(finding.region.face_id, ExplanationRequest(method, **asked), heat_map, 0.25, faithfulness)


def figures_of(loss: float, energy: float | None = 0.75) -> MapMetrics:
    """Figures of a map whose deletion takes `loss` of the target's 4 at once, and whose insertion gives it back.

    The areas are 4 - 0.975 · loss and 0.975 · loss. energy: None where there is no mask to agree with.
    """
    deletion = (4.0, *[4.0 - loss] * (len(PIXEL_FRACTIONS) - 1))
    insertion = (0.0, *[loss] * (len(PIXEL_FRACTIONS) - 1))
    agreement = None if energy is None else MaskAgreement(energy, 0.5, energy > 0.5, energy / 2)
    return MapMetrics(deletion, insertion, loss / 4, 0.0123456, 0.3, agreement)


def faithfulness_of(trust: str = "faithful", energy: float | None = 0.75) -> Faithfulness:
    """A map that takes 3 of the target's 4 away, beside two random maps that take 1 and 2."""
    randomised = figures_of(0.5, energy)
    random = (figures_of(1.0, energy), figures_of(2.0, energy))
    return Faithfulness(
        figures_of(3.0, energy), random, randomised, 0.125, 0.5, Trust(trust), told_fact(f"It is {trust}."), 1.5
    )


def report_of(
    results: Sequence[ImageResult],
    failed: Sequence[FailedFile] = (),
    explanations: Mapping[tuple[str, int], tuple[Explanation, ...]] | None = None,
    **changes: str | datetime,
) -> Report:
    texts = {
        "case_number": "2026-17",
        "analyst": "A. Example",
        "notes": "",
        "created": "22 November 2026",
        "command": "python -m forensics analyze group.png",
    }
    versions = {"telltale": "0.1.0", "torch": "2.15.0"}
    return Report(
        **(texts | changes),
        results=tuple(results),
        failed=tuple(failed),
        explanations=explanations or {},
        versions=versions,
    )
