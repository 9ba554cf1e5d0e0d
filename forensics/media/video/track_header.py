"""What a container says of its picture and libavformat does not hand on to PyAV: what is cut off its edges, and whether
it is coded for Dolby Vision."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from forensics.media.video.container import open_file

MAX_PARTS = 100_000
"""Parts of a file that are looked at for its header."""

MAX_HEADER_BYTES = 1 << 26
"""Of a header that is read at once."""

DOLBY_VISION = (b"dvcC", b"dvvC", b"dvwC")
"""Names of its configuration, in an MP4 as boxes, in a Matroska as mappings."""

SAMPLE_ENTRY_BYTES = 78
"""Of the fields of a picture's sample entry, before its boxes (ISO/IEC 14496-12, 12.1.3)."""


class Edges(NamedTuple):
    """Pixels that are cut off, before anything is turned or stretched."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


WHOLE = Edges()
"""Nothing is cut off."""


class TrackHeader(NamedTuple):
    """crop: of a picture that is shown in part. dolby_vision: its configuration record, None where there is none."""

    crop: Edges = WHOLE
    dolby_vision: bytes | None = None

    @property
    def has_no_base_layer(self) -> bool:
        """Whether the picture has the right colors in a decoder for Dolby Vision alone, as those of profile 5 and 10.0:
        no other signal is compatible (`dv_bl_signal_compatibility_id` 0)."""
        record = self.dolby_vision
        return record is not None and len(record) >= 5 and record[4] >> 4 == 0

    @property
    def dolby_vision_profile(self) -> int:
        return (self.dolby_vision or bytes(3))[2] >> 1


def track_header(path: Path, media_type: str, number: int) -> TrackHeader:
    """Of the film with this number in the file, from 0; without anything where the file does not say. Raises MediaError
    (`file_missing`)."""
    with open_file(path) as file:
        if media_type in ("video/mp4", "video/quicktime", "video/3gpp"):
            films = _iso_films(file)
        elif media_type in ("video/webm", "video/x-matroska"):
            films = _matroska_films(file)
        else:
            return TrackHeader()
        return next((film for place, film in enumerate(films) if place == number), TrackHeader())


def _iso_films(file: BinaryIO) -> Iterator[TrackHeader]:
    for name, start, size in _parts(file, 0, _box_head):
        if name == b"moov":
            moov = _content(file, start, size)
            for track in (content for kind, content in _boxes(moov) if kind == b"trak"):
                media = _inside(track, b"mdia")
                if _inside(media, b"hdlr")[8:12] == b"vide":
                    entry = _inside(media, b"minf", b"stbl", b"stsd")[16:]  # after version, count and the entry's head
                    yield _iso_header(entry)
            return


def _iso_header(entry: bytes) -> TrackHeader:
    """entry: of a picture, without its length and name."""
    width, height = int.from_bytes(entry[24:26]), int.from_bytes(entry[26:28])
    found = dict(_boxes(entry[SAMPLE_ENTRY_BYTES:]))
    record = next((found[name] for name in DOLBY_VISION if name in found), None)
    return TrackHeader(_clean_aperture(found.get(b"clap", b""), width, height), record)


def _clean_aperture(box: bytes, width: int, height: int) -> Edges:
    """Of a box `clap`: width, height and the offset of the middle, as fractions (ISO/IEC 14496-12, 12.1.4)."""
    values = [int.from_bytes(box[at : at + 4], signed=True) for at in range(0, 32, 4)] if len(box) >= 32 else [0] * 8
    if not all(values[1::2]):
        return WHOLE
    wide, high, right, down = (top / bottom for top, bottom in zip(values[::2], values[1::2], strict=True))
    left, top = (width - wide) / 2 + right, (height - high) / 2 + down
    return _valid(
        Edges(*(round(edge) for edge in (left, top, width - wide - left, height - high - top))), width, height
    )


def _valid(edges: Edges, width: int, height: int) -> Edges:
    """The edges, none where they leave nothing of the picture or lie outside of it."""
    left = width - edges.left - edges.right
    return edges if min(edges) >= 0 and left > 0 and height - edges.top - edges.bottom > 0 else WHOLE


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents of the boxes, one after the other, in a part of an MP4."""
    at = 0
    while at + 8 <= len(content):
        name, head, size = _box_head(content[at : at + 16])
        if size < 0:
            return
        yield name, content[at + head : at + head + size]
        at += head + size


