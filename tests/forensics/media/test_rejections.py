"""The sentences with which a file is refused."""

import pytest

from forensics.error_codes import DetailCode
from forensics.facts import Fact
from forensics.media.file_type import SIGNATURES, VIDEO_TYPES
from forensics.media.image import READERS
from forensics.media.rejections import (
    animated_image_error,
    corrupt_image_error,
    multipage_error,
    not_a_video_error,
    raw_image_error,
    unsupported_type_error,
)


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        ("text/plain", "not_a_picture", "was wanted, text came"),
        ("application/octet-stream", "not_a_picture", "was wanted, something else came"),
        ("application/pdf", "not_a_picture", "a PDF came"),
        ("image/heic-sequence", "animated", "of a type for animated pictures (image/heic-sequence)"),
        ("image/jp2", "unsupported_type", "convert it to PNG or TIFF"),
        ("audio/wav", "no_video", "only sound came"),
        ("image/gif", "video", "is a video (image/gif)"),
        ("video/mp4", "video", "analyze it as a video"),
        ("video/x-nut", "unsupported_type", "Videos of the type video/x-nut cannot be analyzed"),
        ("video/vnd.rn-realvideo", "unsupported_type", "convert it to MP4"),
    ],
)
def test_what_came_is_named(found, code, words):
    error = unsupported_type_error(found)
    assert error.code == code
    assert words in str(error)


def test_where_a_video_is_wanted_what_came_is_named():
    for found, words in (("image/jpeg", "image/jpeg came"), ("text/plain", "text came")):
        error = not_a_video_error(found)
        assert error.code == "not_a_video"
        assert words in str(
            error
        ) and "an MP4, MOV, WebM, MKV, AVI, WMV, MPEG, FLV, OGG, MXF or GIF video was wanted" in str(error)


def test_every_known_type_is_either_read_or_refused_in_one_sentence():
    refused = ({found for _, found in SIGNATURES} | VIDEO_TYPES) - READERS.keys()
    errors = [unsupported_type_error(found) for found in sorted(refused)]
    errors += [
        animated_image_error("image/png"),
        corrupt_image_error(ValueError("cut\noff")),
        raw_image_error(),
        multipage_error(),
    ]
    assert len(refused) >= 10
    for error in errors:
        assert str(error).endswith(".")
        assert "\n" not in str(error)


def test_a_reader_that_says_nothing_is_not_quoted():
    assert corrupt_image_error(AssertionError()).fact.because == Fact(DetailCode.UNSAID_BY_READER)
    assert "AssertionError" not in str(corrupt_image_error(AssertionError()))
