"""The made videos of the benchmark: what is in each, and its truth, written once and found again by name."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forensics.fitting.video_people import RATE, People, Shot
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

FORGERIES_EACH = 2
"""Forged versions of a person who is alone, beside the untouched one; the families take turns."""

FORGED_PEOPLE = 30
"""People of a kind who are forged; the others are untouched alone. A forgery takes the longest to make."""

REPEATS = 5
"""Videos of every kind with several people, and of every number of them side by side."""

SECONDS = 6.0
"""Of photographs set in motion."""

FORGED_SHARE = (0.4, 0.6)
"""Of a clip, in one piece; untouched seconds are left before and after it."""

TILE = (240, 270)
"""Width and height that a photograph fills beside others and in shots that are cut together: little more than what
those of LFW have."""

PICTURES = {2: (480, 270), 4: (480, 540), 8: (960, 540)}
"""Width and height of the picture, by the number of people side by side."""

SHOT_SECONDS = 1.5
"""Between cuts."""


@dataclass(frozen=True, slots=True)
class Case:
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


class Truth(NamedTuple):
    """spans: of each person the seconds between which it is forged. boxes: of each frame, where each person's face is;
    None where it is not seen. rate: frames a second."""

    rate: Fraction
    spans: tuple[tuple[float, float] | None, ...]
    boxes: tuple[tuple[Box | None, ...], ...]


def cases(people: People) -> list[Case]:
    """All videos of a part, those with one person first."""
    found = [*_alone("talking heads", list(people.clips)), *_alone("stills in motion", list(people.stills))]
    found += _together(list(people.stills))
    return [replace(case, crf=crf) for case in found for crf in CRFS]


def _alone(kind: Kind, names: Sequence[str]) -> Iterator[Case]:
    for number, name in enumerate(names):
        yield Case(kind, (name,), None, "", number, CRFS[0])
        for turn in range(FORGERIES_EACH if number < FORGED_PEOPLE else 0):
            family = STEADY_FAMILIES[(FORGERIES_EACH * number + turn) % len(STEADY_FAMILIES)]
            yield Case(kind, (name,), 0, family, number, CRFS[0])


def _together(names: Sequence[str]) -> Iterator[Case]:
    """Untouched people, and one of them forged where they stand side by side."""
    for repeat in range(REPEATS):
        turned = [*names[2 * repeat :], *names[: 2 * repeat]]
        for count in (2, 4, 8):
            yield Case("side by side", tuple(turned[:count]), repeat % count, STEADY_FAMILIES[repeat], repeat, CRFS[0])
        for kind in TOGETHER[1:]:
            yield Case(kind, tuple(turned[:2]), None, "", repeat, CRFS[0])


def made(case: Case, people: People, folder: Path) -> tuple[Path, Truth]:
    """The video's file and its truth; made where they are not in `folder` yet."""
    video, truth = folder / f"{case.name}.mp4", folder / f"{case.name}.json"
    if not truth.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        rate, spans, scenes = _staged(case, people)
        boxes: list[tuple[Box | None, ...]] = []
        write_clip(video, _pixels(scenes, boxes), rate, case.crf)
        atomic_write(truth, json.dumps({"rate": str(rate), "spans": spans, "boxes": boxes}))
    return video, _read(truth)


def _read(path: Path) -> Truth:
    kept = json.loads(path.read_text())
    boxes = tuple(tuple(None if box is None else Box(*box) for box in frame) for frame in kept["boxes"])
    spans = tuple(None if span is None else (span[0], span[1]) for span in kept["spans"])
    return Truth(Fraction(kept["rate"]), spans, boxes)


def _pixels(scenes: Iterator[LabeledFrame], boxes: list[tuple[Box | None, ...]]) -> Iterator[np.ndarray]:
    """The pictures, while where everybody is goes into `boxes`."""
    for scene in scenes:
        boxes.append(scene.boxes)
        yield scene.pixels


def _staged(case: Case, people: People) -> tuple[Fraction, list[tuple[float, float] | None], Iterator[LabeledFrame]]:
    """Frames a second, the spans, and the frames."""
    shots = [_shot(case, people, number) for number in range(len(case.people))]
    spans = [_span(case, shot) if number == case.forged else None for number, shot in enumerate(shots)]
    donors = people.others(case.people)
    faces = [_forged(shot, span, case, donors) if span else shot.faces for shot, span in zip(shots, spans, strict=True)]
    return shots[0].rate, spans, _scenes(case, shots[0].count, faces)


def _shot(case: Case, people: People, number: int) -> Shot:
    if case.kind == "talking heads":
        return people.talking(case.people[number])
    size = None if case.kind in ("crossing", *ALONE) else TILE
    return people.moving(case.people[number], SECONDS, 100 * case.seed + number, size)


def _span(case: Case, shot: Shot) -> tuple[float, float]:
    """Where one person is alone, seconds inside the clip, drawn by the seed; otherwise the whole clip."""
    seconds = float(shot.count / shot.rate)
    if case.kind not in ALONE:
        return 0.0, seconds
    generator = np.random.default_rng([case.seed, STEADY_FAMILIES.index(case.family)])
    share = generator.uniform(*FORGED_SHARE)
    start = generator.uniform(0.15, 0.85 - share)
    return round(start * seconds, 2), round((start + share) * seconds, 2)


def _forged(shot: Shot, span: tuple[float, float], case: Case, donors: Sequence[FaceImage]) -> Iterator[FaceImage]:
    frames = forge_video(shot.faces, shot.rate, FAMILIES[case.family].forge, donors, case.seed, *span)
    return (frame.face for frame in frames)


def _scenes(case: Case, count: int, faces: Sequence[Iterator[FaceImage]]) -> Iterator[LabeledFrame]:
    if case.kind == "crossing":
        return cross_paths(faces[0], faces[1], count)
    if case.kind == "behind a bar":
        return with_occluding_bar(side_by_side(faces, *PICTURES[len(faces)]), count)
    if case.kind == "cut back":
        return cut_between([_alone_in_picture(face) for face in faces], round(SHOT_SECONDS * RATE))
    if len(faces) == 1:
        return _alone_in_picture(faces[0])
    return side_by_side(faces, *PICTURES[len(faces)])


def _alone_in_picture(faces: Iterator[FaceImage]) -> Iterator[LabeledFrame]:
    """The frames as they are."""
    for face in faces:
        height, width = face.image.shape[:2]
        yield LabeledFrame(face.image, (landmark_box(face.mesh, width, height),))
