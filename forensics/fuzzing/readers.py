"""What is done with a broken file: the ways by which such files come into Telltale. Runs in a process of its own.

An error that is raised on purpose is an answer. Anything else that is raised is a finding.
"""

import socket
import sys
import traceback
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from forensics.errors import TelltaleError
from forensics.export.document_schema import read_document
from forensics.faces.detection import detect_faces, photograph_settings
from forensics.fuzzing.seeds import Kind
from forensics.io.serialization import SerializationError, decode
from forensics.media.bounded_worker import limit_memory, receive, send
from forensics.media.decoding_process import decode_image, probe_image
from forensics.media.video.decoding_process import open_frames, probe
from forensics.storage.checkpoints import CORRUPT_RECORD_ERRORS, KeptPhotograph, KeptVideo
from forensics.types.analysis import AnalysisSettings
from forensics.types.model_card import read_card

MAX_FRAMES = 4
"""Of a video that are decoded."""

MAX_SIDE = 400
"""Faces are looked for in pictures up to here: what a mutation makes of a size would only take time."""


def read(kind: Kind, content: bytes) -> None:
    """Raises TelltaleError, SerializationError: the answers. Anything else is a finding."""
    READERS[kind](content)


def _read_picture(content: bytes) -> None:
    frame = decode_image(probe_image(content, "fuzz"))
    if max(frame.pixels.shape) <= MAX_SIDE:
        detect_faces(frame, photograph_settings(AnalysisSettings()))


def _read_video(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        video = probe(path, "fuzz", "0" * 64)
        with open_frames(video) as stream:
            for frame in islice(stream, MAX_FRAMES):
                frame.to_rgb()


def _read_card(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "card.json"
        path.write_bytes(content)
        read_card(path)


def _read_record(kind: type[KeptPhotograph | KeptVideo]) -> Callable[[bytes], None]:
    def read_one(content: bytes) -> None:
        with suppress(*CORRUPT_RECORD_ERRORS):
            decode(zlib.decompress(content), kind)

    return read_one


READERS: Mapping[Kind, Callable[[bytes], object]] = {
    "picture": _read_picture,
    "video": _read_video,
    "card": _read_card,
    "document": read_document,
    "photograph-record": _read_record(KeptPhotograph),
    "video-record": _read_record(KeptVideo),
}


def serve(connection: int, megabytes: int) -> None:
    """Read what is sent, a kind and a content each, and answer with what was found, nothing where all is well."""
    limit_memory(megabytes)
    with suppress(ConnectionError, EOFError), socket.socket(fileno=connection) as peer:
        while True:
            kind = bytes(receive(peer)).decode()
            content = bytes(receive(peer))
            try:
                read(kind, content)  # type: ignore[arg-type]  # one of the kinds, as it was sent
                found = ""
            except (TelltaleError, SerializationError):
                found = ""
            except BaseException:
                found = traceback.format_exc()
            send(peer, found.encode())


if __name__ == "__main__":
    serve(*map(int, sys.argv[1:]))
