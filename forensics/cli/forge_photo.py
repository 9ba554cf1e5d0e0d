"""Reading photographs with their faces, and forging all faces of one."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.cli.input_files import read_file
from forensics.error_codes import MediaCode, SettingsCode
from forensics.errors import MediaError, SettingsError, TrainingError
from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.formatting import display_name
from forensics.media.decoding_process import decode_image, probe_image
from forensics.synthesis.families import ForgeryFunction
from forensics.synthesis.forgery import FaceImage
from forensics.types.analysis import AnalysisSettings, Box


class Photo(NamedTuple):
    """A decoded photograph and its faces. pixels: (H, W, 3) uint8 RGB; boxes and meshes in its pixels."""

    name: str
    sha256: str
    pixels: NDArray[np.uint8]
    boxes: tuple[Box, ...]
    meshes: tuple[NDArray[np.float32], ...]

    def face_images(self) -> list[FaceImage]:
        return [FaceImage(self.pixels, mesh) for mesh in self.meshes]


class ForgedPhoto(NamedTuple):
    """The whole photograph with all its faces forged. pixels: (H, W, 3) uint8 RGB; mask: (H, W) float32 in [0, 1],
    1 = manipulated; how: what was done to each face.
    """

    pixels: NDArray[np.uint8]
    mask: NDArray[np.float32]
    how: tuple[str, ...]


def read_photos(photo: Path, donors: Sequence[Path]) -> list[Photo]:
    """The photograph, then its donors, the same bytes once. Raises MediaError; `no_face`: the photograph has none."""
    finder, mesh = FaceDetector(), FaceLandmarker()
    found: dict[str, Photo] = {}
    for path in (photo, *donors):
        try:
            content = read_file(path)
            digest = sha256(content).hexdigest()
            if digest in found:
                continue
            frame = decode_image(probe_image(content, path.name))
        except MediaError as error:
            raise MediaError(MediaCode.PHOTO_REFUSED, photo=display_name(str(path)), because=error.fact) from error
        regions, _ = finder.detect(frame, AnalysisSettings().max_faces)
        boxes = tuple(region.box for region in regions)
        meshes = tuple(mesh.detect(frame.pixels, box) for box in boxes)
        found[digest] = Photo(display_name(path.name), digest, frame.pixels, boxes, meshes)
    photos = list(found.values())
    if not photos[0].boxes:
        raise MediaError(MediaCode.NO_FACE_IN_PHOTO, photo=display_name(str(photo)))
    return photos


def forge_faces(photo: Photo, donors: Sequence[Photo], forge: ForgeryFunction, seed: int) -> ForgedPhoto:
    """Forge every face, one after the other, in one picture. Raises SettingsError (`no_donor`)."""
    faces, strangers = photo.face_images(), [sitter for donor in donors for sitter in donor.face_images()]
    pixels, mask, how = photo.pixels, np.zeros(photo.pixels.shape[:2], np.float32), []
    for number, face in enumerate(faces):
        others = [*faces[:number], *faces[number + 1 :], *strangers]
        try:
            forgery = forge(FaceImage(pixels, face.mesh), others, np.random.default_rng([seed, number]))
        except TrainingError as error:
            if error.code != "no_donor":
                raise
            raise SettingsError(SettingsCode.NO_DONOR_PHOTO, photo=photo.name, faces=len(strangers)) from error
        pixels, mask = forgery.image, np.maximum(mask, forgery.mask)
        how.append(forgery.how)
    return ForgedPhoto(pixels, mask, tuple(how))
