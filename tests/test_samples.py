"""The sample pictures are what their manifest says, and what the code makes."""

import hashlib
import io
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensics.faces import FaceFinder
from forensics.media import decode, read_media
from sample_media.make_samples import FOLDER, SCHEMA, make_samples

MANIFEST = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
ENTRIES = {entry["file"]: entry for entry in MANIFEST["samples"]}

EVERY_SAMPLE = pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())


def mask_of(entry: dict) -> np.ndarray:
    with Image.open(FOLDER / entry["mask"]) as mask:
        assert mask.mode == "L"
        return np.asarray(mask)


@EVERY_SAMPLE
def test_every_file_is_small_and_has_its_hash_size_origin_and_licence(entry):
    content = (FOLDER / entry["file"]).read_bytes()
    media = read_media(content, entry["file"])
    assert len(content) <= 150_000
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert (media.width, media.height) == (entry["width"], entry["height"])
    assert "Public domain" in entry["licence"]
    assert all(entry[field] for field in ("title", "origin", "how"))


@EVERY_SAMPLE
def test_the_product_finds_the_faces_of_the_manifest(entry):
    frame = decode(read_media((FOLDER / entry["file"]).read_bytes(), entry["file"]))
    regions, _ = FaceFinder().find(frame, 100)
    assert [list(region.box) for region in regions] == [pytest.approx(face["box"], abs=2) for face in entry["faces"]]


@EVERY_SAMPLE
def test_masks_lie_in_the_manipulated_faces_and_nowhere_else(entry):
    forged = [face["box"] for face in entry["faces"] if face["manipulated"]]
    assert (entry["mask"] is None) == (not forged)
    if not forged:
        return
    mask = mask_of(entry)
    assert mask.shape == (entry["height"], entry["width"])
    outside = mask.copy()
    for left, top, right, bottom in forged:
        assert (mask[top:bottom, left:right] >= 128).mean() > 0.02
        margin = (right - left) // 6  # a self-blended hull may be bent, and its edge fade out, beyond the box
        outside[max(0, top - margin) : bottom + margin, max(0, left - margin) : right + margin] = 0
    assert outside.max() == 0


def test_the_manifest_lists_what_lies_in_the_folder():
    images = {path.name for path in FOLDER.iterdir() if path.suffix in (".jpg", ".png", ".webp")}
    masks = {f"masks/{path.name}" for path in (FOLDER / "masks").iterdir()}
    assert MANIFEST["schema"] == SCHEMA
    assert images == set(ENTRIES)
    assert masks == {entry["mask"] for entry in ENTRIES.values() if entry["mask"]}


def test_there_are_untouched_and_forged_pictures_and_one_with_one_forged_face_among_several():
    forged = {file: [face["manipulated"] for face in entry["faces"]] for file, entry in ENTRIES.items()}
    assert len(forged) >= 6
    assert forged["group.jpg"] == [False, False, True, False]
    assert sum(any(faces) for faces in forged.values()) >= 5
    assert sum(not any(faces) for faces in forged.values()) >= 3


def test_the_pictures_in_the_folder_are_those_the_code_makes():
    for sample in make_samples():
        with Image.open(io.BytesIO(sample.content)) as made, Image.open(Path(FOLDER, sample.file)) as shipped:
            difference = np.abs(np.asarray(made, np.int16) - np.asarray(shipped, np.int16))
        assert difference.mean() < 0.5, sample.file  # other processors round differently in a few pixels
