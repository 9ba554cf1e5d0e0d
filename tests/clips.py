"""Small videos made for a test."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

GROUP = Path(__file__).parents[1] / "sample_media" / "group.jpg"


def write_clip(path: Path, frames: Iterable[NDArray[np.uint8]], fps: int = 10, crf: int = 18) -> Path:
    """H.264 of frames (H, W, 3) uint8 RGB with even sides, at constant rate."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(fps), options={"crf": str(crf), "preset": "ultrafast"})
        stream.pix_fmt = "yuv420p"
        for number, pixels in enumerate(frames):
            if number == 0:
                stream.height, stream.width = pixels.shape[:2]
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


def two_people() -> NDArray[np.uint8]:
    """(240, 480, 3): the first two faces of the sample photograph, sixty pixels wide each."""
    with Image.open(GROUP) as picture:
        half = picture.convert("RGB").crop((0, 0, 520, 260))
    return np.asarray(half.resize((480, 240)))
