"""The measurements themselves, on archives made of the samples."""

import io
import json

import numpy as np
import pytest
from PIL import Image
from small_detector import small_detector
from test_sources import write_tar
from training_faces import SAMPLES

from forensics.__main__ import main
from forensics.benchmark import detection, face_finding, speed
from forensics.commands import benchmark
from forensics.types import Box


def tinted(name, colour):
    """A sample turned red or blue, so that the detector set by hand must call it forged or untouched."""
    pixels = np.asarray(Image.open(SAMPLES / name).convert("RGB")).copy()
    pixels[..., 2 if colour == "red" else 0] = 0
    encoded = io.BytesIO()
    Image.fromarray(pixels).save(encoded, "PNG")
    return encoded.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    red, blue = tinted("collins.jpg", "red"), tinted("collins.jpg", "blue")
    blank = (SAMPLES / "masks" / "mouth.png").read_bytes()
    write_tar(
        folder / "openforensics-val.tar",
        {"fake/a.png": red, "fake/b.png": red, "real/c.png": blue, "real/d.png": blue, "real/e.png": blank},
    )
    parts = {
        f"{part}/{kind}.png": c for part in detection.FOREIGN_PARTS for kind, c in (("fake/x", red), ("real/y", blue))
    }
    write_tar(folder / "foreign-val.tar", parts)
    mask = io.BytesIO()
    Image.fromarray(np.uint8(np.pad(np.full((120, 90), 255), ((58, 334), (181, 241))))).save(mask, "PNG")
    pairs = {f"fake/pair_{n:03d}.jpg": red for n in (32, 33, 34)}
    write_tar(
        folder / "openforensics-pairs.tar", pairs | {f"mask/pair_{n:03d}.png": mask.getvalue() for n in (32, 33, 34)}
    )
    photo = (SAMPLES / "collins.jpg").read_bytes()
    write_tar(folder / "multiface-photos.tar", {"photos/m0.jpg": photo, "photos/h0.jpg": photo})
    rows = ["name,left,top,right,bottom,label", "photos/m0.jpg,181,58,270,178,x", "photos/m0.jpg,400,400,450,450,x"]
    (folder / "multiface-photos.csv").write_text("\n".join(rows))
    return folder


def test_seen_figures_of_a_detector_that_is_always_right(folder):
    figures = {f.name: f for f in detection.seen(small_detector(), folder)}
    assert figures["AUC"].value == 1
    assert figures["AUC"].n == 4
    assert figures["equal error rate"].value == 0
    assert figures["untouched faces called manipulated"].value == 0
    assert figures["forged faces called manipulated"].value == 1
    assert figures["pictures whose face was not found"].value == 1 / 5


def test_masks_are_reported_on_the_second_half_of_the_pairs_beside_their_baselines(folder):
    figures = {f.name: f for f in detection.masks(small_detector(), folder)}
    assert {f.n for f in figures.values()} == {2}  # pair 32 belongs to the training side
    assert figures["mask IoU of an all-black mask"].value == 0
    assert figures["mask IoU of the whole face box"].value > 0.8
    # the hand-set mask is the whole crop, 1.4 times the face's longer side squared
    assert figures["mask IoU"].value == pytest.approx(90 * 120 / (1.4 * 120) ** 2, abs=0.05)


def test_foreign_figures_say_that_they_are_validation(folder):
    figures = detection.foreign(small_detector(), folder)
    assert len(figures) == 6
    assert all("(validation)" in f.data for f in figures)


def test_overlap_of_boxes():
    assert face_finding.overlap(Box(0, 0, 10, 10), Box(5, 0, 15, 10)) == pytest.approx(1 / 3)
    assert face_finding.overlap(Box(0, 0, 10, 10), Box(10, 0, 20, 10)) == 0


def test_faces_found_and_false_alarms_are_counted_against_the_labels(folder):
    found, alarms = face_finding.measure(folder)
    assert (found.value, found.n) == (0.5, 2)
    assert (alarms.value, alarms.n) == (0, 1)


def test_the_photograph_of_the_speed_benchmark_has_the_faces_it_promises():
    picture = Image.open(io.BytesIO(speed.group_photograph(2, 1, (800, 400))))
    assert picture.size == (800, 400)


def test_ratios_are_of_medians():
    figure = speed._ratio("x", [2.0, 4.0, 100.0], [2.0, 2.0, 2.0])
    assert figure.value == 2
    assert figure.low == 1 and figure.high == 50


def test_the_command_prints_the_figures_and_keeps_them_in_a_file(folder, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(benchmark, "RESULTS_FOLDER", tmp_path / "results")
    assert main(["benchmark", "faces", "--data", str(folder), "--dry-run"]) == 0
    assert not (tmp_path / "results").exists()
    assert main(["benchmark", "faces", "--data", str(folder)]) == 0
    assert "0.500" in capsys.readouterr().out
    kept = json.loads((tmp_path / "results" / "faces.json").read_text())
    assert kept["figures"][0]["value"] == 0.5
