"""Situations in which a face is hard to find: turned, cut by the picture's edge, behind glass.

Each takes pixels (H, W, 3) uint8 RGB and returns a new picture with the way from the old one's points to its own, so
that the place of a face stays known. On posters and screens: `surfaces.py`.
"""

from typing import Literal, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.corruption.camera import GAMMA, to_light, to_pixels
from forensics.corruption.scene import smooth_noise
from forensics.types.analysis import Box

Pixels = NDArray[np.uint8]

Side = Literal["left", "right", "top", "bottom"]

TIGHT_SIDE = 224
"""Pixels of a tight crop's side, as data sets of forged faces have them."""

GHOST_SHIFT = 0.012
"""Share of the picture's width between the two reflections of a pane, from its front and its back."""

BEHIND_FOCUS = 0.006
"""Blur of what a pane reflects, σ as a share of the picture's width: the lens looks through the pane."""


class Placed(NamedTuple):
    """A made picture. to_picture: (3, 3) float64, the old picture's x, y, 1 to the new one's, up to a factor."""

    pixels: Pixels
    to_picture: NDArray[np.float64]


def placed_box(box: Box, placed: Placed) -> Box:
    """The box of a face in the made picture, cut at its edges: around the ellipse that the face's box holds."""
    angles = np.linspace(0, 2 * np.pi, 128, endpoint=False)
    x = (box.left + box.right) / 2 + box.width / 2 * np.cos(angles)
    y = (box.top + box.bottom) / 2 + box.height / 2 * np.sin(angles)
    moved = cv2.perspectiveTransform(np.stack([x, y], axis=1)[None], placed.to_picture)[0]
    height, width = placed.pixels.shape[:2]
    (left, top), (right, bottom) = (np.clip(np.rint(edge), 0, (width, height)) for edge in (moved.min(0), moved.max(0)))
    return Box(int(left), int(top), int(right), int(bottom))


def turned(pixels: Pixels, degrees: float) -> Placed:
    """Turned clockwise about its middle, on a black canvas large enough for all of it; quarter turns lose nothing."""
    height, width = pixels.shape[:2]
    angle = np.radians(degrees)
    cos, sin = np.round([np.cos(angle), np.sin(angle)], 12)
    size = np.ceil([abs(cos) * width + abs(sin) * height, abs(sin) * width + abs(cos) * height]).astype(int)
    turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    turn[:2, 2] = size / 2 - turn[:2, :2] @ (width / 2, height / 2)
    return Placed(_warped(pixels, turn, (int(size[0]), int(size[1]))), turn)


def tight_crop(pixels: Pixels, box: Box) -> Placed:
    """The square from forehead to chin, TIGHT_SIDE pixels large, without the outline of the head; less where the
    picture ends."""
    height, width = pixels.shape[:2]
    x, y, half = (box.left + box.right) // 2, (box.top + box.bottom) // 2, max(box.width, box.height) / 2
    left, top = max(0, round(x - half)), max(0, round(y - half))
    part = pixels[top : min(height, round(y + half)), left : min(width, round(x + half))]
    scale = TIGHT_SIDE / max(part.shape[:2])
    size = (round(part.shape[1] * scale), round(part.shape[0] * scale))
    move = np.array([[scale, 0, -left * scale], [0, scale, -top * scale], [0, 0, 1]])
    return Placed(cv2.resize(part, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC), move)


def half_outside(pixels: Pixels, box: Box, side: Side) -> Placed:
    """Half of the face lies beyond this side of the picture."""
    height, width = pixels.shape[:2]
    x, y = (box.left + box.right) // 2, (box.top + box.bottom) // 2
    part = {
        "left": Box(x, 0, width, height),
        "right": Box(0, 0, x, height),
        "top": Box(0, y, width, height),
        "bottom": Box(0, 0, width, y),
    }[side]
    move = np.array([[1, 0, -part.left], [0, 1, -part.top], [0, 0, 1]], np.float64)
    return Placed(np.ascontiguousarray(pixels[part.top : part.bottom, part.left : part.right]), move)


def behind_glass(pixels: Pixels, reflected: Pixels, strength: float) -> Placed:
    """Behind a pane in which another picture is mirrored: its light takes the place of so large a share of the face's,
    twice, from the pane's front and a little aside and weaker from its back."""
    height, width = pixels.shape[:2]
    mirrored = cv2.resize(reflected[:, ::-1], (width, height), interpolation=cv2.INTER_AREA)
    front = to_light(cv2.GaussianBlur(mirrored, (0, 0), max(0.5, BEHIND_FOCUS * width)))
    aside = max(1, round(GHOST_SHIFT * width))
    back = cv2.copyMakeBorder(front, 0, 0, aside, 0, cv2.BORDER_REPLICATE)[:, :width]
    light = (1 - strength) * to_light(pixels) + strength * (0.7 * front + 0.3 * back)
    return Placed(to_pixels(255 * light ** (1 / GAMMA)), np.eye(3))


def behind_dirt(pixels: Pixels, generator: np.random.Generator) -> Placed:
    """Behind a dirty pane: a haze of uneven thickness and blurred specks, lit by the light of the scene."""
    height, width = pixels.shape[:2]
    specks = (generator.random((height, width)) < 60 / (height * width)).astype(np.float32)
    radius, size = 0.012 * width, (width, height)
    spots = cv2.GaussianBlur(specks, (0, 0), radius) * np.float32(2 * np.pi * radius**2)
    haze = 0.22 + 0.12 * smooth_noise(4, generator, size) + 0.06 * smooth_noise(16, generator, size)
    cover = np.clip(haze + 0.3 * np.minimum(spots, 1), 0, 1)[..., None]
    dirt = (40 + pixels.mean() * (0.8 + 0.3 * smooth_noise(8, generator, size)))[..., None]
    seen = cv2.GaussianBlur(pixels, (0, 0), max(0.5, 0.004 * width))
    return Placed(to_pixels(seen * (1 - cover) + dirt * cover), np.eye(3))


def _warped(pixels: Pixels, to_picture: NDArray[np.float64], size: tuple[int, int]) -> Pixels:
    """The picture moved as said, points being counted from the corner of the first pixel. size: width, height."""
    middle = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    of_pixels = np.linalg.inv(middle) @ to_picture @ middle
    return cv2.warpAffine(pixels, of_pixels[:2], size, flags=cv2.INTER_CUBIC)
