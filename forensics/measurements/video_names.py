"""What the data of figures of videos are called: where they are written, and where they are read."""

from typing import Literal

Kind = Literal["talking heads", "stills in motion", "side by side", "crossing", "behind a bar", "cut back"]
ALONE: tuple[Kind, ...] = ("talking heads", "stills in motion")
TOGETHER: tuple[Kind, ...] = ("side by side", "crossing", "behind a bar", "cut back")

CRFS = (23, 40)
"""What is uploaded, and what is left after it has been sent on a few times."""

FACES = (1, 4, 8)
"""In the videos that are timed."""


def made_videos(kind: str, crf: int) -> str:
    """What the figures of a kind of made videos are on."""
    trained = " 5 to 9, of which the training saw 16 untouched frames each" if kind == "talking heads" else ""
    return f"{kind}{trained}, H.264 crf {crf}"


def faces_side_by_side(faces: int) -> str:
    """The data of a video that is timed."""
    return f"{faces} face{'s' * (faces > 1)}"
