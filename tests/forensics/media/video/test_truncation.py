"""Why the frames of a video end before the video does."""

from fractions import Fraction

import pytest
from video_files import KINDS, write_kind

from forensics.media.video.reader import open_frames, probe
from forensics.media.video.truncation import duration_limit_reason, early_end_reason, is_truncated, truncation_reason
from forensics.messages.catalogue import sentence

pytestmark = pytest.mark.slow

TYPES = {"mp4": "video/mp4", "mov": "video/quicktime", "3gp": "video/3gpp", "webm": "video/webm"}
TYPES |= {"mkv": "video/x-matroska", "avi": "video/x-msvideo", "gif": "image/gif"}
DECLARING = [name for name in KINDS if name.rsplit(".", 1)[1] in TYPES]
"""Kinds whose parts say how long they are."""


@pytest.mark.parametrize("name", DECLARING)
def test_a_whole_file_is_whole_and_a_part_of_it_is_not(name, tmp_path):
    path, media_type = write_kind(tmp_path, name), TYPES[name.rsplit(".", 1)[1]]
    assert not is_truncated(path, media_type)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 3 // 4])
    assert is_truncated(path, media_type)
    path.write_bytes(content + (b"\0" * 4 if media_type == "image/gif" else b""))
    assert not is_truncated(path, media_type)


@pytest.mark.parametrize(
    ("content", "media_type", "wanted"),
    [
        (b"", "video/mp4", False),
        (b"\0\0\0\x10free12345678" + b"\0\0\0\0mdat", "video/mp4", False),
        (b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x18" + b"x" * 8, "video/mp4", False),
        (b"\0\0\0\x01mdat\0\0\0\0\0\0\0\x19" + b"x" * 8, "video/mp4", True),
        (b"\0\0\0\x01mdat\xff\xff\xff\xff\xff\xff\xff\xff" + b"x" * 8, "video/mp4", True),
        (b"\0\0\0\x04mdat" * 9, "video/mp4", False),
        (b"RIFF\x10\0\0\0AVI " + b"x" * 12, "video/x-msvideo", False),
        (b"RIFF\x11\0\0\0AVI " + b"x" * 12, "video/x-msvideo", True),
        (b"RIFF\x11\0\0\0AVI " + b"x" * 13, "video/x-msvideo", False),
        (b"RIFF\0\0\0\0AVI " + b"x" * 12, "video/x-msvideo", False),
        (b"\x1a\x45\xdf\xa3\x83abc\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff", "video/webm", False),
        (b"\x1a\x45\xdf\xa3\x83abc\x18\x53\x80\x67\x90" + b"x" * 15, "video/webm", True),
        (b"\x1a\x45\xdf\xa3\x83abc\x18\x53\x80\x67\x90" + b"x" * 16, "video/webm", False),
        (b"anything", "video/mp2t", False),
    ],
)
def test_lengths_that_a_file_declares(content, media_type, wanted, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(content)
    assert is_truncated(path, media_type) is wanted


def test_each_reason_is_one_sentence():
    assert sentence(duration_limit_reason(1800, Fraction(3600))) == (
        "Only the first 30:00 of 1:00:00 were analyzed: that is the limit; set TELLTALE_MAX_VIDEO_SECONDS higher for "
        "more."
    )
    assert sentence(duration_limit_reason(10, None)).startswith("Only the first 0:10 were analyzed")
    assert "end at 0:03.4 of 0:10, and" in sentence(truncation_reason(3.4, Fraction(10)))
    assert "end at 0:03.4, and" in sentence(truncation_reason(3.4, Fraction(34, 10)))
    assert sentence(early_end_reason(3.0, Fraction(10))).startswith(
        "The frames end at 0:03, of 0:10 that the file declares"
    )
    assert sentence(early_end_reason(3.0, None)).startswith("The frames end at 0:03;")


@pytest.mark.parametrize("name", DECLARING)
@pytest.mark.parametrize(
    "junk", [b"This was appended to it..", b"\x7f" * 25, b"\0" * 3, b"<html>no; not a video</html>"]
)
def test_bytes_after_a_whole_file_do_not_cut_it_off(name, junk, tmp_path):
    path = write_kind(tmp_path, name)
    path.write_bytes(path.read_bytes() + junk)
    assert not is_truncated(path, TYPES[name.rsplit(".", 1)[1]])


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_gif_is_cut_off_wherever_it_ends_too_early(share, tmp_path):
    path = write_kind(tmp_path, "clip.gif")
    content = path.read_bytes()
    assert b";" in content[:-1]  # the byte of the trailer means nothing within a picture
    path.write_bytes(content[: round(len(content) * share)])
    assert is_truncated(path, "image/gif")


def test_a_film_in_a_file_with_words_at_its_end_is_said_to_be_whole(tmp_path):
    path = write_kind(tmp_path, "b-frames.mp4")
    path.write_bytes(path.read_bytes() + b"This was appended to it..")
    with open_frames(probe(path, path.name, "0" * 64)) as stream:
        assert sum(1 for _ in stream) == 30
    assert stream.ended is None
