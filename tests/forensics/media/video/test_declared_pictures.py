"""How a file says that its pictures are to be shown: turned, mirrored, in which colors and range. All right values are
worked out by hand from the standards."""

import av
import numpy as np
import pytest
from video_files import write_frames

from forensics.media.video.reader import open_frames, probe
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow

UNIT, ONE = 1 << 16, 1 << 30
QUARTERS = [[(200, 30, 30), (30, 200, 30)], [(30, 30, 200), (200, 200, 200)]]

TURNS = [
    ((1, 0, 0, 1), [[0, 1], [2, 3]]),
    ((-1, 0, 0, 1), [[1, 0], [3, 2]]),
    ((1, 0, 0, -1), [[2, 3], [0, 1]]),
    ((-1, 0, 0, -1), [[3, 2], [1, 0]]),
    ((0, 1, -1, 0), [[2, 0], [3, 1]]),
    ((0, -1, 1, 0), [[1, 3], [0, 2]]),
    ((0, 1, 1, 0), [[0, 2], [1, 3]]),
    ((0, -1, -1, 0), [[3, 1], [2, 0]]),
]
"""The matrix (a, b, c, d) with x' = a·x + c·y, y' = b·x + d·y, and which quarter of the stored picture is where."""


def first_picture(path):
    video = probe(path, path.name, "0" * 64)
    with open_frames(video) as stream:
        pixels = next(iter(stream)).to_rgb().pixels
    assert pixels.shape == (video.height, video.width, 3)
    return pixels.astype(int), {note.code for note in video.notes}


@pytest.mark.parametrize(("matrix", "wanted"), TURNS)
def test_all_eight_ways_to_turn_and_mirror(matrix, wanted, tmp_path):
    scene = np.zeros((64, 96, 3), np.uint8)
    for row in (0, 1):
        for column in (0, 1):
            scene[32 * row :, 48 * column :] = QUARTERS[row][column]
    path = tmp_path / "a.mov"
    a, b, c, d = (UNIT * value for value in matrix)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("png", rate=5)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "rgb24"
        stream.set_display_matrix([a, b, 0, c, d, 0, 0, 0, ONE])
        frame = av.VideoFrame.from_ndarray(scene, format="rgb24")
        frame.pts = 0
        container.mux(stream.encode(frame) + stream.encode(None))
    pixels, notes = first_picture(path)
    assert pixels.shape[:2] == ((64, 96) if matrix[0] else (96, 64))
    height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
    for row in (0, 1):
        for column in (0, 1):
            quarter = pixels[row * height : (row + 1) * height, column * width : (column + 1) * width]
            number = wanted[row][column]
            assert (quarter == QUARTERS[number // 2][number % 2]).all()
    assert bool(notes) == (matrix != (1, 0, 0, 1))


def of_one_color(y, u, v, pix_fmt="yuv420p"):
    frame = av.VideoFrame(96, 64, pix_fmt)
    for plane, value in zip(frame.planes, (y, u, v), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    return frame


@pytest.mark.parametrize(
    ("pix_fmt", "color_range", "luma", "gray"),
    [
        ("yuv420p", 1, 16, 0),
        ("yuv420p", 1, 126, 128),  # (126 − 16) × 255 / 219 = 128.1
        ("yuv420p", 1, 235, 255),
        ("yuv420p", 0, 235, 255),  # not said: limited, as players take it
        ("yuv420p", 2, 126, 126),
        ("yuv420p", 2, 235, 235),
        ("yuvj420p", 2, 16, 16),
    ],
)
def test_the_full_and_the_limited_range(pix_fmt, color_range, luma, gray, tmp_path):
    codec, name = ("mjpeg", "a.avi") if pix_fmt == "yuvj420p" else ("ffv1", "a.mkv")
    frame = of_one_color(luma, 128, 128, pix_fmt)
    pixels, _ = first_picture(write_frames(tmp_path / name, [frame], codec, pix_fmt, color_range=color_range))
    assert pixels[32, 48] == pytest.approx([gray] * 3, abs=1)


@pytest.mark.parametrize(
    ("matrix", "yuv"),
    [
        (1, (63, 102, 240)),  # 16 + 219 × 0.2126, 128 − 224 × 0.2126 / 1.8556, 128 + 112
        (6, (81, 90, 240)),  # 16 + 219 × 0.299, 128 − 224 × 0.299 / 1.772
        (9, (74, 97, 240)),  # 16 + 219 × 0.2627, 128 − 224 × 0.2627 / 1.8814
    ],
)
def test_the_matrix_that_the_stream_names(matrix, yuv, tmp_path):
    frame = of_one_color(*yuv)
    pixels, _ = first_picture(
        write_frames(tmp_path / "a.mkv", [frame], "ffv1", "yuv420p", colorspace=matrix, color_range=1)
    )
    assert pixels[32, 48] == pytest.approx([255, 0, 0], abs=3)


@pytest.mark.parametrize(
    ("primaries", "wanted", "note"),
    [
        (1, (200, 100, 100), None),
        (9, (240, 75, 97), NoteCode.WIDE_COLOURS),  # light 0.578, 0.127, 0.127 → 0.875, 0.071, 0.119
        (11, (215, 93, 97), NoteCode.P3_COLORS),
        (12, (215, 93, 97), NoteCode.P3_COLORS),  # → 0.679, 0.109, 0.119
    ],
)
def test_wide_primaries_become_those_of_srgb(primaries, wanted, note, tmp_path):
    for color, right in (((200, 100, 100), wanted), ((128, 128, 128), (128, 128, 128))):
        pixels = np.full((64, 96, 3), color, np.uint8)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        path = write_frames(tmp_path / "a.mkv", [frame], "ffv1", "bgr0", color_primaries=primaries)
        shown, notes = first_picture(path)
        assert shown[32, 48] == pytest.approx(right, abs=1)
        assert notes == ({note} if note else set())
