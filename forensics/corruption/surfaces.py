"""A picture that hangs in another one: printed as a poster, or shown on a screen, in a room that is drawn here.

Pixels are (H, W, 3) uint8 RGB. The camera sees the poster or screen at about the picture's own size, a little from the
side.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.corruption.camera import GAMMA, gaussian_noise, to_light, to_pixels
from forensics.corruption.scene import smooth_noise
from forensics.corruption.situations import Placed

Pixels = NDArray[np.uint8]

ROOM_SIZE = 2.4
"""Sides of the room's picture over those of the picture that hangs in it."""

MAX_SHEAR = 0.13
"""By how much of the picture's side its corners are moved: seen from the side, up to some 30 degrees."""

CELL = 6
"""Pixels of a drawn screen to one of the picture: two each for red, green and blue, one row of six being dark."""

PRINT_RANGE = (26, 232)
"""Gray levels of black and white in a print: ink reflects, and paper is not quite white."""

BLOOM = 0.16
"""Share of a screen's light that lens and glass scatter around."""


def poster(pixels: Pixels, generator: np.random.Generator) -> Placed:
    """A print on the wall: a margin of paper, its grain and its waves, less contrast, light from one side, a shadow."""
    height, width = pixels.shape[:2]
    margin = round(0.05 * max(height, width))
    dark, bright = PRINT_RANGE
    ink = dark + pixels.astype(np.float32) * (bright - dark) / 255
    gray = ink.mean(axis=2, keepdims=True)
    paper = cv2.copyMakeBorder(
        0.85 * ink + 0.15 * gray, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=(236, 233, 226)
    )
    grain = cv2.GaussianBlur(generator.standard_normal(paper.shape[:2]).astype(np.float32), (0, 0), 0.8)
    waves = smooth_noise(4, generator, paper.shape[1::-1])
    paper *= (1 + 0.025 * grain + 0.05 * waves)[..., None]
    hung = _hung(paper.shape[1], paper.shape[0], (width, height), generator)
    room = _room((width, height), generator, brightness=1.0)
    shadow = _warped(np.ones(paper.shape[:2], np.float32), _moved(0.02 * width, 0.035 * height) @ hung, room)
    room *= 1 - 0.45 * cv2.GaussianBlur(shadow, (0, 0), 0.02 * width)[..., None]
    room = _laid(paper, hung, room) * _lamp_light(room.shape[:2], generator)
    return Placed(_taken(room, 0.6, generator), hung @ _moved(margin, margin))


def screen(pixels: Pixels, generator: np.random.Generator) -> Placed:
    """A screen in a dim room: its red, green and blue stripes, which the camera's own grid turns into moiré, a black
    frame, and a glow around what is bright."""
    height, width = pixels.shape[:2]
    frame = round(0.045 * max(height, width))
    light = 1.1 * to_light(pixels)
    cells = np.repeat(np.repeat(light, CELL, axis=0), CELL, axis=1) * _stripes(height, width)
    body = cv2.copyMakeBorder(cells, *(frame * CELL,) * 4, cv2.BORDER_CONSTANT, value=(0.004, 0.004, 0.005))
    hung = _hung(width + 2 * frame, height + 2 * frame, (width, height), generator)
    dim = to_light(_room((width, height), generator, brightness=0.4))
    # What a pixel of the camera gathers is less than its whole side, so that the stripes beat against its grid.
    gathered = cv2.GaussianBlur(body, (0, 0), 0.36 * CELL)
    seen = _laid(gathered, hung @ np.diag([1 / CELL, 1 / CELL, 1.0]), dim)
    seen = (1 - BLOOM) * seen + BLOOM * cv2.GaussianBlur(seen, (0, 0), 0.05 * width)
    room = 255 * np.clip(seen, 0, 1) ** np.float32(1 / GAMMA)
    return Placed(_taken(room, 0.45, generator), hung @ _moved(frame, frame))


def _stripes(height: int, width: int) -> NDArray[np.float32]:
    """How much of its light each color sends from each place of the drawn screen; 1 on average."""
    cell = np.zeros((CELL, CELL, 3), np.float32)
    for channel in range(3):
        cell[:-1, 2 * channel : 2 * channel + 2, channel] = 1
    return np.tile(cell / cell.mean(axis=(0, 1)), (height, width, 1))


