"""Writing forged photographs: the picture, its mask, what was done, and a contact sheet, under names of our own."""

import io
import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from forensics.cli.forge_photo import ForgedPhoto, Photo
from forensics.export.image_document import to_json
from forensics.faces.detection import expand_box
from forensics.io.atomic_write import atomic_write
from forensics.versions import software_versions

SCHEMA = "telltale.forgery/1"
NOTE = "forged with Telltale for teaching"
TILE_SIDE = 320
"""Pixels along the longer side of a picture of the contact sheet."""

HEADING_HEIGHT = 28
"""Pixels above each row of the sheet for the family's name."""


def write_forgery(
    folder: Path, photo: Photo, donors: Sequence[Photo], family: str, seed: int, forged: ForgedPhoto
) -> None:
    """Picture, mask (255 = manipulated) and a JSON document of what was done."""
    stem = f"{_stem(photo)}-{family}"
    picture, mask = _png(forged.pixels), _png(_gray_levels(forged.mask))
    faces = [{"box": list(box), "how": how} for box, how in zip(photo.boxes, forged.how, strict=True)]
    done = {
        "schema": SCHEMA,
        "note": NOTE,
        "source": {"name": photo.name, "sha256": photo.sha256},
        "donors": [{"name": donor.name, "sha256": donor.sha256} for donor in donors],
        "family": family,
        "seed": seed,
        "faces": faces,
        "picture": {"name": f"{stem}.png", "sha256": sha256(picture).hexdigest()},
        "mask": {"name": f"{stem}-mask.png", "sha256": sha256(mask).hexdigest()},
        "versions": dict(software_versions()),
    }
    atomic_write(folder / f"{stem}.png", picture)
    atomic_write(folder / f"{stem}-mask.png", mask)
    atomic_write(folder / f"{stem}.json", to_json(done))


def write_sheet(folder: Path, photo: Photo, rows: Sequence[NDArray[np.uint8]]) -> None:
    """rows: from `sheet_row`."""
    atomic_write(folder / f"{_stem(photo)}-sheet.png", _png(np.vstack(rows)))


def _stem(photo: Photo) -> str:
    """A file name that holds nothing of the given name but its letters and digits, and tells photographs apart."""
    plain = re.sub(r"[^A-Za-z0-9]+", "-", Path(photo.name).stem).strip("-")[:40]
    return f"{plain or 'photo'}-{photo.sha256[:8]}"


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """PNG with the note in its metadata."""
    text = PngImagePlugin.PngInfo()
    text.add_text("Description", NOTE)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", pnginfo=text)
    return stream.getvalue()


def sheet_row(photo: Photo, family: str, forged: ForgedPhoto) -> NDArray[np.uint8]:
    """The heads as they were, forged, and the mask, under the family's name. Returns (H, W, 3) uint8 RGB."""
    height, width = photo.pixels.shape[:2]
    heads = np.array([expand_box(box, width, height) for box in photo.boxes])
    (left, top), (right, bottom) = heads[:, :2].min(axis=0), heads[:, 2:].max(axis=0)
    scale = TILE_SIDE / max(right - left, bottom - top)
    finest = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    mask = np.repeat(_gray_levels(forged.mask)[..., None], 3, axis=2)
    tiles = [
        cv2.resize(picture[top:bottom, left:right], None, fx=scale, fy=scale, interpolation=finest)
        for picture in (photo.pixels, forged.pixels, mask)
    ]
    row = cv2.copyMakeBorder(np.hstack(tiles), HEADING_HEIGHT, 0, 0, 0, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    return cv2.putText(row, family, (6, HEADING_HEIGHT - 9), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0, 0, 0), 1, cv2.LINE_AA)


def _gray_levels(mask: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(mask * 255).astype(np.uint8)
