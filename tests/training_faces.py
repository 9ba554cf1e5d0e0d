"""A few faces to learn from, made of the samples."""

from pathlib import Path

from forensics.mesh import FaceMesh
from forensics.training.sources import TrainingFace, decode_picture
from forensics.types import Box

SAMPLES = Path(__file__).parents[1] / "sample_media"
FACE = Box(181, 58, 270, 178)


def training_faces() -> list[TrainingFace]:
    """One face of each kind that a batch draws from, none of them held out."""
    picture, mask = (SAMPLES / "collins.jpg").read_bytes(), (SAMPLES / "masks" / "swap-poisson.png").read_bytes()
    mesh = FaceMesh().landmarks(decode_picture(picture), FACE)
    kinds = [
        ("openforensics-train-00", True, None),
        ("openforensics-train-00", False, None),
        ("stylegan-faces", True, None),
        ("stylegan-faces", False, None),
        ("lfw-faces", False, None),
        ("multiface-photos", False, None),
        ("openforensics-pairs", True, mask),
    ]
    faces = []
    for source, manipulated, registered in kinds:
        for number in range(3):
            face = TrainingFace(
                f"{source}/{manipulated}/{number}", source, manipulated, picture, FACE, mesh, registered
            )
            faces.append(face)
    return faces
