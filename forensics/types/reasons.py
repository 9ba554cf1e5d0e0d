"""Why a decision is what it is, and why something found was not scored."""

from collections.abc import Mapping

from forensics.facts import Code

_SCORE: Mapping[str, type] = {"score": float, "threshold": float, "stated": float, "bound": float}
_STRETCH: Mapping[str, type] = {
    **{"score": float, "low": float, "high": float, "sightings": int, "start": float, "end": float},
    "everything": bool,
}


class ReasonCode(Code):
    """Every reason for a decision.

    `stated` is a promised share and `bound` the upper end of its 95 % interval, NaN where nothing is promised.
    FEW_FRAMES and STRONGEST_PERSON hold the decision taken over, FEW_SIGHTINGS the commonest one of the sightings that
    were not evaluated, where there are any.
    """

    FACE_TOO_SMALL = "face_too_small", {"pixels": int, "least": int}
    FACE_CUT_OFF = "face_cut_off", {"points": int}
    TOO_COMPRESSED = "too_compressed"
    MOSTLY_COVERED = "mostly_covered", {"share": float}
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    TOO_LITTLE_CONTRAST = "too_little_contrast"
    TOO_MUCH_CONTRAST = "too_much_contrast"
    TOO_BLURRED = "too_blurred"
    TOO_GRAINY = "too_grainy"

    SCORE_REACHES_SIGNS = "score_reaches_signs", _SCORE
    SCORE_WITHIN_NO_SIGNS = "score_within_no_signs", _SCORE
    SCORE_BETWEEN = "score_between", {"score": float, "no_signs": float, "signs": float}

    STRETCH_REACHES_SIGNS = (
        "stretch_reaches_signs",
        {**_STRETCH, "threshold": float, "stated": float, "bound": float},
    )
    STRETCH_WITHIN_NO_SIGNS = "stretch_within_no_signs", {**_STRETCH, "threshold": float}
    STRETCH_BETWEEN = "stretch_between", {**_STRETCH, "no_signs": float, "signs": float}
    FEW_FRAMES = "few_frames", {"frames": int}
    FEW_SIGHTINGS = "few_sightings", {"sightings": int, "evaluated": int, "least": int}
    NOBODY_FOLLOWED = "nobody_followed", {"frames": int}
    STRONGEST_PERSON = "strongest_person", {"person": int, "persons": int, "not_evaluated": int}


class SkippedCode(Code):
    """Why something that was found was not scored. most: faces that are scored in one picture or frame. least: frames
    in which a face is seen that is taken for a person."""

    AMONG_THE_WEAKEST = "among_the_weakest", {"most": int}
    WEAKEST_OF_FRAMES = "weakest_of_frames", {"detections": int, "most": int}
    SEEN_TOO_BRIEFLY = "seen_too_briefly", {"faces": int, "least": int}
