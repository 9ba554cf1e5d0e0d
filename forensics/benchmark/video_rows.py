"""What is written down of one made video: who was seen where and what was said, beside the truth. Kept on disk, so that
a broken run goes on where it was."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from forensics.analysis.video import analyze_video
from forensics.decision.flicker import compute_flicker, peak_flicker
from forensics.decision.video_verdict import decide_video
from forensics.detectors.registry import Detector
from forensics.faces.detection import iou
from forensics.fitting.video_cases import VideoCase, VideoTruth, make_video
from forensics.fitting.video_people import People
from forensics.io.atomic_write import atomic_write
from forensics.media.video.decoding_process import probe
from forensics.types.analysis import AnalysisSettings, Box
from forensics.types.video import FaceObservation, SampledFrame, VideoResult

MATCH_IOU = 0.3
"""Intersection over union from which a sighting is the person's: landmarks and face finder box a forehead
differently."""


class SeenPerson(NamedTuple):
    """A person in a sampled frame. face_id: the track that has this sighting. score, verdict: of this frame alone;
    forged: whether its seconds are."""

    seconds: float
    face_id: int
    score: float
    verdict: str
    forged: bool


class DecidedTrack(NamedTuple):
    """A track. score: of the track, NaN where it was not evaluated. flicker: the mask's strongest, NaN where there is
    none. spans: [start, end, verdict]."""

    face_id: int
    score: float
    verdict: str
    flicker: float
    spans: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class TruePerson:
    """A person of the truth. span: forged seconds, None where nothing is. visible: sampled frames in which the face can
    be seen; seen: those of them in which it was found, in the order of time."""

    span: tuple[float, float] | None
    visible: int
    seen: tuple[SeenPerson, ...]

    @property
    def face_id(self) -> int | None:
        """The track that has most of the person; None where the person was never found."""
        counted = Counter(one.face_id for one in self.seen).most_common(1)
        return counted[0][0] if counted else None


@dataclass(frozen=True, slots=True)
class VideoRow:
    """One video. strongest: face_id of the file's strongest track."""

    case: str
    kind: str
    crf: int
    family: str
    people: tuple[TruePerson, ...]
    tracks: tuple[DecidedTrack, ...]
    strongest: int | None

    def track_of(self, person: TruePerson) -> DecidedTrack | None:
        return next((track for track in self.tracks if track.face_id == person.face_id), None)


def video_row(case: VideoCase, people: People, detector: Detector, videos: Path, rows: Path) -> VideoRow:
    """The row of a video, which is made and analyzed; read from `rows` where it is there."""
    path = rows / f"{case.name}.json"
    if path.is_file():
        return read_row(path.read_text())
    video, truth = make_video(case, people, videos)
    found = probe(video, video.name, sha256(video.read_bytes()).hexdigest())
    row = _row(case, truth, analyze_video(found, AnalysisSettings(), detector))
    rows.mkdir(parents=True, exist_ok=True)
    atomic_write(path, json.dumps(asdict(row)))
    return row


def read_row(text: str) -> VideoRow:
    """The row that `json.dumps(asdict(row))` wrote."""
    kept = json.loads(text)
    people = tuple(
        TruePerson(
            None if one["span"] is None else tuple(one["span"]),
            one["visible"],
            tuple(SeenPerson(*s) for s in one["seen"]),
        )
        for one in kept["people"]
    )
    tracks = tuple(DecidedTrack._make([*one[:4], tuple(tuple(span) for span in one[4])]) for one in kept["tracks"])
    return VideoRow(**kept | {"people": people, "tracks": tracks})


def _row(case: VideoCase, truth: VideoTruth, result: VideoResult) -> VideoRow:
    judged = decide_video(result)
    return VideoRow(
        case=case.name,
        kind=case.kind,
        crf=case.crf,
        family=case.family,
        people=match_observations(truth, result),
        tracks=tuple(
            DecidedTrack(
                track.face_id,
                track.score,
                track.decision.verdict,
                peak_flicker(compute_flicker(result.track(track.face_id))),
                tuple((span.start, span.end, span.verdict) for span in track.spans),
            )
            for track in judged.tracks
        ),
        strongest=judged.face_id,
    )


def match_observations(truth: VideoTruth, result: VideoResult) -> tuple[TruePerson, ...]:
    """Which sightings are whose, by where the faces truly are."""
    sightings: dict[SampledFrame, list[tuple[int, FaceObservation]]] = {}
    for track in result.tracks:
        for sighting in track.sightings:
            sightings.setdefault(sighting.frame, []).append((track.face_id, sighting))
    seen: list[list[SeenPerson]] = [[] for _ in truth.spans]
    visible = [0] * len(truth.spans)
    for frame in result.frames:
        boxes = truth.boxes[frame.index]
        pairs = _greedy_matches(boxes, [sighting.box for _, sighting in sightings.get(frame, [])])
        for number, box in enumerate(boxes):
            visible[number] += box is not None
            if number in pairs:
                face_id, sighting = sightings[frame][pairs[number]]
                seen[number].append(_seen(frame, face_id, sighting, truth.spans[number]))
    return tuple(
        TruePerson(span, count, tuple(some)) for span, count, some in zip(truth.spans, visible, seen, strict=True)
    )


def _seen(frame: SampledFrame, face_id: int, sighting: FaceObservation, span: tuple[float, float] | None) -> SeenPerson:
    forged = span is not None and span[0] <= frame.seconds < span[1]
    return SeenPerson(frame.seconds, face_id, sighting.fake_score, sighting.decision.verdict, forged)


def _greedy_matches(boxes: Sequence[Box | None], found: Sequence[Box]) -> dict[int, int]:
    """Person → sighting, each at most once, the nearest first."""
    near = [
        (iou(box, other), number, place)
        for number, box in enumerate(boxes)
        for place, other in enumerate(found)
        if box is not None and iou(box, other) >= MATCH_IOU
    ]
    pairs: dict[int, int] = {}
    for _, number, place in sorted(near, reverse=True):
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    return pairs
