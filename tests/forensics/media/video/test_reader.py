"""A video as a stream of frames with exact times, and single frames of it found again."""

from fractions import Fraction
from hashlib import sha256

import numpy as np
import pytest
from video_files import KINDS, copied, texture, write_kind, write_video

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.video import reader
from forensics.media.video.decoder import FrameDecoder
from forensics.media.video.limits import VideoLimits
from forensics.media.video.reader import open_frames, probe, read_frames
from forensics.messages.catalogue import sentence
from forensics.types.video import SampledFrame
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow

HASH = "0" * 64
ALL_DECLARED = list(KINDS)[:9]
"""Kinds whose headers say how long they are."""


def probed(path, limits=None):
    return probe(path, path.name, HASH, limits)


def code_of(path, limits=None):
    with pytest.raises(MediaError) as caught:
        probed(path, limits)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)
    return caught.value.code


def looked_at(frame):
    return frame.index, frame.pts, frame.seconds, sha256(frame.to_rgb().pixels).hexdigest()


def sampled(frame):
    return SampledFrame(frame.index, frame.pts, frame.seconds, 0)


@pytest.fixture(scope="module", params=KINDS)
def kind(request, tmp_path_factory):
    return probed(write_kind(tmp_path_factory.mktemp("kinds"), request.param))


def test_every_kind_is_read_in_order_with_exact_times(kind):
    with open_frames(kind) as stream:
        frames = [(frame.index, frame.seconds) for frame in stream]
        assert (stream.ended, stream.broken_packets) == (None, 0)
    assert [index for index, _ in frames] == list(range(30))
    assert [seconds for _, seconds in frames] == pytest.approx([n / 25 for n in range(30)], abs=0.001)
    assert (kind.width, kind.height) == (96, 64)
    unsure = () if kind.name in ALL_DECLARED else (None,)
    assert kind.frame_rate in (25, *unsure)
    assert kind.seconds in (Fraction(30, 25), *unsure)


def test_every_kind_shows_the_picture_that_was_written(kind):
    wanted = texture(30)
    with open_frames(kind) as stream:
        for frame in stream:
            pixels = frame.to_rgb().pixels
            differences = [np.abs(pixels.astype(int) - other).mean() for other in wanted]
            assert int(np.argmin(differences)) == frame.index


def test_going_on_gives_what_a_whole_pass_gives(kind):
    with open_frames(kind) as stream:
        starts = [(sampled(frame), looked_at(frame)) for frame in stream]
    whole = [seen for _, seen in starts]
    for start, _ in starts[::3]:
        with open_frames(kind, start) as stream:
            assert [looked_at(frame) for frame in stream] == whole[start.index :]


def test_single_frames_are_those_of_a_whole_pass_in_any_order(kind):
    with open_frames(kind) as stream:
        whole = {sampled(frame): frame.to_rgb().pixels for frame in stream}
    wanted = [list(whole)[index] for index in (3, 4, 17, 29, 0, 12, 12)]
    for frame, got in zip(wanted, read_frames(kind, wanted), strict=True):
        assert (got.index, got.seconds) == (frame.index, frame.seconds)
        assert np.array_equal(got.pixels, whole[frame])


@pytest.fixture
def decoded(monkeypatch):
    """All frames that any decoder gives, as a list that grows; and seeking is tried for frames 0.1 seconds apart."""
    given, decode = [], FrameDecoder._decoded
    monkeypatch.setattr(
        FrameDecoder, "_decoded", lambda self, packet: given.extend(made := decode(self, packet)) or made
    )
    monkeypatch.setattr(reader, "SEEK_THRESHOLD_SECONDS", 0.1)
    return given


@pytest.mark.parametrize("name", ["one-group.mp4", "one-group.mkv", "b-frames.avi"])
def test_frames_that_seeking_does_not_bring_nearer_are_reached_by_decoding_on(name, tmp_path, decoded):
    path = write_video(tmp_path / name, texture(60), options={"g": "1000", "preset": "ultrafast", "bf": "2"})
    video = probed(path)
    with open_frames(video) as stream:
        whole = {sampled(frame): frame.to_rgb().pixels for frame in stream}
    decoded.clear()
    wanted = list(whole)[3::6]
    for frame, got in zip(wanted, read_frames(video, wanted), strict=True):
        assert np.array_equal(got.pixels, whole[frame])
    assert len(decoded) <= 60


