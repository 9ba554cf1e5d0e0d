"""The JSON document of an analysis, schema `telltale.analysis/2`, as types.

Others build on it: fields may be added; none goes or changes its meaning without a new schema number. What makes it:
forensics/export/image_document.py. What reads it, version 1 too: forensics/export/document_schema.py.
"""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from forensics.decision.mask_agreement import MaskMatch
from forensics.measurements.provenance import Provenance
from forensics.types.analysis import AnalysisSettings, Leaning, Verdict
from forensics.types.model_card import DetectorCard
from forensics.types.references import Misfit, Unusable

SCHEMA = "telltale.analysis/2"

Share = Annotated[float, Meta(ge=0, le=1)]
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Pixels = Annotated[int, Meta(gt=0)]
BoxEdges = Annotated[tuple[int, int, int, int], Meta(description="left, top, right, bottom; the last two exclusive")]


class Said(Struct):
    """A fact. code: its name in snake_case. group: of several codes, as of an error. parameters: numbers, texts; null
    for one that there is not. because: a further fact inside it. sentence: the same in English; never to be parsed."""

    code: str
    group: str
    parameters: dict[str, str | float | bool | None]
    because: "Said | None"
    sentence: str


class Skipping(Struct):
    """Something that was found and not scored."""

    reason: Said
    box: BoxEdges | None


class Answer(Struct):
    """An answer in few fields: what would be said without the reference pictures. As in `Face`, of a file or a person
    as in `Person`; face_id: of the person a file's answer comes from."""

    decision: Verdict
    likelihood_ratio: float | None
    known_ratio: float | None
    leaning: Leaning | None
    false_alarms: Share | None
    face_id: int | UnsetType | None = UNSET


class Family(Struct):
    """How much a forged face looks like one family of forgeries to the network."""

    family: str
    probability: Share


class Rescored(Struct):
    """The fake score again after a small change."""

    change: str
    fake_score: Share


class Peak(Struct):
    """The highest place of an explanation. peak: x, y in pixels of the picture. trust, reason: how far the map can be
    trusted; null where that was not measured."""

    method: str
    target: str
    peak: tuple[int, int]
    trust: Literal["faithful", "weak", "not better than chance"] | None
    reason: Said | None


class Strength(Struct, kw_only=True):
    """A verdict and how strong it is.

    likelihood_ratio: how many times more probable such a score is if the face was manipulated, by a method that the
    detector may not know, than if it was not; where the card has no `evidence`, of the kinds that the detector was
    trained on; null where the face was not evaluated. known_ratio: the same for the kinds it was trained on; null where
    that is the first one already. leaning: of an inconclusive answer. false_alarms: share of untouched faces (of a
    person: untouched clips) that score at least so high; null where the card does not say.
    """

    likelihood_ratio: float | None
    known_ratio: float | None
    leaning: Leaning | None
    false_alarms: Share | None
    reason: Said


class Face(Strength, kw_only=True):
    """A face of a picture. box: in pixels of the upright picture. mask_match: whether mask and verdict agree. families:
    the most probable first. explanations: there where they were asked for. without_references: there where reference
    pictures were given."""

    face_id: int
    frame_index: int
    seconds: float
    box: BoxEdges
    detector_confidence: Share
    fake_score: Share
    decision: Verdict
    mask_fraction: Share
    mask_match: MaskMatch | None
    reconstruction_error: Share
    families: list[Family] = []
    rescores: list[Rescored] = []
    explanations: list[Peak] | UnsetType = UNSET
    without_references: Answer | UnsetType = UNSET


class Sighted(Face, kw_only=True):
    """A face in a frame of a video. face_id: the person's, so it comes back in many frames. seconds: on the clock that
    players show. weight: how much the score counts in what is said of the person. explanations: those of the person's
    most suspect moment."""

    weight: Share
    weight_reason: Said | None
    """Why it counts less than 1."""


class Stretch(Struct):
    """Seconds."""

    start: float
    end: float


class Span(Struct):
    """Seconds during which one verdict holds."""

    start: float
    end: float
    decision: Verdict


class Moment(Struct):
    """A frame to look at."""

    frame_index: int
    seconds: float


