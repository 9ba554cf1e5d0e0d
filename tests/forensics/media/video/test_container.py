"""Which stream of a file is looked at, and what a hostile file cannot do."""

import io
import struct

import av
import numpy as np
import pytest
from video_files import KINDS, copied, texture, write_kind, write_sound, write_video

from forensics.errors import MediaError
from forensics.media.file_type import VIDEO_TYPES
from forensics.media.video import container as containers
from forensics.media.video.container import DEMUXERS
from forensics.media.video.limits import VideoLimits
from forensics.media.video.reader import open_frames, probe
from forensics.messages.catalogue import optional_sentence

pytestmark = pytest.mark.slow

HASH = "0" * 64


def code_of(path):
    """Of the refusal of the file, or "" where it could be read."""
    try:
        with open_frames(probe(path, path.name, HASH)) as stream:
            for frame in stream:
                assert frame.to_rgb().pixels.size > 0
    except MediaError as error:
        assert str(error).endswith(".") and "\n" not in str(error)
        return error.code
    return ""


def sentence(path):
    with pytest.raises(MediaError) as caught:
        probe(path, path.name, HASH)
    return str(caught.value)


def test_every_type_that_is_taken_has_a_demuxer():
    assert DEMUXERS.keys() == VIDEO_TYPES


def test_sound_alone_is_no_video(tmp_path):
    path = write_sound(tmp_path / "a.mp4")
    assert code_of(path) == "no_video"
    assert "only sound came" in sentence(path)


@pytest.mark.parametrize(
    ("name", "codec", "form"),
    [
        ("a.flv", "aac", None),
        ("a.ts", "aac", None),
        ("a.mpg", "mp2", None),
        ("a.opus", "libopus", None),
        ("a.mp3", "libmp3lame", None),
        ("a.wav", "pcm_s16le", None),
        ("a.flac", "flac", None),
        ("a.aac", "aac", "adts"),
    ],
)
def test_sound_of_any_kind_is_called_sound(name, codec, form, tmp_path):
    path = tmp_path / name
    with av.open(str(path), "w", format=form) as container:
        stream = container.add_stream(codec, rate=48000, layout="mono")
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 24000), np.int16), format="s16", layout="mono")
        silence.sample_rate, silence.pts = 48000, 0
        context = stream.codec_context
        container.start_encoding()
        for frame in av.AudioResampler(context.format, "mono", 48000, context.frame_size or None).resample(silence):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    assert code_of(path) == "no_video"
    assert "only sound came" in sentence(path)


def test_cover_art_is_no_video(tmp_path):
    path = write_sound(tmp_path / "a.mp4", cover=True)
    assert code_of(path) == "no_video"
    assert "a cover picture and sound came" in sentence(path)


def test_an_encrypted_video_is_named_so(tmp_path):
    key = {"encryption_scheme": "cenc-aes-ctr", "encryption_key": "76" * 16, "encryption_kid": "a7" * 16}
    path = copied(write_video(tmp_path / "a.mp4"), tmp_path / "b.mp4", key)
    assert code_of(path) == "encrypted"


def test_a_coding_without_a_decoder_is_named_so(tmp_path):
    path = write_video(tmp_path / "a.mkv")
    path.write_bytes(path.read_bytes().replace(b"V_MPEG4/ISO/AVC", b"V_MPEG4/ISO/XYZ"))
    assert code_of(path) == "unsupported_codec"


def test_what_else_there_is_to_be_seen_is_named(tmp_path):
    path = tmp_path / "a.mp4"
    with av.open(str(path), "w") as container:
        streams = [container.add_stream(codec, rate=25) for codec in ("mpeg4", "libx264", "mjpeg")]
        for stream, size in zip(streams, ((96, 64), (48, 32), (16, 16)), strict=True):
            stream.width, stream.height = size
            stream.pix_fmt = "yuvj420p" if size == (16, 16) else "yuv420p"
        streams[2].disposition = av.stream.Disposition.attached_pic
        for pixels in texture(3):
            for stream in streams[:2]:
                small = np.ascontiguousarray(pixels[: stream.height, : stream.width])
                container.mux(stream.encode(av.VideoFrame.from_ndarray(small, format="rgb24")))
        cover = av.VideoFrame(16, 16, "yuvj420p")
        cover.pts = 0
        container.mux(streams[2].encode(cover))
        for stream in streams:
            container.mux(stream.encode(None))
    assert tuple(map(optional_sentence, probe(path, "a.mp4", HASH).notes)) == (
        "The file holds 2 films, of which only the one that players show was looked at.",
        "Film 1, mpeg4, 96 × 64 pixels, was looked at.",
        "Film 2, h264, 48 × 32 pixels, was not looked at.",
        "A picture is attached to the file (mjpeg, 16 × 16 pixels), which was not looked at.",
    )


