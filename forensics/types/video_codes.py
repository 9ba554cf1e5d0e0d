"""What is said of a video beside its decisions: what was done to its pictures, why a sighting counts less, and why the
frames end before the video does."""

from forensics.facts import Code


class NoteCode(Code):
    """What was done to the pictures of a video. aspect: of a pixel, width by height, such as "4/3". stored, shown,
    hidden: how many frames the file holds, and how many of them players show and leave out. number: of a film in the
    file, from 1. kinds: what libavcodec calls the data, "none" where it
    does not know. Sizes are in pixels as they are
    stored; seconds: at which the first picture of the new size is shown."""

    ONE_OF_SEVERAL_FILMS = "one_of_several_films", {"films": int}
    FILM_LOOKED_AT = "film_looked_at", {"number": int, "codec": str, "width": int, "height": int}
    FILM_PASSED_OVER = "film_passed_over", {"number": int, "codec": str, "width": int, "height": int}
    ATTACHED_PICTURE = "attached_picture", {"codec": str, "width": int, "height": int}
    PICTURE_SUBTITLES = "picture_subtitles", {"tracks": int}
    DATA_TRACKS = "data_tracks", {"tracks": int, "kinds": str}
    HIDDEN_FRAMES = "hidden_frames", {"stored": int, "shown": int, "hidden": int}
    CROPPED = "cropped", {"width": int, "height": int, "whole_width": int, "whole_height": int}
    SIZE_CHANGES = "size_changes", {"seconds": float, "width": int, "height": int, "new_width": int, "new_height": int}
    RATE_ASSUMED = "rate_assumed", {"rate": float}
    TURNED_180 = "turned_180"
    TURNED_CLOCKWISE = "turned_clockwise"
    TURNED_COUNTERCLOCKWISE = "turned_counterclockwise"
    MIRRORED = "mirrored"
    PIXELS_STRETCHED = "pixels_stretched", {"aspect": str}
    TRANSPARENT = "transparent"
    TRANSPARENCY_PASSED_OVER = "transparency_passed_over"
    INTERLACED = "interlaced"
    HIGH_DYNAMIC_RANGE = "high_dynamic_range"
    WIDE_COLOURS = "wide_colours"
    P3_COLORS = "p3_colors"


class WeightCode(Code):
    """Why a sighting counts less than in full in what is said of the person."""

    SMALL = "counts_less_small", {"pixels": int}
    BLURRED = "counts_less_blurred"
    BLOCKS = "counts_less_blocks"


class EndingCode(Code):
    """Why an analysis ended before the file does. Times are seconds; declared: length of the video, NaN where it is not
    known or nothing is missing."""

    LIMIT_REACHED = "limit_reached", {"limit": float, "declared": float}
    CUT_OFF = "cut_off", {"seconds": float, "declared": float}
    ENDS_EARLY = "ends_early", {"seconds": float, "declared": float}
    STOPPED = "stopped", {"seconds": float}
    DECODING_FAILED = "decoding_failed", {"seconds": float}
