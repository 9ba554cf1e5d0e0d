"""The values that pass from stage to stage, in the order in which they are made.

    bytes → ImageFile → Frame → FaceRegion… → FaceFinding… → ImageResult

Each is frozen and checked when it is born. Those that hold arrays are compared by identity and their arrays are
read-only. Boxes are in pixels of the upright frame, right and bottom exclusive. Pixels are RGB, uint8.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.error_codes import SettingsCode
from forensics.errors import SettingsError
from forensics.facts import Fact
from forensics.types.model_card import DetectorCard
from forensics.types.references import References
from forensics.types.verdicts import Leaning, Verdict
from forensics.validation import require, require_unit_interval, validated_read_only

MediaKind = Literal["image"]
FaceMode = Literal["detect", "whole"]

MIN_LEANING_RATIO = 2.0
"""Likelihood ratio from which an inconclusive answer is said to lean: below it the verbal scale has no support."""


class Box(NamedTuple):
    """A rectangle in pixels; right and bottom are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class ImageFile:
    """A file as received.

    name: text to show, never a path. sha256: of the bytes as received. media_type: as the bytes say, such as
    "image/jpeg". width, height: of the upright picture, in pixels. notes: what was done to its colors, what of the file
    is faulty, and what else it holds. video: of a frame of a video, the SHA-256 of the video, whose persons its faces
    are.
    """

    name: str
    kind: MediaKind
    content: bytes = field(repr=False)
    sha256: str
    media_type: str
    width: int
    height: int
    notes: tuple[Fact, ...] = ()
    video: str | None = None

    def __post_init__(self) -> None:
        require(len(self.sha256) == 64, f"sha256 must be 64 hexadecimal digits, got {self.sha256!r}")
        require(self.width > 0 and self.height > 0, f"size must be positive, got {self.width}×{self.height}")


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One decoded picture: index, exact time, pixels (H, W, 3) uint8 RGB, upright."""

    index: int
    seconds: float
    pixels: NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pixels", validated_read_only(self.pixels, (None, None, 3), np.uint8, "pixels"))
        require(self.pixels.size > 0, "pixels must not be empty")


@dataclass(frozen=True, slots=True, eq=False)
class FaceRegion:
    """A face in a frame.

    box: the face itself, in frame pixels. crop_box: the box with its margin, cut at the frame's border.
    crop: (h, w, 3) uint8 RGB, exactly the pixels of crop_box. landmarks: (5, 2) float32 x, y in frame pixels: the eyes,
    the tip of the nose, the corners of the mouth, left to right once the face is upright; None where the whole picture
    is taken as one face.
    detector_confidence: in [0, 1].
    """

    face_id: int
    frame_index: int
    seconds: float
    box: Box
    crop_box: Box
    detector_confidence: float
    landmarks: NDArray[np.float32] | None = field(repr=False)
    crop: NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        require(self.box.width > 0 and self.box.height > 0, f"box must have an area, got {self.box}")
        shape = (self.crop_box.height, self.crop_box.width, 3)
        object.__setattr__(self, "crop", validated_read_only(self.crop, shape, np.uint8, "crop"))
        if self.landmarks is not None:
            object.__setattr__(self, "landmarks", validated_read_only(self.landmarks, (5, 2), np.float32, "landmarks"))
        require(
            0 <= self.detector_confidence <= 1,
            f"detector_confidence must lie in [0, 1], got {self.detector_confidence}",
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """What the score means, by the card's thresholds.

    likelihood_ratio: how many times more probable such a score is if the face was manipulated, by a method that the
    network may not know, than if it was not; where the card has no such figures, of the kinds it was trained on. None
    where the face was not evaluated. known_ratio: the same for the kinds it was trained on; None where that is the
    first one already. false_alarms: share of the untouched faces of the calibration that score at least so high, in
    [0, 1]; None where the card does not say. quality: the state of the face's picture, of
    forensics/decision/image_quality.py; None where it was not measured.
    """

    verdict: Verdict
    likelihood_ratio: float | None
    reason: Fact
    known_ratio: float | None = None
    false_alarms: float | None = None
    quality: str | None = None

    def __post_init__(self) -> None:
        fits = (self.verdict == Verdict.NOT_EVALUATED) == (self.likelihood_ratio is None)
        require(fits, "a likelihood ratio belongs to an evaluated face only")
        require(isinstance(self.reason, Fact), f"reason must be a Fact, got {type(self.reason).__name__}")

    @property
    def leaning(self) -> Leaning | None:
        """To which side an inconclusive answer leans; None where it is not inconclusive, or its ratio is near 1."""
        if self.verdict != Verdict.INCONCLUSIVE or self.likelihood_ratio is None:
            return None
        if self.likelihood_ratio >= MIN_LEANING_RATIO:
            return Leaning.TOWARDS
        return Leaning.AWAY if self.likelihood_ratio <= 1 / MIN_LEANING_RATIO else None


class FamilyScore(NamedTuple):
    """How much a forged face looks like one family of forgeries to the network: probability in [0, 1]."""

    family: str
    probability: float


class PerturbedScore(NamedTuple):
    """The fake score in [0, 1] of the same face after a harmless change, such as "jpeg_50"."""

    change: str
    fake_score: float


@dataclass(frozen=True, slots=True, eq=False)
class FaceFinding:
    """What the network found in one face.

    fake_score: in [0, 1], 1 = manipulated. mask: (h, w) float32 in [0, 1], the probability that a pixel of the crop was
    manipulated. reconstruction: (h, w, 3) uint8 RGB, the crop as the network rebuilt it. reconstruction_error: mean
    absolute difference of crop and reconstruction, in [0, 1]. families: most probable first, together 1; empty where
    the network has no family head. rescores: empty where none were made.
    """

    region: FaceRegion
    fake_score: float
    mask: NDArray[np.float32] = field(repr=False)
    reconstruction: NDArray[np.uint8] = field(repr=False)
    reconstruction_error: float
    decision: Decision
    families: tuple[FamilyScore, ...] = ()
    rescores: tuple[PerturbedScore, ...] = ()

    def __post_init__(self) -> None:
        h, w = self.region.crop.shape[:2]
        object.__setattr__(self, "mask", validated_read_only(self.mask, (h, w), np.float32, "mask"))
        object.__setattr__(
            self, "reconstruction", validated_read_only(self.reconstruction, (h, w, 3), np.uint8, "reconstruction")
        )
        require_unit_interval(self.mask, "mask")
        require(0 <= self.fake_score <= 1, f"fake_score must lie in [0, 1], got {self.fake_score}")
        require(
            0 <= self.reconstruction_error <= 1,
            f"reconstruction_error must lie in [0, 1], got {self.reconstruction_error}",
        )

    @property
    def mask_fraction(self) -> float:
        """Share of the crop's pixels more likely manipulated than not, in [0, 1]."""
        return float(np.mean(self.mask >= 0.5))

    def error_map(self) -> NDArray[np.float32]:
        """Absolute difference of crop and reconstruction, mean over the colors: (h, w) float32 in [0, 1]."""
        difference = np.abs(self.region.crop.astype(np.float32) - self.reconstruction.astype(np.float32))
        return difference.mean(axis=2) / np.float32(255)


