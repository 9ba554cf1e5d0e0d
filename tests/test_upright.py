"""Colors, turns and pixels of the pictures that are looked at."""

from fractions import Fraction

import av
import numpy as np
import pytest
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc
from video_files import texture, write_video

from forensics.media.video.container import open_container
from forensics.media.video.decoder import FrameDecoder
from forensics.media.video.frame_conversion import Orientation, orientation_of, square_pixel_size
from forensics.media.video.limits import VideoLimits
from forensics.media.video.reader import open_frames, probe
from forensics.messages.catalogue import sentence
from forensics.types.video_codes import NoteCode

HASH = "0" * 64
COLORS = np.array(
    [
        (255, 0, 0),
        (0, 255, 0),
        (0, 0, 255),
        (255, 255, 0),
        (0, 255, 255),
        (255, 0, 255),
        (128, 128, 128),
        (200, 120, 90),
    ],
    np.uint8,
)

BT601, BT709, UNSPECIFIED = 6, 1, 2
"""Numbers in a stream, ITU-T H.273, table 4."""


def bars(path, tag, matrix, color_range=ColorRange.MPEG, *, width=256, height=64, pix_fmt="yuv420p"):
    """A frame of COLORS side by side; tag: the matrix that the file names. matrix: the one it was made with."""
    pixels = np.repeat(np.repeat(COLORS[None], width // len(COLORS), 1), height, 0)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"crf": "4", "preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = width, height, pix_fmt
        stream.codec_context.colorspace, stream.codec_context.color_range = tag, color_range
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(
            format=pix_fmt, dst_colorspace=matrix, src_color_range=ColorRange.JPEG, dst_color_range=color_range
        )
        frame.pts, frame.time_base = 0, Fraction(1, 25)
        container.mux(stream.encode(frame) + stream.encode(None))
    return path


def colors_of(path):
    with open_frames(probe(path, "bars", HASH)) as stream:
        pixels = next(iter(stream)).to_rgb().pixels
    step = pixels.shape[1] // len(COLORS)
    return pixels[pixels.shape[0] // 2, step // 2 :: step].astype(int)


@pytest.mark.parametrize(
    ("tag", "matrix", "changes"),
    [
        (BT709, Colorspace.ITU709, {}),
        (BT601, Colorspace.ITU601, {}),
        (BT709, Colorspace.ITU709, {"color_range": ColorRange.JPEG}),
        (BT601, Colorspace.ITU601, {"color_range": ColorRange.JPEG}),
        (BT709, Colorspace.ITU709, {"pix_fmt": "yuv420p10le"}),
        (BT709, Colorspace.ITU709, {"pix_fmt": "yuv444p"}),
        (UNSPECIFIED, Colorspace.ITU601, {}),
        (UNSPECIFIED, Colorspace.ITU709, {"width": 1280, "height": 720}),
    ],
)
def test_saturated_colors_come_back(tag, matrix, changes, tmp_path):
    assert np.abs(colors_of(bars(tmp_path / "a.mp4", tag, matrix, **changes)) - COLORS).max() <= 3


def test_a_wrong_matrix_would_be_seen(tmp_path):
    assert np.abs(colors_of(bars(tmp_path / "a.mp4", BT601, Colorspace.ITU709)) - COLORS).max() > 15


@pytest.mark.parametrize(
    ("curve", "primaries", "wanted", "note"),
    [
        (ColorTrc.SMPTE2084, ColorPrimaries.BT2020, 100, "high dynamic range"),
        (ColorTrc.ARIB_STD_B67, ColorPrimaries.BT2020, 100, "high dynamic range"),
        (ColorTrc.BT2020_10, ColorPrimaries.BT2020, 97, "wide colors"),
    ],
)
def test_a_gray_card_in_high_dynamic_range_is_gray(curve, primaries, wanted, note, tmp_path):
    path = tmp_path / "a.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"crf": "4"})
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p10le"
        context = stream.codec_context
        context.colorspace, context.color_range = Colorspace.BT2020, ColorRange.MPEG
        context.color_trc, context.color_primaries = curve, primaries
        pixels = np.full((64, 96, 3), round(0.38 * 65535), np.uint16)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb48le").reformat(
            format="yuv420p10le", dst_colorspace=Colorspace.BT2020, dst_color_range=ColorRange.MPEG
        )
        container.mux(stream.encode(frame) + stream.encode(None))
    video = probe(path, "gray", HASH)
    assert len(video.notes) == 1 and note in sentence(video.notes[0])
    with open_frames(video) as stream:
        picture = next(iter(stream)).to_rgb().pixels
    assert np.abs(picture.astype(int) - wanted).max() <= 2


def test_interlaced_pictures_are_left_so_and_noted(tmp_path):
    options = {"x264-params": "interlaced=1", "preset": "ultrafast"}
    video = probe(write_video(tmp_path / "a.mp4", texture(3), options=options), "a", HASH)
    assert [note.code for note in video.notes] == [NoteCode.INTERLACED]


@pytest.mark.parametrize(
    ("aspect", "wanted"),
    [
        (None, (720, 576)),
        (Fraction(1), (720, 576)),
        (Fraction(16, 11), (1047, 576)),
        (Fraction(8, 9), (720, 648)),
        (Fraction(1000), (720, 576)),
        (Fraction(1, 1000), (720, 576)),
    ],
)
def test_pixels_are_stretched_and_never_shrunk(aspect, wanted):
    assert square_pixel_size(720, 576, aspect) == wanted


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("degrees", [0, 90, 180, -90])
def test_all_eight_positions_are_told_apart(degrees, mirrored, tmp_path):
    path = tmp_path / "a.mov"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 32, 16, "yuv420p"
        stream.set_display_rotation(degrees, hflip=mirrored)
        container.mux(stream.encode(av.VideoFrame(32, 16, "yuv420p")) + stream.encode(None))
    with open_container(path, "video/quicktime", VideoLimits()) as (container, stream):
        turn = orientation_of(next(FrameDecoder(container, stream).from_index(0)).frame)
    marks = np.arange(6).reshape(2, 3)
    wanted = np.rot90(marks, degrees // 90)
    wanted = wanted[:, ::-1] if mirrored else wanted
    got = marks.T if turn.transposed else marks
    got = got[:: -1 if turn.flipped else 1, :: -1 if turn.mirrored else 1]
    assert got.tolist() == wanted.tolist()


def test_a_turn_has_words_and_none_has_not():
    assert Orientation(transposed=False, mirrored=False, flipped=False).note is None
    assert Orientation(transposed=True, mirrored=True, flipped=False).note.code == NoteCode.TURNED_CLOCKWISE
    assert Orientation(transposed=True, mirrored=False, flipped=False).note.code == NoteCode.MIRRORED
