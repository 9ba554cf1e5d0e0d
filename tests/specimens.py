"""Small values of every type, made by hand, for the tests of `explain`."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from small_detector import small_card
from torch import Tensor, nn

from explain.report import Report
from explain.types import Explanation
from forensics.network import NetworkOutput
from forensics.network.latent import half_activations
from forensics.squares import from_square, to_square
from forensics.types import (
    AnalysisResult,
    AnalysisSettings,
    Box,
    Decision,
    FaceFinding,
    FaceRegion,
    FailedFile,
    MediaFile,
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

    def forward(self, crops: Tensor) -> NetworkOutput:
        activations = half_activations(self.encoder(crops))
        return NetworkOutput(4 * (activations[:, 1] - activations[:, 0]) + 0.5, crops[:, :1], crops, activations)


class LinearNetwork(nn.Module):
    """logit = sum of weight · x. weight: (3, S, S)."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("weight", weight)
        self.eval()

    def forward(self, crops: Tensor) -> NetworkOutput:
        return NetworkOutput((crops * self.weight).sum((1, 2, 3)), crops[:, :1], crops, torch.zeros(len(crops), 2))


class TinyDetector:
    """The part of a detector that explanations use."""

    def __init__(self, network: nn.Module, side: int) -> None:
        self.network = network
        self.side = side

    def to_input(self, regions: Sequence[FaceRegion]) -> Tensor:
        squares = np.stack([to_square(region.crop, self.side) for region in regions])
        return torch.from_numpy(squares).permute(0, 3, 1, 2).float() / 255

    def to_crop(self, square: NDArray[np.float32], region: FaceRegion) -> NDArray[np.float32]:
        return from_square(square, *region.crop.shape[:2])


def region_of(crop: NDArray[np.uint8], face_id: int = 1, left: int = 0, top: int = 0) -> FaceRegion:
    height, width = crop.shape[:2]
    box = Box(left, top, left + width, top + height)
    return FaceRegion(face_id, 0, 0.0, box, box, 0.9, None, crop)


def finding_of(region: FaceRegion, fake_score: float = 0.97, decision: Decision | None = None) -> FaceFinding:
    height, width = region.crop.shape[:2]
    mask = np.zeros((height, width), np.float32)
    mask[: height // 2] = 0.8
    signs = Decision("signs of manipulation", 120.0, "The score lies above the threshold.")
    reconstruction = np.clip(region.crop.astype(np.int16) + 10, 0, 255).astype(np.uint8)
    return FaceFinding(region, fake_score, mask, reconstruction, 0.04, decision or signs)


def result_of(findings: Sequence[FaceFinding], picture: NDArray[np.uint8], name: str = "group.png") -> AnalysisResult:
    """A result for a picture of which the overview is the whole; its bytes are the pixels themselves."""
    content = picture.tobytes()
    height, width = picture.shape[:2]
    media = MediaFile(name, "image", content, hashlib.sha256(content).hexdigest(), "image/png", width, height)
    versions = {"telltale": "0.1.0", "torch": "2.15.0"}
    return AnalysisResult(media, small_card(), AnalysisSettings(), tuple(findings), (), versions, picture)


def decision_of(verdict: Verdict) -> Decision:
    """A decision with the likelihood ratio and the reason that go with the verdict."""
    ratios = {"signs of manipulation": 120.0, "inconclusive": 1.5, "no signs found": 0.02, "not evaluated": None}
    return Decision(verdict, ratios[verdict], f"The reason for {verdict}.")


def explanation_of(finding: FaceFinding, method: str = "occlusion") -> Explanation:
    """A map that speaks for manipulation above and half as much against it below."""
    heat_map = np.full(finding.region.crop.shape[:2], -0.001, np.float32)
    heat_map[: len(heat_map) // 2] = 0.002
    return Explanation(finding.region.face_id, method, "fake_evidence", heat_map, 0.25)


def report_of(
    results: Sequence[AnalysisResult],
    failed: Sequence[FailedFile] = (),
    explanations: Mapping[tuple[str, int], tuple[Explanation, ...]] | None = None,
    **changes: str,
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
