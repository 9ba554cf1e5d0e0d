"""Whom the made videos show: the archives' clips of talking people, and photographs set in motion."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

import av
import numpy as np
from numpy.typing import NDArray

from forensics.faces.detection import FaceDetector
from forensics.faces.landmarks import FaceLandmarker
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.landmark_tracking import track_landmarks
from forensics.synthesis.still_animation import animate_still, camera_path, fill_transform
from forensics.training.dataset import CLIPS, LFW_ARCHIVE, archive_members, decode_picture, never_trained
from forensics.types.analysis import Frame
from forensics.validation import present

Part = Literal["choosing", "reporting"]
"""What may choose constants of the analysis, and what is reported: no person is in both."""

CLIPS_BY_PART: dict[Part, tuple[int, ...]] = {"choosing": (0, 1, 2, 3, 4), "reporting": (5, 6, 7, 8, 9)}
"""Numbers of the clips. The training saw sixteen untouched frames of each but the first: false alarms on them are
fewer, and areas under the curve larger, than they would be on strangers."""

PHOTOGRAPHS = "multiface-photos"
N_STILLS = {LFW_ARCHIVE: 16, PHOTOGRAPHS: 4}
"""Photographs of each archive that are set in motion, for each part; the training kept all of them back."""

MAX_EXTRA_STILLS = 40
"""Photographs of LFW after these, all of which report: false alarms are seldom and need many untouched people."""

MIN_STILL_SIDE = 72
"""Width, in pixels, of the smallest face that is taken from a photograph: smaller ones would be enlarged."""

BORDER = 0.1
"""Share of the photograph along each side in which no part of the face lies: the camera leaves some of it out."""

MAX_SECONDS = 6.0
"""Seconds of a clip of a talking person that are used."""

TRACKING_SCALES = (640, 320)
"""For the face finder that places forgeries; it sees each frame once and need not find crowds."""

GRAIN_SIGMA = 1.5
"""Noise of the camera in gray levels."""

FRAME_RATE = Fraction(25)
"""Frames a second of photographs set in motion."""


class Shot(NamedTuple):
    """One person's frames, `rate` a second."""

    rate: Fraction
    count: int  # type: ignore[assignment]  # hides tuple.count(), which nobody asks for
    face_images: Iterator[FaceImage]


@dataclass(eq=False)
class People:
    """The people of one part, read from the archives in `folder` when they are asked for."""

    folder: Path
    part: Part

    @cached_property
    def stills(self) -> dict[str, FaceImage]:
        """Photographs that never trained, by archive and name."""
        more = islice(self._large_faces(LFW_ARCHIVE), 2 * N_STILLS[LFW_ARCHIVE], None)
        return self.donors | (dict(islice(more, MAX_EXTRA_STILLS)) if self.part == "reporting" else {})

    @cached_property
    def donors(self) -> dict[str, FaceImage]:
        """Those that forgeries borrow from: the first of every archive that have a large face. Even ones choose, odd
        ones report."""
        found: dict[str, FaceImage] = {}
        for archive, wanted in N_STILLS.items():
            first = list(islice(self._large_faces(archive), 2 * wanted))
            found |= dict(first[0 if self.part == "choosing" else 1 :: 2])
        return found

    def _large_faces(self, archive: str) -> Iterator[tuple[str, FaceImage]]:
        """The photographs of an archive that never trained and have a large face, by archive and name."""
        finder, mesh = FaceDetector(), FaceLandmarker()
        for name, content in archive_members(self.folder / f"{archive}.tar"):
            full = f"{archive}/{name}"
            sitter = _largest_face(decode_picture(content), finder, mesh) if never_trained(full) else None
            if sitter is not None:
                yield full, sitter

    @cached_property
    def clips(self) -> dict[str, bytes]:
        """Files of talking people, by name."""
        wanted = [f"clip_{number:02d}" for number in CLIPS_BY_PART[self.part]]
        every = archive_members(self.folder / f"{CLIPS}.tar")
        return {f"{CLIPS}/{name}": content for name, content in every if Path(name).stem in wanted}

    def talking_shot(self, name: str) -> Shot:
        """The first seconds of a clip, its face followed."""
        with av.open(io.BytesIO(self.clips[name])) as container:
            stream = container.streams.video[0]
            rate = present(stream.average_rate)
            count = min(stream.frames, round(MAX_SECONDS * rate))
        pictures = _pictures(self.clips[name], count)
        return Shot(rate, count, track_landmarks(pictures, FaceDetector(TRACKING_SCALES), FaceLandmarker()))

    def moving_shot(self, name: str, seconds: float, seed: int, size: tuple[int, int] | None = None) -> Shot:
        """A photograph under a moving camera. size: width and height of the frames; None for those of the photograph,
        as far as they are even."""
        still, count = self.stills[name], round(seconds * FRAME_RATE)
        height, width = size[::-1] if size else (side // 2 * 2 for side in still.image.shape[:2])
        at_rest, path = fill_transform(still, width, height), camera_path(count, FRAME_RATE, seed)
        return Shot(FRAME_RATE, count, animate_still(still, at_rest, width, height, path, GRAIN_SIGMA, seed))

    def donor_faces(self, names: Sequence[str]) -> list[FaceImage]:
        """Photographs of other people, to borrow faces from."""
        return [sitter for name, sitter in self.donors.items() if name not in names]


def _largest_face(pixels: NDArray[np.uint8], finder: FaceDetector, mesh: FaceLandmarker) -> FaceImage | None:
    regions, _ = finder.detect(Frame(0, 0.0, pixels), 100)
    largest = max(regions, key=lambda region: region.box.width, default=None)
    if largest is None or largest.box.width < MIN_STILL_SIDE:
        return None
    points = mesh.detect(pixels, largest.box)
    size = np.array(pixels.shape[1::-1])
    inside = (points >= BORDER * size).all() and (points <= (1 - BORDER) * size).all()
    return FaceImage(pixels, points) if inside else None


def _pictures(content: bytes, most: int) -> Iterator[NDArray[np.uint8]]:
    """Frames (H, W, 3) uint8 RGB with even sides."""
    with av.open(io.BytesIO(content), "r") as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number == most:
                return
            pixels = np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)
            yield pixels[: pixels.shape[0] // 2 * 2, : pixels.shape[1] // 2 * 2]
