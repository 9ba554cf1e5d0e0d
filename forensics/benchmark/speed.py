"""How long it takes. Ratios within one run first: machines differ and are noisy, ratios less so."""

import io
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from forensics.analysis.image import analyze_image
from forensics.benchmark.statistics import N_RESAMPLES
from forensics.detectors.crop_detector import CropDetector
from forensics.detectors.engines import EAGER, OPENVINO, PyTorchEngine, runnable_engines
from forensics.faces.detection import photograph_settings, shared_face_detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.media.image import decode_image, probe_image
from forensics.types.analysis import AnalysisSettings, FaceFinding, FaceRegion, Frame, ImageFile
from forensics.types.model_card import Measurement

N_REPEATS = 9
COMMAND = "python -m forensics benchmark speed"
PORTRAIT = Path(__file__).parents[2] / "sample_media" / "collins.jpg"
TWELVE_MEGAPIXELS = (4000, 3000)


def time_calls(work: Callable[[], object], repeats: int = N_REPEATS) -> list[float]:
    """Seconds of each of several calls, after one that warms up."""
    return time_interleaved([work], repeats)[0]


def time_interleaved(works: Sequence[Callable[[], object]], repeats: int = N_REPEATS) -> list[list[float]]:
    """The same of several works, in turn, so that a slow spell of the machine meets all of them."""
    for work in works:
        work()
    measured: list[list[float]] = [[] for _ in works]
    for _ in range(repeats):
        for work, seconds in zip(works, measured, strict=True):
            started = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - started)
    return measured


