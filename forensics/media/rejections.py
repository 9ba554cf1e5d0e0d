"""The errors with which a file is refused for what it is."""

from forensics.error_codes import DetailCode, MediaCode, StreamCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import display_name
from forensics.media.file_type import VIDEO_TYPES, HeaderError

RAW_TYPES = frozenset({"image/x-canon-cr2", "image/x-canon-cr3"})
"""Pictures of cameras that hold previews as other files do pictures."""


def unsupported_type_error(found: str) -> MediaError:
    """found: a media type that is not read as a picture. Codes `video`, `animated`, `unsupported_type`,
    `no_video`, `not_a_picture`."""
    if found in VIDEO_TYPES:
        return MediaError(MediaCode.VIDEO, found=found)
    if found.startswith(("video/", "audio/")):
        return not_a_video_error(found)
    if found == "image/heic-sequence":
        return animated_image_error(found)
    if found in RAW_TYPES:
        return raw_image_error()
    if found.startswith("image/"):
        return MediaError(MediaCode.UNSUPPORTED_PICTURE, found=found)
    return MediaError(MediaCode.NOT_A_PICTURE, found=found)


def not_a_video_error(found: str) -> MediaError:
    """found: a media type that is not one of VIDEO_TYPES, where only a video is taken. Codes `unsupported_type`,
    `no_video`, `not_a_video`."""
    if found.startswith("video/"):
        return MediaError(MediaCode.UNSUPPORTED_VIDEO, found=found)
    if found.startswith("audio/"):
        return MediaError(MediaCode.NO_VIDEO, because=Fact(StreamCode.SOUND))
    return MediaError(MediaCode.NOT_A_VIDEO, found=found)


def animated_image_error(found: str) -> MediaError:
    return MediaError(MediaCode.ANIMATED, found=found)


def raw_image_error() -> MediaError:
    return MediaError(MediaCode.RAW_PICTURE)


def multipage_error() -> MediaError:
    return MediaError(MediaCode.SEVERAL_PAGES)


def unread_coding_error(found: str, coding: str) -> MediaError:
    """found: a media type. coding: what it holds that is not read, such as "WebP" in a TIFF."""
    return MediaError(MediaCode.UNSUPPORTED_CODING, found=found, coding=coding)


def corrupt_image_error(why: Exception | Fact) -> MediaError:
    """why: a detail, or what the reader said of the data, quoted in the sentence."""
    return MediaError(MediaCode.DAMAGED, because=detail(why))


def detail(why: Exception | Fact) -> Fact:
    """The same for pictures and videos."""
    if isinstance(why, Fact):
        return why
    if isinstance(why, HeaderError):
        return why.fact
    said = getattr(why, "strerror", None) or str(why)
    if not said:
        return Fact(DetailCode.UNSAID_BY_READER)
    return Fact(DetailCode.SAID_BY_READER, {"reason": display_name(said)})
