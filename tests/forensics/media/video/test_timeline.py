"""The clock of a video: when its first frame is shown, when its last one ends, which of its frames are shown."""

from fractions import Fraction

import av
import numpy as np
import pytest
from video_files import copied, edited, texture, write_video, write_with_sound

from forensics.facts import Fact
from forensics.media.video.reader import open_frames, probe, read_frames
from forensics.messages.catalogue import sentence
from forensics.types.video import SampledFrame
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow

HASH = "0" * 64
GROUPS = {"g": "10", "bf": "2", "preset": "ultrafast"}


def probed(path):
    return probe(path, path.name, HASH)


def times(video):
    with open_frames(video) as stream:
        return [frame.seconds for frame in stream]


@pytest.mark.parametrize("name", ["a.mp4", "a.mov", "a.mkv", "a.webm"])
def test_a_picture_that_begins_after_the_sound_keeps_its_time(name, tmp_path):
    video = probed(write_with_sound(tmp_path / name, picture=2, sound=0))
    assert video.start == 2
    assert float(video.seconds) == pytest.approx(3, abs=0.001)
    assert times(video) == pytest.approx([2 + n / 10 for n in range(10)], abs=0.001)


@pytest.mark.parametrize(("name", "start"), [("a.mp4", 2), ("a.mkv", 2), ("a.ts", 0), ("a.mpg", 0)])
def test_a_picture_alone_begins_where_players_begin(name, start, tmp_path):
    """Browsers go by the clock of an MP4 or a Matroska; the clock of a transport stream begins anywhere."""
    video = probed(write_with_sound(tmp_path / name, picture=2, sound=None))
    assert video.start == start


def test_going_on_keeps_the_clock(tmp_path):
    video = probed(write_with_sound(tmp_path / "a.mp4", picture=2, sound=0))
    with open_frames(video) as stream:
        frames = [SampledFrame(frame.index, frame.pts, frame.seconds, 0) for frame in stream]
    with open_frames(video, frames[7]) as stream:
        assert [frame.seconds for frame in stream] == [frame.seconds for frame in frames[7:]]
    assert [frame.seconds for frame in read_frames(video, frames[::3])] == [frame.seconds for frame in frames[::3]]


def test_the_limit_counts_from_the_first_frame(tmp_path, monkeypatch):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "1")
    assert times(probed(write_with_sound(tmp_path / "a.mp4", picture=2, sound=0)))[-1] == pytest.approx(2.9)


def test_what_an_edit_list_hides_before_the_beginning_is_not_shown_and_said(tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(30), options=GROUPS)
    with av.open(str(film)) as container:
        unit = container.streams.video[0].time_base
    video = probed(copied(film, tmp_path / "b.mp4", {}, earlier=round(Fraction(14, 25) / unit)))
    assert (video.frame_count, video.start, video.seconds) == (16, 0, Fraction(16, 25))
    assert video.notes == (Fact(NoteCode.HIDDEN_FRAMES, {"stored": 30, "shown": 16, "hidden": 14}),)
    assert sentence(video.notes[0]).endswith("The 14 hidden ones may hold what somebody cut away.")
    wanted = texture(30)
    with open_frames(video) as stream:
        frames = [(frame.seconds, frame.to_rgb().pixels) for frame in stream]
    assert [seconds for seconds, _ in frames] == pytest.approx([n / 25 for n in range(16)])
    nearest = [int(np.argmin([np.abs(pixels.astype(int) - one).mean() for one in wanted])) for _, pixels in frames]
    assert nearest == list(range(14, 30))


def test_what_an_edit_list_hides_at_the_end_is_not_shown_and_said(tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(30), options=GROUPS)
    video = probed(edited(film, tmp_path / "b.mp4", milliseconds=400))
    assert (video.frame_count, len(times(video))) == (10, 10)
    assert video.notes == (Fact(NoteCode.HIDDEN_FRAMES, {"stored": 30, "shown": 10, "hidden": 20}),)


def test_an_ordinary_film_hides_nothing(tmp_path):
    video = probed(write_video(tmp_path / "a.mp4", texture(30), options=GROUPS))
    assert (video.frame_count, video.start, video.notes) == (30, 0, ())
