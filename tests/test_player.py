"""Which videos the player takes."""

import pytest
from made_video import made_video

from pages.parts.widgets.video_player import unplayable_reason


@pytest.mark.parametrize(
    ("media_type", "codec"), [("video/mp4", "h264"), ("video/quicktime", "h264"), ("video/webm", "vp9")]
)
def test_what_browsers_play_is_played(media_type, codec):
    assert unplayable_reason(made_video(media_type=media_type, codec=codec)) == ""


@pytest.mark.parametrize(
    ("media_type", "codec"),
    [
        ("video/x-msvideo", "mpeg4"),
        ("video/x-matroska", "h264"),
        ("video/mp4", "hevc"),
        ("video/quicktime", "prores"),
        ("image/gif", "gif"),
    ],
)
def test_what_they_may_not_play_is_named(media_type, codec):
    reason = unplayable_reason(made_video(media_type=media_type, codec=codec))
    assert reason == f"Browsers cannot be expected to play this file ({media_type}, {codec})."


def test_a_file_that_would_fill_the_memory_is_not_played():
    assert unplayable_reason(made_video(size=200_000_000)) == ""
    assert unplayable_reason(made_video(size=200_000_001)) == "The file is too large for the player (200.0 MB)."
