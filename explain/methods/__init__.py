"""How a target is explained: one file a method, one entry in the registry, one function for all."""

import time
from collections.abc import Callable
from contextlib import nullcontext

import numpy as np
import torch
from numpy.typing import NDArray

from explain.methods.baseline import BASELINES
from explain.methods.face_input import explainable, face_input
from explain.methods.registry import DEFAULTS, METHODS, HeatMap, Method
from explain.methods.seeds import seed_generators
from explain.targets import TARGETS, target_score
from explain.types import Explanation, ExplanationRequest
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.registry import Detector
from forensics.error_codes import ExplanationCode
from forensics.errors import ExplanationError
from forensics.types.analysis import FaceFinding

__all__ = ["DEFAULTS", "METHODS", "Method", "OnProgress", "check_question", "draw_map", "explain"]

OnProgress = Callable[[float], None]
"""Called with the share done, in [0, 1]. What it raises stops the work."""


def check_question(question: ExplanationRequest) -> None:
    """Raises ExplanationError: `unknown_method`, `unknown_target`, `unknown_baseline`."""
    for name, known, code in (
        (question.method, METHODS, ExplanationCode.UNKNOWN_METHOD),
        (question.target, TARGETS, ExplanationCode.UNKNOWN_TARGET),
        (question.baseline, BASELINES, ExplanationCode.UNKNOWN_BASELINE),
    ):
        if name not in known:
            raise ExplanationError(code, came=repr(name), known=", ".join(known))


def explain(
    detector: Detector, finding: FaceFinding, question: ExplanationRequest, progress: OnProgress = lambda _share: None
) -> Explanation:
    """Answer one question about one finding of this detector.

    Raises ExplanationError: as `check_question` and `explainable`, `no_mask` and `no_region` where the target is not
    there, `not_finite`, `empty` where nothing in the face moves the target, or a code of the method where it has no
    answer.
    """
    check_question(question)
    crops = explainable(detector)
    started = time.perf_counter()
    heat_map = _map(METHODS[question.method].heat_map, crops, crops.network, finding, question, progress)
    title = METHODS[question.method].title
    if not np.isfinite(heat_map).all():
        raise ExplanationError(ExplanationCode.NOT_FINITE, method=title)
    if not heat_map.any():
        raise ExplanationError(ExplanationCode.NOTHING_MOVES_TARGET, method=title, target=question.target)
    return Explanation(finding.region.face_id, question, heat_map, time.perf_counter() - started)


def draw_map(
    detector: CropDetector,
    network: torch.nn.Module,
    finding: FaceFinding,
    question: ExplanationRequest,
    progress: OnProgress = lambda _share: None,
) -> NDArray[np.float32]:
    """The map of a question for a network that may be another than the detector's, (h, w) float32, neither checked nor
    refined: to compare maps with, not to be shown.

    Raises ExplanationError where the method has no answer at all.
    """
    method = METHODS[question.method]
    return _map(method.sketch or method.heat_map, detector, network, finding, question, progress)


def _map(
    drawn: HeatMap,
    detector: CropDetector,
    network: torch.nn.Module,
    finding: FaceFinding,
    question: ExplanationRequest,
    progress: OnProgress,
) -> NDArray[np.float32]:
    method, done = METHODS[question.method], 0

    def tick(faces: int) -> None:
        nonlocal done
        done += faces
        progress(min(1.0, done / method.passes))

    face = face_input(detector, finding.region, question.baseline)
    side = face.views.squares.shape[-1]
    own = detector if network is detector.network else None
    score = target_score(network, finding, question.target, question.place, side, tick, own)
    with (
        torch.autocast(face.views.squares.device.type, enabled=False),  # bfloat16 gradients are too coarse to add up
        seed_generators(question.seed) if method.draws else nullcontext(),
    ):
        return drawn(score, face)
