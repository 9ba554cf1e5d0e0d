"""The samples that come with Telltale, as their manifest lists them."""

import json
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from PIL import Image, ImageDraw, ImageOps

from forensics.media.video.decoding_process import open_frames, probe

FOLDER = Path(__file__).resolve().parents[3] / "sample_media"

THUMBNAIL_SIDE = 240

NO_HASH = "0" * 64
"""In place of a sample's hash where only its first frame is wanted."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample: its file, and what the manifest says of it."""

    path: Path
    title: str
    how: str
    origin: str
    licence: str
    is_video: bool = False


def list_samples(folder: Path = FOLDER) -> list[Sample]:
    """The samples in the order of the manifest; none where there is no manifest."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return []
    listed = json.loads(manifest.read_text(encoding="utf-8"))
    return [
        Sample(
            folder / entry["file"], entry["title"], entry["how"], entry["origin"], entry["licence"], kind == "videos"
        )
        for kind in ("samples", "videos")
        for entry in listed.get(kind, [])
    ]


@st.cache_data(show_spinner=False)
def thumbnail(path: Path, *, is_video: bool = False) -> Image.Image:
    """The sample on a transparent square, so that the gallery stands in lines; a video by its first frame, marked."""
    if not is_video:
        with Image.open(path) as picture:
            return _square(picture)
    with open_frames(probe(path, path.name, NO_HASH)) as stream:
        square = _square(Image.fromarray(next(iter(stream)).to_rgb().pixels))
    _draw_play_mark(square)
    return square


def _square(picture: Image.Image) -> Image.Image:
    return ImageOps.pad(picture.convert("RGBA"), (THUMBNAIL_SIDE, THUMBNAIL_SIDE))


def _draw_play_mark(picture: Image.Image) -> None:
    """Below the middle, where a face seldom is."""
    x, y, radius = THUMBNAIL_SIDE / 2, 0.72 * THUMBNAIL_SIDE, THUMBNAIL_SIDE / 10
    draw = ImageDraw.Draw(picture)
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], (0, 0, 0, 255), (255,) * 4, 4)
    left, right, half = x - 0.35 * radius, x + 0.6 * radius, 0.5 * radius
    draw.polygon([(left, y - half), (left, y + half), (right, y)], (255,) * 4)
