"""Videos that are made: exact times, true colors, the same bytes each time."""

from fractions import Fraction

import av
import cv2
import numpy as np
import pytest

from forensics.synthesis.video_writer import write_clip

COLORS = ((200, 40, 40), (40, 160, 60), (40, 60, 200), (128, 128, 128))


def pictures():
    """Four frames of one color each."""
    return (np.full((48, 64, 3), color, np.uint8) for color in COLORS)


def test_a_clip_holds_its_frames_at_their_times_in_their_colors(tmp_path):
    write_clip(tmp_path / "clip.mp4", pictures(), Fraction(30000, 1001), 18)
    with av.open(str(tmp_path / "clip.mp4")) as clip:
        frames = list(clip.decode(video=0))
        stream = clip.streams.video[0]
        assert stream.average_rate == Fraction(30000, 1001)
        assert stream.codec_context.pix_fmt == "yuv420p"
        codec = stream.codec_context
        assert (codec.color_primaries, codec.color_trc, codec.colorspace, codec.color_range) == (1, 1, 1, 1)
    assert [frame.pts * frame.time_base for frame in frames] == [Fraction(1001 * n, 30000) for n in range(4)]
    for frame, color in zip(frames, COLORS, strict=True):
        rgb = frame.to_ndarray(format="rgb24", src_colorspace="ITU709")
        assert rgb.mean(axis=(0, 1)) == pytest.approx(color, abs=4)


def test_a_clip_whose_pictures_fail_leaves_the_old_one_and_nothing_else(tmp_path):
    def failing():
        yield from pictures()
        raise RuntimeError("no more")

    write_clip(tmp_path / "clip.mp4", pictures(), Fraction(25), 18)
    before = (tmp_path / "clip.mp4").read_bytes()
    with pytest.raises(RuntimeError, match="no more"):
        write_clip(tmp_path / "clip.mp4", failing(), Fraction(25), 18)
    assert (tmp_path / "clip.mp4").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["clip.mp4"]


def test_the_same_pictures_give_the_same_bytes(tmp_path):
    """In a size in which x264's AVX-512 code would not."""
    noise = np.random.default_rng(0).integers(0, 256, (4, 68, 120, 3)).astype(np.uint8)
    large = [cv2.resize(one, (960, 544), interpolation=cv2.INTER_CUBIC) for one in noise]
    for name in ("one.mp4", "two.mp4", "three.mp4"):
        write_clip(tmp_path / name, large, Fraction(25), 23)
    one, *others = ((tmp_path / name).read_bytes() for name in ("one.mp4", "two.mp4", "three.mp4"))
    assert others == [one, one]
    assert one.index(b"moov") < one.index(b"mdat")
