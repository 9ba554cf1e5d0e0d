"""The sentences with which a file is refused: what is wrong, what was wanted, what came, what to do."""

from forensics.errors import MediaError
from forensics.names import shown_name
from forensics.signatures import UNKNOWN, VIDEO_TYPES

WANTED = "a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph"
WANTED_VIDEO = "an MP4, MOV, WebM, MKV, AVI or GIF video"
NO_PICTURES = {
    "text/plain": "text",
    "application/pdf": "a PDF",
    "application/zip": "an archive",
    UNKNOWN: "something else",
}


def wrong_type(found: str) -> MediaError:
    """found: a media type that is not read as a picture. Codes `video`, `animated`, `unsupported_type`,
    `not_a_picture`."""
    if found in VIDEO_TYPES:
        return MediaError(
            f"The file is a video ({found}): one photograph was wanted here; analyse it as a video, or save the frames "
            "in question as PNG and analyse those.",
            code="video",
        )
    if found.startswith("video/"):
        return MediaError(
            f"Videos of the type {found} cannot be analysed: {WANTED_VIDEO} was wanted; convert it to MP4.",
            code="unsupported_type",
        )
    if found == "image/heic-sequence":
        return animated(found)
    if found.startswith("image/"):
        return MediaError(
            f"Pictures of the type {found} cannot be analysed: {WANTED} was wanted; convert it to PNG or TIFF, which "
            "lose nothing.",
            code="unsupported_type",
        )
    return MediaError(
        f"The file is not a picture or a video: {WANTED}, or {WANTED_VIDEO} was wanted, "
        f"{NO_PICTURES.get(found, found)} came; check that the file is what its name says.",
        code="not_a_picture",
    )


def not_a_video(found: str) -> MediaError:
    """found: a media type that is not one of VIDEO_TYPES, where only a video is taken."""
    return MediaError(
        f"The file is not a video: {WANTED_VIDEO} was wanted, {NO_PICTURES.get(found, found)} came; check that the "
        "file is what its name says.",
        code="not_a_video",
    )


def animated(found: str) -> MediaError:
    return MediaError(
        f"The file is of a type for animated pictures ({found}): one photograph was wanted, not a sequence; save the "
        "frames in question as PNG and analyse those.",
        code="animated",
    )


def raw_picture() -> MediaError:
    return MediaError(
        "The file is a camera's raw picture: a photograph was wanted; develop it and save it as TIFF or JPEG.",
        code="unsupported_type",
    )


def several_pages() -> MediaError:
    return MediaError(
        "The file has several pages: one photograph was wanted; save each page as a file of its own.",
        code="several_pages",
    )


def damaged(error: Exception) -> MediaError:
    """error: what the reader said of the data, quoted in the sentence."""
    return MediaError(
        f"The picture is damaged or cut off: its data cannot be decoded ({shown_name(str(error))}); get a complete "
        "copy of the file.",
        code="damaged",
    )
