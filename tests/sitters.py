"""Four people to forge and to borrow from: the faces of a sample photograph, each a picture of its own."""

from pathlib import Path

import numpy as np
from PIL import Image

from forensics.faces.landmarks import FaceLandmarker
from forensics.synthesis.forgery import FaceImage
from forensics.types.analysis import Box

GROUP = Path(__file__).parents[1] / "sample_media" / "group.jpg"
FACES = (Box(78, 79, 182, 212), Box(336, 78, 444, 214), Box(601, 81, 699, 211), Box(858, 77, 969, 214))


def sitters() -> list[FaceImage]:
    pixels, mesh = np.asarray(Image.open(GROUP).convert("RGB")), FaceLandmarker()
    people = []
    for box in FACES:
        left = max(0, (box.left + box.right) // 2 - 120)
        cut = np.ascontiguousarray(pixels[:, left : left + 240])
        people.append(FaceImage(cut, mesh.detect(cut, Box(box.left - left, box.top, box.right - left, box.bottom))))
    return people
