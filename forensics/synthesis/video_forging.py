"""Forging one face of a video for some seconds, steadily: who is borrowed from, and every choice, stay for the clip."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.synthesis.compositing import face_window
from forensics.synthesis.donors import choose_donor
from forensics.synthesis.families import ForgeryFunction
from forensics.synthesis.forgery import FaceImage, Forgery

MARGIN = 0.5
"""Surroundings that a forgery may touch, on each side of the face as a share of its side: so much a program that
rebuilds faces of a video cuts out."""


class ForgedFrame(NamedTuple):
    """A frame and the forger's face in it. mask: (H, W) float32 in [0, 1], 1 = manipulated; how: what was done, empty
    where nothing was."""

    face: FaceImage
    mask: NDArray[np.float32]
    how: str


class FixedGenerator(np.random.Generator):
    """The same choices in every frame, and new grain.

    Grain is drawn for every pixel, so that whatever is drawn after it would change with the size of the face; it comes
    from a source of its own.
    """

    def __init__(self, seed: int, frame: int) -> None:
        super().__init__(np.random.PCG64(seed))
        self._grain = np.random.default_rng([seed, frame])

    def standard_normal(self, size: Any = None, dtype: Any = np.float64, out: Any = None) -> Any:
        """Standard normal values, as the parent class gives them."""
        return self._grain.standard_normal(size, dtype, out)


def forge_video(
    faces: Iterable[FaceImage],
    rate: Fraction,
    forge: ForgeryFunction,
    donors: Sequence[FaceImage],
    seed: int,
    start: float,
    end: float,
) -> Iterator[ForgedFrame]:
    """Every frame, forged where its time in seconds lies in [start, end).

    faces: the frames with the landmarks of the face to forge, `rate` a second, from `landmark_tracking.track_landmarks`
    or `still_animation.animate_still`. forge: of a family in STEADY_FAMILIES. donors: one is chosen, by the first frame
    that is forged."""
    borrowed: Sequence[FaceImage] | None = None
    for number, face in enumerate(faces):
        if not start <= float(number / rate) < end:
            yield ForgedFrame(face, np.zeros(face.image.shape[:2], np.float32), "")
            continue
        if borrowed is None:
            borrowed = [choose_donor(face, donors, np.random.default_rng(seed))] if donors else []
        window = face_window(face, MARGIN)
        forgery = window.put_back(forge(window.cut(face), borrowed, FixedGenerator(seed, number)), face)
        yield _framed(forgery, face)


def _framed(forgery: Forgery, face: FaceImage) -> ForgedFrame:
    return ForgedFrame(FaceImage(forgery.image, face.mesh), forgery.mask, forgery.how)
