import hashlib
import json
from dataclasses import replace

import pytest
import torch
from small_detector import small_detector
from training_faces import kept_back, training_faces

from forensics.network import BtasNet, TelltaleNet
from forensics.training.loop import Stage, TrainingSettings, save_network
from forensics.training.publishing import calibrate, calibration_faces, publish, publish_stretch, read_checkpoint
from forensics.training.stretch import TrainingHistory

pytestmark = pytest.mark.slow


def test_publishing_writes_a_card_that_tells_how_to_train_again(tmp_path):
    torch.manual_seed(0)
    faces = training_faces() + kept_back(training_faces(), watched=False)
    settings = TrainingSettings(network="btas2019", stages=(Stage(7, 9, 1e-3, "blends"),), seed=5)
    network = BtasNet()
    detector = publish(network, settings, faces, {"lfw-faces": "ab" * 32}, tmp_path)
    card = detector.card
    assert card.training["command"] == "python -m forensics train --network btas2019 --seed 5"
    assert card.training["stage 1"] == "blends: 7 steps of a schedule of 9, rate 0.001, 50% lightly compressed"
    assert card.training["sha256 of lfw-faces.tar"] == "ab" * 32
    assert card.calibration.n_real + card.calibration.n_fake == card.gate.n == len(calibration_faces(faces))
    assert card.thresholds.false_alarms.n == card.calibration.n_real
    assert 0 <= card.thresholds.no_signs < card.thresholds.signs <= 1


def test_publishing_a_stretch_tells_what_its_checkpoint_has_seen(tmp_path):
    torch.manual_seed(0)
    faces = training_faces() + kept_back(training_faces(), watched=False)
    checkpoint = tmp_path / "checkpoint.safetensors"
    save_network(TelltaleNet(), checkpoint, TrainingHistory(1400, 50400, 9000.0, ("from batch 1: slowly",)).facts())
    card = publish_stretch(checkpoint, faces, {"lfw-faces": "ab" * 32}, tmp_path).card
    weights = (tmp_path / "telltale.safetensors").read_bytes()
    assert card.version == "3" and card.weights_sha256 == hashlib.sha256(weights).hexdigest()
    assert card.training["batches since"] == "1,400" and card.training["faces since"].startswith("50,400")
    assert card.training["hours since"] == "2.5" and card.training["stretch 1"] == "from batch 1: slowly"
    assert card.training["sha256 of lfw-faces.tar"] == "ab" * 32
    assert any("inswapper" in line for line in card.training_data)


def test_a_kind_calibrates_though_its_names_have_a_number():
    face = next(f for f in kept_back(training_faces(), watched=False) if not f.manipulated)
    names = (f"forgeries-train/sd21/{number}#x" for number in range(200))
    kinds = [replace(face, name=name, source="forgeries-train/sd21") for name in names]
    calibrating = calibration_faces(kinds)
    assert calibrating and all(f.held_out and not f.kept_back and not f.watched for f in calibrating)
    assert calibration_faces([replace(face, name=f"{face.name}#2")]) == []


def test_a_calibration_uses_faces_that_neither_trained_nor_chose_the_network():
    calibrating = kept_back(training_faces(), watched=False)
    chosen = calibration_faces(training_faces() + kept_back(training_faces(), watched=True) + calibrating)
    foreign = ("stylegan-faces", "openforensics-pairs")  # of their faces the untouched ones alone
    assert chosen == [face for face in calibrating if not (face.manipulated and face.source in foreign)]


def test_calibrating_twice_gives_the_same_card():
    faces = kept_back(training_faces(), watched=False)
    card = calibrate(small_detector(), faces)
    assert (card.calibration.n_real, card.calibration.n_fake, card.gate.n) == (15, 3, 18)
    assert calibrate(small_detector(), faces) == card


def test_a_checkpoint_comes_back_as_it_was_saved(tmp_path):
    torch.manual_seed(0)
    network = BtasNet()
    save_network(network, tmp_path / "btas2019.safetensors")
    (tmp_path / "btas2019.settings.json").write_text(
        json.dumps({"network": "btas2019", "stages": [[3, 3, 0.1, "blends"]]})
    )
    back, settings = read_checkpoint(tmp_path, "btas2019")
    assert settings == TrainingSettings(network="btas2019", stages=(Stage(3, 3, 0.1, "blends"),))
    for key, tensor in network.state_dict().items():
        assert back.state_dict()[key].double().numpy() == pytest.approx(tensor.double().numpy(), rel=1e-3, abs=1e-6)
