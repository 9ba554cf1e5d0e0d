import hashlib
import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
import torch
from painted_faces import painted
from PIL import Image
from safetensors.torch import load_file, save_file
from small_detector import small_detector
from training_faces import FACE, SAMPLES

from forensics.detectors import registry
from forensics.detectors.engines import PyTorchEngine
from forensics.detectors.registry import (
    DETECTORS,
    WEIGHTS_FOLDER,
    available_detectors,
    broken_detector_messages,
    load_detector,
    read_detector,
)
from forensics.errors import DetectorError
from forensics.faces.detection import crop_region
from forensics.messages.catalogue import sentence
from forensics.network import NETWORKS, BtasNet
from forensics.types.analysis import Box, Frame
from forensics.types.model_card import read_card, write_card


def test_scores_masks_and_errors_of_a_network_set_by_hand():
    red, gray = painted((255, 0, 0)), painted((100, 100, 100))
    first, second = small_detector().score([red, gray])
    assert first.fake_score == pytest.approx(1 / (1 + np.exp(-10)))
    assert first.decision.verdict == "signs of manipulation"
    assert first.mask_fraction == 1
    assert second.fake_score == pytest.approx(0.5)
    assert second.decision.verdict == "inconclusive"
    assert first.reconstruction_error == pytest.approx(0, abs=1e-6)  # the network returns what it is given
    np.testing.assert_array_equal(first.reconstruction, red.crop)


