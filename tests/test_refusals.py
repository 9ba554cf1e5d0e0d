"""The sentences with which a file is refused."""

import pytest

from forensics.media import READERS
from forensics.refusals import animated, damaged, raw_picture, several_pages, wrong_type
from forensics.signatures import SIGNATURES


@pytest.mark.parametrize(
    ("found", "code", "words"),
    [
        ("text/plain", "not_a_picture", "was wanted, text came"),
        ("application/octet-stream", "not_a_picture", "was wanted, something else came"),
        ("application/pdf", "not_a_picture", "a PDF came"),
        ("image/gif", "animated", "of a type for animated pictures (image/gif)"),
        ("image/jp2", "unsupported_type", "convert it to PNG or TIFF"),
        ("video/mp4", "video", "only photographs"),
    ],
)
def test_what_came_is_named(found, code, words):
    error = wrong_type(found)
    assert error.code == code
    assert words in str(error)


def test_every_known_type_is_either_read_or_refused_in_one_sentence():
    refused = {found for _, found in SIGNATURES} - READERS.keys()
    errors = [wrong_type(found) for found in sorted(refused)]
    errors += [animated("image/png"), damaged(ValueError("cut\noff")), raw_picture(), several_pages()]
    assert len(refused) >= 10
    for error in errors:
        assert str(error).endswith(".")
        assert "\n" not in str(error)
