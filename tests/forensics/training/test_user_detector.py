"""From a fine-tuned network to a user's detector."""

import hashlib
import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from own_faces import ColorNetwork, untouched_and_forged
from small_detector import small_card

from forensics.detectors import registry
from forensics.detectors.crop_detector import CropDetector, CropNetwork
from forensics.errors import TrainingError
from forensics.training.finetune import FinetuneResult, FinetuneSettings, ValidationMetrics
from forensics.training.user_detector import check_label_swap, check_learned, publish_user_detector
from forensics.training.user_images import UserImage
from forensics.types.model_card import Thresholds

SETTINGS = FinetuneSettings(steps=7, seed=3)


@pytest.fixture(scope="module")
def faces():
    return untouched_and_forged(12)


@pytest.fixture(autouse=True)
def _colors(monkeypatch):
    monkeypatch.setitem(registry.DETECTORS, "telltale", CropNetwork(ColorNetwork))


def network(red, blue=0.0):
    colors = ColorNetwork()
    colors.weight.copy_(torch.tensor([red, 0.0, blue]))
    return colors


def detector(red, blue=0.0, **changes):
    return CropDetector(small_card(**changes), network(red, blue), threading.Lock())


def publish(faces, tuned, base, folder):
    pictures = [UserImage(face, hashlib.sha256(face.picture).hexdigest()) for kind in faces for face in kind]
    measured = ValidationMetrics(0.1, 1.0, 0.9)
    return publish_user_detector(FinetuneResult(tuned, 0.75, measured), base, pictures, "mine", SETTINGS, folder)


def test_the_card_tells_where_the_detector_comes_from_and_how_well_it_does(faces, tmp_path):
    base = detector(0.0)
    made = publish(faces, network(1.0, -1.0), base, tmp_path)
    card = made.card
    assert (card.name, card.title) == ("mine", "Red against blue, fine-tuned")
    assert card.weights_sha256 == hashlib.sha256((tmp_path / "mine.safetensors").read_bytes()).hexdigest()
    assert card.training["network"] == "telltale"
    assert card.training["base detector"] == "telltale"
    assert card.training["SHA-256 of the base's weights"] == "0" * 64
    assert card.training["part of the way from the base's weights"] == "0.75"
    assert card.training["command"] == (
        "python -m forensics finetune --real DIR --fake DIR --name mine --detector telltale --steps 7 --seed 3"
    )
    for kind in ("untouched", "forged"):
        assert len(card.training[f"SHA-256 of the 9 {kind} pictures trained on"].split()) == 9
    kept_back = card.training["SHA-256 of the 3 forged pictures kept back"].split()
    assert set(kept_back) < {hashlib.sha256(face.picture).hexdigest() for face in faces[1]}
    assert "12 untouched and 12 forged pictures of the user" in card.training_data[-1]
    assert "6 of them that were kept back" in card.known_limits[0]
    assert (card.calibration.n_real, card.calibration.n_fake) == (3, 3)
    assert "6 of the user's pictures" in card.calibration.data
    auc, before, false_alarms = card.figures[:3]
    assert (auc.value, auc.high, auc.n) == (1, 1, 6)
    assert auc.low == pytest.approx(0.025 ** (1 / 3))  # three pairs of three
    assert (before.name, before.value) == ("AUC of telltale before", 0.5)
    assert (false_alarms.value, false_alarms.n) == (0, 3)
    assert false_alarms.high == pytest.approx(1 - 0.025 ** (1 / 3))
    assert base.card.name == "telltale"


def test_what_is_read_back_is_the_network_in_half_precision(faces, tmp_path):
    made = publish(faces, network(1.0, -1.0), detector(0.0), tmp_path)
    assert made.network.weight.tolist() == [1, 0, -1]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["mine.json", "mine.safetensors"]


@pytest.mark.parametrize(("signs", "no_signs"), [(0.9999, 0.0001), (0.6, 0.4)])
def test_of_the_thresholds_the_stricter_hold(faces, tmp_path, signs, no_signs):
    base = detector(0.0, thresholds=Thresholds(signs, no_signs, 8))
    found = publish(faces, network(1.0, -1.0), base, tmp_path).card.thresholds
    assert found.signs >= signs
    assert found.no_signs <= no_signs


@pytest.mark.parametrize(("red", "code"), [(-1.0, "swapped_labels"), (0.0, "nothing_learned")])
def test_a_network_that_learned_nothing_is_refused_and_leaves_nothing_behind(faces, tmp_path, red, code):
    with pytest.raises(TrainingError) as caught:
        publish(faces, network(red, -red), detector(0.0), tmp_path / "detectors")
    assert caught.value.code == code
    assert list((tmp_path / "detectors").iterdir()) == []


def test_what_gained_nothing_is_refused(faces, tmp_path):
    with pytest.raises(TrainingError, match="gained nothing over 'telltale'") as caught:
        publish_user_detector(
            FinetuneResult(network(0.0), 0.0, ValidationMetrics(1.0, 0.5, 0.5)),
            detector(0.0),
            [],
            "mine",
            SETTINGS,
            tmp_path,
        )
    assert caught.value.code == "nothing_learned"


def test_scores_that_could_be_chance_are_no_learning():
    manipulated = np.array([False] * 5 + [True] * 5)
    check_learned(np.arange(10) / 10, manipulated)
    with pytest.raises(TrainingError, match=r"AUC 0\.68") as caught:  # 17 of 25 pairs in order: p = 0.21
        check_learned(np.array([0, 1, 2, 7, 8, 3, 4, 5, 6, 9]) / 10, manipulated)
    assert caught.value.code == "nothing_learned"


def test_labels_that_contradict_the_detector_look_swapped(faces):
    lines = []
    untouched, forged = faces
    check_label_swap(detector(1.0, -1.0), [*untouched, *forged], lines.append)
    assert lines == ["telltale as it is tells your folders apart with an AUC of 1.000"]
    swapped = [replace(face, manipulated=not face.manipulated) for face in (*untouched, *forged)]
    with pytest.raises(TrainingError, match="look swapped") as caught:
        check_label_swap(detector(1.0, -1.0), swapped, lines.append)
    assert caught.value.code == "swapped_labels"
