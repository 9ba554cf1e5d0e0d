"""`python -m forensics finetune`, from folders of pictures to a detector that analyses."""

import json
from dataclasses import replace

import cv2
import numpy as np
import pytest
from own_faces import ColorNetwork, photographs
from small_detector import small_card

from forensics.__main__ import main
from forensics.detectors import registry
from forensics.detectors.crop_detector import CropNetwork
from forensics.training import finetune as training
from forensics.training.loop import save_network
from forensics.types.model_card import write_card

pytestmark = pytest.mark.slow


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """Pictures of both kinds, and a shipped detector that knows nothing yet."""
    shipped = tmp_path / "weights"
    shipped.mkdir()
    save_network(ColorNetwork(), shipped / "telltale.safetensors")
    digest = registry.hashlib.sha256((shipped / "telltale.safetensors").read_bytes()).hexdigest()
    write_card(small_card(weights_sha256=digest), shipped / "telltale.json")
    monkeypatch.setattr(registry, "WEIGHTS_FOLDER", shipped)
    monkeypatch.setattr(registry, "DETECTORS", {"telltale": CropNetwork(ColorNetwork)})
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path / "home"))
    for kind, contents in zip(("real", "fake"), photographs(12), strict=True):
        (tmp_path / kind).mkdir()
        for number, content in enumerate(contents):
            (tmp_path / kind / f"{number:02d}.png").write_bytes(content)
    return tmp_path


def finetune(folder, *options, name="mine"):
    return main(["finetune", "--real", f"{folder}/real", "--fake", f"{folder}/fake", "--name", name, *options])


def quick(monkeypatch):
    """A rate at which a network of four weights learns in a few steps."""
    defaults = training.FinetuneSettings()
    monkeypatch.setattr(
        training,
        "FinetuneSettings",
        lambda *given: replace(defaults, steps=given[1], seed=given[2], learning_rate=0.1, faces_of_each=2),
    )


def test_a_dozen_pictures_make_a_detector_that_is_listed_and_analyses(folders, monkeypatch, capsys):
    quick(monkeypatch)
    (folders / "real" / "notes.png").write_text("no picture")
    masks = folders / "masks"
    masks.mkdir()
    mask = cv2.imencode(".png", np.full((205, 205), 255, np.uint8))[1].tobytes()
    (masks / "03.png").write_bytes(mask)
    assert finetune(folders, "--masks", str(masks), "--steps", "15") == 0
    output = capsys.readouterr()
    assert "notes.png: The file is not a picture" in output.err
    assert "12 untouched and 12 forged faces" in output.err
    assert "n=6    AUC\n" in output.out
    assert registry.available_detectors() == ["telltale", "mine"]
    assert registry.load_detector("mine").card.figures[0].value == 1
    picture, findings = folders / "fake" / "00.png", folders / "findings.json"
    assert main(["analyze", str(picture), "--detector", "mine", "--json", str(findings)]) == 0
    document = json.loads(findings.read_text())
    assert document["detector"]["name"] == "mine"
    assert document["detector_provenance"] == "made by a user, measured here"
    assert document["files"][0]["faces"][0]["fake_score"] > 0.5


def refused(folder, capsys, *options, **name):
    assert finetune(folder, *options, **name) == 2
    error = capsys.readouterr().err.splitlines()[-1]
    assert not list(folder.glob("home/detectors/*"))
    return error


def test_wrong_use_is_refused(folders, capsys):
    assert "name has 1 to 32 characters" in refused(folders, capsys, name="../evil")
    assert "There is a detector 'telltale' already" in refused(folders, capsys, name="telltale")
    assert "--steps must be at least 1" in refused(folders, capsys, "--steps", "0")
    assert "There is no detector 'nobody'" in refused(folders, capsys, "--detector", "nobody")
    assert "There is no folder" in refused(folders, capsys, "--masks", str(folders / "nowhere"))
    (folders / "empty").mkdir()
    assert "There is no picture in" in refused(folders, capsys, "--masks", str(folders / "empty"))
    (folders / "empty" / "other.png").write_bytes(b"x")
    assert "has the name of a forged picture" in refused(folders, capsys, "--masks", str(folders / "empty"))


def test_the_same_picture_in_both_folders_is_refused(folders, capsys):
    (folders / "real" / "copy.png").write_bytes((folders / "fake" / "05.png").read_bytes())
    assert "1 of the pictures are in both folders, such as 05.png" in refused(folders, capsys)


def test_too_few_pictures_are_refused(folders, capsys):
    for number in range(3):
        (folders / "fake" / f"{number:02d}.png").unlink()
    assert "At least 10 forged faces are needed and 9 came" in refused(folders, capsys)


def test_labels_by_chance_are_refused(folders, monkeypatch, capsys):
    """Half of each folder changes places."""
    quick(monkeypatch)
    for number in range(0, 12, 2):
        real, fake = (folders / kind / f"{number:02d}.png" for kind in ("real", "fake"))
        content = real.read_bytes()
        real.write_bytes(fake.read_bytes())
        fake.write_bytes(content)
    error = refused(folders, capsys, "--steps", "3")
    assert "labels may be wrong" in error