def test_frames_of_other_groups_of_pictures_are_still_sought(tmp_path, decoded):
    path = write_video(tmp_path / "a.mp4", texture(120), options={"g": "10", "preset": "ultrafast", "threads": "1"})
    video = probed(path)
    with open_frames(video) as stream:
        whole = {sampled(frame): frame.to_rgb().pixels for frame in stream}
    decoded.clear()
    wanted = [list(whole)[index] for index in (1, 112)]
    for frame, got in zip(wanted, read_frames(video, wanted), strict=True):
        assert np.array_equal(got.pixels, whole[frame])
    assert len(decoded) < 60


def test_a_variable_frame_rate_is_kept(tmp_path):
    times = [0, 7, 9, 200, 201, 1001]
    path = write_video(tmp_path / "a.mp4", texture(6), times=times, unit=Fraction(1, 1000))
    with open_frames(probed(path)) as stream:
        assert [frame.seconds for frame in stream] == [0.0, 0.007, 0.009, 0.2, 0.201, 1.001]


def test_times_are_those_of_the_container(tmp_path):
    path = write_video(tmp_path / "a.mkv", texture(3), times=[500, 510, 520], unit=Fraction(1, 100))
    video = probed(path)
    with open_frames(video) as stream:
        frames = list(stream)
        assert [frame.seconds for frame in frames] == pytest.approx([5.0, 5.1, 5.2])
        assert stream.ended is None
    with open_frames(video, sampled(frames[1])) as stream:
        assert [frame.seconds for frame in stream] == pytest.approx([5.1, 5.2])


def test_the_small_picture_is_the_mean_of_what_it_covers(tmp_path):
    halves = np.zeros((72, 128, 3), np.uint8)
    halves[:, 64:] = 255
    with open_frames(probed(write_video(tmp_path / "a.mp4", [halves]))) as stream:
        small = next(iter(stream)).thumbnail()
    assert (small.shape, small.dtype) == ((36, 64, 3), np.uint8)
    assert small[:, :28].max() < 8 and small[:, 36:].min() > 247


