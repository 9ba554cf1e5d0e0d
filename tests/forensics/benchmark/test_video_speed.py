"""What the speed of video is measured on: faces side by side at 720p, and the same clip many times over."""

from fractions import Fraction

import av
import pytest
from small_detector import small_detector

from forensics.benchmark import video_speed
from forensics.benchmark.video_speed import loop_clip, measure_speeds, write_moving_faces
from forensics.faces.detection import FaceDetector
from forensics.measurements.metrics import Metric
from forensics.types.analysis import Frame

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def clip(tmp_path_factory):
    return write_moving_faces(tmp_path_factory.mktemp("clip") / "4.mp4", 4, 0.4)


def test_the_clip_shows_so_many_faces_at_720p(clip):
    with av.open(str(clip)) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == 10
    assert (frames[0].width, frames[0].height) == (1280, 720)
    regions, _ = FaceDetector((800,)).detect(Frame(0, 0.0, frames[0].to_ndarray(format="rgb24")), 100)
    assert len(regions) == 4


def test_a_looped_clip_has_its_frames_again_and_again_at_even_times(clip, tmp_path):
    with av.open(str(loop_clip(clip, 3, tmp_path / "long.mp4"))) as container:
        frames = list(container.decode(video=0))
    assert [frame.pts * frame.time_base for frame in frames] == [Fraction(n, 25) for n in range(30)]
    first, again = (frames[n].to_ndarray(format="rgb24") for n in (3, 23))
    assert (first == again).all()


def test_the_parts_have_shares_of_the_whole(clip, monkeypatch):
    monkeypatch.setattr(video_speed, "REPEATS", 1)
    found = {one.name: one for one in measure_speeds(clip, small_detector(), ("4 faces", "run"))}
    assert list(found) == [
        Metric.VIDEO_SPEED,
        "share of decoding",
        "share of finding faces",
        "share of scoring",
    ]
    assert all(one.value > 0 for one in found.values())
    assert (found[Metric.VIDEO_SPEED].data, found[Metric.VIDEO_SPEED].n) == ("4 faces", 1)


def test_the_peak_of_memory_is_at_least_what_is_held():
    assert video_speed.process_memory("VmHWM") >= video_speed.process_memory("VmRSS") > 10
