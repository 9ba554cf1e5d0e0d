"""Animated WebP and AVIF, which libavformat does not read as videos: rewritten without loss."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

import av
import numpy as np
from av.video.frame import VideoFrame
from PIL.AvifImagePlugin import AvifImageFile
from PIL.Image import Image
from PIL.ImageFile import ImageFile
from PIL.WebPImagePlugin import WebPImageFile

from forensics.media.bounded_worker import renew_time_limit
from forensics.media.video.limits import VideoLimits, check_pixels

READERS = {"image/webp-sequence": WebPImageFile, "image/avif-sequence": AvifImageFile}
"""Media type → Pillow's reader."""

CODECS = {"image/webp-sequence": "webp", "image/avif-sequence": "av1"}
"""How their pictures are coded."""

MILLISECOND = Fraction(1, 1000)

FORMAT = "matroska"
"""Of the file that is written: it keeps milliseconds and transparency."""


@contextmanager
def rewritten(path: Path, media_type: str, limits: VideoLimits) -> Iterator[BinaryIO]:
    """The frames up to the limit of time as a video (FFV1) in a temporary file. Raises MediaError (`too_many_pixels`),
    and what Pillow and libavcodec raise on damaged data: OSError, ValueError, SyntaxError, EOFError, FFmpegError."""
    with READERS[media_type](path) as pictures, TemporaryFile() as target:
        check_pixels(*pictures.size, limits)
        with av.open(target, "w", format=FORMAT) as container:
            stream = container.add_stream("ffv1", rate=1000)
            stream.width, stream.height, stream.pix_fmt = *pictures.size, "bgra"
            stream.codec_context.time_base = stream.time_base = MILLISECOND
            for start, duration, picture in _frames(pictures):
                if start >= 1000 * limits.seconds:
                    break
                frame = VideoFrame.from_ndarray(np.asarray(picture), format="rgba").reformat(format="bgra")
                frame.pts, frame.time_base = start, MILLISECOND
                for packet in stream.encode(frame):  # one, for no frame of FFV1 needs another
                    packet.duration = duration
                    container.mux(packet)
            container.mux(stream.encode())
        target.seek(0)
        yield target


def _frames(pictures: ImageFile) -> Iterator[tuple[int, int, Image]]:
    """When each is shown and for how long, in milliseconds, and the picture as RGBA."""
    start = 0
    for number in range(getattr(pictures, "n_frames", 1)):
        renew_time_limit()
        pictures.seek(number)
        pictures.load()
        duration = max(1, round(pictures.info.get("duration", 1)))
        yield start, duration, pictures.convert("RGBA")
        start += duration
