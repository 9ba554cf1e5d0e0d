"""Reference pictures on the command line: `--reference`."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from small_detector import RedAgainstBlue, small_card_with_evidence

from forensics.__main__ import main
from forensics.detectors import registry
from forensics.detectors.crop_detector import CropDetector


@pytest.fixture(autouse=True)
def _red_against_blue(monkeypatch):
    import threading  # noqa: PLC0415

    detector = CropDetector(small_card_with_evidence(), RedAgainstBlue().eval(), threading.Lock())
    monkeypatch.setattr(registry, "load_detector", lambda _: detector)


def save(path: Path, red: int, blue: int, size: tuple[int, int] = (72, 66)) -> Path:
    """logit = 10 · (red − blue) / 255."""
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(np.full((size[1], size[0], 3), (red, 100, blue), np.uint8)).save(path)
    return path


def analyze(*arguments: object) -> int:
    return main(["analyze", *map(str, arguments), "--faces", "whole"])


def document(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def questioned(tmp_path):
    """Score 0.913, just over the threshold of 0.9."""
    return save(tmp_path / "q.png", 160, 100)


def test_references_move_the_answer_and_both_are_in_the_document(tmp_path, questioned, capsys):
    for number in range(12):
        save(tmp_path / "refs" / f"{number:02}.png", 130 + number, 100)
    assert analyze(questioned, "--reference", tmp_path / "refs", "--json", tmp_path / "out.json") == 0
    (entry,) = document(tmp_path / "out.json")["files"]
    (face,) = entry["faces"]
    assert face["decision"] == "inconclusive"
    assert face["without_references"]["decision"] == "signs of manipulation"
    assert (entry["references"]["faces"], entry["references"]["enough"]) == (12, True)
    assert [file["name"] for file in entry["references"]["files"]][:2] == ["00.png", "01.png"]
    assert "telltale: 12 reference faces from 12 files: enough" in capsys.readouterr().err


def test_every_useless_and_every_misfitting_one_has_its_line(tmp_path, questioned, capsys):
    refs = tmp_path / "refs"
    save(refs / "large.png", 100, 120, (190, 180)), save(refs / "small.png", 100, 100, (6, 6))
    (refs / "damaged.png").write_bytes(b"no picture")
    shutil.copy(questioned, refs / "copy.png")
    assert analyze(questioned, "--reference", refs, "--json", tmp_path / "out.json") == 0
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "telltale: copy.png gives no reference face: it is itself under question.",
        "telltale: damaged.png gives no reference face: it could not be read as a picture.",
        "telltale: small.png gives no reference face: no face in it could be evaluated.",
        "telltale: 1 reference face from 1 file: fewer than 10; the fewer, the less they may move the answer.",
        "telltale: q.png: large.png may not fit as a reference: its face is more than twice as large or as small as "
        "face 1. It counts until it is taken out.",
    ]
    (entry,) = document(tmp_path / "out.json")["files"]
    assert {one["name"]: one["reason"] for one in entry["references"]["unusable"]} == {
        "copy.png": "questioned",
        "damaged.png": "not_read",
        "small.png": "not_evaluated",
    }
    assert entry["references"]["misfits"] == [{"name": "large.png", "reason": "other_size", "face_ids": [1]}]


def test_a_reference_that_does_not_exist_is_refused_before_any_work(tmp_path, questioned, capsys):
    assert analyze(questioned, "--reference", tmp_path / "missing") == 2
    assert "missing does not exist." in capsys.readouterr().err


def test_without_a_picture_nothing_is_begun(tmp_path, questioned, capsys):
    (tmp_path / "empty").mkdir()
    assert analyze(questioned, "--reference", tmp_path / "empty") == 2
    assert "--reference names no picture; name a folder with some, or files." in capsys.readouterr().err


def test_without_the_option_nothing_changes(tmp_path, questioned):
    assert analyze(questioned, "--json", tmp_path / "out.json") == 0
    (entry,) = document(tmp_path / "out.json")["files"]
    assert "references" not in entry
    assert entry["faces"][0]["decision"] == "signs of manipulation"


def test_an_empty_path_is_refused_and_does_not_mean_the_folder_one_stands_in(questioned, capsys):
    with pytest.raises(SystemExit) as refused:
        analyze(questioned, "--reference", "")
    assert refused.value.code == 2
    assert "an empty path names no file and no folder" in capsys.readouterr().err


def test_a_loop_of_links_among_the_references_is_named_and_the_run_goes_on(tmp_path, questioned, capsys):
    save(tmp_path / "refs" / "good.png", 130, 100)
    (tmp_path / "one.png").symlink_to("two.png"), (tmp_path / "two.png").symlink_to("one.png")
    wanted = (questioned, "--reference", tmp_path / "refs", "--reference", tmp_path / "one.png")
    assert analyze(*wanted, "--json", tmp_path / "out.json") == 0
    assert "one.png gives no reference face: it could not be read" in capsys.readouterr().err
