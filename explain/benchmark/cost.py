"""What maps and their figures cost, as ratios to passes of the same face through the same network in the same run."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import torch

from explain.benchmark.protocol import COMMAND
from explain.faithfulness import assess_faithfulness, random_map_metrics
from explain.methods import METHODS, explain
from explain.types import ExplanationRequest
from forensics.analysis.image import analyze_image
from forensics.benchmark.speed import PORTRAIT, time_calls, time_interleaved, time_metric, time_ratio_metric
from forensics.detectors.crop_detector import CropDetector
from forensics.measurements.metrics import Metric
from forensics.media.image import probe_image
from forensics.types.analysis import AnalysisSettings, FaceFinding
from forensics.types.model_card import Measurement

N_REPEATS = 3
N_PASSES = 5
"""Passes of either kind between two maps."""


def run_cost(detector: CropDetector) -> Iterator[Measurement]:
    """Cost of the maps of the sample portrait's face, all cores at work."""
    media = probe_image(PORTRAIT.read_bytes(), PORTRAIT.name)
    finding = analyze_image(media, AnalysisSettings(), detector).findings[0]
    random = random_map_metrics(detector, finding, ExplanationRequest("gradcam"))
    seconds = time_calls(lambda: random_map_metrics(detector, finding, ExplanationRequest("gradcam")), N_REPEATS)
    yield time_metric(Metric.RANDOM_MAPS_SECONDS, seconds, "random maps", COMMAND)
    for method in METHODS:
        map_times, forward, both = _beside_passes(
            detector, finding, partial(explain, detector, finding, ExplanationRequest(method))
        )
        yield time_ratio_metric(Metric.MAP_OVER_FORWARD, map_times, forward, method, COMMAND)
        yield time_ratio_metric(Metric.MAP_OVER_BOTH, map_times, both, method, COMMAND)
        yield time_metric(Metric.MAP_SECONDS, map_times, method, COMMAND)
        explanation = explain(detector, finding, ExplanationRequest(method))
        seconds = time_calls(partial(assess_faithfulness, detector, finding, explanation, random), N_REPEATS)
        yield time_metric(Metric.FAITHFULNESS_SECONDS, seconds, method, COMMAND)


def _beside_passes(
    detector: CropDetector, finding: FaceFinding, draw: Callable[[], object]
) -> tuple[list[float], list[float], list[float]]:
    """Seconds of several maps, forward passes, and forward and backward passes, taken in turn."""
    views = detector.preprocess([finding.region])

    def forward() -> None:
        with torch.inference_mode():
            detector.network(views)

    def both() -> None:
        leaves = type(views)(*(view.clone().requires_grad_() for view in views))
        detector.network(leaves).logit.sum().backward()

    of_map, *of_passes = time_interleaved([draw, *[forward, both] * N_PASSES], N_REPEATS)
    return of_map, list(chain(*of_passes[::2])), list(chain(*of_passes[1::2]))
