"""How a target is explained: one file a method, one entry a method, one function for all."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from explain.methods import gradcam, integrated_gradients, occlusion
from explain.methods.viewing import ViewedFace, viewed_face
from explain.targets import TARGETS, TargetScore
from explain.types import Explanation
from forensics.detectors import Detector
from forensics.errors import ExplanationError
from forensics.types import FaceFinding


@dataclass(frozen=True, slots=True)
class Method:
    """A way to explain, with a sentence for a lay reader on what its map shows and one on what it does not."""

    title: str
    shows: str
    does_not_show: str
    heat_map: Callable[[TargetScore, ViewedFace], NDArray[np.float32]]
    """From the score and one face to (h, w) float32, signed, in logits per pixel of the crop."""


METHODS: dict[str, Method] = {
    "gradcam": Method(
        title="Grad-CAM",
        shows="Where the network's last feature map speaks for manipulation, and where against it.",
        does_not_show=(
            "Fine traces that the network finds in windows at the picture's own resolution, and fine detail: a cell is "
            "some fifteenth of the crop wide, and what it tells of may lie beside it."
        ),
        heat_map=gradcam.heat_map,
    ),
    "integrated_gradients": Method(
        title="Integrated Gradients",
        shows="How much each pixel adds to the evidence as a strongly blurred copy turns into the face.",
        does_not_show="What pixels do together, or what is wrong with them; another start gives another map.",
        heat_map=integrated_gradients.heat_map,
    ),
    "occlusion": Method(
        title="Occlusion",
        shows="How much evidence is lost when a patch an eighth of the crop wide is blurred at this place.",
        does_not_show="Evidence that is there twice: with one trace blurred, the network still sees the other.",
        heat_map=occlusion.heat_map,
    ),
}


def explain(detector: Detector, finding: FaceFinding, method: str, target: str = "fake_evidence") -> Explanation:
    """Explain one finding of this detector by one of METHODS, for one of TARGETS.

    Raises ExplanationError: `unknown_method`, `unknown_target`, or a code of the method where it has no answer.
    """
    if method not in METHODS:
        raise ExplanationError(
            f"There is no method {method!r}; choose from {', '.join(METHODS)}.", code="unknown_method"
        )
    if target not in TARGETS:
        raise ExplanationError(
            f"There is no target {target!r}; choose from {', '.join(TARGETS)}.", code="unknown_target"
        )
    started = time.perf_counter()
    face = viewed_face(detector, finding.region)
    score = TargetScore(detector.network, TARGETS[target])
    with torch.autocast(face.views.squares.device.type, enabled=False):  # bfloat16 gradients are too coarse to add up
        heat_map = METHODS[method].heat_map(score, face)
    if not np.isfinite(heat_map).all():
        raise ExplanationError(
            f"{METHODS[method].title} gave no finite map for this face; use the other methods.", code="not_finite"
        )
    return Explanation(finding.region.face_id, method, target, heat_map, time.perf_counter() - started)
