"""The sample pictures are what their manifest says, and what the code makes."""

import hashlib
import io
import json
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from forensics.faces.detection import FaceDetector
from forensics.media.image import decode_image, probe_image
from forensics.types.analysis import Box, Frame
from sample_media import make_videos
from sample_media.make_samples import FOLDER, SCHEMA, make_samples

pytestmark = pytest.mark.slow

MANIFEST = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
ENTRIES = {entry["file"]: entry for entry in MANIFEST["samples"]}

VIDEOS = {entry["file"]: entry for entry in MANIFEST["videos"]}

EVERY_SAMPLE = pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES.keys())
EVERY_VIDEO = pytest.mark.parametrize("entry", VIDEOS.values(), ids=VIDEOS.keys())


def mask_of(entry: dict) -> np.ndarray:
    with Image.open(FOLDER / entry["mask"]) as mask:
        assert mask.mode == "L"
        return np.asarray(mask)


@EVERY_SAMPLE
def test_every_file_is_small_and_has_its_hash_size_origin_and_licence(entry):
    content = (FOLDER / entry["file"]).read_bytes()
    media = probe_image(content, entry["file"])
    assert len(content) <= 150_000
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert (media.width, media.height) == (entry["width"], entry["height"])
    assert "Public domain" in entry["licence"]
    assert all(entry[field] for field in ("title", "origin", "how"))


@EVERY_SAMPLE
def test_the_product_finds_the_faces_of_the_manifest(entry):
    frame = decode_image(probe_image((FOLDER / entry["file"]).read_bytes(), entry["file"]))
    regions, _ = FaceDetector().detect(frame, 100)
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
    assert {path.name for path in FOLDER.glob("*.mp4")} == set(VIDEOS)
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


@EVERY_VIDEO
def test_every_video_is_short_and_small_and_has_its_hash_size_origin_and_licence(entry):
    content = (FOLDER / entry["file"]).read_bytes()
    assert len(content) <= 600_000
    assert content.index(b"moov") < content.index(b"mdat")  # a player begins before the whole file is there
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert "Public domain" in entry["licence"]
    assert all(entry[field] for field in ("title", "origin", "how"))
    with av.open(io.BytesIO(content)) as video:
        times = [frame.time for frame in video.decode(video=0)]
        codec = video.streams.video[0].codec_context
    assert (codec.name, codec.width, codec.height) == ("h264", entry["width"], entry["height"])
    assert times == pytest.approx([number / 25 for number in range(entry["seconds"] * 25)], abs=1e-3)
    assert 4 <= entry["seconds"] <= 8


@EVERY_VIDEO
def test_the_product_finds_the_people_of_the_manifest_in_the_video(entry):
    missing = {person["face_id"]: person["first_box"] for person in entry["people"]}
    with av.open(str(FOLDER / entry["file"])) as video:
        for number, frame in enumerate(video.decode(video=0)):
            if number % 45 == 0:
                regions, _ = FaceDetector((640,)).detect(Frame(0, 0.0, frame.to_ndarray(format="rgb24")), 100)
                boxes = [region.box for region in regions]
                missing = {face: box for face, box in missing.items() if not any(near(box, one) for one in boxes)}
    assert missing == {}


def near(wanted: list[int], box: Box) -> bool:
    """Whether the middles lie within a third of the width; the camera has moved since the first frame."""
    x, y = (wanted[0] + wanted[2] - box.left - box.right) / 2, (wanted[1] + wanted[3] - box.top - box.bottom) / 2
    return max(abs(x), abs(y)) < box.width / 3


def test_one_video_is_forged_for_known_seconds_and_one_holds_an_untouched_person_beside_a_forged_one():
    spans = {file: [person["manipulated"] for person in entry["people"]] for file, entry in VIDEOS.items()}
    assert spans["forged-between.mp4"] == [[[2.5, 5]]]
    assert spans["two-people.mp4"] == [[], [[0, 6]]]


@pytest.mark.parametrize("sample", make_videos.SAMPLES, ids=lambda sample: sample.file)
def test_the_videos_in_the_folder_begin_with_the_frames_that_the_code_makes(sample):
    made = Image.fromarray(next(make_videos.scenes(sample)).pixels)
    with av.open(str(FOLDER / sample.file)) as video:
        shown = Image.fromarray(next(video.decode(video=0)).to_ndarray(format="rgb24", src_colorspace="ITU709"))
    coarse = [np.asarray(picture.reduce(10), np.int16) for picture in (made, shown)]
    assert np.abs(coarse[0] - coarse[1]).mean() < 3  # the encoder keeps the means, if not the grain


def test_a_sample_is_forged_in_its_seconds_and_nowhere_else():
    (sample,) = [sample for sample in make_videos.SAMPLES if sample.file == "forged-between.mp4"]
    frames = make_videos.forged(sample, sample.parts[0], make_videos.portraits())
    forged = [number / 25 for number, frame in zip(range(66), frames, strict=False) if frame.mask.any()]
    assert forged == [2.52, 2.56, 2.6]
