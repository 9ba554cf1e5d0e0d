"""How far a map can be trusted: the figures of the map beside those of maps that know nothing."""

import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch
from captum.metrics import sensitivity_max
from numpy.typing import NDArray
from scipy.stats import spearmanr
from torch import Tensor, nn

from explain.faithfulness.controls import N_RANDOM_MAPS, draw_random_maps, randomize_weights
from explain.faithfulness.localization import localization_disagreement, mask_agreement, predicted_mask
from explain.faithfulness.masked_scorer import MaskedScorer
from explain.faithfulness.metrics import map_metrics
from explain.faithfulness.trust_verdict import trust_verdict
from explain.methods import METHODS, OnProgress, draw_map
from explain.methods.face_input import explainable
from explain.types import Explanation, ExplanationRequest, Faithfulness, MapMetrics
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.registry import Detector
from forensics.errors import ExplanationError
from forensics.types.analysis import FaceFinding

__all__ = ["assess_faithfulness", "localization_disagreement", "mask_agreement", "random_map_metrics"]

NOISE_SIGMA = 0.02
"""Share of full brightness, the most at any pixel: five gray values, which nobody sees."""

N_NOISY_COPIES = 2
"""Noisy copies of the face, for the maximum sensitivity; each costs as much as the map itself."""


def _silent(_share: float) -> None:
    pass


def random_map_metrics(
    detector: Detector, finding: FaceFinding, question: ExplanationRequest, progress: OnProgress = _silent
) -> tuple[MapMetrics, ...]:
    """The figures of maps drawn at random, for the face and target of a question, whatever its method."""
    trial, mask = MaskedScorer(explainable(detector), finding, question), predicted_mask(finding, question.target)
    found = []
    for number, map_ in enumerate(draw_random_maps(trial.shape), start=1):
        found.append(map_metrics(trial, map_, mask))
        progress(number / N_RANDOM_MAPS)
    return tuple(found)


def assess_faithfulness(
    detector: Detector,
    finding: FaceFinding,
    explanation: Explanation,
    random: Sequence[MapMetrics],
    progress: OnProgress = _silent,
) -> Explanation:
    """The same explanation with its faithfulness. random: of the same face and target, by `random_map_metrics`."""
    started = time.perf_counter()
    question, heat_map, crops = explanation.question, explanation.heat_map, explainable(detector)
    trial, mask = MaskedScorer(crops, finding, question), predicted_mask(finding, question.target)
    own = map_metrics(trial, heat_map, mask)
    progress(1 / 4)
    fresh = randomize_weights(crops.network, crops.preprocess([finding.region]), question.seed)
    other = _map(crops, fresh, finding, question, lambda share: progress((1 + share) / 4))
    of_other = None if other is None else map_metrics(trial, other, mask)
    correlation = None if other is None else _rank_correlation(trial.ranked(heat_map), trial.ranked(other))
    progress(2 / 4)
    verdict, reason = trust_verdict(own, random, of_other, correlation)
    measured = Faithfulness(
        figures=own,
        random=tuple(random),
        randomised=of_other,
        rank_correlation=correlation,
        max_sensitivity=_max_sensitivity(crops, trial, explanation, lambda share: progress((2 + 2 * share) / 4)),
        trust=verdict,
        reason=reason,
        seconds=time.perf_counter() - started,
    )
    progress(1.0)
    return replace(explanation, faithfulness=measured)


def _map(
    detector: CropDetector,
    network: nn.Module,
    finding: FaceFinding,
    question: ExplanationRequest,
    progress: OnProgress = _silent,
) -> NDArray[np.float32] | None:
    """None where the method has no answer for this network and face."""
    try:
        with torch.enable_grad():  # Captum measures without
            map_ = draw_map(detector, network, finding, question, progress)
    except ExplanationError:
        return None
    return map_ if np.isfinite(map_).all() and map_.any() else None


def _rank_correlation(first: NDArray[np.float32], second: NDArray[np.float32]) -> float:
    """Spearman's, in [-1, 1]; 1 of two even maps, which say the same: nothing; 0 of an even map and another."""
    even = [bool(one.min() == one.max()) for one in (first, second)]
    if any(even):
        return float(all(even))
    return float(spearmanr(first, second, axis=None).statistic)


def _max_sensitivity(
    detector: CropDetector, trial: MaskedScorer, explanation: Explanation, progress: OnProgress
) -> float:
    """Largest relative change of the smoothed map over N_NOISY_COPIES of the face, by `captum.metrics`."""
    finding, question, done = trial.finding, explanation.question, 0
    crop = torch.from_numpy(finding.region.crop.astype(np.float32) / 255).permute(2, 0, 1)[None]  # (1, 3, h, w)

    def copy_progress(share: float) -> None:
        progress((done + share) / N_NOISY_COPIES)

    def maps(crops: tuple[Tensor]) -> tuple[Tensor]:
        nonlocal done
        drawn = []
        for pixels in crops[0]:
            if torch.equal(pixels, crop[0]):
                # What is sketched of a noisy copy is compared with a sketch.
                refined = METHODS[question.method].sketch is not None
                map_ = _map(detector, detector.network, finding, question) if refined else explanation.heat_map
            else:
                copy = (pixels.permute(1, 2, 0).numpy() * 255).round().clip(0, 255).astype(np.uint8)
                changed = replace(finding, region=replace(finding.region, crop=copy))
                map_ = _map(detector, detector.network, changed, question, copy_progress)
                done += 1
            # A map that noise makes vanish has changed by all it was.
            drawn.append(torch.from_numpy(trial.ranked(np.zeros_like(explanation.heat_map) if map_ is None else map_)))
        return (torch.stack(drawn)[:, None],)  # of a bare tensor Captum would take the rows for maps

    def noisy(crops: Tensor, perturb_radius: float) -> tuple[Tensor]:
        generator = torch.Generator().manual_seed(question.seed)
        return (crops + perturb_radius * (2 * torch.rand(crops.shape, generator=generator) - 1),)

    return float(sensitivity_max(maps, crop, noisy, perturb_radius=NOISE_SIGMA, n_perturb_samples=N_NOISY_COPIES))
