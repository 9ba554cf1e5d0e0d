"""The table method × figure, with intervals, and the default choice that follows from it."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from explain.benchmark.cases import OWN_FAMILIES, SETS, BenchmarkSample, benchmark_samples
from explain.benchmark.rows import RANDOM_METHOD, MapRow, map_rows
from explain.methods import METHODS
from explain.types import Trust
from forensics.benchmark.scoring import proportion
from forensics.benchmark.statistics import bootstrap_mean
from forensics.cores import usable_cores
from forensics.detectors.registry import load_detector
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.training.dataset import TrainingFace
from forensics.types.model_card import Measurement
from forensics.validation import present

COMMAND = "python -m forensics benchmark explanations"

MEANS: dict[str, Callable[[MapRow], float | None]] = {
    Metric.DELETION_GAIN: lambda row: row.random_deletion - row.deletion,
    Metric.INSERTION_GAIN: lambda row: row.insertion - row.random_insertion,
    Metric.ROAD_GAIN: lambda row: row.road - row.random_road,
    Metric.INFIDELITY: lambda row: row.infidelity,
    Metric.SPARSENESS: lambda row: row.sparseness,
    Metric.ENERGY_LIFT: lambda row: row.energy / row.mask_share,
    Metric.MAP_IOU: lambda row: row.iou,
    Metric.RANDOMISED_CORRELATION: lambda row: None if row.rank_correlation is None else abs(row.rank_correlation),
    Metric.MAX_SENSITIVITY: lambda row: row.max_sensitivity,
}
"""Figures that are means over faces, in logits where they are areas or ROAD; None where a face does not count."""

MAX_PASSES = 150
"""Most passes of a method shown first: it is drawn, and four times over when it is tested, for every face that is
looked at."""


def run_faithfulness(
    detector_name: str, folder: Path, faces: Sequence[TrainingFace], out: Path, limit: int | None = None
) -> list[Measurement]:
    """Figures of every method, and of random maps, on each of SETS. Rows are kept in `out`, apart for each network.

    limit: at most so many faces, drawn from both sets alike.
    """
    every = list(benchmark_samples(folder, faces))
    some = np.random.default_rng(0).permutation(len(every))[:limit].tolist()
    command = COMMAND if limit is None else f"{COMMAND} --limit {limit}"
    rows_folder = out / "explanations" / load_detector(detector_name).card.weights_sha256[:12]
    work = partial(_work, detector_name=detector_name, folder=rows_folder)
    workers = usable_cores()
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=torch.set_num_threads, initargs=(1,)) as pool:
        rows = [row for found in tqdm(pool.map(work, some, [every[i] for i in some]), total=len(some)) for row in found]
    return [
        figure
        for data in SETS
        for method in (*METHODS, RANDOM_METHOD)
        for figure in method_metrics(_of(rows, method, data), method, data, command)
    ]


def _work(number: int, case: BenchmarkSample, detector_name: str, folder: Path) -> list[MapRow]:
    return map_rows(case, number, load_detector(detector_name), folder)


def _of(rows: Sequence[MapRow], method: str, data: str) -> list[MapRow]:
    return [row for row in rows if row.method == method and row.data == data]


def method_metrics(rows: Sequence[MapRow], method: str, data: str, command: str = COMMAND) -> Iterable[Measurement]:
    """The figures of one method on one set of faces."""
    where = dataset_names.of_method(method, data), command
    for name, value in MEANS.items():
        values = np.array([v for v in map(value, rows) if v is not None])
        if len(values):
            yield Measurement(name, float(values.mean()), *bootstrap_mean(values), len(values), *where)
    yield proportion(Metric.POINTING_GAME, np.array([row.pointing_hit for row in rows if row.detected], bool), *where)
    judged = [row.trust for row in rows if row.trust is not None]
    for trust in Trust if judged else ():
        yield proportion(dataset_names.maps_with_verdict(trust), np.array([one == trust for one in judged]), *where)


def choose_defaults(figures: Sequence[Measurement]) -> tuple[str, ...]:
    """The methods to show first: of each library the one with the largest gains together, on OWN.

    Out of those whose two gains over random maps have intervals clear of zero, whose maps are unlike those of
    randomized weights, and which take at most MAX_PASSES. Fewer than two where a library has none.
    """
    known = {(figure.name, figure.data): figure for figure in figures}

    def of(name: str, method: str) -> Measurement:
        return known[name, dataset_names.of_method(method, OWN_FAMILIES)]

    def value(name: str, method: str) -> float:
        return present(of(name, method).value)

    best: dict[str, str] = {}
    tried = [
        method
        for method in METHODS
        if (Metric.RANDOMISED_CORRELATION, dataset_names.of_method(method, OWN_FAMILIES)) in known
    ]
    for method in sorted(tried, key=lambda m: -value(Metric.DELETION_GAIN, m) - value(Metric.INSERTION_GAIN, m)):
        clear = all((of(name, method).low or 0) > 0 for name in (Metric.DELETION_GAIN, Metric.INSERTION_GAIN))
        unlike = value(Metric.RANDOMISED_CORRELATION, method) <= dataset_names.MAX_CORRELATION
        if clear and unlike and METHODS[method].passes <= MAX_PASSES:
            best.setdefault(METHODS[method].library, method)
    return tuple(best.values())
