"""What maps and their figures cost, as ratios to passes of the same face through the same network in the same run."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import torch

from explain.benchmark.protocol import COMMAND
from explain.faithfulness import assess, random_figures
from explain.methods import METHODS, explain
from explain.types import Question
from forensics.analysis.image import analyze
from forensics.benchmark.speed import PORTRAIT, figure_of_times, ratio_of_times, times, times_in_turn
from forensics.detectors.crop_detector import CropDetector
from forensics.measurements.metrics import Metric
from forensics.media.image import read_media
from forensics.types.analysis import AnalysisSettings, FaceFinding
from forensics.types.model_card import Figure

REPEATS = 3
PASSES = 5
"""Of either kind between two maps."""


def measure(detector: CropDetector) -> Iterator[Figure]:
    """Of the face of the sample portrait, all cores at work."""
    media = read_media(PORTRAIT.read_bytes(), PORTRAIT.name)
    finding = analyze(media, AnalysisSettings(), detector).findings[0]
    random = random_figures(detector, finding, Question("gradcam"))
    seconds = times(lambda: random_figures(detector, finding, Question("gradcam")), REPEATS)
    yield figure_of_times(Metric.RANDOM_MAPS_SECONDS, seconds, "random maps", COMMAND)
    for method in METHODS:
        map_times, forward, both = _beside_passes(
            detector, finding, partial(explain, detector, finding, Question(method))
        )
        yield ratio_of_times(Metric.MAP_OVER_FORWARD, map_times, forward, method, COMMAND)
        yield ratio_of_times(Metric.MAP_OVER_BOTH, map_times, both, method, COMMAND)
        yield figure_of_times(Metric.MAP_SECONDS, map_times, method, COMMAND)
        explanation = explain(detector, finding, Question(method))
        seconds = times(partial(assess, detector, finding, explanation, random), REPEATS)
        yield figure_of_times(Metric.FAITHFULNESS_SECONDS, seconds, method, COMMAND)


def _beside_passes(
    detector: CropDetector, finding: FaceFinding, draw: Callable[[], object]
) -> tuple[list[float], list[float], list[float]]:
    """Seconds of several maps, forward passes, and forward and backward passes, taken in turn."""
    views = detector.to_input([finding.region])

    def forward() -> None:
        with torch.inference_mode():
            detector.network(views)

    def both() -> None:
        leaves = type(views)(*(view.clone().requires_grad_() for view in views))
        detector.network(leaves).logit.sum().backward()

    of_map, *of_passes = times_in_turn([draw, *[forward, both] * PASSES], REPEATS)
    return of_map, list(chain(*of_passes[::2])), list(chain(*of_passes[1::2]))
