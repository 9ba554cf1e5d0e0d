"""What is said of an analysed video, worked out once and not each time that a page is drawn."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from forensics.reference_faces import video_with_references
from forensics.video.judging import FileJudgement, judge_file
from forensics.video.lines import Line, line
from forensics.video.moments import Moments, moments
from forensics.video.types import VideoResult


@lru_cache(maxsize=8)
def judged_without(result: VideoResult) -> FileJudgement:
    """The same of the file without reference pictures."""
    return judge_file(video_with_references(result, None))


class Judged(NamedTuple):
    """lines, moments: by face_id."""

    file: FileJudgement
    lines: Mapping[int, Line]
    moments: Mapping[int, Moments]


@lru_cache(maxsize=8)
def judged(result: VideoResult) -> Judged:
    """Of half an hour with several persons it takes seconds; a result never changes, and the latest few are held."""
    return Judged(
        judge_file(result),
        {track.face_id: line(track, result.judged_by(track.face_id)) for track in result.tracks},
        {track.face_id: moments(track, result.judged_by(track.face_id)) for track in result.tracks},
    )