def test_a_still_picture_is_a_video_of_one_frame(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4", texture(1)))
    with open_frames(video) as stream:
        assert [frame.seconds for frame in stream] == [0.0]
        assert stream.ended is None


def test_the_file_says_how_it_is_turned(tmp_path):
    scene = np.zeros((64, 96, 3), np.uint8)
    scene[:32, :48] = 255
    for degrees, mirrored, corner, words in (
        (90, False, (1, 0), "90° counterclockwise"),
        (-90, False, (0, 1), "90° clockwise"),
        (180, False, (1, 1), "180°"),
        (0, True, (0, 1), "mirrored"),
    ):
        path = write_video(tmp_path / "a.mov", [scene], turned=degrees, mirrored=mirrored)
        video = probed(path)
        assert words in sentence(video.notes[0])
        with open_frames(video) as stream:
            pixels = next(iter(stream)).to_rgb().pixels
        assert pixels.shape == (video.height, video.width, 3)
        height, width = pixels.shape[0] // 2, pixels.shape[1] // 2
        for row in (0, 1):
            for column in (0, 1):
                quarter = pixels[row * height :, column * width :][: height - 4, : width - 4]
                assert (quarter[8:, 8:].mean() > 128) == ((row, column) == corner)


def test_pixels_become_square(tmp_path):
    wide = probed(write_video(tmp_path / "a.mp4", texture(2), aspect=Fraction(4, 3)))
    tall = probed(write_video(tmp_path / "b.mp4", texture(2), aspect=Fraction(1, 2)))
    assert (wide.width, wide.height, tall.width, tall.height) == (128, 64, 96, 128)
    assert wide.notes == (Fact(NoteCode.PIXELS_STRETCHED, {"aspect": "4/3"}),)
    with open_frames(tall) as stream:
        assert next(iter(stream)).to_rgb().pixels.shape == (128, 96, 3)


def test_a_longer_video_than_the_limit_is_read_up_to_it(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4", texture(50)))
    with open_frames(video, limits=VideoLimits(seconds=1)) as stream:
        assert [frame.index for frame in stream][-1] == 24
        assert sentence(stream.ended) == (
            "Only the first 0:01 of 0:02 were analyzed: that is the limit; set TELLTALE_MAX_VIDEO_SECONDS higher for "
            "more."
        )


def test_a_file_beyond_a_limit_is_refused(tmp_path):
    path = write_video(tmp_path / "a.mp4", texture(2))
    assert code_of(path, VideoLimits(bytes=1000)) == "file_too_large"
    assert code_of(path, VideoLimits(pixels=96 * 64 - 1)) == "too_many_pixels"
    assert probed(path, VideoLimits(pixels=96 * 64)).width == 96


def large(path):
    """Sixty frames of some kilobytes each, every fifth a key frame."""
    codec, quality = {"webm": ("libvpx-vp9", "crf"), "avi": ("mpeg4", "qmin")}.get(path.suffix[1:], ("libx264", "crf"))
    fast = {"cpu-used": "8", "deadline": "realtime"} if path.suffix == ".webm" else {}
    return write_video(path, texture(60, 160, 120), codec, options={"g": "5", quality: "5", "b": "4000000"} | fast)


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.webm", "clip.avi"])
def test_of_a_file_that_is_cut_off_the_first_part_is_delivered(name, tmp_path):
    path = large(tmp_path / f"whole-{name}")
    if name == "clip.mp4":
        path = copied(path, tmp_path / "index-first.mp4", {"movflags": "faststart"})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with open_frames(probed(path)) as stream:
        frames = list(stream)
    assert 15 < len(frames) < 45
    assert sentence(stream.ended).startswith("The file is cut off: its frames end at 0:0")


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.avi"])
def test_broken_packets_are_passed_over_and_counted(name, tmp_path):
    path = large(tmp_path / name)
    content = bytearray(path.read_bytes())
    for place in range(3, 8):
        middle = len(content) * place // 10
        content[middle : middle + 100] = np.random.default_rng(0).bytes(100)
    path.write_bytes(content)
    video = probed(path)
    with open_frames(video) as stream:
        whole = [looked_at(frame) for frame in stream]
        broken = stream.broken_packets
    assert broken > 0 and 30 <= len(whole) < 60
    with open_frames(video, SampledFrame(*whole[-3][:3], 0)) as stream:
        assert [looked_at(frame) for frame in stream] == whole[-3:]
        assert stream.broken_packets == 0


def test_a_file_whose_end_is_unreadable_says_where_the_frames_end(tmp_path):
    path = write_video(tmp_path / "a.mkv", texture(100))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
    path.write_bytes(content)
    with open_frames(probed(path)) as stream:
        assert 10 < len(list(stream)) < 90
    assert sentence(stream.ended).startswith("The frames end at 0:0")
    assert "of 0:04 that the file declares" in sentence(stream.ended)


def test_a_frame_that_is_not_there_any_more_is_an_error(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4", texture(5)))
    with pytest.raises(MediaError, match="analyze it once more") as caught:
        list(read_frames(video, [SampledFrame(9, 99999, 9.0, 0)]))
    assert caught.value.code == "damaged"


def test_nothing_is_read_after_the_end_of_the_context(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4"))
    with open_frames(video) as stream:
        frames = iter(stream)
        first = next(frames)
    assert list(frames) == []
    assert first.to_rgb().pixels.shape == (64, 96, 3)


def test_two_streams_of_one_file_do_not_disturb_each_other(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4"))
    with open_frames(video) as first, open_frames(video) as second:
        for one, other in zip(first, second, strict=True):
            assert looked_at(one) == looked_at(other)


def test_what_is_no_video_is_refused_by_its_bytes(tmp_path):
    path = tmp_path / "clip.mp4"
    for content, code in ((b"", "empty_file"), (b"Dear Sir,\n", "not_a_video"), (b"\xff\xd8\xff\xe0", "not_a_video")):
        path.write_bytes(content)
        assert code_of(path) == code
    assert code_of(tmp_path / "missing.mp4") == "file_missing"


def test_a_gif_that_claims_too_many_pixels_is_refused_from_its_header(tmp_path):
    content = bytearray(write_kind(tmp_path, "clip.gif").read_bytes())
    content[6:10] = b"\xff\xff\xff\xff"
    path = tmp_path / "huge.gif"
    path.write_bytes(content)
    assert code_of(path) == "too_many_pixels"
