"""Transparent pictures are laid on white, whichever coding holds them."""

import av
import numpy as np
import pytest
from video_files import write_frames

from forensics.facts import Fact
from forensics.media.video import decoder
from forensics.media.video.reader import open_frames, probe
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow

CODINGS = {
    "a.webm": ("libvpx-vp9", "yuva420p"),
    "b.webm": ("libvpx", "yuva420p"),
    "c.mov": ("prores_ks", "yuva444p10le"),
    "d.mov": ("qtrle", "argb"),
    "e.mov": ("png", "rgba"),
    "f.mov": ("png", "rgba64be"),
    "g.mkv": ("ffv1", "yuva420p10le"),
    "h.avi": ("magicyuv", "gbrap"),
}
OPTIONS = {"libvpx": {"auto-alt-ref": "0", "b": "1000000"}, "libvpx-vp9": {"auto-alt-ref": "0", "crf": "5"}}


def probed(path):
    return probe(path, path.name, "0" * 64)


def scene():
    """Red (200, 0, 0); transparent above on the left, half so above on the right."""
    pixels = np.zeros((64, 96, 4), np.uint8)
    pixels[..., 0], pixels[..., 3] = 200, 255
    pixels[:32, :48, 3], pixels[:32, 48:, 3] = 0, 128
    return av.VideoFrame.from_ndarray(pixels, format="rgba")


@pytest.fixture(params=CODINGS)
def film(request, tmp_path):
    codec, pix_fmt = CODINGS[request.param]
    return write_frames(tmp_path / request.param, [scene()] * 3, codec, pix_fmt, OPTIONS.get(codec))


def test_what_is_transparent_is_white(film):
    video = probed(film)
    assert video.notes == (Fact(NoteCode.TRANSPARENT),)
    with open_frames(video) as stream:
        frames = [(frame.to_rgb().pixels, frame.thumbnail()) for frame in stream]
    assert len(frames) == 3
    for pixels, small in frames:
        assert pixels[16, 24].tolist() == [255, 255, 255]
        assert pixels[16, 72] == pytest.approx([227, 127, 127], abs=2)  # 255 − (255 − 200) × 128 / 255, 255 − 128
        assert pixels[48, 48] == pytest.approx([200, 0, 0], abs=3)
        assert small[9, 16].tolist() == [255, 255, 255]


def test_a_gif_that_is_opaque_is_none(tmp_path):
    path = write_frames(tmp_path / "a.gif", [scene().reformat(format="rgb8")] * 2, "gif", "rgb8")
    assert probed(path).notes == ()


def test_transparency_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    path = write_frames(tmp_path / "a.webm", [scene()], "libvpx-vp9", "yuva420p", OPTIONS["libvpx-vp9"])
    monkeypatch.setitem(decoder.ALPHA_DECODERS, "vp9", "no such decoder")
    assert probed(path).notes == (Fact(NoteCode.TRANSPARENCY_PASSED_OVER),)
