"""A still photograph set in motion: a hand-held camera drifts over it, and where each face lies is known."""

from collections.abc import Iterator
from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.degradation import add_noise
from forensics.synthesis.forgery import FaceImage

PAN, ZOOM, TURN = 0.035, 0.05, 2.5
"""Furthest the camera goes from where it started: share of the shorter side, share of the scale, degrees."""

PERIODS = (2.5, 9.0)
"""Seconds that a swing of the camera takes: a hand holds no steadier and a head moves no faster while it talks."""

SWINGS = 3
"""Waves that each movement is the sum of, so that it does not look like a pendulum."""


def camera_path(count: int, rate: Fraction, seed: int) -> NDArray[np.float64]:
    """Where the camera is in each of `count` frames at `rate` a second. Returns (count, 4): to the right and down as
    shares of the shorter side, logarithm of the zoom, radians. The same seed gives the same path, however long."""
    generator = np.random.default_rng(seed)
    periods = generator.uniform(*PERIODS, (SWINGS, 4))
    phases = generator.uniform(0, 2 * np.pi, (SWINGS, 4))
    seconds = np.arange(count)[:, None, None] * float(1 / rate)
    swings = np.sin(2 * np.pi * seconds / periods + phases).mean(axis=1)
    return swings * [PAN, PAN, np.log1p(ZOOM), np.radians(TURN)]


def framing_transform(sitter: FaceImage, width: int, height: int, share: float) -> NDArray[np.float64]:
    """The (2, 3) map from the photograph to a frame in whose middle the face is `share` of the height."""
    low, high = sitter.mesh.min(axis=0), sitter.mesh.max(axis=0)
    scale = share * height / float(high[1] - low[1])
    x, y = (low + high) / 2
    return np.array([[scale, 0, width / 2 - scale * x], [0, scale, height / 2 - scale * y]])


def fill_transform(still: FaceImage, width: int, height: int) -> NDArray[np.float64]:
    """The (2, 3) map that fills a frame with as much of a photograph as it holds, the face as near to the middle as the
    border allows; as much is left over on each side as the camera moves."""
    spare = (PAN + ZOOM + np.radians(TURN)) / 2
    frame, picture = np.array([width, height]), np.array(still.image.shape[1::-1])
    scale = (1 + 2 * spare) * (frame / picture).max()
    shown = frame / scale  # in pixels of the photograph
    wanted = (still.mesh.min(axis=0) + still.mesh.max(axis=0) - shown) / 2
    corner = np.clip(wanted, spare * shown, picture - (1 + spare) * shown)
    return np.column_stack([scale * np.eye(2), -scale * corner])


def animate_still(
    still: FaceImage,
    at_rest: NDArray[np.float64],
    width: int,
    height: int,
    path: NDArray[np.float64],
    grain: float = 0.0,
    seed: int = 0,
) -> Iterator[FaceImage]:
    """The face in every frame of the path, each frame (height, width, 3).

    at_rest: (2, 3) from the photograph to the frame before the camera moves. Beyond the photograph's border its last
    pixels go on; mirrored, it would show more people. grain: noise of the sensor, new in every frame, in gray levels;
    seed: of the grain.
    """
    generator = np.random.default_rng(seed)
    for place in path:
        to_frame = _moved(at_rest, place, width, height)
        kind = cv2.INTER_AREA if np.linalg.det(to_frame[:, :2]) < 1 else cv2.INTER_CUBIC
        image = cv2.warpAffine(still.image, to_frame, (width, height), flags=kind, borderMode=cv2.BORDER_REPLICATE)
        image = add_noise(image, grain, 3, generator) if grain else image
        yield FaceImage(image, (still.mesh @ to_frame[:, :2].T + to_frame[:, 2]).astype(np.float32))


def _moved(at_rest: NDArray[np.float64], place: NDArray[np.float64], width: int, height: int) -> NDArray[np.float64]:
    """The (2, 3) map from the photograph to the frame with the camera at `place`, about the frame's middle."""
    right, down, zoom, angle = place
    turn = np.exp(zoom) * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    middle = np.array([width, height]) / 2
    shift = middle - turn @ middle + np.array([right, down]) * min(width, height)
    return turn @ at_rest + np.column_stack([np.zeros((2, 2)), shift])
