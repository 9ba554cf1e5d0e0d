"""What a network costs: parameters, multiply-accumulates, time a face, speed of training. Ratios within one run."""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.utils.flop_counter import FlopCounterMode

from forensics.benchmark.speed import PORTRAIT, figure_of_times, forward_times, ratio_of_times, times
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.patches import CENTRES, WINDOW_SIDE
from forensics.faces.detection import face_finder
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.media.image import decode, read_media
from forensics.network import NETWORKS
from forensics.training import loop
from forensics.training.batches import Batch
from forensics.types.analysis import FaceRegion
from forensics.types.model_card import Figure

COMMAND = "python -m forensics benchmark cost"
BATCH = 32
STEPS = 3
"""Steps of training that are timed, after one that warms up."""


def measure(detectors: Sequence[CropDetector]) -> list[Figure]:
    """The figures of each detector, their data being its name; the baseline must be one of them."""
    regions, _ = face_finder().find(decode(read_media(PORTRAIT.read_bytes(), PORTRAIT.name)), 1)
    names = [detector.card.name for detector in detectors]
    seconds = dict(zip(names, forward_times(detectors, regions), strict=True))
    figures = []
    for name, detector in zip(names, detectors, strict=True):
        figures += [
            _count(Metric.PARAMETERS, sum(p.numel() for p in detector.network.parameters()), name),
            _count(Metric.MULTIPLY_ACCUMULATES, macs(detector, regions), name),
            figure_of_times(Metric.MILLISECONDS, [1000 * t for t in seconds[name]], name, COMMAND),
            ratio_of_times(Metric.TIME_RATIO, seconds[name], seconds[dataset_names.BASELINE], name, COMMAND),
            figure_of_times(Metric.TRAINING_SPEED, _training_rates(detector), name, COMMAND),
        ]
    return figures


@torch.no_grad()
def macs(detector: CropDetector, regions: Sequence[FaceRegion]) -> int:
    """Multiply-accumulates of convolutions and matrix products for one face: half of PyTorch's count of operations."""
    with FlopCounterMode(display=False) as counter:
        detector.network(detector.to_input(regions[:1]))
    return counter.get_total_flops() // 2


def _training_rates(detector: CropDetector) -> list[float]:
    return [BATCH / seconds for seconds in times(_training_step(detector), STEPS)]


def _training_step(detector: CropDetector) -> Callable[[], object]:
    """One step of training on a batch of noise, as `training.loop` takes it."""
    name, side = detector.card.name, detector.card.input_size
    network, settings = loop.build_network(name).train(), loop.TrainingSettings(network=name)
    optimizer, loss, device = loop._optimizer(network, settings), NETWORKS[name].loss, torch.device("cpu")
    windows = (BATCH, len(CENTRES), 3, WINDOW_SIDE, WINDOW_SIDE)
    families = torch.arange(BATCH) % 2 - 1  # untouched and forged in turn
    batch = Batch(_noise(BATCH, 3, side, side), _noise(*windows), _noise(BATCH, 1, side, side), families)
    return lambda: loop._step(network, batch, loss, optimizer, device)


def _noise(*shape: int) -> Tensor:
    return torch.randint(0, 256, shape, dtype=torch.uint8)


def _count(name: str, value: float, data: str) -> Figure:
    return Figure(name, float(value), None, None, 1, data, COMMAND)
