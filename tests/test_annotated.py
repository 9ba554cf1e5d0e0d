"""The annotated video, written and read again."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from made_video import forged, frames_of, made_result, made_video, track_of
from video_files import texture
from video_files import write_video as write_frames

from explain.drawing import annotated_video
from explain.drawing.annotated_video import annotate_video
from explain.drawing.palette import VERDICT_COLORS
from forensics.errors import MediaError
from forensics.facts import told_fact
from forensics.types.video import VideoResult

TIMES = (0, 40, 80, 200, 230, 400, 600, 800, 1000, 1033, 1100)
"""Milliseconds; a variable frame rate."""


COLOR = (170, 110, 90)


def write_video(path: Path) -> Path:
    """Frames of one color at these times, with a second of silence beside them."""
    with av.open(str(path), "w", format="mp4") as container:
        film = container.add_stream("libx264", options={"preset": "ultrafast"})
        film.width, film.height = 160, 120
        film.pix_fmt = "yuv420p"
        film.codec_context.time_base = Fraction(1, 1000)
        sound = container.add_stream("aac", rate=8000)
        for milliseconds in TIMES:
            frame = av.VideoFrame.from_ndarray(np.full((120, 160, 3), COLOR, np.uint8), "rgb24")
            frame.pts, frame.time_base = milliseconds, Fraction(1, 1000)
            container.mux(film.encode(frame))
        container.mux(film.encode())
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.float32), "fltp", "mono")
        silence.sample_rate = 8000
        container.mux([*sound.encode(silence), *sound.encode()])
    return path


def result_of(path: Path, **changes: object) -> VideoResult:
    """A forged person at the left, seen in the first four of six samples."""
    frames = frames_of(1.2)
    values = {
        "video": made_video(path, seconds=Fraction(6, 5)),
        "frames": frames,
        "cuts": (),
        "tracks": (track_of(1, frames[:4], forged),),
    }
    return made_result(path, **values | changes)


def pictures(path: Path) -> list[np.ndarray]:
    with av.open(str(path)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]


def colored(picture: np.ndarray) -> float:
    """Share of the picture's upper half in the color of signs of manipulation, less what compression changed."""
    color = [int(VERDICT_COLORS["signs of manipulation"][i : i + 2], 16) for i in (1, 3, 5)]
    near = np.abs(picture[: len(picture) // 2].astype(int) - color).max(axis=-1) < 40
    return float(near.mean())


def test_every_frame_keeps_its_time(tmp_path: Path) -> None:
    annotate_video(result_of(write_video(tmp_path / "in.mp4")), tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        unit = container.streams.video[0].time_base
        assert [frame.pts * unit for frame in container.decode(video=0)] == [Fraction(time, 1000) for time in TIMES]


def test_seconds_apart_in_a_unit_of_nanoseconds_are_kept(tmp_path: Path) -> None:
    second = 10**9
    path = write_frames(
        tmp_path / "in.mp4",
        texture(3),
        times=[0, 2 * second, 4 * second],
        unit=Fraction(1, second),
        options={"bf": "0"},
    )
    with av.open(str(path)) as container:
        assert container.streams.video[0].time_base == Fraction(1, second)
    annotate_video(result_of(path, frames=frames_of(4.2), tracks=()), tmp_path / "out.mp4")
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert [frame.time for frame in container.decode(video=0)] == [0.0, 2.0, 4.0]


def test_what_the_writer_refuses_is_one_sentence_and_a_full_disk_stays_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = result_of(write_video(tmp_path / "in.mp4"))
    for code, wanted in ((av.error.PatchWelcomeError, MediaError), (av.error.OSError, OSError)):

        def refused(*_args: object, code: type[Exception] = code) -> None:
            raise code(1, "No room")

        monkeypatch.setattr(annotated_video, "_stream", refused)
        with pytest.raises(wanted, match=r"No room"):
            annotate_video(result, tmp_path / "out.mp4")
    assert [path.name for path in tmp_path.iterdir()] == ["in.mp4"]


def test_a_copy_that_grows_beyond_its_limit_is_given_up(tmp_path: Path) -> None:
    result = result_of(write_video(tmp_path / "in.mp4"))
    annotate_video(result, tmp_path / "out.mp4")
    size = (tmp_path / "out.mp4").stat().st_size
    annotate_video(result, tmp_path / "out.mp4", most_bytes=size)
    (tmp_path / "out.mp4").unlink()
    with pytest.raises(MediaError, match=r"`python -m forensics analyze VIDEO --annotated FOLDER`") as caught:
        annotate_video(result, tmp_path / "out.mp4", most_bytes=size - 1)
    assert caught.value.code == "file_too_large"
    assert [path.name for path in tmp_path.iterdir()] == ["in.mp4"]


def test_browsers_can_play_it_and_the_audio_is_left_out(tmp_path: Path) -> None:
    annotate_video(result_of(write_video(tmp_path / "in.mp4")), tmp_path / "out.mp4")
    content = (tmp_path / "out.mp4").read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")  # playing begins before all is there
    with av.open(str(tmp_path / "out.mp4")) as container:
        assert [stream.type for stream in container.streams] == ["video"]
        context = container.streams.video[0].codec_context
        assert (context.name, context.pix_fmt, context.width) == ("h264", "yuv420p", 480)


def test_boxes_are_drawn_while_the_person_is_seen_and_not_after(tmp_path: Path) -> None:
    annotate_video(result_of(write_video(tmp_path / "in.mp4")), tmp_path / "out.mp4")
    shares = [colored(picture) for picture in pictures(tmp_path / "out.mp4")]
    assert min(shares[:7]) > 0.003  # up to second 0.6
    assert max(shares[7:]) == 0  # from second 0.8 on


def test_the_colors_of_the_original_stay(tmp_path: Path) -> None:
    annotate_video(result_of(write_video(tmp_path / "in.mp4"), tracks=()), tmp_path / "out.mp4")
    picture = pictures(tmp_path / "out.mp4")[5][:340]
    assert np.abs(picture.astype(int) - COLOR).max() <= 6


def test_what_was_not_looked_at_is_left_out(tmp_path: Path) -> None:
    stopped = result_of(write_video(tmp_path / "in.mp4"), frames=frames_of(0.6), ended=told_fact("It was stopped."))
    annotate_video(stopped, tmp_path / "out.mp4")
    assert len(pictures(tmp_path / "out.mp4")) == 6  # the last at second 0.4


def test_the_share_done_grows_to_one(tmp_path: Path) -> None:
    said: list[float] = []
    annotate_video(result_of(write_video(tmp_path / "in.mp4")), tmp_path / "out.mp4", said.append)
    assert said == sorted(said)
    assert len(said) == len(TIMES)
    assert said[-1] == pytest.approx(1.1 / 1.2)


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(_share: float) -> None:
        raise StoppedError

    result = result_of(write_video(tmp_path / "in.mp4"))
    target = tmp_path / "out.mp4"
    target.write_bytes(b"earlier")
    with pytest.raises(StoppedError):
        annotate_video(result, target, stop)
    (tmp_path / "in.mp4").unlink()
    with pytest.raises(MediaError):
        annotate_video(result, target)
    assert [path.name for path in tmp_path.iterdir()] == ["out.mp4"]
    assert target.read_bytes() == b"earlier"
