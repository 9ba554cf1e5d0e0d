import json

from explain.benchmark import cases, rows
from explain.benchmark.protocol import choose_defaults
from explain.methods import DEFAULTS
from forensics.measurements import dataset_names, results
from forensics.types.model_card import Measurement


def test_figures_are_read_back_as_they_were_written(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path / "results")
    figures = [
        Measurement("AUC", 0.9, 0.8, 1.0, 7, "x", "run"),
        Measurement("parameters", 3.0, None, None, 1, "x", "run"),
    ]
    results.write_results("ladder_telltale", figures)
    assert results.read_results("ladder_telltale") == figures
    document = json.loads((tmp_path / "results" / "ladder_telltale.json").read_text())
    assert "torch" in document["versions"]


def test_what_was_not_measured_has_no_figures(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)
    assert results.read_results("unseen") == []


def test_the_shipped_results_can_be_read():
    for path in results.RESULTS_FOLDER.glob("*.json"):
        if "figures" in json.loads(path.read_text()):
            assert results.read_results(path.stem), path.name


def test_the_maps_shown_first_are_those_that_the_shipped_benchmark_chose():
    assert choose_defaults(results.read_results("explanations")) == DEFAULTS


def test_explanations_are_measured_under_the_words_that_pages_look_for():
    assert cases.SETS == (dataset_names.OWN_FAMILIES, dataset_names.PAIRS)
    assert rows.RANDOM_METHOD == dataset_names.RANDOM_MAP


def test_a_file_says_of_which_version_of_the_network_it_is_where_that_is_an_earlier_one(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)
    figures = [Measurement("AUC", 0.9, 0.8, 1.0, 7, "x", "run")]
    results.write_results("video", figures, "2")
    results.write_results("speed", figures)
    assert results.earlier_network("video", "3") == "2"
    assert results.earlier_network("video", "2") == results.earlier_network("speed", "3") == ""
    assert results.earlier_network("unseen", "3") == ""
    assert results.read_results("video") == figures
