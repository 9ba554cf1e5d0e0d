"""The errors with which a file is refused for what it is."""

from forensics.error_codes import DetailCode, MediaCode
from forensics.errors import MediaError
from forensics.facts import Fact
from forensics.formatting import shown_name
from forensics.media.file_type import VIDEO_TYPES, HeaderError


def wrong_type(found: str) -> MediaError:
    """found: a media type that is not read as a picture. Codes `video`, `animated`, `unsupported_type`,
    `not_a_picture`."""
    if found in VIDEO_TYPES:
        return MediaError(MediaCode.VIDEO, found=found)
    if found.startswith("video/"):
        return MediaError(MediaCode.UNSUPPORTED_VIDEO, found=found)
    if found == "image/heic-sequence":
        return animated(found)
    if found.startswith("image/"):
        return MediaError(MediaCode.UNSUPPORTED_PICTURE, found=found)
    return MediaError(MediaCode.NOT_A_PICTURE, found=found)


def not_a_video(found: str) -> MediaError:
    """found: a media type that is not one of VIDEO_TYPES, where only a video is taken."""
    return MediaError(MediaCode.NOT_A_VIDEO, found=found)


def animated(found: str) -> MediaError:
    return MediaError(MediaCode.ANIMATED, found=found)


def raw_picture() -> MediaError:
    return MediaError(MediaCode.RAW_PICTURE)


def several_pages() -> MediaError:
    return MediaError(MediaCode.SEVERAL_PAGES)


def damaged(why: Exception | Fact) -> MediaError:
    """why: a detail, or what the reader said of the data, quoted in the sentence."""
    return MediaError(MediaCode.DAMAGED, because=detail(why))


def detail(why: Exception | Fact) -> Fact:
    """The same for pictures and videos."""
    if isinstance(why, Fact):
        return why
    if isinstance(why, HeaderError):
        return why.fact
    said = getattr(why, "strerror", None) or str(why)
    return Fact(DetailCode.SAID_BY_READER, {"reason": shown_name(said)})
