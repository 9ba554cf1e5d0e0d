"""What can be wrong, by the error that says it: forensics/errors.py.

A code's group, where it has one of its own, is what the error is called for machines: sentences that differ may be one
kind of error. Names and paths in parameters are as people may read them; `reason` is what the system or a library said.
"""

from forensics.facts import Code

_NONE: dict[str, type] = {}
_SIZE = {"width": int, "height": int}
_REASON = {"reason": str}


class DetailCode(Code):
    """What is wrong with data that are damaged: a clause inside the sentence."""

    SAID_BY_READER = "said_by_reader", _REASON
    UNSAID_BY_READER = "unsaid_by_reader"
    HEADER_CUT_OFF = "header_cut_off"
    WRONG_WEBP_CHUNK = "wrong_webp_chunk", {"chunk": str}
    NO_PIXELS_DECLARED = "no_pixels_declared", _SIZE
    SIZES_DIFFER = "sizes_differ", {**_SIZE, "found_width": int, "found_height": int}
    NO_STREAM = "no_stream"


class StreamCode(Code):
    """What a file holds that has no video; each holds the next one, where there are several."""

    COVER_PICTURE = "cover_picture"
    DATA = "data_stream"
    SOUND = "sound"
    SUBTITLES = "subtitles"


class MediaCode(Code):
    """Why a file cannot be analyzed. found: a media type. coding: as the format's own documents call it. limit: in
    bytes or pixels, as size and pixels are.

    DAMAGED and VIDEO_DAMAGED hold a DetailCode, NO_VIDEO a StreamCode, PHOTO_REFUSED what is wrong with the photograph.
    """

    EMPTY_FILE = "empty_file"
    EMPTY_VIDEO = "empty_video", _NONE, "empty_file"
    FILE_TOO_LARGE = "file_too_large", {"size": int, "limit": int}
    VIDEO_TOO_LARGE = "video_too_large", {"size": int, "limit": int}, "file_too_large"
    COPY_TOO_LARGE = "copy_too_large", {"limit": int}, "file_too_large"
    TOO_MANY_PIXELS = "too_many_pixels", {**_SIZE, "limit": int}
    FRAMES_TOO_LARGE = "frames_too_large", {**_SIZE, "pixels": int, "limit": int}, "too_many_pixels"
    TOO_FEW_BYTES = "too_few_bytes", {**_SIZE, "bytes": int}, "too_many_pixels"
    OUT_OF_MEMORY = "out_of_memory", _SIZE
    DECODING_MEMORY = "decoding_memory", {"megabytes": int}
    DECODING_TOO_LONG = "decoding_too_long", {"seconds": float}
    DECODER_CRASHED = "decoder_crashed"
    NO_DECODER = "no_decoder", _REASON

    DAMAGED = "damaged"
    VIDEO_DAMAGED = "video_damaged", _NONE, "damaged"
    FRAME_LOST = "frame_lost", {"seconds": float}, "damaged"
    NO_FRAMES = "no_frames", {"broken": int}
    NO_FRAME_DECODED = "no_frame_decoded", _NONE, "no_frames"
    ENCRYPTED = "encrypted"
    UNSUPPORTED_CODEC = "unsupported_codec"
    DOLBY_VISION = "dolby_vision", {"profile": int}

    VIDEO = "video", {"found": str}
    UNSUPPORTED_VIDEO = "unsupported_video", {"found": str}, "unsupported_type"
    UNSUPPORTED_PICTURE = "unsupported_picture", {"found": str}, "unsupported_type"
    RAW_PICTURE = "raw_picture", _NONE, "unsupported_type"
    UNSUPPORTED_CODING = "unsupported_coding", {"found": str, "coding": str}, "unsupported_type"
    NOT_A_PICTURE = "not_a_picture", {"found": str}
    NOT_A_VIDEO = "not_a_video", {"found": str}
    NO_VIDEO = "no_video"
    ANIMATED = "animated", {"found": str}
    SEVERAL_PAGES = "several_pages"

    NO_FACE_IN_PHOTO = "no_face_in_photo", {"photo": str}, "no_face"
    NO_FACE_IN_FIRST_FRAME = "no_face_in_first_frame", _NONE, "no_face"
    PHOTO_REFUSED = "photo_refused", {"photo": str}, ""

    MISSING_FILE = "missing_file"
    UNREADABLE_FILE = "unreadable_file", _REASON
    LINK_LOOP = "link_loop", _NONE, "unreadable_file"
    CHANGED_FILE = "changed_file", _NONE, "unreadable_file"
    NO_ORDINARY_FILE = "no_ordinary_file", _NONE, "unreadable_file"
    UNREADABLE_FOLDER = "unreadable_folder", _REASON
    NO_PICTURES = "no_pictures", {"folder": str, "suffixes": str, "videos": bool}
    VIDEO_GONE = "video_gone", _REASON, "file_missing"

    DISK_FULL = "disk_full", {"folder": str}
    NOT_KEPT = "not_kept", {"folder": str, **_REASON}
    NOT_WRITTEN = "not_written", _REASON
    OVER_ORIGINAL = "over_original", {"option": str, "name": str}, "wrong_output"


