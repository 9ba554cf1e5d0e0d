"""The words by which measured figures of videos are known: where they are written, and where they are read."""

from typing import Literal

Kind = Literal["talking heads", "stills in motion", "side by side", "crossing", "behind a bar", "cut back"]
ALONE: tuple[Kind, ...] = ("talking heads", "stills in motion")
TOGETHER: tuple[Kind, ...] = ("side by side", "crossing", "behind a bar", "cut back")

CRFS = (23, 40)
"""What is uploaded, and what is left after it has been sent on a few times."""

PERSON_AUC = "AUC per person"
FRAME_AUC = "AUC per frame"
LIKE_AUC = "AUC per frame, against untouched videos alone"
FLICKER_AUC = "AUC per person of the mask's flicker alone"
AUC_GAIN = "AUC per person less AUC per frame"
ONE_FRAME = "untouched people with a frame called manipulated"
DETECTED = "forged people called manipulated"
MISSED = "forged people called “no signs found”"
NOT_EVALUATED = "people not evaluated"
SPANS_FOUND = "forged spans found"
START_ERROR = "error of a found span's start, seconds"
END_ERROR = "error of a found span's end, seconds"
SWITCHES = "identity switches a video"
SPLITS = "tracks too many for its people, a video"
UNIONS = "tracks of more than one person, a video"
KEPT = "videos in which everybody has one track of their own"
UNSEEN = "people of whom no track was made"
RIGHT_PERSON = "videos whose strongest person is the forged one"

SPEED = "seconds of 720p video analysed in a second"
MEMORY = "MiB of memory that an analysis adds"
FACES = (1, 4, 8)
"""In the videos that are timed."""


def data_of(kind: str, crf: int) -> str:
    """What the figures of a kind of made videos are on."""
    trained = " 5 to 9, of which the training saw 16 untouched frames each" if kind == "talking heads" else ""
    return f"{kind}{trained}, H.264 crf {crf}"


def faces_side_by_side(faces: int) -> str:
    """The data of a video that is timed."""
    return f"{faces} face{'s' * (faces > 1)}"
