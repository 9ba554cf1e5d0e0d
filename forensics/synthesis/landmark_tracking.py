"""The landmarks of one face through a video, steady enough to forge by."""

from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.synthesis.forgery import FaceImage
from forensics.types.analysis import Box, Frame

WEIGHTS = np.exp(-0.5 * np.linspace(-2, 2, 5) ** 2)
"""Weights of the landmarks of two frames before, the frame itself and two after. Being symmetrical they do not lag
behind a face that moves evenly, as a filter of the past alone would."""

MOTION_SCALE = 0.02
"""Movement within two frames, in sides of the face, that is the face's own and no noise of the landmarks: those of a
face at rest move by a tenth of it. Frames further away count less, so that a shaken face keeps its forgery."""


def track_landmarks(
    pictures: Iterable[NDArray[np.uint8]], finder: FaceDetector, mesh: FaceLandmarker
) -> Iterator[FaceImage]:
    """The largest face of the first picture in each of the pictures (H, W, 3) uint8 RGB; five are held at a time.

    Raises MediaError (`no_face`) where the first picture has no face.
    """
    return smooth_landmarks(_each(pictures, finder, mesh))


def landmark_box(mesh: NDArray[np.float32], width: int, height: int) -> Box:
    """The box around landmarks, in whole pixels, inside the frame and at least one pixel large."""
    left, top = np.floor(mesh.min(axis=0)).clip(0, [width - 1, height - 1]).astype(int).tolist()
    right, bottom = np.ceil(mesh.max(axis=0)).clip([left + 1, top + 1], [width, height]).astype(int).tolist()
    return Box(left, top, right, bottom)


def smooth_landmarks(faces: Iterable[FaceImage]) -> Iterator[FaceImage]:
    """The same pictures with landmarks that are weighted means over time; before the first and after the last picture
    they stand still."""
    held: deque[FaceImage] = deque(maxlen=len(WEIGHTS))
    for face in _pad_ends(faces, len(WEIGHTS) // 2):
        held.append(face)
        if len(held) == len(WEIGHTS):
            yield _middle(held)


def _pad_ends(faces: Iterable[FaceImage], times: int) -> Iterator[FaceImage]:
    """The first and the last so many times more."""
    face = None
    for number, face in enumerate(faces):
        yield from [face] * (1 if number else times + 1)
    if face is not None:
        yield from [face] * times


def _middle(held: deque[FaceImage]) -> FaceImage:
    now = held[len(held) // 2]
    meshes = np.stack([face.mesh for face in held])
    moved = np.linalg.norm(meshes - now.mesh, axis=2).mean(axis=1) / np.ptp(now.mesh, axis=0).max()
    weights = WEIGHTS * np.exp(-((moved / MOTION_SCALE) ** 2))
    return FaceImage(now.image, np.tensordot(weights / weights.sum(), meshes, 1).astype(np.float32))


def _each(pictures: Iterable[NDArray[np.uint8]], finder: FaceDetector, mesh: FaceLandmarker) -> Iterator[FaceImage]:
    box: Box | None = None
    for number, pixels in enumerate(pictures):
        box = _nearest([region.box for region in finder.detect(Frame(number, 0.0, pixels), 100)[0]], box)
        if box is None:
            raise MediaError(MediaCode.NO_FACE_IN_FIRST_FRAME)
        yield FaceImage(pixels, mesh.detect(pixels, box))


def _nearest(found: list[Box], before: Box | None) -> Box | None:
    """The box whose middle is nearest to the former one's; at first the largest; the former where none is near."""
    if before is None:
        return max(found, key=lambda box: box.width * box.height, default=None)

    def distance(box: Box) -> float:
        return abs(box.left + box.right - before.left - before.right) + abs(
            box.top + box.bottom - before.top - before.bottom
        )

    near = [box for box in found if distance(box) < before.width]
    return min(near, key=distance, default=before)
