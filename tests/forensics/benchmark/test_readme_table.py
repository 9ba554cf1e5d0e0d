import pytest
from small_detector import small_card

from forensics.benchmark.readme_table import render_table
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.types.model_card import Measurement


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)


def test_rows_are_those_measured_of_any_detector():
    ours = small_card(figures=(Measurement("AUC", 0.98, 0.97, 0.99, 2333, dataset_names.SEEN, "run"),))
    theirs = small_card(
        name="btas2019", figures=(Measurement("AUC", 0.5, None, None, 2333, dataset_names.SEEN, "run"),)
    )
    ladder = Measurement(Metric.AUC_LOSS, 0.1, 0.08, 0.12, 400, dataset_names.at_level(dataset_names.SEEN, 2), "run")
    results.write_results("ladder_btas2019", [ladder])
    assert render_table([ours, theirs]).splitlines() == [
        "| figure | data | n | `telltale` | `btas2019` |",
        "|---|---|---|---|---|",
        "| AUC | openforensics-val | 2333 | 0.980 [0.970, 0.990] | 0.500 |",
        "| loss of AUC against clean | openforensics-val, ladder level 2 | 400 | — | 0.100 [0.080, 0.120] |",
    ]


def test_unseen_families_belong_to_the_network_that_was_trained_without_them():
    results.write_results("unseen", [Measurement("mean AUC", 0.85, None, None, 100, dataset_names.UNSEEN_MEAN, "run")])
    table = render_table([small_card(figures=()), small_card(name="btas2019", figures=())])
    assert "| mean AUC | unseen families | 100 | 0.850 | — |" in table


def test_figures_of_an_earlier_network_say_so():
    row = Measurement(Metric.AUC_LOSS, 0.1, 0.08, 0.12, 400, dataset_names.at_level(dataset_names.SEEN, 2), "run")
    results.write_results("ladder_telltale", [row], "2")
    (_, _, line) = render_table([small_card(version="3", figures=())]).splitlines()
    assert line.endswith("| 400 | 0.100 [0.080, 0.120] (version 2) |")
    assert "version" not in render_table([small_card(version="2", figures=())])


def test_what_nobody_measured_is_no_row():
    assert len(render_table([small_card(figures=())]).splitlines()) == 2


def test_the_maps_shown_first_are_rows_of_the_main_network_alone():
    pairs, own = (
        dataset_names.of_method("gradcam", data) for data in (dataset_names.PAIRS, dataset_names.OWN_FAMILIES)
    )
    gain = Measurement(Metric.DELETION_GAIN, 0.5, 0.4, 0.6, 67, pairs, "run")
    lift = Measurement(Metric.ENERGY_LIFT, 2.5, 2.0, 3.0, 90, own, "run")
    other = Measurement(
        Metric.ENERGY_LIFT, 2.5, 2.0, 3.0, 90, dataset_names.of_method("lime", dataset_names.PAIRS), "run"
    )
    results.write_results("explanations", [lift, other, gain])
    table = render_table([small_card(figures=()), small_card(name="btas2019", figures=())])
    assert table.splitlines()[2:] == [
        "| deletion area below that of random maps | gradcam on openforensics-pairs 33 to 67 | 67 "
        "| 0.500 [0.400, 0.600] | — |",
        "| energy in the true mask over the mask's share | gradcam on own families | 90 | 2.500 [2.000, 3.000] | — |",
    ]
