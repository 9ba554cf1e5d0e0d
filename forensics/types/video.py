"""The values that an analysis of a video passes on, in the order in which they are made.

    VideoFile → SampledFrame… → Sighting… → Track… → VideoResult

Times are seconds on the clock that players show, boxes are in pixels of the upright frame with square pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from forensics.facts import Fact
from forensics.types.analysis import AnalysisSettings, Box, Decision, Skipped, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.references import References
from forensics.validation import require, validated_read_only

COARSE_SIDE = 16
"""Side of the mask and the error map that a sighting keeps: enough to see them flicker, half a kilobyte a face."""


@dataclass(frozen=True, slots=True)
class VideoFile:
    """A video as received, on disk.

    name: text to show, never a path. path: where its bytes lie. sha256: of these bytes. size: in bytes. width, height:
    of the upright picture with square pixels. seconds: when the last frame ends, as the container declares it, None
    where it does not. frame_rate: the mean one; single frames may lie otherwise. frame_count: how many are shown, as
    declared, often unknown. notes: what was done to the pictures. start: seconds at which the first frame is shown, as
    where the picture begins after the sound; 0 in records of earlier versions, whose times count from the first frame.
    crop: pixels of the stored picture that are not shown, from its left, top, right and bottom edge.
    """

    name: str
    path: Path = field(repr=False)
    sha256: str
    media_type: str
    size: int
    width: int
    height: int
    seconds: Fraction | None
    frame_rate: Fraction | None
    frame_count: int | None
    codec: str
    notes: tuple[Fact, ...] = ()
    start: Fraction = Fraction(0)
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)

    def __post_init__(self) -> None:
        require(len(self.sha256) == 64, f"sha256 must be 64 hexadecimal digits, got {self.sha256!r}")
        require(self.width > 0 and self.height > 0, f"size must be positive, got {self.width}×{self.height}")


class SampledFrame(NamedTuple):
    """A frame at a time at which it is on the screen. index: in the order of presentation, from 0. pts: its time stamp
    in the stream's own unit. shot: the number of cuts before it. held: seconds that it has been on the screen by then;
    above 0 where no newer frame comes for longer than from one sample to the next, so that it is a sample again."""

    index: int  # type: ignore[assignment]  # hides tuple.index(), which nobody asks for
    pts: int
    seconds: float
    shot: int
    held: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class FaceObservation:
    """One face in one sampled frame: the numbers that stay when the pixels are gone.

    weight: in [0, 1], how much its score counts in what is said of the person; 0 where it was not evaluated.
    weight_reason: why it counts less than 1, None where it counts in full. mask_fraction,
    reconstruction_error: as in FaceFinding. coarse_mask, coarse_error: (16, 16) uint8, 255 × the mean of the mask and
    of the error map in each cell of the crop.
    """

    frame: SampledFrame
    box: Box
    detector_confidence: float
    landmarks: NDArray[np.float32] | None = field(repr=False)
    fake_score: float
    decision: Decision
    weight: float
    weight_reason: Fact | None
    mask_fraction: float
    reconstruction_error: float
    coarse_mask: NDArray[np.uint8] = field(repr=False)
    coarse_error: NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        side = (COARSE_SIDE, COARSE_SIDE)
        if self.landmarks is not None:
            object.__setattr__(self, "landmarks", validated_read_only(self.landmarks, (5, 2), np.float32, "landmarks"))
        object.__setattr__(self, "coarse_mask", validated_read_only(self.coarse_mask, side, np.uint8, "coarse_mask"))
        object.__setattr__(self, "coarse_error", validated_read_only(self.coarse_error, side, np.uint8, "coarse_error"))
        require(0 <= self.fake_score <= 1, f"fake_score must lie in [0, 1], got {self.fake_score}")
        require(0 <= self.weight <= 1, f"weight must lie in [0, 1], got {self.weight}")
        evaluated = self.decision.verdict != Verdict.NOT_EVALUATED
        require(evaluated or self.weight == 0, "a face that was not evaluated has no weight")

    @property
    def evaluated(self) -> bool:
        return self.decision.verdict != Verdict.NOT_EVALUATED

    @property
    def seconds(self) -> float:
        return self.frame.seconds


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A sighting before it is known whose it is. appearance: (D,) float16, what forensics/tracking/appearance.py makes
    of clothes, hair and skin; it goes when the analysis ends."""

    sighting: FaceObservation
    appearance: NDArray[np.float16] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """A finished piece of an analysis, as it is kept so that a broken one can go on.

    frames: looked at, in the order of time. observations: for each of them those of its faces. cuts: seconds of the
    first frames of new shots in this piece. surplus: detections beyond the most faces that are scored in a frame.
    broken_packets: since the beginning of the file. notes: what the pictures showed of the file.
    """

    frames: tuple[SampledFrame, ...]
    observations: tuple[tuple[Detection, ...], ...]
    cuts: tuple[float, ...]
    surplus: int
    broken_packets: int
    notes: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        require(len(self.frames) == len(self.observations), "each frame has its observations")