class FailureCode(Code):
    """Why the analysis of a file failed where the file is not to blame."""

    FAULT = "fault"
    VIDEO_FAULT = "video_fault", _NONE, "fault"
    UNWRITABLE = "unwritable", _REASON
    FINDINGS_NOT_KEPT = "findings_not_kept", _REASON, "not_kept"


class DetectorCode(Code):
    """Why a detector cannot be loaded. found, wanted: the first digits of a hash."""

    UNKNOWN_DETECTOR = "unknown_detector", {"name": str, "known": str}
    NOT_FITTED = "not_fitted", {"name": str}
    DAMAGED_CARD = "damaged_card", {"file": str, **_REASON}
    CARD_OF_ANOTHER = "card_of_another", {"name": str, "found": str, "network": str}, "damaged_card"
    MISSING_WEIGHTS = "missing_weights", {"name": str, **_REASON}
    MISSING_RELEASE_FILE = "missing_release_file", {"file": str, **_REASON}, "missing_weights"
    WRONG_HASH = "wrong_hash", {"name": str, "found": str, "wanted": str}
    WRONG_RELEASE_FILE = "wrong_release_file", {"file": str}, "wrong_hash"
    WRONG_WEIGHTS = "wrong_weights", {"name": str}
    MISSING_MODEL = "missing_model", {"file": str, "package": str}


class SettingsCode(Code):
    """Which setting is out of range, or what was asked for and cannot be done. came: as it was typed, in quotes.

    NOTHING_TO_ANALYSE holds why a folder gave no file, WRONG_EXPLANATION what is not known.
    """

    WRONG_FACES = "wrong_faces", {"came": str}, "wrong_setting"
    WRONG_MAX_FACES = "wrong_max_faces", {"came": int}, "wrong_setting"
    WRONG_SAMPLE_FPS = "wrong_sample_fps", {"came": float}, "wrong_setting"
    WRONG_LIMIT = "wrong_limit", {"variable": str, "unit": str, "default": int, "came": str}, "wrong_setting"
    ENGINE_FAILED = "engine_failed", {"engine": str, **_REASON}
    WRONG_DECODING_LIMIT = "wrong_decoding_limit", {"came": str, "default": str}, "wrong_setting"
    WRONG_DEVICE = "wrong_device", {"came": str, "cuda": int}, "wrong_setting"
    WRONG_ENGINE = "wrong_engine", {"came": str, "known": str}, "wrong_setting"
    WRONG_STEPS = "wrong_steps", {"came": int}, "wrong_setting"

    WRONG_NAME = "wrong_name", {"came": str}
    TAKEN_NAME = "taken_name", {"name": str}
    UNKNOWN_FAMILY = "unknown_family", {"name": str, "known": str}
    NO_DONOR_PHOTO = "no_donor_photo", {"photo": str, "faces": int}, "no_donor"

    NOTHING_TO_ANALYSE = "nothing_to_analyse", _NONE, "no_pictures"
    MISSING_REFERENCE = "missing_reference", {"path": str}, "no_pictures"
    NO_REFERENCE = "no_reference", _NONE, "no_pictures"

    OUTPUT_IS_FOLDER = "output_is_folder", {"path": str}, "wrong_output"
    OUTPUT_IS_NO_FILE = "output_is_no_file", {"path": str}, "wrong_output"
    OUTPUT_IS_INPUT = "output_is_input", {"path": str}, "wrong_output"
    SAME_OUTPUT = "same_output", _NONE, "wrong_output"
    MISSING_OUTPUT_FOLDER = "missing_output_folder", {"folder": str}, "wrong_output"
    LOCKED_OUTPUT_FOLDER = "locked_output_folder", {"folder": str}, "wrong_output"
    OUTPUT_FOLDER_NOT_MADE = "output_folder_not_made", {"folder": str, **_REASON}, "wrong_output"

    EXPLAIN_WITHOUT_OUTPUT = "explain_without_output", _NONE, "wrong_usage"
    WRONG_EXPLANATION = "wrong_explanation", _NONE, "wrong_usage"
    REGION_NOT_DRAWN = "region_not_drawn", _NONE, "wrong_usage"
    REPORT_TOO_LONG = "report_too_long", {"most": int, "files": int}, "wrong_usage"
    WRONG_SEED = "wrong_seed", {"came": int}, "wrong_usage"


