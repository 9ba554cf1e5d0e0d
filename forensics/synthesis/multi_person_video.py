"""Several people in one video, with where each of them is seen: side by side, cut back and forth, crossing, behind a
bar."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.landmark_tracking import landmark_box
from forensics.types.analysis import Box

WIDTH, HEIGHT = 1280, 720

COLUMNS = {1: 1, 2: 2, 4: 2, 8: 4}
"""Columns of the tiles, by the number of people."""

HIDDEN = 0.5
"""Share of a face's box behind something from which the face does not count as seen."""

HEAD = 1.1
"""Half the sides of what is cut out around a face for `cross_paths`, over the face's: hair and shoulders come along."""


class LabeledFrame(NamedTuple):
    """A frame with all its people. pixels: (H, W, 3) uint8 RGB. boxes: where the face of each person is, in the same
    order in all frames; None where it is not seen."""

    pixels: NDArray[np.uint8]
    boxes: tuple[Box | None, ...]


def tile_size(people: int, width: int = WIDTH, height: int = HEIGHT) -> tuple[int, int]:
    """Width and height of a tile of the picture with so many people: 1, 2, 4 or 8."""
    columns = COLUMNS[people]
    return width // columns, height // (people // columns)


def side_by_side(
    people: Sequence[Iterable[FaceImage]], width: int = WIDTH, height: int = HEIGHT
) -> Iterator[LabeledFrame]:
    """Each person's frames in a tile of their own, no larger than they are, black around; until one of them ends."""
    across, down = tile_size(len(people), width, height)
    columns = COLUMNS[len(people)]
    for faces in zip(*people, strict=False):
        pixels, boxes = np.zeros((height, width, 3), np.uint8), []
        for number, face in enumerate(faces):
            left, top = number % columns * across, number // columns * down
            fitted = _fitted(face, across, down)
            pixels[top : top + down, left : left + across] = fitted.image
            boxes.append(landmark_box(fitted.mesh + np.array([left, top], np.float32), width, height))
        yield LabeledFrame(pixels, tuple(boxes))


def cut_between(shots: Sequence[Iterable[LabeledFrame]], frames: int) -> Iterator[LabeledFrame]:
    """Cut from shot to shot and back after so many frames each; time goes on in those not shown.

    The people of a shot are others than those of the next.
    """
    for number, scenes in enumerate(zip(*shots, strict=False)):
        shown = number // frames % len(shots)
        boxes = [box if shot == shown else None for shot, scene in enumerate(scenes) for box in scene.boxes]
        yield LabeledFrame(scenes[shown].pixels, tuple(boxes))


def cross_paths(
    front: Iterable[FaceImage], back: Iterable[FaceImage], count: int, width: int = WIDTH, height: int = HEIGHT
) -> Iterator[LabeledFrame]:
    """Two heads change places within `count` frames; the first passes in front of the second.

    The frames are at most half as wide as the picture, and not higher.
    """
    backdrop = _backdrop(width, height)
    for number, (near, far) in enumerate(zip(front, back, strict=False)):
        way = (1 - np.cos(np.pi * min(1.0, number / (count - 1)))) / 2
        places = [0.25 + 0.5 * way, 0.75 - 0.5 * way]
        pixels, boxes = backdrop.copy(), []
        for face, place in ((far, places[1]), (near, places[0])):
            cut = _head(face)
            left = round(place * width - cut.image.shape[1] / 2)
            top = (height - cut.image.shape[0]) // 2
            boxes.append(_paste(pixels, cut, left, top))
        behind, before = boxes
        yield LabeledFrame(pixels, (before, None if _overlap_share(behind, before) > HIDDEN else behind))


def with_occluding_bar(scenes: Iterable[LabeledFrame], count: int, share: float = 0.15) -> Iterator[LabeledFrame]:
    """A gray bar, `share` of the width, goes from the left border to the right one within `count` frames."""
    for number, scene in enumerate(scenes):
        height, width = scene.pixels.shape[:2]
        left = round((width * (1 + share)) * number / count - width * share)
        bar = Box(max(0, left), 0, max(0, min(width, left + round(width * share))), height)
        pixels = scene.pixels.copy()
        pixels[:, bar.left : bar.right] = 90
        seen = [None if box is None or _overlap_share(box, bar) > HIDDEN else box for box in scene.boxes]
        yield LabeledFrame(pixels, tuple(seen))


def _overlap_share(box: Box, other: Box) -> float:
    """Share of the box that lies in the other."""
    across = max(0, min(box.right, other.right) - max(box.left, other.left))
    down = max(0, min(box.bottom, other.bottom) - max(box.top, other.top))
    return across * down / (box.width * box.height)


def _fitted(face: FaceImage, width: int, height: int) -> FaceImage:
    """The whole frame in the middle of width × height, made smaller where it must be, black around."""
    old_height, old_width = face.image.shape[:2]
    if (old_width, old_height) == (width, height):
        return face
    scale = min(1.0, width / old_width, height / old_height)
    size = max(1, round(scale * old_width)), max(1, round(scale * old_height))
    small, image = cv2.resize(face.image, size, interpolation=cv2.INTER_AREA), np.zeros((height, width, 3), np.uint8)
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    image[top : top + size[1], left : left + size[0]] = small
    return FaceImage(image, face.mesh * np.float32(scale) + np.array([left, top], np.float32))


def _head(face: FaceImage) -> FaceImage:
    """The face with what surrounds it, cut at the frame's border."""
    height, width = face.image.shape[:2]
    middle = (face.mesh.min(axis=0) + face.mesh.max(axis=0)) / 2
    reach = HEAD * float(np.ptp(face.mesh, axis=0).max())
    (left, top), (right, bottom) = (
        (middle + side * reach).round().clip(0, [width, height]).astype(int).tolist() for side in (-1, 1)
    )
    return FaceImage(face.image[top:bottom, left:right], face.mesh - np.array([left, top], np.float32))


def _paste(pixels: NDArray[np.uint8], head: FaceImage, left: int, top: int) -> Box:
    """Lay an oval of the head over the pixels, with a soft edge, and say where its face is."""
    height, width = head.image.shape[:2]
    oval = np.zeros((height, width), np.uint8)
    cv2.ellipse(oval, (width // 2, height // 2), (int(0.47 * width), int(0.47 * height)), 0, 0, 360, 255, cv2.FILLED)
    opacity = cv2.GaussianBlur(oval.astype(np.float32) / 255, (0, 0), 0.01 * width)[..., None]
    under = pixels[top : top + height, left : left + width]
    under[:] = under + (head.image - under.astype(np.float32)) * opacity + np.float32(0.5)
    return landmark_box(head.mesh + np.array([left, top], np.float32), pixels.shape[1], pixels.shape[0])


def _backdrop(width: int, height: int) -> NDArray[np.uint8]:
    """A wall that grows darker downwards."""
    rows = np.linspace(190, 110, height, dtype=np.float32)[:, None, None]
    return np.broadcast_to(rows * np.array([0.95, 1.0, 1.05], np.float32), (height, width, 3)).astype(np.uint8).copy()
