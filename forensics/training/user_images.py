"""A user's own pictures as faces to learn from: read, found and cut out the way an analysis would."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import TrainingCode
from forensics.errors import MediaError, TrainingError
from forensics.faces.detection import shared_face_detector
from forensics.faces.landmarks import FaceLandmarker
from forensics.formatting import display_name
from forensics.media.image import decode_image, probe_image
from forensics.training.dataset import TrainingFace, central_face
from forensics.types.analysis import AnalysisSettings, Box, FaceRegion, Frame

CROP_MARGIN = 1.8
"""Side of what is kept of a picture over the longer side of the face box: the crop, and room to shift and grow it."""

MAX_CROP_SIDE = 1024
"""Pixels. What is larger is made smaller: every re-encoding of a larger cut costs seconds, and there are thousands."""

SOURCE = "own"
"""`TrainingFace.source` of a user's picture."""


@dataclass(frozen=True, slots=True, eq=False)
class UserImage:
    """A usable picture: its face, and the SHA-256 of its bytes as received."""

    face: TrainingFace
    sha256: str


def load_user_images(
    files: Iterable[tuple[str, bytes]], manipulated: bool, masks: Mapping[str, bytes], log: Callable[[str], None]
) -> list[UserImage]:
    """The central face of each picture; of a forgery with a mask, the face that the mask marks most.

    files: name within its folder, content. masks: encoded masks, 255 = manipulated, by the name of their picture
    without its suffix. A picture that cannot be used is left out and named to `log` in one sentence, as is one that
    came before. Raises TrainingError (`wrong_mask`) where a mask cannot be read or is not as large as its picture.
    """
    mesh, pictures = FaceLandmarker(), {}
    for name, content in files:
        sha256 = hashlib.sha256(content).hexdigest()
        if sha256 in pictures:
            log(f"{display_name(name)}: The same picture came before, byte for byte; it is left out.")
            continue
        try:
            frame = decode_image(probe_image(content, name))
        except MediaError as error:
            log(f"{display_name(name)}: {error}")
            continue
        marked = masks.get(pairing_stem(name))
        mask = None if marked is None else _read_mask(name, marked, frame)
        region = _find_face(frame, mask)
        if region is None:
            wanted = "face was found" if mask is None else "face was found where its mask marks anything"
            log(f"{display_name(name)}: No {wanted}; the picture is left out.")
        else:
            pictures[sha256] = UserImage(_crop_face(name, frame, region, mask, manipulated, mesh), sha256)
    return list(pictures.values())


def pairing_stem(name: str) -> str:
    """What a picture and its mask, or a forgery and its original, have in common: the name without its suffix."""
    return str(PurePosixPath(name).with_suffix(""))


def check_disjoint(untouched: list[UserImage], forged: list[UserImage]) -> None:
    """Raises TrainingError (`same_picture`) where a picture is said to be both."""
    names = {picture.sha256: picture.face.name for picture in untouched}
    both = [picture.face.name for picture in forged if picture.sha256 in names]
    if both:
        raise TrainingError(TrainingCode.SAME_PICTURE, pictures=len(both), example=display_name(both[0]))


def _read_mask(name: str, content: bytes, frame: Frame) -> NDArray[np.uint8]:
    """(H, W) uint8, 255 = manipulated, as large as the picture."""
    try:
        pixels = decode_image(probe_image(content, name)).pixels
    except MediaError as error:
        raise TrainingError(TrainingCode.UNREADABLE_MASK, name=display_name(name), because=error.fact) from error
    (height, width), (got_height, got_width) = frame.pixels.shape[:2], pixels.shape[:2]
    if (height, width) != (got_height, got_width):
        raise TrainingError(
            TrainingCode.MASK_OF_OTHER_SIZE,
            name=display_name(name),
            width=width,
            height=height,
            mask_width=got_width,
            mask_height=got_height,
        )
    return np.where(pixels[..., 0] > 127, np.uint8(255), np.uint8(0))


def _find_face(frame: Frame, mask: NDArray[np.uint8] | None) -> FaceRegion | None:
    regions, _ = shared_face_detector().detect(frame, AnalysisSettings().max_faces)
    if mask is None:
        return central_face(regions, frame.pixels.shape[1], frame.pixels.shape[0])

    def marked(region: FaceRegion) -> int:
        return int(np.count_nonzero(mask[region.box.top : region.box.bottom, region.box.left : region.box.right]))

    return max(filter(marked, regions), key=marked, default=None)


def _crop_face(
    name: str, frame: Frame, region: FaceRegion, mask: NDArray[np.uint8] | None, manipulated: bool, mesh: FaceLandmarker
) -> TrainingFace:
    """The face with its surroundings, at the picture's own resolution up to MAX_CROP_SIDE."""
    box, (height, width) = region.box, frame.pixels.shape[:2]
    reach = round(max(box.width, box.height) * CROP_MARGIN / 2)
    x, y = (box.left + box.right) // 2, (box.top + box.bottom) // 2
    cut = Box(max(0, x - reach), max(0, y - reach), min(width, x + reach), min(height, y + reach))
    scale = min(1.0, MAX_CROP_SIDE / max(cut.width, cut.height))
    inner = Box(*(round((edge - start) * scale) for edge, start in zip(box, (cut.left, cut.top) * 2, strict=True)))
    pixels = _shrink(frame.pixels, cut, scale)
    return TrainingFace(
        name=name,
        source=SOURCE,
        manipulated=manipulated,
        picture=_png(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR)),
        box=inner,
        mesh=mesh.detect(pixels, inner),
        mask=None if mask is None else _png(_shrink(mask, cut, scale)),
    )


def _shrink(pixels: NDArray[np.uint8], cut: Box, scale: float) -> NDArray[np.uint8]:
    part = np.ascontiguousarray(pixels[cut.top : cut.bottom, cut.left : cut.right])
    return cv2.resize(part, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else part


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Without loss, and quickly rather than small: it lives in memory alone."""
    return cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
