"""Sound files from which broken ones are made: small, and made by code, so that they are the same everywhere."""

import io
import zlib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import av
import msgspec
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pillow_heif import from_pillow

from forensics.export.image_document import analysis_document, file_entry, to_json
from forensics.facts import Fact
from forensics.fuzzing.mutations import json_bytes
from forensics.io.serialization import encode
from forensics.storage.checkpoints import KeptPhotograph, KeptVideo
from forensics.synthesis.video_writer import STEADY
from forensics.types.analysis import AnalysisSettings, Box, ImageFile, ImageResult, Skipped
from forensics.types.model_card import card_to_dict, read_card
from forensics.types.reasons import SkippedCode
from forensics.types.video import SampledFrame, VideoFile, VideoResult

Kind = Literal["picture", "video", "card", "document", "photograph-record", "video-record"]

CARD_FILE = Path(__file__).parents[1] / "weights" / "telltale.json"

WIDTH, HEIGHT, FRAMES = 48, 32, 6

PICTURES: Mapping[str, tuple[str, str, dict[str, Any]]] = {
    "baseline.jpg": ("RGB", "JPEG", {"exif": b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"}),
    "progressive.jpg": ("RGB", "JPEG", {"progressive": True}),
    "cmyk.jpg": ("CMYK", "JPEG", {}),
    "color.png": ("RGB", "PNG", {}),
    "palette.png": ("P", "PNG", {"transparency": 0}),
    "deep.png": ("I;16", "PNG", {}),
    "lossy.webp": ("RGB", "WEBP", {}),
    "lossless.webp": ("RGBA", "WEBP", {"lossless": True}),
    "lzw.tif": ("RGB", "TIFF", {"compression": "tiff_lzw"}),
    "float.tif": ("F", "TIFF", {"compression": "tiff_deflate"}),
    "plain.bmp": ("RGB", "BMP", {}),
}
"""Name → mode, format and options of Pillow."""

VIDEOS = {
    "h264.mp4": ("libx264", "yuv420p"),
    "h264.mkv": ("libx264", "yuv420p"),
    "vp9.webm": ("libvpx-vp9", "yuv420p"),
    "mpeg4.avi": ("mpeg4", "yuv420p"),
    "colors.gif": ("gif", "rgb8"),
}
"""Name → codec and pixel format of FFmpeg."""


@cache
def seeds(kind: Kind) -> Mapping[str, bytes]:
    """Sound files of a kind by their names."""
    if kind == "picture":
        return {name: _picture(name) for name in PICTURES} | {"hevc.heic": _heic()}
    if kind == "video":
        return {name: _video(name) for name in VIDEOS}
    if kind == "card":
        return {"card.json": json_bytes(card_to_dict(read_card(CARD_FILE)))}
    if kind == "document":
        found = _photograph()
        document = analysis_document(found.card, found.settings, found.versions, [file_entry(found)])
        return {"document.json": to_json(document).encode()}
    kept = KeptVideo("", _film()) if kind == "video-record" else KeptPhotograph("", _photograph())
    return {"record": zlib.compress(encode(kept))}


def record_values(content: bytes) -> Any:
    """What a record holds, as plain values."""
    return msgspec.msgpack.decode(zlib.decompress(content))


def _pixels(shift: int = 0) -> NDArray[np.uint8]:
    """(HEIGHT, WIDTH, 3): slopes and an edge."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    edge = np.where(x > WIDTH // 2 + shift, 200, 30)
    return np.stack([x * 5 % 256, y * 8 % 256, edge], axis=2).astype(np.uint8)


def _picture(name: str) -> bytes:
    mode, file_format, options = PICTURES[name]
    picture = Image.fromarray(_pixels())
    if mode == "I;16":
        picture = Image.fromarray(_pixels()[:, :, 0].astype(np.uint16) * 257)
    stream = io.BytesIO()
    (picture if mode == "I;16" else picture.convert(mode)).save(stream, file_format, **options)
    return stream.getvalue()


def _heic() -> bytes:
    stream = io.BytesIO()
    from_pillow(Image.fromarray(_pixels())).save(stream)
    return stream.getvalue()


def _video(name: str) -> bytes:
    codec, pixel_format = VIDEOS[name]
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        with av.open(str(path), "w") as container:
            options = {"threads": "1", "x264-params": STEADY} if codec == "libx264" else {"threads": "1"}
            stream: Any = container.add_stream(codec, rate=Fraction(10), options=options)  # a video's, by its codec
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, pixel_format
            for number in range(FRAMES):
                container.mux(stream.encode(av.VideoFrame.from_ndarray(_pixels(number), format="rgb24")))
            container.mux(stream.encode())
        return path.read_bytes()


def _photograph() -> ImageResult:
    media = ImageFile("a.png", "image", b"", "0" * 64, "image/png", WIDTH, HEIGHT)
    skipped = (Skipped(Fact(SkippedCode.AMONG_THE_WEAKEST, {"most": 1}), Box(1, 2, 3, 4)),)
    return ImageResult(media, read_card(CARD_FILE), AnalysisSettings(), (), skipped, {"telltale": "0"}, _pixels())


def _film() -> VideoResult:
    rate = Fraction(30000, 1001)
    video = VideoFile("a.mp4", Path("a.mp4"), "0" * 64, "video/mp4", 9, WIDTH, HEIGHT, Fraction(1), rate, 6, "h264")
    frames = tuple(SampledFrame(number, number, float(number), 0) for number in range(3))
    return VideoResult(
        video, read_card(CARD_FILE), AnalysisSettings(), (), frames, (1.0,), (), 0, None, {"telltale": "0"}
    )
