"""How much of a video is taken."""

import pytest

from forensics.errors import MediaError, SettingsError
from forensics.media.video.limits import VideoLimits, check_bytes, check_pixels, limits_from_env


def test_without_a_setting_the_defaults_count(monkeypatch):
    for name in ("SECONDS", "BYTES", "PIXELS"):
        monkeypatch.delenv(f"TELLTALE_MAX_VIDEO_{name}", raising=False)
    assert limits_from_env() == VideoLimits(1800, 2_000_000_000, 12_000_000)


def test_the_environment_says_otherwise(monkeypatch):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", "60")
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_BYTES", " 5000 ")
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_PIXELS", "")
    assert limits_from_env() == VideoLimits(60, 5000, 12_000_000)


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "half an hour", "1e9", "٣", "9" * 5000])
def test_a_wrong_setting_is_named(text, monkeypatch):
    monkeypatch.setenv("TELLTALE_MAX_VIDEO_SECONDS", text)
    with pytest.raises(SettingsError, match="TELLTALE_MAX_VIDEO_SECONDS must be a whole number of seconds") as caught:
        limits_from_env()
    assert caught.value.code == "wrong_setting"


def test_frames_of_4k_cinema_pass_and_those_of_8k_do_not():
    check_pixels(4096, 2304, VideoLimits())
    check_pixels(2304, 4096, VideoLimits())
    with pytest.raises(MediaError, match="TELLTALE_MAX_VIDEO_PIXELS to 33177600 or more") as caught:
        check_pixels(7680, 4320, VideoLimits())
    assert caught.value.code == "too_many_pixels"


def test_a_file_may_be_as_large_as_the_limit():
    check_bytes(100, VideoLimits(bytes=100))
    with pytest.raises(MediaError, match="TELLTALE_MAX_VIDEO_BYTES") as caught:
        check_bytes(101, VideoLimits(bytes=100))
    assert caught.value.code == "file_too_large"
