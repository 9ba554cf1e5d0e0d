"""Make the sample videos and their entries in the manifest: `python -m sample_media.make_videos`.

The two portraits of `make_samples.py` set in motion, with this project's own forgeries between known seconds. The same
versions of the packages give the same frames.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import matplotlib
from skimage.data import astronaut

from forensics.io.atomic_write import atomic_write
from forensics.media.image import decode_image, probe_image
from forensics.synthesis.families import FAMILIES
from forensics.synthesis.forgery import FaceImage
from forensics.synthesis.multi_person_video import LabeledFrame, cut_between, side_by_side, tile_size
from forensics.synthesis.still_animation import animate_still, camera_path, framing_transform
from forensics.synthesis.video_forging import ForgedFrame, forge_video
from forensics.synthesis.video_writer import write_clip
from sample_media.make_samples import BOTH, FOLDER, LICENCE, portrait

RATE = Fraction(25)

GRAIN = 1.5
"""Noise of the camera in gray levels: a still shot at ISO 100 has about as much."""

FACE = {1: 0.58, 2: 0.45}
"""Height of a face over that of its picture, by the number of people in it: the portraits fill the picture."""


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds between which a person is forged."""

    start: float
    end: float


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One person of a video. path: seed of the camera's. family, seed: of the forgery, for which the other person's
    face is borrowed; span: None where nothing is forged."""

    person: str
    path: int
    family: str = "identity_swap"
    seed: int = 0
    span: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class VideoSample:
    """A sample video before it is made. scenes: its frames, from its parts' frames, in which person n is part n."""

    file: str
    title: str
    how: str
    seconds: int
    crf: int
    width: int
    height: int
    parts: tuple[Part, ...]
    scenes: Callable[["VideoSample", list[Iterator[FaceImage]]], Iterator[LabeledFrame]]


def _in_tiles(sample: VideoSample, people: list[Iterator[FaceImage]]) -> Iterator[LabeledFrame]:
    return side_by_side(people, sample.width, sample.height)


def _in_turn(sample: VideoSample, people: list[Iterator[FaceImage]]) -> Iterator[LabeledFrame]:
    shots = [side_by_side([person], sample.width, sample.height) for person in people]
    return cut_between(shots, round(1.5 * RATE))


SAMPLES = (
    VideoSample(
        file="forged-between.mp4",
        title="One person, forged for two and a half of seven seconds",
        how="Hopper's portrait under a moving camera; from 2.5 to 5 seconds Collins's inner face is laid over hers.",
        seconds=7,
        crf=23,
        width=640,
        height=480,
        parts=(Part("Hopper", 3, "identity_swap", 2, Span(2.5, 5)),),
        scenes=_in_tiles,
    ),
    VideoSample(
        file="two-people.mp4",
        title="Two people, one of them forged",
        how="Both portraits under moving cameras; into Hopper's face Collins's inner face is spliced throughout.",
        seconds=6,
        crf=23,
        width=960,
        height=540,
        parts=(Part("Collins", 5), Part("Hopper", 6, "splice", 1, Span(0, 6))),
        scenes=_in_tiles,
    ),
    VideoSample(
        file="cut-back.mp4",
        title="Cut back and forth, one person forged, strongly compressed",
        how="Both portraits in turn for 1.5 seconds; Collins's inner face is laid over Hopper's. H.264 at crf 40.",
        seconds=6,
        crf=40,
        width=640,
        height=480,
        parts=(Part("Collins", 8), Part("Hopper", 9, "identity_swap", 2, Span(0, 6))),
        scenes=_in_turn,
    ),
)


def portraits() -> dict[str, FaceImage]:
    """The two people, by name."""
    hopper = Path(matplotlib.get_data_path(), "sample_data", "grace_hopper.jpg").read_bytes()
    pictures = {"Collins": astronaut(), "Hopper": decode_image(probe_image(hopper, "grace_hopper.jpg")).pixels}
    found = {name: portrait(pixels, b"") for name, pixels in pictures.items()}
    return {name: FaceImage(one.pixels, one.mesh) for name, one in found.items()}


def forged(sample: VideoSample, part: Part, people: dict[str, FaceImage]) -> Iterator[ForgedFrame]:
    """The frames of one person, in the size of its part of the picture."""
    count = len(sample.parts) if sample.scenes is _in_tiles else 1
    width, height = tile_size(count, sample.width, sample.height)
    still = people[part.person]
    path = camera_path(round(sample.seconds * RATE), RATE, part.path)
    frames = animate_still(
        still, framing_transform(still, width, height, FACE[count]), width, height, path, GRAIN, part.path
    )
    donors = [sitter for name, sitter in people.items() if name != part.person]
    span = part.span or Span(0, 0)
    return forge_video(frames, RATE, FAMILIES[part.family], donors, part.seed, span.start, span.end)


def scenes(sample: VideoSample) -> Iterator[LabeledFrame]:
    """The frames of a sample, one at a time."""
    people = portraits()
    return sample.scenes(sample, [(frame.face for frame in forged(sample, part, people)) for part in sample.parts])


def manifest_entry(sample: VideoSample) -> dict:
    """What the manifest says of the file as it lies in the folder. boxes: of each person in the first frame in which
    the person is seen."""
    content = (FOLDER / sample.file).read_bytes()
    spans = [[] if part.span is None else [[part.span.start, part.span.end]] for part in sample.parts]
    return {
        "file": sample.file,
        "title": sample.title,
        "sha256": hashlib.sha256(content).hexdigest(),
        "width": sample.width,
        "height": sample.height,
        "seconds": sample.seconds,
        "frame_rate": str(RATE),
        "crf": sample.crf,
        "origin": BOTH,
        "licence": LICENCE,
        "how": sample.how,
        "people": [
            {"face_id": number, "first_box": list(box), "manipulated": span}
            for number, (box, span) in enumerate(zip(_first_boxes(sample), spans, strict=True), start=1)
        ],
    }


def _first_boxes(sample: VideoSample) -> list:
    first: dict[int, tuple] = {}
    for scene in scenes(sample):
        for number, box in enumerate(scene.boxes):
            if box is not None:
                first.setdefault(number, box)
        if len(first) == len(sample.parts):
            break
    return [first[number] for number in range(len(sample.parts))]


def main() -> None:
    """Write every video, and their entries into the manifest beside those of the pictures."""
    for sample in SAMPLES:
        write_clip(FOLDER / sample.file, (scene.pixels for scene in scenes(sample)), RATE, sample.crf)
    manifest = FOLDER / "manifest.json"
    document = json.loads(manifest.read_text(encoding="utf-8"))
    document["videos"] = [manifest_entry(sample) for sample in SAMPLES]
    atomic_write(manifest, json.dumps(document, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
