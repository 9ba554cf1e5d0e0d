"""The Method page in German: headings, captions, charts and tables, with numbers as German writes them."""

import json

import pytest
from driving import opened_app, words
from specimens import faithfulness_of

from forensics.measurements import dataset_names, results, video_names
from forensics.measurements.metric_wording import metric_label
from forensics.measurements.metrics import Metric
from forensics.types.model_card import Measurement
from pages.parts.explain.deletion_insertion_chart import deletion_insertion_chart
from pages.parts.method.software_licenses import installed_software
from pages.parts.text.card_wording import dataset_label, family_label
from pages.parts.text.markdown import escape_markdown

pytestmark = pytest.mark.slow

RESULTS = {
    "unseen": [Measurement("AUC", 0.6, 0.5, 0.7, 1200, f"{dataset_names.UNSEEN}hull_swap", "run")],
    "video": [
        Measurement(Metric.PERSON_AUC, 0.8123, 0.7, 0.9, 60, video_names.made_videos("stills in motion", 40), "run")
    ],
    "explanations": [
        Measurement(
            Metric.DELETION_GAIN, 0.5, 0.4, 0.6, 50, dataset_names.of_method("lime", dataset_names.PAIRS), "run"
        )
    ],
    "cost": [Measurement(Metric.PARAMETERS, 840582.0, None, None, 1, "telltale", "run")],
}


@pytest.fixture
def page(monkeypatch, tmp_path):
    monkeypatch.setenv("TELLTALE_LANGUAGE", "de")
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path / "results")
    for name, figures in RESULTS.items():
        results.write_results(name, figures)
    for app in opened_app(monkeypatch):
        yield app.switch_page("pages/method.py").run()


def test_the_page_is_german(page):
    assert not page.exception
    headings = {element.value for element in page.subheader}
    assert {"Beschädigte Bilder", "Personen im Video", "Wie weit jeder Erklärung zu trauen ist"} <= headings
    assert page.segmented_control("method_network").label == "Netz"
    assert page.segmented_control("explanations_set").options == ["OpenForensics-Paare"]
    said = words(page)
    assert "Noch nicht gemessen: `python -m forensics benchmark shortcut`" in said
    assert "**Zeigt nicht** das ausgelieferte Netz selbst" in said
    table = "".join(element.proto.body for element in page.get("html"))
    assert "Gewinn beim Löschen (hoch)</th>" in table
    assert "0,50<br><small>0,40 bis 0,60</small>" in table
    assert "Wofür" in page.dataframe[-1].value


def test_its_tables_have_german_titles_and_numbers(page):
    rows = [row for table in page.table for row in table.value.to_dict("records")]
    assert {"Netz": "`telltale`", "Parameter": "840.582"} in rows
    (clips,) = [row for row in rows if "AUC je Person" in row]
    assert clips["Videos"] == "Fotos in Bewegung, crf 40"
    assert clips["AUC je Person"] == escape_markdown("0,81 [0,70; 0,90], n = 60")


def test_its_charts_have_german_words_and_numbers(page):
    specs = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    (unseen,) = [spec for spec in specs if spec["data"][0].get("name") == "ohne die Art trainiert"]
    assert unseen["layout"]["separators"] == ",."
    assert unseen["layout"]["annotations"][0]["text"] == "geraten"
    hover = "0,600, 95-%-Intervall 0,500 bis 0,700, n = 1.200<br>nicht trainierte Familie hull_swap"
    assert unseen["data"][0]["customdata"] == [hover]


def test_curves_of_a_map_are_german(german):
    figure = deletion_insertion_chart(faithfulness_of(), "Logit", 300)
    assert {trace.name for trace in figure.data if trace.name} >= {"diese Karte", "zufällige Gewichte"}
    assert figure.layout.xaxis.title.text == "Anteil weichgezeichneter Pixel"
    assert figure.layout.xaxis.ticktext == ("0\xa0%", "50\xa0%", "100\xa0%")


def test_names_of_figures_data_and_families_have_words_and_others_stay(german):
    assert metric_label(Metric.FALSE_ALARMS) == "unberührte Gesichter, als manipuliert beurteilt"
    assert dataset_label(dataset_names.at_level(dataset_names.SEEN, 4)) == "openforensics-val, Stufe 4"
    assert [family_label("hull_swap"), family_label("of_my_own")] == ["Vielecktausch", "of my own"]
    assert metric_label("of my own") == "of my own"
    assert {item.role for item in installed_software()} >= {"der Bericht", "diese App"}


def test_names_stay_as_they_are_written_in_english():
    for name in (Metric.FALSE_ALARMS, Metric.BELOW_A_THIRD, Metric.AT_BEST_THRESHOLD, Metric.MISSES, Metric.MEAN_AUC):
        assert metric_label(name) == name
    for data in (
        dataset_names.foreign("diffusion"),
        dataset_names.FOREIGN_MEAN,
        dataset_names.at_level(dataset_names.LFW, 0),
        dataset_names.PAIRS,
    ):
        assert dataset_label(data) == data
