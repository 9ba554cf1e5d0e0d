import json

import pytest
import torch
from test_loop import held_out_too
from training_faces import training_faces

from forensics.detectors import DETECTORS
from forensics.training.cards import IDENTITIES, publish, read_checkpoint
from forensics.training.loop import Stage, TrainingSettings, save_network


def test_every_detector_has_an_identity():
    assert set(IDENTITIES) == set(DETECTORS)


def test_publishing_writes_a_card_that_tells_how_to_train_again(tmp_path):
    torch.manual_seed(0)
    faces = held_out_too(training_faces())
    settings = TrainingSettings(network="btas2019", stages=(Stage(7, 9, 1e-3),), seed=5)
    network = DETECTORS["btas2019"]()
    detector = publish(network, settings, faces, {"lfw-faces": "ab" * 32}, tmp_path)
    card = detector.card
    assert card.training["command"] == "python -m forensics train --network btas2019 --seed 5"
    assert card.training["stage 1"] == "7 steps of a schedule of 9, rate 0.001"
    assert card.training["sha256 of lfw-faces.tar"] == "ab" * 32
    left_out = ("stylegan-faces", "openforensics-pairs")  # their forgeries; photographs of groups altogether
    usable = [f for f in faces if f.source != "multiface-photos" and not (f.manipulated and f.source in left_out)]
    held_out = [f for f in usable if f.held_out]
    assert card.calibration.n_real + card.calibration.n_fake == len(held_out)
    assert 0 <= card.thresholds.no_signs < card.thresholds.signs <= 1


def test_a_checkpoint_comes_back_as_it_was_saved(tmp_path):
    torch.manual_seed(0)
    network = DETECTORS["btas2019"]()
    save_network(network, tmp_path / "btas2019.safetensors")
    (tmp_path / "btas2019.settings.json").write_text(json.dumps({"network": "btas2019", "stages": [[3, 3, 0.1]]}))
    back, settings = read_checkpoint(tmp_path, "btas2019")
    assert settings == TrainingSettings(network="btas2019", stages=(Stage(3, 3, 0.1),))
    for key, tensor in network.state_dict().items():
        assert back.state_dict()[key].double().numpy() == pytest.approx(tensor.double().numpy(), rel=1e-3, abs=1e-6)
