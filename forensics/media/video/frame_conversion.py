"""From a decoder's frame to an upright picture with square pixels in 8-bit sRGB."""

from dataclasses import dataclass
from fractions import Fraction
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from av.error import FFmpegError
from av.sidedata.sidedata import Type
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter
from numpy.typing import NDArray

from forensics.facts import Fact
from forensics.media.video.container import corrupt_video_error
from forensics.media.video.hdr import CURVES, WIDE_PRIMARIES, to_srgb
from forensics.media.video.track_header import WHOLE, Edges
from forensics.types.video_codes import NoteCode

THUMBNAIL_SHAPE = (36, 64)
"""Height and width of the picture that is only for finding cuts."""

FULL_SCALER = Interpolation.BICUBIC | Interpolation.FULL_CHR_H_INT | Interpolation.ACCURATE_RND
"""The color of every pixel interpolated, not repeated in blocks of two by two."""

THUMBNAIL_SCALER = Interpolation.AREA | Interpolation.FULL_CHR_H_INT | Interpolation.ACCURATE_RND
"""Every pixel the mean of those it covers."""

MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
    10: Colorspace.BT2020,
}
"""Number of the matrix in the stream (ITU-T H.273, table 4) → libswscale's."""

MAX_SD_SIZE = (1279, 576)
"""Width and height up to which a stream that does not name its matrix is taken for BT.601, as players do."""

ALPHA_FORMATS = {"rgb24": "rgba", "rgb48le": "rgba64le"}
"""Format of pixels → the same with transparency."""

MAX_PIXEL_ASPECT = 4
"""A pixel declared longer than this in one direction is taken for a mistake of the header."""


class Orientation(NamedTuple):
    """What makes a frame upright, in this order: change rows and columns, mirror left and right, mirror top and
    bottom."""

    transposed: bool
    mirrored: bool
    flipped: bool

    @property
    def note(self) -> Fact | None:
        """On the file, None where nothing is done."""
        if not any(self):
            return None
        return Fact(
            {
                (False, True, True): NoteCode.TURNED_180,
                (True, True, False): NoteCode.TURNED_CLOCKWISE,
                (True, False, True): NoteCode.TURNED_COUNTERCLOCKWISE,
            }.get(self, NoteCode.MIRRORED)
        )


def orientation_of(frame: VideoFrame) -> Orientation:
    """By the display matrix of the frame: x' = a·x + c·y, y' = b·x + d·y with y downwards; angles between right ones
    count as the nearest."""
    side_data = frame.side_data.get(Type.DISPLAYMATRIX)  # type: ignore[call-overload]  # it knows numbers alone
    if side_data is None:
        return Orientation(transposed=False, mirrored=False, flipped=False)
    a, b, _, c, d = np.frombuffer(bytes(side_data), np.int32, 5).tolist()
    if abs(b) + abs(c) > abs(a) + abs(d):
        return Orientation(transposed=True, mirrored=c < 0, flipped=b < 0)
    return Orientation(transposed=False, mirrored=a < 0, flipped=d < 0)


def square_pixel_size(width: int, height: int, aspect: Fraction | None) -> tuple[int, int]:
    """The size with square pixels; aspect: of a pixel, width by height. The shorter side of a pixel is stretched, so
    that nothing is lost."""
    if not aspect or not Fraction(1, MAX_PIXEL_ASPECT) <= aspect <= MAX_PIXEL_ASPECT:
        return width, height
    return (round(width * aspect), height) if aspect >= 1 else (width, round(height / aspect))


def shown_size(frame: VideoFrame, crop: Edges, aspect: Fraction | None) -> tuple[int, int]:
    """Width and height with square pixels of what is shown of a frame, before it is turned."""
    return square_pixel_size(frame.width - crop.left - crop.right, frame.height - crop.top - crop.bottom, aspect)


