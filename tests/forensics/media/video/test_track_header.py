"""What a container cuts off its pictures, and what is coded for Dolby Vision."""

import struct
from fractions import Fraction

import av
import numpy as np
import pytest
from video_files import texture, with_boxes, write_cropped_matroska, write_video

from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.media.video.reader import open_frames, probe, read_frames
from forensics.media.video.track_header import WHOLE, _matroska_header, track_header
from forensics.types.video import SampledFrame
from forensics.types.video_codes import NoteCode

pytestmark = pytest.mark.slow


def probed(path):
    return probe(path, path.name, "0" * 64)


def pictures(video):
    with open_frames(video) as stream:
        return [frame.to_rgb().pixels for frame in stream]


def clap(width, height, right=(0, 1), down=(0, 1)):
    return b"clap" + struct.pack(">8i", width, 1, height, 1, *right, *down)


def dolby_vision(profile, compatible, name=b"dvcC"):
    """Level 1, with a base layer and its metadata (Dolby Vision Streams Within the ISO Base Media File Format, 3.2)."""
    return name + bytes([1, 0, profile << 1, 1 << 3 | 0b101, compatible << 4]) + bytes(19)


def test_the_edges_that_a_matroska_cuts_off_are_not_looked_at(tmp_path):
    whole = texture(3)
    video = probed(write_cropped_matroska(tmp_path / "a.mkv", whole, (8, 4, 16, 20)))
    assert (video.width, video.height, video.crop) == (72, 40, (8, 4, 16, 20))
    sizes = {"width": 72, "height": 40, "whole_width": 96, "whole_height": 64}
    assert video.notes == (Fact(NoteCode.CROPPED, sizes),)
    for pixels, wanted in zip(pictures(video), whole, strict=True):
        assert np.array_equal(pixels, wanted[4:44, 8:80])


def test_the_clean_aperture_of_an_mp4_is_what_is_looked_at(tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(3), options={"crf": "1"})
    video = probed(with_boxes(film, tmp_path / "b.mp4", clap(80, 48, right=(-4, 1), down=(4, 1))))
    assert video.crop == (4, 12, 12, 4)  # (96 − 80) / 2 − 4 on the left, (64 − 48) / 2 + 4 above
    for pixels, whole in zip(pictures(video), pictures(probed(film)), strict=True):
        assert np.array_equal(pixels, whole[12:60, 4:84])


def test_pixels_that_are_not_square_are_cut_before_they_are_stretched(tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(1), aspect=Fraction(2))
    video = probed(with_boxes(film, tmp_path / "b.mp4", clap(80, 48)))
    assert (video.width, video.height) == (160, 48)
    assert np.array_equal(pictures(video)[0], pictures(probed(film))[0][8:56, 16:176])


def test_a_picture_is_cut_before_it_is_turned(tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(1), turned=-90)
    video = probed(with_boxes(film, tmp_path / "b.mp4", clap(80, 48, right=(-8, 1), down=(8, 1))))
    assert (video.width, video.height) == (48, 80)
    assert np.array_equal(pictures(video)[0], pictures(probed(film))[0][:80, :48])  # clockwise: below goes to the left


@pytest.mark.parametrize(
    "box", [clap(200, 48), clap(0, 48), clap(80, 48, right=(1, 0)), clap(80, 48, (50, 1)), b"clap\0"]
)
def test_edges_that_cannot_be_cut_off_are_left(box, tmp_path):
    path = with_boxes(write_video(tmp_path / "a.mp4", texture(1)), tmp_path / "b.mp4", box)
    assert track_header(path, "video/mp4", 0).crop == WHOLE


@pytest.mark.parametrize(("profile", "compatible"), [(5, 0), (4, 0), (7, 0), (10, 0)])
def test_pictures_for_dolby_vision_alone_are_refused_in_words(profile, compatible, tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(1))
    with pytest.raises(MediaError, match=rf"Dolby Vision alone \(profile {profile}\)") as caught:
        probed(with_boxes(film, tmp_path / "b.mp4", dolby_vision(profile, compatible)))
    assert caught.value.code == "dolby_vision"


@pytest.mark.parametrize(("profile", "compatible", "name"), [(8, 1, b"dvvC"), (8, 4, b"dvvC"), (7, 6, b"dvcC")])
def test_pictures_whose_base_layer_any_decoder_shows_are_analyzed(profile, compatible, name, tmp_path):
    film = write_video(tmp_path / "a.mp4", texture(1))
    assert probed(with_boxes(film, tmp_path / "b.mp4", dolby_vision(profile, compatible, name))).width == 96


def test_the_configuration_of_dolby_vision_is_read_from_a_matroska():
    def element(name, content):
        return name + bytes([0x80 | len(content)]) + content

    record = dolby_vision(5, 0)[4:]
    mapping = element(b"\x41\xe7", b"dvcC") + element(b"\x41\xed", record)
    header = _matroska_header(element(b"\xd7", b"\1") + element(b"\x41\xe4", mapping), {})
    assert header.dolby_vision == record
    assert (header.dolby_vision_profile, header.has_no_base_layer) == (5, True)
    other = element(b"\x41\xe7", b"\4") + element(b"\x41\xed", record)
    assert _matroska_header(element(b"\x41\xe4", other), {}).dolby_vision is None


def test_a_header_that_is_none_says_nothing(tmp_path):
    noise, path = np.random.default_rng(0), tmp_path / "a"
    for start in (b"\0\0\0\x10moov\0\0\0\x08trak", b"\x1a\x45\xdf\xa3\x80\x18\x53\x80\x67\xff\x16\x54\xae\x6b\xff"):
        for length in (0, 3, 40, 400):
            path.write_bytes(start + noise.bytes(length))
            for kind in ("video/mp4", "video/webm"):
                assert track_header(path, kind, 0).crop == WHOLE


@pytest.fixture
def changing(tmp_path):
    """Two gray frames of 96 × 64 and two of 48 × 96."""
    path = tmp_path / "a.mkv"
    with av.open(str(path), "w") as container:
        stream, count = None, 0
        for size in ((96, 64), (48, 96)):
            gray = np.full((*size[::-1], 3), 200, np.uint8)
            source = write_video(tmp_path / "part.avi", [gray] * 2, "mjpeg", "yuvj420p")
            with av.open(str(source)) as reader:
                stream = stream or container.add_stream_from_template(reader.streams.video[0])
                for packet in reader.demux(reader.streams.video[0]):
                    if packet.dts is not None:
                        packet.stream, packet.pts, packet.dts = stream, count, count
                        container.mux(packet)
                        count += 1
    return path


def test_each_size_in_a_stream_keeps_its_proportions(changing):
    video = probed(changing)
    assert (video.width, video.height) == (96, 64)
    with open_frames(video) as stream:
        frames = [(SampledFrame(f.index, f.pts, f.seconds, 0), f.to_rgb().pixels) for f in stream]
        sizes = {"width": 96, "height": 64, "new_width": 48, "new_height": 96}
        assert stream.notes == (Fact(NoteCode.SIZE_CHANGES, {"seconds": frames[2][0].seconds} | sizes),)
    assert [pixels.shape for _, pixels in frames] == [(64, 96, 3)] * 4
    for _, pixels in frames[2:]:  # 48 × 96 fits as 32 × 64, with 32 pixels of black on both sides
        assert pixels[:, :32].max() == pixels[:, 64:].max() == 0
        assert pixels[:, 32:64].mean() == pytest.approx(200, abs=3)
    (again,) = read_frames(video, [frames[3][0]])
    assert np.array_equal(again.pixels, frames[3][1])
