"""Reading the forgeries by others, kind by kind, with their untouched counterparts, and the large portraits.

A name is `forgeries-train/KIND/ORIGIN#REST`, so that pictures of one origin count as one photograph.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.training.dataset import (
    PORTRAITS,
    TrainingFace,
    archive_members,
    central_face,
    decode_picture,
    encode_picture,
)
from forensics.training.forgery_kinds import ARCHIVE, KINDS, kind_of, kind_source, origin_of
from forensics.training.pair_masks import pair_mask
from forensics.types.analysis import Box, Frame

CLOSE_CROP_MARGIN = 1.1
"""Side of what is kept of a `talking` frame over the face box: some bear a mark or a black wedge in a corner."""

PORTRAIT_CROP_MARGIN = 1.7
"""The same of a large portrait: all that a crop may hold, without the rest of a large photograph."""


class ArchiveFaces(NamedTuple):
    """faces: those to train on; pictures and found: how many there were, and in how many a face was found, by kind and
    class."""

    faces: list[TrainingFace]
    pictures: dict[str, int]
    found: dict[str, int]

    def summary_lines(self) -> Iterator[str]:
        """A line for each kind and class."""
        for part, count in self.pictures.items():
            yield f"{part}: a face in {self.found.get(part, 0)} of {count} pictures"


def read_forgeries(folder: Path) -> ArchiveFaces:
    """Every usable face of the archive of kinds and of the large portraits in `folder`."""
    finder, mesh = FaceDetector(), FaceLandmarker()
    contents = {name: content for name, content in archive_members(folder / f"{ARCHIVE}.tar") if kind_of(name) in KINDS}
    result = ArchiveFaces([], {}, {})
    for name, content in tqdm(contents.items(), desc=ARCHIVE, mininterval=5):
        part = name.rsplit("/", 1)[0]
        original = contents.get(f"{origin_of(name).replace('/', '/real/')}.jpg") if part == "dfdc/fake" else None
        label = f"{ARCHIVE}/{origin_of(name)}#{name.split('/', 1)[1]}"
        _add_face(
            result,
            part,
            EncodedPicture(label, kind_source(kind_of(name)), "/fake/" in name, content),
            finder,
            mesh,
            original,
        )
    for name, content in tqdm(archive_members(folder / f"{PORTRAITS}.tar"), desc=PORTRAITS, mininterval=5):
        _add_face(
            result, PORTRAITS, EncodedPicture(f"{PORTRAITS}/{name}", PORTRAITS, False, content), finder, mesh, None
        )
    return result


class EncodedPicture(NamedTuple):
    """A picture in which the face is still to be found."""

    name: str
    source: str
    manipulated: bool
    content: bytes


def _add_face(
    result: ArchiveFaces,
    part: str,
    picture: EncodedPicture,
    finder: FaceDetector,
    mesh: FaceLandmarker,
    original: bytes | None,
) -> None:
    """Add the picture's face to the result. original: what a forgery was made of, where that is known."""
    result.pictures[part] = result.pictures.get(part, 0) + 1
    pixels, content, mask = decode_picture(picture.content), picture.content, None
    height, width = pixels.shape[:2]
    region = central_face(finder.detect(Frame(0, 0.0, pixels), 100)[0], width, height)
    if region is None:
        return
    result.found[part] = result.found.get(part, 0) + 1
    box = region.box
    margin = {kind_source("talking"): CLOSE_CROP_MARGIN, PORTRAITS: PORTRAIT_CROP_MARGIN}.get(picture.source)
    if margin is not None:
        pixels, box = crop_around(pixels, box, margin)
        content = encode_picture(pixels)
    points = mesh.detect(pixels, box)
    if original is not None:
        soft = pair_mask(pixels, decode_picture(original), points)
        mask = None if soft is None else encode_picture(np.rint(soft * 255).astype(np.uint8))
    result.faces.append(TrainingFace(picture.name, picture.source, picture.manipulated, content, box, points, mask))


def crop_around(pixels: NDArray[np.uint8], box: Box, margin: float) -> tuple[NDArray[np.uint8], Box]:
    """The square of `margin` times the longer side of the box around it, cut at the border, and the box in it."""
    half = margin * max(box.width, box.height) / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    left, top = max(0, round(x - half)), max(0, round(y - half))
    cut = np.ascontiguousarray(pixels[top : round(y + half), left : round(x + half)])
    return cut, Box(box.left - left, box.top - top, box.right - left, box.bottom - top)