def group_photograph(columns: int, rows: int, size: tuple[int, int] = TWELVE_MEGAPIXELS) -> bytes:
    """A JPEG of size (width, height) with columns × rows copies of the sample portrait."""
    portrait = Image.open(PORTRAIT)
    cell = (size[0] // columns, size[1] // rows)
    scale = min(cell[0] / portrait.width, cell[1] / portrait.height)
    tile = portrait.resize((int(portrait.width * scale), int(portrait.height * scale)))
    canvas = Image.new("RGB", size, "gray")
    for i in range(columns * rows):
        canvas.paste(tile, (i % columns * cell[0], i // columns * cell[1]))
    encoded = io.BytesIO()
    canvas.save(encoded, "JPEG", quality=90)
    return encoded.getvalue()


def run_speed(
    detector: CropDetector, baseline: CropDetector, explain_face: Callable[[FaceFinding], object]
) -> list[Measurement]:
    """explain_face makes the maps that the Explain page shows first for one face."""
    photograph = group_photograph(4, 2)
    media = probe_image(photograph, "group.jpg")
    faces = analyze_image(media, AnalysisSettings(), detector).findings
    regions = [finding.region for finding in faces]
    return [
        *_network_ratio(detector, baseline, regions),
        *engine_figures(detector, regions),
        time_metric(
            dataset_names.photograph_seconds(len(faces)),
            _analysis_times(photograph, detector),
        ),
        time_metric(
            Metric.DECODING_SECONDS,
            time_calls(lambda: decode_image(media)),
        ),
        time_metric(Metric.FACE_FINDING_SECONDS, time_calls(lambda: _find(decode_image(media)), 3)),
        time_metric(Metric.FIRST_SCORES_SECONDS, time_calls(lambda: _first_scores(media, detector), 5)),
        time_ratio_metric(
            Metric.ANALYSIS_TIME_RATIO,
            _analysis_times(group_photograph(8, 4), detector),
            _analysis_times(group_photograph(1, 1), detector),
        ),
        time_ratio_metric(
            Metric.SCORING_TIME_RATIO,
            time_calls(lambda: detector.score((regions * 32)[:32]), 5),
            time_calls(lambda: detector.score(regions[:1])),
        ),
        time_metric(Metric.FIRST_MAPS_SECONDS, time_calls(lambda: explain_face(faces[0]), 3)),
    ]


def _analysis_times(content: bytes, detector: CropDetector) -> list[float]:
    return time_calls(lambda: analyze_image(probe_image(content, "group.jpg"), AnalysisSettings(), detector), 5)


def _network_ratio(detector: CropDetector, baseline: CropDetector, regions: list[FaceRegion]) -> list[Measurement]:
    """Both networks get the same faces in the same number at once, in the same memory layout."""
    figures = []
    for count in (1, PyTorchEngine.batch_size):
        ours, theirs = time_forward_passes([detector, baseline], regions[:count])
        figures.append(time_ratio_metric(dataset_names.time_ratio_at_once(count), ours, theirs))
        figures.append(time_metric(dataset_names.milliseconds_at_once(count), [1000 * t / count for t in ours]))
    return figures


@torch.inference_mode()
def time_forward_passes(detectors: Sequence[CropDetector], regions: Sequence[FaceRegion]) -> list[list[float]]:
    """Seconds of each network alone on these faces at once, in each of several calls."""
    inputs = [detector.preprocess(regions) for detector in detectors]
    return time_interleaved([partial(detector.network, x) for detector, x in zip(detectors, inputs, strict=True)])


def engine_figures(detector: CropDetector, regions: list[FaceRegion]) -> list[Measurement]:
    """The default engine, where it runs here, and PyTorch: faces scored as always, alone and beside one busy process,
    in turn."""
    makers = {name: make for name, make in runnable_engines().items() if name in (OPENVINO, EAGER)}
    engines = {
        name: replace(detector, engine=make(detector.network, detector.card.input_size))
        for name, make in makers.items()
    }
    wanted = np.array(engines[EAGER].predict_scores(regions))
    alone = _score_times(engines, regions)
    with busy_processes(1):
        busy = _score_times(engines, regions)
    figures = [time_ratio_metric(Metric.BUSY_TIME_RATIO, busy[name], alone[name], name) for name in engines]
    for name in engines.keys() - {EAGER}:
        difference = float(np.abs(np.array(engines[name].predict_scores(regions)) - wanted).max())
        figures += [
            time_ratio_metric(Metric.ENGINE_TIME_RATIO, alone[name], alone[EAGER], name),
            time_ratio_metric(Metric.BUSY_ENGINE_TIME_RATIO, busy[name], busy[EAGER], name),
            Measurement(Metric.ENGINE_DIFFERENCE, difference, None, None, len(regions), name, COMMAND),
        ]
    return figures


def _score_times(engines: Mapping[str, CropDetector], regions: list[FaceRegion]) -> dict[str, list[float]]:
    times = time_interleaved([partial(detector.score, regions) for detector in engines.values()])
    return dict(zip(engines, times, strict=True))


@contextmanager
def busy_processes(number: int) -> Iterator[None]:
    """So many that compute without a pause meanwhile."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def _first_scores(media: ImageFile, detector: CropDetector) -> None:
    detector.detect([decode_image(media)], photograph_settings(AnalysisSettings()))


def _find(frame: Frame) -> None:
    shared_face_detector().detect(frame, 100)


def time_metric(name: str, measured: list[float], data: str = "median", command: str = COMMAND) -> Measurement:
    """The median of the repeats, with their range."""
    return Measurement(name, statistics.median(measured), min(measured), max(measured), len(measured), data, command)


def time_ratio_metric(
    name: str, measured: list[float], reference: list[float], data: str = "ratio of medians", command: str = COMMAND
) -> Measurement:
    """Ratio of medians with a bootstrap interval over the repeats."""
    generator = np.random.default_rng(0)

    def median(values: list[float]) -> float:
        return float(np.median(generator.choice(values, len(values))))

    ratios = [median(measured) / median(reference) for _ in range(N_RESAMPLES)]
    low, high = np.quantile(ratios, [0.025, 0.975])
    value = statistics.median(measured) / statistics.median(reference)
    return Measurement(name, value, float(low), float(high), len(measured), data, command)
