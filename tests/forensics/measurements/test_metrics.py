"""Every published figure has a known name, and every name that is a Metric has its words."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small_detector import small_card

from explain.types import Trust
from forensics.detectors.engines import PyTorchEngine
from forensics.detectors.registry import DETECTORS, WEIGHTS_FOLDER
from forensics.measurements import dataset_names, results
from forensics.measurements.metric_wording import metric_label
from forensics.measurements.metrics import Metric
from forensics.messages.catalogue import text
from forensics.messages.language import SOURCE_LANGUAGE, available_languages, use_language
from forensics.types.family_names import FAMILY_NAMES
from forensics.types.model_card import Measurement, read_card, write_card

WITH_A_PARAMETER = {
    *map(dataset_names.maps_with_verdict, Trust),
    *map(dataset_names.forgeries_named, (*FAMILY_NAMES, dataset_names.UNKNOWN)),
    *map(dataset_names.auc_before, DETECTORS),
    dataset_names.photograph_seconds(8),
    *(
        of(faces)
        for of in (dataset_names.milliseconds_at_once, dataset_names.time_ratio_at_once)
        for faces in (1, PyTorchEngine.batch_size)
    ),
}

FILES = [*WEIGHTS_FOLDER.glob("*.json"), *results.RESULTS_FOLDER.glob("*.json")]
MEASURED = Measurement(Metric.AUC, 0.75, 0.5, 1.0, 8, dataset_names.SEEN, "run")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_published_figures_have_known_names(path: Path):
    names = {figure["name"] for figure in json.loads(path.read_text(encoding="utf-8")).get("figures", ())}
    assert names - {*Metric} - WITH_A_PARAMETER == set()


def test_a_name_with_a_parameter_is_no_metric_and_is_shown_as_it_is_written(german):
    assert not WITH_A_PARAMETER & {*Metric}
    assert [metric_label(name) for name in sorted(WITH_A_PARAMETER)] == sorted(WITH_A_PARAMETER)


@pytest.mark.parametrize("language", available_languages())
def test_every_metric_has_words_of_its_own_in_every_language(language):
    with use_language(language):
        words = {metric: metric_label(metric) for metric in Metric}
    assert len({*words.values()}) == len(Metric)
    if language == SOURCE_LANGUAGE:
        assert words == {metric: metric.value for metric in Metric}


def test_words_of_a_metric_lie_under_its_members_name(german):
    assert metric_label("equal error rate") == text("metric-equal-error-rate") == "Gleichfehlerrate (EER)"


def test_a_metric_is_written_as_its_phrase(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path / "results")
    plain = replace(MEASURED, name="AUC")
    for number, figure in enumerate((MEASURED, plain)):
        results.write_results(str(number), [figure])
        write_card(small_card(figures=(figure,)), tmp_path / f"{number}.json")
    assert '"name": "AUC"' in (tmp_path / "0.json").read_text()
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()
    assert (results.RESULTS_FOLDER / "0.json").read_bytes() == (results.RESULTS_FOLDER / "1.json").read_bytes()


def test_a_card_with_a_name_that_is_no_metric_is_read(tmp_path):
    card = small_card(figures=(replace(MEASURED, name="a figure of mine"),))
    write_card(card, tmp_path / "mine.json")
    assert read_card(tmp_path / "mine.json").figures == card.figures
    assert metric_label("a figure of mine") == "a figure of mine"
