"""Reference pictures, as a laboratory works: faces known to be untouched and of the same source as the questioned ones.

What they do to the answer: forensics/decision/reference_calibration.py.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from forensics.types.face_thumbnail import same_picture
from forensics.validation import require

MIN_REFERENCES = 10
"""Reference faces from which there are enough; `benchmark references` measures what fewer and more are worth."""


class Misfit(StrEnum):
    """Why a reference face may be none. It is used all the same; the analyst decides whether it stays.

    SAME_PICTURE: of a questioned face. REPEATED: of a reference before it; both count as one.
    """

    OTHER_SIZE = "other_size"
    OTHER_SHARPNESS = "other_sharpness"
    OTHER_COMPRESSION = "other_compression"
    SUSPICIOUS = "suspicious"
    SAME_PICTURE = "same_picture"
    REPEATED = "repeated"


class Unusable(StrEnum):
    """Why a reference picture gives no reference face."""

    NO_FACE = "no_face"
    NOT_EVALUATED = "not_evaluated"
    NOT_READ = "not_read"
    QUESTIONED = "questioned"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True)
class ReferenceFace:
    """A face that is known to be untouched. name: of its picture, as text; sha256: of its bytes. size: shorter side in
    pixels. sharpness, blockiness: as forensics/decision/quality_gate.py measures them. quality: the state of the
    picture, of forensics/decision/image_quality.py; None where it is not known. look: of
    forensics/types/face_thumbnail.py, empty where it is not known."""

    name: str
    sha256: str
    face_id: int
    fake_score: float
    size: int
    sharpness: float
    blockiness: float
    quality: str | None = None
    look: bytes = field(default=b"", repr=False)

    def __post_init__(self) -> None:
        require(0 <= self.fake_score <= 1, f"fake_score must lie in [0, 1], got {self.fake_score}")


@dataclass(frozen=True, slots=True)
class References:
    """All reference faces of an analysis, and the pictures that gave none, by name."""

    faces: tuple[ReferenceFace, ...]
    unusable: tuple[tuple[str, Unusable], ...] = ()

    @property
    def distinct(self) -> tuple[ReferenceFace, ...]:
        """Those that count: of faces that show one picture the first."""
        looks = [face.look for face in self.faces]
        repeated = np.asarray(np.tril(same_picture(looks, looks), -1).any(axis=1))
        return tuple(face for face, again in zip(self.faces, repeated, strict=True) if not again)

    @property
    def enough(self) -> bool:
        return len(self.distinct) >= MIN_REFERENCES

    def others(self, sha256: str, face_id: int) -> "References":
        """Those that count for this face of this file: all but itself."""
        return replace(self, faces=tuple(f for f in self.faces if (f.sha256, f.face_id) != (sha256, face_id)))
