"""The sentences with which a file is refused: what is wrong, what was wanted, what came, what to do."""

from forensics.errors import MediaError
from forensics.names import shown_name
from forensics.signatures import UNKNOWN

WANTED = "a JPEG, PNG, WebP, TIFF, BMP or HEIC photograph"
NO_PICTURES = {
    "text/plain": "text",
    "application/pdf": "a PDF",
    "application/zip": "an archive",
    UNKNOWN: "something else",
}
SEQUENCES = ("image/gif", "image/heic-sequence")


def wrong_type(found: str) -> MediaError:
    """found: a media type that no reader takes. Codes `video`, `animated`, `unsupported_type`, `not_a_picture`."""
    if found.startswith("video/"):
        return MediaError(
            f"The file is a video ({found}): only photographs can be analysed for now; save the frames in question "
            "as PNG and analyse those.",
            code="video",
        )
    if found in SEQUENCES:
        return animated(found)
    if found.startswith("image/"):
        return MediaError(
            f"Pictures of the type {found} cannot be analysed: {WANTED} was wanted; convert it to PNG or TIFF, which "
            "lose nothing.",
            code="unsupported_type",
        )
    return MediaError(
        f"The file is not a picture: {WANTED} was wanted, {NO_PICTURES.get(found, found)} came; check that the file is "
        "what its name says.",
        code="not_a_picture",
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
