"""Pictures are decoded in a process of their own, which may break, stall and flood without consequence."""

import io
import os
import signal
import struct
import subprocess
import sys
import threading
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from forensics.errors import MediaError, SettingsError
from forensics.media import decoding_process, image
from forensics.media.bounded_process import MAX_IDLE, BoundedProcesses, DecodingLimit, decoding_limit
from forensics.media.decoding_process import COMMAND, decode_image, probe_image
from forensics.media.decoding_worker import Request

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "sample_media" / "collins.jpg"


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def jpeg_of_scans(repeated: int, side: int = 2000) -> bytes:
    """A progressive JPEG of one color whose last scan comes again and again, each of which costs a pass over all."""
    content = encoded(Image.new("RGB", (side, side), (90, 120, 150)), "JPEG", progressive=True)
    last = content.rindex(b"\xff\xda")
    return content[:last] + content[last:-2] * repeated + b"\xff\xd9"


def float_tiff(side: int) -> bytes:
    """Float samples, all of them in one compressed strip: a few kB that ask for side² · 4 bytes, and more."""
    strip = zlib.compress(bytes(4 * side * side), 9)
    values = (
        *((256, 4, side), (257, 4, side), (258, 3, 32), (259, 3, 8), (262, 3, 1)),
        *((273, 4, 8), (277, 3, 1), (278, 4, side), (279, 4, len(strip)), (339, 3, 3)),
    )
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in values)
    directory = struct.pack("<H", len(values)) + entries + struct.pack("<I", 0)
    return struct.pack("<2sHI", b"II", 42, 8 + len(strip)) + strip + directory


def webp_claiming(side: int) -> bytes:
    """34 bytes: a lossless WebP that says its size and ends."""
    bits = (side - 1) | (side - 1) << 14
    chunk = b"VP8L" + struct.pack("<I", 14) + b"\x2f" + struct.pack("<I", bits) + bytes(9)
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def refusal(content: bytes) -> MediaError:
    with pytest.raises(MediaError) as caught:
        decode_image(probe_image(content, "x"))
    return caught.value


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_the_answers_are_those_of_the_program_itself(kind):
    noise = np.random.default_rng(0).integers(0, 256, (37, 53, 3), np.uint8)
    content = encoded(Image.fromarray(noise), kind)
    media = probe_image(content, "../a\n.jpg")
    assert media == image.probe_image(content, "../a\n.jpg")
    assert np.array_equal(decode_image(media).pixels, image.decode_image(media).pixels)


@pytest.mark.parametrize(
    "content", [b"", b"no picture", SAMPLE.read_bytes()[:3000], encoded(Image.new("1", (1, 1)), "GIF")]
)
def test_refusals_are_those_of_the_program_itself(content):
    with pytest.raises(MediaError) as caught:
        image.decode_image(image.probe_image(content, "x"))
    assert refusal(content).fact == caught.value.fact


def test_a_picture_that_takes_too_long_is_a_sentence_and_the_next_one_is_decoded(monkeypatch):
    monkeypatch.setenv("TELLTALE_DECODING_LIMIT", "3000 MB, 1 s")
    error = refusal(jpeg_of_scans(3000))
    assert (error.code, error.fact.parameters["seconds"]) == ("decoding_too_long", 1)
    assert decode_image(probe_image(SAMPLE.read_bytes(), "x")).pixels.size


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
@pytest.mark.parametrize("content", [float_tiff(6000), webp_claiming(8000) + bytes(1000)], ids=["tiff", "webp"])
def test_a_picture_that_takes_too_much_memory_is_a_sentence(monkeypatch, content):
    monkeypatch.setenv("TELLTALE_DECODING_LIMIT", "100 MB, 10 s")
    assert refusal(content).code in ("decoding_memory", "damaged")
    assert decode_image(probe_image(SAMPLE.read_bytes(), "x")).pixels.size


def test_a_picture_that_claims_more_pixels_than_may_be_is_refused_unseen():
    assert refusal(webp_claiming(16383)).code == "too_many_pixels"


def change_process(does: str, monkeypatch: pytest.MonkeyPatch) -> BoundedProcesses:
    """This is done at the beginning of each process."""
    program = f"import sys; from forensics.media import decoding_worker; {does}; "
    program += "decoding_worker.serve(*map(int, sys.argv[1:]))"
    return use(BoundedProcesses(("-c", program)), monkeypatch)


def use(processes: BoundedProcesses, monkeypatch: pytest.MonkeyPatch) -> BoundedProcesses:
    monkeypatch.setattr(decoding_process, "PROCESSES", processes)
    return processes


def ask_while(process_does: str, monkeypatch: pytest.MonkeyPatch) -> MediaError:
    """What is said where the process does this when it is asked."""
    processes = change_process(process_does, monkeypatch)
    try:
        with pytest.raises(MediaError) as caught:
            probe_image(b"content", "x")
        return caught.value
    finally:
        processes.end()


