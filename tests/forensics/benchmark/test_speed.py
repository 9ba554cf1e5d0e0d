import io

import pytest
from painted_faces import painted
from PIL import Image
from small_detector import small_detector

from forensics.benchmark import speed
from forensics.measurements.metrics import Metric


def test_the_photograph_of_the_speed_benchmark_has_the_faces_it_promises():
    picture = Image.open(io.BytesIO(speed.group_photograph(2, 1, (800, 400))))
    assert picture.size == (800, 400)


def test_ratios_are_of_medians():
    figure = speed.time_ratio_metric("x", [2.0, 4.0, 100.0], [2.0, 2.0, 2.0])
    assert figure.value == 2
    assert figure.low == 1 and figure.high == 50


def test_works_are_timed_in_turn_after_warming_up():
    calls = []
    seconds = speed.time_interleaved([lambda: calls.append("a"), lambda: calls.append("b")], 2)
    assert calls == ["a", "b"] * 3
    assert [len(one) for one in seconds] == [2, 2]


@pytest.mark.slow
def test_the_default_engine_is_measured_beside_pytorch_alone_and_beside_a_busy_process(monkeypatch):
    monkeypatch.setattr(speed, "N_REPEATS", 2)
    figures = speed.engine_figures(small_detector(), [painted((200, 0, 30)), painted((10, 0, 90))])
    measured = {(figure.name, figure.data): figure for figure in figures}
    assert measured.keys() == {
        *((Metric.BUSY_TIME_RATIO, name) for name in ("openvino", "eager")),
        *((name, "openvino") for name in (Metric.ENGINE_TIME_RATIO, Metric.BUSY_ENGINE_TIME_RATIO)),
        (Metric.ENGINE_DIFFERENCE, "openvino"),
    }
    assert measured[Metric.ENGINE_DIFFERENCE, "openvino"].value < 1e-5


def test_times_are_given_as_their_median_and_range():
    figure = speed.time_metric("x", [3.0, 1.0, 2.0], "telltale", "run")
    assert (figure.value, figure.low, figure.high, figure.n, figure.data) == (2, 1, 3, 3, "telltale")
