"""Where a user's detectors lie and how they may be called."""

from pathlib import Path

import pytest
from platformdirs.macos import MacOS

from forensics.errors import SettingsError
from forensics.io import user_data
from forensics.io.user_data import detectors_folder, user_detector_names, validate_detector_name


def test_the_folder_is_the_one_that_was_set_or_the_systems(monkeypatch):
    monkeypatch.setenv("HOME", "/home/a")
    monkeypatch.delenv("TELLTALE_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert detectors_folder() == Path("/home/a/.local/share/telltale/detectors")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert detectors_folder() == Path("/home/a/.local/share/telltale/detectors")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert detectors_folder() == Path("/data/telltale/detectors")
    monkeypatch.setenv("TELLTALE_HOME", "/mine")
    assert detectors_folder() == Path("/mine/detectors")


def test_on_another_system_the_folder_of_earlier_versions_counts_while_it_is_the_only_one(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("TELLTALE_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr(user_data, "user_data_path", lambda *names, **others: MacOS(*names, **others).user_data_path)
    new = tmp_path / "Library" / "Application Support" / "telltale"
    earlier = tmp_path / ".local" / "share" / "telltale"
    assert detectors_folder() == new / "detectors"
    earlier.mkdir(parents=True)
    assert detectors_folder() == earlier / "detectors"
    new.mkdir(parents=True)
    assert detectors_folder() == new / "detectors"
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert detectors_folder() == Path("/data/telltale/detectors")


def test_the_folder_that_earlier_versions_wrote_to_is_still_the_one_on_linux(monkeypatch):
    monkeypatch.delenv("TELLTALE_HOME", raising=False)
    for shared in ("", "/data", "relative"):
        monkeypatch.setenv("XDG_DATA_HOME", shared)
        assert user_data.user_data_dir() == user_data._earlier_folder()


def test_detectors_are_known_by_their_cards_and_no_other_file_is_one(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    assert user_detector_names() == []
    folder = tmp_path / "detectors"
    (folder / "folder.json").mkdir(parents=True)
    for name in ("b.json", "a-1.json", "weights.safetensors", "Not A Name.json", ".hidden.json"):
        (folder / name).write_text("{}")
    (folder / "dangling.json").symlink_to(folder / "nowhere")
    assert user_detector_names() == ["a-1", "b"]


@pytest.mark.parametrize("name", ["", "-a", "A", "ä", "a.b", "../a", "a/b", "a" * 33, "a\n"])
def test_a_name_that_is_no_safe_file_name_is_refused(name):
    with pytest.raises(SettingsError) as caught:
        validate_detector_name(name, [])
    assert caught.value.code == "wrong_name"


def test_a_taken_name_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_HOME", str(tmp_path))
    (tmp_path / "detectors").mkdir()
    (tmp_path / "detectors" / "mine.json").write_text("{}")
    validate_detector_name("a" * 32, ["telltale"])
    for name in ("telltale", "mine"):
        with pytest.raises(SettingsError) as caught:
            validate_detector_name(name, ["telltale"])
        assert caught.value.code == "taken_name"
