"""What happens to files of every declaration, container and fault: docs/files.md, made from the files of the tests.

python -m docs.file_table
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.io.atomic_write import atomic_write
from forensics.measurements import dataset_names, results
from forensics.measurements.metrics import Metric
from forensics.media.image import decode_image, probe_image
from forensics.media.video.decoding_process import open_frames, probe
from forensics.messages.catalogue import sentence

ROOT = Path(__file__).parents[1]
PATH = ROOT / "docs" / "files.md"

HEADER = """# What happens to a file

Made by `python -m docs.file_table` from the files that the tests build; a test says when it is old. A file that is read
has the notes that the page, the JSON document and the report show; one that is not has its sentence.

## In which order colors are obeyed

1. The code points of a PNG (`cICP`), which come before a profile by its standard (third edition, 4.3).
2. An ICC profile that can be read and fits the colors of the picture.
3. The code points of a HEIC or an AVIF (`nclx`).
4. PNG's `sRGB`, or its `gAMA` and `cHRM`.
5. EXIF: `ColorSpace` 2, or the interoperability index `R03`, is Adobe RGB.
6. Nothing of these: sRGB.

High dynamic range (PQ, HLG) is toned as in videos. Of the rows *colors and faults that browsers share* headless
Chromium shows the same pixels, up to three levels of 255. libvips and ImageMagick read the same, up to two, of these
and of 16 files of further modes, depths and senses, but for what they do not know: code points (both), `gAMA` and 8
bits of Lab (libvips). CMYK without a profile looks as ImageMagick shows it; no standard says how it should
(`tests/forensics/media/test_independent_readers.py`).
"""

SITUATION_COLUMNS = (
    *(Metric.FACES_FOUND, Metric.BOX_OVERLAP, Metric.NOT_EVALUATED),
    *(Metric.FALSE_ALARMS, Metric.DETECTED, Metric.SCORE_CHANGE),
)

SITUATIONS_HEADER = """## Faces that are hard to find

How many are found where they are turned, cut by the edge of the picture, behind glass, on posters and screens: of
pictures made from `openforensics-val`, half of them forged, by `python -m forensics benchmark situations`. A face is
found where a find overlaps its known place (intersection over union of 0.4 or more). Intervals are 95 %
(Clopper-Pearson). *Not evaluated* are shares of those found; *untouched called* and *forged called* are shares called
manipulated of those evaluated; the last column is by how much scores lie apart, on average, from those of the same
faces in the picture as it is. Frames of videos are searched for turned faces only where none is surely upright.

| situation | found | overlap | not evaluated | untouched called | forged called | change of the score |
|---|---|---|---|---|---|---|"""


def main() -> None:
    """The program."""
    atomic_write(PATH, file_table().encode("utf-8"))


def file_table() -> str:
    """The whole page, in Markdown."""
    sys.path.insert(0, str(ROOT / "tests" / "fixtures"))
    from declared_pictures import DECLARED, NOTED, REFUSED  # noqa: PLC0415, only tests have them
    from declared_videos import VIDEOS  # noqa: PLC0415

    parts = [HEADER]
    for title, pictures in (
        ("Pictures: colors and faults that browsers share", DECLARED),
        ("Pictures that are read with a note", NOTED),
        ("Pictures that are not read", REFUSED),
    ):
        parts.append(_table(title, [(name, _picture(make())) for name, make in pictures.items()]))
    with TemporaryDirectory() as folder:
        rows = []
        for number, (name, make) in enumerate(VIDEOS.items()):
            place = Path(folder, str(number))
            place.mkdir()
            rows.append((name, _video(make(place))))
    parts.append(_table("Videos", rows))
    parts.append(situation_table())
    return "\n".join(parts)


def situation_table() -> str:
    """What the result file says of faces that are hard to find."""
    figures = {(figure.name, figure.data): figure for figure in results.read_results("situations_telltale")}
    lines = [SITUATIONS_HEADER]
    for situation in (data for name, data in figures if name == Metric.FACES_FOUND):
        found, *others = (figures.get((name, situation)) for name in SITUATION_COLUMNS)
        assert found is not None
        cells = ["—" if one is None or not one.n else f"{one.value:.2f}" for one in others]
        place = situation.removeprefix(dataset_names.situation(""))
        share = f"{round(found.value * found.n)} of {found.n} [{found.low:.2f}, {found.high:.2f}]"
        lines.append("| " + " | ".join([place, share, *cells]) + " |")
    return "\n".join([*lines, ""])


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"## {title}", "", "| file | what happens |", "|---|---|"]
    return "\n".join([*lines, *(f"| {name} | {said} |" for name, said in rows), ""])


def _picture(content: bytes) -> str:
    try:
        media = probe_image(content, "a")
        decode_image(media)
    except MediaError as error:
        return f"not read (`{error.code}`): {error}"
    return _said(media.notes)


def _video(path: Path) -> str:
    try:
        video = probe(path, "a", "0" * 64)
        with open_frames(video) as stream:
            frames = sum(1 for _ in stream)
            notes = [*video.notes, *([stream.ended] if stream.ended else [])]
    except MediaError as error:
        return f"not read (`{error.code}`): {error}"
    start = f", from {float(video.start):g} s" if video.start else ""
    return f"{frames} frames{start}; {_said(notes)}"


def _said(notes: Sequence[Fact]) -> str:
    return " ".join(["read" + "." * bool(notes), *map(sentence, notes)])


if __name__ == "__main__":
    main()
