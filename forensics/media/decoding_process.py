"""The functions of forensics/media/image.py for files of others: the same answers, from a bounded process of its own.
Where the system has no such processes (Windows), the functions are those of image.py."""

import hashlib
from dataclasses import replace

from forensics.error_codes import MediaCode
from forensics.errors import MediaError
from forensics.formatting import display_name
from forensics.io.serialization import encode
from forensics.media import image
from forensics.media.bounded_process import HAS_PROCESSES, BoundedProcesses, decoding_limit, media_error
from forensics.media.decoding_worker import Reply, Request
from forensics.types.analysis import Frame, ImageFile

COMMAND = ("-m", "forensics.media.decoding_worker")

PROCESSES = BoundedProcesses(COMMAND)
"""Those of this program."""


def probe_image(content: bytes, name: str) -> ImageFile:
    """As image.probe_image. Raises MediaError, also: `decoding_too_long`, `decoding_memory`, `decoder_crashed`,
    `no_decoder`."""
    if not HAS_PROCESSES:
        return image.probe_image(content, name)
    image.check_file_size(len(content))
    name = display_name(name)
    media = _ask(name, None, content).media
    if media is None:
        raise MediaError(MediaCode.DECODER_CRASHED)
    return replace(media, name=name, content=content, sha256=hashlib.sha256(content).hexdigest())


def decode_image(media: ImageFile) -> Frame:
    """As image.decode_image. Raises MediaError, as `probe_image` here."""
    if not HAS_PROCESSES:
        return image.decode_image(media)
    frame = _ask(media.name, replace(media, content=b""), media.content).frame
    if frame is None:
        raise MediaError(MediaCode.DECODER_CRASHED)
    return frame


def _ask(name: str, media: ImageFile | None, content: bytes) -> Reply:
    """Raises MediaError, SettingsError."""
    limit = decoding_limit()
    with PROCESSES.lent() as process:
        reply = process.ask(limit, Reply, encode(Request(name, media, *limit)), content)
        if reply.frame is not None and media is not None:
            pixels = process.read_pixels(reply.shape, media.width, media.height)
            reply = replace(reply, frame=replace(reply.frame, pixels=pixels))
    if reply.error is not None:
        raise media_error(reply.error)
    return reply
