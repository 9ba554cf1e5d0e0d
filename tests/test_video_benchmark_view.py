"""The figures of videos on the Method page, from result files made by hand."""

import pytest
from streamlit.testing.v1 import AppTest

from forensics.measurements import results, video_names
from forensics.measurements.metrics import Metric
from forensics.types.model_card import Measurement
from pages.parts.text.markdown import escape_markdown


def view():
    from pages.parts.method.video_benchmark_view import video_benchmark_view  # noqa: PLC0415

    video_benchmark_view()


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)


def shown():
    app = AppTest.from_function(view, default_timeout=60).run()
    assert not app.exception
    return app


def test_nothing_is_shown_before_it_was_measured():
    assert not shown().subheader


def test_each_kind_and_compression_has_a_row_with_intervals_and_numbers_of_cases():
    where = video_names.made_videos("stills in motion", 40)
    results.write_results(
        "video",
        [
            Measurement(Metric.PERSON_AUC, 0.8123, 0.7, 0.9, 60, where, "run"),
            Measurement(Metric.FALSE_ALARMS, 0.05, 0.0, 0.25, 20, where, "run"),
            Measurement(Metric.IDENTITY_SWITCHES, 0.2, 0.0, 0.6, 5, video_names.made_videos("crossing", 23), "run"),
        ],
    )
    alone, together = (table.value for table in shown().table)
    assert alone["Videos"].tolist() == ["stills in motion, crf 40"]
    assert alone["AUC per person"].tolist() == [escape_markdown("0.81 [0.70, 0.90], n = 60")]
    assert alone["Untouched people called manipulated"].tolist() == [escape_markdown("5% [0%, 25%], n = 20")]
    assert alone["AUC per frame"].tolist() == ["—"]
    assert together["Switches a video"].tolist() == [escape_markdown("0.20 [0.00, 0.60], n = 5")]


def test_speed_is_told_as_multiples_of_real_time_with_the_memory_of_short_and_long():
    results.write_results(
        "video", [Measurement(Metric.IDENTITY_SWITCHES, 0, 0, 0, 5, video_names.made_videos("crossing", 23), "run")]
    )
    speeds = [
        Measurement(Metric.VIDEO_SPEED, n / 2, 0, 9, 3, video_names.faces_side_by_side(n), "run")
        for n in video_names.FACES
    ]
    memory = [Measurement(Metric.VIDEO_MEMORY, 250 + n, None, None, 1, f"{n}", "run") for n in (1, 9)]
    results.write_results("video_speed", [*speeds, *memory])
    (said,) = [text.value for text in shown().markdown if "Speed" in text.value]
    assert "0.5 × with 1 face, 2.0 × with 4 faces, 4.0 × with 8 faces" in said
    assert "251 MiB of memory for ten seconds and 259 MiB for ten minutes" in said
