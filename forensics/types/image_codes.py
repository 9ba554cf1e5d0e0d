"""What is said of a picture's file beside what was found in its faces."""

from forensics.facts import Code


class ImageNoteCode(Code):
    """What was done to a picture's colors, what of its file is faulty, and what else the file holds.

    parts: names as the format has them, such as "pHYs". bits: of a sample. found: a media type. bytes: how many.
    """

    TONED = "toned"
    WIDE_GAMUT = "wide_gamut"
    UNUSED_PROFILE = "unused_profile"
    FAULTY_PARTS = "faulty_parts", {"parts": str}
    FURTHER_PICTURES = "further_pictures", {"pictures": int}
    GAIN_MAP = "gain_map"
    DEPTH_MAP = "depth_map"
    FURTHER_VIDEO = "further_video"
    SMALLER_VERSIONS = "smaller_versions", {"pictures": int}
    APPENDED_DATA = "appended_data", {"bytes": int}
