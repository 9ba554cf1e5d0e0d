"""Faces of `foreign-val.tar`: kinds of forgeries that no training holds. They are watched, and nothing else.

What a training learns of its own kinds it can forget of others; only these show it in time.
"""

from pathlib import Path

import numpy as np

from forensics.faces.detection import FaceDetector
from forensics.training.dataset import TrainingFace, archive_members, central_face, decode_picture
from forensics.types.analysis import Frame

ARCHIVE = "foreign-val"

NO_MESH = np.zeros((468, 2), np.float32)
"""Nothing is forged of these faces."""


def read_foreign_faces(folder: Path) -> list[TrainingFace]:
    """The central face of every picture that has one; its source is `foreign-val/KIND`.

    Raises TrainingError where the archive is missing.
    """
    finder, faces = FaceDetector(), []
    for name, content in archive_members(folder / f"{ARCHIVE}.tar"):
        kind, label, _ = name.split("/")
        if label == "mask":
            continue
        pixels = decode_picture(content)
        height, width = pixels.shape[:2]
        region = central_face(finder.detect(Frame(0, 0.0, pixels), 100)[0], width, height)
        if region is not None:
            source, forged = f"{ARCHIVE}/{kind}", label == "fake"
            faces.append(TrainingFace(f"{ARCHIVE}/{name}", source, forged, content, region.box, NO_MESH))
    return faces