@pytest.mark.parametrize(
    ("does", "code"),
    [
        ("decoding_worker._answer = lambda *_: __import__('ctypes').string_at(0)", "decoder_crashed"),
        ("decoding_worker._answer = lambda *_: 1 / 0", "decoder_crashed"),
        ("decoding_worker.encode = lambda _: b'no message'", "decoder_crashed"),
        ("decoding_worker.encode = lambda _: bytes(1 << 25)", "decoder_crashed"),
        ("decoding_worker._answer = lambda *_: __import__('os').kill(__import__('os').getpid(), 9)", "decoding_memory"),
        ("__import__('os')._exit(0)", "decoder_crashed"),
    ],
)
def test_whatever_becomes_of_the_process_is_a_sentence(monkeypatch, does, code):
    assert ask_while(does, monkeypatch).code == code


def test_a_process_that_lies_about_its_pixels_is_not_believed(monkeypatch):
    media = probe_image(SAMPLE.read_bytes(), "x")
    change_process("decoding_worker.write_pixels = lambda *_: None", monkeypatch)
    with pytest.raises(MediaError) as caught:
        decode_image(media)
    assert caught.value.code == "decoder_crashed"


def test_a_process_that_cannot_be_started_is_a_sentence(monkeypatch):
    def refuse(*_, **__):
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    with pytest.raises(MediaError, match="Resource temporarily unavailable") as caught:
        use(BoundedProcesses(COMMAND), monkeypatch)
        probe_image(b"content", "x")
    assert caught.value.code == "no_decoder"


def test_nobody_waits_for_a_picture_that_takes_long(monkeypatch):
    """One is stopped in its process, which is no longer there for others, who get one of their own."""
    processes = use(BoundedProcesses(COMMAND), monkeypatch)
    held = processes._take()
    os.kill(held._process.pid, signal.SIGSTOP)
    media = probe_image(SAMPLE.read_bytes(), "x")
    answers = [threading.Thread(target=decode_image, args=(media,)) for _ in range(3)]
    for thread in answers:
        thread.start()
    for thread in answers:
        thread.join()
    assert len(processes._idle) <= MAX_IDLE
    held.end()
    processes.end()


def test_a_process_that_died_while_it_waited_is_not_asked(monkeypatch):
    processes = use(BoundedProcesses(COMMAND), monkeypatch)
    probe_image(SAMPLE.read_bytes(), "x")
    (process,) = processes._idle
    process._process.kill()
    process._process.wait()
    assert probe_image(SAMPLE.read_bytes(), "x").width
    processes.end()


def test_the_process_ends_with_the_program_even_where_that_is_killed():
    script = "import os, time; from forensics.media.decoding_process import PROCESSES; PROCESSES.start(); "
    script += "print(PROCESSES._idle[0]._process.pid, flush=True); time.sleep(60)"
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        child = int(program.stdout.readline())
        program.kill()
    for _ in range(600):
        if not Path(f"/proc/{child}").exists() or b"\nState:\tZ" in Path(f"/proc/{child}/status").read_bytes():
            return
        time.sleep(0.1)
    pytest.fail("the process goes on")


@pytest.mark.parametrize(("asked", "limit"), [("", DecodingLimit()), ("500 MB, 3 s", (500, 3)), (" 1MB,2s ", (1, 2))])
def test_the_limit_is_one_setting(monkeypatch, asked, limit):
    monkeypatch.setenv("TELLTALE_DECODING_LIMIT", asked)
    assert decoding_limit() == limit


@pytest.mark.parametrize("asked", ["much", "0 MB, 3 s", "3 s", "3000, 10", "-1 MB, 2 s"])
def test_a_limit_that_is_none_is_refused(monkeypatch, asked):
    monkeypatch.setenv("TELLTALE_DECODING_LIMIT", asked)
    with pytest.raises(SettingsError) as caught:
        decoding_limit()
    assert caught.value.code == "wrong_setting"


def test_without_such_processes_the_program_decodes_itself(monkeypatch):
    monkeypatch.setattr(decoding_process, "HAS_PROCESSES", False)
    monkeypatch.setattr(decoding_process, "PROCESSES", None)
    assert decode_image(probe_image(SAMPLE.read_bytes(), "x")).pixels.size


@pytest.mark.slow
def test_a_sound_jpeg_of_120_megapixels_passes():
    wide = Image.open(SAMPLE).convert("RGB").resize((12000, 10000))
    content = encoded(wide, "JPEG", quality=95, subsampling=0, progressive=True)
    assert decode_image(probe_image(content, "x")).pixels.shape == (10000, 12000, 3)


def test_a_request_is_written_without_its_content():
    media = replace(image.probe_image(SAMPLE.read_bytes(), "x"), content=b"")
    assert len(decoding_process.encode(Request("x", media, 1, 1.0))) < 1000
