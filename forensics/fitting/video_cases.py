"""The made videos of the benchmark: what is in each, and its truth, written once and found again by name."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forensics.fitting.video_people import FRAME_RATE, People, Shot
from forensics.io.atomic_write import atomic_write
from forensics.measurements.video_names import ALONE, CRFS, TOGETHER, Kind
from forensics.synthesis.families import FAMILIES, STEADY_FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.landmark_tracking import landmark_box
from forensics.synthesis.multi_person_video import (
    LabeledFrame,
    cross_paths,
    cut_between,
    side_by_side,
    with_occluding_bar,
)
from forensics.synthesis.video_forging import forge_video
from forensics.synthesis.video_writer import write_clip
from forensics.types.analysis import Box

FORGERIES_PER_PERSON = 2
"""Forged versions of a person who is alone, beside the untouched one; the families take turns."""

N_FORGED_PERSONS = 30
"""People of a kind who are forged; the others are untouched alone. A forgery takes the longest to make."""

N_REPEATS = 5
"""Videos of every kind with several people, and of every number of them side by side."""

VIDEO_SECONDS = 6.0
"""Length of photographs set in motion."""

FORGED_SHARE = (0.4, 0.6)
"""Smallest and largest share of a clip that is forged, in one piece; untouched seconds are left before and after it."""

TILE_SIZE = (240, 270)
"""Width and height that a photograph fills beside others and in shots that are cut together: little more than what
those of LFW have."""

FRAME_SIZES = {2: (480, 270), 4: (480, 540), 8: (960, 540)}
"""Width and height of the picture, by the number of people side by side."""

SHOT_SECONDS = 1.5
"""Between cuts."""


@dataclass(frozen=True, slots=True)
class VideoCase:
    """A video to be made. people: by their names in the archives, from left to right. forged: which of them, None
    where nobody is; family: of FAMILIES. seed: of the camera and the forgery."""

    kind: Kind
    people: tuple[str, ...]
    forged: int | None
    family: str
    seed: int
    crf: int

    @property
    def name(self) -> str:
        """For files; tells all cases apart."""
        first = self.people[0].replace("/", "-").rsplit(".", 1)[0]
        return f"{self.kind.replace(' ', '-')}_{len(self.people)}_{first}_{self.family or 'untouched'}_{self.crf}"


class VideoTruth(NamedTuple):
    """spans: of each person the seconds between which it is forged. boxes: of each frame, where each person's face is;
    None where it is not seen. rate: frames a second."""

    rate: Fraction
    spans: tuple[tuple[float, float] | None, ...]
    boxes: tuple[tuple[Box | None, ...], ...]


def all_cases(people: People) -> list[VideoCase]:
    """All videos of a part, those with one person first."""
    found = [
        *_single_person_cases("talking heads", list(people.clips)),
        *_single_person_cases("stills in motion", list(people.stills)),
    ]
    found += _group_cases(list(people.stills))
    return [replace(case, crf=crf) for case in found for crf in CRFS]


def _single_person_cases(kind: Kind, names: Sequence[str]) -> Iterator[VideoCase]:
    for number, name in enumerate(names):
        yield VideoCase(kind, (name,), None, "", number, CRFS[0])
        for turn in range(FORGERIES_PER_PERSON if number < N_FORGED_PERSONS else 0):
            family = STEADY_FAMILIES[(FORGERIES_PER_PERSON * number + turn) % len(STEADY_FAMILIES)]
            yield VideoCase(kind, (name,), 0, family, number, CRFS[0])


def _group_cases(names: Sequence[str]) -> Iterator[VideoCase]:
    """Untouched people, and one of them forged where they stand side by side."""
    for repeat in range(N_REPEATS):
        turned = [*names[2 * repeat :], *names[: 2 * repeat]]
        for count in (2, 4, 8):
            yield VideoCase(
                "side by side", tuple(turned[:count]), repeat % count, STEADY_FAMILIES[repeat], repeat, CRFS[0]
            )
        for kind in TOGETHER[1:]:
            yield VideoCase(kind, tuple(turned[:2]), None, "", repeat, CRFS[0])


def make_video(case: VideoCase, people: People, folder: Path) -> tuple[Path, VideoTruth]:
    """The video's file and its truth; made where they are not in `folder` yet."""
    video, truth = folder / f"{case.name}.mp4", folder / f"{case.name}.json"
    if not truth.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        rate, spans, scenes = _stage(case, people)
        boxes: list[tuple[Box | None, ...]] = []
        write_clip(video, _frames_with_boxes(scenes, boxes), rate, case.crf)
        atomic_write(truth, json.dumps({"rate": str(rate), "spans": spans, "boxes": boxes}))
    return video, _read(truth)