@pytest.mark.parametrize(
    "playlist",
    [
        b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n%s\n#EXT-X-ENDLIST\n",
        b"ffconcat version 1.0\nfile '%s'\n",
        b"<?xml version='1.0'?><MPD><BaseURL>%s</BaseURL></MPD>",
        b"v=0\no=- 0 0 IN IP4 127.0.0.1\nc=IN IP4 127.0.0.1\nm=video 5000 RTP/AVP 96\na=%s\n",
    ],
)
@pytest.mark.parametrize("before", [b"", b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", b"\x1a\x45\xdf\xa3", b"GIF89a"])
def test_a_playlist_under_any_name_opens_no_other_file(playlist, before, tmp_path, monkeypatch):
    other = write_video(tmp_path / "other.mp4", texture(2))
    path = tmp_path / "clip.mp4"
    path.write_bytes(before + playlist % str(other).encode())
    asked = []
    monkeypatch.setattr(containers, "_deny_external_open", lambda *given: asked.append(given))
    assert code_of(path) in {"not_a_video", "damaged", "no_frames", "no_video", "too_many_pixels"}
    assert asked == []


def test_a_film_that_refers_to_another_file_does_not_open_it(tmp_path):
    other = write_video(tmp_path / "other.mp4", texture(2))
    content = bytearray(write_video(tmp_path / "a.mov", texture(2)).read_bytes())
    at = content.find(b"url ", content.find(b"dref"))
    content[at + 7] = 0  # no longer "in this file"
    path = tmp_path / "b.mov"
    path.write_bytes(content.replace(b"mdat", b"free"))
    other.unlink()
    assert code_of(path) in {"", "damaged", "no_frames"}


def test_whatever_asks_for_another_file_is_refused():
    with pytest.raises(PermissionError, match="secret"):
        containers._deny_external_open("file:///secret", 0, {})


def test_a_header_that_points_outside_the_file_is_damage(tmp_path, monkeypatch):
    class Bounded(io.BytesIO):
        def seek(self, offset, whence=0):
            raise OSError(22, "Invalid argument")

    content = write_video(tmp_path / "a.mp4", texture(2)).read_bytes()
    monkeypatch.setattr(containers, "open_file", lambda path: Bounded(content))
    with pytest.raises(MediaError) as caught, containers.open_container(tmp_path / "a.mp4", "video/mp4", VideoLimits()):
        pass
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("name", KINDS)
def test_hostile_bytes_neither_crash_nor_hang(name, tmp_path):
    content = write_kind(tmp_path, name).read_bytes()
    noise = np.random.default_rng(0)
    hostile = [content[:40], content[:200], content[: len(content) // 2], content[:64] + noise.bytes(5000)]
    for _ in range(8):
        changed = bytearray(content)
        for place in noise.integers(16, len(content), 30):
            changed[place] = noise.integers(256)
        hostile.append(bytes(changed))
    path, codes = tmp_path / "hostile", {"", "damaged", "no_frames", "no_video", "unsupported_codec", "too_many_pixels"}
    for bytes_ in hostile:
        path.write_bytes(bytes_)
        assert code_of(path) in codes | {"not_a_video"}  # where the signature itself was hit


@pytest.mark.parametrize(("size", "code"), [((65535, 65535), "no_frames"), ((7680, 4320), "too_many_pixels")])
def test_a_header_that_claims_too_large_a_picture_takes_no_memory(size, code, tmp_path):
    content = bytearray(write_video(tmp_path / "a.avi", texture(2), "mjpeg", "yuvj420p").read_bytes())
    header = content.find(b"strf") + 8
    content[header + 4 : header + 12] = struct.pack("<II", *size)
    for marker in (at for at in range(len(content) - 9) if content[at : at + 2] == b"\xff\xc0"):
        content[marker + 5 : marker + 9] = struct.pack(">HH", *size[::-1])
    path = tmp_path / "b.avi"
    path.write_bytes(content)
    assert code_of(path) == code


def test_a_film_without_its_data_or_its_index(tmp_path):
    film = copied(write_video(tmp_path / "a.mp4"), tmp_path / "b.mp4", {"movflags": "faststart"}).read_bytes()
    path = tmp_path / "c.mp4"
    path.write_bytes(film[: film.find(b"mdat") - 4] + b"\0\0\0\x08mdat")
    assert code_of(path) == "no_frames"
    avi = write_kind(tmp_path, "clip.avi").read_bytes()
    path.write_bytes(avi[: avi.rfind(b"idx1")])
    with open_frames(probe(path, "c", HASH)) as stream:
        assert len(list(stream)) == 30


def test_metadata_that_are_no_unicode_do_not_matter(tmp_path):
    path = tmp_path / "a.mkv"
    content = io.BytesIO()
    with av.open(content, "w", format="matroska") as container:
        container.metadata["title"] = "TITLE"
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(texture(1)[0], format="rgb24")) + stream.encode(None))
    path.write_bytes(content.getvalue().replace(b"TITLE", b"\xff\xfe\xff\xfe\xff", 1))
    assert code_of(path) == ""