def _inside(content: bytes, *names: bytes) -> bytes:
    """The first box of the first name, in it that of the next…; empty where there is none."""
    for name in names:
        content = next((inner for kind, inner in _boxes(content) if kind == name), b"")
    return content


def _box_head(head: bytes) -> tuple[bytes, int, int]:
    """Name of a box, bytes of its head and of what follows; negative where it goes to the end or is none."""
    size, name = int.from_bytes(head[:4]), head[4:8]
    return (name, 16, int.from_bytes(head[8:16]) - 16) if size == 1 else (name, 8, size - 8)


def _matroska_films(file: BinaryIO) -> Iterator[TrackHeader]:
    _, start, size = next(_parts(file, 0, _element_head), (b"", 0, 0))
    _, begins, _ = next(_parts(file, start + size, _element_head), (b"", 0, 0))
    for name, start, size in _parts(file, begins, _element_head):
        if name == b"\x16\x54\xae\x6b":  # Tracks
            for kind, entry in _elements(_content(file, start, size)):
                track = dict(_elements(entry)) if kind == b"\xae" else {}
                if track.get(b"\x83") == b"\x01":  # TrackType is that of a film
                    yield _matroska_header(entry, dict(_elements(track.get(b"\xe0", b""))))
            return


def _matroska_header(entry: bytes, video: dict[bytes, bytes]) -> TrackHeader:
    """entry: TrackEntry; video: the elements of its Video (RFC 9559, 5.1.4.1.28)."""
    width, height, *edges = (
        int.from_bytes(video.get(name, b""))
        for name in (b"\xb0", b"\xba", b"\x54\xcc", b"\x54\xbb", b"\x54\xdd", b"\x54\xaa")
    )
    mappings = [dict(_elements(content)) for name, content in _elements(entry) if name == b"\x41\xe4"]
    records = [one.get(b"\x41\xed") for one in mappings if one.get(b"\x41\xe7", b"").lstrip(b"\0") in DOLBY_VISION]
    return TrackHeader(_valid(Edges(*edges), width, height), next(iter(records), None))


def _elements(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents of the EBML elements, one after the other."""
    at = 0
    while at < len(content):
        name, head, size = _element_head(content[at : at + 16])
        if size < 0:
            return
        yield name, content[at + head : at + head + size]
        at += head + size


def _element_head(head: bytes) -> tuple[bytes, int, int]:
    """Name of an EBML element (RFC 8794, 4 to 6), bytes of its head and of what follows; negative where that is not
    known or this is none."""
    wide = 9 - head[0].bit_length() if head else 9
    long = 9 - head[wide].bit_length() if wide < 5 and len(head) > wide else 9
    value = int.from_bytes(head[wide : wide + long]) & ((1 << 7 * long) - 1)
    known = long < 9 and value != (1 << 7 * long) - 1
    return head[:wide], wide + long, value if known else -1


def _parts(
    file: BinaryIO, at: int, parse: Callable[[bytes], tuple[bytes, int, int]]
) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of what follows the head of each part of the file, from here on. One whose size is not known
    is the last."""
    for _ in range(MAX_PARTS):
        file.seek(at)
        head = file.read(16)
        name, length, size = parse(head)
        if len(head) < 8:
            return
        yield name, at + length, size if size >= 0 else MAX_HEADER_BYTES
        if size < 0:
            return
        at += length + size


def _content(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(min(size, MAX_HEADER_BYTES))
