"""Detection, face finding and the command, on archives made of the samples."""

import dataclasses
import json

import pytest
from archives import make_archives
from small_detector import small_card, small_detector

from forensics.__main__ import main
from forensics.benchmark import detection, face_detection
from forensics.cli import benchmark_protocols
from forensics.cli.benchmark_results import write_to_card
from forensics.detectors.registry import weights_dir
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.types.model_card import Measurement, read_card

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    make_archives(folder)
    return folder


def test_seen_figures_of_a_detector_that_is_always_right(folder):
    figures = {f.name: f for f in detection.run_seen(small_detector(), folder)}
    assert figures["AUC"].value == 1
    assert figures["AUC"].n == 4
    assert figures["equal error rate"].value == 0
    assert (figures[Metric.ACCURACY].value, figures[Metric.ACCURACY].n) == (1, 4)
    assert figures[Metric.FALSE_ALARMS].value == 0
    assert figures["forged faces called manipulated"].value == 1
    assert figures[Metric.NOT_FOUND].value == 1 / 5


def test_masks_are_reported_on_the_second_half_of_the_pairs_beside_their_baselines(folder):
    figures = {f.name: f for f in detection.run_masks(small_detector(), folder)}
    assert {f.n for f in figures.values()} == {2}  # pair 32 belongs to the training side
    assert figures["mask IoU of an all-black mask"].value == 0
    assert figures["mask IoU of the whole face box"].value > 0.8
    # the hand-set mask is the whole crop, 1.4 times the face's longer side squared
    assert figures["mask IoU"].value == pytest.approx(90 * 120 / (1.4 * 120) ** 2, abs=0.05)


def test_pairs_of_the_training_side_are_not_scored(folder):
    (figure,) = detection.run_pairs(small_detector(), folder)
    assert (figure.value, figure.n, figure.data) == (1, 4, "openforensics-pairs 33 to 67")


def test_foreign_figures_are_validation_and_have_a_mean_over_the_parts(folder):
    figures = detection.run_foreign(small_detector(), folder)
    assert all("(validation)" in f.data for f in figures)
    found = {(f.name, f.data): f for f in figures}
    mean = found["mean AUC", dataset_names.FOREIGN_MEAN]
    assert (mean.value, mean.low, mean.high, mean.n) == (1, 1, 1, 6)
    assert found[Metric.FALSE_ALARMS, dataset_names.FOREIGN_POOLED].n == 3
    assert [("AUC", dataset_names.foreign(part)) in found for part in dataset_names.FOREIGN_PARTS] == [True] * 3


def test_faces_found_and_false_alarms_are_counted_against_the_labels(folder):
    found, alarms = face_detection.run_face_detection(folder)
    assert (found.value, found.n) == (0.5, 2)
    assert (alarms.value, alarms.n) == (0, 1)


def test_the_command_prints_the_figures_and_keeps_them_in_a_file(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path / "results")
    assert main(["benchmark", "faces", "--data", str(folder), "--dry-run"]) == 0
    assert not (tmp_path / "results").exists()
    assert main(["benchmark", "faces", "--data", str(folder)]) == 0
    assert "0.500" in capsys.readouterr().out
    kept = json.loads((tmp_path / "results" / "faces.json").read_text())
    assert kept["figures"][0]["value"] == 0.5


def test_a_measurement_replaces_its_own_figures_on_the_card_and_no_others(tmp_path, monkeypatch):
    old, other = (
        Measurement("AUC", 0.5, None, None, 9, "x", "run a"),
        Measurement("Cllr", 0.3, None, None, 9, "x", "run b"),
    )
    gone, new = (
        Measurement("EER", 0.5, None, None, 9, "x", "run a"),
        Measurement("AUC", 0.7, None, None, 9, "x", "run a"),
    )
    detector = dataclasses.replace(small_detector(), card=small_card(figures=(old, gone, other)))
    monkeypatch.setattr("forensics.detectors.registry.WEIGHTS_FOLDER", tmp_path)
    write_to_card(detector, [new], benchmark_protocols.argparse.Namespace(dry_run=False, detector="telltale"))
    assert read_card(tmp_path / "telltale.json").figures == (new, other)


def test_of_videos_that_were_not_measured_anew_stays_what_no_weights_can_change(tmp_path, monkeypatch):
    monkeypatch.setattr(results, "RESULTS_FOLDER", tmp_path)
    version = read_card(weights_dir("telltale") / "telltale.json").version
    old, new = (Measurement(Metric.AUC, value, None, None, 3, "stills in motion", "run") for value in (0.5, 0.6))
    kept = Measurement(Metric.TRACKS_KEPT, 1.0, None, None, 5, "crossing", "run")
    strongest = Measurement(Metric.STRONGEST_IS_FORGED, 0.8, None, None, 5, "crossing", "run")
    results.write_results("video", [old, kept, strongest], version)
    assert benchmark_protocols._kept_of_videos([new], "telltale") == [kept, strongest]
    results.write_results("video", [old, kept, strongest], "an earlier one")
    assert benchmark_protocols._kept_of_videos([new], "telltale") == [kept]
