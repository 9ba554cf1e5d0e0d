"""Waiting beside other work, as ratios, and what stays in memory."""

import io

import pytest
from PIL import Image
from small_detector import small_detector

from forensics.benchmark import load
from forensics.measurements.metrics import Metric

pytestmark = pytest.mark.slow


def test_each_situation_has_its_ratio_its_aim_and_memory_its_growth(monkeypatch):
    stream = io.BytesIO()
    Image.new("RGB", (40, 30), "gray").save(stream, "JPEG")
    monkeypatch.setattr(load, "group_photograph", lambda *_: stream.getvalue())
    monkeypatch.setattr(load, "REPEATS", 2)
    monkeypatch.setattr(load, "ANALYSTS", (3,))
    figures = {(figure.name, figure.data): figure.value for figure in load.run_load(small_detector(), uploads=12)}
    situations = ("beside 1 busy process", "beside 4 busy processes", "beside two videos")
    assert figures.keys() == {
        *((name, data) for name in (Metric.WAITING_RATIO, Metric.WAITING_AIM) for data in situations),
        (Metric.WAITING_RATIO, "3 analysts at once"),
        (Metric.MEMORY_GROWTH, "12 photographs"),
    }
    assert min(value for (name, _), value in figures.items() if name == Metric.WAITING_RATIO) > 0
    aims = [figures[Metric.WAITING_AIM, data] for data in situations]
    assert aims[0] == aims[2] < aims[1]