class KeyMoments(Struct):
    """The most suspect, the typical and the least suspect moment of a person."""

    worst: Moment
    typical: Moment
    best: Moment


class Flickering(Struct):
    """Median change from one sighting to the next, of the mask and of the reconstruction's error."""

    mask: float
    error: float


class Person(Strength, kw_only=True):
    """A person in a video. fake_score: of the strongest stretch, with its 95 % interval low to high; typical: of all
    sightings together. Scores, stretch and flicker are null where too little was evaluated."""

    face_id: int
    fake_score: Share | None
    low: Share | None
    high: Share | None
    typical: Share | None
    decision: Verdict
    stretch: Stretch | None
    first_seconds: float
    last_seconds: float
    evaluated: int
    sightings: int
    spans: list[Span]
    moments: KeyMoments
    flicker: Flickering | None
    without_references: Answer | UnsetType = UNSET


class FileDecision(Strength, kw_only=True):
    """What is said of a video: the answer about its strongest person, face_id; null where nobody was seen."""

    verdict: Verdict
    face_id: int | None
    without_references: Answer | UnsetType = UNSET


class Video(Struct):
    """What the file declares, null where it does not, and what was looked at. All times are seconds on the clock that
    players show. start: when the first frame is shown; seconds: when the last one ends. frame_rate: such as
    "30000/1001". frame_count: how many are shown. cuts: seconds of each shot's first frame. broken_packets: passed
    over. ended: why the analysis ended before the file does. notes: what was done to the pictures."""

    seconds: float | None
    frame_rate: str | None
    frame_count: int | None
    codec: str
    frames_looked_at: int
    cuts: list[float]
    broken_packets: int
    ended: Said | None
    notes: list[Said]
    start: float = 0.0


class ReferenceScore(Struct):
    """A face of a reference picture."""

    face_id: int
    fake_score: Share


class ReferenceFile(Struct):
    """A reference picture that gave faces."""

    name: str
    sha256: Digest
    faces: list[ReferenceScore]


class UnusableFile(Struct):
    """A reference picture that gave none."""

    name: str
    reason: Unusable


class DoubtfulFile(Struct):
    """A reference picture that may be no fitting one, for these of the questioned faces."""

    name: str
    reason: Misfit
    face_ids: list[int]


class UsedReferences(Struct):
    """Faces that are known to be untouched and of the same source. faces: how many. enough: for this source. used:
    whether they had a part in any answer about the file. A face that is one of them is decided with the others."""

    faces: int
    enough: bool
    used: bool
    files: list[ReferenceFile]
    unusable: list[UnusableFile]
    misfits: list[DoubtfulFile]


class File(Struct, tag_field="kind", kw_only=True):
    """What is written about every file. path: where it lay, or its name. width, height: of the upright picture, of a
    video's upright frames with square pixels. error: why it could not be analyzed, null where it was."""

    path: str
    name: str
    sha256: Digest | None
    width: Pixels | None
    height: Pixels | None
    error: Said | None
    skipped: list[Skipping]


class ImageFile(File, tag="image", kw_only=True):
    """A picture that was analyzed. notes: what was done to its colors, what of the file is faulty, and what else it
    holds."""

    faces: list[Face]
    notes: list[Said] = []
    references: UsedReferences | UnsetType = UNSET


class VideoFile(File, tag="video", kw_only=True):
    """A video that was analyzed. faces: every sighting of its persons, `tracks`."""

    faces: list[Sighted]
    video: Video
    decision: FileDecision
    tracks: list[Person]
    references: UsedReferences | UnsetType = UNSET


class FailedFile(File, tag="failed", kw_only=True):
    """A file that could not be analyzed. sha256: null where its bytes could not be read. faces: none."""

    faces: list[Face]


class Document(Struct):
    """The whole document. detector: its card; detector_provenance: whose figures it has. files: in the given order."""

    schema: Literal["telltale.analysis/2"]
    detector: DetectorCard
    settings: AnalysisSettings
    versions: dict[str, str]
    files: list[ImageFile | VideoFile | FailedFile]
    detector_provenance: Provenance | None = None