class Progress(NamedTuple):
    """How far an analysis is. seconds, total: of the video, total None where its length is not declared. elapsed:
    seconds that this run took, for the `done` seconds of video that this run looked at."""

    seconds: float
    total: float | None
    frames: int
    faces: int
    elapsed: float
    done: float

    @property
    def seconds_left(self) -> float | None:
        """Time that the work still takes at the speed so far; None while that is not known."""
        if self.total is None or self.done <= 0:
            return None
        return max(0.0, self.total - self.seconds) * self.elapsed / self.done


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """One person over time, as far as the tracker can tell; nobody is identified.

    face_id: from 1, in the order of first sight. sightings: at least one, in the order of time, at most one a frame.
    thumbnail: (h, w, 3) uint8 RGB, the crop of the clearest of them, at most 96 pixels on its longer side.
    """

    face_id: int
    sightings: tuple[FaceObservation, ...]
    thumbnail: NDArray[np.uint8] = field(repr=False)

    def __post_init__(self) -> None:
        require(len(self.sightings) > 0, "a track has at least one sighting")
        times = [sighting.frame for sighting in self.sightings]
        require(all(a < b for a, b in pairwise(times)), "sightings must be in the order of time")
        object.__setattr__(
            self, "thumbnail", validated_read_only(self.thumbnail, (None, None, 3), np.uint8, "thumbnail")
        )


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class VideoResult:
    """All that one analysis of one video found. What is said of a person or of the file follows from it
    (forensics/decision/video_verdict.py) and is not stored.

    frames: all that were looked at, in the order of time. cuts: seconds of the first frame of each new shot. skipped:
    kinds of detections that were not scored, or seen too briefly to be a person, once each. broken_packets: pieces of
    the stream that could not be decoded and were passed over. ended: why the analysis ended before the end of the
    file, None where it did not. references, source_card, own_cards: as in ImageResult, own_cards by
    person; they are the session's and are not stored with the video.
    """

    video: VideoFile
    card: DetectorCard
    settings: AnalysisSettings
    tracks: tuple[Track, ...]
    frames: tuple[SampledFrame, ...]
    cuts: tuple[float, ...]
    skipped: tuple[Skipped, ...]
    broken_packets: int
    ended: Fact | None
    versions: Mapping[str, str]
    references: References | None = None
    source_card: DetectorCard | None = None
    own_cards: Mapping[int, DetectorCard] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "versions", MappingProxyType(dict(self.versions)))
        object.__setattr__(self, "own_cards", MappingProxyType(dict(self.own_cards)))

    def judged_by(self, face_id: int | None) -> DetectorCard:
        """The card whose limits and ratios the decision about this person follows. None: nobody was seen."""
        others = self.source_card or self.card
        return others if face_id is None else self.own_cards.get(face_id, others)

    @property
    def seconds(self) -> float:
        """Up to where the video was looked at: the declared length, or the last sampled frame's time."""
        declared = 0.0 if self.video.seconds is None or self.ended else float(self.video.seconds)
        return max([declared, *(frame.seconds for frame in self.frames[-1:])])

    @property
    def frames_looked_at(self) -> int:
        """How many; one that was long on the screen counts once."""
        return len({frame.index for frame in self.frames})

    def track(self, face_id: int) -> Track:
        """Raises KeyError for an unknown face_id."""
        for track in self.tracks:
            if track.face_id == face_id:
                return track
        raise KeyError(f"no person {face_id}; there are {[track.face_id for track in self.tracks]}")
