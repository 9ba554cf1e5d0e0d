"""Frames get numbers and time stamps that only grow, whatever the file says."""

from dataclasses import dataclass
from fractions import Fraction
from types import SimpleNamespace

from video_files import GROUPS, KINDS, texture, write_kind, write_video

from forensics.media.video.container import open_container
from forensics.media.video.decoder import FrameDecoder
from forensics.media.video.limits import VideoLimits
from forensics.types.video import SampledFrame


@dataclass
class Stamped:
    """What is asked of a decoder's frame."""

    pts: int | None
    dts: int | None = None
    duration: int = 40


def stamps(*frames):
    """In a stream whose unit is a millisecond."""
    decoding = FrameDecoder(
        SimpleNamespace(format=SimpleNamespace(name="matroska")), SimpleNamespace(time_base=Fraction(1, 1000))
    )
    return [numbered.pts for numbered in decoding._numbered(iter(frames), 0)]


def test_stamps_are_those_of_the_file():
    assert stamps(Stamped(-80), Stamped(0), Stamped(7), Stamped(5000)) == [-80, 0, 7, 5000]


def test_a_missing_stamp_follows_at_the_frames_own_rate():
    assert stamps(Stamped(None), Stamped(None), Stamped(80), Stamped(None), Stamped(None, 160)) == [0, 40, 80, 120, 160]


def test_a_stamp_that_comes_twice_is_moved_a_little_and_the_rest_stays():
    assert stamps(Stamped(0), Stamped(40), Stamped(40), Stamped(80), Stamped(79)) == [0, 40, 41, 80, 81]


def test_after_a_jump_back_time_goes_on():
    assert stamps(Stamped(9000), Stamped(9040), Stamped(0), Stamped(40)) == [9000, 9040, 9080, 9120]


def reachable(path, media_type):
    """Of the frames from the 12th on, those that a new decoder reaches by seeking."""
    with open_container(path, media_type, VideoLimits()) as (container, stream):
        frames = list(FrameDecoder(container, stream).from_index(0))
    reached = []
    for frame in frames[12:]:
        with open_container(path, media_type, VideoLimits()) as (container, stream):
            if FrameDecoder(container, stream).from_frame(SampledFrame(frame.index, frame.pts, 0.0, 0)) is not None:
                reached.append(frame.index)
    return reached


def test_most_containers_are_sought_in(tmp_path):
    for name, media_type in (("b-frames.mp4", "video/mp4"), ("open-groups.mkv", "video/x-matroska")):
        assert reachable(write_kind(tmp_path, name), media_type) == list(range(12, 30))
    assert reachable(write_kind(tmp_path, "clip.avi"), "video/x-msvideo") == list(range(12, 30))


def test_frames_that_are_only_counted_are_not_sought_for(tmp_path):
    assert reachable(write_kind(tmp_path, "b-frames.avi"), "video/x-msvideo") == []


def test_a_frame_that_is_not_there_is_not_found(tmp_path):
    path = write_video(tmp_path / "a.mp4", texture(30), options=GROUPS)
    for pts in (-(10**6), 7, 10**9):
        with open_container(path, "video/mp4", VideoLimits()) as (container, stream):
            assert FrameDecoder(container, stream).from_frame(SampledFrame(3, pts, 0.1, 0)) is None


def test_what_comes_before_the_wanted_frame_is_not_counted_as_broken(tmp_path):
    path = write_kind(tmp_path, next(iter(KINDS)))
    with open_container(path, "video/mp4", VideoLimits()) as (container, stream):
        decoding = FrameDecoder(container, stream, broken=7)
        assert [frame.index for frame in decoding.from_index(27)] == [27, 28, 29]
        assert decoding.broken == 0
