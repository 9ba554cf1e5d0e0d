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
    return "\n".join(parts)


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
