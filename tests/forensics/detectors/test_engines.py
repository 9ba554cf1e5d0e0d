import shutil

import pytest
import torch
from painted_faces import painted
from small_detector import RedAgainstBlue, small_card

from forensics import versions
from forensics.detectors.crop_detector import CropNetwork, to_cpu
from forensics.detectors.engines import ENGINES, PyTorchEngine, requested_device, requested_engine
from forensics.detectors.openvino_engine import OpenVinoEngine
from forensics.errors import SettingsError
from forensics.storage.checkpoints import photograph_record
from forensics.types.analysis import AnalysisSettings
from forensics.versions import software_versions

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _usual(monkeypatch):
    for name in ("TELLTALE_DEVICE", "TELLTALE_ENGINE"):
        monkeypatch.delenv(name, raising=False)


def test_a_network_runs_on_the_cpu_and_by_openvino_unless_told_otherwise():
    assert requested_device() == torch.device("cpu")
    assert isinstance(requested_engine()(RedAgainstBlue(), 16), OpenVinoEngine)


def test_where_openvino_is_missing_pytorch_stands_in_and_results_say_so(monkeypatch):
    monkeypatch.setattr(versions, "find_spec", lambda _: None)
    versions.has_openvino.cache_clear()
    versions._installed.cache_clear()
    assert isinstance(requested_engine()(RedAgainstBlue(), 16), PyTorchEngine)
    assert software_versions()["engine"] == "eager"
    assert "openvino" not in software_versions()
    monkeypatch.setenv("TELLTALE_ENGINE", "openvino")
    with pytest.raises(SettingsError, match="TELLTALE_ENGINE must be one of eager, compiled, got 'openvino'"):
        requested_engine()
    monkeypatch.undo()
    versions.has_openvino.cache_clear()
    versions._installed.cache_clear()


@pytest.mark.parametrize("name", ["gpu", "cuda:99", "meta", "cuda:-1", "cpu; rm"])
def test_a_device_that_is_not_there_is_named(monkeypatch, name):
    monkeypatch.setenv("TELLTALE_DEVICE", name)
    with pytest.raises(SettingsError, match="TELLTALE_DEVICE must be cpu, cuda or cuda:N") as caught:
        CropNetwork(RedAgainstBlue).load(small_card(), {})
    assert caught.value.code == "wrong_setting"
    assert repr(name) in str(caught.value)


def test_an_engine_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setenv("TELLTALE_ENGINE", "steam")
    with pytest.raises(SettingsError, match="TELLTALE_ENGINE must be one of openvino, eager, compiled, got 'steam'"):
        CropNetwork(RedAgainstBlue).load(small_card(), {})


def test_the_chosen_engine_runs_the_network(monkeypatch):
    calls = []

    def counting(network, _side):
        return PyTorchEngine(lambda views: calls.append(len(views.squares)) or network(views))

    monkeypatch.setitem(ENGINES, "counting", counting)
    monkeypatch.setenv("TELLTALE_ENGINE", "counting")
    loaded = CropNetwork(RedAgainstBlue).load(small_card(), {})
    assert len(loaded.score([painted((255, 0, 0))] * 3)) == 3
    assert calls == [2, 1]
    assert len(loaded.predict_scores([painted((255, 0, 0))])) == 1
    assert calls == [2, 1, 1]


@pytest.mark.skipif(shutil.which("g++") is None, reason="compiling needs a compiler")
def test_a_compiled_network_gives_the_same_scores(monkeypatch):
    faces = [painted((200, 0, 30)), painted((10, 0, 90))]
    eager = CropNetwork(RedAgainstBlue).load(small_card(), {}).predict_scores(faces)
    monkeypatch.setenv("TELLTALE_ENGINE", "compiled")
    compiled = CropNetwork(RedAgainstBlue).load(small_card(), {}).predict_scores(faces)
    assert compiled == pytest.approx(eager, abs=1e-6)


def test_explanations_look_into_the_network_itself():
    loaded = CropNetwork(RedAgainstBlue).load(small_card(), {})
    assert to_cpu(loaded) is loaded


def test_results_say_where_they_come_from_if_it_is_not_the_usual(monkeypatch):
    usual = dict(software_versions())
    assert not {"device", "engine"} & usual.keys()
    monkeypatch.setenv("TELLTALE_ENGINE", "compiled")
    assert dict(software_versions()) == usual | {"engine": "compiled"}
    key = photograph_record("0" * 64, AnalysisSettings(), small_card()).key
    monkeypatch.delenv("TELLTALE_ENGINE")
    assert photograph_record("0" * 64, AnalysisSettings(), small_card()).key != key
