"""A few faces to learn from, made of the samples."""

from dataclasses import replace
from itertools import count, islice
from pathlib import Path

import numpy as np

from forensics.faces.landmarks import FaceLandmarker
from forensics.training.dataset import TrainingFace, decode_picture
from forensics.training.forgery_kinds import KINDS, forgeries_of
from forensics.types.analysis import Box

SAMPLES = Path(__file__).parents[1] / "sample_media"
FACE = Box(181, 58, 270, 178)


def training_faces() -> list[TrainingFace]:
    """One face of each kind that a batch draws from, none of them held out."""
    picture, mask = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "masks" / "swap-poisson.png").read_bytes()
    mesh = FaceLandmarker().detect(decode_picture(picture), FACE)
    kinds = [
        ("openforensics-train-00", True, None),
        ("openforensics-train-00", False, None),
        ("stylegan-faces", True, None),
        ("stylegan-faces", False, None),
        ("lfw-faces", False, None),
        ("multiface-photos", False, None),
        ("talking-heads", False, None),
        ("openforensics-pairs", True, mask),
    ]
    faces = []
    for source, manipulated, registered in kinds:
        for number in range(3):
            name = f"{source}/{manipulated}/{number}"
            person = mesh + np.float32([0, len(faces) / 10])  # a little lower each, so that no two are one person
            faces.append(TrainingFace(name, source, manipulated, picture, FACE, person, registered))
    return faces


def faces_of_kinds(number_of_each: int = 3) -> list[TrainingFace]:
    """The same for kinds of forgeries by others with their untouched counterparts, and large portraits."""
    picture, like = (SAMPLES / "collins.jpg").read_bytes(), training_faces()[0]
    kinds = [(forgeries_of(kind), True, kind) for kind in KINDS]
    kinds += [(forgeries_of(kind), False, kind) for kind in ("dfdc", "inswapper", "stargan", "talking")]
    kinds.append(("portraits-large", False, "real"))
    faces = []
    for source, manipulated, kind in kinds:
        label = "fake" if manipulated else "real"
        names = (f"{source}/{n}#{label}/{n}.jpg" if "/" in source else f"{source}/{kind}/{n}.jpg" for n in count())
        all_faces = (TrainingFace(name, source, manipulated, picture, FACE, like.mesh) for name in names)
        faces += islice((face for face in all_faces if not face.held_out), number_of_each)
    return faces


def kept_back(faces: list[TrainingFace], *, watched: bool) -> list[TrainingFace]:
    """The same faces under names that are held out: to be watched while training, or to calibrate."""
    copies = []
    for face in faces:
        photograph, *rest = face.name.split("#")
        names = ("#".join((f"{photograph}-{number}", *rest)) for number in count())
        copies.append(next(c for c in (replace(face, name=n) for n in names) if c.held_out and c.watched == watched))
    return copies