def test_the_mask_lies_where_the_color_is():
    pixels = np.zeros((64, 64, 3), np.uint8)
    pixels[:32, :, 0] = 255
    pixels[32:, :, 2] = 255
    region = crop_region(Frame(0, 0.0, pixels), 1, Box(20, 20, 44, 44), 1.0, None)
    finding = small_detector().score([region])[0]
    height = region.crop.shape[0]
    assert finding.mask[: height // 2 - 2].min() > 0.9
    assert finding.mask[height // 2 + 2 :].max() < 0.1


def test_more_faces_than_one_pass_keep_their_order():
    shades = [painted((20 * i, 0, 0)) for i in range(2 * PyTorchEngine.batch_size + 1)]
    scores = [finding.fake_score for finding in small_detector().score(shades)]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_no_face_gives_no_finding():
    assert small_detector().score([]) == []


@pytest.mark.parametrize("name", DETECTORS)
def test_every_shipped_detector_loads_and_keeps_the_contract(name):
    detector = load_detector(name)
    card = detector.card
    assert card.name == name
    assert card.input_size == NETWORKS[name].input_size
    assert load_detector(name) is detector
    assert not detector.network.training
    assert not any(parameter.requires_grad for parameter in detector.network.parameters())
    pixels = np.asarray(Image.open(SAMPLES / "collins.jpg").convert("RGB"))
    regions = [
        crop_region(Frame(0, 0.0, pixels), n, box, 1.0, None) for n, box in enumerate((FACE, Box(0, 0, 300, 200)))
    ]
    before = {key: tensor.clone() for key, tensor in detector.network.state_dict().items()}
    findings = detector.score(regions)
    for region, finding in zip(regions, findings, strict=True):
        assert finding.region is region
        assert 0 < finding.fake_score < 1
        assert finding.mask.shape == region.crop.shape[:2]
        assert finding.reconstruction.shape == region.crop.shape
    alone = detector.score(regions[:1])[0]
    assert alone.fake_score == pytest.approx(findings[0].fake_score, abs=1e-5)
    for key, tensor in detector.network.state_dict().items():
        assert torch.equal(tensor, before[key])


@pytest.fixture
def folder(tmp_path):
    for end in ("json", "safetensors"):
        shutil.copy(WEIGHTS_FOLDER / f"btas2019.{end}", tmp_path)
    return tmp_path


@pytest.fixture
def own_folder(tmp_path, monkeypatch):
    """A user's folder without a detector yet."""
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    folder = tmp_path / "detectors"
    folder.mkdir()
    return folder


def copy_of_baseline(folder, name, **changes):
    """A user's detector with the baseline's weights."""
    card = replace(read_card(WEIGHTS_FOLDER / "btas2019.json"), name=name, **changes)
    shutil.copy(WEIGHTS_FOLDER / "btas2019.safetensors", folder / f"{name}.safetensors")
    write_card(card, folder / f"{name}.json")


def refusal(folder, name="btas2019"):
    with pytest.raises(DetectorError) as caught:
        read_detector(name, folder)
    return caught.value


@pytest.mark.parametrize("name", ["nobody", "../btas2019", ""])
def test_an_unknown_detector_is_refused_with_the_names_there_are(own_folder, name):
    copy_of_baseline(own_folder, "mine")
    with pytest.raises(DetectorError) as caught:
        load_detector(name)
    assert caught.value.code == "unknown_detector"
    assert str(caught.value) == f"There is no detector {name!r}; there are telltale, btas2019, mine."


def test_weights_with_a_wrong_hash_are_refused(folder):
    path = folder / "btas2019.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    error = refusal(folder)
    assert error.code == "wrong_hash"
    assert "nothing was analyzed" in str(error)


def test_missing_weights_are_refused(folder):
    (folder / "btas2019.safetensors").unlink()
    assert refusal(folder).code == "missing_weights"


@pytest.mark.parametrize("damage", ["not safetensors", "another network"])
def test_weights_that_do_not_fit_are_refused_even_with_the_right_hash(folder, damage):
    path = folder / "btas2019.safetensors"
    if damage == "not safetensors":
        path.write_bytes(b"rubbish")
    else:
        state = load_file(path)
        state.pop("mean")
        save_file(state, path)
    card = replace(load_detector("btas2019").card, weights_sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    write_card(card, folder / "btas2019.json")
    assert refusal(folder).code == "wrong_weights"


def test_a_users_detector_is_listed_after_the_shipped_ones_and_loads(own_folder):
    copy_of_baseline(own_folder, "mine")
    assert available_detectors() == ["telltale", "btas2019", "mine"]
    assert broken_detector_messages() == []
    detector = load_detector("mine")
    assert detector.card.name == "mine"
    assert isinstance(detector.network, BtasNet)
    assert load_detector("mine") is detector


def test_a_shipped_detector_cannot_be_replaced_by_a_users(own_folder):
    copy_of_baseline(own_folder, "btas2019", title="Not the baseline")
    assert available_detectors() == ["telltale", "btas2019"]
    assert load_detector("btas2019").card.title != "Not the baseline"


def test_a_users_detector_made_anew_is_not_the_one_it_replaced(own_folder):
    copy_of_baseline(own_folder, "mine", version="1")
    assert load_detector("mine").card.version == "1"
    copy_of_baseline(own_folder, "mine", version="2")
    assert load_detector("mine").card.version == "2"


@pytest.mark.parametrize(
    ("file", "content", "reason"),
    [
        ("mine.json", b"{", "card mine.json is missing or damaged"),
        ("mine.safetensors", b"rubbish", "weights of the detector 'mine' are not those of its card"),
        ("mine.safetensors", None, "weights of the detector 'mine' cannot be read"),
    ],
)
def test_a_damaged_detector_of_a_user_is_left_out_with_the_reason(own_folder, file, content, reason):
    copy_of_baseline(own_folder, "good")
    copy_of_baseline(own_folder, "mine")
    (own_folder / file).unlink()
    if content is not None:
        (own_folder / file).write_bytes(content)
    assert available_detectors() == ["telltale", "btas2019", "good"]
    (damage,) = broken_detector_messages()
    assert reason in sentence(damage)


@pytest.mark.parametrize("change", ["another network", "another name"])
def test_a_card_that_speaks_of_another_detector_is_refused(own_folder, change):
    copy_of_baseline(own_folder, "mine")
    card = read_card(own_folder / "mine.json")
    changes = {"another network": {"training": {"network": "oracle"}}, "another name": {"name": "yours"}}[change]
    write_card(replace(card, **changes), own_folder / "mine.json")
    assert refusal(own_folder, "mine").code == "damaged_card"


def damaged_cards() -> dict[str, bytes]:
    """Cards that no program wrote, by what is wrong with them."""
    card = json.loads((WEIGHTS_FOLDER / "btas2019.json").read_text())
    changed = {
        "a number for a text": {"name": 7},
        "a text for an object": {"thresholds": "0.5"},
        "a number for an object": {"gate": 5},
        "a number for the hash": {"weights_sha256": 12},
        "no number": {"calibration": card["calibration"] | {"slope": float("nan")}},
        "half a letter": {"title": "\ud800"},
        "a number too large": {"input_size": 10**400},
    }
    return {
        "nested too deep": b"[" * 100_000,
        "no text": b"\xff\xfe\0",
        "a list": b"[]",
        "empty": b"",
        **{name: json.dumps(card | change).encode() for name, change in changed.items()},
    }


@pytest.mark.parametrize("content", damaged_cards().values(), ids=damaged_cards())
def test_a_card_of_wrong_types_is_named_and_the_others_are_there(own_folder, content):
    copy_of_baseline(own_folder, "mine")
    copy_of_baseline(own_folder, "bad")
    (own_folder / "bad.json").write_bytes(content)
    assert available_detectors() == [*DETECTORS, "mine"]
    (reason,) = broken_detector_messages()
    assert (reason.group, reason.parameters["file"]) == ("damaged_card", "bad.json")


def test_a_card_that_vanishes_between_two_looks_is_named(own_folder, monkeypatch):
    copy_of_baseline(own_folder, "mine")
    monkeypatch.setattr(registry, "_user_detector_names", lambda: ["gone"])
    (reason,) = broken_detector_messages()
    assert (reason.group, reason.parameters["file"]) == ("damaged_card", "gone.json")
