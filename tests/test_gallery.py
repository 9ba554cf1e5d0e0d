"""The samples as the app offers them."""

import json

import numpy as np
from clips import write_clip
from PIL import Image

from pages.parts.inspect.samples import list_samples, thumbnail


def test_samples_come_in_the_order_of_the_manifest(tmp_path):
    entries = [
        {"file": name, "title": name.upper(), "how": "h", "origin": "o", "licence": "l", "faces": []}
        for name in ("b.png", "a.png")
    ]
    (tmp_path / "manifest.json").write_text(json.dumps({"schema": "x", "samples": entries}), "utf-8")
    assert [(sample.path, sample.title) for sample in list_samples(tmp_path)] == [
        (tmp_path / "b.png", "B.PNG"),
        (tmp_path / "a.png", "A.PNG"),
    ]


def test_without_a_manifest_there_are_no_samples(tmp_path):
    assert list_samples(tmp_path) == []


def test_a_thumbnail_is_a_square_that_holds_the_whole_picture(tmp_path):
    Image.new("RGB", (80, 20), (255, 0, 0)).save(tmp_path / "a.png")
    square = thumbnail(tmp_path / "a.png")
    assert square.size == (240, 240)
    assert square.getpixel((0, 0))[3] == 0  # transparent above the strip
    assert square.getpixel((0, 120)) == (255, 0, 0, 255)
    assert square.getpixel((239, 120)) == (255, 0, 0, 255)


def test_sample_videos_follow_the_pictures_and_show_a_frame_with_a_mark(tmp_path):
    write_clip(tmp_path / "c.mp4", [np.full((48, 96, 3), (0, 200, 0), np.uint8)] * 3)
    entry = {"title": "C", "how": "h", "origin": "o", "licence": "l"}
    listed = {"samples": [entry | {"file": "a.png"}], "videos": [entry | {"file": "c.mp4"}]}
    (tmp_path / "manifest.json").write_text(json.dumps(listed), "utf-8")
    assert [(sample.path.name, sample.is_video) for sample in list_samples(tmp_path)] == [
        ("a.png", False),
        ("c.mp4", True),
    ]
    square = thumbnail(tmp_path / "c.mp4", is_video=True)
    red, green, blue, opaque = square.getpixel((20, 120))
    assert (red < 10, 190 < green < 210, blue < 10, opaque) == (True, True, True, 255)
    assert square.getpixel((120, 155))[:3] == (0, 0, 0)  # the disc
    assert square.getpixel((122, 173))[:3] == (255, 255, 255)  # the triangle on it
