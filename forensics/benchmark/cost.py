"""What a network costs: parameters, multiply-accumulates, time a face, speed of training. Ratios within one run."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.utils.flop_counter import FlopCounterMode

from forensics.benchmark.speed import PORTRAIT, time_calls, time_forward_passes, time_metric, time_ratio_metric
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.patches import PATCH_CENTERS, PATCH_SIZE
from forensics.faces.detection import shared_face_detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.media.image import decode_image, probe_image
from forensics.network import NETWORKS
from forensics.training import loop
from forensics.training.batches import Batch
from forensics.types.analysis import FaceRegion
from forensics.types.model_card import Measurement

COMMAND = "python -m forensics benchmark cost"
BATCH_SIZE = 32
STEPS = 3
"""Steps of training that are timed, after one that warms up."""


def run_cost(detectors: Sequence[CropDetector]) -> list[Measurement]:
    """The figures of each detector, their data being its name; the baseline must be one of them."""
    regions, _ = shared_face_detector().detect(decode_image(probe_image(PORTRAIT.read_bytes(), PORTRAIT.name)), 1)
    names = [detector.card.name for detector in detectors]
    seconds = dict(zip(names, time_forward_passes(detectors, regions), strict=True))
    figures = []
    for name, detector in zip(names, detectors, strict=True):
        figures += [
            _conv_or_linear_macs(Metric.PARAMETERS, sum(p.numel() for p in detector.network.parameters()), name),
            _conv_or_linear_macs(Metric.MULTIPLY_ACCUMULATES, count_macs(detector, regions), name),
            time_metric(Metric.MILLISECONDS, [1000 * t for t in seconds[name]], name, COMMAND),
            time_ratio_metric(Metric.TIME_RATIO, seconds[name], seconds[dataset_names.BASELINE], name, COMMAND),
            time_metric(Metric.TRAINING_SPEED, _training_rates(detector), name, COMMAND),
        ]
    return figures


@torch.no_grad()
def count_macs(detector: CropDetector, regions: Sequence[FaceRegion]) -> int:
    """Multiply-accumulates of convolutions and matrix products for one face: half of PyTorch's count of operations."""
    with FlopCounterMode(display=False) as counter:
        detector.network(detector.preprocess(regions[:1]))
    return counter.get_total_flops() // 2


def _training_rates(detector: CropDetector) -> list[float]:
    return [BATCH_SIZE / seconds for seconds in time_calls(_training_step(detector), STEPS)]


def _training_step(detector: CropDetector) -> Callable[[], object]:
    """One step of training on a batch of noise, as `training.loop` takes it."""
    name, side = detector.card.name, detector.card.input_size
    network, settings = loop.build_network(name).train(), loop.TrainingSettings(network=name)
    optimizer, loss, device = loop._build_optimizer(network, settings), NETWORKS[name].loss, torch.device("cpu")
    windows = (BATCH_SIZE, len(PATCH_CENTERS), 3, PATCH_SIZE, PATCH_SIZE)
    families = torch.arange(BATCH_SIZE) % 2 - 1  # untouched and forged in turn
    batch = Batch(
        _random_crops(BATCH_SIZE, 3, side, side),
        _random_crops(*windows),
        _random_crops(BATCH_SIZE, 1, side, side),
        families,
    )
    return lambda: loop._training_step(network, batch, loss, optimizer, device)


def _random_crops(*shape: int) -> Tensor:
    return torch.randint(0, 256, shape, dtype=torch.uint8)


def _conv_or_linear_macs(name: str, value: float, data: str) -> Measurement:
    return Measurement(name, float(value), None, None, 1, data, COMMAND)
