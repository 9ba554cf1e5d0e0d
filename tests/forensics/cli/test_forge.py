"""The command line: `python -m forensics forge`."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensics.__main__ import main
from forensics.synthesis import families

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).parents[3] / "sample_media"
COLLINS, HOPPER = SAMPLES / "collins.jpg", SAMPLES / "hopper.jpg"


def forge(*arguments: object) -> int:
    return main(["forge", *map(str, arguments)])


def pixels(path: Path) -> np.ndarray:
    with Image.open(path) as image:
        return np.asarray(image)


def test_picture_mask_and_document_are_written(tmp_path):
    assert forge(COLLINS, HOPPER, "--family", "splice", "--seed", 3, "--out", tmp_path / "out") == 0
    digest = hashlib.sha256(COLLINS.read_bytes()).hexdigest()
    stem = f"collins-{digest[:8]}-splice"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        f"{stem}-mask.png",
        f"{stem}.json",
        f"{stem}.png",
    ]
    done = json.loads((tmp_path / "out" / f"{stem}.json").read_text(encoding="utf-8"))
    assert done["schema"] == "telltale.forgery/1"
    assert (done["family"], done["seed"]) == ("splice", 3)
    assert done["source"] == {"name": "collins.jpg", "sha256": digest}
    assert done["donors"] == [{"name": "hopper.jpg", "sha256": hashlib.sha256(HOPPER.read_bytes()).hexdigest()}]
    assert [face["box"] for face in done["faces"]] == [[181, 58, 270, 178]]
    assert done["faces"][0]["how"].startswith("spliced ")
    for part in ("picture", "mask"):
        written = (tmp_path / "out" / done[part]["name"]).read_bytes()
        assert hashlib.sha256(written).hexdigest() == done[part]["sha256"]
        with Image.open(tmp_path / "out" / done[part]["name"]) as image:
            assert image.text["Description"] == "forged with Telltale for teaching"


def test_the_picture_differs_from_the_photograph_inside_the_mask_alone(tmp_path):
    assert forge(COLLINS, "--family", "reenactment", "--out", tmp_path) == 0
    (picture,), (mask,) = tmp_path.glob("*-reenactment.png"), tmp_path.glob("*-mask.png")
    changed = (pixels(picture) != pixels(COLLINS)).any(axis=2)
    assert changed[pixels(mask) == 255].mean() > 0.5
    assert not changed[:40].any() and not changed[250:].any()


def test_every_face_of_a_group_is_forged_and_may_lend_to_the_others(tmp_path):
    assert forge(SAMPLES / "group.jpg", "--family", "splice", "--out", tmp_path) == 0
    (document,) = tmp_path.glob("*.json")
    faces = json.loads(document.read_text(encoding="utf-8"))["faces"]
    (mask,) = tmp_path.glob("*-mask.png")
    assert len(faces) == 4
    for left, top, right, bottom in (face["box"] for face in faces):
        assert pixels(mask)[top:bottom, left:right].max() == 255


def test_the_same_seed_writes_the_same_bytes_and_another_seed_others(tmp_path):
    for folder, seed in (("a", 1), ("b", 1), ("c", 2)):
        assert forge(COLLINS, "--family", "retouch", "--seed", seed, "--out", tmp_path / folder) == 0
    first, again, other = (next((tmp_path / folder).glob("*-retouch.png")).read_bytes() for folder in "abc")
    assert first == again
    assert first != other


def test_all_families_and_a_sheet_with_a_row_for_each(tmp_path):
    assert forge(COLLINS, HOPPER, "--sheet", "--out", tmp_path) == 0
    assert len(list(tmp_path.glob("*.json"))) == len(families.FAMILIES)
    (sheet,) = tmp_path.glob("*-sheet.png")
    assert pixels(sheet).shape == (len(families.FAMILIES) * (320 + 28), 3 * 320, 3)


def test_file_names_hold_nothing_of_the_given_name_but_letters_and_digits(tmp_path):
    odd = tmp_path / "..$(x) é\u202e.jpg"
    odd.write_bytes(COLLINS.read_bytes())
    assert forge(odd, "--family", "retouch", "--out", tmp_path / "out") == 0
    assert all(path.name.startswith("x-9de5c39d-retouch") for path in (tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([COLLINS, "--family", "magic"], "There is no family magic; choose all or one of self_blend,"),
        ([COLLINS, "--family", "splice"], "nobody to borrow from; name a DONOR_PHOTO"),
        ([COLLINS, COLLINS, "--family", "splice"], "nobody to borrow from; name a DONOR_PHOTO"),
        ([COLLINS, "--seed", -1], "--seed must be 0 or more, got -1"),
        (["missing.jpg"], "missing.jpg: There is no such file"),
        ([COLLINS, "missing.jpg"], "missing.jpg: There is no such file"),
        (["gray.png"], "No face was found in gray.png; name another photograph."),
    ],
)
def test_what_cannot_be_forged_ends_with_two_and_a_sentence(tmp_path, monkeypatch, capsys, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (64, 64), (128, 128, 128)).save("gray.png")
    assert forge(*arguments, "--out", "out") == 2
    output = capsys.readouterr().err
    assert sentence in output
    assert output.count("\n") == 1
    assert not list(tmp_path.glob("out/*"))