def _fit(size: tuple[int, int], inside: tuple[int, int]) -> tuple[int, int]:
    """The largest size of these proportions that fits."""
    scale = min(inside[0] / size[0], inside[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _fitted(pixels: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """In the middle of a black picture of this width and height."""
    height, width = pixels.shape[:2]
    x, y = (size[0] - width) // 2, (size[1] - height) // 2
    picture = np.zeros((size[1], size[0], 3), np.uint8)
    picture[y : y + height, x : x + width] = pixels
    return picture


@dataclass
class FrameConverter:
    """Makes pictures of one video's frames. width, height: of the upright picture. turn: of all frames; asking each for
    it would make a cycle that keeps its memory until the collector comes. crop: of all frames, before they are turned.
    aspect: of a pixel. Safe to call from several threads.

    Where the size of the frames changes in the stream, each keeps its proportions: it is fitted into the picture and
    stands in its middle, black beside it. So does a player in its window.
    """

    width: int
    height: int
    turn: Orientation
    crop: Edges = WHOLE
    aspect: Fraction | None = None

    def __post_init__(self) -> None:
        self._full, self._small, self._lock = VideoReformatter(), VideoReformatter(), Lock()

    def to_rgb(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """(height, width, 3) uint8 RGB. Raises MediaError (`damaged`)."""
        wanted = (self.height, self.width) if self.turn.transposed else (self.width, self.height)
        if shown_size(frame, self.crop, self.aspect) == wanted:
            pixels = self._cropped(frame, wanted)
        else:
            pixels = _fitted(
                self._colors(frame, _fit(square_pixel_size(frame.width, frame.height, self.aspect), wanted)), wanted
            )
        return np.ascontiguousarray(_apply_orientation(pixels, self.turn))

    def _cropped(self, frame: VideoFrame, size: tuple[int, int]) -> NDArray[np.uint8]:
        """Without what is not shown of it."""
        if not any(self.crop):
            return self._colors(frame, size)
        left, top, right, bottom = self.crop
        wide, high = size[0] / (frame.width - left - right), size[1] / (frame.height - top - bottom)
        whole = max(size[0], round(frame.width * wide)), max(size[1], round(frame.height * high))
        x, y = min(round(left * wide), whole[0] - size[0]), min(round(top * high), whole[1] - size[1])
        return self._colors(frame, whole)[y : y + size[1], x : x + size[0]]

    def _colors(self, frame: VideoFrame, size: tuple[int, int]) -> NDArray[np.uint8]:
        """The whole frame at this size in sRGB."""
        if frame.color_trc in CURVES or frame.color_primaries in WIDE_PRIMARIES:
            light, alpha = self._rgb(self._full, frame, size, FULL_SCALER, "rgb48le")
            pixels = to_srgb(light, frame.color_trc, frame.color_primaries)
            alpha = None if alpha is None else alpha >> 8
        else:
            pixels, alpha = self._rgb(self._full, frame, size, FULL_SCALER, "rgb24")
        return pixels if alpha is None else _on_white(pixels, alpha)

    def thumbnail(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """(36, 64, 3) uint8 RGB, neither upright nor in true colors, the same for the same picture."""
        pixels, alpha = self._rgb(self._small, frame, THUMBNAIL_SHAPE[::-1], THUMBNAIL_SCALER, "rgb24")
        return pixels if alpha is None else _on_white(pixels, alpha)

    def _rgb(
        self,
        reformatter: VideoReformatter,
        frame: VideoFrame,
        size: tuple[int, int],
        interpolation: Interpolation,
        name: str,
    ) -> tuple[NDArray[Any], NDArray[Any] | None]:
        """Colors (H, W, 3), and alpha (H, W, 1) of the same depth where the frame has it."""
        with_alpha = has_alpha(frame)
        try:
            with self._lock:
                rgb = reformatter.reformat(
                    frame,
                    *size,
                    ALPHA_FORMATS[name] if with_alpha else name,
                    src_colorspace=_matrix(frame),
                    dst_color_range=ColorRange.JPEG,
                    interpolation=interpolation,
                    threads=1,
                )
        except (FFmpegError, ValueError) as error:
            raise corrupt_video_error(error) from error
        pixels = rgb.to_ndarray()
        return (pixels[..., :3], pixels[..., 3:]) if with_alpha else (pixels, None)


def _matrix(frame: VideoFrame) -> Colorspace:
    sd = frame.width <= MAX_SD_SIZE[0] and frame.height <= MAX_SD_SIZE[1]
    return MATRICES.get(frame.colorspace, Colorspace.ITU601 if sd else Colorspace.ITU709)


def has_alpha(frame: VideoFrame) -> bool:
    """Whether the pixels of the frame can be transparent; those of a palette can."""
    return frame.format.has_palette or any(component.is_alpha for component in frame.format.components)


def is_transparent(frame: VideoFrame) -> bool:
    """Whether any of them is."""
    return has_alpha(frame) and bool(frame.to_ndarray(format="rgba")[..., 3].min() < 255)


def _on_white(pixels: NDArray[np.uint8], alpha: NDArray[Any]) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 laid on white, as photographs are. alpha: (H, W, 1), 255 where it is not transparent."""
    share = alpha.astype(np.uint16)
    return ((pixels * share + 255 * (255 - share) + 127) // 255).astype(np.uint8)


def _apply_orientation(pixels: NDArray[Any], turn: Orientation) -> NDArray[Any]:
    if turn.transposed:
        pixels = pixels.swapaxes(0, 1)
    return pixels[:: -1 if turn.flipped else 1, :: -1 if turn.mirrored else 1]
