"""The benchmark of explanations: cases of made archives, rows of a tiny network, figures of rows made by hand."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from archives import make_archives
from small_detector import small_detector
from specimens import TinyNetwork, region_of, result_of
from training_faces import kept_back, training_faces

from explain import faithfulness
from explain.benchmark import cases as cases_module
from explain.benchmark import cost, protocol, rows
from explain.benchmark.cases import OWN_FAMILIES, BenchmarkSample, benchmark_samples
from explain.benchmark.protocol import choose_defaults, method_metrics
from explain.benchmark.rows import RANDOM_METHOD, MapRow, map_rows
from explain.faithfulness import controls
from explain.methods import METHODS
from forensics.measurements import dataset_names
from forensics.measurements.metrics import Metric
from forensics.synthesis.families import FAMILIES
from forensics.types.model_card import Measurement

pytestmark = pytest.mark.slow

SIDE = 16


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two methods and two random maps."""
    for module in (faithfulness, controls):
        monkeypatch.setattr(module, "N_RANDOM_MAPS", 2)
    for module in (rows, protocol, cost):
        monkeypatch.setattr(module, "METHODS", {name: METHODS[name] for name in ("hirescam", "gradcam")})


def case() -> BenchmarkSample:
    """Red in the upper half, which is what was manipulated; blue, which speaks against it, below."""
    crop = np.zeros((SIDE, SIDE, 3), np.uint8)
    crop[: SIDE // 2, :, 0], crop[SIDE // 2 :, :, 2] = 255, 10
    return BenchmarkSample("one", OWN_FAMILIES, region_of(crop), crop[..., 0] > 0)


def test_cases_have_masks_in_crop_pixels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_archives(tmp_path)
    monkeypatch.setattr(cases_module, "FACES_PER_FAMILY", 1)
    monkeypatch.setattr(cases_module, "FAMILIES", {name: FAMILIES[name] for name in ("hull_swap", "splice")})
    found = list(benchmark_samples(tmp_path, kept_back(training_faces(), watched=False)))
    assert [(one.name, one.data) for one in found] == [
        ("hull_swap-0", OWN_FAMILIES),
        ("splice-0", OWN_FAMILIES),
        ("pair_033", dataset_names.PAIRS),
        ("pair_034", dataset_names.PAIRS),
    ]
    assert all(one.mask.shape == one.region.crop.shape[:2] and one.mask.any() for one in found)
    assert found[2].mask.sum() == pytest.approx(120 * 90, rel=0.02)  # the whole of the archive's mask lies in the crop


@pytest.mark.usefixtures("few")
def test_a_face_has_a_row_for_each_method_and_one_for_a_random_map(tmp_path: Path) -> None:
    found = map_rows(case(), 1, small_detector(TinyNetwork(), SIDE), tmp_path)
    assert [row.method for row in found] == [RANDOM_METHOD, "hirescam", "gradcam"]
    random, cam = found[0], found[2]
    assert {(row.case, row.data, row.mask_share, row.detected) for row in found} == {("one", OWN_FAMILIES, 0.5, True)}
    assert cam.energy > 0.9 and cam.iou > 0.9 and cam.pointing_hit
    assert 0.3 < random.energy < 0.7
    assert cam.insertion > cam.random_insertion and cam.deletion < cam.random_deletion
    # not one of the faces whose maps are drawn again
    assert (cam.rank_correlation, cam.max_sensitivity, cam.trust) == (None, None, None)


@pytest.mark.usefixtures("few")
def test_some_faces_are_assessed(tmp_path: Path) -> None:
    found = map_rows(case(), 2 * rows.ASSESSED_EVERY, small_detector(TinyNetwork(), SIDE), tmp_path)
    assert found[0].trust is None  # nothing to assess of a random map
    assert all(row.trust in ("faithful", "weak", "not better than chance") for row in found[1:])
    assert all(row.max_sensitivity >= 0 for row in found[1:])


@pytest.mark.usefixtures("few")
def test_kept_rows_are_read_and_not_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    first = map_rows(case(), 1, small_detector(TinyNetwork(), SIDE), folder)
    assert [path.name for path in folder.iterdir()] == ["own-families_one.json"]

    def refuse(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr(rows, "random_map_metrics", refuse)
    assert map_rows(case(), 1, small_detector(TinyNetwork(), SIDE), folder) == first


@pytest.mark.usefixtures("few")
def test_a_method_without_an_answer_has_no_row(tmp_path: Path) -> None:
    black = replace(case(), region=region_of(np.zeros((SIDE, SIDE, 3), np.uint8)))
    found = map_rows(black, 1, small_detector(TinyNetwork(), SIDE), tmp_path)
    assert [row.method for row in found] == [RANDOM_METHOD]
    assert json.loads((tmp_path / "own-families_one.json").read_text())[0]["method"] == RANDOM_METHOD


def row(**changes: object) -> MapRow:
    values = {
        **{"case": "one", "data": OWN_FAMILIES, "method": "gradcam", "detected": True},
        **{"deletion": 1.0, "insertion": 3.0, "road": 0.5, "infidelity": 0.25, "sparseness": 0.5},
        **{"random_deletion": 2.0, "random_insertion": 2.5, "random_road": 0.25},
        **{"energy": 0.6, "mask_share": 0.2, "pointing_hit": True, "iou": 0.4},
    }
    return MapRow(**values | changes)


def figures(*some: MapRow) -> dict[str, Measurement]:
    return {figure.name: figure for figure in method_metrics(some, "gradcam", OWN_FAMILIES)}


def test_figures_are_means_over_faces_beside_random_maps() -> None:
    found = figures(row(), row(deletion=0.0, insertion=4.0, energy=0.2, iou=0.2))
    values = {name: found[name].value for name in (Metric.DELETION_GAIN, Metric.INSERTION_GAIN, Metric.ENERGY_LIFT)}
    assert values == pytest.approx({Metric.DELETION_GAIN: 1.5, Metric.INSERTION_GAIN: 1.0, Metric.ENERGY_LIFT: 2.0})
    assert found[Metric.ROAD_GAIN].value == 0.25
    assert found[Metric.MAP_IOU].value == pytest.approx(0.3)
    gain = found[Metric.DELETION_GAIN]
    assert (gain.low, gain.high, gain.n, gain.data) == (1, 2, 2, "gradcam on own families")


def test_what_was_not_assessed_does_not_count() -> None:
    assert Metric.RANDOMISED_CORRELATION not in figures(row())
    found = figures(row(), row(rank_correlation=-0.4, trust="weak"), row(rank_correlation=0.2, trust="faithful"))
    correlation = found[Metric.RANDOMISED_CORRELATION]
    assert (correlation.value, correlation.n) == (pytest.approx(0.3), 2)
    shares = {
        trust: found[dataset_names.maps_with_verdict(trust)].value
        for trust in ("faithful", "weak", "not better than chance")
    }
    assert shares == {"faithful": 0.5, "weak": 0.5, "not better than chance": 0}


def test_the_pointing_game_is_played_on_detected_forgeries() -> None:
    pointing = figures(row(), row(pointing_hit=False), row(pointing_hit=False, detected=False))[Metric.POINTING_GAME]
    assert (pointing.value, pointing.n) == (0.5, 2)


def measured(method: str, gains: tuple[float, float], low: float = 0.1, correlation: float = 0.1) -> list[Measurement]:
    where = (9, dataset_names.of_method(method, OWN_FAMILIES), "run")
    return [
        Measurement(Metric.DELETION_GAIN, gains[0], low, 9.0, *where),
        Measurement(Metric.INSERTION_GAIN, gains[1], low, 9.0, *where),
        Measurement(Metric.RANDOMISED_CORRELATION, correlation, 0.0, 1.0, *where),
    ]


def test_the_methods_shown_first_are_those_of_each_library_with_the_largest_gains_that_pass() -> None:
    figures_ = [
        *measured("gradcam", (1.0, 1.0)),
        *measured("integrated_gradients", (0.5, 2.0)),
        *measured("gradient_shap", (0.9, 1.0)),
        *measured("gradcam_plus_plus", (0.9, 1.0)),
        *measured("hirescam", (5.0, 5.0), low=-0.1),
        *measured("eigencam", (5.0, 5.0), correlation=0.31),
        *measured("layercam", (7.0, 7.0))[:2],  # never held against randomized weights
        *measured("kernel_shap", (9.0, 9.0)),  # takes too many passes
    ]
    assert choose_defaults(figures_) == ("integrated_gradients", "gradcam")
    assert choose_defaults(figures_[:3]) == ("gradcam",)


@pytest.mark.usefixtures("few")
def test_the_protocol_has_figures_of_every_method_on_every_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_threads(workers: int, _context: object, initializer: Callable, initargs: tuple) -> ThreadPoolExecutor:
        assert workers >= 1 and callable(initializer) and initargs == (1,)
        return ThreadPoolExecutor(1)

    monkeypatch.setattr(protocol, "ProcessPoolExecutor", in_threads)
    monkeypatch.setattr(
        protocol, "benchmark_samples", lambda _folder, _faces: iter([case(), replace(case(), data=dataset_names.PAIRS)])
    )
    monkeypatch.setattr(protocol, "load_detector", lambda _name: small_detector(TinyNetwork(), SIDE))
    found = protocol.run_faithfulness("telltale", tmp_path, [], tmp_path)
    assert len(list((tmp_path / "explanations" / ("0" * 12)).iterdir())) == 2
    lifts = {figure.data: figure for figure in found if figure.name == Metric.ENERGY_LIFT}
    assert list(lifts) == [
        f"{name} on {data}" for data in protocol.SETS for name in ("hirescam", "gradcam", RANDOM_METHOD)
    ]
    assert lifts["gradcam on own families"].value > 1.8 and lifts["gradcam on own families"].n == 1
    assert {figure.data for figure in found if figure.name == Metric.RANDOMISED_CORRELATION} == {
        "hirescam on own families",  # the first face is assessed, the second is not
        "gradcam on own families",
    }


@pytest.mark.usefixtures("few")
def test_costs_are_measured_for_every_method(monkeypatch: pytest.MonkeyPatch) -> None:
    detector = small_detector(TinyNetwork(), SIDE)
    monkeypatch.setattr(cost, "N_REPEATS", 1)
    result = result_of(detector.score([case().region]), case().region.crop)
    monkeypatch.setattr(cost, "analyze_image", lambda _media, _settings, _detector: result)
    found = list(cost.run_cost(detector))
    assert [(figure.name, figure.data) for figure in found] == [
        (Metric.RANDOM_MAPS_SECONDS, "random maps"),
        *(
            (name, method)
            for method in ("hirescam", "gradcam")
            for name in (Metric.MAP_OVER_FORWARD, Metric.MAP_OVER_BOTH, Metric.MAP_SECONDS, Metric.FAITHFULNESS_SECONDS)
        ),
    ]
    assert all(figure.value > 0 and figure.low <= figure.value <= figure.high for figure in found)


def test_passes_and_maps_are_timed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cost, "time_interleaved", lambda works, _repeats: [[float(n)] for n in range(len(works))])
    detector = small_detector(TinyNetwork(), SIDE)
    assert cost._beside_passes(detector, detector.score([case().region])[0], lambda: None) == (
        [0.0],
        [1.0, 3.0, 5.0, 7.0, 9.0],
        [2.0, 4.0, 6.0, 8.0, 10.0],
    )
