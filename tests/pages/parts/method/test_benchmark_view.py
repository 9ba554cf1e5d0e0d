"""The benchmark on the Method page, from result files made by hand."""

import json

import pytest
from small_detector import small_card
from streamlit.testing.v1 import AppTest

from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.types.model_card import Measurement, card_to_dict


def view(ours, baseline):
    import json  # noqa: PLC0415

    from forensics.types.model_card import card_from_dict  # noqa: PLC0415
    from pages.parts.method.benchmark_view import benchmark_view  # noqa: PLC0415

    benchmark_view(card_from_dict(json.loads(ours)), card_from_dict(json.loads(baseline)))


def shown(*cards):
    texts = [json.dumps(card_to_dict(card)) for card in cards]
    app = AppTest.from_function(view, args=tuple(texts), default_timeout=60).run()
    assert not app.exception
    return app


def auc(data, value=0.8, command="run"):
    return Measurement("AUC", value, value - 0.1, value + 0.1, 50, data, command)


def charts(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)


OURS = small_card(figures=(auc(dataset_names.SEEN, 0.9), auc(dataset_names.foreign("composite"))))
THEIRS = small_card(name="btas2019", figures=(auc(dataset_names.SEEN, 0.5),))


def test_a_users_detector_is_marked_where_it_is_compared():
    mark = "mine: made by a user, figures not verified here"
    marked, shipped = (shown(small_card(name=name, figures=()), THEIRS) for name in ("mine", "telltale"))
    assert mark in [caption.value for caption in marked.caption]
    assert mark not in [caption.value for caption in shipped.caption]


def test_what_was_not_measured_is_said_with_the_command_that_measures_it():
    said = " ".join(info.value for info in shown(small_card(figures=()), THEIRS).info)
    for protocol in ("unseen", "ladder --detector telltale", "shortcut", "little-data", "cost"):
        assert f"`python -m forensics benchmark {protocol}`" in said


def test_a_detector_stands_beside_the_baseline_and_the_baseline_alone():
    seen = charts(shown(OURS, THEIRS))[0]
    assert [trace["name"] for trace in seen["data"]] == ["telltale", "btas2019"]
    assert seen["layout"]["yaxis"]["ticktext"][-1] == "Montages by hand"
    assert [trace["name"] for trace in charts(shown(THEIRS, THEIRS))[0]["data"]] == ["btas2019"]


def test_every_protocol_measured_is_drawn():
    ladder = [
        auc(dataset_names.at_level(dataset_names.SEEN, level), 0.8, "x --detector telltale")
        for level in dataset_names.LEVELS
    ]
    alarms = Measurement(
        Metric.FALSE_ALARMS, 0.02, 0, 0.1, 50, dataset_names.at_level(dataset_names.LFW, 1), "x --detector telltale"
    )
    results.write_results("ladder_telltale", [*ladder, alarms])
    results.write_results(
        "unseen", [auc(f"{dataset_names.UNSEEN}hull_swap", 0.6), auc(f"{dataset_names.KNOWN}hull_swap")]
    )
    results.write_results("little_data", [auc("hull_swap, 10 pictures", 0.7), auc("hull_swap, 200 pictures")])
    results.write_results("shortcut", [Measurement(Metric.SHORTCUT_AUC, 0.6, 0.5, 0.7, 50, dataset_names.SEEN, "run")])
    results.write_results("ablation", [auc("without windows: openforensics-val")])
    gains = [
        Measurement(
            Metric.DELETION_GAIN, 0.5, 0.4, 0.6, 50, dataset_names.of_method("lime", dataset_names.PAIRS), "run"
        )
    ]
    results.write_results("explanations", gains)
    results.write_results("cost", [Measurement("parameters", 840582.0, None, None, 1, "telltale", "run")])
    app = shown(OURS, THEIRS)
    assert not app.info
    _, unseen, damage, false_alarms, shortcut, little, explanations = charts(app)
    assert len(unseen["data"]) == 2
    assert damage["data"][-1]["x"] == ["clean", "level 1", "level 2", "level 3", "level 4"]
    assert false_alarms["layout"]["yaxis"]["ticktext"] == ["Press photographs (LFW), level 1"]
    assert [trace["name"] for trace in shortcut["data"]] == ["telltale", "shortcut classifier"]
    assert little["data"][-1]["x"] == ["0", "10", "200"]
    assert explanations["layout"]["yaxis"]["ticktext"] == ["LIME"]
    tables = [table.value for table in app.table]
    assert tables[0].shape == (6, 4)
    assert list(tables[1].iloc[0]) == ["without windows", "0.800 \\[0\\.700, 0\\.900\\]"]
    assert tables[2].iloc[0]["Parameters"] == "840,582"
