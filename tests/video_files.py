"""Video files of every kind that is read, made for a test: a texture that moves two pixels a frame."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from numpy.typing import NDArray

RATE = 25
GROUPS = {"g": "10", "preset": "ultrafast", "bf": "2", "b-adapt": "0"}
OPEN_GROUPS = {"preset": "ultrafast", "x264-params": "open-gop=1:keyint=10:bframes=3:b-adapt=0:scenecut=0"}

KINDS = {
    "b-frames.mp4": ("libx264", "yuv420p", GROUPS),
    "open-groups.mp4": ("libx264", "yuv420p", OPEN_GROUPS),
    "clip.mov": ("libx264", "yuv420p", GROUPS),
    "clip.3gp": ("mpeg4", "yuv420p", {"g": "10"}),
    "clip.webm": ("libvpx-vp9", "yuv420p", {"g": "10", "cpu-used": "8", "deadline": "realtime"}),
    "open-groups.mkv": ("libx264", "yuv420p", OPEN_GROUPS),
    "clip.avi": ("mpeg4", "yuv420p", {"g": "10"}),
    "b-frames.avi": ("libx264", "yuv420p", GROUPS),
    "clip.gif": ("gif", "rgb8", {}),
}
"""Name → codec, pixel format, options of the codec."""


def texture(count: int, width: int = 96, height: int = 64) -> list[NDArray[np.uint8]]:
    """Frames (height, width, 3) uint8 RGB."""
    noise = np.random.default_rng(0).integers(0, 255, (height, width + 2 * count, 3), np.uint8)
    scene = cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 2), None, 0, 255, cv2.NORM_MINMAX)
    return [np.ascontiguousarray(scene[:, 2 * n : 2 * n + width]) for n in range(count)]


def write_video(
    path: Path,
    frames: Sequence[NDArray[np.uint8]] | None = None,
    codec: str = "libx264",
    pix_fmt: str = "yuv420p",
    options: dict[str, str] | None = None,
    *,
    times: Sequence[int] | None = None,
    unit: Fraction = Fraction(1, RATE),
    turned: float | None = None,
    mirrored: bool = False,
    aspect: Fraction | None = None,
) -> Path:
    """frames: thirty of texture() where none are given. times: of the frames, in `unit`; one after the other where none
    are given. turned: degrees counterclockwise that the file says."""
    frames = texture(30) if frames is None else frames
    height, width = frames[0].shape[:2]
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE, options=options or {})
        stream.width, stream.height, stream.pix_fmt = width, height, pix_fmt
        stream.codec_context.time_base = unit
        if aspect is not None:
            stream.codec_context.sample_aspect_ratio = aspect
        if turned is not None:
            stream.set_display_rotation(turned, mirrored)
        for time, pixels in zip(times or range(len(frames)), frames, strict=True):
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format=pix_fmt)
            frame.pts, frame.time_base = time, unit
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def write_kind(folder: Path, name: str) -> Path:
    """One of KINDS."""
    codec, pix_fmt, options = KINDS[name]
    return write_video(folder / name, None, codec, pix_fmt, options)


def write_sound(path: Path, cover: bool = False) -> Path:
    """Half a second of silence, with cover art where that is asked for."""
    with av.open(str(path), "w") as container:
        sound = container.add_stream("aac", rate=8000)
        art = container.add_stream("mjpeg", rate=1) if cover else None
        if art is not None:
            art.width, art.height, art.pix_fmt = 16, 16, "yuvj420p"
            art.disposition = av.stream.Disposition.attached_pic
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4000), np.float32), format="fltp", layout="mono")
        silence.sample_rate, silence.pts = 8000, 0
        container.mux(sound.encode(silence) + sound.encode(None))
        if art is not None:
            picture = av.VideoFrame(16, 16, "yuvj420p")
            picture.pts = 0
            container.mux(art.encode(picture) + art.encode(None))
    return path


def copied(source: Path, target: Path, options: dict[str, str]) -> Path:
    """The same packets in another container, written with these options."""
    with av.open(str(source)) as reader, av.open(str(target), "w", options=options) as writer:
        stream = writer.add_stream_from_template(reader.streams.video[0])
        for packet in reader.demux(reader.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                writer.mux(packet)
    return target