class FrameFindings(NamedTuple):
    """What was found in one frame, and what was not scored."""

    findings: tuple[FaceFinding, ...]
    skipped: "tuple[Skipped, ...]"


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """What the analyst may choose. Everything else is fixed by the detector's card."""

    faces: FaceMode = "detect"
    detector: str = "telltale"
    max_faces: int = 512
    """Faces scored in one picture, strongest first; the rest is listed as skipped. Only a hostile picture has more."""
    sample_fps: float = 5.0
    """Frames of a video looked at in each second; where the score changes fast, up to four times as many."""

    def __post_init__(self) -> None:
        if self.faces not in ("detect", "whole"):
            raise SettingsError(SettingsCode.WRONG_FACES, came=repr(self.faces))
        if self.max_faces < 1:
            raise SettingsError(SettingsCode.WRONG_MAX_FACES, came=self.max_faces)
        if not 0 < self.sample_fps <= 240:
            raise SettingsError(SettingsCode.WRONG_SAMPLE_FPS, came=self.sample_fps)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was found and not scored, and why."""

    reason: Fact
    box: Box | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ImageResult:
    """All that one analysis of one file found.

    overview: the upright picture, (H, W, 3) uint8 RGB, made smaller where its longer side exceeds 1600 pixels; frame
    pixels × overview_scale = overview pixels. card: the detector's. references: untouched faces of the same source, and
    source_card: the card as it is for that source, by which the findings were decided; None where there are none.
    own_cards: the same by face_id for faces that are references themselves, decided with the others alone.
    """

    media: ImageFile
    card: DetectorCard
    settings: AnalysisSettings
    findings: tuple[FaceFinding, ...]
    skipped: tuple[Skipped, ...]
    versions: Mapping[str, str]
    overview: NDArray[np.uint8] = field(repr=False)
    references: References | None = None
    source_card: DetectorCard | None = None
    own_cards: Mapping[int, DetectorCard] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "versions", MappingProxyType(dict(self.versions)))
        object.__setattr__(self, "own_cards", MappingProxyType(dict(self.own_cards)))
        object.__setattr__(self, "overview", validated_read_only(self.overview, (None, None, 3), np.uint8, "overview"))

    def judged_by(self, face_id: int) -> DetectorCard:
        """The card whose thresholds and ratios the decision about this face follows."""
        return self.own_cards.get(face_id, self.source_card or self.card)

    @property
    def overview_scale(self) -> float:
        return self.overview.shape[1] / self.media.width

    def finding(self, face_id: int) -> FaceFinding:
        """The finding of a face. Raises KeyError for an unknown face_id."""
        for finding in self.findings:
            if finding.region.face_id == face_id:
                return finding
        raise KeyError(f"no face {face_id}; there are {[f.region.face_id for f in self.findings]}")


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be analyzed: its name as text, why, and its hash where it could be read."""

    name: str
    fact: Fact
    sha256: str | None = None

    @property
    def code(self) -> str:
        """Why, for machines, as in TelltaleError."""
        return self.fact.group
