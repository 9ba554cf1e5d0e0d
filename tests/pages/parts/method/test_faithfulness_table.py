"""The benchmark of explanations on the Method page, from result files made by hand."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from explain.methods import DEFAULTS, METHODS
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.types.model_card import Measurement
from pages.parts.method.faithfulness_table import ALIKE, UNCLEAR, WORSE, faithfulness_table

pytestmark = pytest.mark.slow

GAINS = (Metric.DELETION_GAIN, Metric.INSERTION_GAIN)


def view():
    from pages.parts.method.faithfulness_benchmark_view import faithfulness_benchmark_view  # noqa: PLC0415

    faithfulness_benchmark_view()


def shown():
    app = AppTest.from_function(view, default_timeout=60).run()
    assert not app.exception
    return app


def figure(name, value, spread=0.1, data="", n=99):
    return Measurement(name, value, value - spread, value + spread, n, data, "run")


def row(method, name, value):
    """The cells of a method that has this one figure, in a table with random maps, with the mark of each."""
    random = {
        Metric.POINTING_GAME: figure(Metric.POINTING_GAME, 0.3),
        Metric.INFIDELITY: figure(Metric.INFIDELITY, 0.9),
    }
    table = faithfulness_table({method: {name: figure(name, value)}, dataset_names.RANDOM_MAP: random})
    return table.split("<tbody>")[1].split("</tr>")[0]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)


@pytest.fixture
def measured():
    values = {dataset_names.OWN_FAMILIES: 0.5, dataset_names.PAIRS: 2.5}
    figures = [
        figure(name, value, data=dataset_names.of_method(method, data))
        for data, value in values.items()
        for method in (dataset_names.RANDOM_MAP, *METHODS)
        for name in GAINS
    ]
    seconds = Measurement(Metric.MAP_SECONDS, 0.25, 0.2, 0.3, 3, "lime", "run")
    results.write_results("explanations", [*figures, seconds])


def test_nothing_is_drawn_where_nothing_was_measured():
    app = shown()
    assert not app.exception
    assert not app.subheader and not app.markdown and not app.get("plotly_chart")


def test_methods_stand_in_their_order_and_random_maps_last(measured):
    table = shown().get("html")[0].proto.body
    places = [table.index(f'<th scope="row">{method.title}<') for method in METHODS.values()]
    assert places == sorted(places)
    assert table.index('<th scope="row">Random map<') > places[-1]
    assert table.count("★ shown first") == len(DEFAULTS) == 2


def test_one_set_of_faces_is_shown_at_a_time(measured):
    app = shown()
    assert "0.50<br><small>0.40 to 0.60</small>" in app.get("html")[0].proto.body
    app.segmented_control[0].set_value(dataset_names.PAIRS).run()
    assert not app.exception
    table = app.get("html")[0].proto.body
    assert "2.50<br><small>2.40 to 2.60</small>" in table and "0.50<br>" not in table


def test_both_gains_are_drawn_against_the_line_of_random_maps(measured):
    spec = json.loads(shown().get("plotly_chart")[0].proto.spec)
    assert [trace["name"] for trace in spec["data"]] == ["Deletion gain", "Insertion gain"]
    assert spec["layout"]["shapes"][0]["x0"] == 0
    assert spec["layout"]["annotations"][0]["text"] == "random maps"
    words = spec["layout"]["yaxis"]["ticktext"]
    assert len(words) == len(METHODS) + 1
    assert [one for one in words if one.startswith("★")] == [
        f"★ {METHODS[name].title}" for name in METHODS if name in DEFAULTS
    ]


def test_cost_has_a_row_for_each_method_that_was_timed(measured):
    (table,) = shown().table
    assert table.value.to_dict("records") == [{"Method": "LIME", "A map, seconds": "0\\.25 \\[0\\.20, 0\\.30\\]"}]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        (Metric.DELETION_GAIN, 0.5, None),
        (Metric.DELETION_GAIN, 0.05, UNCLEAR),
        (Metric.DELETION_GAIN, -0.5, WORSE),
        (Metric.ENERGY_LIFT, 1.2, None),
        (Metric.ENERGY_LIFT, 0.8, WORSE),
        (Metric.POINTING_GAME, 0.5, None),
        (Metric.POINTING_GAME, 0.1, WORSE),
        (Metric.INFIDELITY, 0.5, None),
        (Metric.INFIDELITY, 1.5, WORSE),
        (Metric.RANDOMISED_CORRELATION, 0.3, None),
        (Metric.RANDOMISED_CORRELATION, 0.31, ALIKE),
        (Metric.SPARSENESS, 0.01, None),
        (Metric.MAP_IOU, 0.01, None),
    ],
)
def test_what_is_worse_than_random_is_marked_in_words(name, value, expected):
    cells = row("lime", name, value)
    assert [mark for mark in (WORSE, UNCLEAR, ALIKE) if text(mark) in cells] == ([expected] if expected else [])


def test_random_maps_bear_no_mark_and_gaps_a_dash():
    random = {Metric.DELETION_GAIN: figure(Metric.DELETION_GAIN, -0.5)}
    table = faithfulness_table(
        {
            "lime": {Metric.RANDOMISED_CORRELATION: figure(Metric.RANDOMISED_CORRELATION, 0.1)},
            dataset_names.RANDOM_MAP: random,
        }
    )
    assert text(WORSE) not in table
    assert table.count("<td>–</td>") == 2
