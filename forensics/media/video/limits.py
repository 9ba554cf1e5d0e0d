"""How much of a video is taken: its length, its bytes, the pixels of a frame. The environment can say otherwise."""

import os
import re
from typing import NamedTuple

from forensics.error_codes import MediaCode, SettingsCode
from forensics.errors import MediaError, SettingsError

PREFIX = "TELLTALE_MAX_VIDEO_"


class VideoLimits(NamedTuple):
    """seconds: of a video that are analyzed, the rest is left out and the result says so. bytes: of the file. pixels:
    of the upright frame with square pixels; a file beyond one of these two is refused.

    By default half an hour, which takes hours without a GPU; 2 GB, half an hour of a telephone's 1080p; and a frame of
    12 megapixels, so that all up to 4096×2304 passes and 8K, of which one frame in memory is a hundred megabytes with
    those the decoder keeps, is refused.
    """

    seconds: int = 1800
    bytes: int = 2_000_000_000
    pixels: int = 12_000_000


def limits_from_env() -> VideoLimits:
    """Those of the environment (TELLTALE_MAX_VIDEO_SECONDS, _BYTES, _PIXELS) over the defaults. Raises SettingsError
    (`wrong_setting`)."""
    return VideoLimits(
        *(
            positive_integer_from_env(PREFIX + name.upper(), name, default)
            for name, default in VideoLimits()._asdict().items()
        )
    )


def positive_integer_from_env(variable: str, unit: str, default: int) -> int:
    """Above 0, as a variable of the environment says, counted in `unit`. Raises SettingsError (`wrong_setting`)."""
    text = os.environ.get(variable, "").strip()
    if not text:
        return default
    if not (re.fullmatch(r"[0-9]{1,15}", text) and int(text) > 0):
        raise SettingsError(SettingsCode.WRONG_LIMIT, variable=variable, unit=unit, default=default, came=repr(text))
    return int(text)


def check_bytes(size: int, wanted: VideoLimits) -> None:
    """size: of a video, in bytes, or of what has come of it so far. Raises MediaError (`file_too_large`)."""
    if size > wanted.bytes:
        raise MediaError(MediaCode.VIDEO_TOO_LARGE, size=size, limit=wanted.bytes)


def check_pixels(width: int, height: int, wanted: VideoLimits) -> None:
    """Raises MediaError (`too_many_pixels`)."""
    if width * height > wanted.pixels:
        raise MediaError(
            MediaCode.FRAMES_TOO_LARGE, width=width, height=height, pixels=width * height, limit=wanted.pixels
        )
