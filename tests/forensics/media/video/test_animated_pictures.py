"""Animated WebP and AVIF are read as videos, with their own times and their transparency."""

import numpy as np
import pytest
from PIL import Image

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.video.reader import open_frames, probe, read_frames
from forensics.types.video import SampledFrame
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow

DURATIONS = [100, 200, 100, 400, 100]


@pytest.fixture(params=["a.webp", "a.avif"])
def path(request, tmp_path):
    """Five frames, red 40, 80, 120…, the first transparent."""
    frames = [Image.new("RGBA", (96, 64), (40 + 40 * n, 100, 100, 255 if n else 0)) for n in range(5)]
    path = tmp_path / request.param
    exact = {"lossless": True} if path.suffix == ".webp" else {"quality": 100}
    frames[0].save(path, save_all=True, append_images=frames[1:], duration=DURATIONS, **exact)
    return path


def test_every_frame_is_there_at_its_time(path):
    video = probe(path, path.name, "0" * 64)
    assert (video.width, video.height, video.seconds) == (96, 64, pytest.approx(0.9))
    assert (video.codec, video.frame_rate) == ({".webp": "webp", ".avif": "av1"}[path.suffix], None)
    assert video.notes == (Fact(NoteCode.TRANSPARENT),)
    with open_frames(video) as stream:
        frames = [(SampledFrame(f.index, f.pts, f.seconds, 0), f.to_rgb().pixels) for f in stream]
    assert [frame.seconds for frame, _ in frames] == pytest.approx([0, 0.1, 0.3, 0.4, 0.8])
    assert frames[0][1].min() == 255
    for number, (_, pixels) in enumerate(frames[1:], start=1):
        assert pixels[32, 48].astype(int) == pytest.approx([40 + 40 * number, 100, 100], abs=2)
    (again,) = read_frames(video, [frames[3][0]])
    assert np.array_equal(again.pixels, frames[3][1])


def test_a_damaged_one_is_called_so(path):
    path.write_bytes(path.read_bytes()[:80])
    with pytest.raises(MediaError) as caught:
        probe(path, path.name, "0" * 64)
    assert caught.value.code == "damaged"


def test_a_still_picture_stays_one(tmp_path):
    path = tmp_path / "a.webp"
    Image.new("RGB", (8, 8)).save(path, lossless=True)
    with pytest.raises(MediaError) as caught:
        probe(path, path.name, "0" * 64)
    assert caught.value.code == "not_a_video"
