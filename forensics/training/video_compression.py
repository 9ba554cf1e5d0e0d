"""A picture through a video encoder, as one frame that needs no other: what frames of videos have gone through."""

from fractions import Fraction

import cv2
import numpy as np
from numpy.typing import NDArray

CRF_RANGE = (18, 42)
"""Rate factors of the best and the worst picture: about what platforms and messengers use."""

MIN_SIDE = 64
"""Pixels; a smaller picture is repeated at its border first, as HEVC has no use for less than one of its blocks."""

ENCODERS = {
    "h264": ("libx264", {"preset": "veryfast", "tune": "zerolatency"}),
    "hevc": ("libx265", {"preset": "ultrafast", "x265-params": "log-level=none:pools=none:frame-threads=1"}),
}
"""By the decoder's name. One thread each: the cores belong to the network."""


def video_compress(pixels: NDArray[np.uint8], decoder: str, crf: int) -> NDArray[np.uint8]:
    """pixels: (H, W, 3) uint8 RGB; decoder: a name of ENCODERS. Returns the same shape."""
    import av  # noqa: PLC0415, only training needs it here

    height, width = pixels.shape[:2]
    bottom, right = (max(MIN_SIDE, side + side % 2) - side for side in (height, width))  # 4:2:0 wants even sides
    wide = cv2.copyMakeBorder(pixels, 0, bottom, 0, right, cv2.BORDER_REPLICATE)
    name, options = ENCODERS[decoder]
    encoder = av.CodecContext.create(name, "w")
    assert isinstance(encoder, av.VideoCodecContext)  # as all of ENCODERS
    encoder.width, encoder.height, encoder.pix_fmt = wide.shape[1], wide.shape[0], "yuv420p"
    encoder.time_base, encoder.thread_count = Fraction(1, 25), 1
    encoder.options = options | {"crf": str(crf)}
    packets = [*encoder.encode(av.VideoFrame.from_ndarray(wide, format="rgb24")), *encoder.encode(None)]
    reader = av.CodecContext.create(decoder, "r")
    assert isinstance(reader, av.VideoCodecContext)
    reader.thread_count = 1
    frames = [frame for packet in [*packets, None] for frame in reader.decode(packet)]
    return np.ascontiguousarray(frames[0].to_ndarray(format="rgb24")[:height, :width])