def _hung(width: int, height: int, size: tuple[int, int], generator: np.random.Generator) -> NDArray[np.float64]:
    """Where in the room a rectangle of width × height hangs: (3, 3), seen from one side and a little from above or
    below. size: of the picture in it."""
    room = np.array(size) * ROOM_SIZE
    scale = generator.uniform(0.95, 1.2)
    corner = (room - scale * np.array([width, height])) * generator.uniform((0.25, 0.15), (0.75, 0.45))
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    near, tilt = generator.uniform(0.3, 1, 2) * MAX_SHEAR * (height, width) * generator.choice((-1, 1), 2)
    seen = flat * scale + corner
    squeeze = abs(near) / height * width * 0.7  # the farther side is narrower, too
    seen[[0, 3] if near > 0 else [1, 2], 0] += squeeze if near > 0 else -squeeze
    seen[[0, 3] if near > 0 else [1, 2], 1] += np.array([1, -1]) * abs(near) / 2
    seen[[0, 1], 0] += np.array([1, -1]) * tilt / 6
    return cv2.getPerspectiveTransform(flat, seen.astype(np.float32))


def _room(size: tuple[int, int], generator: np.random.Generator, brightness: float) -> NDArray[np.float32]:
    """A plastered wall over a skirting board and a floor, in gray levels, (H, W, 3). size: of the picture that hangs
    there."""
    width, height = (round(side * ROOM_SIZE) for side in size)
    wall = generator.uniform(150, 215) + generator.uniform(-22, 22, 3)
    rough = generator.standard_normal((height, width)).astype(np.float32)
    plaster = 1 + 0.05 * cv2.GaussianBlur(rough, (0, 0), 1.5) + 0.05 * smooth_noise(6, generator, (width, height))
    room = (brightness * wall * plaster[..., None]).astype(np.float32)
    floor = round(height * generator.uniform(0.86, 0.93))
    boards = np.repeat(generator.uniform(0.85, 1.1, width // 24 + 1), 24)[:width]
    room[floor:] = brightness * np.array([120, 88, 60]) * boards[:, None] * plaster[floor:, :, None]
    room[floor - max(2, height // 50) : floor] = brightness * 225
    return room


def _lamp_light(shape: tuple[int, int], generator: np.random.Generator) -> NDArray[np.float32]:
    """Brighter on one side than on the other, (H, W, 1)."""
    y, x = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
    angle = generator.uniform(0, 2 * np.pi)
    return (0.95 + 0.2 * (np.cos(angle) * x + np.sin(angle) * y)).astype(np.float32)[..., None]


def _moved(across: float, down: float) -> NDArray[np.float64]:
    return np.array([[1, 0, across], [0, 1, down], [0, 0, 1]], np.float64)


def _laid(flat: NDArray[np.float32], hung: NDArray[np.float64], room: NDArray[np.float32]) -> NDArray[np.float32]:
    """The room with the flat thing in it; its edge is smooth."""
    cover = _warped(np.ones(flat.shape[:2], np.float32), hung, room)[..., None]
    return room * (1 - cover) + _warped(flat, hung, room)


def _warped(flat: NDArray[np.float32], hung: NDArray[np.float64], room: NDArray[np.float32]) -> NDArray[np.float32]:
    """In the room's pixels; 0 beside it. Points are counted from the corner of the first pixel."""
    middle = np.array([[1, 0, 0.5], [0, 1, 0.5], [0, 0, 1]])
    size = (room.shape[1], room.shape[0])
    return cv2.warpPerspective(flat, np.linalg.inv(middle) @ hung @ middle, size, flags=cv2.INTER_LINEAR)


def _taken(room: NDArray[np.float32], sigma: float, generator: np.random.Generator) -> Pixels:
    """A photograph of it: not quite sharp, with a camera's noise."""
    return gaussian_noise(to_pixels(cv2.GaussianBlur(room, (0, 0), sigma)), 2, generator)
