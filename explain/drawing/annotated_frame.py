"""A frame of the annotated video: boxes on the faces, beneath it a strip that tells when what was found."""

import math
from bisect import bisect_right

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from explain.drawing.face_path import FacePath
from explain.drawing.numbered_faces import FaceLabel, draw_faces, scale_labels
from explain.drawing.timeline_strip import draw_strip
from explain.pdf.verdict_wording import SYMBOLS
from forensics.analysis.video_assessment import assess_video
from forensics.decision.video_verdict import PersonVerdict
from forensics.messages.numbers import format_score
from forensics.types.analysis import Verdict
from forensics.types.video import VideoResult

MAX_SIDE = 1280
"""In pixels, of picture and strip together: plays everywhere, and faces can still be judged."""

MIN_WIDTH = 480
"""In pixels: the strip needs as much to be read, so a smaller picture is enlarged, or stands between margins."""

LINE_WIDTHS = 1600
"""Width and height together, in line widths: thinner than in a photograph, for a moving box hides more."""


class FrameAnnotator:
    """Draws the frames of one video. size: width and height of what it draws, both even, as yuv420p wants them."""

    def __init__(self, result: VideoResult) -> None:
        judgment = assess_video(result).file
        self._cuts = result.cuts
        self._persons = [_Person(result, judged) for judged in judgment.tracks]
        video = result.video
        width, height = _fit_size(video.width, video.height, MAX_SIDE, MAX_SIDE)
        self._strip = draw_strip(result, judgment, max(width, MIN_WIDTH))
        width, height = _fit_size(video.width, video.height, MAX_SIDE, MAX_SIDE - self._strip.height)
        self._picture_size = width, height
        self._scale = width / video.width
        self.size = self._strip.width, height + self._strip.height

    def draw(self, pixels: NDArray[np.uint8], seconds: float) -> NDArray[np.uint8]:
        """The frame of this time, (H, W, 3) uint8 RGB, upright → the annotated one, `size` large."""
        how = cv2.INTER_AREA if self._scale < 1 else cv2.INTER_CUBIC
        picture = Image.fromarray(cv2.resize(pixels, self._picture_size, interpolation=how))
        shot = bisect_right(self._cuts, seconds)
        tags = [tag for person in self._persons if (tag := person.tag(seconds, shot, self._scale))]
        draw_faces(ImageDraw.Draw(picture), tags, sum(picture.size) / LINE_WIDTHS)
        sheet = Image.new("RGB", self.size)
        sheet.paste(picture, ((self.size[0] - picture.width) // 2, 0))
        sheet.paste(self._strip.with_cursor(seconds), (0, picture.height))
        return np.asarray(sheet)


class _Person:
    def __init__(self, result: VideoResult, judged: PersonVerdict) -> None:
        track = result.track(judged.face_id)
        self.judged = judged
        self.course = FacePath(result, track)
        self.line = assess_video(result).lines[track.face_id]
        self.starts = [span.start for span in judged.spans]

    def tag(self, seconds: float, shot: int, scale: float) -> FaceLabel | None:
        """What is drawn of the person at this time; None where it was not seen."""
        box = self.course.box(seconds, shot)
        if box is None:
            return None
        verdict, number = self._verdict(seconds), f"{self.judged.face_id} "
        symbol = SYMBOLS[verdict]
        score = "" if verdict == Verdict.NOT_EVALUATED else self._score(seconds)
        return FaceLabel(scale_labels(box, scale), verdict, (f"{number}{symbol} {score}".strip(), f"{number}{symbol}"))

    def _verdict(self, seconds: float) -> Verdict:
        return self.judged.spans[max(0, bisect_right(self.starts, seconds) - 1)].verdict

    def _score(self, seconds: float) -> str:
        """Score of the line as text; where it is broken, of the nearest point; empty where there is no line."""
        known = np.isfinite(self.line.score)
        if not known.any():
            return ""
        score = float(np.interp(seconds, self.line.seconds, self.line.score))
        if math.isnan(score):
            score = self.line.score[known][np.abs(self.line.seconds[known] - seconds).argmin()]
        return format_score(score)


def _fit_size(width: int, height: int, most_wide: int, most_high: int) -> tuple[int, int]:
    """The largest even size of this shape that fits, enlarged at most to MIN_WIDTH."""
    scale = min(most_wide / width, most_high / height, max(1.0, MIN_WIDTH / width))
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)