def _read(path: Path) -> VideoTruth:
    kept = json.loads(path.read_text())
    boxes = tuple(tuple(None if box is None else Box(*box) for box in frame) for frame in kept["boxes"])
    spans = tuple(None if span is None else (span[0], span[1]) for span in kept["spans"])
    return VideoTruth(Fraction(kept["rate"]), spans, boxes)


def _frames_with_boxes(scenes: Iterator[LabeledFrame], boxes: list[tuple[Box | None, ...]]) -> Iterator[np.ndarray]:
    """The pictures, while where everybody is goes into `boxes`."""
    for scene in scenes:
        boxes.append(scene.boxes)
        yield scene.pixels


def _stage(
    case: VideoCase, people: People
) -> tuple[Fraction, list[tuple[float, float] | None], Iterator[LabeledFrame]]:
    """Frames a second, the spans, and the frames."""
    shots = [_load_shot(case, people, number) for number in range(len(case.people))]
    spans = [_forged_span(case, shot) if number == case.forged else None for number, shot in enumerate(shots)]
    donors = people.donor_faces(case.people)
    faces = [
        _forge(shot, span, case, donors) if span else shot.face_images for shot, span in zip(shots, spans, strict=True)
    ]
    return shots[0].rate, spans, _shot_boundaries(case, shots[0].count, faces)


def _load_shot(case: VideoCase, people: People, number: int) -> Shot:
    if case.kind == "talking heads":
        return people.talking_shot(case.people[number])
    size = None if case.kind in ("crossing", *ALONE) else TILE_SIZE
    return people.moving_shot(case.people[number], VIDEO_SECONDS, 100 * case.seed + number, size)


def _forged_span(case: VideoCase, shot: Shot) -> tuple[float, float]:
    """Where one person is alone, seconds inside the clip, drawn by the seed; otherwise the whole clip."""
    seconds = float(shot.count / shot.rate)
    if case.kind not in ALONE:
        return 0.0, seconds
    generator = np.random.default_rng([case.seed, STEADY_FAMILIES.index(case.family)])
    share = generator.uniform(*FORGED_SHARE)
    start = generator.uniform(0.15, 0.85 - share)
    return round(start * seconds, 2), round((start + share) * seconds, 2)


def _forge(shot: Shot, span: tuple[float, float], case: VideoCase, donors: Sequence[FaceImage]) -> Iterator[FaceImage]:
    frames = forge_video(shot.face_images, shot.rate, FAMILIES[case.family].forge, donors, case.seed, *span)
    return (frame.face for frame in frames)


def _shot_boundaries(case: VideoCase, count: int, faces: Sequence[Iterator[FaceImage]]) -> Iterator[LabeledFrame]:
    if case.kind == "crossing":
        return cross_paths(faces[0], faces[1], count)
    if case.kind == "behind a bar":
        return with_occluding_bar(side_by_side(faces, *FRAME_SIZES[len(faces)]), count)
    if case.kind == "cut back":
        return cut_between([_single_person_frames(face) for face in faces], round(SHOT_SECONDS * FRAME_RATE))
    if len(faces) == 1:
        return _single_person_frames(faces[0])
    return side_by_side(faces, *FRAME_SIZES[len(faces)])


def _single_person_frames(faces: Iterator[FaceImage]) -> Iterator[LabeledFrame]:
    """The frames as they are."""
    for face in faces:
        height, width = face.image.shape[:2]
        yield LabeledFrame(face.image, (landmark_box(face.mesh, width, height),))
