"""The sample pictures that come with Telltale, as their manifest lists them."""

import json
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from PIL import Image, ImageOps

FOLDER = Path(__file__).resolve().parents[2] / "sample_media"

THUMBNAIL_SIDE = 240


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample picture: its file, and what the manifest says of it."""

    path: Path
    title: str
    how: str
    origin: str
    licence: str


def samples(folder: Path = FOLDER) -> list[Sample]:
    """The samples in the order of the manifest; none where there is no manifest."""
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return []
    entries = json.loads(manifest.read_text(encoding="utf-8"))["samples"]
    return [
        Sample(folder / entry["file"], entry["title"], entry["how"], entry["origin"], entry["licence"])
        for entry in entries
    ]


@st.cache_data(show_spinner=False)
def thumbnail(path: Path) -> Image.Image:
    """The sample on a transparent square, so that the gallery stands in lines."""
    with Image.open(path) as picture:
        return ImageOps.pad(picture.convert("RGBA"), (THUMBNAIL_SIDE, THUMBNAIL_SIDE))