class ExplanationCode(Code):
    """Why an explanation method has no answer. method, network: its title. target: its name."""

    UNKNOWN_METHOD = "unknown_method", {"came": str, "known": str}
    UNKNOWN_TARGET = "unknown_target", {"came": str, "known": str}
    UNKNOWN_BASELINE = "unknown_baseline", {"came": str, "known": str}
    NO_MASK = "no_mask"
    NO_REGION = "no_region"
    NOT_FINITE = "not_finite", {"method": str}
    PARTS_NOT_FINITE = "parts_not_finite", _NONE, "not_finite"
    NOTHING_MOVES_TARGET = "nothing_moves_target", {"method": str, "target": str}, "empty"
    INCOMPLETE = "incomplete", {"missing": float, "range": float, "steps": int}
    ONE_PART = "one_part"
    NOT_EXPLAINED = "not_explained", {"network": str}


class TrainingCode(Code):
    """What is wrong with the data of a training or with what it was asked to do. came: as it was typed, in quotes.

    UNREADABLE_MASK holds what is wrong with the mask.
    """

    MISSING_ARCHIVE = "missing_archive", {"file": str, "folder": str}, "missing_data"
    MISSING_FOLDER = "missing_folder", {"folder": str}, "missing_data"
    EMPTY_FOLDER = "empty_folder", {"folder": str}, "missing_data"
    NO_FITTING_MASK = "no_fitting_mask", {"folder": str}, "missing_data"
    MISSING_CHECKPOINT = "missing_checkpoint", {"path": str}
    MISSING_START = "missing_start", {"path": str}
    NO_DONOR = "no_donor"
    TOO_FEW = "too_few", {"least": int, "came": int, "forged": bool}
    LEAK = "leak", {"pictures": int, "example": str}
    SAME_PICTURE = "same_picture", {"pictures": int, "example": str}
    UNREADABLE_MASK = "unreadable_mask", {"name": str}, "wrong_mask"
    MASK_OF_OTHER_SIZE = (
        "mask_of_other_size",
        {"name": str, **_SIZE, "mask_width": int, "mask_height": int},
        "wrong_mask",
    )

    WRONG_STAGE = "wrong_stage", {"stages": int}
    UNKNOWN_IN_MIXTURE = "unknown_in_mixture", {"came": str}, "wrong_setting"
    WRONG_MINUTES = "wrong_minutes", {"came": float}, "wrong_setting"

    SWAPPED_BEFORE = "swapped_before", {"detector": str, "auc": float}, "swapped_labels"
    SWAPPED_AFTER = "swapped_after", {"auc": float}, "swapped_labels"
    NOTHING_GAINED = "nothing_gained", {"detector": str}, "nothing_learned"
    NO_BETTER_THAN_CHANCE = "no_better_than_chance", {"pictures": int, "auc": float}, "nothing_learned"
