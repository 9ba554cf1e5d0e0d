"""Videos are decoded in a process of their own, which may break and stall without consequence."""

import gc
from hashlib import sha256

import numpy as np
import pytest
from video_files import GROUPS, write_video

from forensics.errors import MediaError
from forensics.media.bounded_process import BoundedProcesses
from forensics.media.video import decoding_process, reader
from forensics.media.video.decoding_process import open_frames, probe, read_frames
from forensics.media.video.limits import VideoLimits
from forensics.types.video import SampledFrame

HASH = "0" * 64


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    return probe(write_video(tmp_path_factory.mktemp("video") / "a.mp4", options=GROUPS), "../a\n.mp4", HASH)


def seen(stream):
    frames = [
        (
            *(frame.index, frame.pts, frame.seconds, frame.end),
            frame.thumbnail().tolist(),
            frame.to_rgb().pixels.tolist(),
        )
        for frame in stream
    ]
    return sha256(repr(frames).encode()).hexdigest(), len(frames), stream.ended, stream.notes, stream.broken_packets


def sampled(video, number):
    with reader.open_frames(video) as stream:
        frame = next(frame for frame in stream if frame.index == number)
        return SampledFrame(number, frame.pts, frame.seconds, 0)


def change_process(does, monkeypatch):
    """This is done at the beginning of each process."""
    program = (
        "import sys; from forensics.media.video import decoding_worker; from forensics.media.video.decoding_worker "
    )
    program += f"import OpenVideo; {does}; decoding_worker.serve_videos(*map(int, sys.argv[1:]))"
    processes = BoundedProcesses(("-c", program))
    monkeypatch.setattr(decoding_process, "PROCESSES", processes)
    return processes


def test_a_look_at_a_file_is_that_of_the_program_itself(video):
    assert video == reader.probe(video.path, "../a\n.mp4", HASH)


@pytest.mark.parametrize("first", [0, 17])
@pytest.mark.parametrize("thumbnails", [False, True])
def test_frames_are_those_of_the_program_itself(video, first, thumbnails):
    start = sampled(video, first)
    with open_frames(video, start, thumbnails=thumbnails) as stream:
        got = seen(stream)
    with reader.open_frames(video, start) as stream:
        assert got == seen(stream)
    assert got[1] == 30 - first


def test_single_frames_are_those_of_the_program_itself(video):
    wanted = [sampled(video, number) for number in (3, 4, 20, 1)]
    got = list(read_frames(video, wanted))
    for one, other in zip(got, reader.read_frames(video, wanted), strict=True):
        assert (one.index, one.seconds) == (other.index, other.seconds)
        assert np.array_equal(one.pixels, other.pixels)


def test_limits_of_time_are_said_of_the_stream(video):
    limits = VideoLimits(seconds=1)
    with open_frames(video, limits=limits) as stream:
        got = seen(stream)
    with reader.open_frames(video, limits=limits) as stream:
        assert got == seen(stream)
    assert got[2] is not None


@pytest.mark.parametrize("change", [lambda _: b"", lambda _: b"no video", lambda whole: whole[: len(whole) // 3]])
def test_refusals_are_those_of_the_program_itself_and_cost_no_process(video, tmp_path, change):
    path = tmp_path / "b.mp4"
    path.write_bytes(change(video.path.read_bytes()))
    with pytest.raises(MediaError) as refused:
        probe(path, "b.mp4", HASH)
    with pytest.raises(MediaError) as expected:
        reader.probe(path, "b.mp4", HASH)
    assert refused.value.fact == expected.value.fact
    idle = decoding_process.PROCESSES._idle
    assert idle
    assert all(process.lives for process in idle)


def test_a_file_that_vanished_is_a_sentence_and_the_next_is_read(video, tmp_path):
    path = tmp_path / "c.mp4"
    path.write_bytes(video.path.read_bytes())
    copy = probe(path, "c.mp4", HASH)
    path.unlink()
    with pytest.raises(MediaError) as gone, open_frames(copy):
        pass
    assert gone.value.code == "file_missing"
    assert len(list(read_frames(video, [sampled(video, 0)]))) == 1


@pytest.mark.parametrize(
    ("does", "code"),
    [
        ("OpenVideo._next = lambda _: __import__('ctypes').string_at(0)", "decoder_crashed"),
        ("OpenVideo._next = lambda _: 1 / 0", "decoder_crashed"),
        ("OpenVideo._next = lambda _: bytearray(1 << 60)", "decoding_memory"),
        ("OpenVideo._next = lambda _: __import__('os').kill(__import__('os').getpid(), 9)", "decoding_memory"),
        ("decoding_worker.write_pixels = lambda *_: None", "decoder_crashed"),
    ],
)
def test_whatever_becomes_of_the_process_is_a_sentence(video, monkeypatch, does, code):
    processes = change_process(does, monkeypatch)
    with pytest.raises(MediaError) as caught, open_frames(video) as stream:
        for frame in stream:
            frame.to_rgb()
    assert caught.value.code == code
    processes.end()


def test_a_step_that_takes_too_long_is_a_sentence_however_many_there_may_be(video, monkeypatch):
    monkeypatch.setenv("TELLTALE_DECODING_LIMIT", "3000 MB, 1 s")
    step = "def step(end):\n while process_time() < end: pass\n renew()\n"
    wait = "OpenVideo._next = lambda s: ([step(process_time() + 0.4) for _ in range(4)], before(s))[1]"
    imports = "from time import process_time; from forensics.media.bounded_worker import renew_time_limit as renew"
    processes = change_process(f"{imports}; exec({step!r}); before = OpenVideo._next; {wait}", monkeypatch)
    with open_frames(video) as stream:
        assert next(iter(stream)).index == 0
    processes.end()
    processes = change_process("OpenVideo._next = lambda _: [None for _ in iter(int, 1)]", monkeypatch)
    with pytest.raises(MediaError) as caught, open_frames(video) as stream:
        next(iter(stream))
    assert caught.value.code == "decoding_too_long"
    processes.end()


def test_the_process_holds_only_frames_that_somebody_holds(video, monkeypatch):
    held = "before = OpenVideo._next; OpenVideo._next = lambda s: before(s) if len(s._held) < 4 else 1 / 0"
    processes = change_process(held, monkeypatch)
    with open_frames(video) as stream:
        frames = iter(stream)
        kept = [next(frames), next(frames)]
        for _ in frames:
            gc.collect()
        assert [frame.to_rgb().index for frame in kept] == [0, 1]
    with pytest.raises(MediaError), open_frames(video) as stream:
        kept = list(stream)
    processes.end()


def test_a_process_is_closed_where_the_caller_breaks_off(video, monkeypatch):
    closed = (
        "before = OpenVideo._do; OpenVideo._do = lambda s, r: 1 / 0 if r.step == 'open' and s._stream else before(s, r)"
    )
    processes = change_process(closed, monkeypatch)
    for _ in range(3):
        with open_frames(video) as stream:
            next(iter(stream))
    assert len(processes._idle) == 1
    with pytest.raises(KeyError), open_frames(video) as stream:
        raise KeyError
    assert not processes._idle


def test_without_such_processes_the_program_decodes_itself(video, monkeypatch):
    monkeypatch.setattr(decoding_process, "HAS_PROCESSES", False)
    monkeypatch.setattr(decoding_process, "PROCESSES", None)
    assert probe(video.path, "a.mp4", HASH).width == video.width
    with open_frames(video) as stream:
        assert seen(stream)[1] == 30
    assert len(list(read_frames(video, [sampled(video, 2)]))) == 1
